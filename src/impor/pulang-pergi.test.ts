// What Selaras printed is read back from what is visible: every cell and number of agreements and plans, in every form of file.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { BENTUK } from '../peraturan/dki-jakarta/bentuk.ts'
import { BENTUK_RENCANA_AKSI } from '../peraturan/dki-jakarta/bentuk-rencana-aksi.ts'
import { type PkPaper, perjanjianKinerja } from '../perjanjian-kinerja/perjanjian-kinerja.document.ts'
import { PERIODE_TARGET, TRIWULAN } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { figureCell } from '../platform/documents/blocks/figure-cell.ts'
import { plain } from '../platform/documents/blocks.ts'
import { BKD, JAKPUS, pkSnapshot, raSnapshot } from '../platform/documents/contoh.testing.ts'
import { bare, CETAK } from '../platform/documents/printing.testing.ts'
import { readHere } from '../platform/documents/reading/read-here.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { rencanaAksi } from '../rencana-aksi/rencana-aksi.document.ts'
import { KOSONG } from './baca-nilai.ts'
import type { RaTerbaca } from './bentuk-terbaca.ts'
import { bacaPk } from './pk.ts'
import { bacaRa } from './rencana-aksi.ts'

const orKosong = (text: string | null | undefined) => bare(text || KOSONG)

/** A figure as its cell shows it: the words, and the number they stand for. */
const figure = (f: FigureOut | undefined) => {
  const text = plain(figureCell(f).text)
  const empty = !f || f.status === 'KOSONG'
  return [empty ? KOSONG : bare(text), f?.nilai ?? null, f?.kategori ?? null, f?.status ?? 'KOSONG']
}
type Read = { tercetak: string; nilai?: string | undefined; kategori?: string | undefined; status: string }
const figureRead = (f: Read) => [f.status === 'KOSONG' ? KOSONG : bare(f.tercetak), f.nilai ?? null, f.kategori ?? null, f.status]

const given = (pk: PkPaper) => ({
  tahun: String(pk.tahun),
  unit: bare(pk.unitKerja),
  pihak: [pk.pihakPertama, pk.pihakKedua].map((p) => [orKosong(p.nama), orKosong(p.jabatan)]),
  nip: pk.pihakPertama.nip ?? KOSONG,
  kelompok: pk.bentuk.kelompok
    .map((k) => ({ kelompok: k.kode, sasaran: pk.sasaran.filter((s) => s.kelompok === k.kode) }))
    .map(({ kelompok, sasaran }) => ({
      kelompok,
      sasaran: sasaran.map((s) => ({
        no: bare(s.nomor),
        uraian: bare(s.uraian),
        indikator: s.indikator.map((i) => ({
          nama: bare(i.nama),
          sumberData: orKosong(i.sumberData),
          pengukuran: orKosong(i.pengukuran),
          satuan: orKosong(i.satuan),
          target: PERIODE_TARGET.map((p) => figure(i.target[p])),
        })),
      })),
    })),
})

async function readBack(file: Uint8Array) {
  const pk = bacaPk(await readHere(file))!
  return {
    tahun: pk.tahun.dibaca,
    unit: bare(pk.unit.dibaca),
    pihak: [pk.pihakPertama, pk.pihakKedua].map((p) => [bare(p.nama.dibaca), bare(p.jabatan.dibaca)]),
    nip: pk.pihakPertama.nip.dibaca,
    kelompok: pk.kelompok.map((k) => ({
      kelompok: k.kelompok,
      sasaran: k.sasaran.map((s) => ({
        no: bare(s.no.dibaca),
        uraian: bare(s.uraian.dibaca),
        indikator: s.indikator.map((i) => ({
          nama: bare(i.nama.dibaca),
          sumberData: bare(i.sumberData.dibaca),
          pengukuran: bare(i.pengukuran.dibaca),
          satuan: bare(i.satuan.dibaca),
          target: [...i.triwulan, i.tahunan].map(figureRead),
        })),
      })),
    })),
  }
}

const plan = (r: RaTerbaca) =>
  r.rencanaAksi.map((i) => [
    bare(i.no.dibaca),
    bare(i.sasaran.dibaca),
    bare(i.nama.dibaca),
    figureRead(i.target),
    i.ra.map((a) => [
      bare(a.kode.dibaca + a.uraian.dibaca),
      a.kk.map((k) => [
        k.uraian.dibaca === KOSONG ? KOSONG : bare(k.kode.dibaca + k.uraian.dibaca),
        k.to.map((o) => [bare(o.kode.dibaca + o.uraian.dibaca), o.jumlah.nilai ?? null, bare(o.satuan.dibaca), o.triwulan.dibaca, o.penanggungJawab.dibaca.map(bare), bare(o.mitigasi.dibaca)]), // biome-ignore format: one line
      ]),
    ]),
  ])
const planGiven = (who: boolean) =>
  raSnapshot().indikator.map((i) => [
    orKosong(i.nomor),
    orKosong(i.sasaran),
    orKosong(i.nama),
    figure(i.target),
    i.ra.map((a) => [
      bare(`${a.kode}${a.uraian}`),
      a.kk.map((k) => [
        k.uraian ? bare(`${k.kode}${k.uraian}`) : KOSONG,
        k.output.map((o) => [bare(`${o.kode}${o.uraian}`), o.jumlah.nilai, orKosong(o.satuan), o.triwulan, who ? o.penanggungJawab.map(bare) : [], orKosong(o.mitigasi)]), // biome-ignore format: one line
      ]),
    ]),
  ])

const PAPERS = {
  'Jakarta Pusat 2023': pkSnapshot('jakpus/pk-2023.json', JAKPUS),
  'Jakarta Pusat 2024': pkSnapshot('jakpus/pk-2024.json', JAKPUS),
  'BKD 2025': pkSnapshot('bkd-2025/pk.json', BKD),
}

for (const [form, print] of Object.entries(CETAK))
  describe(`printed by Selaras as ${form} and read again`, () => {
    for (const [name, pk] of Object.entries(PAPERS))
      test(`the agreement of ${name}`, async () => {
        assert.deepEqual(await readBack(await print(perjanjianKinerja(pk))), given(pk))
      })
    for (const bentuk of BENTUK_RENCANA_AKSI)
      test(`the action plan of BKD in the form ${bentuk.kode}`, async () => {
        const read = bacaRa(await readHere(await print(rencanaAksi(raSnapshot(), bentuk))))!
        const who = bentuk.kolom.some((k) => k.isi === 'penanggungJawab')
        assert.deepEqual(plan(read), planGiven(who))
      })
  })

describe('drafts that nobody wrote', () => {
  const words = fc
    .array(fc.constantFrom('Meningkatnya', 'kualitas', 'layanan', 'publik', 'Persentase', 'aset', 'SDM', '(AKIP)', 'tahun', '90%', 'e-Order', 'dan/atau', 'Rp1.250.000,00'), { minLength: 2, maxLength: 25 }) // biome-ignore format: one line
    .map((all) => `Terwujudnya ${all.join(' ')}`)
  const digits = fc.integer({ min: 1, max: 99_999 }).map((n) => String(n / 100))
  const none = { nilai: null, kategori: null, min: null, maks: null, tercetak: null }
  const cell: fc.Arbitrary<FigureOut> = fc.oneof(
    digits.map((nilai) => ({ ...none, status: 'NILAI' as const, nilai })),
    fc.constant({ ...none, status: 'TIDAK_DITARGETKAN' as const }),
    fc.constantFrom('A', 'BB', 'WTP').map((kategori) => ({ ...none, status: 'NILAI' as const, kategori })),
  )
  const draft = fc
    .record({
      bentuk: fc.constantFrom(...BENTUK),
      sasaran: fc.array(
        fc.record({
          uraian: words,
          indikator: fc.array(fc.record({ nama: words, pengukuran: fc.option(words), satuan: fc.constantFrom('Nilai', 'Persen', 'Indeks'), target: fc.array(cell, { minLength: 5, maxLength: 5 }) }), { minLength: 1, maxLength: 3 }), // biome-ignore format: one line
        }),
        { minLength: 2, maxLength: 8 },
      ),
    })
    .map(({ bentuk, sasaran }): PkPaper => {
      const at = (i: number) => bentuk.kelompok[Math.floor((i * bentuk.kelompok.length) / sasaran.length)]!.kode
      const tahun = Number(bentuk.berlaku.dari.slice(0, 4))
      return {
        ...PAPERS['Jakarta Pusat 2023'],
        bentuk,
        tahun,
        sasaran: sasaran.map((s, i) => ({
          nomor: String(i + 1),
          kelompok: at(i),
          uraian: s.uraian,
          indikator: s.indikator.map((d, n) => ({
            nomor: String(n + 1),
            nama: d.nama,
            sumberData: 'e-Kinerja',
            pengukuran: d.pengukuran,
            satuan: d.satuan,
            target: Object.fromEntries([...TRIWULAN, 'TAHUNAN' as const].map((p, k) => [p, d.target[k]!])),
          })),
        })),
      }
    })
  for (const [form, print] of Object.entries(CETAK))
    test(`come back equal as ${form}`, () =>
      fc.assert(
        fc.asyncProperty(draft, async (pk) => {
          assert.deepEqual(await readBack(await print(perjanjianKinerja(pk))), given(pk))
        }),
        { seed: 2026, numRuns: form === 'PDF' ? 12 : 25, endOnFailure: true },
      ))
})
