// The PDF printer: one worker thread, started with the first paper and kept for the next.
import { Worker } from 'node:worker_threads'
import type { Document } from './blocks.ts'

type Answer = { id: number; pdf?: Uint8Array; fault?: string }
type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (fault: Error) => void; timer: NodeJS.Timeout }

/** A tagged PDF (PDF/UA-1), the same bytes for the same document. Rejects when it takes longer than `timeout` ms. */
export function toPdf(document: Document, { timeout = 60_000 }: { timeout?: number } = {}): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const id = ++last
    current ??= start()
    const { worker, waiting } = current
    const timer = setTimeout(() => {
      void worker.terminate()
      fail(waiting, new Error(`Dokumen "${document.title}" tidak selesai dalam ${timeout / 1000} detik.`))
    }, timeout)
    waiting.set(id, { resolve, reject, timer })
    worker.ref()
    worker.postMessage({ id, document })
  })
}

type Thread = { worker: Worker; waiting: Map<number, Waiting> }
let current: Thread | undefined
let last = 0

function start(): Thread {
  const waiting = new Map<number, Waiting>()
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url))
  const thread = { worker, waiting }
  worker.on('message', ({ id, pdf, fault }: Answer) => {
    const asked = waiting.get(id)
    if (!asked) return
    clearTimeout(asked.timer)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref() // an idle typesetter keeps no program alive
    if (pdf) asked.resolve(pdf)
    else asked.reject(new Error(fault))
  })
  worker.on('error', (fault) => fail(waiting, unavailable(fault)))
  worker.on('exit', () => {
    if (current === thread) current = undefined
    fail(waiting, new Error('Mesin dokumen berhenti sebelum selesai.'))
  })
  return thread
}

function fail(waiting: Map<number, Waiting>, fault: Error): void {
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(fault)
  }
  waiting.clear()
  if (current?.waiting === waiting) current = undefined
}

function unavailable(fault: unknown): Error {
  if ((fault as { code?: string }).code !== 'MODULE_NOT_FOUND') return fault as Error
  return new Error('Mesin PDF tidak terpasang di komputer ini (hanya Linux x64); gunakan DOCX, XLSX atau HTML.')
}
