// HTTP: everybody signed in sees the organisation; the administrator changes it. NIP is shown to the administrator only.
import { z } from 'zod'
import { inTransaction } from '../platform/db/database.ts'
import { answer, fromCursor, PageQuery, page, toPage, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted, refuse } from '../platform/kernel/refusal.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'
import { actingHolders } from './rules.ts'
import { Day, GARIS, Jabatan, KodeUnit, Pegawai, Penugasan, UnitKerja } from './unit-kerja.ts'

const tags = ['unit-kerja']
const kelola = { may: { act: 'unit-kerja.kelola' }, repeatSafe: true } as const
const read = { may: 'signed-in' } as const

const Unit = z.object({
  kode: z.string(),
  jenis: z.string(),
  nama: z.string(),
  induk: z.string().nullable(),
  garis: z.enum(GARIS).nullable(),
  berlakuDari: z.string(),
  berlakuSampai: z.string().nullable(),
  version: z.number(),
})
const ListedUnit = Unit.extend({ namaInduk: z.string().nullable(), bawahan: z.number() })
const Version = z.object({ version: z.number() })
const Window = { berlakuDari: z.string(), berlakuSampai: z.string().nullable() }
const Held = z.object({
  id: z.string(),
  pegawai: z.string(),
  nama: z.string(),
  jabatan: z.string(),
  namaJabatan: z.string(),
  unit: z.string(),
  sifat: z.string(),
  berlakuDari: z.string(),
  berlakuSampai: z.string().nullable(),
  tanggalPasti: z.boolean(),
})
const Office = z.object({
  kode: z.string(),
  unit: z.string(),
  nama: z.string(),
  jenjang: z.string(),
  peran: z.array(z.string()),
  version: z.number(),
  ...Window,
  namaUnit: z.string(),
  /** `bertindak`: this person acts for the office on that day. */
  pemegang: z.array(Held.extend({ bertindak: z.boolean() })),
})

const dated = <T extends { berlaku_dari: string; berlaku_sampai: string | null }>(row: T) => {
  const { berlaku_dari: berlakuDari, berlaku_sampai: berlakuSampai, ...rest } = row
  return { ...rest, berlakuDari, berlakuSampai }
}
const toUnit = (row: queries.UnitRow) => dated(row)
const toListed = ({ nama_induk: namaInduk, ...row }: queries.ListedUnit) => ({ ...dated(row), namaInduk })
const toOffice = ({ nama_unit: namaUnit, pemegang, ...row }: queries.PejabatRow) => {
  const acting = new Set(actingHolders(pemegang).map((h) => h.id))
  return { ...dated(row), namaUnit, pemegang: pemegang.map((h) => ({ ...toHeld(h), bertindak: acting.has(h.id) })) }
}
const toHeld = (p: queries.PenugasanRow) => ({
  id: p.id,
  pegawai: p.pegawai,
  nama: p.nama,
  jabatan: p.jabatan,
  namaJabatan: p.nama_jabatan,
  unit: p.unit,
  sifat: p.sifat,
  berlakuDari: p.berlaku_dari,
  berlakuSampai: p.berlaku_sampai,
  tanggalPasti: p.tanggal_pasti,
})

export function routes(app: App, { db }: Services): void {
  const Kode = z.object({ kode: KodeUnit })
  app.get(
    '/api/unit-kerja',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satuan kerja pada suatu tanggal',
        querystring: PageQuery.extend({
          tanggal: Day.optional(),
          jenis: z.string().max(40).optional(),
          induk: KodeUnit.optional(),
          puncak: z.stringbool().optional(),
          cari: z.string().max(100).optional(),
        }),
        response: { 200: page(ListedUnit) },
      },
    },
    async (req) => {
      const { batas, kursor, tanggal, jenis, induk, puncak, cari } = req.query
      const after = fromCursor(kursor, 1)?.[0]
      const rows = await queries.listUnits(db, {
        day: tanggal ?? req.ctx.today,
        jenis: jenis?.split(','),
        induk,
        puncak,
        cari,
        after,
        limit: batas + 1,
      })
      return toPage(rows.map(toListed), batas, (u) => [u.kode])
    },
  )
  app.get(
    '/api/unit-kerja/:kode',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu satuan kerja',
        params: Kode,
        querystring: z.object({ tanggal: Day.optional() }),
        response: { 200: Unit },
      },
    },
    async (req, reply) => {
      const row = await queries.findUnit(db, req.params.kode, req.query.tanggal ?? req.ctx.today)
      return answer(
        reply,
        row ? toUnit(row) : refuse('TIDAK_DITEMUKAN', `Satuan kerja ${req.params.kode} tidak ada pada tanggal itu.`),
      )
    },
  )
  app.get(
    '/api/unit-kerja/:kode/riwayat',
    {
      config: read,
      schema: {
        tags,
        summary: 'Semua nama dan garis sebuah satuan kerja, yang terbaru dahulu',
        params: Kode,
        response: {
          200: z.object({
            nama: z.array(z.object({ nama: z.string(), ...Window })),
            garis: z.array(z.object({ induk: z.string(), namaInduk: z.string(), garis: z.enum(GARIS), ...Window })),
          }),
        },
      },
    },
    async (req) => {
      const { nama, garis } = await queries.historyOf(db, req.params.kode)
      return { nama: nama.map(dated), garis: garis.map(({ nama_induk: namaInduk, ...row }) => ({ ...dated(row), namaInduk })) }
    },
  )
  app.get(
    '/api/jenis-unit',
    {
      config: read,
      schema: {
        tags,
        summary: 'Jenis satuan kerja yang ada pada suatu tanggal',
        querystring: z.object({ tanggal: Day.optional() }),
        response: { 200: z.object({ isi: z.array(z.object({ jenis: z.string(), jumlah: z.number() })) }) },
      },
    },
    async (req) => ({ isi: await queries.listJenis(db, req.query.tanggal ?? req.ctx.today) }),
  )
  app.post(
    '/api/unit-kerja',
    { config: kelola, schema: { tags, summary: 'Buat satuan kerja', body: UnitKerja, response: { 201: Version } } },
    async (req, reply) => answer(reply, await inTransaction(db, (tx) => commands.createUnit(tx, req.ctx, req.body)), 201),
  )
  app.patch(
    '/api/unit-kerja/:kode',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Ganti nama, pindahkan atau akhiri mulai suatu tanggal',
        params: Kode,
        body: z.object({
          mulai: Day,
          nama: z.string().min(1).max(300).optional(),
          induk: KodeUnit.optional(),
          berakhir: Day.optional(),
        }),
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => commands.changeUnit(tx, req.ctx, req.params.kode, req.body, versionSeen(req)))),
  )

  app.get(
    '/api/jabatan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Jabatan',
        querystring: PageQuery.extend({ unit: KodeUnit.optional() }),
        response: {
          200: page(
            z.object({ kode: z.string(), unit: z.string(), nama: z.string(), jenjang: z.string(), peran: z.array(z.string()) }),
          ),
        },
      },
    },
    async (req) =>
      toPage(
        await queries.listJabatan(db, req.query.unit, fromCursor(req.query.kursor, 1)?.[0], req.query.batas + 1),
        req.query.batas,
        (j) => [j.kode],
      ),
  )
  app.put(
    '/api/jabatan/:kode',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Buat jabatan (If-Match: "0"), atau ubah dan tutup',
        params: z.object({ kode: Jabatan.shape.kode }),
        body: Jabatan.omit({ kode: true }),
        response: { 200: Version },
      },
    },
    async (req, reply) => {
      const jabatan = { ...req.body, kode: req.params.kode }
      return answer(reply, await inTransaction(db, (tx) => commands.saveJabatan(tx, req.ctx, jabatan, versionSeen(req))))
    },
  )
  app.get(
    '/api/pejabat',
    {
      config: read,
      schema: {
        tags,
        summary: 'Jabatan pada suatu tanggal, masing-masing dengan pemegangnya',
        querystring: PageQuery.extend({
          tanggal: Day.optional(),
          kode: z.string().max(200).optional(),
          unit: KodeUnit.optional(),
          cari: z.string().max(100).optional(),
          peran: z.string().max(100).optional(),
          kosong: z.stringbool().optional(),
        }),
        response: { 200: page(Office) },
      },
    },
    async (req) => {
      const { batas, kursor, tanggal: day = req.ctx.today, ...wanted } = req.query
      const filter = { ...wanted, day, after: fromCursor(kursor, 1)?.[0], limit: batas + 1 }
      return toPage((await queries.listPejabat(db, filter)).map(toOffice), batas, (j) => [j.kode])
    },
  )

  const Person = z.object({ id: z.string(), nama: z.string(), nip: z.string().nullable(), version: z.number() })
  app.get(
    '/api/pegawai',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Pegawai, dengan NIP',
        querystring: PageQuery.extend({ cari: z.string().max(100).optional() }),
        response: { 200: page(Person) },
      },
    },
    async (req) =>
      toPage(
        await queries.listPegawai(db, req.query.cari, fromCursor(req.query.kursor, 1)?.[0], req.query.batas + 1),
        req.query.batas,
        (p) => [p.id],
      ),
  )
  app.post(
    '/api/pegawai',
    {
      config: kelola,
      schema: { tags, summary: 'Daftarkan pegawai', body: Pegawai, response: { 201: z.object({ id: z.string() }) } },
    },
    async (req, reply) => {
      reply.code(201)
      return accepted(await inTransaction(db, (tx) => commands.registerPegawai(tx, req.ctx, req.body)))
    },
  )

  const ById = z.object({ id: z.string().max(100) })
  app.get(
    '/api/pegawai/:id',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Satu pegawai, dengan NIP dan semua penugasannya',
        params: ById,
        response: { 200: Person.extend({ penugasan: z.array(Held) }) },
      },
    },
    async (req, reply) => {
      const found = await queries.findPegawai(db, req.params.id)
      const penugasan = found ? (await queries.assignmentsOf(db, { pegawai: found.id })).map(toHeld) : []
      return answer(reply, found ? { ...found, penugasan } : refuse('TIDAK_DITEMUKAN', `Pegawai ${req.params.id} tidak dikenal.`))
    },
  )
  app.put(
    '/api/pegawai/:id',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Perbaiki nama atau NIP',
        params: ById,
        body: Pegawai.pick({ nama: true, kepegawaian: true }).extend({ nip: z.string().max(30).nullable() }),
        response: { 200: Version },
      },
    },
    async (req, reply) =>
      answer(
        reply,
        await inTransaction(db, (tx) => commands.changePegawai(tx, req.ctx, req.params.id, req.body, versionSeen(req))),
      ),
  )

  app.get(
    '/api/penugasan',
    {
      config: read,
      schema: {
        tags,
        summary: 'Siapa memegang jabatan apa pada suatu tanggal, sebagaimana diketahui pada suatu saat',
        querystring: PageQuery.extend({
          tanggal: Day.optional(),
          jabatan: z.string().max(200).optional(),
          pegawai: z.string().max(100).optional(),
          diketahui: z.iso.datetime().optional(),
        }),
        response: { 200: page(Held) },
      },
    },
    async (req) => {
      const { batas, kursor, tanggal, jabatan, pegawai, diketahui } = req.query
      const filter = {
        day: tanggal ?? req.ctx.today,
        jabatan,
        pegawai,
        knownAt: diketahui,
        after: fromCursor(kursor, 1)?.[0],
        limit: batas + 1,
      }
      return toPage((await queries.listPenugasan(db, filter)).map(toHeld), batas, (p) => [p.id])
    },
  )
  app.get(
    '/api/jabatan/:kode/riwayat',
    {
      config: read,
      schema: {
        tags,
        summary: 'Semua pemegang sebuah jabatan, yang terbaru dahulu',
        params: z.object({ kode: Jabatan.shape.kode }),
        response: { 200: z.object({ isi: z.array(Held) }) },
      },
    },
    async (req) => ({ isi: (await queries.assignmentsOf(db, { jabatan: req.params.kode })).map(toHeld) }),
  )
  app.post(
    '/api/penugasan',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Catat penugasan (definitif, Pj., Plt., Plh.)',
        body: Penugasan,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (req, reply) => {
      reply.code(201)
      return accepted(await inTransaction(db, (tx) => commands.assign(tx, req.ctx, req.body)))
    },
  )
  app.post(
    '/api/penugasan/:id/akhiri',
    {
      config: kelola,
      schema: {
        tags,
        summary: 'Akhiri penugasan',
        params: z.object({ id: z.uuid() }),
        body: z.object({ berakhir: Day }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (req) => accepted(await inTransaction(db, (tx) => commands.endAssignment(tx, req.ctx, req.params.id, req.body.berakhir))),
  )
}
