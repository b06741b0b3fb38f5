// When a KSD is reported, and how far a step has come.
import { HUNDRED, parseDecimal, toText, ZERO } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Period } from '../platform/kernel/time.ts'
import { BULAN_LAPOR } from './ksd.ts'

export function refusePeriode(periode: Period, tahun: number): Refusal | undefined {
  if (periode === String(tahun) || BULAN_LAPOR.some((b) => periode === `${tahun}-${b}`)) return undefined
  const names = BULAN_LAPOR.map((b) => `${tahun}-${b}`).join(', ')
  return refuse('TIDAK_VALID', `KSD tahun ${tahun} dilaporkan pada ${names}; periode ${periode} bukan salah satunya.`, {
    field: 'periode',
  })
}

export type Capaian = { readonly status: FigureOut['status']; readonly nilai: string | null }
const empty = (status: FigureOut['status']): Capaian => ({ status, nilai: null })

/** Result over target in percent, unrounded. Without a target there is no capaian; a missing or unreleased result is never 0. */
export function capaianOf(target: FigureOut | undefined, realisasi: FigureOut | undefined): Capaian {
  if (target?.status === 'TIDAK_DITARGETKAN') return empty('TIDAK_DITARGETKAN')
  if (!target?.nilai) return empty('KOSONG')
  if (!realisasi?.nilai) return empty(realisasi?.status === 'BELUM_RILIS' ? 'BELUM_RILIS' : 'KOSONG')
  const [t, r] = [parseDecimal(target.nilai), parseDecimal(realisasi.nilai)]
  if (t.isZero()) return r.isZero() ? { status: 'NILAI', nilai: '100' } : empty('KOSONG')
  const percent = r.div(t).times(HUNDRED)
  return { status: 'NILAI', nilai: toText(percent.lessThan(ZERO) ? ZERO : percent) }
}
