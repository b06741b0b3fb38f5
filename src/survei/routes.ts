// HTTP: everybody signed in reads the tables of a survey; its office changes a value.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { Figure, FigureOut, fromColumns } from '../platform/kernel/figure.ts'
import { accepted, refuse } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'
import { KodeSurvei, NamaTabel, Periode } from './survei.ts'

const tags = ['survei']
const read = { may: 'signed-in' } as const
const SurveiOut = z.object({
  id: z.string(),
  unit: z.string(),
  kode: z.string(),
  tahun: z.number(),
  nama: z.string(),
  sumber: z.string().nullable(),
  keterangan: z.string().nullable(),
  version: z.number(),
})
const IsianOut = z.object({
  id: z.string(),
  periode: z.string(),
  urutan: z.number(),
  dimensi: z.record(z.string(), z.string()),
  nilai: FigureOut,
  sumber: z.string().nullable(),
  keterangan: z.string().nullable(),
  version: z.number(),
})
const toIsian = (row: queries.IsianRow): z.infer<typeof IsianOut> => ({ ...row, nilai: fromColumns(row) })

export function routes(app: App, { db }: Services): void {
  const Alamat = z.object({ unit: KodeUnit, kode: KodeSurvei, tahun: z.coerce.number().int() })
  const surveiAt = async ({ unit, kode, tahun }: z.infer<typeof Alamat>) =>
    accepted(
      (await queries.findSurvei(db, unit, kode, tahun)) ??
        refuse('TIDAK_DITEMUKAN', `Survei ${kode} ${unit} tahun ${tahun} tidak ada.`),
    )

  app.get(
    '/api/survei',
    {
      config: read,
      schema: {
        tags,
        summary: 'Survei',
        querystring: PageQuery.extend({ unit: KodeUnit.optional(), tahun: z.coerce.number().int().optional() }),
        response: { 200: page(SurveiOut) },
      },
    },
    async (req) => {
      const { batas, kursor, unit, tahun } = req.query
      const rows = await queries.listSurvei(db, { unit, tahun, after: fromCursor(kursor, 3), limit: batas + 1 })
      return toPage(rows, batas, (s) => [s.unit, s.kode, String(s.tahun)])
    },
  )
  app.get(
    '/api/survei/:unit/:kode/:tahun',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu survei dengan daftar tabelnya',
        params: Alamat,
        response: {
          200: SurveiOut.extend({ tabel: z.array(z.object({ tabel: z.string(), periode: z.string(), isian: z.number() })) }),
        },
      },
    },
    async (req, reply) => {
      const survei = await surveiAt(req.params)
      return answer(reply, { ...survei, tabel: await queries.listTabel(db, survei.id) })
    },
  )
  app.get(
    '/api/survei/:unit/:kode/:tahun/tabel/:tabel',
    {
      config: read,
      schema: {
        tags,
        summary: 'Isi satu tabel survei',
        params: Alamat.extend({ tabel: NamaTabel }),
        querystring: PageQuery.extend({ periode: Periode.optional() }),
        response: { 200: page(IsianOut) },
      },
    },
    async (req) => {
      const { batas, kursor, periode } = req.query
      const { id } = await surveiAt(req.params)
      const rows = await queries.listIsian(db, {
        survei: id,
        tabel: req.params.tabel,
        periode,
        after: fromCursor(kursor, 2),
        limit: batas + 1,
      })
      return toPage(rows.map(toIsian), batas, (i) => [i.periode, String(i.urutan)])
    },
  )
  app.put(
    '/api/survei/:unit/:kode/:tahun/isian/:isian',
    {
      config: { may: { act: 'survei.ubah', unit: (req) => (req.params as { unit: string }).unit } },
      schema: {
        tags,
        summary: 'Simpan satu nilai',
        params: Alamat.extend({ isian: z.uuid() }),
        body: Figure,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.saveNilai(tx, req.ctx, req.params, req.body, versionSeen(req)))),
  )
}
