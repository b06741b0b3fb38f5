// The thread in which one paper is read and checked.
import { parentPort, workerData } from 'node:worker_threads'
import { answering } from '../platform/documents/reading/bounded.ts'
import { readHere } from '../platform/documents/reading/read-here.ts'
import type { Hasil, Wanted } from './commands-periksa.ts'
import { periksa } from './pemeriksaan.ts'

const { file, wanted } = workerData as { file: Uint8Array; wanted: Wanted }

await answering<Hasil>(
  (answer) => parentPort!.postMessage(answer),
  async () => {
    const paper = await readHere(file)
    return { reviu: periksa(paper, wanted.aturan), ...(wanted.naskah ? { naskah: paper } : {}) }
  },
)
