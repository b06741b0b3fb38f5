// A formula's value in a context, with its trace or without.
import { compile } from './compile.ts'
import type { Context, Run } from './context.ts'
import { type Jejak, Recorder } from './trace.ts'
import type { Tree } from './tree.ts'
import type { Value } from './value.ts'
import { MOST_TRACED } from './work.ts'

const compiled = new WeakMap<Tree, Run>()

/** The value alone; for the shortest way through millions of figures, hold on to `compile(tree)`. */
export function compute(tree: Tree, context: Context): Value {
  return compiledOnce(tree)(context)
}

/** The value with its trace. */
export function evaluate(tree: Tree, context: Context): { hasil: Value; jejak: Jejak } {
  const recorder = new Recorder(tree.text)
  const hasil = compile(tree, recorder.wrap, MOST_TRACED)({ ...context, note: recorder.note })
  return { hasil, jejak: recorder.root }
}

function compiledOnce(tree: Tree): Run {
  const known = compiled.get(tree)
  if (known) return known
  const run = compile(tree)
  compiled.set(tree, run)
  return run
}
