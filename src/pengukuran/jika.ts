// What if: the results of an office and year before and after what is supposed, by the same measuring. Pure.
import { type Decimal, HUNDRED, parseDecimal, toText } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { periodName } from '../platform/kernel/time.ts'
import { type Diandaikan, keyOf, placeText, tableOf, withAndaian } from './andaian.ts'
import { type Capaian, capaianOf, shownFigure } from './explanation.ts'
import { formulaOf, inputsOf } from './formula.ts'
import type { Bacaan, Hasil, Loaded, Nilai } from './hasil.ts'
import { ambangOf, type Keadaan, keadaanOf } from './keadaan.ts'
import { Measurement } from './measure.ts'

export type Sisi = {
  readonly nilai: Nilai
  readonly target: string | null
  readonly capaian: Capaian
  readonly keadaan: Keadaan
}
export type Perubahan = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly desimal: number
  readonly periode: string
  readonly namaPeriode: string
  readonly sebelum: Sisi
  readonly sesudah: Sisi
  /** After minus before, where both are numbers. */
  readonly selisih: { readonly nilai: string | null; readonly capaian: string | null }
}
/** The year of the office in one line, over the indicators of its agreement, as its pages count them. */
export type Total = {
  readonly indikator: number
  readonly bernilai: number
  readonly rerata: string | null
  readonly tercapai: number
  readonly belum: number
}
export type Perbandingan = {
  readonly perubahan: readonly Perubahan[]
  readonly total: { readonly sebelum: Total; readonly sesudah: Total }
}

const PARTS = ['TW1', 'TW2', 'S1', 'TW3', 'TW4', 'S2']
const MONTHS = Array.from({ length: 12 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`)

export function sisiOf(bahan: Loaded, unit: string, kode: string, periode: string, measured: Measurement): Sisi {
  const found = measured.of(unit, kode, periode)
  const { hasil } = found
  const versi = bahan.versi(unit, kode, periode)
  const target = bahan.target(unit, kode, periode) ?? null
  const capaian = capaianOf(bahan, versi, found, target)
  const said = target && shownFigure(target.figure, versi?.desimal ?? 2)
  const { status } = hasil.nilai
  const held = target?.figure.status === 'KOSONG' ? null : said
  const keadaan = keadaanOf({ periode, status, capaianStatus: capaian.status, capaian: capaian.nilai, target: held })
  return { nilai: hasil.nilai, target: held, capaian, keadaan }
}

/** Every result of the year that is another one when what is supposed holds; and what the year comes to, before and after. */
export function compareWith(
  bahan: Loaded,
  unit: string,
  tahun: number,
  supposed: readonly Diandaikan[],
  agreed?: ReadonlySet<string>,
): Perbandingan {
  const monthly = supposed.some(({ letak }) => /-B\d\d$/.test(letak.periode))
  return compare(bahan, withAndaian(bahan, unit, supposed), unit, tahun, { monthly, agreed })
}

/** The results of an office and year that differ between two states of what they rest on. */
export function compare(
  bahan: Loaded,
  over: Loaded,
  unit: string,
  tahun: number,
  { monthly = false, agreed = new Set() }: { readonly monthly?: boolean; readonly agreed?: ReadonlySet<string> } = {},
): Perbandingan {
  const [before, after] = [new Measurement(bahan), new Measurement(over)]
  const year = String(tahun)
  const periods = [...PARTS, ...(monthly ? MONTHS : [])].map((part) => `${year}-${part}`)
  const codes = over.kode(unit).filter((kode) => over.versi(unit, kode, year))
  const sides = { sebelum: [] as Sisi[], sesudah: [] as Sisi[] }
  const perubahan: Perubahan[] = []
  for (const kode of codes)
    for (const periode of [year, ...periods]) {
      const versi = over.versi(unit, kode, periode)
      if (!versi) continue
      const [sebelum, sesudah] = [sisiOf(bahan, unit, kode, periode, before), sisiOf(over, unit, kode, periode, after)]
      if (periode === year && (agreed.size === 0 || agreed.has(kode))) {
        sides.sebelum.push(sebelum)
        sides.sesudah.push(sesudah)
      }
      if (said(sebelum) === said(sesudah)) continue
      const { nama, satuan, desimal } = versi
      const selisih = {
        nilai: difference(sebelum.nilai, sesudah.nilai),
        capaian: difference(sebelum.capaian, sesudah.capaian),
      }
      perubahan.push({ kode, nama, satuan, desimal, periode, namaPeriode: periodName(periode), sebelum, sesudah, selisih })
    }
  return { perubahan, total: { sebelum: totalOf(sides.sebelum, year), sesudah: totalOf(sides.sesudah, year) } }
}

const said = ({ nilai, target, capaian }: Sisi) =>
  JSON.stringify([nilai.status, nilai.nilai, nilai.pesan, target, capaian.status, capaian.nilai])

const numberOf = ({ status, nilai }: Nilai): Decimal | null =>
  status === 'NILAI' && nilai !== null && /^-?[\d.]+$/.test(nilai) ? parseDecimal(nilai) : null

function difference(before: Nilai, after: Nilai): string | null {
  const [a, b] = [numberOf(before), numberOf(after)]
  return a && b ? toText(b.minus(a)) : null
}

function totalOf(sides: readonly Sisi[], periode: string): Total {
  const reached = parseDecimal(ambangOf(periode).tercapai)
  const numbers = sides.flatMap(({ capaian }) => numberOf(capaian) ?? [])
  const sum = numbers.reduce((a, b) => a.plus(b), HUNDRED.minus(HUNDRED))
  const tercapai = numbers.filter((n) => n.gte(reached)).length
  return {
    indikator: sides.length,
    bernilai: numbers.length,
    rerata: numbers.length ? toText(sum.div(numbers.length)) : null,
    tercapai,
    belum: numbers.length - tercapai,
  }
}

/** Something that may be supposed to be otherwise, with what stands there now in the form in which it is typed. */
export type IsianAndaian = {
  readonly di: string
  readonly bagian: 'MASUKAN' | 'REALISASI' | 'TARGET'
  /** The words of its row, or what the figure is. */
  readonly nama: string
  /** The table that it is a row of. */
  readonly tabel: string | null
  readonly kini: string | null
  readonly status: string
}
export type KelompokIsian = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly periode: string
  readonly namaPeriode: string
  readonly isian: readonly IsianAndaian[]
}

/** All that a result rests on, from itself down: what it is held against, its value, and its inputs. */
export function inputsBelow(bahan: Loaded, unit: string, kode: string, periode: string, bacaan: Bacaan = {}): KelompokIsian[] {
  const measured = new Measurement(bahan, bacaan)
  const seen = new Map<string, Hasil>()
  const walk = (h: Hasil): void => {
    if (h.unit !== unit || seen.has(`${h.indikator} ${h.periode}`)) return
    seen.set(`${h.indikator} ${h.periode}`, h)
    for (const part of [...(h.agregasi?.bagian ?? []), ...h.rujukan]) walk(part)
  }
  const top = measured.of(unit, kode, periode).hasil
  walk(top)
  // Where nothing is there yet, the quarters are what will be filled in.
  if (top.cara === 'TIDAK_ADA' && /^\d{4}$/.test(periode))
    for (const n of [1, 2, 3, 4]) walk(measured.of(unit, kode, `${periode}-TW${n}`).hasil)
  return [...seen.values()].flatMap((h) => groupOf(bahan, unit, h, bacaan))
}

function groupOf(bahan: Loaded, unit: string, h: Hasil, bacaan: Bacaan): KelompokIsian[] {
  const at = { kode: h.indikator, periode: h.periode }
  const versi = bahan.versi(unit, at.kode, at.periode)
  if (!versi) return []
  const target = bahan.target(unit, at.kode, at.periode)
  const whole = (bagian: 'TARGET' | 'REALISASI', status: string, kini: string | null): IsianAndaian => ({
    di: placeText({ ...at, bagian }),
    bagian,
    nama: bagian,
    tabel: null,
    kini,
    status,
  })
  const inputs = inputsOf(formulaOf(versi, bacaan[at.kode])).flatMap((asked): IsianAndaian[] => {
    const rows = tableOf(bahan, unit, at, asked)?.isian ?? []
    const given: readonly { dimensi: Record<string, string>; nilai: FigureOut | null }[] =
      asked.jenis === 'ANGKA' && rows.length === 0 ? [{ dimensi: {}, nilai: null }] : rows
    // Rows that no word tells apart cannot be named one by one.
    const keys = Map.groupBy(given, ({ dimensi }) => keyOf(asked, dimensi))
    const single = asked.berulang ? given.filter(({ dimensi }) => keys.get(keyOf(asked, dimensi))!.length === 1) : given
    return single.map(({ dimensi, nilai }) => ({
      di: placeText({ ...at, bagian: 'MASUKAN', asked, kunci: asked.jenis === 'ANGKA' ? '' : keyOf(asked, dimensi) }),
      bagian: 'MASUKAN' as const,
      nama: asked.kolom.flatMap((k) => dimensi[k] ?? []).join(' · ') || asked.arti,
      tabel: asked.jenis === 'ANGKA' ? null : asked.nama,
      kini: nilai?.status === 'NILAI' ? (nilai.nilai ?? nilai.kategori) : null,
      status: nilai?.status ?? 'KOSONG',
    }))
  })
  const { nama, satuan } = versi
  const figure = target?.figure
  return [
    {
      kode: at.kode,
      nama,
      satuan,
      periode: at.periode,
      namaPeriode: h.namaPeriode,
      isian: [
        ...(figure ? [whole('TARGET', figure.status, figure.status === 'NILAI' ? shownFigure(figure, versi.desimal) : null)] : []),
        whole('REALISASI', h.nilai.status, h.nilai.status === 'NILAI' ? h.nilai.tampil : null),
        ...inputs,
      ],
    },
  ]
}
