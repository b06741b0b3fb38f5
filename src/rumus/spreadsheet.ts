// The tree as a workbook: the data as it stands, and formulas that live. A column of the formula becomes a column of cells, so
// that every step can be looked at; rows that FILTER keeps and groups of BY are those of the day of the export.
//
// A spreadsheet computes in binary: after the indicator's own rounding the value is the same, save where the exact value ends
// on the half (`onTheHalf`), which binary arithmetic may see on either side.
import { type Decimal, isDecimal, parseDecimal, round, toText } from '../platform/kernel/decimal.ts'
import { compile } from './compile.ts'
import type { Context } from './context.ts'
import { rowsLike } from './elementwise.ts'
import { partition } from './grouping.ts'
import { print, printLeaf } from './print.ts'
import type { IndikatorRef, Node, NodeOf, Operator, Tree } from './tree.ts'
import { type Column, type Datum, exact, isColumn, type Value } from './value.ts'

export type Isi = { readonly teks: string } | { readonly angka: string } | { readonly rumus: string; readonly hasil: string }
export type Lembar = { readonly nama: string; readonly sel: ReadonlyMap<string, Isi> }
/** Among other sheets: the names of its own, and the cells that already hold the results it refers to, in their order. */
export type Tempat = {
  readonly hitungan: string
  readonly data: string
  readonly rujukan: (ref: IndikatorRef) => readonly string[] | undefined
}
const ALONE: Tempat = { hitungan: 'Hitungan', data: 'Data', rujukan: () => undefined }

/** Refers to one cell: `Data!$B$4`. */
type Ref = string
type Refs = { readonly at: readonly Ref[]; readonly column: Column }

/** What a spreadsheet takes as the arguments of one call. */
const MOST_ARGUMENTS = 200

export class CannotExport extends Error {}

/** Three sheets: the value and its rounding, the steps, the data. Throws `CannotExport` with a sentence where there is no value. */
export function toSpreadsheet(tree: Tree, context: Context, desimal: number): Lembar[] {
  const { hasil, rumus, lembar } = toFormula(tree, context)
  const number = isDecimal(hasil.nilai) ? hasil.nilai : null
  const said = number ? toText(number) : String(hasil.nilai)
  const rows: [string, Isi][] = [
    ['Rumus', { teks: print(tree.root) }],
    ['Nilai', { rumus, hasil: said }],
  ]
  if (number) {
    const rounded = round(number, desimal).toFixed(desimal)
    rows.push([`Dibulatkan ke ${desimal} desimal`, { rumus: `ROUND(B2,${desimal})`, hasil: rounded }])
    rows.push(['Nilai tepat menurut Selaras', { teks: said }])
    rows.push(['Dibulatkan menurut Selaras', { teks: rounded }])
    if (onTheHalf(number, desimal))
      rows.push(['Catatan', { teks: 'Nilai tepat berada di tengah pembulatan; hitungan biner dapat jatuh ke sisi yang lain.' }])
  }
  const sheet = new Map(rows.flatMap(([label, isi], i) => [[`A${i + 1}`, { teks: label }] as const, [`B${i + 1}`, isi] as const]))
  return [{ nama: 'Hasil', sel: sheet }, ...lembar]
}

/** The value as one expression, and the sheets that it refers to. */
export function toFormula(tree: Tree, context: Context, tempat: Tempat = ALONE) {
  const hasil = compile(tree)(context)
  if (isColumn(hasil) || hasil.status !== 'NILAI')
    throw new CannotExport('Nilainya belum dapat dihitung, jadi tidak ada lembar kerja.')
  const book = new Book(context, tempat)
  const rumus = book.scalar(tree.root)
  return { hasil, rumus, lembar: book.sheets() }
}

/** Whether the exact value stands in the middle between two rounded ones: a known difference of binary arithmetic. */
export function onTheHalf(value: Decimal, desimal: number): boolean {
  const scaled = parseDecimal(toText(value)).times(parseDecimal('10').pow(desimal))
  return scaled.minus(scaled.floor()).minus(parseDecimal('0.5')).abs().lt(parseDecimal('0.000000001'))
}

class Book {
  readonly #context: Context
  readonly #tempat: Tempat
  readonly #data: Sheet
  readonly #steps: Sheet
  readonly #figures = new Map<string, Ref>()
  readonly #tables = new Map<string, ReadonlyMap<string, readonly Ref[]>>()
  readonly #columns = new Map<Node, Refs>()

  constructor(context: Context, tempat: Tempat) {
    this.#context = context
    this.#tempat = tempat
    this.#data = new Sheet(tempat.data)
    this.#steps = new Sheet(tempat.hitungan)
  }

  sheets(): Lembar[] {
    return [this.#steps, this.#data].filter((s) => s.sel.size > 0)
  }

  /** A part that is one value, as an expression. */
  scalar(node: Node): string {
    switch (node.kind) {
      case 'number':
        return printLeaf(node)
      case 'text':
      case 'boolean':
        return printLeaf(node)
      case 'name':
        return this.#figure(node.name, this.#context.data(node.name) as Datum)
      case 'indikator':
        return this.#tempat.rujukan(node.ref)?.[0] ?? this.#figure(printLeaf(node), this.#value(node) as Datum)
      case 'negate':
        return `(0-${this.scalar(node.operand)})`
      case 'binary':
        return operation(node.operator, this.scalar(node.left), this.scalar(node.right), this.#isText(node.left, node.right))
      case 'call':
        return this.#call(node, (arg) => this.#any(arg, node.name === 'SUMPRODUCT'))
      case 'column':
        throw new CannotExport(`${print(node)} adalah kolom.`)
    }
  }

  /** `whole`: a column must be one range, since it goes row by row with another. */
  #any(node: Node, whole: boolean): string {
    return this.#isColumn(node) ? this.#range(this.#column(node).at, whole) : this.scalar(node)
  }

  /** A part that is a column, as the cells that hold it. */
  #column(node: Node): Refs {
    const known = this.#columns.get(node)
    if (known) return known
    const made = this.#newColumn(node)
    this.#columns.set(node, made)
    return made
  }

  #newColumn(node: Node): Refs {
    const column = this.#columnValue(node)
    if (node.kind === 'column') return { at: this.#table(node.table).get(node.column) ?? [], column }
    if (node.kind === 'indikator') {
      const cells = column.cells.map((cell, i) => ({ cell, label: this.#labelOf(column, i) }))
      return { at: this.#tempat.rujukan(node.ref) ?? this.#data.list(printLeaf(node), cells), column }
    }
    if (node.kind === 'call' && node.by.length > 0) return { at: this.#grouped(node), column }
    if (node.kind === 'call' && node.name === 'FILTER') {
      const [values, condition] = [this.#column(node.args[0]!), this.#value(node.args[1]!)]
      // A row whose condition is not known stays, as that state: an empty cell.
      const stays = (i: number) => {
        const cell = isColumn(condition) ? condition.nilai.cells[i] : condition
        return cell?.status !== 'NILAI' || cell.nilai === true
      }
      const at = values.at.filter((_, i) => stays(i))
      return { at: column.cells.every(isThere) ? at : this.#copied(print(node), at, column), column }
    }
    if (node.kind === 'call' && node.name === 'CUMSUM') {
      const { at } = this.#column(node.args[0]!)
      return {
        at: this.#steps.column(
          print(node),
          at.map((_, i) => () => `SUM(${this.#range(at.slice(0, i + 1))})`),
          column,
        ),
        column,
      }
    }
    const row = (part: Node, i: number): string => {
      if (!this.#isColumn(part)) return this.scalar(part)
      const own = this.#column(part)
      return own.at[rowsLike(own.column, column)![i]!]!
    }
    const formulas = column.cells.map((_, i) => () => this.#rowOf(node, (part) => row(part, i)))
    return { at: this.#steps.column(print(node), formulas, column), column }
  }

  /** One row of what goes element by element. */
  #rowOf(node: Node, part: (node: Node) => string): string {
    if (node.kind === 'binary')
      return operation(node.operator, part(node.left), part(node.right), this.#isText(node.left, node.right))
    if (node.kind === 'negate') return `(0-${part(node.operand)})`
    return this.#call(node as NodeOf<'call'>, part)
  }

  #grouped(node: NodeOf<'call'>): Ref[] {
    const args = node.args.map((arg) => this.#column(arg))
    const frame = this.#context
    const by = node.by.map((key) => ({ name: print(key), run: compile({ text: '', root: key }) }))
    const parted = partition(args[0]!.column, by, node.letak, frame)
    if ('status' in parted) throw new CannotExport(`${print(node)} belum dapat dikelompokkan.`)
    const pick = (refs: Refs, rows: readonly number[]) =>
      this.#range(
        rows.map((row) => refs.at[row]!),
        args.length > 1,
      )
    const formulas = parted.groups.map(
      (rows) => () =>
        aggregate(
          node.name,
          args.map((refs) => pick(refs, rows)),
        ),
    )
    return this.#steps.column(print(node), formulas, this.#columnValue(node))
  }

  #call({ name, args }: NodeOf<'call'>, part: (node: Node) => string): string {
    const said = () => args.map(part)
    switch (name) {
      case 'IF':
      case 'IFS': {
        const branches = said()
        return branches.reduceRight(
          (otherwise, _, i) =>
            i % 2 === 0 && i + 1 < branches.length ? `IF(${branches[i]},${branches[i + 1]},${otherwise})` : otherwise,
          branches.length % 2 === 1 ? branches.at(-1)! : 'NA()',
        )
      }
      case 'CLAMP': {
        const [x, low, high] = said()
        return `MAX(${low},MIN(${high},${x}))`
      }
      case 'AND':
      case 'OR':
      case 'NOT':
      case 'ABS':
      case 'ROUND':
      case 'SQRT':
        return `${name}(${said().join(',')})`
      default:
        return aggregate(name, args.filter((arg) => this.#isColumn(arg) || isThere(this.#value(arg) as Datum)).map(part))
    }
  }

  /** A copied empty cell would be 0 in a spreadsheet, so it stays empty. */
  #copied(heading: string, refs: readonly Ref[], values: Column | null): Ref[] {
    const formulas = refs.map((ref) => ([this.#data, this.#steps].some((sheet) => sheet.lacks(ref)) ? null : () => ref))
    return this.#steps.column(heading, formulas, values)
  }

  /** Cells side by side in one column are a range; many that are not are brought together first. */
  #range(refs: readonly Ref[], whole = false): string {
    const parts = runs(refs)
    if (parts.length <= (whole ? 1 : MOST_ARGUMENTS)) return parts.length > 1 ? parts.join(',') : (parts[0] ?? '""')
    return this.#range(this.#copied('Salinan', refs, null))
  }

  #figure(name: string, datum: Datum): Ref {
    const known = this.#figures.get(name)
    if (known) return known
    const [made] = this.#data.list(name, [{ cell: datum, label: name }])
    this.#figures.set(name, made!)
    return made!
  }

  #table(name: string): ReadonlyMap<string, readonly Ref[]> {
    const known = this.#tables.get(name)
    if (known) return known
    const table = this.#context.data(name)
    const columns = table?.status === 'TABEL' ? table.columns : new Map<string, readonly Datum[]>()
    const made = this.#data.table(name, columns)
    this.#tables.set(name, made)
    return made
  }

  readonly #values = new Map<Node, Value>()

  #value(node: Node): Value {
    const known = this.#values.get(node)
    if (known) return known
    const value = compile({ text: '', root: node })(this.#context)
    this.#values.set(node, value)
    return value
  }

  #isColumn(node: Node): boolean {
    return isColumn(this.#value(node))
  }

  #columnValue(node: Node): Column {
    const value = this.#value(node)
    if (!isColumn(value)) throw new CannotExport(`${print(node)} belum dapat dihitung.`)
    return value.nilai
  }

  #labelOf({ keys, rows }: Column, i: number): string {
    const text = (cell: Datum | undefined) => (cell?.status === 'NILAI' ? String(cell.nilai) : '')
    return keys.length > 0 ? keys.map((k) => text(k.cells[i])).join(' / ') : text(rows[i]?.values().next().value)
  }

  #isText(...nodes: readonly Node[]): boolean {
    return nodes.some((node) => {
      const value = this.#value(node)
      const first = isColumn(value) ? value.nilai.cells.find((c) => c.status === 'NILAI') : value
      return first?.status === 'NILAI' && typeof (first as { nilai: unknown }).nilai === 'string'
    })
  }
}

/** Everything in brackets: a spreadsheet binds a minus tighter than a power, and powers from the left. */
function operation(operator: Operator, a: string, b: string, text: boolean): string {
  if (text && operator === '=') return `EXACT(${a},${b})`
  if (text && operator === '<>') return `NOT(EXACT(${a},${b}))`
  return `(${a}${operator}${b})`
}

function aggregate(name: string, args: readonly string[]): string {
  const said = args.join(',')
  // GEOMEAN of a spreadsheet refuses 0, COUNT counts numbers only.
  if (name === 'GEOMEAN') return `(PRODUCT(${said})^(1/COUNT(${said})))`
  return `${name === 'COUNT' ? 'COUNTA' : name}(${said})`
}

function runs(refs: readonly Ref[]): string[] {
  const parts: { sheet: string; column: string; from: number; to: number }[] = []
  for (const ref of refs) {
    const [, sheet, column, row] = /^(.+)!\$([A-Z]+)\$(\d+)$/.exec(ref)!
    const last = parts.at(-1)
    if (last && last.sheet === sheet && last.column === column && last.to + 1 === Number(row)) last.to += 1
    else parts.push({ sheet: sheet!, column: column!, from: Number(row), to: Number(row) })
  }
  return parts.map((p) => `${p.sheet}!$${p.column}$${p.from}${p.to > p.from ? `:$${p.column}$${p.to}` : ''}`)
}

/** A sheet that grows: blocks beside each other, each with its heading in the first row. */
class Sheet implements Lembar {
  readonly nama: string
  readonly sel = new Map<string, Isi>()
  readonly #ref: string
  #next = 1

  constructor(nama: string) {
    this.nama = nama
    this.#ref = sheetRef(nama)
  }

  /** A column of formulas; where the value is a state the cell stays empty, so that what counts the others does not count a 0. */
  column(heading: string, formulas: readonly ((() => string) | null)[], values: Column | null): Ref[] {
    const letter = letters(this.#next++)
    this.sel.set(`${letter}1`, { teks: heading })
    return formulas.map((formula, i) => {
      const cell = values?.cells[i]
      if (formula && (!cell || isThere(cell))) this.sel.set(`${letter}${i + 2}`, { rumus: formula(), hasil: textOf(cell) })
      return `${this.#ref}!$${letter}$${i + 2}`
    })
  }

  /** Whether it is a cell of this sheet, and an empty one. */
  lacks(ref: Ref): boolean {
    const [sheet, cell] = ref.split('!')
    return sheet === this.#ref && !this.sel.has(cell!.replaceAll('$', ''))
  }

  list(heading: string, cells: readonly { readonly cell: Datum; readonly label: string }[]): Ref[] {
    const columns = new Map<string, readonly Datum[]>([
      ['', cells.map((c) => exact(c.label))],
      [heading, cells.map((c) => c.cell)],
    ])
    return [...this.table('', columns).values()][1]! as Ref[]
  }

  table(name: string, columns: ReadonlyMap<string, readonly Datum[]>): Map<string, readonly Ref[]> {
    const made = new Map<string, readonly Ref[]>()
    for (const [column, cells] of columns) {
      const letter = letters(this.#next++)
      this.sel.set(`${letter}1`, { teks: name ? `${name}[${column}]` : column })
      for (const [i, cell] of cells.entries()) {
        const isi = contentOf(cell)
        if (isi) this.sel.set(`${letter}${i + 2}`, isi)
      }
      made.set(
        column,
        cells.map((_, i) => `${this.#ref}!$${letter}$${i + 2}`),
      )
    }
    this.#next += 1
    return made
  }
}

/** The name of a sheet before a cell: in quotes where it is not one word. */
const sheetRef = (nama: string): string => (/^[A-Za-z]+$/.test(nama) ? nama : `'${nama}'`)

const isThere = (cell: Datum): boolean => cell.status === 'NILAI'

/** An empty state is an empty cell: what skips it here skips it there. */
function contentOf(cell: Datum): Isi | null {
  if (cell.status !== 'NILAI') return null
  if (isDecimal(cell.nilai)) return { angka: toText(cell.nilai) }
  return typeof cell.nilai === 'string'
    ? { teks: cell.nilai }
    : { rumus: cell.nilai ? 'TRUE()' : 'FALSE()', hasil: String(cell.nilai) }
}

function textOf(cell: Datum | undefined): string {
  if (cell?.status !== 'NILAI') return ''
  return isDecimal(cell.nilai) ? toText(cell.nilai) : String(cell.nilai)
}

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
