// The tree back as text: one spelling for each formula, with no bracket that the reading does not need.
import { BINDING, isComparison, NEGATION, type Node, type Operator } from './tree.ts'

/** How a reader says each part; `print` and `explainInWords` differ in nothing else. */
export type Voice = {
  readonly operator: (operator: Operator) => string
  readonly minus: string
  readonly call: (name: string, args: readonly string[], by: readonly string[]) => string
  readonly leaf: (node: Node) => string
}

export function print(node: Node): string {
  return render(node, CANONICAL)
}

export function render(node: Node, voice: Voice): string {
  const bracketed = (child: Node, needed: boolean) => (needed ? `(${render(child, voice)})` : render(child, voice))
  switch (node.kind) {
    case 'negate':
      return `${voice.minus}${bracketed(node.operand, binding(node.operand) < NEGATION)}`
    case 'binary': {
      const own = BINDING[node.operator]
      // What leans left needs brackets on the right where it binds as tightly; `^` leans right, and comparisons do not lean.
      const left = bracketed(node.left, binding(node.left) < own || (binding(node.left) === own && !leansLeft(node.operator)))
      const right = bracketed(node.right, binding(node.right) < own || (binding(node.right) === own && node.operator !== '^'))
      return `${left} ${voice.operator(node.operator)} ${right}`
    }
    case 'call':
      return voice.call(
        node.name,
        node.args.map((arg) => render(arg, voice)),
        node.by.map((key) => render(key, voice)),
      )
    default:
      return voice.leaf(node)
  }
}

const CANONICAL: Voice = {
  operator: (operator) => operator,
  minus: '-',
  call: (name, args, by) => `${name}(${args.join(', ')}${by.length > 0 ? ` BY ${by.join(', ')}` : ''})`,
  leaf: printLeaf,
}

export function printLeaf(node: Node): string {
  switch (node.kind) {
    case 'number':
      return node.percent ? `${node.text}%` : node.text
    case 'text':
      return quoted(node.text)
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE'
    case 'name':
      return node.name
    case 'column':
      return `${node.table}[${node.column}]`
    case 'indikator': {
      const { kode, periode, tahun, anak } = node.ref
      const shifts = [periode !== 0 && `PERIODE(${periode})`, tahun !== 0 && `TAHUN(${tahun})`, anak && 'ANAK()']
      return `INDIKATOR(${[quoted(kode), ...shifts.filter(Boolean)].join(', ')})`
    }
    default:
      return print(node)
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function binding(node: Node): number {
  if (node.kind === 'binary') return BINDING[node.operator]
  return node.kind === 'negate' ? NEGATION : Number.POSITIVE_INFINITY
}

function leansLeft(operator: Operator): boolean {
  return operator !== '^' && !isComparison(operator)
}
