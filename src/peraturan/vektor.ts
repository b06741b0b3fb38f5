// Conformance vectors: a case of `calc` for a method in one of its readings, what must come out of it, and what does.
import { parseDecimal } from '../platform/kernel/decimal.ts'
import { type CalcResult, calc } from '../rumus/calc.ts'
import dkiAnggaran from './dki-jakarta/metode/vektor/anggaran.json' with { type: 'json' }
import dkiAset from './dki-jakarta/metode/vektor/aset.json' with { type: 'json' }
import dkiBelanja from './dki-jakarta/metode/vektor/belanja.json' with { type: 'json' }
import dkiKomunikasi from './dki-jakarta/metode/vektor/komunikasi.json' with { type: 'json' }
import dkiKonsistensi from './dki-jakarta/metode/vektor/konsistensi-anggaran.json' with { type: 'json' }
import dkiPelaksanaan from './dki-jakarta/metode/vektor/pelaksanaan-anggaran.json' with { type: 'json' }
import dkiPembelajaran from './dki-jakarta/metode/vektor/pembelajaran.json' with { type: 'json' }
import dkiPengawasan from './dki-jakarta/metode/vektor/pengawasan.json' with { type: 'json' }
import dkiSatuData from './dki-jakarta/metode/vektor/satu-data.json' with { type: 'json' }
import dkiSurvei from './dki-jakarta/metode/vektor/survei.json' with { type: 'json' }
import dkiTindakLanjut from './dki-jakarta/metode/vektor/tindak-lanjut.json' with { type: 'json' }
import dkiVariabel from './dki-jakarta/metode/vektor/variabel-anggaran.json' with { type: 'json' }
import { findMetode } from './dki-jakarta/metode.ts'
import type { Metode } from './metode.ts'
import akip from './nasional/metode/vektor/akip.json' with { type: 'json' }
import kepegawaian from './nasional/metode/vektor/kepegawaian.json' with { type: 'json' }
import survei from './nasional/metode/vektor/survei.json' with { type: 'json' }
import { SKALA_CAPAIAN } from './nasional/skala.ts'
import { sebutanOf } from './sebutan.ts'

export type Vektor = {
  readonly metode: string
  /** The method's own default where it is not said. */
  readonly bacaan?: string
  readonly nama: string
  /** Where the expected figure is printed; none where it is plain arithmetic. */
  readonly sumber?: string
  readonly kasus: { readonly data: Readonly<Record<string, unknown>>; readonly target?: string }
  /** Results of the indicators that the formula refers to. */
  readonly indikator?: Readonly<Record<string, unknown>>
  readonly harap: {
    /** NILAI where neither a status nor a code of GALAT is expected. */
    readonly status?: string
    readonly kode?: string
    readonly nilai?: string
    readonly tampil?: string
    readonly capaian?: string
    readonly sebutan?: string
  }
}

const FILES: readonly unknown[] = [
  ...[survei, akip, kepegawaian],
  ...[dkiSurvei, dkiVariabel, dkiAnggaran, dkiKonsistensi, dkiPelaksanaan, dkiSatuData, dkiPengawasan],
  ...[dkiBelanja, dkiKomunikasi, dkiAset, dkiPembelajaran, dkiTindakLanjut],
]
export const VEKTOR = FILES.flat() as readonly Vektor[]

export function bacaanOf(vektor: Vektor, metode: Metode): string {
  return vektor.bacaan ?? metode.bacaanBaku
}

/** One thing that a vector expects, and what was computed for it. */
export type Banding = {
  readonly apa: 'status' | keyof Vektor['harap']
  readonly harap: string
  readonly hitung: string | null
  readonly cocok: boolean
}

export function runVektor(vektor: Vektor): Banding[] {
  const metode = findMetode(vektor.metode)
  if (!metode) throw new Error(`no method ${vektor.metode}`)
  const { nilai, capaian } = calculate(vektor, metode)
  const text = 'nilai' in nilai ? String(nilai.nilai) : null
  const found: Record<Banding['apa'], string | null | undefined> = {
    status: nilai.status,
    kode: 'kode' in nilai ? nilai.kode : null,
    nilai: text,
    tampil: nilai.tampil,
    capaian: capaian.tampil,
    sebutan: nilai.status !== 'NILAI' || text === null ? null : namedBy(vektor, metode, text),
  }
  const { harap } = vektor
  const wanted = { ...harap, status: harap.status ?? (harap.kode ? 'GALAT' : 'NILAI') }
  return (Object.keys(found) as Banding['apa'][]).flatMap((apa) => {
    const [expected, hitung] = [wanted[apa], found[apa] ?? null]
    return expected === undefined ? [] : [{ apa, harap: expected, hitung, cocok: expected === hitung }]
  })
}

/** The value's exact text, or its status. */
export function resultOf(vektor: Vektor): string {
  const { nilai } = calculate(vektor, findMetode(vektor.metode)!)
  return 'nilai' in nilai ? String(nilai.nilai) : nilai.status
}

/** A case has no other indicators; a formula that refers to them is given their results as data of the same names. */
export function calculate({ kasus, indikator = {}, bacaan }: Vektor, metode: Metode): CalcResult {
  const { rumus } = metode.bacaan[bacaan ?? metode.bacaanBaku]!
  const data = { ...kasus.data, ...indikator }
  return calc({ ...kasus, data, rumus: rumus.replaceAll(/INDIKATOR\("(\w+)"\)/g, '$1') }, SKALA_CAPAIAN)
}

function namedBy(vektor: Vektor, metode: Metode, text: string): string | undefined {
  const highest = (rumus: string) => {
    const { nilai } = calc({ ...vektor.kasus, rumus }, SKALA_CAPAIAN)
    return nilai.status === 'NILAI' && 'nilai' in nilai ? parseDecimal(nilai.nilai) : undefined
  }
  return sebutanOf(metode, bacaanOf(vektor, metode), parseDecimal(text), highest)?.sebutan
}
