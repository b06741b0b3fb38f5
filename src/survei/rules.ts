// The scale of a survey value: answers 1 to 4, converted by 25 (PermenPANRB 14/2017).
import { unkeepable } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { compare, parseDecimal } from '../platform/kernel/decimal.ts'
import type { FigureColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'

const [MIN, MAKS] = ['25', '100']

/** The refusal where a value lies outside the scale; `place` says in words where it stands. */
export function refuseOutside(figure: FigureColumns, place: string): Refusal | undefined {
  const unkept = unkeepable(figure)
  if (unkept) return refuse('TIDAK_VALID', `${place}: ${unkept}`, { field: 'nilai' })
  for (const text of [figure.nilai, figure.min, figure.maks]) {
    if (text === null) continue
    const value = parseDecimal(text)
    if (compare(value, parseDecimal(MIN)) >= 0 && compare(value, parseDecimal(MAKS)) <= 0) continue
    return refuse('TIDAK_VALID', `${place}: nilai ${text.replace('.', ',')} di luar skala ${MIN} sampai ${MAKS}.`, {
      field: 'nilai',
      rule: 'PermenPANRB 14/2017',
    })
  }
  return undefined
}

export function placeOf(tabel: string, periode: string, dimensi: Readonly<Record<string, string>>): string {
  const words = Object.entries(dimensi)
    .filter(([name]) => name !== 'unit')
    .map(([, value]) => value)
  return `tabel ${tabel}, ${periode}, ${words.join(', ')}`
}
