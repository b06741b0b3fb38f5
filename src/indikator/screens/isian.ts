// The form of a version as it is typed, and what is sent of it. What the form does not show goes along as it was.
import { readNumber } from '../../platform/kernel/read-number.ts'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import type { VersiIndikator } from '../indikator.ts'
import type { Versi } from './data.ts'

export type Cara = 'metode' | 'rumus' | 'uraian'
export type Isian = {
  readonly kode: string
  readonly cara: Cara
  readonly berlakuDari: string
  readonly berlakuSampai: string
  readonly nama: string
  readonly definisi: string
  readonly satuan: string
  readonly dasarHukum: string
  readonly caraUkur: string
  readonly metode: string
  readonly bacaan: string
  readonly rumus: string
  readonly jenisNilai: VersiIndikator['jenisNilai']
  readonly polaritas: VersiIndikator['polaritas']
  readonly agregasi: VersiIndikator['agregasi']
  readonly desimal: string
  readonly skalaMin: string
  readonly skalaMaks: string
  readonly sumberData: string
  readonly pemilikData: string
  readonly iku: boolean
  /** Zero out of zero is valued at 100. */
  readonly nihil: boolean
  /** What is there is counted although something is missing. */
  readonly yangAda: boolean
  readonly batas: string
  readonly keterangan: string
}

const comma = (text: string | null) => (text ?? '').replace('.', ',')

/** The year's first day is usual; a version that begins in the year asked for is followed by one of the next. */
export function isianOf(v: Versi | undefined, tahun: string): Isian {
  const first = `${tahun}-01-01`
  return {
    kode: v?.kode ?? '',
    cara: v?.metode ? 'metode' : v?.rumus ? 'rumus' : 'uraian',
    berlakuDari: v && v.berlakuDari >= first ? `${Number(v.berlakuDari.slice(0, 4)) + 1}-01-01` : first,
    berlakuSampai: '',
    nama: v?.nama ?? '',
    definisi: v?.definisi ?? '',
    satuan: v?.satuan ?? '',
    dasarHukum: v?.dasarHukum.join('\n') ?? '',
    caraUkur: v?.caraUkur ?? '',
    metode: v?.metode ?? '',
    bacaan: v?.bacaan ?? '',
    rumus: v?.rumus ?? '',
    jenisNilai: v?.jenisNilai ?? 'ANGKA',
    polaritas: v?.polaritas ?? 'MAKSIMAL',
    agregasi: v?.agregasi ?? 'TERAKHIR',
    desimal: String(v?.desimal ?? 2),
    skalaMin: comma(v?.skalaMin ?? null),
    skalaMaks: comma(v?.skalaMaks ?? null),
    sumberData: v?.sumberData ?? '',
    pemilikData: v?.pemilikData ?? '',
    iku: v?.iku ?? false,
    nihil: v?.kebijakan?.tidakAdaObjek ?? false,
    yangAda: v?.kebijakan?.kosong === 'HITUNG_YANG_ADA',
    batas: comma(v?.kebijakan?.batas ?? null),
    keterangan: v?.keterangan ?? '',
  }
}

/** What is sent; a figure that cannot be read goes as it was typed, and the server says what is wrong with it. */
export function toVersi(isian: Isian, former: Versi | undefined): Record<string, unknown> {
  const text = (value: string) => value.trim() || null
  const figure = (value: string) => {
    const read = readNumber(value, '')
    return value.trim() === '' ? null : isRefusal(read) ? value : read
  }
  const only = (cara: Cara, value: string) => (isian.cara === cara ? text(value) : null)
  return {
    berlakuDari: isian.berlakuDari,
    berlakuSampai: text(isian.berlakuSampai),
    nama: isian.nama,
    dasarHukum: isian.dasarHukum
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    definisi: text(isian.definisi),
    caraUkur: text(isian.caraUkur),
    satuan: isian.satuan,
    jenisNilai: isian.jenisNilai,
    polaritas: isian.polaritas,
    agregasi: isian.agregasi,
    desimal: Number(isian.desimal),
    skala: former?.skala ?? null,
    skalaMin: figure(isian.skalaMin),
    skalaMaks: figure(isian.skalaMaks),
    sumberData: text(isian.sumberData),
    pemilikData: text(isian.pemilikData),
    iku: isian.iku,
    metode: only('metode', isian.metode),
    bacaan: only('metode', isian.bacaan),
    rumus: only('rumus', isian.rumus),
    perTriwulan: former?.perTriwulan ?? null,
    lapisDasar: former?.lapisDasar ?? null,
    kebijakan: policy(former?.kebijakan, {
      tidakAdaObjek: isian.nihil || undefined,
      kosong: isian.yangAda ? 'HITUNG_YANG_ADA' : undefined,
      batas: figure(isian.batas) ?? undefined,
    }),
    ...(text(isian.keterangan) ? { keterangan: isian.keterangan.trim() } : {}),
  }
}

/** The policy with what the form says of it; none where nothing of it is otherwise than usual. */
function policy(former: VersiIndikator['kebijakan'], said: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const all = Object.entries({ ...former, ...said }).filter(([, value]) => value !== undefined && value !== null)
  return all.length ? Object.fromEntries(all) : null
}
