// A report on paper → its chapters, the results its tables print per indicator and period, and the agreement within it. Pure.
import { z } from 'zod'
import { kunciOf } from '../periksa/kata.ts'
import { kenali } from '../periksa/kenali.ts'
import { bacaNaskah, type Kolom, namaTabel, type Tabel } from '../periksa/naskah.ts'
import type { ReadBlock, ReadPaper } from '../platform/documents/blocks/paper.ts'
import { angkaTerbaca, keyakinanSel, NOT_PRINTED, teksTerbaca, tempatOf } from './baca-nilai.ts'
import { letakPk } from './baris-pk.ts'
import { PkTerbaca } from './bentuk-terbaca.ts'
import { namaKolom } from './kolom.ts'
import { Masalah, masalah, masalahPembaca } from './masalah.ts'
import { bacaPk, doubtsIn } from './pk.ts'
import { AngkaTerbaca, Terbaca } from './terbaca.ts'

export const RESULT_KINDS = ['target', 'realisasi', 'capaian'] as const
type Hal = (typeof RESULT_KINDS)[number]
export const HasilTerbaca = z.object({
  /** `Tabel 70`. */
  tabel: z.string(),
  indikator: Terbaca,
  /** `2024`, `2024-TW2`. */
  periode: Terbaca,
  target: AngkaTerbaca.nullable(),
  realisasi: AngkaTerbaca.nullable(),
  capaian: AngkaTerbaca.nullable(),
})
export const LkipTerbaca = z.object({
  skema: z.literal('selaras/lkip/1'),
  tahun: Terbaca,
  unit: Terbaca,
  bab: z.array(z.object({ judul: Terbaca, tingkat: z.number().int() })),
  hasil: z.array(HasilTerbaca),
  perjanjianKinerja: PkTerbaca.nullable(),
  masalah: z.array(Masalah),
})
export type HasilTerbaca = z.infer<typeof HasilTerbaca>
export type LkipTerbaca = z.infer<typeof LkipTerbaca>

/** Two printed names of an indicator are one, whatever their marks, numbers in front and capitals. */
export const kunciNama = (nama: string): string => kunciOf(nama)

export function bacaLkip(paper: ReadPaper): LkipTerbaca {
  const { tahun, unit } = kenali(paper)
  const naskah = bacaNaskah(paper)
  const used = naskah.tabel.flatMap((tabel) => {
    const kolom = kolomHasil(tabel, tahun)
    return kolom ? [{ tabel, kolom }] : []
  })
  const hasil = used.flatMap(({ tabel, kolom }) => hasilIn(tabel, kolom, paper))
  const pk = bacaPk(agreementIn(paper, naskah.tabel)) ?? null
  const tables = used.map((u) => u.tabel.asal)
  return {
    skema: 'selaras/lkip/1',
    tahun: tahun === null ? NOT_PRINTED : { ...NOT_PRINTED, tercetak: String(tahun), dibaca: String(tahun), keyakinan: 0.9 },
    unit: unit === null ? NOT_PRINTED : { ...NOT_PRINTED, tercetak: unit, dibaca: unit, keyakinan: 0.8 },
    bab: paper.blocks.flatMap((b) => (b.kind === 'heading' ? [{ judul: teksTerbaca(b.text, b.at), tingkat: b.level }] : [])),
    hasil,
    perjanjianKinerja: pk,
    masalah: [...masalahPembaca(doubtsIn(paper.doubts, tables)), ...unread(hasil)],
  }
}

type KolomHasil = {
  /** The column of the indicators' names; null where the caption names the only one and the rows are years. */
  readonly indikator: number | null
  readonly nilai: readonly {
    readonly nomor: number
    readonly hal: Hal
    readonly periode: string | null
    readonly keyakinan: number
  }[]
}

const HAL: readonly (readonly [Hal, RegExp])[] = [
  ['realisasi', /\brealisasi\b|^r$/],
  ['capaian', /\bcapaian\b|^(?:%|persen|persentase)$/],
  ['target', /\btarget\b|^t$/],
]
/** Reports also name their rows by what the indicator measures. */
const NAMA: readonly RegExp[] = [/\bindikator\b/, /^(?:tujuan|sasaran)(?: strategis)?$/]
const halOf = (name: string): Hal | undefined => HAL.find(([, pattern]) => pattern.test(name))?.[0]
const MONEY = /anggaran|pagu|\(rp\)|\brp\b|belanja|keuangan|dokumen pelaksanaan/
const KUARTAL = /\b(?:triwulan|tw)\.?\s*(iv|i{1,3}|[1-4])\b/
const ROMAWI: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }
/** Without a year in the head or the caption, the report speaks of its own. */
const OWN_YEAR = 0.8

function kolomHasil(tabel: Tabel, tahun: number | null): KolomHasil | undefined {
  const own = (k: Kolom) => (k.judul.at(-1) ?? '').toLowerCase()
  const names = tabel.kolom.map(namaKolom)
  const nilai = tabel.kolom.flatMap((k, nomor) => {
    const hal = halOf(own(k)) ?? halOf(names[nomor]!)
    if (!hal || MONEY.test(names[nomor]!)) return []
    const year = k.tahun ?? tabel.tahun ?? tahun
    const quarter = KUARTAL.exec(names[nomor]!)?.[1]
    const periode = year === null ? null : quarter ? `${year}-TW${ROMAWI[quarter] ?? quarter}` : String(year)
    return [{ nomor, hal, periode, keyakinan: k.tahun || tabel.tahun ? 1 : OWN_YEAR }]
  })
  if (nilai.every((n) => n.hal === 'target')) return undefined
  const results = new Set(nilai.map((n) => n.hal))
  for (const pattern of NAMA) {
    const indikator = names.findIndex((n, i) => pattern.test(n) && !nilai.some((v) => v.nomor === i))
    if (indikator >= 0) return { indikator, nilai }
    // Without the word, only a table of targets and results is one of indicators.
    if (!results.has('target') || !results.has('realisasi')) break
  }
  const program = names.findIndex((n) => /^program$/.test(n))
  if (program >= 0 && names.some((n) => /\bindikator\b/.test(n))) return { indikator: program, nilai }
  const years = names.findIndex((n) => /^tahun$/.test(n))
  return years >= 0 && tabel.judul ? { indikator: null, nilai } : undefined
}

function hasilIn(tabel: Tabel, { indikator, nilai }: KolomHasil, paper: ReadPaper): HasilTerbaca[] {
  const yearColumn = tabel.kolom.findIndex((k) => /^tahun$/.test(namaKolom(k)))
  return tabel.baris.flatMap((baris): HasilTerbaca[] => {
    if (baris.peran === 'group' || baris.jumlah) return []
    const name = indikator === null ? undefined : baris.sel[indikator]
    if (indikator !== null && (!name || !/\p{L}{3}/u.test(name.teks))) return []
    const read = name
      ? teksTerbaca(name.teks, name.asal.at, { ...keyakinanSel(name.asal, paper.doubts), more: name.asal.more })
      : teksTerbaca(tabel.judul!.text, tabel.judul!.at, { keyakinan: 0.6, alasan: 'nama indikator dari judul tabel' })
    const year = indikator === null ? /^20\d\d$/.exec(baris.sel[yearColumn]?.teks.trim() ?? '')?.[0] : undefined
    if (indikator === null && !year) return []
    const found = new Map<string, HasilTerbaca>()
    for (const v of nilai) {
      const sel = baris.sel[v.nomor]!
      if (sel.teks.trim() === '' || sel.asal.colSpan > 1) continue
      const periode = year ?? v.periode ?? ''
      const entry =
        found.get(periode) ??
        found
          .set(periode, {
            tabel: namaTabel(tabel),
            indikator: read,
            periode: { ...tempatOf(sel.di), tercetak: periode, dibaca: periode || 'KOSONG', keyakinan: year ? 1 : v.keyakinan },
            target: null,
            realisasi: null,
            capaian: null,
          })
          .get(periode)!
      // A second column of the same kind says the same for another reading; the first is the table's own.
      entry[v.hal] ??= angkaTerbaca(sel.nilai, sel.asal.at, keyakinanSel(sel.asal, paper.doubts))
    }
    return [...found.values()].filter((h) => h.realisasi || h.capaian)
  })
}

const unread = (hasil: readonly HasilTerbaca[]): Masalah[] =>
  hasil.flatMap((h) =>
    RESULT_KINDS.flatMap((hal) => {
      const value = h[hal]
      if (!value || value.keyakinan >= 0.5) return []
      const at = { line: value.baris ?? undefined, page: value.halaman, paragraph: value.paragraf }
      const letak = `${h.tabel}, ${h.indikator.dibaca.slice(0, 80)}`
      return [
        masalah('BACA-ANGKA', at, `Kolom ${hal} tidak terbaca sebagai angka.`, {
          letak,
          tercetak: value.tercetak.slice(0, 200),
          keyakinan: value.keyakinan,
        }),
      ]
    }),
  )

const ANNEX = /^(?:lampiran.*\s)?perjanjian\s+kinerja\b(?!.*\b(?:tabel|adalah|merupakan)\b)/i

/**
 * The agreement that a report holds: the tables whose captions name it, else the annex from the statement on. Persons stand in
 * the annex. Other tables of sasaran and targets are no agreement.
 */
function agreementIn(paper: ReadPaper, tabel: readonly Tabel[]): ReadPaper {
  const statement = paper.blocks.findIndex((b) => b.kind === 'paragraph' && /disebut\s+PIHAK\s+PERTAMA/i.test(b.text))
  const title = paper.blocks.findLastIndex(
    (b, i) => i <= statement && 'text' in b && ANNEX.test(b.text.replace(/\s+/g, ' ').trim()),
  )
  const annex = statement < 0 ? [] : paper.blocks.slice(title < 0 ? statement : title)
  const named = tabel.filter((t) => /perjanjian\s+kinerja/i.test(t.judul?.text ?? '') && letakPk(t)).map((t) => t.asal)
  if (!named.length) return { ...paper, blocks: annex }
  const [first] = named
  const caption: ReadBlock = { kind: 'paragraph', text: first!.caption!.text, at: first!.caption!.at }
  return { ...paper, blocks: [...annex.filter((b) => b.kind !== 'table'), caption, ...named] }
}
