// `selaras calc`: one formula case, from JSON to JSON, without a database.
import { formatDecimal, isDecimal } from '../platform/kernel/decimal.ts'
import { computeCapaian, findKategori, type Skala } from './capaian.ts'
import { type Kase, readKase } from './case.ts'
import { evaluate } from './evaluate.ts'
import { parse } from './parse.ts'
import { type Jejak, recorded, type Tercatat } from './trace.ts'
import { type Datum, type Galat, galat, isColumn, type Value } from './value.ts'

/** A value with the way it is printed; for a wrong formula also what was expected at that place. */
export type Nilai = Tercatat & { readonly tampil?: string; readonly diharapkan?: readonly string[] }

export type CalcResult = {
  readonly nilai: Nilai
  readonly capaian: Nilai & { readonly kategori?: string | null }
  readonly jejak: Jejak | null
}

/** `kase` is parsed JSON of the `calc` contract; `skala` holds the scales of the rule pack by name. */
export function calc(kase: unknown, skala: Readonly<Record<string, Skala>>): CalcResult {
  const read = readKase(kase)
  if ('status' in read) return refused(read)
  const scale = Object.hasOwn(skala, read.skala) ? skala[read.skala] : undefined
  if (!scale) {
    return refused(
      galat('SKALA_TIDAK_DIKENAL', `Skala "${read.skala}" tidak dikenal; yang ada: ${Object.keys(skala).join(', ')}.`, {
        jalur: 'skala',
      }),
    )
  }
  const parsed = parse(read.rumus)
  if (!parsed.ok) {
    const { kode, pesan, diharapkan, ...letak } = parsed.error
    return refused({ ...galat(kode, pesan, letak), diharapkan })
  }
  const { data, hitungYangAda } = read
  const { hasil, jejak } = evaluate(parsed.tree, { data: (name) => data.get(name), kebijakan: { hitungYangAda } })
  return { ...measured(single(hasil, read), read, scale), jejak }
}

function measured(nilai: Datum, read: Kase, scale: Skala): Omit<CalcResult, 'jejak'> {
  const { polaritas, target, batas, skor, desimal } = read
  const capaian = computeCapaian({ polaritas, realisasi: nilai, target, batas, skor })
  return { nilai: shown(nilai, desimal), capaian: { ...shown(capaian, desimal), kategori: findKategori(capaian, scale) } }
}

function single(value: Value, { rumus }: Kase): Datum {
  if (!isColumn(value)) return value
  const letak = { baris: 1, kolom: 1, dari: 0, sampai: rumus.length }
  const pesan = `Rumus menghasilkan kolom (${value.nilai.cells.length} nilai), bukan satu nilai; bungkus dengan AVERAGE(…) atau SUM(…).`
  return galat('BUKAN_SATU_NILAI', pesan, letak)
}

function refused(wrong: Galat & { readonly diharapkan?: readonly string[] }): CalcResult {
  return { nilai: wrong, capaian: wrong, jejak: null }
}

const STATE_TEXT = { TIDAK_DITARGETKAN: 'N/A', BELUM_RILIS: 'Data belum rilis', KOSONG: 'Kosong' }

function shown(value: Datum, places: number): Nilai {
  const written = recorded(value)
  if (value.status === 'GALAT') return written
  if (value.status !== 'NILAI') return { ...written, tampil: STATE_TEXT[value.status] }
  const { nilai } = value
  if (isDecimal(nilai)) return { ...written, tampil: formatDecimal(nilai, places) }
  return { ...written, tampil: typeof nilai === 'string' ? nilai : nilai ? 'Benar' : 'Salah' }
}
