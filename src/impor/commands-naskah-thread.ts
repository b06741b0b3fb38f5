// The thread in which one paper is read and understood.
import { parentPort, workerData } from 'node:worker_threads'
import { answering } from '../platform/documents/reading/bounded.ts'
import { readHere } from '../platform/documents/reading/read-here.ts'
import { bacaNaskah } from './baca-naskah.ts'
import type { Asked, Understood } from './commands-naskah.ts'

const { file, jenis } = workerData as Asked

await answering<Understood>(
  (answer) => parentPort!.postMessage(answer),
  async () => {
    const paper = await readHere(file)
    return { paper, isi: bacaNaskah(paper, jenis) }
  },
)
