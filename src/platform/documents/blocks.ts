// An official document as plain data: what a template makes and every printer reads. Text is data everywhere: no
// printer takes any of it for markup, a formula or a command.

/** `deleted` and `inserted`: words of a comparison, struck through and underlined; a spreadsheet shows them plain, in their columns. */
export type Run = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly deleted?: true
  readonly inserted?: true
}
/** A text in one hand, or in runs. A newline begins a new line. */
export type Text = string | readonly Run[]
export type Align = 'left' | 'center' | 'right'

/** Lines in the middle of the page: the government's name above, the name of the paper below. */
export type Title = { readonly kind: 'title'; readonly lines: readonly string[]; readonly letterhead?: readonly string[] }
export type Heading = { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
export type Paragraph = {
  readonly kind: 'paragraph'
  readonly text: Text
  readonly align?: Align | 'justify'
  /** Type of the tables, for notes and sources. */
  readonly small?: true
  /** Stays on one page with what follows, as a heading does. */
  readonly keepWithNext?: true
}
/** `Nama : Chaidir`, one below the other. */
export type Facts = { readonly kind: 'facts'; readonly items: readonly { readonly label: string; readonly value: string }[] }

export type Cell = {
  readonly text: Text
  /** The exact number behind the text, so that a spreadsheet gets a number; `persen` keeps its sign. */
  readonly angka?: { readonly nilai: string; readonly desimal: number; readonly persen?: true }
  readonly align?: Align
  /** Grey and in italics: what is missing must not look like a value. */
  readonly kosong?: true
  readonly colSpan?: number
  readonly rowSpan?: number
  /** Which of our own data it shows (`id field`): no printer prints it; what is said of the cell leads back by it. */
  readonly origin?: string
}
/** `share`: the column's part of the width, relative to the others. */
export type Column = { readonly share: number; readonly align?: Align }
export type Row = readonly Cell[]
/** Rows under one heading that goes over the whole width; without a name, plain rows. */
export type RowGroup = { readonly name?: string; readonly rows: readonly Row[] }
export type Table = {
  readonly kind: 'table'
  /** Names the table for who cannot see it, and its sheet; printed where `caption` is set, with a running number. */
  readonly name: string
  readonly caption?: true
  readonly columns: readonly Column[]
  /** One row, or several where headings are grouped. Repeated on every page. */
  readonly header: readonly Row[]
  readonly groups: readonly RowGroup[]
  /** Points; 8 for wide official tables. */
  readonly size: 8 | 9 | 10
  /** A short table that stays on one page with what follows, such as its chart. */
  readonly keepWithNext?: true
}

/** A table of one heading row and one group, as lists and minutes have it. */
export const listTable = (name: string, shares: readonly number[], head: readonly string[], rows: readonly Row[]): Table => ({
  kind: 'table',
  name,
  columns: shares.map((share) => ({ share })),
  header: [head.map((text) => ({ text }))],
  groups: [{ rows }],
  size: 9,
})

export type Series = {
  readonly name: string
  readonly draw: 'bar' | 'line'
  /** One per category: the exact number, or in words why there is none. */
  readonly points: readonly (
    | { readonly nilai: string; readonly tampil: string }
    | { readonly nilai: null; readonly tampil: string }
  )[]
}
export type Chart = {
  readonly kind: 'chart'
  readonly name: string
  readonly categories: readonly string[]
  readonly series: readonly Series[]
  readonly unit: string
  /** What the picture says, in a sentence: for who cannot see it, and in place of it where a form has no pictures. */
  readonly alt: string
}

export type TreeNode = {
  /** What kind of node it is, in words: `Sasaran`. */
  readonly level: string
  readonly code: string
  readonly text: string
  readonly notes: readonly string[]
  /** Names outside this tree that the node is tied to. */
  readonly linked: readonly string[]
  readonly children: readonly TreeNode[]
}
/** A tree on one page, from left to right; a table of its nodes where a form has no pictures. */
export type Tree = {
  readonly kind: 'tree'
  readonly name: string
  readonly roots: readonly TreeNode[]
  readonly linkedName: string
  /** What a box, a line and a dashed box mean. */
  readonly legend: readonly [box: string, line: string, dashed: string]
  /** Headings of its table: place, level, code, text, notes, links. */
  readonly columns: readonly [string, string, string, string, string, string]
  /** What the picture is, in a sentence; the nodes are said after it. */
  readonly alt: string
}

export type Signature = {
  /** `PIHAK KEDUA,` where the form names the party. */
  readonly party?: string
  readonly office: string
  readonly name: string
  readonly nip?: string
}
/** Side by side; place and date stand above the right one, as the forms have it. */
export type Signatures = {
  readonly kind: 'signatures'
  readonly place: string
  readonly left: Signature
  readonly right: Signature
}
export type PageBreak = { readonly kind: 'pageBreak' }
export type Block = Title | Heading | Paragraph | Facts | Table | Chart | Tree | Signatures | PageBreak

export type Section = {
  /** Names the sheet of a spreadsheet. */
  readonly name: string
  readonly orientation: 'portrait' | 'landscape'
  /** Of the PDF, where a picture needs it; A4 otherwise and in the forms that have no pictures. */
  readonly paper?: 'a3'
  readonly blocks: readonly Block[]
}
export type Document = {
  readonly title: string
  readonly language: 'id'
  /** Who it is about, for the file's properties. */
  readonly author: string
  /** ISO instant at which its data was taken: the only time in the file, so that one snapshot gives the same bytes. */
  readonly timestamp: string
  /** Small print at the foot of every page, left of `Halaman x dari y`. */
  readonly footer: string
  /** At the head of every page: what a reader must not miss, such as that it is not signed yet. */
  readonly header?: string
  /** Of a paper that is signed electronically: where it can be checked, on every page and as a QR code. */
  readonly seal?: { readonly address: string }
  readonly sections: readonly Section[]
}

/** What stands at the foot of a page beside its number. */
export function footLines({ footer, seal }: Pick<Document, 'footer' | 'seal'>): string[] {
  return seal ? [footer, 'Ditandatangani secara elektronik. Periksa keasliannya di alamat ini:', seal.address] : [footer]
}

export const plain = (text: Text): string => (typeof text === 'string' ? text : text.map((r) => r.text).join(''))
export const runs = (text: Text): readonly Run[] => (typeof text === 'string' ? [{ text }] : text)

/** `Tabel 3. Capaian …` and `Grafik 1. …`, counted through the document in the order of its blocks. */
export function captions(document: Document): ReadonlyMap<Block, { kind: 'Tabel' | 'Grafik'; number: number; name: string }> {
  const count = { Tabel: 0, Grafik: 0 }
  const found = new Map<Block, { kind: 'Tabel' | 'Grafik'; number: number; name: string }>()
  for (const block of document.sections.flatMap((s) => s.blocks)) {
    const kind = block.kind === 'chart' ? 'Grafik' : block.kind === 'table' && block.caption ? 'Tabel' : undefined
    if (kind && 'name' in block) found.set(block, { kind, number: ++count[kind], name: block.name })
  }
  return found
}

export const captionText = ({ kind, number, name }: { kind: string; number: number; name: string }): string =>
  `${kind} ${number}. ${name}`
