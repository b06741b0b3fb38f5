// What if: one office and year as it would be. Reads only; nothing that is supposed is ever kept.
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { isPeriod, yearOf } from '../platform/kernel/time.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import { type Andaian, readAndaian, readPlace, withAndaian } from './andaian.ts'
import type { Loaded } from './hasil.ts'
import { compareWith, inputsBelow, sisiOf } from './jika.ts'
import { Measurement } from './measure.ts'
import { loadBahan } from './queries-bahan.ts'
import { whatMust } from './seharusnya.ts'

export { inWords } from './jika-kata.ts'

async function loaded(on: Db, unit: string, tahun: number): Promise<Loaded | Refusal> {
  const found = await findUnit(on, unit, `${tahun}-12-31`)
  return found
    ? loadBahan(on, unit, tahun)
    : refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada pada ${tahun}.`, { field: 'unit' })
}

/** `IKL.2024`: a result of this year that the dictionary knows. */
function resultOf(bahan: Loaded, unit: string, tahun: number, untuk: string): { kode: string; periode: string } | Refusal {
  const [kode = '', periode = ''] = untuk.split('.')
  if (!isPeriod(periode) || yearOf(periode) !== tahun)
    return refuse('TIDAK_VALID', `"${untuk}" bukan hasil tahun ${tahun}. Tulis seperti IKL.${tahun} atau IKL.${tahun}-TW4.`, {
      field: 'untuk',
    })
  if (bahan.versi(unit, kode, periode)) return { kode, periode }
  return refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak ada di kamus ${unit} untuk ${periode}.`, { field: 'untuk' })
}

/** What may be supposed about one result, and the indicators to choose from. */
export async function whatMayBe(on: Db, unit: string, tahun: number, untuk: string | undefined) {
  const bahan = await loaded(on, unit, tahun)
  if (isRefusal(bahan)) return bahan
  const year = String(tahun)
  const indikator = bahan.kode(unit).flatMap((kode) => {
    const versi = bahan.versi(unit, kode, year)
    return versi ? [{ kode, nama: versi.nama }] : []
  })
  const first = indikator[0]
  if (!untuk && !first) return { untuk: null, indikator, hasil: null, kelompok: [] }
  const wanted = resultOf(bahan, unit, tahun, untuk ?? `${first!.kode}.${year}`)
  if (isRefusal(wanted)) return wanted
  const { kode, periode } = wanted
  const { nama, satuan, desimal } = bahan.versi(unit, kode, periode)!
  return {
    untuk: `${kode}.${periode}`,
    indikator,
    hasil: { nama, satuan, desimal, ...sisiOf(bahan, unit, kode, periode, new Measurement(bahan)) },
    kelompok: inputsBelow(bahan, unit, kode, periode),
  }
}

export type Jika = { readonly andaian: readonly Andaian[]; readonly cari?: string; readonly untuk?: string }

/** Everything that changes under what is supposed; and what one input would have to be for a result to reach its target. */
export async function whatIf(on: Db, unit: string, tahun: number, { andaian, cari, untuk }: Jika) {
  const bahan = await loaded(on, unit, tahun)
  if (isRefusal(bahan)) return bahan
  const { dibaca, salah } = readAndaian(bahan, unit, andaian)
  const pk = await perjanjian.inForce(on, unit, tahun)
  const agreed = pk ? (await perjanjian.linesOf(on, pk.id)).sasaran.flatMap((s) => s.indikator.flatMap((i) => i.kode ?? [])) : []
  const { perubahan, total } = compareWith(bahan, unit, tahun, dibaca, new Set(agreed))
  const over = withAndaian(bahan, unit, dibaca)
  const wanted = untuk === undefined ? undefined : resultOf(bahan, unit, tahun, untuk)
  if (isRefusal(wanted)) return wanted
  const hasil = wanted ? sisiOf(over, unit, wanted.kode, wanted.periode, new Measurement(over)) : null
  if (cari === undefined) return { perubahan, total, salah, hasil, jawaban: null }
  if (!wanted)
    return refuse('TIDAK_VALID', 'Sebutkan hasil mana yang harus mencapai target, misalnya IKL.2024.', { field: 'untuk' })
  const letak = readPlace(over, unit, cari)
  if (typeof letak === 'string') return refuse('TIDAK_VALID', letak, { field: 'cari' })
  return { perubahan, total, salah, hasil, jawaban: whatMust(over, unit, letak, wanted) }
}
