// Functions of single values, and the choice between values.
import { compare, type Decimal, formatDecimal, isDecimal, round } from '../platform/kernel/decimal.ts'
import { test, zip } from './elementwise.ts'
import { type Datum, exact, galat, isColumn, kindOf, type Letak, type Scalar, type Value } from './value.ts'

type OfScalars = (scalars: readonly Scalar[], letak: Letak) => Datum

export function ofNumber(compute: (numbers: readonly Decimal[], letak: Letak) => Datum): OfScalars {
  return (scalars, letak) => {
    const wrong = scalars.find((scalar) => !isDecimal(scalar))
    if (wrong === undefined) return compute(scalars as readonly Decimal[], letak)
    return galat('JENIS_TIDAK_COCOK', `Di sini diperlukan angka, tetapi ada ${kindOf(wrong)}.`, letak)
  }
}

export function ofConditions(decide: (conditions: readonly boolean[]) => boolean): OfScalars {
  return (scalars, letak) => {
    for (const scalar of scalars) {
      const verdict = test(exact(scalar), letak)
      if (typeof verdict !== 'boolean') return verdict
    }
    return exact(decide(scalars as readonly boolean[]))
  }
}

/** Conditions and values in turn, and at the end perhaps a value without condition. Only the branch that is taken is computed. */
export function choose(args: readonly (() => Value)[], letak: Letak): Value {
  const [condition, then, ...rest] = args
  if (!condition)
    return galat('TIDAK_ADA_CABANG', 'Tidak ada syarat IFS yang terpenuhi; tambahkan TRUE dan sebuah nilai di akhir.', letak)
  if (!then) return condition()
  const decided = condition()
  if (isColumn(decided)) {
    return zip([decided, then(), choose(rest, letak)], letak, ([cell, yes, no]) => {
      const verdict = test(cell!, letak)
      return typeof verdict === 'boolean' ? (verdict ? yes! : no!) : verdict
    })
  }
  const verdict = test(decided, letak)
  if (typeof verdict !== 'boolean') return verdict
  return verdict ? then() : choose(rest, letak)
}

export function roundTo([x, places]: readonly Decimal[], letak: Letak): Datum {
  if (places!.isInteger() && places!.abs().lte(30)) return exact(round(x!, places!.toNumber()))
  return galat('PEMBULATAN_TIDAK_SAH', 'Banyaknya desimal pada ROUND harus bilangan bulat dari -30 sampai 30.', letak)
}

export function clamp([x, low, high]: readonly Decimal[], letak: Letak): Datum {
  if (compare(low!, high!) <= 0) return exact(x!.clamp(low!, high!))
  return galat('BATAS_TERBALIK', `Batas bawah CLAMP (${shown(low!)}) lebih besar dari batas atasnya (${shown(high!)}).`, letak)
}

export function squareRoot([x]: readonly Decimal[], letak: Letak): Datum {
  return x!.lt(0) ? galat('AKAR_NEGATIF', `Akar dari bilangan negatif (${shown(x!)}).`, letak) : exact(x!.sqrt())
}

function shown(number: Decimal): string {
  return formatDecimal(number, Math.min(number.decimalPlaces(), 6))
}
