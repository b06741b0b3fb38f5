// A formula in Indonesian words, with the figures of one evaluation where its trace is given.
import { findDecimal, formatDecimal } from '../platform/kernel/decimal.ts'
import { findFunction } from './functions.ts'
import { printLeaf, render } from './print.ts'
import type { Jejak, Tercatat } from './trace.ts'
import type { Node, NodeOf, Operator, Tree } from './tree.ts'

const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  '+': 'ditambah',
  '-': 'dikurangi',
  '*': 'dikali',
  '/': 'dibagi',
  '^': 'pangkat',
  '=': 'sama dengan',
  '<>': 'tidak sama dengan',
  '<': 'kurang dari',
  '<=': 'paling banyak',
  '>': 'lebih dari',
  '>=': 'paling sedikit',
}

const STATE_WORDS = {
  TIDAK_DITARGETKAN: 'tidak ditargetkan',
  BELUM_RILIS: 'data belum rilis',
  KOSONG: 'belum ada datanya',
}

/** "rata-rata dari kelurahan[nilai] per kelurahan[kecamatan]"; with a trace also "realisasi (12) dibagi target (10) = 1,2". */
export function explainInWords(tree: Tree, jejak: Jejak | null = null): string {
  const results = new Map<string, Tercatat>()
  const collect = (part: Jejak): void => {
    results.set(key(part.letak), part.hasil)
    part.anak.forEach(collect)
  }
  if (jejak) collect(jejak)

  const sentence = render(tree.root, {
    operator: (operator) => OPERATOR_WORDS[operator],
    minus: 'minus ',
    call: (name, args, by) => {
      const said = findFunction(name)!.words(args.map((arg) => (arg.includes(' per ') ? `(${arg})` : arg)))
      return by.length > 0 ? `${said} per ${by.join(' dan ')}` : said
    },
    leaf: (node) => withFigure(sayLeaf(node), node, results.get(key(node.letak))),
  })
  return jejak ? `${sentence} = ${sayResult(jejak.hasil)}` : sentence
}

function key(letak: { readonly dari: number; readonly sampai: number }): string {
  return `${letak.dari}-${letak.sampai}`
}

function withFigure(words: string, node: Node, hasil: Tercatat | undefined): string {
  const isData = node.kind === 'name' || node.kind === 'indikator'
  return isData && hasil && !('panjang' in hasil) ? `${words} (${sayResult(hasil)})` : words
}

function sayLeaf(node: Node): string {
  if (node.kind === 'number') return `${sayNumber(node.text)}${node.percent ? '%' : ''}`
  if (node.kind === 'boolean') return node.value ? 'benar' : 'salah'
  return node.kind === 'indikator' ? sayIndikator(node) : printLeaf(node)
}

function sayIndikator({ ref }: NodeOf<'indikator'>): string {
  const shift = (distance: number, unit: string) =>
    distance === 0 ? '' : ` ${Math.abs(distance)} ${unit} ${distance < 0 ? 'sebelumnya' : 'sesudahnya'}`
  return `indikator ${ref.kode}${ref.anak ? ' unit di bawahnya' : ''}${shift(ref.periode, 'periode')}${shift(ref.tahun, 'tahun')}`
}

function sayResult(hasil: Tercatat): string {
  if (hasil.status === 'GALAT') return `galat: ${hasil.pesan}`
  if (hasil.status !== 'NILAI') return STATE_WORDS[hasil.status]
  if ('panjang' in hasil) return `${hasil.panjang} nilai`
  return typeof hasil.nilai === 'boolean' ? (hasil.nilai ? 'benar' : 'salah') : sayNumber(hasil.nilai)
}

/** At most four decimals: a sentence is for reading, the exact figure stands in the trace. */
function sayNumber(text: string): string {
  const number = findDecimal(text)
  return number ? formatDecimal(number, Math.min(number.decimalPlaces(), 4)) : text
}
