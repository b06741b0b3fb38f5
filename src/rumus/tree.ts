// The syntax tree. One tree, several readers: compile, trace, print, words, dependencies.
import type { Letak } from './value.ts'

export type Operator = '+' | '-' | '*' | '/' | '^' | '=' | '<>' | '<' | '<=' | '>' | '>='

/** Another indicator's result: shifted by periods or years, or that of every child unit. */
export type IndikatorRef = { readonly kode: string; readonly periode: number; readonly tahun: number; readonly anak: boolean }

type Located = { readonly letak: Letak }
export type Node = Located &
  (
    | { readonly kind: 'number'; readonly text: string; readonly percent: boolean }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'column'; readonly table: string; readonly column: string }
    | { readonly kind: 'negate'; readonly operand: Node }
    | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Node; readonly right: Node }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly by: readonly Node[] }
    | { readonly kind: 'indikator'; readonly ref: IndikatorRef }
  )

export type NodeOf<K extends Node['kind']> = Extract<Node, { kind: K }>
export type Tree = { readonly text: string; readonly root: Node }

export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'negate':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'call':
      return [...node.args, ...node.by]
    default:
      return []
  }
}

export const LOOSEST = 0
export const NEGATION = 40

/** How tightly an operator binds; `^` binds its right side first, comparisons do not chain. */
export const BINDING: Readonly<Record<Operator, number>> = {
  '=': 10,
  '<>': 10,
  '<': 10,
  '<=': 10,
  '>': 10,
  '>=': 10,
  '+': 20,
  '-': 20,
  '*': 30,
  '/': 30,
  '^': 50,
}

export function isComparison(operator: Operator): boolean {
  return BINDING[operator] === BINDING['=']
}

export function isOperator(symbol: string): symbol is Operator {
  return Object.hasOwn(BINDING, symbol)
}
