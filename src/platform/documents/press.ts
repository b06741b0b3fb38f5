// The press: papers are made in a process of its own, one after the other, so that a long one holds up neither the
// server's answers nor its memory. A process, not a thread: the typesetter is native code, which only a signal stops.
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { Refused, refuse } from '../kernel/refusal.ts'
import type { Document } from './blocks.ts'

export const FORMATS = ['pdf', 'docx', 'xlsx', 'html'] as const
export type Format = (typeof FORMATS)[number]

/** How far a paper is. `jumlah`: papers before it, rows to lay out, pages to write. */
export type Stage = { readonly tahap: 'ANTRE' | 'MENYUSUN' | 'MENULIS'; readonly jumlah: number }
export type Order = { readonly document: Document; readonly format: Format }
export type Answer =
  | { readonly stage: Stage }
  | ({ readonly memory: number } & ({ readonly content: Uint8Array } | { readonly fault: string; readonly code?: string }))
export type PressOptions = {
  /** Whoever wanted the paper has gone: it leaves the line, or what is being made of it is stopped. */
  readonly signal?: AbortSignal
  readonly onStage?: (stage: Stage) => void
  /** Milliseconds that one paper may take once it is begun. */
  readonly timeout?: number
}

/** Papers that may wait: more would hold their data in memory for people who have given up. */
const MOST_WAITING = 20
/** An idle press gives its memory back, and one that has grown so large is replaced. */
const IDLE = 5 * 60_000
const MOST_MEMORY = 512 * 2 ** 20

type Job = Order & {
  readonly onStage: (stage: Stage) => void
  readonly timeout: number
  readonly resolve: (content: Uint8Array) => void
  readonly reject: (fault: unknown) => void
}
const line: Job[] = []
let busy: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined
let press: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined

export function make(order: Order, { signal, onStage = () => {}, timeout = 60_000 }: PressOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    if (line.length >= MOST_WAITING)
      throw new Refused(refuse('SIBUK', `Sudah ${MOST_WAITING} dokumen menunggu disusun. Coba lagi beberapa saat lagi.`))
    const leave = () => {
      if (busy?.job === job) press?.kill('SIGKILL')
      else line.splice(line.indexOf(job), 1)
      done(() => reject(signal!.reason))
      tellLine()
    }
    const done = (end: () => void) => {
      signal?.removeEventListener('abort', leave)
      end()
    }
    const job: Job = {
      ...order,
      onStage,
      timeout,
      resolve: (content) => done(() => resolve(content)),
      reject: (fault) => done(() => reject(fault)),
    }
    signal?.addEventListener('abort', leave, { once: true })
    line.push(job)
    tellLine()
    next()
  })
}

function tellLine(): void {
  line.forEach((job, at) => {
    job.onStage({ tahap: 'ANTRE', jumlah: at + Number(busy !== undefined) })
  })
}

function next(): void {
  if (busy) return
  const job = line.shift()
  if (!job) {
    rest()
    return
  }
  clearTimeout(idle)
  press ??= start()
  press.ref()
  press.channel?.ref()
  const late = refuse(
    'TERLALU_BESAR',
    `Dokumen "${job.document.title}" tidak selesai disusun dalam ${job.timeout / 1000} detik. Persempit isinya, atau coba lagi nanti.`,
  )
  const timer = setTimeout(() => {
    press?.kill('SIGKILL')
    job.reject(new Refused(late))
  }, job.timeout)
  busy = { job, timer }
  press.send({ document: job.document, format: job.format } satisfies Order)
  tellLine()
}

/** An idle press keeps no program alive, and is let go after a while. */
function rest(): void {
  press?.unref()
  press?.channel?.unref()
  clearTimeout(idle)
  idle = setTimeout(letGo, IDLE).unref()
}

function letGo(): void {
  const old = press
  press = undefined
  old?.kill()
}

function start(): ChildProcess {
  const child = fork(new URL('./press-worker.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512'],
    env: {}, // it needs no address of a database
  })
  // What people wait for in the pages comes before what they wait for as a file.
  if (child.pid) setPriority(child.pid, 5)
  child.on('message', (answer: Answer) => {
    if (!busy || child !== press) return
    const { job } = busy
    if ('stage' in answer) {
      job.onStage(answer.stage)
      return
    }
    if (answer.memory > MOST_MEMORY) letGo()
    finish(() => ('content' in answer ? job.resolve(answer.content) : job.reject(faultOf(answer))))
  })
  child.on('error', (fault) => child === press && end(fault))
  child.on('exit', () => child === press && end(new Error('Mesin dokumen berhenti sebelum selesai.')))
  return child
}

/** The process has ended: its paper fails, where nobody has said so yet, and the next one gets a new process. */
function end(fault: Error): void {
  press = undefined
  finish((job) => job.reject(fault))
}

function finish(tell: (job: Job) => void): void {
  const ended = busy
  busy = undefined
  if (ended) {
    clearTimeout(ended.timer)
    tell(ended.job)
  }
  next()
}

function faultOf({ fault, code }: { fault: string; code?: string }): Error {
  if (code !== 'MODULE_NOT_FOUND') return new Error(fault)
  const detail = 'Mesin PDF tidak terpasang di komputer ini (hanya Linux x64); pilih DOCX, XLSX atau HTML.'
  return new Refused(refuse('JENIS_BERKAS', detail, { field: 'format' }))
}
