// HTTP of entering a quarter: the quarter of an office, the sheet of one indicator, its preview, and the outputs' progress.
import { z } from 'zod'
import { BatasMasukanOut } from '../indikator/indikator.ts'
import { inSnapshot, inTransaction } from '../platform/db/database.ts'
import { answer, versionSeen } from '../platform/http/conventions.ts'
import type { App, Services } from '../platform/http/server.ts'
import { FigureOut } from '../platform/kernel/figure.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { STATUS_PERIODE } from './buka-tutup.ts'
import { saveKemajuan, saveLembar } from './commands-pengisian.ts'
import { KURANG } from './pengisian.ts'
import { CARA_ISI, Kemajuan, Lembar, TempatOutput, TempatTriwulan, Triwulan, UnitParam } from './pengukuran.ts'
import { CapaianOut, KlaimOut, NilaiOut, PenjelasanOut } from './presented.ts'
import * as queries from './queries-pengisian.ts'

const tags = ['pengukuran']
const STATUS = z.enum(['BELUM_DIISI', 'DRAF', 'DIAJUKAN', 'DIVALIDASI_ATASAN', 'TERVERIFIKASI', 'TERKUNCI'])
const StatusPeriode = z.enum(STATUS_PERIODE)
const Stated = z.object({ status: z.string(), nilai: z.string().nullable() })
const Bukti = KlaimOut.shape.bukti

const TriwulanOut = z.object({
  saya: z.string(),
  nama: z.string(),
  periode: z.string(),
  status: StatusPeriode,
  batas: z.string(),
  hariIni: z.string(),
  ditolak: z.string().nullable(),
  kelompok: z.array(
    z.object({
      kode: z.string(),
      indikator: z.array(
        z.object({
          kode: z.string(),
          nama: z.string(),
          satuan: z.string(),
          desimal: z.number(),
          pemilikData: z.string().nullable(),
          status: STATUS,
          target: z.object({ status: z.string(), tampil: z.string() }).nullable(),
          periode: z.string(),
          nilai: Stated,
          capaian: Stated,
          jatuhTempo: z.boolean(),
          terisi: z.boolean(),
          kurang: z.enum(KURANG).nullable(),
        }),
      ),
    }),
  ),
})
export type TriwulanOut = z.infer<typeof TriwulanOut>

const Titik = z.array(z.object({ nama: z.string(), realisasi: z.string().nullable(), target: z.string().nullable() }))
const LembarOut = z.object({
  saya: z.string(),
  version: z.number(),
  status: STATUS,
  periode: z.string(),
  statusPeriode: StatusPeriode,
  batas: z.string(),
  hariIni: z.string(),
  ke: z.number(),
  dari: z.number(),
  sebelum: z.string().nullable(),
  sesudah: z.string().nullable(),
  indikator: z.object({
    kode: z.string(),
    nama: z.string(),
    satuan: z.string(),
    desimal: z.number(),
    jenisNilai: z.string(),
    definisi: z.string().nullable(),
    caraUkur: z.string().nullable(),
    sumberData: z.string().nullable(),
    skalaMin: z.string().nullable(),
    skalaMaks: z.string().nullable(),
    dasarHukum: z.array(z.string()).readonly(),
    pemilik: z.string().nullable(),
  }),
  rumus: z
    .object({
      teks: z.string(),
      kata: z.string(),
      arti: z.string().nullable(),
      dasar: z.string(),
      masukan: z.array(
        z.object({
          nama: z.string(),
          jenis: z.enum(['ANGKA', 'TABEL']),
          dari: z.enum(['SURVEI', 'MASUKAN']),
          kolom: z.array(z.string()).readonly(),
          ...BatasMasukanOut.shape,
          arti: z.string(),
          satuan: z.string().optional(),
          berulang: z.boolean().optional(),
        }),
      ),
    })
    .nullable(),
  survei: z.array(z.object({ nama: z.string(), baris: z.number() })),
  lembar: z.object({
    cara: z.enum(CARA_ISI),
    tercetak: z.string().nullable(),
    masukan: z.record(
      z.string(),
      z.array(z.object({ dimensi: z.record(z.string(), z.string()), tercetak: z.string() })).readonly(),
    ),
    keterangan: z.string().nullable(),
    surat: z.string().nullable(),
    tanggal: z.string().nullable(),
    bukti: Bukti,
    hambatan: z.string().nullable(),
    tindakLanjut: z.string().nullable(),
    oleh: z.string().nullable(),
    dicatat: z.string().nullable(),
  }),
  penjelasan: PenjelasanOut,
  perjalanan: z.object({ tahun: Titik, triwulan: Titik, targetTahun: z.string().nullable() }),
  ditolak: z.string().nullable(),
  tindakan: z.array(
    z.object({
      act: z.enum(['ajukan', 'validasi', 'verifikasi', 'kunci', 'kembalikan']),
      label: z.string(),
      perluAlasan: z.boolean(),
      bolehNilai: z.boolean(),
      ditolak: z.string().nullable(),
    }),
  ),
  riwayat: z.array(
    z.object({ at: z.string(), act: z.string(), status: z.string().nullable(), note: z.string().nullable(), oleh: z.string() }),
  ),
})
export type LembarOut = z.infer<typeof LembarOut>

const PratinjauOut = z.object({
  nilai: NilaiOut,
  capaian: CapaianOut,
  kata: z.string().nullable(),
  alasan: z.string(),
  salah: z.array(z.string()).readonly(),
})
export type PratinjauOut = z.infer<typeof PratinjauOut>

const KeluaranOut = z.object({
  saya: z.string(),
  rencana: z.string().nullable(),
  ditolak: z.string().nullable(),
  isi: z.array(
    z.object({
      id: z.string(),
      kode: z.string().nullable(),
      indikator: z.string(),
      aksi: z.string(),
      kriteria: z.string().nullable(),
      uraian: z.string(),
      satuan: z.string().nullable(),
      penanggungJawab: z.array(z.string()),
      mitigasi: z.string().nullable(),
      jumlah: FigureOut,
      kemajuan: FigureOut.extend({
        catatan: z.string().nullable(),
        oleh: z.string(),
        dicatat: z.string(),
        bukti: Bukti,
      }).nullable(),
      version: z.number(),
    }),
  ),
})
export type KeluaranOut = z.infer<typeof KeluaranOut>

const Tahun = z.string().regex(/^\d{4}$/)
const PeriodeQuery = z.object({ periode: Triwulan })
const unitOf = (req: { params: unknown }) => (req.params as { unit: string }).unit
const read = { may: { act: 'pengukuran.lihat', unit: unitOf } }
const write = { may: { act: 'pengukuran.isi', unit: unitOf } }

export function routes(app: App, { db }: Services): void {
  app.get(
    '/api/pengisian/:unit',
    {
      config: read,
      schema: {
        tags,
        summary: 'Satu triwulan satu kantor: yang diminta, yang terisi, yang kurang, batasnya; tanpa periode: yang jatuh tempo',
        params: UnitParam,
        querystring: z.object({ periode: Triwulan.optional(), tahun: Tahun.optional() }),
        response: { 200: TriwulanOut },
      },
    },
    async (req) => accepted(await inSnapshot(db, (tx) => queries.triwulan(tx, req.ctx, req.params.unit, req.query))),
  )
  app.get(
    '/api/pengisian/:unit/:kode/:periode',
    {
      config: read,
      schema: {
        tags,
        summary: 'Lembar isian satu indikator: yang diminta, yang tersimpan, hasilnya, dan yang dapat dilakukan',
        params: TempatTriwulan,
        response: { 200: LembarOut },
      },
    },
    async (req, reply) => answer(reply, await inSnapshot(db, (tx) => queries.lembar(tx, req.ctx, req.params))),
  )
  app.put(
    '/api/pengisian/:unit/:kode/:periode',
    {
      config: write,
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Simpan seluruh lembar; If-Match "0" untuk yang baru',
        params: TempatTriwulan,
        body: Lembar,
        response: { 200: z.object({ version: z.number(), status: z.string() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => saveLembar(tx, req.ctx, req.params, req.body, versionSeen(req)))),
  )
  app.post(
    '/api/pengisian/:unit/:kode/:periode/pratinjau',
    {
      config: read,
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Hasil dari yang sedang diketik, tanpa menyimpan',
        params: TempatTriwulan,
        body: Lembar,
        response: { 200: PratinjauOut },
      },
    },
    async (req) => accepted(await inSnapshot(db, (tx) => queries.pratinjau(tx, req.params, req.body))),
  )
  app.get(
    '/api/kemajuan-output/:unit',
    {
      config: read,
      schema: {
        tags,
        summary: 'Output Rencana Aksi yang jatuh tempo pada satu triwulan, dengan kemajuannya',
        params: UnitParam,
        querystring: PeriodeQuery,
        response: { 200: KeluaranOut },
      },
    },
    async (req) => inSnapshot(db, (tx) => queries.keluaran(tx, req.ctx, req.params.unit, req.query.periode)),
  )
  app.put(
    '/api/kemajuan-output/:unit/:output',
    {
      config: write,
      schema: {
        tags,
        summary: 'Isi kemajuan satu output; If-Match "0" untuk yang baru',
        params: TempatOutput,
        body: Kemajuan,
        response: { 200: z.object({ version: z.number() }) },
      },
    },
    async (req, reply) =>
      answer(reply, await inTransaction(db, (tx) => saveKemajuan(tx, req.ctx, req.params, req.body, versionSeen(req)))),
  )
}
