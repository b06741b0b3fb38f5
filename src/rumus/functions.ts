// The one table of functions: what a formula may call, how it is written, what it means, what it does.
// Parser, evaluator, reader in words and help all look here; a new function is a new row.
import { type Aggregate, average, count, geometricMean, largest, ofNumbers, smallest, sum, sumOfProducts } from './aggregate.ts'
import { cumulate, filter } from './column.ts'
import type { Frame } from './context.ts'
import { choose, clamp, ofConditions, ofNumber, roundTo, squareRoot } from './scalar.ts'
import * as typing from './typing.ts'
import { type Datum, exact, type Letak, type Scalar, type Value } from './value.ts'

type Described = {
  /** The least and the most arguments. */
  readonly arity: readonly [number, number]
  readonly inPairs?: boolean
  readonly form: string
  readonly meaning: string
  /** What kinds it takes and gives, for the check before a formula is saved. */
  readonly typing: typing.Typing
  /** The call in Indonesian words, from its arguments in words. */
  readonly words: (args: readonly string[]) => string
}

export type FunctionDefinition = Described &
  (
    | { readonly kind: 'scalar'; readonly evaluate: (scalars: readonly Scalar[], letak: Letak) => Datum }
    | { readonly kind: 'aggregate'; readonly evaluate: Aggregate }
    | { readonly kind: 'column'; readonly evaluate: (args: readonly Value[], letak: Letak, frame: Frame) => Value }
    | { readonly kind: 'choice'; readonly evaluate: (args: readonly (() => Value)[], letak: Letak) => Value }
  )

const MANY = 255

export const FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  SUM: aggregate('SUM', 'jumlah', 'Jumlah semua nilai.', ofNumbers(sum)),
  AVERAGE: aggregate('AVERAGE', 'rata-rata', 'Rata-rata hitung semua nilai.', ofNumbers(average)),
  GEOMEAN: aggregate('GEOMEAN', 'rata-rata geometrik', 'Akar pangkat n dari hasil kali n nilai.', ofNumbers(geometricMean)),
  MIN: aggregate('MIN', 'nilai terkecil', 'Nilai terkecil.', ofNumbers(smallest)),
  MAX: aggregate('MAX', 'nilai terbesar', 'Nilai terbesar.', ofNumbers(largest)),
  COUNT: aggregate('COUNT', 'banyaknya nilai', 'Banyaknya nilai yang ada.', count, typing.counting),
  SUMPRODUCT: aggregate(
    'SUMPRODUCT',
    'jumlah hasil kali',
    'Jumlah dari hasil kali baris demi baris.',
    sumOfProducts,
    typing.productSum,
  ),

  IF: {
    kind: 'choice',
    typing: typing.choice,
    arity: [3, 3],
    form: 'IF(syarat, jika benar, jika salah)',
    meaning: 'Salah satu dari dua nilai, menurut syarat.',
    words: ([condition, then, otherwise]) => `jika ${condition} maka ${then}, jika tidak ${otherwise}`,
    evaluate: choose,
  },
  IFS: {
    kind: 'choice',
    typing: typing.choices,
    arity: [2, MANY],
    inPairs: true,
    form: 'IFS(syarat 1, nilai 1, syarat 2, nilai 2, …)',
    meaning: 'Nilai dari syarat pertama yang terpenuhi.',
    words: (args) => args.map((arg, i) => (i % 2 === 0 ? `jika ${arg}` : `maka ${arg}`)).join(', '),
    evaluate: choose,
  },
  AND: {
    kind: 'scalar',
    typing: typing.truth,
    arity: [1, MANY],
    form: 'AND(syarat, …)',
    meaning: 'Benar jika semua syarat benar.',
    words: (args) => args.join(' dan '),
    evaluate: ofConditions((conditions) => conditions.every(Boolean)),
  },
  OR: {
    kind: 'scalar',
    typing: typing.truth,
    arity: [1, MANY],
    form: 'OR(syarat, …)',
    meaning: 'Benar jika salah satu syarat benar.',
    words: (args) => args.join(' atau '),
    evaluate: ofConditions((conditions) => conditions.some(Boolean)),
  },
  NOT: {
    kind: 'scalar',
    typing: typing.truth,
    arity: [1, 1],
    form: 'NOT(syarat)',
    meaning: 'Kebalikan dari syarat.',
    words: ([condition]) => `tidak berlaku ${condition}`,
    evaluate: ofConditions(([condition]) => !condition),
  },

  ABS: {
    kind: 'scalar',
    typing: typing.same,
    arity: [1, 1],
    form: 'ABS(x)',
    meaning: 'Nilai tanpa tandanya.',
    words: ([x]) => `nilai mutlak dari ${x}`,
    evaluate: ofNumber(([x]) => exact(x!.abs())),
  },
  ROUND: {
    kind: 'scalar',
    typing: typing.same,
    arity: [2, 2],
    form: 'ROUND(x, desimal)',
    meaning: 'Dibulatkan setengah ke atas.',
    words: ([x, places]) => `${x} dibulatkan ke ${places} desimal`,
    evaluate: ofNumber(roundTo),
  },
  CLAMP: {
    kind: 'scalar',
    typing: typing.bounded,
    arity: [3, 3],
    form: 'CLAMP(x, paling kecil, paling besar)',
    meaning: 'Nilai yang dibatasi ke suatu rentang.',
    words: ([x, low, high]) => `${x} dibatasi dari ${low} sampai ${high}`,
    evaluate: ofNumber(clamp),
  },
  SQRT: {
    kind: 'scalar',
    typing: typing.root,
    arity: [1, 1],
    form: 'SQRT(x)',
    meaning: 'Akar pangkat dua.',
    words: ([x]) => `akar dari ${x}`,
    evaluate: ofNumber(squareRoot),
  },

  FILTER: {
    kind: 'column',
    typing: typing.filtered,
    arity: [2, 2],
    form: 'FILTER(tabel[kolom], syarat)',
    meaning: 'Baris kolom yang memenuhi syarat.',
    words: ([column, condition]) => `${column} yang memenuhi ${condition}`,
    evaluate: filter,
  },
  CUMSUM: {
    kind: 'column',
    typing: typing.running,
    arity: [1, 1],
    form: 'CUMSUM(tabel[kolom])',
    meaning: 'Jumlah berjalan dari baris pertama.',
    words: ([column]) => `jumlah berjalan dari ${column}`,
    evaluate: cumulate,
  },
}

export function findFunction(name: string): FunctionDefinition | undefined {
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
}

function aggregate(
  name: string,
  word: string,
  meaning: string,
  evaluate: Aggregate,
  typed: typing.Typing = typing.summary,
): FunctionDefinition {
  const words = (args: readonly string[]) => `${word} dari ${args.join(', ')}`
  return { kind: 'aggregate', typing: typed, arity: [1, MANY], form: `${name}(x, …)`, meaning, words, evaluate }
}
