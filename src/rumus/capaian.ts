// Capaian: how far a realisasi reached its target, in percent, by the indicator's polarity.
// Methods after PermenPANRB 53/2014 practice (akip-rules 2.1), zero targets after 2.3; nothing is rounded here.
import { type Decimal, findDecimal, HUNDRED, isDecimal, parseDecimal, ZERO } from '../platform/kernel/decimal.ts'
import { settled } from './operators.ts'
import { type Datum, galat, isColumn, kindOf, type Scalar, scalarText, strongest, type Value } from './value.ts'

export const POLARITAS = [
  'MAKSIMAL',
  'MINIMAL',
  'MINIMAL_RASIO',
  'STABIL_TITIK',
  'STABIL_RENTANG',
  'KATEGORI',
  'CHECKLIST',
] as const
export type Polaritas = (typeof POLARITAS)[number]

export type Rentang = { readonly min: Decimal; readonly maks: Decimal }

export type Pengukuran = {
  readonly polaritas: Polaritas
  readonly realisasi: Value
  /** One figure; for STABIL_RENTANG the range that is aimed at. */
  readonly target: Datum | Rentang
  /** The most that capaian may be, or null: a policy of the report, not of the data (akip-rules 2.2). */
  readonly batas?: Decimal | null
  /** What each category of KATEGORI is worth, as decimal text: { WTP: '100', WDP: '75' }. */
  readonly skor?: Readonly<Record<string, string>>
}

const TARGET = { jalur: 'target' }
const REALISASI = { jalur: 'nilai' }

export function computeCapaian(pengukuran: Pengukuran): Datum {
  const { polaritas, realisasi, target, batas = null, skor = {} } = pengukuran
  if (isColumn(realisasi)) return galat('BUKAN_SATU_NILAI', 'Realisasi harus satu nilai, bukan kolom.', REALISASI)
  const missing = absence(realisasi, target)
  if (missing) return missing
  const score = polaritas === 'KATEGORI' ? (scalar: Scalar) => scoreOf(scalar, skor) : (scalar: Scalar) => scalar
  const r = score((realisasi as { nilai: Scalar }).nilai)
  if (!isDecimal(r)) return galat('JENIS_TIDAK_COCOK', `Realisasi harus angka; di sini ada ${kindOf(r)}.`, REALISASI)
  const raw = isRentang(target)
    ? reachRange(r, target, polaritas)
    : reachFigure(r, score((target as { nilai: Scalar }).nilai), polaritas)
  if (!isDecimal(raw)) return raw
  const floored = raw.lt(0) ? ZERO : raw
  return settled(batas && floored.gt(batas) ? batas : floored, REALISASI)
}

/** A quarter without target asks for nothing, so its capaian is N/A even where the realisasi is missing. */
function absence(realisasi: Datum, target: Datum | Rentang): Datum | null {
  if (isRentang(target) || realisasi.status === 'GALAT') return strongest([realisasi])
  return target.status === 'TIDAK_DITARGETKAN' ? target : strongest([target, realisasi])
}

function reachFigure(r: Decimal, t: Scalar, polaritas: Polaritas): Decimal | Datum {
  if (!isDecimal(t)) return galat('JENIS_TIDAK_COCOK', `Target harus angka; di sini ada ${kindOf(t)}.`, TARGET)
  if (polaritas === 'STABIL_RENTANG')
    return galat('TARGET_BUKAN_RENTANG', 'STABIL_RENTANG memerlukan target dengan min dan maks.', TARGET)
  if (t.lt(0)) return galat('TARGET_NEGATIF', 'Capaian terhadap target negatif tidak terdefinisi; perlu penilaian manual.', TARGET)
  if (t.isZero()) return reachZero(r, polaritas)
  switch (polaritas) {
    case 'MINIMAL':
      return t.times(2).minus(r).div(t).times(HUNDRED)
    case 'MINIMAL_RASIO':
      return r.gt(0) ? t.div(r).times(HUNDRED) : galat('BAGI_NOL', 'T/R tidak terdefinisi bila realisasi 0 atau kurang.', REALISASI)
    case 'STABIL_TITIK':
      return t.minus(r.minus(t).abs()).div(t).times(HUNDRED)
    default:
      return r.div(t).times(HUNDRED)
  }
}

/** Zero cases aimed at and zero met is 100; where less is better any case is 0, elsewhere a person must judge. */
function reachZero(r: Decimal, polaritas: Polaritas): Decimal | Datum {
  if (r.isZero()) return HUNDRED
  if (polaritas === 'MINIMAL' || polaritas === 'MINIMAL_RASIO') return ZERO
  return galat('TARGET_NOL', 'Target 0 dengan realisasi bukan 0: capaian tidak terdefinisi; perlu penilaian manual.', TARGET)
}

/** Inside the range is 100; below it counts as more-is-better towards the lower bound, above as less-is-better from the upper. */
function reachRange(r: Decimal, { min, maks }: Rentang, polaritas: Polaritas): Decimal | Datum {
  if (polaritas !== 'STABIL_RENTANG')
    return galat('TARGET_RENTANG', `Target dengan min dan maks hanya untuk STABIL_RENTANG, bukan ${polaritas}.`, TARGET)
  if (min.gt(maks)) return galat('RENTANG_TERBALIK', 'Batas min target lebih besar dari batas maks.', TARGET)
  if (r.gte(min) && r.lte(maks)) return HUNDRED
  const bound = r.lt(min) ? min : maks
  if (bound.lte(0))
    return galat(
      'TARGET_NOL',
      'Di luar rentang dengan batas 0 atau negatif, capaian tidak terdefinisi; perlu penilaian manual.',
      TARGET,
    )
  return (r.lt(min) ? r : maks.times(2).minus(r)).div(bound).times(HUNDRED)
}

function scoreOf(scalar: Scalar, skor: Readonly<Record<string, string>>): Scalar {
  const text = scalarText(scalar)
  return (Object.hasOwn(skor, text) ? findDecimal(skor[text]) : null) ?? scalar
}

function isRentang(target: Datum | Rentang): target is Rentang {
  return 'min' in target
}

/** Classes from the highest down; `dari` is an open lower bound (more than), null for the rest. */
export type Skala = readonly { readonly dari: string | null; readonly sebutan: string }[]

const bounds = new WeakMap<Skala, readonly { readonly dari: Decimal | null; readonly sebutan: string }[]>()

/** A scale with its bounds as numbers, read once: every capaian of a province is held against it. */
function boundsOf(skala: Skala) {
  const known = bounds.get(skala)
  if (known) return known
  const read = skala.map(({ dari, sebutan }) => ({ dari: dari === null ? null : parseDecimal(dari), sebutan }))
  bounds.set(skala, read)
  return read
}

/** The category of an unrounded capaian; null where there is no number. */
export function findKategori(capaian: Datum, skala: Skala): string | null {
  if (capaian.status !== 'NILAI' || !isDecimal(capaian.nilai)) return null
  const { nilai } = capaian
  return boundsOf(skala).find(({ dari }) => dari === null || nilai.gt(dari))?.sebutan ?? null
}
