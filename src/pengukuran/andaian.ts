// What is supposed to be otherwise: an input, a realisasi or a target, laid over what is stored. Pure, and nothing is kept.
//
// A place is written the same in the address of the page, in the API and on the command line:
//   IKM.2024-S1.kelurahan.Gambir~Petojo Utara   a row of a table, by its words
//   CRM.2024-TW4.ditindaklanjuti                a figure that the formula asks for
//   CRM.2024-TW4.REALISASI   CRM.2024.TARGET    the value itself, and what it is held against
import type { Figure, FigureOut } from '../platform/kernel/figure.ts'
import { toColumns } from '../platform/kernel/figure.ts'
import { readNumber } from '../platform/kernel/read-number.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { isPeriod } from '../platform/kernel/time.ts'
import { fold } from '../rumus/value.ts'
import { moreThanWhole, outside, readWords } from './batas-masukan.ts'
import { formulaOf, inputsOf } from './formula.ts'
import type { Klaim, Loaded, Tabel, Target, Versi } from './hasil.ts'
import { untold } from './klaim.ts'
import { type MasukanDiminta, readCell } from './masukan.ts'
import { readIsian } from './rules.ts'
import { heldAgainst } from './target.ts'

export type Andaian = { readonly di: string; readonly tercetak: string }
export type SalahAndaian = { readonly di: string; readonly pesan: string }
type At = { readonly kode: string; readonly periode: string }
type Cell = At & { readonly bagian: 'MASUKAN'; readonly asked: MasukanDiminta; readonly kunci: string }
export type Letak = (At & { readonly bagian: 'REALISASI' | 'TARGET' }) | Cell
export type Diandaikan = { readonly letak: Letak; readonly nilai: FigureOut }

const PLACE = /^([A-Z][A-Z0-9_]*)\.(\d{4}(?:-[A-Z]+\d+)?)\.(?:(REALISASI|TARGET)|([a-z][a-z0-9_]*))(?:\.(.+))?$/s
const BETWEEN = '~'

/** The words of a row as they stand in a place: those that the formula's table has, in its order. */
export const keyOf = ({ kolom }: MasukanDiminta, dimensi: Readonly<Record<string, string>>): string =>
  kolom.map((k) => dimensi[k] ?? '').join(BETWEEN)

export function placeText({ kode, periode, ...rest }: Letak): string {
  if (rest.bagian !== 'MASUKAN') return `${kode}.${periode}.${rest.bagian}`
  return `${kode}.${periode}.${rest.asked.nama}${rest.kunci ? `.${rest.kunci}` : ''}`
}

/** Which cell is meant, or the sentence that says what is wrong with it. */
export function readPlace(bahan: Loaded, unit: string, text: string): Letak | string {
  const [, kode, periode, whole, nama, kunci = ''] = PLACE.exec(text) ?? []
  if (!kode || !periode || !isPeriod(periode))
    return `"${text.slice(0, 100)}" bukan letak isian. Tulis seperti CRM.2024-TW4.REALISASI, CRM.2024.TARGET atau CRM.2024-TW4.masuk.`
  const versi = bahan.versi(unit, kode, periode)
  if (!versi) return `Indikator ${kode} tidak ada di kamus ${unit} untuk ${periode}.`
  if (whole) return { kode, periode, bagian: whole as 'REALISASI' | 'TARGET' }
  const inputs = inputsOf(formulaOf(versi))
  const asked = inputs.find((m) => m.nama === fold(nama!))
  if (!asked)
    return `Rumus ${kode} tidak memakai "${nama}". Yang dipakai: ${inputs.map((m) => m.nama).join(', ') || 'tidak ada masukan'}.`
  if (asked.jenis === 'ANGKA') return { kode, periode, bagian: 'MASUKAN', asked, kunci: '' }
  const rows = tableOf(bahan, unit, { kode, periode }, asked)?.isian ?? []
  const same = rows.filter((r) => keyOf(asked, r.dimensi) === kunci).length
  if (same > 1 && asked.berulang)
    return `Baris tabel ${asked.nama} ${kode} ${periode} tidak dibedakan oleh kata. Isi Kolom pembeda baris pada rumusnya di Kamus.`
  if (same > 1) return `Ada ${same} baris "${kunci}" di ${asked.nama} ${kode} ${periode}; tidak jelas yang mana.`
  if (same === 0 && kunci.split(BETWEEN).filter(Boolean).length !== asked.kolom.length)
    return `Tidak ada baris "${kunci}" di ${asked.nama} ${kode} ${periode}. Tulis ${asked.kolom.join(BETWEEN)}.`
  if (same === 1) return { kode, periode, bagian: 'MASUKAN', asked, kunci }
  const { dimensi, salah } = readWords(asked, wordsOf(asked, kunci))
  return salah[0]
    ? `${salah[0].kolom}: ${salah[0].pesan}`
    : { kode, periode, bagian: 'MASUKAN', asked, kunci: keyOf(asked, dimensi) }
}

/** The table or figure that the formula would take now. */
export function tableOf(bahan: Loaded, unit: string, { kode, periode }: At, asked: MasukanDiminta): Tabel | undefined {
  const found = (dari: 'SURVEI' | 'MASUKAN') => bahan.tabel(unit, kode, periode, dari).find((t) => fold(t.nama) === asked.nama)
  return found('SURVEI') ?? found('MASUKAN')
}

/** The row that stands at a place now. */
export function cellOf(bahan: Loaded, unit: string, { asked, kunci, ...at }: Cell) {
  const rows = tableOf(bahan, unit, at, asked)?.isian
  return asked.jenis === 'ANGKA' ? rows?.[0] : rows?.find((row) => keyOf(asked, row.dimensi) === kunci)
}

/** What was typed for a place; `kosong` says that it is not there. */
function readTyped(versi: Versi, letak: Letak, stands: FigureOut | undefined, typed: string): Figure | string {
  const text = typed.trim()
  const missing = /^(kosong|belum ada)$/i.test(text)
  if (letak.bagian === 'MASUKAN') return missing ? { status: 'KOSONG' } : readInput(versi, letak, stands, text)
  if (letak.bagian === 'TARGET') return missing ? { status: 'KOSONG' } : readTarget(versi, text)
  if (missing || /^n\/?a$|belum rilis$/i.test(text))
    return 'Realisasi hanya dapat diandaikan bernilai. Untuk melihat yang terjadi bila data belum ada, kosongkan masukannya.'
  const read = readIsian(versi, { status: 'NILAI', tercetak: text, bukti: [] })
  return isRefusal(read) ? read.detail : read
}

/** What stands there already may be typed again, whatever its bounds: it changes nothing. */
function readInput({ jenisNilai }: Versi, { asked, kunci }: Cell, stands: FigureOut | undefined, text: string): Figure | string {
  const kategori = jenisNilai === 'KATEGORI'
  const figure = readCell(text, kategori)
  if (typeof figure !== 'string' && stands?.status === 'NILAI')
    if ((figure.nilai ?? figure.kategori) === (stands.nilai ?? stands.kategori)) return figure
  const chosen = asked.pilihan ? readCell(text, kategori, asked.pilihan) : figure
  return typeof chosen === 'string' ? chosen : (outside(asked, wordsOf(asked, kunci), chosen) ?? chosen)
}

function readTarget(versi: Versi, text: string): Figure | string {
  const [, low, high] = /^(-?[\d.,]+)\s*(?:-|–|sampai)\s*([\d.,]+)$/.exec(text) ?? []
  if (versi.polaritas === 'STABIL_RENTANG' && low && high) {
    const [min, maks] = [readNumber(low, versi.satuan), readNumber(high, versi.satuan)]
    if (isRefusal(min)) return min.detail
    return isRefusal(maks) ? maks.detail : { status: 'NILAI', min, maks, tercetak: text }
  }
  return readCell(text, versi.jenisNilai === 'KATEGORI')
}

/** Everything that was typed, read; what cannot be read is said and left out. */
export function readAndaian(bahan: Loaded, unit: string, typed: readonly Andaian[]) {
  const salah: SalahAndaian[] = []
  const dibaca: Diandaikan[] = []
  for (const { di, tercetak } of typed) {
    const letak = readPlace(bahan, unit, di)
    if (typeof letak === 'string') {
      salah.push({ di, pesan: letak })
      continue
    }
    const stands = letak.bagian === 'MASUKAN' ? cellOf(bahan, unit, letak)?.nilai : undefined
    const figure = readTyped(bahan.versi(unit, letak.kode, letak.periode)!, letak, stands, tercetak)
    if (typeof figure === 'string') salah.push({ di, pesan: figure })
    else dibaca.push({ letak, nilai: toColumns(figure) as FigureOut })
  }
  const torn = dibaca.flatMap((d) => {
    const pesan = besideOthers(bahan, unit, d.letak, dibaca)
    return pesan ? [{ d, pesan }] : []
  })
  return {
    dibaca: dibaca.filter((d) => !torn.some((t) => t.d === d)),
    salah: [...salah, ...torn.map(({ d, pesan }) => ({ di: placeText(d.letak), pesan }))],
  }
}

/** A part must not become more than its whole, whichever of the two is supposed. */
function besideOthers(bahan: Loaded, unit: string, letak: Letak, supposed: readonly Diandaikan[]): string | undefined {
  if (letak.bagian !== 'MASUKAN') return undefined
  const asked = inputsOf(formulaOf(bahan.versi(unit, letak.kode, letak.periode)!))
  const parts = asked.filter((m) => m.bagianDari !== undefined && [m.nama, m.bagianDari].includes(letak.asked.nama))
  if (!parts.length) return undefined
  const over = withAndaian(bahan, unit, supposed)
  const figure = (nama: string | undefined) => {
    const one = asked.find((m) => m.nama === nama)
    return one && (tableOf(over, unit, letak, one)?.isian[0]?.nilai as Figure | undefined)
  }
  const said = parts.map(({ nama, bagianDari }) => moreThanWhole(figure(nama), bagianDari!, figure(bagianDari)))
  return said.find((pesan) => pesan !== undefined)
}

/** What is stored, with what is supposed laid over it: the same measuring reads it. */
export function withAndaian(bahan: Loaded, unit: string, supposed: readonly Diandaikan[]): Loaded {
  const at = Map.groupBy(supposed, ({ letak }) => `${letak.kode} ${letak.periode} ${letak.bagian}`)
  const found = (u: string, kode: string, periode: string, bagian: Letak['bagian']) =>
    u === unit ? at.get(`${kode} ${periode} ${bagian}`) : undefined
  const held = (u: string, kode: string, periode: string): Target | undefined => {
    const said = found(u, kode, periode, 'TARGET')?.at(-1)
    const stored = bahan.target(u, kode, periode)
    return said ? { asal: stored?.asal ?? 'PK', sumber: null, figure: said.nilai } : stored
  }
  const target = (u: string, kode: string, periode: string): Target | undefined =>
    found(u, kode, periode, 'TARGET')
      ? held(u, kode, periode)
      : heldAgainst(
          () => bahan.versi(u, kode, periode)?.agregasi,
          periode,
          (part) => held(u, kode, part),
        )
  return {
    ...bahan,
    klaim: (u, k, p) => {
      const said = found(u, k, p, 'REALISASI')?.at(-1)
      return said ? [claimOf(bahan, u, k, p, said.nilai)] : bahan.klaim(u, k, p)
    },
    tabel: (u, k, p, dari) => {
      const cells = found(u, k, p, 'MASUKAN')
      const stored = bahan.tabel(u, k, p, dari)
      return cells ? cells.reduce((tables, cell) => withCell(bahan, u, tables, dari, cell), stored) : stored
    },
    target,
    tidakDitargetkan: (u, k, p) => target(u, k, p)?.figure.status === 'TIDAK_DITARGETKAN',
  }
}

/** A value that nothing stored goes before: as if the owner of the data had verified it. */
function claimOf(bahan: Loaded, unit: string, kode: string, periode: string, nilai: FigureOut): Klaim {
  const pihak = bahan.versi(unit, kode, periode)?.pemilikData ?? null
  return { ...untold, id: 'andaian', unit, kode, periode, peran: 'DIVERIFIKASI', nilai, pihak }
}

function withCell(
  bahan: Loaded,
  unit: string,
  tables: readonly Tabel[],
  dari: 'SURVEI' | 'MASUKAN',
  { letak, nilai }: Diandaikan,
): readonly Tabel[] {
  if (letak.bagian !== 'MASUKAN') return tables
  const { asked, kunci } = letak
  const cell = { dimensi: wordsOf(asked, kunci), nilai, sumber: null }
  const known = tables.some((t) => fold(t.nama) === asked.nama)
  if (!known) {
    const elsewhere = tableOf(bahan, unit, letak, asked) !== undefined
    return dari === asked.dari && !elsewhere ? [...tables, { nama: asked.nama, isian: [cell] }] : tables
  }
  return tables.map((t) => {
    if (fold(t.nama) !== asked.nama) return t
    const here = (r: Tabel['isian'][number]) => asked.jenis === 'ANGKA' || keyOf(asked, r.dimensi) === kunci
    const isian = t.isian.some(here) ? t.isian.map((r) => (here(r) ? { ...r, nilai, sumber: null } : r)) : [...t.isian, cell]
    return { ...t, isian }
  })
}

export const wordsOf = ({ jenis, kolom }: MasukanDiminta, kunci: string): Record<string, string> =>
  jenis === 'ANGKA' ? {} : Object.fromEntries(kunci.split(BETWEEN).map((word, i) => [kolom[i] ?? String(i), word]))
