// Proposed targets: what the plan says and what last year's result asks, as exact figures with their reason and source. Nothing here
// writes: the drafter takes a proposal or does not. Pure.
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type IndikatorNaskah, type Kamus, NAMA_PERIODE, type PeriodeTarget, TRIWULAN } from './perjanjian-kinerja.ts'
import { beyondScale, compareAmbition, directionOfYear, print, same } from './rules-target.ts'

export type Usulan = {
  readonly periode: PeriodeTarget
  readonly target: FigureOut
  /** Why, in a sentence. */
  readonly alasan: string
  /** Where it stands: a paper and its line. */
  readonly sumber: string | null
}
/** The same indicator in the agreement before this one. */
export type Terdahulu = { readonly tahun: number; readonly target: IndikatorNaskah['target'] }

const NONE = { nilai: null, kategori: null, min: null, maks: null, tercetak: null }
const NA: FigureOut = { ...NONE, status: 'TIDAK_DITARGETKAN' }
const bare = (f: FigureOut): FigureOut => ({ ...f, tercetak: null })
const shown = (f: FigureOut) => print(bare(f))
const isValue = (f: FigureOut | null | undefined): f is FigureOut => f?.status === 'NILAI'

type Year = Omit<Usulan, 'periode'>

/** The year: the more demanding of plan and last year's result, by polarity; a STABIL indicator keeps the plan's or last year's target. */
function proposeYear(line: IndikatorNaskah, kamus: Kamus, tahun: number, tidakTurun: boolean): Year | undefined {
  const polaritas = directionOfYear(line, kamus)
  const within = (f: FigureOut | null) => (isValue(f) && beyondScale(f, kamus) === undefined ? bare(f) : undefined)
  const [plan, result, before] = [within(kamus.targetRencana), within(kamus.hasilLalu), within(kamus.targetLalu)]
  const ofPlan = plan && {
    target: plan,
    alasan: `Target rencana untuk ${tahun} adalah ${shown(plan)}.`,
    sumber: kamus.sumberRencana,
  }
  if (polaritas?.startsWith('STABIL')) {
    if (ofPlan) return ofPlan
    const said = (f: FigureOut) => `Indikator stabil: target ${tahun - 1}, yaitu ${shown(f)}, tetap.`
    return before && { target: before, alasan: said(before), sumber: kamus.sumberTargetLalu }
  }
  const ratchet = tidakTurun && result && compareAmbition(result, result, polaritas) === 0 ? result : undefined
  if (!ratchet) return ofPlan
  const bound = polaritas!.startsWith('MINIMAL') ? 'paling tinggi' : 'paling rendah'
  const rule = `Target ${tahun} ${bound} realisasi ${tahun - 1}, yaitu ${shown(ratchet)} (Instruksi Sekda 19/2024)`
  if (!ofPlan) return { target: ratchet, alasan: `${rule}.`, sumber: kamus.sumberHasil }
  const order = compareAmbition(plan, ratchet, polaritas)
  // Two figures that cannot be held against each other (a range and a value) leave the plan's.
  if (order === undefined || order >= 0)
    return { ...ofPlan, alasan: `${ofPlan.alasan} Realisasi ${tahun - 1} ${shown(ratchet)} tidak meminta lebih.` }
  return { target: ratchet, alasan: `${rule}; target rencana ${shown(plan!)} lebih ringan.`, sumber: kamus.sumberHasil }
}

/**
 * The quarters follow from the year by the indicator's aggregation. Which of them are due is taken from the agreement before; without
 * one, every quarter of what is held or averaged through the year, else the fourth. A sum is not divided: how is the drafter's to say.
 */
function proposeQuarters(kamus: Kamus, year: FigureOut, lalu: Terdahulu | undefined): Usulan[] {
  const before = TRIWULAN.filter((p) => isValue(lalu?.target[p]))
  const all = kamus.agregasi === 'SETIAP' || kamus.agregasi === 'RATA_RATA'
  const due: readonly PeriodeTarget[] = before.length ? before : all ? TRIWULAN : ['TW4']
  const where = before.length ? `seperti Perjanjian Kinerja ${lalu!.tahun}` : 'menurut agregasi indikator ini'
  const last = due.at(-1)
  return TRIWULAN.flatMap((periode): Usulan[] => {
    if (!due.includes(periode))
      return [{ periode, target: NA, alasan: `Tidak ditargetkan pada ${NAMA_PERIODE[periode]}, ${where}.`, sumber: null }]
    const follows = all || (periode === last && (kamus.agregasi !== 'JUMLAH' || due.length === 1))
    if (!follows) return []
    return [{ periode, target: bare(year), alasan: `Mengikuti target tahunan ${shown(year)}, ${where}.`, sumber: null }]
  })
}

/** What is proposed for the cells of one line that say something else, or nothing yet. What other offices issue is theirs to set. */
export function usulanOf(
  line: IndikatorNaskah,
  kamus: Kamus | undefined,
  lalu: Terdahulu | undefined,
  tahun: number,
  tidakTurun: boolean,
): Usulan[] {
  if (!kamus || line.bersama) return []
  const proposed = proposeYear(line, kamus, tahun, tidakTurun)
  const written = isValue(line.target.TAHUNAN) ? line.target.TAHUNAN : undefined
  const weaker =
    proposed && written && !line.alasanTarget && compareAmbition(written, proposed.target, directionOfYear(line, kamus)) === -1
  // What is written stands where it asks as much, or says why it asks less; the quarters then follow it.
  const year = written && !weaker ? written : proposed?.target
  const found: Usulan[] = [
    ...(year ? proposeQuarters(kamus, year, lalu) : []),
    ...(proposed && (!written || weaker) ? [{ ...proposed, periode: 'TAHUNAN' as const }] : []),
  ]
  const stands = (now: FigureOut | undefined, target: FigureOut) =>
    now !== undefined && now.status === target.status && same(now, target)
  return found.filter(({ periode, target }) => !stands(line.target[periode], target))
}
