// What an entry of the dictionary must say, what fits its scale, and where a version stands among the others.
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import type { Temuan } from '../periksa/temuan.ts'
import { findDecimal, formatDecimal, HUNDRED, parseDecimal, ZERO } from '../platform/kernel/decimal.ts'
import type { Figure, FigureColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, longDay } from '../platform/kernel/time.ts'
import { dependencies } from '../rumus/dependencies.ts'
import { parse } from '../rumus/parse.ts'
import type { VersiIndikator } from './indikator.ts'
import { wrongInputs } from './masukan.ts'
import { checkFormula, type Nama } from './periksa-rumus.ts'

export type Fault = { readonly field: string; readonly aturan: string; readonly detail: string; readonly berat: Temuan['berat'] }

const fault = (field: string, aturan: string, detail: string, berat: Temuan['berat'] = 'tinggi'): Fault => ({
  field,
  aturan,
  detail,
  berat,
})

/** What a version lacks (PK-10; PermenPANRB 88/2021, LKE 2.a.2). Satuan, polaritas and agregasi are of the form itself. */
export function missingParts(v: VersiIndikator): Fault[] {
  const needs: [boolean, string, string][] = [
    [Boolean(v.definisi), 'definisi', 'Definisi indikator belum diisi.'],
    [Boolean(v.sumberData), 'sumberData', 'Sumber data indikator belum diisi.'],
    [
      Boolean(v.metode ?? v.rumus ?? v.caraUkur),
      'caraUkur',
      'Cara mengukur belum ada. Pilih metode resmi, tulis rumus, atau uraikan cara ukurnya.',
    ],
  ]
  const lacking = needs.filter(([there]) => !there).map(([, field, detail]) => fault(field, 'PK-10', detail))
  return [...lacking, ...unknownMethod(v)]
}

function unknownMethod({ metode, bacaan, perTriwulan }: VersiIndikator): Fault[] {
  const known = metode ? findMetode(metode) : undefined
  if (metode && !known)
    return [
      fault('metode', 'PK-10', `Metode ${metode} tidak ada dalam paket aturan. Pilih metode yang ada, atau tulis rumus sendiri.`),
    ]
  if (!known) return []
  const quarters = Object.entries(perTriwulan ?? {}).map(([q, own]) => [`perTriwulan.${q}.bacaan`, own?.bacaan] as const)
  const readings = [['bacaan', bacaan] as const, ...quarters]
  return readings.flatMap(([field, name]) => {
    if (!name || name in known.bacaan) return []
    const there = Object.keys(known.bacaan).join(', ')
    return [fault(field, 'PK-10', `Metode ${metode} tidak punya bacaan ${name}. Yang ada: ${there}.`)]
  })
}

/**
 * What contradicts itself in a version: times, scale, method beside formula, a formula that cannot be read, weights. `known` are
 * the office's other indicators with their units, where the dictionary is at hand.
 */
export function contradictions(v: VersiIndikator, known?: Nama): Fault[] {
  const faults: Fault[] = []
  if (v.berlakuSampai && v.berlakuSampai < v.berlakuDari)
    faults.push(fault('berlakuSampai', 'IND-01', 'Tanggal akhir mendahului tanggal awal berlaku.'))
  if (v.skalaMin && v.skalaMaks && parseDecimal(v.skalaMin).gt(parseDecimal(v.skalaMaks)))
    faults.push(
      fault('skalaMaks', 'IND-02', `Batas atas skala (${v.skalaMaks}) lebih kecil daripada batas bawahnya (${v.skalaMin}).`),
    )
  if (v.metode && v.rumus)
    faults.push(
      fault(
        'rumus',
        'IND-03',
        `Indikator memakai metode ${v.metode}; rumus sendiri tidak dapat dipakai bersamanya. Pilih salah satu.`,
      ),
    )
  if (v.kebijakan?.batas && parseDecimal(v.kebijakan.batas).lte(0))
    faults.push(fault('kebijakan.batas', 'IND-02', 'Batas capaian harus lebih dari 0. Kosongkan bila tidak dibatasi.'))
  if (v.bacaan && !v.metode)
    faults.push(fault('bacaan', 'IND-03', 'Bacaan hanya berlaku bagi metode resmi. Pilih metodenya dahulu.'))
  for (const [quarter, own] of Object.entries(v.perTriwulan ?? {})) {
    if (own?.bacaan && (!v.metode || own.rumus))
      faults.push(fault(`perTriwulan.${quarter}.bacaan`, 'IND-03', 'Bacaan hanya berlaku bagi metode resmi, bukan rumus sendiri.'))
  }
  const wrong = formulaFaults(v, known).filter((f) => f.berat === 'tinggi')
  return [...faults, ...wrong, ...inputFaults(v), ...weightFaults('kebijakan.bobot', v.kebijakan?.bobot)]
}

/** What is said of inputs that no own formula of the version names, or that contradicts itself. */
function inputFaults(v: VersiIndikator): Fault[] {
  if (!v.masukan) return []
  const own = formulasOf(v).map(([, rumus]) => rumus)
  if (own.length === 0)
    return [fault('masukan', 'IND-08', 'Masukan dijelaskan bagi rumus sendiri. Metode resmi menjelaskan masukannya sendiri.')]
  const read = own.flatMap((text) => {
    const parsed = parse(text)
    return parsed.ok ? [dependencies(parsed.tree)] : []
  })
  if (read.length < own.length) return [] // a formula that cannot be read is said to be so
  const needs = { names: read.flatMap((one) => one.names), tables: Object.assign({}, ...read.map((one) => one.tables)) }
  return wrongInputs(needs, v.masukan).map(({ field, pesan }) => fault(`masukan.${field}`, 'IND-08', pesan))
}

/** The own formulas of a version with their fields: its own, and those of single quarters. */
function formulasOf({ rumus, perTriwulan }: VersiIndikator): [field: string, rumus: string][] {
  const quarters = Object.entries(perTriwulan ?? {}).map(([quarter, own]) => [`perTriwulan.${quarter}.rumus`, own?.rumus] as const)
  return [['rumus', rumus] as const, ...quarters].flatMap(([field, text]) => (text ? [[field, text]] : []))
}

/** What asks for a second look but refuses nothing: an indicator that the dictionary does not have yet, weights chosen by a condition. */
export function doubts(v: VersiIndikator, known?: Nama): string[] {
  return formulaFaults(v, known).flatMap((f) => (f.berat === 'tinggi' ? [] : f.detail))
}

/** A formula that cannot be read, or that adds rupiah to percent, averages categories, has weights short of 100; and its doubts. */
function formulaFaults(v: VersiIndikator, known?: Nama): Fault[] {
  const { jenisNilai, satuan, masukan } = v
  const hasil = jenisNilai === 'CHECKLIST' ? undefined : { jenis: jenisNilai, satuan }
  return formulasOf(v).flatMap(([field, rumus]) => {
    const { kata, masalah } = checkFormula(rumus, known, hasil, masukan)
    return masalah.map(({ berat, baris, kolom, pesan, saran }) => {
      const what = kata === null ? 'tidak terbaca' : berat === 'salah' ? 'perlu diperbaiki' : 'perlu diperiksa'
      const detail = `Rumus ${what} pada baris ${baris}, kolom ${kolom}: ${pesan}${saran ? ` ${saran}` : ''}`
      return fault(field, kata === null ? 'IND-04' : 'IND-07', detail, berat === 'salah' ? 'tinggi' : 'sedang')
    })
  })
}

/** Weights are percent of a whole: none is negative and together they are 100. */
export function weightFaults(field: string, bobot: Readonly<Record<string, string>> | undefined): Fault[] {
  if (!bobot) return []
  const weights = Object.entries(bobot).map(([part, weight]) => ({ part, weight: parseDecimal(weight) }))
  const negative = weights.find((w) => w.weight.isNegative())
  if (negative) return [fault(`${field}.${negative.part}`, 'IND-05', `Bobot ${negative.part} tidak boleh kurang dari 0.`)]
  const sum = weights.reduce((total, w) => total.plus(w.weight), ZERO)
  return sum.eq(HUNDRED)
    ? []
    : [fault(field, 'IND-05', `Bobot berjumlah ${formatDecimal(sum, 2)}, seharusnya 100. Sesuaikan salah satu bobotnya.`)]
}

export type Scale = { readonly skalaMin?: string | null; readonly skalaMaks?: string | null }

/** A target or result outside the indicator's scale (PK-06): 335,5 of a province where the office's own scale ends at 38. */
export function scaleFault(
  field: string,
  figure: Pick<Figure, 'nilai' | 'min' | 'maks' | 'tercetak'>,
  scale: Scale,
): Fault | undefined {
  const [low, high] = [findDecimal(scale.skalaMin), findDecimal(scale.skalaMaks)]
  const outside = [figure.nilai, figure.min, figure.maks]
    .map(findDecimal)
    .find((n) => n && ((low && n.lt(low)) || (high && n.gt(high))))
  if (!outside) return undefined
  const range =
    low && high
      ? `${scale.skalaMin} sampai ${scale.skalaMaks}`
      : low
        ? `paling rendah ${scale.skalaMin}`
        : `paling tinggi ${scale.skalaMaks}`
  return fault(
    field,
    'PK-06',
    `Nilai ${figure.tercetak || outside.toFixed()} berada di luar skala indikator (${range.replaceAll('.', ',')}).`,
    'sedang',
  )
}

/** All faults as one refusal, the first in front; undefined where there is none. `at` is the row they are in. */
export function refuseFaults(faults: readonly Fault[], at = ''): Refusal | undefined {
  const told = faults.map((f) => ({ field: at + f.field, detail: f.detail, rule: f.aturan }))
  const [first, ...also] = told
  return (
    first && refuse('DITOLAK_ATURAN', first.detail, { field: first.field, rule: first.rule, also: also.length ? also : undefined })
  )
}

export function toTemuan(
  f: Fault,
  letak: string,
  baris: number | null,
  jenis: Temuan['jenis'] = 'rule',
  tercetak: string | null = null,
): Temuan {
  return {
    aturan: f.aturan,
    jenis,
    berat: f.berat,
    keyakinan: 1,
    letak,
    baris,
    tercetak,
    seharusnya: null,
    penjelasan: f.detail,
    terkait: [],
  }
}

export type Standing = {
  readonly id: string
  readonly versi: number
  readonly berlakuDari: Day
  readonly berlakuSampai: Day | null
}
export type Placed<T> = { readonly versi: number; readonly berlakuSampai: Day | null; readonly ends?: T; readonly last?: Day }

/**
 * Where a version stands in time among the `others` that are in force: it ends the one before it the day before,
 * and itself ends before the next one begins. Law is dated: what held in a year is never changed by what holds now.
 */
export function placeVersion<T extends Standing>(others: readonly T[], v: VersiIndikator, versi: number): Placed<T> | Refusal {
  const next = others.filter((o) => o.berlakuDari >= v.berlakuDari).sort((a, b) => (a.berlakuDari < b.berlakuDari ? -1 : 1))[0]
  const taken = (o: T) =>
    refuse(
      'BENTROK',
      `Versi ${o.versi} sudah berlaku mulai ${longDay(o.berlakuDari)}. Perbaiki versi itu, atau pilih tanggal lain.`,
      { field: 'berlakuDari' },
    )
  if (next?.berlakuDari === v.berlakuDari) return taken(next)
  if (next && v.berlakuSampai && v.berlakuSampai >= next.berlakuDari) return { ...taken(next), field: 'berlakuSampai' }
  const berlakuSampai = v.berlakuSampai ?? (next ? dayBefore(next.berlakuDari) : null)
  const ends = others.find((o) => o.berlakuDari < v.berlakuDari && (!o.berlakuSampai || o.berlakuSampai >= v.berlakuDari))
  return ends ? { versi, berlakuSampai, ends, last: dayBefore(v.berlakuDari) } : { versi, berlakuSampai }
}

export const dayBefore = (day: Day): Day => daysFrom(day, -1)
export const dayAfter = (day: Day): Day => daysFrom(day, 1)

function daysFrom(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

export type Printing = FigureColumns & {
  readonly kode: string
  readonly tahun: number
  readonly unsur: string
  readonly berlaku: boolean
  readonly sumber: string | null
}

/** Places where papers print another value than the one in force. Both stand; somebody may choose the other with a reason. */
export function differentPrintings(rows: readonly Printing[]): Temuan[] {
  const inForce = rows.filter((row) => row.berlaku)
  return rows.flatMap((row) => {
    const first = inForce.find((r) => !row.berlaku && r.kode === row.kode && r.tahun === row.tahun && r.unsur === row.unsur)
    if (!first || sameFigure(first, row)) return []
    const what = `${row.unsur.toLowerCase()} ${row.kode} tahun ${row.tahun}`
    const told = `Naskah mencetak ${what} berbeda: ${shown(row)}, padahal yang berlaku ${shown(first)}. Keduanya disimpan; pilih yang lain bila itu yang benar.`
    const detail = fault('', 'HT-01', told, 'sedang')
    const [baris, lain] = [lineOfSource(row.sumber), lineOfSource(first.sumber)]
    return [
      {
        ...toTemuan(detail, what, baris, 'cross-table', shown(row)),
        seharusnya: shown(first),
        terkait: lain === null ? [] : [lain],
      },
    ]
  })
}

function sameFigure(a: FigureColumns, b: FigureColumns): boolean {
  const same = (x: string | null, y: string | null) => x === y || (x !== null && y !== null && parseDecimal(x).eq(parseDecimal(y)))
  return a.status === b.status && a.kategori === b.kategori && same(a.nilai, b.nilai) && same(a.min, b.min) && same(a.maks, b.maks)
}

const shown = (f: FigureColumns) => f.tercetak || f.nilai || f.kategori || f.status

function lineOfSource(sumber: string | null): number | null {
  const line = /:(\d+)/.exec(sumber ?? '')?.[1]
  return line === undefined ? null : Number(line)
}
