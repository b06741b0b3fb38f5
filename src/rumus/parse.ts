// From tokens to the tree: a Pratt parser. Whatever the text, the answer is a tree or one located error, never an exception.
import { findDecimal } from '../platform/kernel/decimal.ts'
import { Cursor } from './cursor.ts'
import { FUNCTIONS, findFunction } from './functions.ts'
import { Fault, type FormulaError, type Token } from './lexer.ts'
import {
  BINDING,
  children,
  type IndikatorRef,
  isComparison,
  isOperator,
  LOOSEST,
  NEGATION,
  type Node,
  type Operator,
  type Tree,
} from './tree.ts'
import { fold, type Letak } from './value.ts'

export const MAX_TEXT = 10_000
export const MAX_NODES = 5_000
/** Brackets within brackets, calls within calls. */
export const MAX_DEPTH = 100
/** A chain such as a + b + c + … leans as many levels deep; every reader walks the tree by recursion. */
export const MAX_CHAIN = 500

export type Parsed = { readonly ok: true; readonly tree: Tree } | { readonly ok: false; readonly error: FormulaError }

const START: Letak = { baris: 1, kolom: 1, dari: 0, sampai: 0 }
const SHIFTS = ['PERIODE', 'TAHUN', 'ANAK']
const OPERAND = ['angka', 'nama', 'teks', 'fungsi', '(']

export function parse(text: string): Parsed {
  try {
    if (text.length > MAX_TEXT) {
      throw new Fault('RUMUS_TERLALU_PANJANG', `Rumus terlalu panjang: ${text.length} karakter, paling banyak ${MAX_TEXT}.`, START)
    }
    return { ok: true, tree: { text, root: new Parser(text).formula() } }
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, error: fault.error }
    throw fault
  }
}

class Parser extends Cursor {
  readonly #heights = new Map<Node, number>()
  #depth = 0

  formula(): Node {
    if (this.ended()) throw new Fault('RUMUS_KOSONG', 'Rumus masih kosong.', this.next.letak, OPERAND)
    if (this.is('=')) throw new Fault('SAMA_DENGAN_DI_AWAL', 'Hapus tanda "=" di awal rumus.', this.next.letak, OPERAND)
    const root = this.#expression(LOOSEST)
    if (!this.ended()) throw this.unexpected(['operator', 'akhir rumus'])
    return root
  }

  #expression(binding: number): Node {
    const start = this.next.letak
    let left = this.#operand()
    for (let operator = this.#operator(); operator !== null && BINDING[operator] > binding; operator = this.#operator()) {
      left = this.#binary(start, left, operator)
    }
    return left
  }

  /** An expression one level further in. */
  #nested(binding = LOOSEST): Node {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) {
      const pesan = `Rumus bertingkat lebih dari ${MAX_DEPTH}; pecah menjadi beberapa rumus.`
      throw new Fault('RUMUS_TERLALU_DALAM', pesan, this.next.letak)
    }
    const node = this.#expression(binding)
    this.#depth -= 1
    return node
  }

  #operator(): Operator | null {
    const { kind, text } = this.next
    return kind === 'symbol' && isOperator(text) ? text : null
  }

  #binary(start: Letak, left: Node, operator: Operator): Node {
    if (isComparison(operator) && left.kind === 'binary' && isComparison(left.operator) && !this.#closed(left)) {
      const pesan = 'Perbandingan tidak dapat dirangkai; tulis AND(a < b, b < c).'
      throw new Fault('PERBANDINGAN_BERANTAI', pesan, this.next.letak, ['AND(…)'])
    }
    this.take()
    // `^` takes its right side as far as it goes: 2^3^2 is 2^(3^2).
    const right = operator === '^' ? this.#nested(BINDING['^'] - 1) : this.#expression(BINDING[operator])
    return this.#node({ kind: 'binary', operator, left, right, letak: this.since(start) })
  }

  /** Whether the node stood in brackets of its own, so that (a < b) = TRUE is no chain. */
  #closed(node: Node): boolean {
    return this.last.text === ')' && this.last.kind === 'symbol' && this.last.letak.dari >= node.letak.sampai
  }

  #operand(): Node {
    if (this.is('-')) return this.#negation()
    if (this.is('(')) return this.#bracketed()
    const token = this.next
    if (token.kind === 'symbol' || token.kind === 'end' || this.isBy()) throw this.unexpected(OPERAND)
    this.take()
    if (token.kind === 'number') return this.#number(token)
    if (token.kind === 'name') return this.#named(token)
    return this.#node({ kind: 'text', text: token.text, letak: token.letak })
  }

  #number(token: Token): Node {
    if (!findDecimal(token.text)) throw new Fault('ANGKA_TIDAK_SAH', 'Angka ini memuat lebih dari 34 angka penting.', token.letak)
    const percent = this.is('%')
    if (percent) this.take()
    return this.#node({ kind: 'number', text: token.text, percent, letak: this.since(token.letak) })
  }

  #negation(): Node {
    const sign = this.take()
    const operand = this.#nested(NEGATION)
    return this.#node({ kind: 'negate', operand, letak: this.since(sign.letak) })
  }

  #bracketed(): Node {
    this.take()
    const inner = this.#nested()
    this.expect(')')
    return inner
  }

  #named(token: Token): Node {
    const upper = token.text.toUpperCase()
    if (this.is('(')) return upper === 'INDIKATOR' ? this.#indikator(token) : this.#call(token, upper)
    if (upper === 'TRUE' || upper === 'FALSE') return this.#node({ kind: 'boolean', value: upper === 'TRUE', letak: token.letak })
    if (!this.is('[')) return this.#node({ kind: 'name', name: fold(token.text), letak: token.letak })
    this.take()
    if (this.next.kind !== 'name') throw this.unexpected(['nama kolom'])
    const column = fold(this.take().text)
    this.expect(']')
    return this.#node({ kind: 'column', table: fold(token.text), column, letak: this.since(token.letak) })
  }

  #call(token: Token, name: string): Node {
    const definition = findFunction(name)
    if (!definition) throw unknownFunction(token, name)
    this.take()
    const args = this.is(')') ? [] : this.#list()
    const by = this.isBy() && definition.kind === 'aggregate' ? this.#keys() : []
    this.expect(')', definition.kind === 'aggregate' && by.length === 0 ? ['BY'] : [])
    const [least, most] = definition.arity
    if (args.length < least || args.length > most || (definition.inPairs && args.length % 2 > 0)) {
      const pesan = `${name} ditulis ${definition.form}; di sini ada ${args.length} argumen.`
      throw new Fault('JUMLAH_ARGUMEN', pesan, token.letak, [definition.form])
    }
    return this.#node({ kind: 'call', name, args, by, letak: this.since(token.letak) })
  }

  #keys(): Node[] {
    this.take()
    return this.#list()
  }

  #list(): Node[] {
    const items = [this.#nested()]
    while (this.is(this.separator)) {
      this.take()
      items.push(this.#nested())
    }
    return items
  }

  /** INDIKATOR("IKM", PERIODE(-1), TAHUN(-1), ANAK()): written out, so that what a formula depends on is known without running it. */
  #indikator(token: Token): Node {
    this.take()
    if (this.next.kind !== 'text' || this.next.text === '') throw this.unexpected(['kode indikator dalam tanda kutip'])
    let ref: IndikatorRef = { kode: this.take().text, periode: 0, tahun: 0, anak: false }
    while (this.is(this.separator)) {
      this.take()
      ref = { ...ref, ...this.#shift() }
    }
    this.expect(')')
    return this.#node({ kind: 'indikator', ref, letak: this.since(token.letak) })
  }

  #shift(): Partial<IndikatorRef> {
    const expected = ['PERIODE(-1)', 'TAHUN(-1)', 'ANAK()']
    const name = this.next.text.toUpperCase()
    if (this.next.kind !== 'name' || !SHIFTS.includes(name)) throw this.unexpected(expected)
    this.take()
    this.expect('(')
    if (name === 'ANAK') {
      this.expect(')')
      return { anak: true }
    }
    const negative = this.is('-')
    if (negative) this.take()
    if (!/^\d{1,3}$/.test(this.next.text)) throw this.unexpected(['bilangan bulat seperti -1'])
    const steps = Number(this.take().text)
    const distance = negative ? 0 - steps : steps
    this.expect(')')
    return name === 'PERIODE' ? { periode: distance } : { tahun: distance }
  }

  #node(node: Node): Node {
    const height = 1 + children(node).reduce((most, child) => Math.max(most, this.#heights.get(child)!), 0)
    if (height > MAX_CHAIN) {
      const pesan = `Deretan lebih dari ${MAX_CHAIN} operator; pakai SUM(…) atau pecah menjadi beberapa rumus.`
      throw new Fault('RUMUS_TERLALU_DALAM', pesan, node.letak)
    }
    this.#heights.set(node, height)
    if (this.#heights.size > MAX_NODES) {
      const pesan = `Rumus memuat lebih dari ${MAX_NODES} bagian; pecah menjadi beberapa rumus.`
      throw new Fault('RUMUS_TERLALU_BESAR', pesan, node.letak)
    }
    return node
  }
}

function unknownFunction({ text, letak }: Token, name: string): Fault {
  const pesan = SHIFTS.includes(name) ? `${name} hanya dapat dipakai di dalam INDIKATOR(…).` : `Fungsi "${text}" tidak dikenal.`
  return new Fault('FUNGSI_TIDAK_DIKENAL', pesan, letak, Object.keys(FUNCTIONS))
}
