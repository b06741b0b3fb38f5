// What a version of an indicator would change in the results of its office: written, measured, and taken back by the caller.
import { writeWanted } from '../indikator/commands.ts'
import type { VersiIndikator } from '../indikator/indikator.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal } from '../platform/kernel/refusal.ts'
import { yearOf } from '../platform/kernel/time.ts'
import { compare, type Perubahan } from './jika.ts'
import { loadBahan } from './queries-bahan.ts'
import { listTahunCapaian } from './store/hitungan.ts'

/** Every result of the office that comes out otherwise, in the years since the version begins of which results are kept. Writes
 *  the version: run it `undone`. */
export async function whatVersionChanges(
  tx: Tx,
  ctx: Context,
  unit: string,
  kode: string,
  versi: VersiIndikator,
  nomor?: number,
): Promise<readonly Perubahan[] | Refusal> {
  const years = (await listTahunCapaian(tx, [unit])).map((t) => t.tahun).filter((t) => t >= yearOf(versi.berlakuDari))
  const before = []
  for (const tahun of years.sort()) before.push({ tahun, bahan: await loadBahan(tx, unit, tahun) })
  const written = await writeWanted(tx, ctx, unit, kode, versi, nomor)
  if (isRefusal(written)) return written
  const changed: Perubahan[] = []
  for (const { tahun, bahan } of before)
    changed.push(...compare(bahan, await loadBahan(tx, unit, tahun), unit, tahun, { monthly: true }).perubahan)
  return changed
}
