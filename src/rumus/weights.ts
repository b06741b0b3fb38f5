// Weights that a formula gives to the terms of a sum: `a * 20% + b * 70%` lacks 10%.
import { type Decimal, HUNDRED, ONE, parseDecimal, ZERO } from '../platform/kernel/decimal.ts'
import { findFunction } from './functions.ts'
import { children, type Node, type NodeOf } from './tree.ts'

/** `chosen`: the sum stands in a branch of IF or IFS. */
export type Unfinished = { readonly node: Node; readonly sum: Decimal; readonly chosen: boolean }

/**
 * The sums whose every term has a weight, one of them in percent, and whose weights do not make 100. Inside a choice an
 * official rule may give part of the points only (Kualitas Pelaksanaan Anggaran: 40% and 50%), so `chosen` is told.
 */
export function unfinishedWeights(node: Node, chosen = false): Unfinished[] {
  if (node.kind === 'binary' && node.operator === '+') {
    const terms = termsOf(node)
    const weights = terms.map(weightOf)
    const inner = terms.flatMap((term) => unfinishedWeights(term, chosen))
    if (!weights.some((w) => w?.percent) || weights.includes(null)) return inner
    const sum = weights.reduce((total, w) => total.plus(w!.weight), ZERO)
    return sum.eq(HUNDRED) ? inner : [{ node, sum, chosen }, ...inner]
  }
  const choosing = node.kind === 'call' && findFunction(node.name)?.kind === 'choice'
  return children(node).flatMap((child) => unfinishedWeights(child, chosen || choosing))
}

const termsOf = (node: Node): Node[] =>
  node.kind === 'binary' && node.operator === '+' ? [...termsOf(node.left), ...termsOf(node.right)] : [node]

/** The one constant that a term is multiplied by, in percent: `x * 20%`, `x / n * 75`, `x * 0.2`; null where there is none. */
function weightOf(term: Node): { weight: Decimal; percent: boolean } | null {
  const factors = factorsOf(term)
  const constants = factors.filter((f): f is NodeOf<'number'> => f.kind === 'number')
  const [only] = constants
  if (!only || constants.length !== 1 || factors.length < 2) return null
  const own = parseDecimal(only.text)
  return { weight: only.percent || own.gt(ONE) ? own : own.times(HUNDRED), percent: only.percent }
}

const factorsOf = (node: Node): Node[] =>
  node.kind === 'binary' && node.operator === '*' ? [...factorsOf(node.left), ...factorsOf(node.right)] : [node]
