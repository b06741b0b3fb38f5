// HTTP: everybody signed in reads the dictionary and the results; the office (and Bappeda) changes them.
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inSnapshot, inTransaction, undone } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import { FormatQuery, sendDocument } from '../platform/http/download.ts'
import type { App, Services } from '../platform/http/server.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { accepted, Refused, refuse } from '../platform/kernel/refusal.ts'
import { Day, KodeUnit } from '../unit-kerja/unit-kerja.ts'
import * as commands from './commands.ts'
import { Indikator, KodeIndikator, Tahun, UNSUR, VersiIndikator } from './indikator.ts'
import { getMethod, listMethods, runTests } from './metode-resmi.ts'
import { checkFormula } from './periksa-rumus.ts'
import { EntriOut, Hasil, Kaitan, Kamus, MetodeOut, MetodeRingkas, PeriksaOut, UjiOut, Versi } from './presented.ts'
import * as queries from './queries.ts'

const tags = ['indikator']
const read = { may: 'signed-in' } as const
const act = 'indikator.ubah'
const ubah = { may: { act, unit: (req: FastifyRequest) => (req.params as { unit: string }).unit } }
const ubahOfBody = { may: { act, unit: (req: FastifyRequest) => (req.body as { unit: string }).unit } }

const DAY = /^\d{4}-\d\d-\d\d$/
const UUID = /^[0-9a-f-]{36}$/
const Version = z.object({ version: z.number() })
const peringatan = z.array(z.string()).readonly()
const Saved = Version.extend({ peringatan })

export function routes(app: App, { db }: Services): void {
  const ByCode = z.object({ unit: KodeUnit, kode: KodeIndikator })
  app.get(
    '/api/indikator',
    {
      config: read,
      schema: {
        tags,
        summary: 'Kamus indikator: versi yang berlaku pada suatu tanggal',
        querystring: PageQuery.extend({
          unit: KodeUnit.optional(),
          berlaku: Day.optional(),
          iku: z.stringbool().optional(),
          cari: z.string().max(100).optional(),
        }),
        response: { 200: page(Versi) },
      },
    },
    async (req) => {
      const { batas, kursor, unit, berlaku, iku, cari } = req.query
      const after = fromCursor(kursor, 3, [/./, /./, DAY]) as [string, string, string] | undefined
      const rows = await queries.listVersions(db, { unit, day: berlaku ?? req.ctx.today, iku, cari, after, limit: batas + 1 })
      return toPage(rows, batas, (v) => [v.unit, v.kode, v.berlakuDari])
    },
  )
  app.post(
    '/api/indikator',
    {
      config: { ...ubahOfBody, repeatSafe: true },
      schema: { tags, summary: 'Tambah indikator beserta versi pertamanya', body: Indikator, response: { 201: Saved } },
    },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => commands.createIndikator(tx, req.ctx, req.body)), 201),
  )
  app.get(
    '/api/indikator/:unit/:kode',
    {
      config: read,
      schema: {
        tags,
        summary:
          'Satu indikator dengan versinya: semua, atau yang berlaku pada suatu tanggal, sebagaimana diketahui pada suatu saat',
        params: ByCode,
        querystring: z.object({ berlaku: Day.optional(), diketahui: z.iso.datetime().optional() }),
        response: { 200: EntriOut },
      },
    },
    async (req, reply) => {
      const { unit, kode } = req.params
      const found = await queries.findIndikator(db, unit, kode)
      const versi = await queries.listVersions(db, { unit, kode, day: req.query.berlaku, knownAt: req.query.diketahui })
      const entry = found && { unit, kode, version: found.version, versi }
      return answer(reply, entry ?? refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak ada di kamus ${unit}.`))
    },
  )
  app.post(
    '/api/indikator/:unit/:kode/versi',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Tambah versi mulai suatu tanggal',
        params: ByCode,
        body: VersiIndikator,
        response: { 201: Saved },
      },
    },
    async (req, reply) => {
      const { unit, kode } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.addVersion(tx, req.ctx, unit, kode, req.body, versionSeen(req))),
        201,
      )
    },
  )
  app.put(
    '/api/indikator/:unit/:kode/versi/:versi',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Perbaiki satu versi; yang semula tetap terbaca',
        params: ByCode.extend({ versi: z.coerce.number().int().min(1) }),
        body: VersiIndikator,
        response: { 200: Saved },
      },
    },
    async (req, reply) => {
      const { unit, kode, versi } = req.params
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.correctVersion(tx, req.ctx, unit, kode, versi, req.body, versionSeen(req))),
      )
    },
  )

  app.get(
    '/api/hasil-tahunan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Target, realisasi dan capaian tahunan, setiap cetakannya',
        querystring: PageQuery.extend({
          unit: KodeUnit.optional(),
          kode: KodeIndikator.optional(),
          tahun: z.coerce.number().int().optional(),
          unsur: z.enum(UNSUR).optional(),
          berlaku: z.stringbool().optional(),
        }),
        response: { 200: page(Hasil) },
      },
    },
    async (req) => {
      const { batas, kursor, ...filter } = req.query
      const after = fromCursor(kursor, 5, [/./, /./, /^\d{4}$/, /./, UUID]) as [string, string, string, string, string] | undefined
      const rows = await queries.listResults(db, { ...filter, after, limit: batas + 1 })
      return toPage(rows.map(toHasil), batas, (r) => [r.unit, r.kode, String(r.tahun), r.unsur, r.id])
    },
  )
  app.post(
    '/api/hasil-tahunan/:id/pilih',
    {
      config: ubahOfBody,
      schema: {
        tags,
        summary: 'Pilih cetakan yang berlaku, dengan alasannya',
        params: z.object({ id: z.uuid() }),
        body: z.object({ unit: KodeUnit, alasan: z.string().trim().min(1).max(1000) }),
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const { unit, alasan } = req.body
      return answer(
        reply,
        await inTransaction(db, (tx) => commands.chooseResult(tx, req.ctx, unit, req.params.id, alasan, versionSeen(req))),
      )
    },
  )

  const InYear = z.object({ tahun: z.coerce.number().pipe(Tahun) })
  app.get(
    '/api/kamus/:unit',
    {
      config: read,
      schema: {
        tags,
        summary: 'Kamus indikator satu kantor dan tahun, dengan rumusnya dalam kata',
        params: z.object({ unit: KodeUnit }),
        querystring: InYear,
        response: { 200: z.object({ isi: z.array(Kamus), bolehUbah: z.boolean() }) },
      },
    },
    async (req) => ({
      isi: await inSnapshot(db, (tx) => queries.listKamus(tx, req.params.unit, req.query.tahun)),
      bolehUbah: await queries.mayChange(db, req.ctx, req.params.unit),
    }),
  )
  app.get(
    '/api/kamus/:unit/dokumen',
    {
      config: read,
      schema: {
        tags,
        summary: 'Kamus indikator, atau lembar satu indikator, sebagai PDF, DOCX, XLSX atau HTML',
        params: z.object({ unit: KodeUnit }),
        querystring: FormatQuery.extend({ ...InYear.shape, indikator: KodeIndikator.optional() }),
      },
    },
    async (req, reply) => {
      const { tahun, indikator } = req.query
      const paper = () => inSnapshot(db, (tx) => queries.kamusPaper(tx, req.ctx, req.params.unit, tahun, indikator))
      return sendDocument(req, reply, req.query, async () => accepted(await paper()))
    },
  )
  app.get(
    '/api/kamus/:unit/:kode',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu indikator dalam suatu tahun: kamusnya, semua versinya, dan kaitannya',
        params: ByCode,
        querystring: InYear,
        response: {
          200: z.object({
            entri: Kamus,
            version: z.number(),
            versi: z.array(Versi),
            memakai: Kaitan,
            dipakai: Kaitan,
            bolehUbah: z.boolean(),
          }),
        },
      },
    },
    async (req, reply) => {
      const { unit, kode } = req.params
      const { tahun } = req.query
      const found = await inSnapshot(db, async (tx) => ({
        entri: (await queries.listKamus(tx, unit, tahun)).find((v) => v.kode === kode),
        version: (await queries.findIndikator(tx, unit, kode))?.version ?? 0,
        versi: await queries.listVersions(tx, { unit, kode }),
        ...(await queries.relationsOf(tx, unit, kode, tahun)),
      }))
      const { entri } = found
      if (!entri) throw new Refused(queries.notInYear(unit, kode, tahun))
      const bolehUbah = entri.definisiDari === null && (await queries.mayChange(db, req.ctx, unit))
      return answer(reply, { ...found, entri, bolehUbah })
    },
  )
  app.post(
    '/api/kamus/:unit/:kode/coba',
    {
      config: ubah,
      schema: {
        tags,
        summary: 'Apa yang akan berubah bila versi ini disimpan; tidak menyimpan apa pun',
        params: ByCode,
        body: z.strictObject({ versi: VersiIndikator, nomor: z.number().int().min(1).optional() }),
        response: { 200: z.object({ sebelum: z.array(Versi), sesudah: z.array(Versi), peringatan }) },
      },
    },
    async (req) => {
      const { unit, kode } = req.params
      return undone(db, async (tx) => {
        const sebelum = await queries.listVersions(tx, { unit, kode })
        const { peringatan } = accepted(await commands.writeWanted(tx, req.ctx, unit, kode, req.body.versi, req.body.nomor))
        return { sebelum, sesudah: await queries.listVersions(tx, { unit, kode }), peringatan }
      })
    },
  )

  app.get(
    '/api/metode',
    {
      config: read,
      schema: { tags, summary: 'Metode resmi paket aturan', response: { 200: z.object({ isi: z.array(MetodeRingkas) }) } },
    },
    async () => ({ isi: listMethods() }),
  )
  app.get(
    '/api/metode/:kode',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu metode resmi dengan masukan dan bacaannya',
        params: z.object({ kode: KodeIndikator }),
        response: { 200: MetodeOut },
      },
    },
    async (req) => accepted(getMethod(req.params.kode)),
  )
  app.get(
    '/api/metode/:kode/uji',
    {
      config: read,
      schema: {
        tags,
        summary: 'Kasus uji metode, dihitung sekarang: yang diharapkan di samping hasilnya',
        params: z.object({ kode: KodeIndikator }),
        response: { 200: z.object({ isi: z.array(UjiOut) }) },
      },
    },
    async (req) => ({ isi: accepted(runTests(req.params.kode)) }),
  )
  app.post(
    '/api/rumus/periksa',
    {
      config: read,
      schema: {
        tags,
        summary: 'Periksa sebuah rumus: kesalahan dengan letak dan saran, artinya dalam kata, yang dibutuhkannya',
        body: z.strictObject({
          rumus: z.string().max(20_000),
          satuan: z.string().max(60).optional(),
          jenisNilai: z.enum(['ANGKA', 'KATEGORI']).default('ANGKA'),
          masukan: VersiIndikator.shape.masukan,
        }),
        response: { 200: PeriksaOut },
      },
    },
    async ({ body: { rumus, satuan, jenisNilai, masukan } }) =>
      checkFormula(rumus, undefined, satuan === undefined ? undefined : { jenis: jenisNilai, satuan }, masukan),
  )
}

const toHasil = (row: queries.ResultRow) => ({ ...row, status: row.status as FigureOut['status'] })
