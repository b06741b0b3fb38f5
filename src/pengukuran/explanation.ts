// The provenance of one value: the result with target and capaian, and what it would be under the other readings.

import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { SKALA_BAKU, SKALA_CAPAIAN } from '../peraturan/nasional/skala.ts'
import { HUNDRED, isDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type CalcResult, calc } from '../rumus/calc.ts'
import { computeCapaian, findKategori, type Polaritas } from '../rumus/capaian.ts'
import type { Jejak, Sel } from '../rumus/trace.ts'
import { type Datum, exact } from '../rumus/value.ts'
import { aggregate } from './aggregate.ts'
import { type Found, SEBUTAN_STATUS, shown } from './found.ts'
import type { Bacaan, Hasil, Loaded, Nilai, Target, Versi } from './hasil.ts'
import { measure } from './measure.ts'
import { boundsInWords, sebutanInWords, withSebutan } from './sebutan.ts'
import { ownOr } from './target.ts'

export type Capaian = Nilai & { readonly kategori: string | null; readonly skala: string }
export type Pembanding = { readonly bacaan: Bacaan; readonly arti: string; readonly nilai: Nilai; readonly capaian: Capaian }
export type Penjelasan = {
  readonly hasil: Hasil
  readonly target: (Target & { readonly tampil: string }) | null
  readonly capaian: Capaian
  /** The same value under every other reading of a method below it: where they differ, a reader must know. */
  readonly pembanding: readonly Pembanding[]
}

export function explainFrom(bahan: Loaded, unit: string, kode: string, periode: string, bacaan: Bacaan = {}): Penjelasan {
  const found = measure(bahan, unit, kode, periode, bacaan)
  const hasil = withSebutan(bahan, found.hasil, bacaan)
  const versi = bahan.versi(unit, kode, periode)
  const target = bahan.target(unit, kode, periode) ?? null
  const capaian = capaianOf(bahan, versi, found, target)
  const pembanding = otherReadings(bahan, hasil, bacaan).map(({ reading, arti }) => {
    const other = measure(bahan, unit, kode, periode, { ...bacaan, ...reading })
    return { bacaan: reading, arti, nilai: other.hasil.nilai, capaian: capaianOf(bahan, versi, other, target) }
  })
  return { hasil, target: target && { ...target, tampil: shownFigure(target.figure, versi?.desimal ?? 2) }, capaian, pembanding }
}

/** Capaian of the unrounded value; a missing target is KOSONG, never 100. */
export function capaianOf(bahan: Loaded, versi: Versi | undefined, found: Reached, target: Target | null): Capaian {
  const reach = reachOf(bahan, versi, found, target)
  return { ...shown(reach.datum, 2), kategori: reach.kategori, skala: reach.skala }
}

type Reached = Pick<Found, 'datum' | 'parts'>

/** The same as exact values, for who stores it. */
export function reachOf(bahan: Loaded, versi: Versi | undefined, found: Reached, target: Target | null) {
  const skala = versi?.skala && versi.skala in SKALA_CAPAIAN ? versi.skala : SKALA_BAKU.kode
  const reach = target ? reached(bahan, versi, found, target) : noTarget(found.datum)
  return { datum: reach, kategori: findKategori(reach, SKALA_CAPAIAN[skala]!), skala }
}

function reached(bahan: Loaded, versi: Versi | undefined, { datum, parts }: Reached, target: Target): Datum {
  if (versi && parts && target.figure.status !== 'TIDAK_DITARGETKAN') return reachedByEach(bahan, versi, parts, target)
  return computeCapaian({
    polaritas: (versi?.polaritas ?? 'MAKSIMAL') as Polaritas,
    realisasi: datum,
    target: toTarget(target.figure),
    skor: (versi?.metode ? findMetode(versi.metode)?.skor : undefined) ?? {},
    batas: versi?.kebijakan?.batas ? parseDecimal(versi.kebijakan.batas) : null,
  })
}

/** Where every quarter must reach its target: the mean of what each reached, at most 100, or the lowest of them (akip-rules 2.4). */
function reachedByEach(bahan: Loaded, { unit, kode, kebijakan }: Versi, parts: NonNullable<Found['parts']>, target: Target): Datum {
  const each = parts.map(({ periode, datum }): Datum => {
    const reach = reached(bahan, bahan.versi(unit, kode, periode), { datum }, ownOr(bahan.target(unit, kode, periode), target))
    return reach.status === 'NILAI' && isDecimal(reach.nilai) && reach.nilai.gt(HUNDRED) ? exact(HUNDRED) : reach
  })
  return aggregate(kebijakan?.setiap === 'TERENDAH' ? 'TERENDAH' : 'RATA_RATA', each, kebijakan?.kosong === 'HITUNG_YANG_ADA')
}

function noTarget(datum: Datum): Datum {
  return datum.status === 'NILAI' ? { status: 'KOSONG' } : datum
}

function toTarget(f: FigureOut) {
  if (f.status !== 'NILAI') return { status: f.status } as const
  if (f.min !== null && f.maks !== null) return { min: parseDecimal(f.min), maks: parseDecimal(f.maks) }
  return { status: 'NILAI', nilai: f.nilai === null ? (f.kategori ?? '') : parseDecimal(f.nilai) } as const
}

export function shownFigure(f: FigureOut, desimal: number): string {
  if (f.status !== 'NILAI') return SEBUTAN_STATUS[f.status]!
  if (f.min !== null && f.maks !== null) return `${f.min}-${f.maks}`
  if (f.kategori !== null) return f.nilai === null ? f.kategori : `${f.kategori} (${f.nilai})`
  return shown({ status: 'NILAI', nilai: parseDecimal(f.nilai) }, desimal).tampil
}

function otherReadings(bahan: Loaded, hasil: Hasil, chosen: Bacaan): { reading: Bacaan; arti: string }[] {
  const used = new Map<string, { metode: string; bacaan: string }>()
  const walk = (h: Hasil): void => {
    // Readings that the quarters share out among them are no other ways to read the same quarter.
    const quarters = Object.values(bahan.versi(h.unit, h.indikator, h.periode)?.perTriwulan ?? {})
    if (h.rumus?.metode && h.rumus.bacaan && !quarters.some((own) => own?.bacaan))
      used.set(h.indikator, { metode: h.rumus.metode, bacaan: h.rumus.bacaan })
    for (const part of [...(h.agregasi?.bagian ?? []), ...h.rujukan]) walk(part)
  }
  walk(hasil)
  return [...used].flatMap(([kode, { metode, bacaan }]) =>
    Object.entries(findMetode(metode)!.bacaan)
      .filter(([name]) => name !== bacaan && chosen[kode] === undefined)
      .map(([name, { arti }]) => ({ reading: { [kode]: name }, arti })),
  )
}

/** One formula case of the `calc` contract, with the scales of the rule pack. */
export function hitung(kase: unknown): CalcResult {
  return calc(kase, SKALA_CAPAIAN)
}

/** The explanation as lines of text, the way a clerk would read it aloud. */
export function explanationInWords(p: Penjelasan): string {
  const lines: string[] = []
  const say = (depth: number, text: string) => lines.push(`${'  '.repeat(depth)}${text}`)
  say(0, `${p.hasil.nama} (${p.hasil.indikator}), ${p.hasil.unit}, ${p.hasil.namaPeriode}`)
  say(
    0,
    `Realisasi ${value(p.hasil.nilai)} ${p.hasil.satuan}${named(p.hasil)}; target ${p.target ? `${p.target.tampil} (${p.target.asal}${p.target.sumber ? `, ${p.target.sumber}` : ''})` : 'belum ada'}; capaian ${value(p.capaian)}${p.capaian.kategori ? `, ${p.capaian.kategori}` : ''}`,
  )
  sayResult(p.hasil, 0, say)
  for (const { bacaan, arti, nilai, capaian } of p.pembanding) {
    const [[kode, name]] = Object.entries(bacaan) as [[string, string]]
    say(0, `Dengan bacaan ${name} untuk ${kode} (${arti}): realisasi ${value(nilai)}, capaian ${value(capaian)}`)
  }
  return lines.join('\n')
}

const named = ({ sebutan }: Hasil) => (sebutan ? `, ${sebutanInWords(sebutan)}` : '')

type Say = (depth: number, text: string) => void

function sayResult(h: Hasil, depth: number, say: Say): void {
  say(depth, `- ${h.indikator} ${h.namaPeriode} = ${value(h.nilai)}${named(h)}: ${h.alasan}`)
  if (h.sebutan) say(depth + 1, `sebutan: ${boundsInWords(h.sebutan)} (${h.sebutan.skala.dasar})`)
  if (h.versi)
    say(
      depth + 1,
      `kamus versi ${h.versi.versi}, berlaku sejak ${h.versi.berlakuDari}${h.versi.sumber ? ` (${h.versi.sumber})` : ''}`,
    )
  if (h.rumus) {
    say(depth + 1, `rumus: ${h.rumus.teks}${h.rumus.bacaan ? ` [bacaan ${h.rumus.bacaan}]` : ''}`)
    say(depth + 1, `dasar: ${h.rumus.dasar}`)
    if (h.rumus.jejak) sayTrace(h.rumus.jejak, depth + 1, say)
  }
  for (const k of h.klaim) {
    const by = [k.namaPihak, k.surat, k.tanggal].filter(Boolean).join(', ')
    say(
      depth + 1,
      `${k.berlaku ? 'klaim yang berlaku' : 'klaim'}: ${k.peran} ${shownFigure(k.nilai, 2)}${by ? ` oleh ${by}` : ''}${k.sumber ? ` (${k.sumber})` : ''}, dicatat ${k.oleh} ${k.dicatat.slice(0, 10)}`,
    )
    for (const b of k.bukti)
      say(
        depth + 2,
        `bukti: ${b.nama} sha256 ${b.sha256}${b.halaman ? `, halaman ${b.halaman}` : ''}${b.penerbit ? `, ${b.penerbit}` : ''}`,
      )
  }
  for (const part of [...(h.agregasi?.bagian ?? []), ...h.rujukan]) sayResult(part, depth + 1, say)
}

function sayTrace(j: Jejak, depth: number, say: Say): void {
  const result =
    j.hasil.status !== 'NILAI' ? j.hasil.status : 'panjang' in j.hasil ? `${j.hasil.panjang} nilai` : tidy(j.hasil.nilai)
  say(depth, `${j.teks} = ${result}${j.catatan ? ` (${j.catatan})` : ''}${from(j.asal)}`)
  for (const cell of j.sel ?? []) say(depth + 1, sayCell(cell))
  for (const part of j.anak) sayTrace(part, depth + 1, say)
}

function sayCell(cell: Sel): string {
  const words = Object.values(cell.dimensi).join(' / ')
  const result = cell.hasil.status === 'NILAI' && 'nilai' in cell.hasil ? tidy(cell.hasil.nilai) : cell.hasil.status
  return `${words ? `${words}: ` : ''}${result}${from(cell.asal)}`
}

const from = (asal: unknown) => (typeof asal === 'string' ? `  ← ${asal}` : '')

function tidy(nilai: string | boolean): string {
  return typeof nilai === 'boolean' ? (nilai ? 'benar' : 'salah') : nilai
}

function value(n: Nilai): string {
  const exactly = n.nilai !== null && n.nilai !== n.tampil.replaceAll('.', '').replace(',', '.') ? ` (${n.nilai})` : ''
  return n.status === 'NILAI' ? `${n.tampil}${exactly}` : `${n.tampil}${n.pesan ? `: ${n.pesan}` : ''}`
}
