// What one cell was found to come to. A province is measured without a sentence; how a value is told waits until somebody asks.
import { formatDecimal, isDecimal, parseDecimal, toText } from '../platform/kernel/decimal.ts'
import { periodName } from '../platform/kernel/time.ts'
import type { Context as RumusContext } from '../rumus/context.ts'
import type { Tree } from '../rumus/tree.ts'
import type { Datum } from '../rumus/value.ts'
import type { Hasil, Klaim, Nilai, Versi } from './hasil.ts'
import { numberOf } from './klaim.ts'

type Part = { readonly periode: string; readonly datum: Datum }
export type Found = {
  /** The exact value: capaian is computed on the unrounded number. */
  readonly datum: Datum
  readonly cara: Hasil['cara']
  /** A formula gave it, at the period itself or at one of its parts. */
  readonly computed: boolean
  /** What it was aggregated from, where each part must reach its own target (SETIAP). */
  readonly parts?: readonly Part[] | undefined
  /** The result as it is told, with its whole provenance; made when it is asked for. */
  readonly hasil: Hasil
  /** The formula that gave it, and what it was computed from. */
  readonly hitungan?: (() => { readonly tree: Tree; readonly context: RumusContext }) | undefined
}

/** A claim counts; what else was computed is told beside it. */
export function claimed(
  versi: Versi,
  unit: string,
  periode: string,
  klaim: readonly Klaim[],
  claim: Klaim,
  alasan: string,
  computed?: Found,
): Found {
  const datum: Datum = { status: 'NILAI', nilai: parseDecimal(numberOf(claim, versi)!), asal: claim.sumber ?? claim.id }
  return made(versi, unit, periode, datum, 'KLAIM', false, () => {
    const { rumus = null, agregasi = null, rujukan = [] } = computed?.hasil ?? {}
    return { alasan, rumus, agregasi, rujukan, klaim: klaim.map((k) => ({ ...k, berlaku: k === claim })) }
  })
}

/** The same, told with the claims of its cell that do not count. */
export function withClaims(found: Found, klaim: readonly Klaim[]): Found {
  if (!klaim.length) return found
  const { datum, cara, computed, hitungan, parts } = found
  const tell = () => ({ ...found.hasil, klaim: klaim.map((k) => ({ ...k, berlaku: false })) })
  return new Told(datum, cara, computed, tell, hitungan, parts)
}

/** A result of this way; `more` is said when it is told. */
export function made(
  versi: Versi,
  unit: string,
  periode: string,
  datum: Datum,
  cara: Hasil['cara'],
  computed: boolean,
  more: () => Pick<Hasil, 'alasan'> & Partial<Hasil>,
  hitungan?: Found['hitungan'],
  parts?: Found['parts'],
): Found {
  const tell = () => {
    const { id, dasarHukum, berlakuDari, berlakuSampai, sumber } = versi
    return {
      ...bare(unit, versi.kode, periode),
      nama: versi.nama,
      satuan: versi.satuan,
      nilai: shown(datum, versi.desimal),
      cara,
      versi: { id, versi: versi.versi, berlakuDari, berlakuSampai, dasarHukum, sumber, kebijakan: versi.kebijakan ?? null },
      ...more(),
    }
  }
  return new Told(datum, cara, computed, tell, hitungan, parts)
}

export function nothing(unit: string, kode: string, periode: string, versi: Versi | undefined, datum: Datum): Found {
  const alasan = datum.status === 'GALAT' ? datum.pesan : 'belum ada nilai maupun masukannya'
  if (versi) return made(versi, unit, periode, datum, 'TIDAK_ADA', false, () => ({ alasan }))
  return new Told(datum, 'TIDAK_ADA', false, () => ({ ...bare(unit, kode, periode), nilai: shown(datum, 2), alasan }))
}

function bare(unit: string, kode: string, periode: string): Omit<Hasil, 'nilai' | 'alasan'> {
  return {
    unit,
    indikator: kode,
    nama: kode,
    periode,
    namaPeriode: periodName(periode),
    satuan: '',
    sebutan: null,
    cara: 'TIDAK_ADA',
    versi: null,
    tidakAdaObjek: false,
    rumus: null,
    agregasi: null,
    klaim: [],
    rujukan: [],
  }
}

/** The telling waits until somebody asks, and is done once. */
class Told implements Found {
  readonly datum: Datum
  readonly cara: Hasil['cara']
  readonly computed: boolean
  readonly hitungan: Found['hitungan']
  readonly parts: Found['parts']
  readonly #tell: () => Hasil
  #hasil: Hasil | undefined

  constructor(
    datum: Datum,
    cara: Hasil['cara'],
    computed: boolean,
    tell: () => Hasil,
    hitungan?: Found['hitungan'],
    parts?: Found['parts'],
  ) {
    this.datum = datum
    this.cara = cara
    this.computed = computed
    this.#tell = tell
    this.hitungan = hitungan
    this.parts = parts
  }

  get hasil(): Hasil {
    this.#hasil ??= this.#tell()
    return this.#hasil
  }
}

export const SEBUTAN_STATUS: Readonly<Record<string, string>> = {
  TIDAK_DITARGETKAN: 'N/A',
  BELUM_RILIS: 'Data belum rilis',
  KOSONG: 'belum ada data',
  GALAT: 'tidak dapat dihitung',
}

export function shown(datum: Datum, desimal: number): Nilai {
  if (datum.status === 'GALAT')
    return { status: 'GALAT', nilai: null, tampil: SEBUTAN_STATUS.GALAT!, kode: datum.kode, pesan: datum.pesan }
  if (datum.status !== 'NILAI') return { status: datum.status, nilai: null, tampil: SEBUTAN_STATUS[datum.status]! }
  if (isDecimal(datum.nilai)) return { status: 'NILAI', nilai: toText(datum.nilai), tampil: formatDecimal(datum.nilai, desimal) }
  return { status: 'NILAI', nilai: String(datum.nilai), tampil: String(datum.nilai) }
}
