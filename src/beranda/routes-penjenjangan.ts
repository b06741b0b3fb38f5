// HTTP: what is orphaned or missing between plan, agreement, action plan and outputs of an office's year.
import { z } from 'zod'
import { inSnapshot } from '../platform/db/database.ts'
import type { App, Services } from '../platform/http/server.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { BAGIAN } from './penjenjangan.ts'
import { penjenjangan } from './queries-penjenjangan.ts'

const Celah = z.object({
  bagian: z.enum(BAGIAN),
  berat: z.enum(['tinggi', 'sedang', 'rendah']),
  letak: z.string(),
  kalimat: z.string(),
  ke: z.string(),
})
const Hasil = z.object({ isi: z.array(Celah), diperiksa: z.record(z.enum(BAGIAN), z.number()) })
export type Hasil = z.infer<typeof Hasil>

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/penjenjangan/:unit/:tahun',
    {
      config: { may: 'signed-in' },
      schema: {
        tags: ['beranda'],
        summary:
          'Yang terputus atau belum ada antara rencana, Perjanjian Kinerja, Rencana Aksi, output, dan kontribusi kantor lain',
        params: z.object({ unit: KodeUnit, tahun: z.coerce.number().int().min(2000).max(2100) }),
        response: { 200: Hasil },
      },
    },
    (req) => inSnapshot(db, (on) => penjenjangan(on, req.ctx, req.params.unit, req.params.tahun)),
  )
}
