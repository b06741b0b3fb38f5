// Short ways for the tests to say a formula, its data and its result.
import { readKase } from './case.ts'
import type { Context } from './context.ts'
import { compute, evaluate } from './evaluate.ts'
import { parse } from './parse.ts'
import { type Jejak, recorded, type Tercatat } from './trace.ts'
import type { Node, Tree } from './tree.ts'

export const SKALA = {
  PERMENDAGRI_86_2017_DISESUAIKAN: [
    { dari: '90', sebutan: 'Sangat Tinggi' },
    { dari: '75', sebutan: 'Tinggi' },
    { dari: '65', sebutan: 'Sedang' },
    { dari: '50', sebutan: 'Rendah' },
    { dari: null, sebutan: 'Sangat Rendah' },
  ],
}

/** The states as the data of a case writes them. */
export const NA = { status: 'TIDAK_DITARGETKAN' }
export const DBR = { status: 'BELUM_RILIS' }
export const NONE = { status: 'KOSONG' }

export function treeOf(rumus: string): Tree {
  const parsed = parse(rumus)
  if (!parsed.ok) throw new Error(`${rumus}: ${parsed.error.pesan}`)
  return parsed.tree
}

/** The data of a case as a context. */
export function contextOf(data: object, more: Partial<Context> = {}): Context {
  const kase = readKase({ rumus: '0', data })
  if ('status' in kase) throw new Error(kase.pesan)
  return { data: (name) => kase.data.get(name), ...more }
}

export function traceOf(rumus: string, data: object = {}, more: Partial<Context> = {}): Jejak {
  return evaluate(treeOf(rumus), contextOf(data, more)).jejak
}

export function resultOf(rumus: string, data: object = {}, more: Partial<Context> = {}): Tercatat {
  return recorded(compute(treeOf(rumus), contextOf(data, more)))
}

/** The value's text, or the status, or the code of the GALAT. */
export function say(rumus: string, data: object = {}, more: Partial<Context> = {}): string | boolean {
  const result = resultOf(rumus, data, more)
  if (result.status === 'GALAT') return result.kode
  if (result.status !== 'NILAI') return result.status
  return 'panjang' in result ? sayCells(traceOf(rumus, data, more)) : result.nilai
}

function sayCells(jejak: Jejak): string {
  return (jejak.sel ?? [])
    .map(({ hasil }) => ('nilai' in hasil ? hasil.nilai : hasil.status === 'GALAT' ? hasil.kode : hasil.status))
    .join(' ')
}

export function column(...nilai: unknown[]): object[] {
  return nilai.map((cell) => ({ x: cell }))
}

/** The tree without its places, for comparing what two texts mean. */
export function bare(node: Node): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === 'letak' ? undefined : value)))
}
