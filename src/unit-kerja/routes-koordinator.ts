// HTTP: who coordinates an office, and on what ground.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { setKoordinator } from './commands-koordinator.ts'
import { listKoordinatorOf } from './queries.ts'
import { IsianKoordinator, KodeUnit, PERAN_KOORDINATOR } from './unit-kerja.ts'

const tags = ['unit-kerja']
const path = '/api/unit-kerja/:kode/koordinator'
const Baris = z.object({
  peran: z.enum(PERAN_KOORDINATOR),
  jabatan: z.string(),
  namaJabatan: z.string(),
  dasar: z.string(),
  berlakuDari: z.string(),
  berlakuSampai: z.string().nullable(),
})

export function routes(app: App, { db }: Services): void {
  app.get(
    path,
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'Asisten dan Biro yang mengoordinasikan sebuah kantor, yang terbaru dahulu',
        params: z.object({ kode: KodeUnit }),
        response: { 200: z.object({ isi: z.array(Baris) }) },
      },
    },
    async (req) => ({ isi: await listKoordinatorOf(db, req.params.kode) }),
  )
  app.put(
    `${path}/:peran`,
    {
      config: { may: { act: 'unit-kerja.kelola' } },
      schema: {
        tags,
        summary:
          'Tetapkan koordinator mulai suatu tanggal dengan dasarnya; tanpa jabatan: tidak ada lagi. If-Match: versi satuan kerjanya',
        params: z.object({ kode: KodeUnit, peran: z.enum(PERAN_KOORDINATOR) }),
        body: IsianKoordinator,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) => {
      const { kode, peran } = req.params
      return answer(reply, await inTransaction(db, (tx) => setKoordinator(tx, req.ctx, kode, peran, req.body, versionSeen(req))))
    },
  )
}
