// What a signature adds to a PDF: an incremental update (ISO 32000-1, 7.5.6 and 12.8), so that every byte before it stays
// and an earlier signature holds. It reads the cross-reference tables that our printer and this file itself write.

/** Room for the signature with its certificates and time stamp, in bytes. */
const ROOM = 20_000
const FIELD = 10 // digits of an offset in ByteRange

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

export type Prepared = {
  /** The whole file with an empty place for the signature. */
  readonly pdf: Buffer
  /** From `<` up to and with `>`. */
  readonly hole: { readonly from: number; readonly to: number }
}
export type Stated = { readonly nama: string; readonly alasan: string; readonly at: Date }

/** The file with a further signature field, everything filled in but the signature itself. */
export function prepare(original: Uint8Array, stated: Stated): Prepared {
  const text = latin(original)
  const doc = readEnd(text)
  const read = (n: number) => objectAt(text, doc.offsets.get(n))
  const [value, field, form] = [doc.size, doc.size + 1, doc.size + 2]
  const root = read(doc.root)
  const page = firstPage(read, reference(root, 'Pages'))
  const known = /\/AcroForm (\d+) 0 R/.exec(root)
  const before = known ? (/\/Fields \[([^\]]*)\]/.exec(read(Number(known[1])))?.[1] ?? '') : ''
  const count = (before.match(/ 0 R/g) ?? []).length + 1

  const fresh = new Map<number, string>()
  fresh.set(
    value,
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${'*'.repeat(FIELD * 3 + 2)}] /M (${pdfDate(stated.at)}) /Name ${pdfText(stated.nama)} /Reason ${pdfText(stated.alasan)} /Contents <${'0'.repeat(ROOM * 2)}> >>`,
  )
  fresh.set(
    field,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${pdfText(`Tanda tangan ${count}`)} /TU ${pdfText(`Tanda tangan elektronik ${stated.nama}`)} /V ${value} 0 R /F 132 /Rect [0 0 0 0] /P ${page.number} 0 R >>`,
  )
  fresh.set(page.number, withAnnotation(page.text, field))
  if (known) fresh.set(Number(known[1]), `<< /Fields [${before.trim()} ${field} 0 R] /SigFlags 3 >>`)
  else {
    fresh.set(form, `<< /Fields [${field} 0 R] /SigFlags 3 >>`)
    fresh.set(doc.root, root.replace(/>>\s*$/, `/AcroForm ${form} 0 R >>`))
  }
  return written(original, doc, fresh, value)
}

function written(original: Uint8Array, doc: End, fresh: ReadonlyMap<number, string>, value: number): Prepared {
  const parts: string[] = text(original).endsWith('\n') ? [] : ['\n']
  let at = original.length + parts.join('').length
  let hole = { from: 0, to: 0 }
  const rows: string[] = []
  for (const [number, body] of [...fresh].sort(([a], [b]) => a - b)) {
    const object = `${number} 0 obj\n${body}\nendobj\n`
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    if (number === value) {
      const from = at + object.lastIndexOf('/Contents <') + '/Contents '.length
      hole = { from, to: from + ROOM * 2 + 2 }
    }
    parts.push(object)
    at += object.length
  }
  const size = Math.max(doc.size, ...[...fresh.keys()].map((n) => n + 1))
  parts.push(`xref\n${rows.join('')}trailer\n<< /Size ${size} /Root ${doc.root} 0 R${doc.rest} /Prev ${doc.startxref} >>\n`)
  parts.push(`startxref\n${at}\n%%EOF\n`)
  const pdf = Buffer.concat([original, Buffer.from(parts.join(''), 'latin1')])
  const numbers = [hole.from, hole.to, pdf.length - hole.to].join(' ')
  pdf.write(numbers.padEnd(FIELD * 3 + 2), pdf.indexOf('*'.repeat(FIELD * 3 + 2), original.length), 'latin1')
  return { pdf, hole }
}
const text = (bytes: Uint8Array) => latin(bytes.subarray(-1))

/** What the signature is over: the file without its hole. */
export function signedBytes({ pdf, hole }: Prepared): Buffer {
  return Buffer.concat([pdf.subarray(0, hole.from), pdf.subarray(hole.to)])
}

export function fill({ pdf, hole }: Prepared, signature: Uint8Array): Buffer {
  if (signature.length > ROOM) throw new Error(`a signature of ${signature.length} bytes does not fit`)
  const out = Buffer.from(pdf)
  out.write(Buffer.from(signature).toString('hex'), hole.from + 1, 'latin1')
  return out
}

type End = {
  readonly offsets: ReadonlyMap<number, number>
  readonly size: number
  readonly root: number
  /** Info and ID, as they stand. */
  readonly rest: string
  readonly startxref: number
}

function readEnd(file: string): End {
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.slice(-64))?.[1] ?? Number.NaN)
  const offsets = new Map<number, number>()
  let trailer = ''
  for (let at: number | undefined = startxref; at !== undefined; ) {
    if (!file.startsWith('xref', at)) throw new Error('a PDF without a cross-reference table cannot be signed here')
    const end = file.indexOf('trailer', at)
    readTable(file.slice(at + 4, end), offsets)
    const dictionary = file.slice(end, file.indexOf('startxref', end))
    trailer ||= dictionary
    const previous = /\/Prev (\d+)/.exec(dictionary)?.[1]
    at = previous === undefined ? undefined : Number(previous)
  }
  const rest = [/\/Info \d+ 0 R/, /\/ID \[[^\]]*\]/].map((p) => p.exec(trailer)?.[0]).filter(Boolean)
  return {
    offsets,
    startxref,
    size: Number(/\/Size (\d+)/.exec(trailer)![1]),
    root: reference(trailer, 'Root'),
    rest: rest.map((r) => ` ${r}`).join(''),
  }
}

/** Newer tables are read first: what they say holds. */
function readTable(table: string, offsets: Map<number, number>): void {
  let next = 0
  for (const line of table.split(/\r\n|\n|\r/)) {
    const head = /^\s*(\d+) (\d+)\s*$/.exec(line)
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line)
    if (entry) {
      if (entry[2] === 'n' && !offsets.has(next)) offsets.set(next, Number(entry[1]))
      next++
    } else if (head) next = Number(head[1])
  }
}

function objectAt(file: string, offset: number | undefined): string {
  const found = offset === undefined ? null : /^\d+ 0 obj\s*([\s\S]*?)\s*endobj/.exec(file.slice(offset, offset + 200_000))
  if (!found) throw new Error('an object of this PDF cannot be read')
  return found[1]!
}

function reference(dictionary: string, name: string): number {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]
  if (!found) throw new Error(`this PDF has no ${name}`)
  return Number(found)
}

function firstPage(read: (n: number) => string, at: number): { number: number; text: string } {
  const node = read(at)
  const kid = /\/Kids \[\s*(\d+) 0 R/.exec(node)?.[1]
  return kid === undefined ? { number: at, text: node } : firstPage(read, Number(kid))
}

function withAnnotation(page: string, field: number): string {
  if (/\/Annots \[/.test(page))
    return page.replace(/\/Annots \[([^\]]*)\]/, (_all, held: string) => `/Annots [${held.trim()} ${field} 0 R]`)
  if (page.includes('/Annots')) throw new Error('the annotations of this PDF stand apart and cannot be read')
  return page.replace(/>>\s*$/, `/Annots [${field} 0 R] >>`)
}

/** UTF-16 in hexadecimal: no sign of a name is read as anything else. */
const pdfText = (words: string) => `<FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}>`

function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
}
