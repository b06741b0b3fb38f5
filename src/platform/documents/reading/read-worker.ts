// The thread in which one paper is read. What is refused goes back as it is; whatever else fails is a bug.
import { parentPort, workerData } from 'node:worker_threads'
import { Refused } from '../../kernel/refusal.ts'
import { readHere } from './read-here.ts'
import type { Outcome } from './read-paper.ts'

const tell = (outcome: Outcome) => parentPort!.postMessage(outcome)

try {
  tell({ paper: await readHere(workerData as Uint8Array) })
} catch (fault) {
  tell(
    fault instanceof Refused
      ? { refusal: fault.refusal }
      : { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) },
  )
}
