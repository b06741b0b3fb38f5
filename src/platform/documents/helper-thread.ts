// A thread that stays: what takes tens of milliseconds is done beside the server's answers, and finds its code loaded the next
// time. It keeps no program alive, and is let go when nobody has asked for a while.
import { parentPort, Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { threadEnv } from './reading/thread-env.ts'

type Asked<Q> = { readonly id: number; readonly question: Q }
type Answered<A> = { readonly id: number } & ({ readonly answer: A } | { readonly fault: string })
type Waiting<A> = { readonly resolve: (answer: A | Refusal) => void; readonly reject: (fault: Error) => void }

const IDLE = 5 * 60_000
/** From the question to its answer, those before it included. */
const LONGEST = 30_000
const MOST_WAITING = 50
/** MiB of the thread's heap. */
const MEMORY = 256

export function helperThread<Q, A>(script: URL, longest = LONGEST): (question: Q) => Promise<A | Refusal> {
  const waiting = new Map<number, Waiting<A>>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0

  const settle = (id: number, end: (one: Waiting<A>) => void) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one) end(one)
    if (waiting.size) return
    worker?.unref()
    clearTimeout(idle)
    idle = setTimeout(stop, IDLE).unref()
  }
  const stop = () => {
    const old = worker
    worker = undefined
    void old?.terminate()
  }
  const fail = (from: Worker, fault: Error) => {
    if (from !== worker) return
    worker = undefined
    for (const id of [...waiting.keys()]) settle(id, (one) => one.reject(fault))
  }
  const start = () => {
    const made = new Worker(script, { env: threadEnv(), resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
    made.on('message', (said: Answered<A>) =>
      settle(said.id, (one) => ('answer' in said ? one.resolve(said.answer) : one.reject(new Error(said.fault)))),
    )
    made.on('error', (fault) => fail(made, fault))
    made.on('exit', () => fail(made, new Error('Pembantu berhenti sebelum selesai.')))
    return made
  }

  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.size >= MOST_WAITING) return resolve(refuse('SIBUK', 'Pemeriksa sedang sibuk. Coba lagi beberapa saat lagi.'))
      clearTimeout(idle)
      const id = ++last
      // Whoever is too long is stopped with all who wait behind it: they ask again.
      const timer = setTimeout(() => {
        stop()
        for (const each of [...waiting.keys()]) settle(each, (one) => one.resolve(refuse('SIBUK', TOO_LONG)))
      }, longest)
      const ended = (end: () => void) => {
        clearTimeout(timer)
        end()
      }
      waiting.set(id, { resolve: (a) => ended(() => resolve(a)), reject: (f) => ended(() => reject(f)) })
      worker ??= start()
      worker.ref()
      worker.postMessage({ id, question } satisfies Asked<Q>)
    })
}
const TOO_LONG = 'Pemeriksaan tidak selesai pada waktunya. Coba lagi beberapa saat lagi.'

/** For the thread's own script: one question after the other. */
export function answerEach<Q, A>(work: (question: Q) => A): void {
  const port = parentPort!
  port.on('message', ({ id, question }: Asked<Q>) => {
    try {
      port.postMessage({ id, answer: work(question) } satisfies Answered<A>)
    } catch (fault) {
      port.postMessage({ id, fault: (fault as Error).stack ?? String(fault) } satisfies Answered<A>)
    }
  })
}
