// One thread of a recomputation: batches in, what differs out. It reads the state of the database that the main thread reads.
import { parentPort, workerData } from 'node:worker_threads'
import { type Connection, connectDatabase } from '../platform/db/database.ts'
import { type Batch, computeBatch } from './commands-hitung-ulang.ts'
import { inExportedSnapshot } from './store/hitungan.ts'

const { connection, snapshot } = workerData as { connection: Connection; snapshot: string }
const db = connectDatabase(connection, 1)
const batches: ((batch: Batch) => void)[] = []
const arrived: Batch[] = []

parentPort!.on('message', (batch: Batch) => {
  const waiting = batches.shift()
  if (waiting) waiting(batch)
  else arrived.push(batch)
})
const next = () => arrived.shift() ?? new Promise<Batch>((resolve) => batches.push(resolve))

// It ends when the main thread has no more for it and stops it; the transaction then ends with its connection.
await inExportedSnapshot(db, snapshot, async (tx) => {
  for (;;) parentPort!.postMessage(await computeBatch(tx, await next()))
})
