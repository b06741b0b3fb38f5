// A case of `selaras calc` as it is read from JSON. JSON numbers are refused where figures stand: they have lost their digits.
import { z } from 'zod'
import { type Decimal, findDecimal } from '../platform/kernel/decimal.ts'
import { STATUS_KOSONG } from '../platform/kernel/status-figure.ts'
import { POLARITAS, type Polaritas, type Rentang } from './capaian.ts'
import { table } from './table.ts'
import { type Absence, type Datum, type Exact, exact, fold, type Galat, galat, type Table } from './value.ts'

export type Kase = {
  readonly rumus: string
  readonly data: ReadonlyMap<string, Datum | Table>
  readonly target: Datum | Rentang
  readonly polaritas: Polaritas
  readonly batas: Decimal | null
  readonly skala: string
  readonly desimal: number
  readonly hitungYangAda: boolean
  readonly skor: Readonly<Record<string, string>>
}

const Shape = z.strictObject({
  rumus: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
  target: z.unknown().optional(),
  polaritas: z.enum(POLARITAS).default('MAKSIMAL'),
  batas: z.unknown().optional(),
  skala: z.string().default('PERMENDAGRI_86_2017_DISESUAIKAN'),
  desimal: z.int().min(0).max(20).default(2),
  kebijakan: z.strictObject({ hitungYangAda: z.boolean().default(false) }).default({ hitungYangAda: false }),
  skor: z.record(z.string(), z.string()).default({}),
})

/** The first thing that is wrong is the answer, with its place as a path: `data.kelurahan[3].nilai`. */
export function readKase(json: unknown): Kase | Galat {
  try {
    const shape = Shape.safeParse(json, { error: z.locales.id().localeError })
    if (!shape.success) throw wrongShape(shape.error.issues[0]!)
    const { rumus, polaritas, skala, desimal, kebijakan, skor } = shape.data
    const data = readData(shape.data.data)
    const target = readTarget(shape.data.target)
    const batas = shape.data.batas == null ? null : readDecimal(shape.data.batas, 'batas')
    if (batas?.lte(0))
      throw new Wrong('BATAS_TIDAK_SAH', 'batas harus lebih dari 0, atau null bila capaian tidak dibatasi.', 'batas')
    for (const [kategori, text] of Object.entries(skor)) readDecimal(text, `skor.${kategori}`)
    return { rumus, data, target, polaritas, batas, skala, desimal, hitungYangAda: kebijakan.hitungYangAda, skor }
  } catch (wrong) {
    if (wrong instanceof Wrong) return wrong.galat
    throw wrong
  }
}

class Wrong extends Error {
  readonly galat: Galat
  constructor(kode: string, pesan: string, jalur: string) {
    super(pesan)
    this.galat = galat(kode, pesan, { jalur })
  }
}

function wrongShape({ path, message }: z.core.$ZodIssue): Wrong {
  const jalur = path.join('.')
  return new Wrong('BENTUK_TIDAK_SAH', `Bentuk kasus tidak sah pada ${jalur || 'kasus'}: ${message}`, jalur)
}

function readData(data: Readonly<Record<string, unknown>>): Map<string, Datum | Table> {
  const read = new Map<string, Datum | Table>()
  for (const [name, json] of Object.entries(data)) {
    if (read.has(fold(name)))
      throw new Wrong('NAMA_GANDA', `Nama "${name}" ada dua kali; huruf besar dan kecil tidak dibedakan.`, `data.${name}`)
    read.set(fold(name), Array.isArray(json) ? readTable(json, `data.${name}`) : readDatum(json, `data.${name}`))
  }
  return read
}

function readTable(rows: readonly unknown[], path: string): Table {
  return table(
    rows.map((row, i) => {
      const at = `${path}[${i}]`
      if (!isRecord(row)) throw new Wrong('BENTUK_TIDAK_SAH', `${at} harus satu baris tabel: {"kolom": "nilai", …}.`, at)
      const names = Object.keys(row)
      const twice = names.find((name, n) => names.some((other, m) => m < n && fold(other) === fold(name)))
      if (twice !== undefined)
        throw new Wrong('NAMA_GANDA', `Kolom "${twice}" ada dua kali; huruf besar dan kecil tidak dibedakan.`, `${at}.${twice}`)
      return {
        cells: Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, readDatum(cell, `${at}.${column}`)])),
      }
    }),
  )
}

/** A decimal string, a text, true/false, an empty state, or {"nilai": …, "asal": …} to say where it was read. */
function readDatum(json: unknown, path: string): Exact | Absence {
  if (typeof json === 'boolean') return exact(json)
  if (typeof json === 'string') return exact(isNumeral(json) ? readDecimal(json, path) : json)
  if (isRecord(json)) {
    const { status = 'NILAI', nilai, asal } = json
    const source = asal === undefined ? {} : { asal }
    if (status === 'NILAI' && (typeof nilai === 'string' || typeof nilai === 'boolean'))
      return { ...readDatum(nilai, path), ...source }
    const absent = STATUS_KOSONG.find((kosong) => kosong === status)
    if (absent && nilai === undefined) return { status: absent, ...source }
    if (typeof nilai === 'number') throw wrongFigure(nilai, `${path}.nilai`)
  }
  throw wrongFigure(json, path)
}

function readTarget(json: unknown): Datum | Rentang {
  if (json === undefined) return { status: 'KOSONG' }
  if (!isRecord(json) || !('min' in json || 'maks' in json)) return readDatum(json, 'target')
  return { min: readDecimal(json.min, 'target.min'), maks: readDecimal(json.maks, 'target.maks') }
}

function readDecimal(json: unknown, path: string): Decimal {
  const number = findDecimal(json)
  if (number === null) throw wrongFigure(json, path)
  return number
}

function wrongFigure(json: unknown, path: string): Wrong {
  if (typeof json === 'number') return new Wrong('ANGKA_JSON', `${path} berisi angka JSON; tulis sebagai teks: "${json}".`, path)
  const pesan = `${path} harus angka desimal dalam tanda kutip ("98.14"), teks, atau {"status": "BELUM_RILIS"}.`
  return new Wrong('BENTUK_TIDAK_SAH', pesan, path)
}

/** `01` is a code and stays a text; a numeral begins as numbers do. */
function isNumeral(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
