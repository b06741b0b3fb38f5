// Targets against the dictionary: aggregation (PK-04), scale (PK-06), last year (PK-07), the plan (PK-08), completeness (PK-10).
import type { Temuan } from '../periksa/temuan.ts'
import { compare, type Decimal, formatDecimal, parseDecimal, round, ZERO } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import {
  finding,
  type IndikatorNaskah,
  type Kamus,
  NAMA_PERIODE,
  PERIODE_TARGET,
  type PeriodeTarget,
  TRIWULAN,
} from './perjanjian-kinerja.ts'

const shown = (n: Decimal) => formatDecimal(n, Math.min(n.decimalPlaces(), 4))
export const print = (f: FigureOut | undefined): string => {
  if (!f || f.status === 'KOSONG') return 'kosong'
  if (f.tercetak) return f.tercetak
  if (f.status !== 'NILAI') return f.status === 'TIDAK_DITARGETKAN' ? 'N/A' : 'belum rilis'
  const value =
    f.nilai === null
      ? f.min !== null && f.maks !== null
        ? `${f.min} - ${f.maks}`
        : (f.min ?? f.maks ?? '')
      : shown(parseDecimal(f.nilai))
  return f.kategori ? `${f.kategori} (${value})` : value
}
const number = (f: FigureOut | undefined | null) => (f?.status === 'NILAI' && f.nilai !== null ? parseDecimal(f.nilai) : undefined)

export function same(a: FigureOut, b: FigureOut): boolean {
  const part = (key: 'nilai' | 'min' | 'maks') => {
    const [x, y] = [a[key], b[key]]
    return x === null || y === null ? x === y : compare(parseDecimal(x), parseDecimal(y)) === 0
  }
  return part('nilai') && part('min') && part('maks') && (a.kategori === null || b.kategori === null || a.kategori === b.kategori)
}

const isDue = ({ target }: IndikatorNaskah, p: PeriodeTarget) => target[p]?.status === 'NILAI'

/** The direction of a quarter, which may be its own (PDN 2025 is maximised in TW II and stabilised in TW IV: seed 000, line 74). */
export const directionIn = ({ polaritas, polaritasTriwulan }: Kamus, p: PeriodeTarget): string | null =>
  polaritasTriwulan[p] ?? polaritas

/** Where the year is its last quarter it has that one's direction; where it is made of all of them, the indicator's. */
export function directionOfYear(line: IndikatorNaskah, kamus: Kamus): string | null {
  const last = TRIWULAN.findLast((p) => isDue(line, p))
  return last && (kamus.agregasi === 'TERAKHIR' || kamus.agregasi === 'SEKALI') ? directionIn(kamus, last) : kamus.polaritas
}

/**
 * The quarters agree with the year, in the way the indicator is aggregated. That a quarter has an aggregation of its own says how
 * its months make it, and nothing about the year.
 */
export function checkAggregation(line: IndikatorNaskah, kamus: Kamus | undefined, letak: string): Temuan[] {
  const { target, baris } = line
  const year = target.TAHUNAN
  const quarters = TRIWULAN.filter((p) => isDue(line, p))
  const due = quarters.map((p) => target[p]!)
  if (!year || !due.length || TRIWULAN.some((p) => (target[p]?.status ?? 'KOSONG') === 'KOSONG')) return []
  const cells = TRIWULAN.map((p) => print(target[p])).join(', ')
  const clash = (seharusnya: string, why: string) => [
    finding('PK-04', 'sum', 'tinggi', `${letak}, tahunan`, `${why} Triwulan ${cells}; tahunan tercetak ${print(year)}.`, {
      baris,
      tercetak: print(year),
      seharusnya,
    }),
  ]
  if (year.status === 'TIDAK_DITARGETKAN')
    return clash(print(due.at(-1)), 'Target tahunan N/A padahal ada triwulan yang ditargetkan.')
  if (year.status !== 'NILAI' || !kamus?.agregasi) return []
  const last = due.at(-1)!
  const all = due.map(number)
  const total = all.every((n) => n !== undefined) ? all.reduce<Decimal>((sum, n) => sum.plus(n!), ZERO) : undefined
  const annual = number(year)
  switch (kamus.agregasi) {
    case 'TERAKHIR':
      return same(last, year)
        ? []
        : clash(print(last), 'Indikator ini memakai posisi akhir: target tahunan sama dengan triwulan terakhir yang ditargetkan.')
    case 'SETIAP':
      // A ceiling is not reached by what reaches a floor: quarters of another direction have targets of their own.
      return quarters.every((p) => directionIn(kamus, p) !== kamus.polaritas || same(target[p]!, year))
        ? []
        : clash(
            print(last),
            'Indikator ini harus tercapai di setiap triwulan: semua triwulan yang ditargetkan sama dengan tahunan.',
          )
    case 'SEKALI':
      if (due.length === 1)
        return same(last, year)
          ? []
          : clash(print(last), 'Indikator ini diukur sekali setahun: target tahunan sama dengan triwulan itu.')
      return clash(print(last), `Indikator ini diukur sekali setahun, tetapi ${due.length} triwulan ditargetkan.`)
    case 'JUMLAH':
      if (!total || !annual || compare(total, annual) === 0) return []
      return clash(shown(total), 'Indikator ini dijumlahkan: target tahunan adalah jumlah keempat triwulan.')
    case 'RATA_RATA': {
      if (!total || !annual) return []
      const mean = round(total.div(due.length), Math.max(2, annual.decimalPlaces()))
      return compare(mean, annual) === 0
        ? []
        : clash(shown(mean), 'Indikator ini dirata-ratakan: target tahunan adalah rata-rata triwulan yang ditargetkan.')
    }
    default:
      return []
  }
}

/** What lies beyond the scale of the indicator, in words; undefined where all is within. */
export function beyondScale(figure: FigureOut, { skalaMin, skalaMaks }: Pick<Kamus, 'skalaMin' | 'skalaMaks'>): string | undefined {
  for (const text of [figure.nilai, figure.min, figure.maks]) {
    if (text === null || figure.status !== 'NILAI') continue
    const value = parseDecimal(text)
    if (
      (skalaMin === null || compare(value, parseDecimal(skalaMin)) >= 0) &&
      (skalaMaks === null || compare(value, parseDecimal(skalaMaks)) <= 0)
    )
      continue
    const [low, high] = [skalaMin, skalaMaks].map((bound) => (bound === null ? undefined : shown(parseDecimal(bound))))
    const scale =
      low === undefined ? `paling tinggi ${high}` : high === undefined ? `paling rendah ${low}` : `${low} sampai ${high}`
    return `Target ${shown(value)} di luar skala indikator (${scale}).`
  }
  return undefined
}

export function checkScale({ target, baris, satuan }: IndikatorNaskah, kamus: Kamus | undefined, letak: string): Temuan[] {
  if (!kamus) return []
  return PERIODE_TARGET.flatMap((p: PeriodeTarget) => {
    const figure = target[p]
    const beyond = figure && beyondScale(figure, kamus)
    if (!beyond) return []
    const detail = `${beyond} Periksa satuan (${satuan ?? 'tidak tercetak'}) dan letak tanda desimalnya.`
    return [finding('PK-06', 'scale', 'tinggi', `${letak}, ${NAMA_PERIODE[p]}`, detail, { baris, tercetak: print(figure) })]
  })
}

/** -1, 0, 1 as `a` asks less than, the same as, or more than `b`; undefined where they cannot be compared (STABIL, categories without a score). */
export function compareAmbition(
  a: FigureOut | undefined | null,
  b: FigureOut | undefined | null,
  polaritas: string | null,
): number | undefined {
  const [x, y] = [number(a), number(b)]
  if (!x || !y || !polaritas || polaritas.startsWith('STABIL')) return undefined
  return polaritas.startsWith('MINIMAL') ? compare(y, x) : compare(x, y)
}

const way = (polaritas: string) => (polaritas.startsWith('MINIMAL') ? 'tidak boleh lebih tinggi' : 'tidak boleh lebih rendah')

/**
 * A target is not easier than last year's result; STABIL indicators are exempt, their target is the best value itself. It stands
 * below where a reason with its legal basis is kept: the finding then says so and stops nothing.
 */
export function checkRatchet(line: IndikatorNaskah, kamus: Kamus | undefined, letak: string, tahun: number): Temuan[] {
  const { target, alasanTarget, dasarTarget, baris } = line
  const year = target.TAHUNAN
  const polaritas = kamus ? directionOfYear(line, kamus) : null
  if (!kamus || compareAmbition(year, kamus.hasilLalu, polaritas) !== -1) return []
  const before = print({ ...kamus.hasilLalu!, tercetak: null })
  const excused = alasanTarget && dasarTarget ? `${excuse(line)} ` : ''
  const lacks = alasanTarget && !dasarTarget ? ' Alasannya sudah ditulis; tulis juga dasar hukumnya.' : ''
  const detail = `${excused}Target ${tahun} ${way(polaritas!)} daripada realisasi ${tahun - 1}, yaitu ${before} (Instruksi Sekda 19/2024).${lacks}`
  return [
    finding('PK-07', 'rule', excused ? 'rendah' : 'tinggi', `${letak}, tahunan`, detail, {
      baris,
      tercetak: print(year),
      seharusnya: before,
    }),
  ]
}

const excuse = ({ alasanTarget, dasarTarget }: IndikatorNaskah) =>
  `Dikecualikan: ${alasanTarget!.replace(/\.$/, '')}${dasarTarget ? ` (dasar: ${dasarTarget})` : ''}.`

export function checkPlan(line: IndikatorNaskah, kamus: Kamus | undefined, letak: string, tahun: number): Temuan[] {
  const { target, alasanTarget, baris } = line
  const year = target.TAHUNAN
  const polaritas = kamus ? directionOfYear(line, kamus) : null
  if (!kamus || compareAmbition(year, kamus.targetRencana, polaritas) !== -1) return []
  const planned = print({ ...kamus.targetRencana!, tercetak: null })
  const rule = `Target ${way(polaritas!)} daripada target Renstra tahun ${tahun}, yaitu ${planned}, kecuali ada alasannya.`
  const detail = alasanTarget ? `${excuse(line)} ${rule}` : `${rule} Tulis alasannya atau sesuaikan targetnya.`
  return [
    finding('PK-08', 'rule', alasanTarget ? 'rendah' : 'sedang', `${letak}, tahunan`, detail, {
      baris,
      tercetak: print(year),
      seharusnya: planned,
    }),
  ]
}

/** The indicator is in the dictionary, whole; what the paper itself prints counts too. */
export function checkDictionary(
  { kode, nama, satuan, sumberData, bersama, baris }: IndikatorNaskah,
  kamus: Kamus | undefined,
  letak: string,
): Temuan[] {
  if (!kamus) {
    const what = kode
      ? `Indikator ${kode} tidak ada di kamus indikator satuan kerja ini pada tahun itu.`
      : bersama
        ? 'Penerbit indikator ini belum mendefinisikannya di kamusnya. Minta penerbitnya, lalu terima butir ini lagi.'
        : 'Indikator ini belum dihubungkan dengan kamus indikator.'
    return [
      finding(
        'PK-10',
        'missing-value',
        'tinggi',
        letak,
        `${what} Tanpa kamus, target tidak dapat diperiksa dan capaian tidak dapat dihitung.`,
        { baris, tercetak: nama },
      ),
    ]
  }
  const parts: [string, string | null][] = [
    ['definisi', kamus.definisi],
    ['cara ukur', kamus.caraUkur],
    ['satuan', satuan ?? kamus.satuan],
    ['sumber data', sumberData ?? kamus.sumberData],
    ['polaritas', kamus.polaritas],
    ['agregasi', kamus.agregasi],
  ]
  const missing = parts.filter(([, value]) => !value).map(([name]) => name)
  if (!missing.length) return []
  return [
    finding(
      'PK-10',
      'missing-value',
      'tinggi',
      letak,
      `Indikator ${kode} belum lengkap: ${missing.join(', ')} belum diisi di kamus.`,
      { baris },
    ),
  ]
}
