// Blocks of cells as text: what Excel and LibreOffice put on the clipboard and take from it. Cells are parted by tabs, rows by
// line breaks; a cell that holds either, or begins with a quotation mark, is quoted.

export type Blok = readonly (readonly string[])[]

export function writeBlock(blok: Blok): string {
  const cell = (text: string) => (/[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return blok.map((row) => row.map(cell).join('\t')).join('\r\n')
}

/** The rows and cells of a pasted text; a last line break ends the last row and begins none. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const { cell, next } = readCell(text, at)
    row.push(cell)
    at = next
    if (text[at] === '\t') {
      at++
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) return rows
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at >= text.length) return rows
  }
}

const ENDS = /[\t\r\n]/g

function readCell(text: string, from: number): { cell: string; next: number } {
  if (text[from] === '"') {
    let cell = ''
    for (let at = from + 1; at < text.length; at++) {
      if (text[at] !== '"') cell += text[at]
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else if (at + 1 >= text.length || /[\t\r\n]/.test(text[at + 1]!))
        return { cell: cell.replaceAll('\r\n', '\n'), next: at + 1 }
      else break // a quotation mark within plain text: it was no quoted cell after all
    }
  }
  ENDS.lastIndex = from
  const next = ENDS.exec(text)?.index ?? text.length
  return { cell: text.slice(from, next), next }
}
