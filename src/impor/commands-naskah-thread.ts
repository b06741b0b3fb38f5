// The thread in which one paper is read and understood: both take as long as whoever sent it likes.
import { parentPort, workerData } from 'node:worker_threads'
import { answering } from '../platform/documents/reading/bounded.ts'
import { readHere } from '../platform/documents/reading/read-here.ts'
import type { Dipahami, WantedNaskah } from './commands-naskah.ts'
import { bacaLkip } from './lkip.ts'
import { bacaPk } from './pk.ts'
import { bacaRa } from './rencana-aksi.ts'

const { file, jenis } = workerData as WantedNaskah
const BACA = { pk: bacaPk, 'rencana-aksi': bacaRa, lkip: bacaLkip } as const

await answering<Dipahami>(
  (answer) => parentPort!.postMessage(answer),
  async () => {
    const paper = await readHere(file)
    return { paper, isi: BACA[jenis](paper) ?? null }
  },
)
