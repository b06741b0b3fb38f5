// The thread in which one paper is read.
import { parentPort, workerData } from 'node:worker_threads'
import { answering } from './bounded.ts'
import { readHere } from './read-here.ts'

await answering(
  (answer) => parentPort!.postMessage(answer),
  () => readHere(workerData as Uint8Array),
)
