// What a stored result should be, and where the stored one differs. Pure.
import { type Decimal, isDecimal, parseWhole, toText, toTexts, toWhole } from '../platform/kernel/decimal.ts'
import type { Datum } from '../rumus/value.ts'
import { reachOf } from './explanation.ts'
import type { Hasil, Loaded, Rujukan } from './hasil.ts'
import type { Measurement } from './measure.ts'
import type { Place } from './pengukuran.ts'
import { periodsOf } from './periode.ts'
import { placeKey } from './place-map.ts'

/** The row of `capaian`. */
export type Tersimpan = Place & {
  readonly status: string
  readonly nilai: string | null
  readonly target: string | null
  readonly capaian_status: string
  readonly capaian: string | null
  readonly kategori: string | null
  readonly versi_id: string | null
  /** The value with the digits that are carried and not shown: what others are computed from. */
  readonly nilai_utuh: string | null
  /** Null of a row that was written before this and `nilai_utuh` were kept. */
  readonly cara: Hasil['cara'] | null
}

/** The row that belongs there; undefined where nothing is stored because there is neither value, target nor claim. */
export function rowOf(bahan: Loaded, measured: Measurement, { unit, kode, periode }: Place): Tersimpan | undefined {
  const versi = bahan.versi(unit, kode, periode)
  if (!versi) return undefined
  const found = measured.of(unit, kode, periode)
  const { datum, cara } = found
  const target = bahan.target(unit, kode, periode) ?? null
  if (cara === 'TIDAK_ADA' && !target && !bahan.klaim(unit, kode, periode).length) return undefined
  const reach = reachOf(bahan, versi, found, target)
  const [value, reached] = [figureOf(datum), figureOf(reach.datum)]
  const texts = value && toTexts(value)
  return {
    unit,
    kode,
    periode,
    status: datum.status,
    nilai: texts?.text ?? null,
    target: target?.figure.nilai ?? null,
    capaian_status: reach.datum.status,
    capaian: reached && toText(reached),
    kategori: reach.kategori,
    versi_id: versi.id,
    nilai_utuh: texts?.whole ?? null,
    cara,
  }
}

/** A category has none. */
function figureOf(datum: Datum): Decimal | null {
  return datum.status === 'NILAI' && isDecimal(datum.nilai) ? datum.nilai : null
}

/** The results of one indicator, in the order of their periods, as one text that only the same results have. */
export function seriesOf(rows: readonly Tersimpan[]): string {
  return rows
    .map(
      (r) =>
        `${r.periode}|${r.status}|${r.nilai ?? '-'}|${r.target ?? '-'}|${r.capaian_status}|${r.capaian ?? '-'}|${quoted(r.kategori)}|${r.versi_id ?? '-'}|${r.nilai_utuh ?? '-'}|${r.cara ?? '-'}`,
    )
    .join('\n')
}

const quoted = (text: string | null) => (text === null ? 'NULL' : `'${text}'`)

export type Perbedaan = Place & { readonly tersimpan: Tersimpan | null; readonly dihitung: Tersimpan | null }

/** The cells where the two differ in any column, in the order of unit, code and period. */
export function differences(stored: readonly Tersimpan[], computed: readonly Tersimpan[]): Perbedaan[] {
  const before = new Map(stored.map((row) => [placeKey(row), row]))
  const found: Perbedaan[] = []
  for (const row of computed) {
    const was = before.get(placeKey(row)) ?? null
    before.delete(placeKey(row))
    if (!was || differ(was, row)) found.push({ ...place(row), tersimpan: was, dihitung: row })
  }
  for (const was of before.values()) found.push({ ...place(was), tersimpan: was, dihitung: null })
  return found.sort(byPlace)
}

export const byPlace = (a: Place, b: Place) => (placeKey(a) < placeKey(b) ? -1 : 1)

const COMPARED = ['status', 'nilai', 'target', 'capaian_status', 'capaian', 'kategori', 'versi_id'] as const
const KEPT_SINCE = ['nilai_utuh', 'cara'] as const

/** An older row that only lacks what was not kept then is not wrong. */
function differ(was: Tersimpan, row: Tersimpan): boolean {
  return COMPARED.some((c) => was[c] !== row[c]) || (was.cara !== null && KEPT_SINCE.some((c) => was[c] !== row[c]))
}

/** The older rows that stand as they should, with what they lack. */
export function completions(stored: readonly Tersimpan[], computed: readonly Tersimpan[]): Tersimpan[] {
  const older = new Map(stored.flatMap((row) => (row.cara === null ? [[placeKey(row), row] as const] : [])))
  if (!older.size) return []
  return computed.filter((row) => older.has(placeKey(row)) && !differ(older.get(placeKey(row))!, row))
}

const place = ({ unit, kode, periode }: Place): Place => ({ unit, kode, periode })

/** `dki.jakpus IKL 2024: tersimpan 104.1, dihitung 104.08` */
export function differenceInWords({ unit, kode, periode, tersimpan, dihitung }: Perbedaan): string {
  const say = (row: Tersimpan | null) =>
    row
      ? `${row.nilai ?? row.status} (target ${row.target ?? 'tidak ada'}, capaian ${row.capaian ?? row.capaian_status})`
      : 'tidak ada'
  const versi = tersimpan && dihitung && tersimpan.versi_id !== dihitung.versi_id ? '; versi kamusnya lain' : ''
  return `${unit} ${kode} ${periode}: tersimpan ${say(tersimpan)}, dihitung ${say(dihitung)}${versi}`
}

/** What a code of a unit came to in every period of a year, as threads tell it to each other: numbers as the text of all their digits. */
export type Terhitung = {
  readonly unit: string
  readonly kode: string
  readonly year: number
  readonly hasil: ReadonlyMap<string, { readonly angka?: string; readonly datum?: Datum; readonly cara: Hasil['cara'] }>
}

export function packed(measured: Measurement, { unit, kode }: Omit<Place, 'periode'>, year: number): Terhitung {
  const hasil = periodsOf(year).map((periode) => {
    const { datum, cara } = measured.of(unit, kode, periode)
    const figure = figureOf(datum)
    return [periode, figure ? { angka: toWhole(figure), cara } : { datum, cara }] as const
  })
  return { unit, kode, year, hasil: new Map(hasil) }
}

export function unpacked({ hasil }: Terhitung, periode: string): Rujukan {
  const { angka, datum, cara } = hasil.get(periode)!
  return { datum: datum ?? { status: 'NILAI', nilai: parseWhole(angka!) }, cara }
}

/** The units in steps: under no unit of a step stands one of a later step, but where lines of different years lead around. */
export function stepsOf(units: readonly string[], lines: readonly { readonly unit: string; readonly induk: string }[]): string[][] {
  const steps: string[][] = []
  let rest = new Set(units)
  while (rest.size) {
    const waiting = new Set(lines.flatMap((g) => (rest.has(g.unit) && rest.has(g.induk) ? [g.induk] : [])))
    const step = [...rest].filter((unit) => !waiting.has(unit))
    steps.push(step.length ? step : [...rest])
    rest = step.length ? waiting : new Set()
  }
  return steps
}
