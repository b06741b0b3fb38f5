// What each function of the table takes and gives, as kinds.
import { conditions, figures, type Kind, number, oneOf, type Report, sameUnit, type Typed } from './kind.ts'
import { multiply, raise, type Satuan } from './unit.ts'

export type Typing = (args: readonly Typed[], report: Report) => Kind

const anyColumn = (args: readonly Typed[]) => args.some((a) => a.kind.kolom)

/** Many figures of one unit to one of that unit. */
export const summary: Typing = (args, report) => ({ ...sameUnit(args, report, 'diringkas bersama'), kolom: false })
export const counting: Typing = () => number(null)
export const productSum: Typing = (args, report) =>
  number(figures(args, report, 'dikalikan').reduce<Satuan>((unit, a) => multiply(unit, a.kind.satuan), new Map()))
export const truth: Typing = conditions
export const choice: Typing = ([condition, ...branches], report) => {
  const asked = conditions([condition!], report)
  const given = oneOf(branches, report)
  return { ...given, kolom: given.kolom || asked.kolom }
}
export const choices: Typing = (args, report) => {
  const asked = conditions(
    args.filter((_, i) => i % 2 === 0),
    report,
  )
  const given = oneOf(
    args.filter((_, i) => i % 2 === 1),
    report,
  )
  return { ...given, kolom: given.kolom || asked.kolom }
}
/** A figure that keeps its unit; further arguments are plain numbers. */
export const same: Typing = ([x], report) => sameUnit([x!], report, 'dihitung')
export const bounded: Typing = (args, report) => sameUnit(args, report, 'dibatasi dengan')
export const root: Typing = ([x], report) => {
  const [figure] = figures([x!], report, 'diakarkan')
  return number(raise(figure?.kind.satuan ?? null, 0.5), anyColumn([x!]))
}
export const filtered: Typing = ([column, condition], report) => {
  conditions([condition!], report)
  return { ...column!.kind, kolom: true }
}
export const running: Typing = ([column], report) => ({ ...sameUnit([column!], report, 'dijumlah berjalan'), kolom: true })
