// Work on somebody else's file in a thread of its own, with bounds on memory and time: no file can hold up or bring down the program.
import { Worker } from 'node:worker_threads'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import { threadEnv } from './thread-env.ts'

export type Bounds = {
  /** Milliseconds. */
  readonly timeout?: number
  /** MiB of the thread's heap. */
  readonly memory?: number
}
type Answer<T> = { readonly done: T } | { readonly refusal: Refusal } | { readonly fault: string }

const heavy = () =>
  refuse(
    'TERLALU_BESAR',
    'Berkas ini terlalu besar atau terlalu rumit untuk dibaca. Bagi menjadi beberapa berkas, misalnya per bab.',
  )

/** Each may take half a gigabyte: more at once would bring down the machine, more waiting would hold papers of people who have left. */
const MOST_AT_ONCE = 2
const MOST_WAITING = 8
let running = 0
const line: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T | Refusal> {
  if (line.length >= MOST_WAITING)
    return refuse('SIBUK', `Sudah ${MOST_WAITING} berkas menunggu dibaca. Coba lagi beberapa saat lagi.`)
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => line.push(go))
  else running++
  try {
    return await work()
  } finally {
    // The place is handed on, so that nobody slips in between.
    const next = line.shift()
    if (next) next()
    else running--
  }
}

/** What the thread made of `data`, or why it did not and what to do. */
export function inThread<T>(script: URL, data: unknown, bounds: Bounds = {}): Promise<T | Refusal> {
  return inTurn(() => begin<T>(script, data, bounds))
}

function begin<T>(script: URL, data: unknown, { timeout = 60_000, memory = 512 }: Bounds): Promise<T | Refusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: data,
      env: threadEnv(),
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 },
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
    worker.on('message', (answer: Answer<T>) => {
      if ('done' in answer) end(() => resolve(answer.done))
      else if ('refusal' in answer) end(() => resolve(answer.refusal))
      else end(() => reject(new Error(answer.fault)))
    })
    worker.on('error', (fault: Error & { code?: string }) => {
      end(() => (fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(heavy()) : reject(fault)))
    })
    worker.on('exit', () => end(() => reject(new Error('Pembaca berhenti sebelum selesai.'))))
  })
}

/** For the thread's own script: what is refused goes back as it is; whatever else fails is a bug. */
export async function answering<T>(tell: (answer: Answer<T>) => void, work: () => Promise<T>): Promise<void> {
  try {
    tell({ done: await work() })
  } catch (fault) {
    if (fault instanceof Refused) tell({ refusal: fault.refusal })
    // Things within things without end: more than the stack holds.
    else if (fault instanceof RangeError && /call stack/.test(fault.message)) tell({ refusal: heavy() })
    else tell({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
}
