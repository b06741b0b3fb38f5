// HTTP: everybody signed in reads the KSD; the office writes targets and results, the verifier the note.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { Figure, FigureOut, fromColumns } from '../platform/kernel/figure.ts'
import { STATUS_FIGURE } from '../platform/kernel/status-figure.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { Periode } from './ksd.ts'
import * as queries from './queries.ts'

const tags = ['ksd']
const Version = z.object({ version: z.number() })
const FigureRow = FigureOut.extend({ sumber: z.string().nullable(), version: z.number() })
const HasilOut = z.object({
  periode: z.string(),
  target: FigureRow.nullable(),
  realisasi: FigureRow.nullable(),
  capaian: z.object({ status: z.enum(STATUS_FIGURE), nilai: z.string().nullable() }),
  catatan: z.object({ catatan: z.string(), version: z.number() }).nullable(),
})
const printed = { id: z.string(), urutan: z.number(), sumber: z.string().nullable(), keterangan: z.string().nullable() }
const KegiatanOut = z.object({
  ...printed,
  kode: z.string(),
  nama: z.string(),
  renaksi: z.array(z.object({ ...printed, uraian: z.string(), hasil: z.array(HasilOut) })),
})

type Row = NonNullable<queries.Hasil['target']>
const toFigure = (row: Row | null) => (row ? { ...fromColumns(row), sumber: row.sumber, version: row.version } : null)
const toKegiatan = (k: queries.Kegiatan): z.infer<typeof KegiatanOut> => ({
  ...k,
  renaksi: k.renaksi.map((r) => ({
    ...r,
    hasil: r.hasil.map((h) => ({ ...h, target: toFigure(h.target), realisasi: toFigure(h.realisasi) })),
  })),
})

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/ksd/:unit/:tahun',
    {
      config: { may: 'signed-in' },
      schema: {
        tags,
        summary: 'KSD satu satuan kerja setahun, dengan capaian tiap periode',
        params: z.object({ unit: KodeUnit, tahun: z.coerce.number().int() }),
        response: { 200: z.object({ kegiatan: z.array(KegiatanOut) }) },
      },
    },
    async (req) => ({ kegiatan: (await queries.listKsd(db, req.params.unit, req.params.tahun)).map(toKegiatan) }),
  )
  const unit = (req: { params: unknown }) => (req.params as { unit: string }).unit
  const Step = z.object({ unit: KodeUnit, renaksi: z.uuid(), periode: Periode })
  app.put(
    '/api/ksd/:unit/renaksi/:renaksi/:periode/target',
    {
      config: { may: { act: 'ksd.ubah', unit } },
      schema: {
        tags,
        summary: 'Simpan target satu renaksi pada satu periode (If-Match "0" bila belum ada)',
        params: Step,
        body: Figure,
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inTransaction(db, (tx) => commands.saveHasil(tx, req.ctx, req.params, 'TARGET', req.body, versionSeen(req))),
      ),
  )
  app.put(
    '/api/ksd/:unit/renaksi/:renaksi/:periode/realisasi',
    {
      config: { may: { act: 'ksd.ubah', unit } },
      schema: {
        tags,
        summary: 'Simpan realisasi satu renaksi pada satu periode (If-Match "0" bila belum ada)',
        params: Step,
        body: Figure,
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inTransaction(db, (tx) => commands.saveHasil(tx, req.ctx, req.params, 'REALISASI', req.body, versionSeen(req))),
      ),
  )
  app.put(
    '/api/ksd/:unit/renaksi/:renaksi/:periode/catatan',
    {
      config: { may: { act: 'ksd.verifikasi', unit } },
      schema: {
        tags,
        summary: 'Simpan catatan verifikator (If-Match "0" bila belum ada)',
        params: Step,
        body: z.object({ catatan: z.string().trim().min(1).max(4000) }),
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inTransaction(db, (tx) => commands.saveCatatan(tx, req.ctx, req.params, req.body.catatan, versionSeen(req))),
      ),
  )
}
