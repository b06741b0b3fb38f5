// Reads a paper that somebody sent: in a thread of its own with bounds on memory and time, so that no file can hold up or
// bring down the program. Nothing in it is executed, nothing is fetched.
import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { ReadPaper } from '../blocks/paper.ts'
import { MOST_FILE, tooBig } from './kind.ts'

export type Outcome = { readonly paper: ReadPaper } | { readonly refusal: Refusal } | { readonly fault: string }
export type ReadOptions = {
  /** Milliseconds. */
  readonly timeout?: number
  /** MiB of the thread's heap. */
  readonly memory?: number
}

const heavy = () =>
  refuse(
    'TERLALU_BESAR',
    'Berkas ini terlalu besar atau terlalu rumit untuk dibaca. Bagi menjadi beberapa berkas, misalnya per bab.',
  )

/** The paper, or why it cannot be read and what to do. */
export function readPaper(file: Uint8Array, { timeout = 60_000, memory = 512 }: ReadOptions = {}): Promise<ReadPaper | Refusal> {
  if (file.length > MOST_FILE) return Promise.resolve(tooBig(file.length, MOST_FILE))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: file,
      env: {}, // it needs nothing of the program's settings
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
    })
    const timer = setTimeout(() => {
      resolve(heavy())
      void worker.terminate()
    }, timeout)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    worker.on('message', (outcome: Outcome) => {
      if ('paper' in outcome) end(() => resolve(outcome.paper))
      else if ('refusal' in outcome) end(() => resolve(outcome.refusal))
      else end(() => reject(new Error(outcome.fault)))
    })
    worker.on('error', (fault: Error & { code?: string }) => {
      end(() => (fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(heavy()) : reject(fault)))
    })
    worker.on('exit', () => end(() => reject(new Error('Pembaca berhenti sebelum selesai.'))))
  })
}
