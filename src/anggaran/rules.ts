// What must add up in a budget, what a missing month forbids, and how much was spent.
import type { Temuan } from '../periksa/temuan.ts'
import { type Decimal, formatDecimal, HUNDRED, parseDecimal, toText, ZERO } from '../platform/kernel/decimal.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, periodName } from '../platform/kernel/time.ts'

export const AMOUNTS = { paguAwal: 'pagu awal', pagu: 'pagu', realisasi: 'realisasi' } as const
type Amount = keyof typeof AMOUNTS

export type Program = {
  readonly kode: string
  readonly induk: string | null
  readonly jenis: string
  readonly sumber?: string | null
} & {
  readonly [amount in Amount]: string | null
}
export type Month = {
  readonly bulan: number
  readonly rpd: string | null
  readonly realisasi: string | null
  readonly kumulatif: boolean
  readonly sumber?: string | null
}

/** Serapan in percent: realisasi / pagu × 100, unrounded; null where one of them is unknown or nothing was budgeted. */
export function serapan(pagu: string | null, realisasi: string | null): string | null {
  if (pagu === null || realisasi === null || parseDecimal(pagu).isZero()) return null
  return toText(parseDecimal(realisasi).div(parseDecimal(pagu)).times(HUNDRED))
}

/** The sum of all, or null where one of them is unknown, or where there is none. */
export function total(amounts: readonly (string | null)[]): string | null {
  const sum = addUp(amounts)
  return sum && toText(sum)
}

function addUp(amounts: readonly (string | null)[]): Decimal | null {
  if (!amounts.length || amounts.includes(null)) return null
  return amounts.reduce((sum, amount) => sum.plus(parseDecimal(amount!)), ZERO)
}

/** AN-01: what is below a program adds up to it, and kinds of spending to the same total as programs. Unknown amounts accuse nobody. */
export function sumFindings(programs: readonly Program[]): Temuan[] {
  const found: Temuan[] = []
  const below = Map.groupBy(programs, (p) => p.induk)
  const top = (jenis: string) => (below.get(null) ?? []).filter((p) => p.jenis === jenis)
  for (const [amount, name] of Object.entries(AMOUNTS) as [Amount, string][]) {
    for (const parent of programs) {
      const sum = addUp((below.get(parent.kode) ?? []).map((p) => p[amount]))
      const own = parent[amount]
      if (sum === null || own === null || sum.eq(parseDecimal(own))) continue
      found.push(sumFinding(`${name} ${parent.kode}`, 'sum', own, sum, `Jumlah rincian ${parent.kode}`, parent.sumber))
    }
    const [programTotal, kindTotal] = [
      addUp(top('PROGRAM').map((p) => p[amount])),
      addUp(top('JENIS_BELANJA').map((p) => p[amount])),
    ]
    if (programTotal && kindTotal && !programTotal.eq(kindTotal))
      found.push(
        sumFinding(
          `jumlah ${name}`,
          'cross-table',
          toText(kindTotal),
          programTotal,
          'Jumlah program',
          top('JENIS_BELANJA')[0]?.sumber,
        ),
      )
  }
  return found
}

function sumFinding(
  letak: string,
  jenis: 'sum' | 'cross-table',
  printed: string,
  sum: Decimal,
  what: string,
  sumber?: string | null,
): Temuan {
  const [tercetak, seharusnya] = [rupiah(parseDecimal(printed)), rupiah(sum)]
  const penjelasan = `${what} ${seharusnya}, padahal ${letak} tertulis ${tercetak}; selisihnya ${rupiah(sum.minus(parseDecimal(printed)).abs())}. Periksa rincian yang kurang atau salah tulis.`
  return {
    aturan: 'AN-01',
    jenis,
    berat: 'sedang',
    keyakinan: 1,
    letak,
    baris: lineOf(sumber),
    tercetak,
    seharusnya,
    penjelasan,
    terkait: [],
  }
}

/** The months up to `sampai` whose RPD or realisasi is unknown. */
export function blankMonths(months: readonly Month[], sampai: number): number[] {
  const known = new Set(months.filter((m) => m.rpd !== null && m.realisasi !== null).map((m) => m.bulan))
  return Array.from({ length: sampai }, (_, i) => i + 1).filter((bulan) => !known.has(bulan))
}

/** How many months of a year are over on a day: their realisasi is due. */
export function monthsOver(tahun: number, today: Day): number {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return tahun < year ? 12 : tahun > year ? 0 : month - 1
}

/** AN-02: a month without a figure is not 0; K has no final value until it is filled (seed 003, line 2980). */
export function blankFindings(tahun: number, months: readonly Month[], sampai: number): Temuan[] {
  if (!months.length) return []
  return blankMonths(months, sampai).map((bulan) => {
    const month = months.find((m) => m.bulan === bulan)
    const period = periodName(`${tahun}-B${String(bulan).padStart(2, '0')}`)
    const what = month && month.rpd !== null ? 'Realisasi' : month && month.realisasi !== null ? 'RPD' : 'RPD dan realisasi'
    return {
      aturan: 'AN-02',
      jenis: 'missing-value',
      berat: 'tinggi',
      keyakinan: 1,
      letak: `anggaran ${period}`,
      baris: lineOf(month?.sumber),
      tercetak: '',
      seharusnya: null,
      terkait: [],
      penjelasan: `${what} ${period} belum ada. Bulan yang kosong bukan 0: konsistensi (K) dan Nilai Kinerja Anggaran belum dapat ditetapkan sampai diisi.`,
    }
  })
}

export type Cumulative = { readonly bulan: number; readonly rpd: string | null; readonly realisasi: string | null }

/** Amounts up to each month. After a month that is unknown every sum is unknown; what a paper prints as cumulative stands. */
export function toCumulative(months: readonly Month[]): Cumulative[] {
  const sorted = [...months].sort((a, b) => a.bulan - b.bulan)
  const upTo = (m: Month, amount: 'rpd' | 'realisasi') => {
    if (m.kumulatif) return m[amount]
    const before = sorted.filter((o) => o.bulan <= m.bulan)
    return before.length === m.bulan ? total(before.map((o) => o[amount])) : null
  }
  return sorted.map((m) => ({ bulan: m.bulan, rpd: upTo(m, 'rpd'), realisasi: upTo(m, 'realisasi') }))
}

/** AN-01 between tables: the plan of the twelve months ends at the pagu of the programs. */
export function yearFindings(programs: readonly Program[], months: readonly Month[]): Temuan[] {
  const pagu = addUp(programs.filter((p) => p.jenis === 'PROGRAM' && p.induk === null).map((p) => p.pagu))
  const last = toCumulative(months).find((m) => m.bulan === 12)
  if (!pagu || !last?.rpd || pagu.eq(parseDecimal(last.rpd))) return []
  return [
    sumFinding('RPD setahun', 'cross-table', last.rpd, pagu, 'Jumlah pagu program', months.find((m) => m.bulan === 12)?.sumber),
  ]
}

/** Parents that are not there, and circles; the row is named by its code. */
export function refuseTree(
  rows: readonly { readonly kode: string; readonly induk: string | null }[],
): { kode: string; refusal: Refusal } | undefined {
  const parents = new Map(rows.map((r) => [r.kode, r.induk]))
  for (const { kode, induk } of rows) {
    if (induk !== null && !parents.has(induk))
      return { kode, refusal: refuse('TIDAK_VALID', `Induk ${induk} tidak ada pada tahun itu.`, { field: 'induk' }) }
    const passed = new Set([kode])
    for (let up = induk; up != null; up = parents.get(up) ?? null) {
      if (passed.has(up)) return { kode, refusal: refuse('DITOLAK_ATURAN', `${kode} dan induknya melingkar.`, { field: 'induk' }) }
      passed.add(up)
    }
  }
  return undefined
}

/** Months of one year are all cumulative or all not: mixed, they cannot be compared. */
export function refuseMixed(months: readonly Pick<Month, 'kumulatif'>[], kumulatif: boolean): Refusal | undefined {
  if (months.every((m) => m.kumulatif === kumulatif)) return undefined
  const [sent, others] = kumulatif ? ['kumulatif', 'bulanan'] : ['bulanan', 'kumulatif']
  return refuse('DITOLAK_ATURAN', `Angka ini ${sent}, sedangkan bulan lain tahun itu ${others}. Pakai satu cara untuk setahun.`, {
    field: 'kumulatif',
  })
}

const rupiah = (amount: Decimal) => formatDecimal(amount, amount.decimalPlaces())

function lineOf(sumber: string | null | undefined): number | null {
  const line = /:(\d+)/.exec(sumber ?? '')?.[1]
  return line === undefined ? null : Number(line)
}
