// Where a number comes from, to take away: a paper to read, or a workbook that goes on computing.
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Format } from '../platform/documents/press.ts'
import { named, type Printed } from '../platform/documents/print.ts'
import { toWorkbook } from '../platform/documents/workbook.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { judulJelaskan, lembarCatatan, penjelasanNilai } from './jelaskan.document.ts'
import { lembarKerja } from './lembar-kerja.ts'
import { explainWith, type Wanted } from './queries.ts'

/** As XLSX the formulas live; the other forms are printed from the paper. */
export async function printed(on: Db, wanted: Wanted, format: Format, now: Date): Promise<Document | Printed | Refusal> {
  const found = await explainWith(on, wanted)
  if (isRefusal(found)) return found
  const { p, bahan, nama } = found
  if (format !== 'xlsx') return penjelasanNilai(p, nama, now.toISOString())
  const sheets = [...lembarKerja(bahan, p, nama, wanted.bacaan), lembarCatatan(p)]
  return named(await toWorkbook(sheets, now.toISOString()), judulJelaskan(p), format)
}
