// A workbook whose cells are given one by one, formulas among them: a calculation that lives on in a spreadsheet.
import { Workbook } from '@cj-tech-master/excelts'
import { packAgain } from './office-file.ts'
import { printable } from './printable.ts'

/** Texts are never read as formulas; a formula carries the value it had when it was written. */
export type Content = { readonly teks: string } | { readonly angka: string } | { readonly rumus: string; readonly hasil: string }
/** Cells by their address (`B4`). */
export type Worksheet = { readonly nama: string; readonly sel: ReadonlyMap<string, Content> }

const isNumber = (text: string) => /^-?\d+(?:\.\d+)?$/.test(text)

/** Without `cached` a reader must compute the formulas itself. */
export async function toWorkbook(sheets: readonly Worksheet[], timestamp: string, cached = true): Promise<Uint8Array> {
  const book = new Workbook()
  const at = new Date(timestamp)
  Object.assign(book, { creator: 'Selaras', lastModifiedBy: 'Selaras', created: at, modified: at })
  for (const { nama, sel } of sheets) {
    const sheet = book.addWorksheet(nama, { views: [{ state: 'frozen', ySplit: nama === 'Hasil' ? 0 : 1 }] })
    const widths = new Map<string, number>()
    for (const [address, content] of sel) {
      const cell = sheet.getCell(address)
      // A spreadsheet keeps 15 digits: what has more stands in the value of the formula's own sheet as text.
      if ('teks' in content) cell.value = printable(content.teks)
      else if ('angka' in content) cell.value = Number(content.angka)
      else
        cell.value = {
          formula: content.rumus,
          ...(cached && { result: isNumber(content.hasil) ? Number(content.hasil) : content.hasil }),
        }
      const column = address.replace(/\d+/, '')
      const said = 'rumus' in content ? content.hasil : 'teks' in content ? content.teks : content.angka
      widths.set(column, Math.min(60, Math.max(widths.get(column) ?? 8, said.length + 2)))
      if (nama !== 'Hasil' && address === `${column}1`) cell.font = { bold: true }
    }
    for (const [column, width] of widths) sheet.getColumn(column).width = width
  }
  return packAgain(new Uint8Array(await book.xlsx.writeBuffer()), timestamp)
}
