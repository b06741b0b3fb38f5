// The tree as closures: parsed and looked up once, run as often as there are figures.
import { HUNDRED, parseDecimal } from '../platform/kernel/decimal.ts'
import type { Frame, Run } from './context.ts'
import { lift } from './elementwise.ts'
import { findFunction } from './functions.ts'
import { summarise, summariseBy } from './grouping.ts'
import { OPERATORS } from './operators.ts'
import { print } from './print.ts'
import type { Node, NodeOf, Tree } from './tree.ts'
import { columnValue, exact, galat, isColumn, KOSONG, type Value } from './value.ts'
import { MOST_WORK, mayBeHeavy, tooMuch } from './work.ts'

/** Stands around each node's closure; the trace is one of these. */
export type Wrap = (node: Node, run: Run) => Run

/** A function from a context to the formula's value. It never throws over data: what is wrong comes back as GALAT. */
export function compile(tree: Tree, wrap: Wrap = (_, run) => run, most = MOST_WORK): Run {
  const build = (node: Node): Run => wrap(node, closure(node, build))
  if (!mayBeHeavy(tree.root)) return build(tree.root)
  const run = closure(tree.root, build)
  return wrap(tree.root, (frame) => tooMuch(tree, frame, most) ?? run(frame))
}

function closure(node: Node, build: (node: Node) => Run): Run {
  switch (node.kind) {
    case 'number':
      return constant(exact(node.percent ? parseDecimal(node.text).div(HUNDRED) : parseDecimal(node.text)))
    case 'text':
      return constant(exact(node.text))
    case 'boolean':
      return constant(exact(node.value))
    case 'name':
      return (frame) => readName(node, frame)
    case 'column':
      return (frame) => readColumn(node, frame)
    case 'indikator':
      return (frame) => readIndikator(node, frame)
    case 'negate':
      return negation(node, build(node.operand))
    case 'binary':
      return binary(node, build(node.left), build(node.right))
    case 'call':
      return call(node, build)
  }
}

function constant(value: Value): Run {
  return () => value
}

function readName({ name, letak }: NodeOf<'name'>, frame: Frame): Value {
  const found = frame.data(name)
  if (found === undefined) return galat('NAMA_TIDAK_DIKENAL', `Nama "${name}" tidak ada dalam data.`, letak)
  return found.status === 'TABEL'
    ? galat('TABEL_TANPA_KOLOM', `"${name}" adalah tabel; sebutkan kolomnya, misalnya ${name}[nilai].`, letak)
    : found
}

function readColumn({ table, column, letak }: NodeOf<'column'>, frame: Frame): Value {
  const found = frame.data(table)
  if (found === undefined) return galat('NAMA_TIDAK_DIKENAL', `Tabel "${table}" tidak ada dalam data.`, letak)
  if (found.status === 'GALAT') return found
  if (found.status === 'NILAI') return galat('BUKAN_TABEL', `"${table}" bukan tabel, jadi tidak mempunyai kolom.`, letak)
  if (found.status !== 'TABEL') return found
  const cells = found.columns.get(column)
  if (cells) return columnValue({ cells, rows: found.rows, keys: [], none: KOSONG })
  if (found.rows.length === 0) return columnValue({ cells: [], rows: [], keys: [], none: KOSONG })
  return galat(
    'KOLOM_TIDAK_DIKENAL',
    `Tabel "${table}" tidak mempunyai kolom "${column}"; yang ada: ${[...found.columns.keys()].join(', ')}.`,
    letak,
  )
}

function readIndikator({ ref, letak }: NodeOf<'indikator'>, frame: Frame): Value {
  return frame.indikator?.(ref) ?? galat('INDIKATOR_TIDAK_TERSEDIA', `Hasil indikator "${ref.kode}" tidak tersedia di sini.`, letak)
}

function negation({ letak }: NodeOf<'negate'>, operand: Run): Run {
  const minusOne = exact(parseDecimal('-1'))
  return (frame) => lift([operand(frame), minusOne], letak, ([a, b]) => OPERATORS['*'](a!, b!, letak))
}

function binary({ operator, letak }: NodeOf<'binary'>, left: Run, right: Run): Run {
  const operate = OPERATORS[operator]
  return (frame) => {
    const a = left(frame)
    const b = right(frame)
    // Two single values are the case that millions of evaluations meet: no list is made for it.
    if (a.status === 'NILAI' && b.status === 'NILAI' && !isColumn(a) && !isColumn(b)) return operate(a.nilai, b.nilai, letak)
    return lift([a, b], letak, ([x, y]) => operate(x!, y!, letak))
  }
}

function call({ name, args, by, letak }: NodeOf<'call'>, build: (node: Node) => Run): Run {
  const definition = findFunction(name)!
  const runs = args.map(build)
  const keys = by.map((node) => ({ name: print(node), run: build(node) }))
  const values = (frame: Frame) => runs.map((run) => run(frame))
  switch (definition.kind) {
    case 'scalar':
      return (frame) => lift(values(frame), letak, (scalars) => definition.evaluate(scalars, letak))
    case 'column':
      return (frame) => definition.evaluate(values(frame), letak, frame)
    case 'choice':
      return (frame) =>
        definition.evaluate(
          runs.map((run) => () => run(frame)),
          letak,
        )
    case 'aggregate':
      if (keys.length === 0) return (frame) => summarise(definition.evaluate, values(frame), letak, frame)
      return (frame) => summariseBy(definition.evaluate, values(frame), keys, letak, frame)
  }
}
