// HTTP of what-if: what may be supposed, and what would change. Reads only.
import { z } from 'zod'
import { VersiIndikator } from '../indikator/indikator.ts'
import { inSnapshot, undone } from '../platform/db/database.ts'
import type { App, Services } from '../platform/http/server.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { whatVersionChanges } from './commands-versi.ts'
import { KEADAAN } from './keadaan.ts'
import { UnitParam } from './pengukuran.ts'
import { CapaianOut, NilaiOut } from './presented.ts'
import { whatIf, whatMayBe } from './queries-jika.ts'
import { JAWABAN } from './seharusnya.ts'

const tags = ['pengukuran']
const Sisi = z.object({ nilai: NilaiOut, target: z.string().nullable(), capaian: CapaianOut, keadaan: z.enum(KEADAAN) })
const Total = z.object({
  indikator: z.number(),
  bernilai: z.number(),
  rerata: z.string().nullable(),
  tercapai: z.number(),
  belum: z.number(),
})
const Place = z.string().min(1).max(1200)
const Untuk = z
  .string()
  .max(100)
  .regex(/^[A-Z][A-Z0-9_]*\.\d{4}(-[A-Z]+\d+)?$/, 'harus INDIKATOR.PERIODE, misalnya IKL.2024')

const KemungkinanOut = z.object({
  untuk: z.string().nullable(),
  indikator: z.array(z.object({ kode: z.string(), nama: z.string() })),
  hasil: Sisi.extend({ nama: z.string(), satuan: z.string(), desimal: z.number() }).nullable(),
  kelompok: z.array(
    z.object({
      kode: z.string(),
      nama: z.string(),
      satuan: z.string(),
      periode: z.string(),
      namaPeriode: z.string(),
      isian: z
        .array(
          z.object({
            di: z.string(),
            bagian: z.enum(['MASUKAN', 'REALISASI', 'TARGET']),
            nama: z.string(),
            tabel: z.string().nullable(),
            kini: z.string().nullable(),
            status: z.string(),
          }),
        )
        .readonly(),
    }),
  ),
})
export type KemungkinanOut = z.infer<typeof KemungkinanOut>

const Perubahan = z
  .array(
    z.object({
      kode: z.string(),
      nama: z.string(),
      satuan: z.string(),
      desimal: z.number(),
      periode: z.string(),
      namaPeriode: z.string(),
      sebelum: Sisi,
      sesudah: Sisi,
      selisih: z.object({ nilai: z.string().nullable(), capaian: z.string().nullable() }),
    }),
  )
  .readonly()
const JikaOut = z.object({
  perubahan: Perubahan,
  total: z.object({ sebelum: Total, sesudah: Total }),
  salah: z.array(z.object({ di: z.string(), pesan: z.string() })).readonly(),
  hasil: Sisi.nullable(),
  jawaban: z
    .object({
      jenis: z.enum(JAWABAN),
      di: z.string(),
      untuk: z.object({ kode: z.string(), periode: z.string() }),
      ambang: z.string(),
      dari: z.string().nullable(),
      sampai: z.string().nullable(),
      terdekat: z.object({ isian: z.string(), capaian: z.string() }).nullable(),
      kini: Sisi,
    })
    .nullable(),
})
export type JikaOut = z.infer<typeof JikaOut>

export function routes(app: App, { db }: Services): void {
  const config = { may: { act: 'pengukuran.lihat', unit: (req: { params: unknown }) => (req.params as { unit: string }).unit } }
  const params = UnitParam.extend({ tahun: z.coerce.number().int().min(2000).max(2100) })
  app.get(
    '/api/bagaimana-jika/:unit/:tahun',
    {
      config,
      schema: {
        tags,
        summary: 'Isian yang dapat diandaikan untuk satu hasil: target, realisasi dan semua masukan di bawahnya',
        params,
        querystring: z.object({ untuk: Untuk.optional() }),
        response: { 200: KemungkinanOut },
      },
    },
    async (req) => {
      const { unit, tahun } = req.params
      return accepted(await inSnapshot(db, (tx) => whatMayBe(tx, unit, tahun, req.query.untuk)))
    },
  )
  app.post(
    '/api/bagaimana-jika/:unit/:tahun',
    {
      config,
      schema: {
        tags,
        summary: 'Bagaimana jika: semua hasil yang berubah bila isiannya lain, dan berapa seharusnya; tidak menyimpan apa pun',
        params,
        body: z.object({
          andaian: z
            .array(z.object({ di: Place, tercetak: z.string().max(300) }))
            .max(500)
            .default([]),
          untuk: Untuk.optional(),
          cari: Place.optional(),
        }),
        response: { 200: JikaOut },
      },
    },
    async (req) => {
      const { unit, tahun } = req.params
      return accepted(await inSnapshot(db, (tx) => whatIf(tx, unit, tahun, req.body)))
    },
  )
  app.post(
    '/api/bagaimana-jika/:unit/versi/:kode',
    {
      config: { may: { ...config.may, act: 'indikator.ubah' } },
      schema: {
        tags,
        summary: 'Hasil mana yang akan lain menurut versi indikator ini, sejak tanggal berlakunya; tidak menyimpan apa pun',
        params: UnitParam.extend({ kode: z.string().min(1).max(60) }),
        body: z.strictObject({ versi: VersiIndikator, nomor: z.number().int().min(1).optional() }),
        response: { 200: z.object({ perubahan: Perubahan }) },
      },
    },
    async (req) => {
      const { unit, kode } = req.params
      const { versi, nomor } = req.body
      return { perubahan: accepted(await undone(db, (tx) => whatVersionChanges(tx, req.ctx, unit, kode, versi, nomor))) }
    },
  )
}
