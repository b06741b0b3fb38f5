// Reads offered to later rooms and to the edges.
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { daysOf, isPeriod, yearOf } from '../platform/kernel/time.ts'
import { permits } from '../pengguna/queries.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import { PERANGKAT_DAERAH } from '../unit-kerja/unit-kerja.ts'
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { loadBahan } from './bahan.ts'
import { type Penjelasan, explainFrom } from './explanation.ts'
import type { Bacaan } from './measure.ts'
import * as store from './store.ts'

export { findBukti, findPengukuran, findPeriode, listCapaian, listPengukuran, listPeriode } from './store.ts'
export type { Penjelasan } from './explanation.ts'

export type Wanted = { readonly unit: string; readonly kode: string; readonly periode: string; readonly bacaan?: Bacaan }

/** The provenance of one value, computed anew from its sources. Run it in a snapshot. */
export async function explain(on: Db, { unit, kode, periode, bacaan = {} }: Wanted): Promise<Penjelasan | Refusal> {
  if (!isPeriod(periode)) return refuse('TIDAK_VALID', `"${periode}" bukan periode. Tulis seperti 2024, 2024-TW2, 2024-S1 atau 2024-B06.`, { field: 'periode' })
  if (!(await findUnit(on, unit, daysOf(periode).sampai))) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada pada ${periode}.`, { field: 'unit' })
  const bahan = await loadBahan(on, unit, yearOf(periode))
  const versi = bahan.versi(unit, kode, periode)
  if (!versi) {
    const known = bahan.kode(unit).slice(0, 60).join(', ')
    return refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak ada di kamus ${unit} untuk ${periode}. Yang ada: ${known || 'belum ada'}.`, { field: 'indikator' })
  }
  for (const [code, name] of Object.entries(bacaan)) {
    const metode = bahan.versi(unit, code, periode)?.metode
    const choices = metode ? Object.keys(findMetode(metode)?.bacaan ?? {}) : []
    if (!choices.includes(name))
      return refuse('TIDAK_VALID', `Indikator ${code} tidak mempunyai bacaan ${name}. Yang ada: ${choices.join(', ') || 'tidak ada pilihan'}.`, { field: 'bacaan' })
  }
  return explainFrom(bahan, unit, kode, periode, bacaan)
}

/** A page of Perangkat Daerah, each with its period in one line. */
export function ringkasan(on: Db, periode: string, after: string | undefined, limit: number): Promise<store.RingkasanRow[]> {
  return store.listRingkasan(on, periode, PERANGKAT_DAERAH, after, limit, daysOf(periode).sampai)
}

/** Evidence is for those who may see the measurements of the office that brought it. */
export async function readableBukti(on: Db, ctx: Context, sha256: string): Promise<store.BuktiRow | Refusal> {
  const bukti = await store.findBukti(on, sha256)
  const denied = bukti && (await permits(on, ctx, 'pengukuran.lihat', bukti.unit))
  return bukti && !denied ? bukti : refuse('TIDAK_DITEMUKAN', 'Bukti itu tidak ada, atau bukan untuk peran Anda.')
}
