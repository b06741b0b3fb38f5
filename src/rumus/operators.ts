// What the operators do to two exact values. Division by zero and numbers out of range are GALAT, never Infinity.
import { compare, type Decimal, isDecimal, isInRange } from '../platform/kernel/decimal.ts'
import type { Operator } from './tree.ts'
import { type Datum, exact, galat, type Jalur, kindOf, type Letak, type Scalar } from './value.ts'

type Binary = (a: Scalar, b: Scalar, letak: Letak) => Datum

export const OPERATORS: Readonly<Record<Operator, Binary>> = {
  '+': arithmetic('ditambah', (a, b) => a.plus(b)),
  '-': arithmetic('dikurangi', (a, b) => a.minus(b)),
  '*': arithmetic('dikali', (a, b) => a.times(b)),
  '/': arithmetic('dibagi', divide),
  '^': arithmetic('dipangkatkan', power),
  '=': equality((same) => same),
  '<>': equality((same) => !same),
  '<': order((sign) => sign < 0),
  '<=': order((sign) => sign <= 0),
  '>': order((sign) => sign > 0),
  '>=': order((sign) => sign >= 0),
}

/** The number as a value, or GALAT where it has left the range of what can be written down. */
export function settled(number: Decimal, letak: Letak | Jalur): Datum {
  return isInRange(number)
    ? exact(number)
    : galat('DI_LUAR_JANGKAUAN', 'Hasil hitungan terlalu besar atau terlalu kecil untuk ditulis.', letak)
}

function arithmetic(word: string, compute: (a: Decimal, b: Decimal, letak: Letak) => Decimal | Datum): Binary {
  return (a, b, letak) => {
    if (!isDecimal(a) || !isDecimal(b)) {
      return galat('JENIS_TIDAK_COCOK', `Hanya angka yang dapat ${word}; di sini ada ${kindOf(isDecimal(a) ? b : a)}.`, letak)
    }
    const result = compute(a, b, letak)
    return isDecimal(result) ? settled(result, letak) : result
  }
}

function divide(a: Decimal, b: Decimal, letak: Letak): Decimal | Datum {
  return b.isZero() ? galat('BAGI_NOL', 'Pembagian dengan nol.', letak) : a.div(b)
}

function power(a: Decimal, b: Decimal, letak: Letak): Decimal | Datum {
  if (a.isZero() && b.isZero()) return galat('PANGKAT_TIDAK_TENTU', 'Nol pangkat nol tidak tentu.', letak)
  if (a.isZero() && b.lt(0)) return galat('BAGI_NOL', 'Nol dipangkatkan bilangan negatif adalah pembagian dengan nol.', letak)
  if (a.lt(0) && !b.isInteger()) return galat('AKAR_NEGATIF', 'Bilangan negatif tidak dapat dipangkatkan pecahan.', letak)
  const result = a.pow(b)
  // A power too small even for decimal.js comes back as 0; nothing becomes 0 on its way here.
  return result.isZero() && !a.isZero() ? galat('DI_LUAR_JANGKAUAN', 'Hasil pangkat terlalu kecil untuk ditulis.', letak) : result
}

function equality(decide: (same: boolean) => boolean): Binary {
  return (a, b, letak) => {
    if (isDecimal(a) && isDecimal(b)) return exact(decide(compare(a, b) === 0))
    if (typeof a === typeof b && !isDecimal(a) && !isDecimal(b)) return exact(decide(a === b))
    return galat('JENIS_TIDAK_COCOK', `${kindOf(a)} tidak dapat dibandingkan dengan ${kindOf(b)}.`, letak)
  }
}

function order(decide: (sign: number) => boolean): Binary {
  return (a, b, letak) =>
    isDecimal(a) && isDecimal(b)
      ? exact(decide(compare(a, b)))
      : galat('JENIS_TIDAK_COCOK', `Hanya angka yang berurutan; di sini ada ${kindOf(isDecimal(a) ? b : a)}.`, letak)
}
