// The form of a version as it is typed, and what is sent of it. What the form does not show goes along as it was.
import { readTyped, writtenAsTyped } from '../../platform/kernel/read-number.ts'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import type { KeteranganMasukan, VersiIndikator } from '../indikator.ts'
import { byFoldedName, inputsNamed } from '../masukan.ts'
import type { Versi } from './data.ts'
import { t } from './teks.ts'

export type Cara = 'metode' | 'rumus' | 'uraian'
/** What is said of one input, as it is typed; words to choose from and columns stand between commas. */
export type IsianKeterangan = Readonly<Record<'arti' | 'satuan' | 'min' | 'maks' | 'pilihan' | 'kolom' | 'bagianDari', string>>
export const TANPA_KETERANGAN: IsianKeterangan = { arti: '', satuan: '', min: '', maks: '', pilihan: '', kolom: '', bagianDari: '' }

/** What is said of one of them; a name may be a word that every object knows. */
export const saidOf = (masukan: Isian['masukan'], nama: string): IsianKeterangan =>
  Object.hasOwn(masukan, nama) ? masukan[nama]! : TANPA_KETERANGAN

export type Triwulan = keyof NonNullable<VersiIndikator['perTriwulan']>
export const TRIWULAN: readonly Triwulan[] = ['TW1', 'TW2', 'TW3', 'TW4']
/** What one quarter has of its own; empty is as in the year. */
export type IsianTriwulan = {
  readonly polaritas: VersiIndikator['polaritas'] | ''
  readonly agregasi: VersiIndikator['agregasi'] | ''
  /** Counted by a formula of its own, or by another reading of the version's method. */
  readonly sendiri: boolean
  readonly bacaan: string
  readonly rumus: string
}

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
  readonly triwulan: Readonly<Record<Triwulan, IsianTriwulan>>
  /** What is said of the formulas' inputs, by folded name; of one that none names any more it is kept while they are written. */
  readonly masukan: Readonly<Record<string, IsianKeterangan>>
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
  /** Of quarters that must each reach their target the lowest decides. */
  readonly terendah: boolean
  readonly batas: string
  readonly keterangan: string
}

const comma = (text: string | null) => writtenAsTyped(text ?? '')

const typedOf = ({
  arti = '',
  satuan = '',
  min = '',
  maks = '',
  pilihan = [],
  kolom = [],
  bagianDari = '',
}: KeteranganMasukan) => ({
  arti,
  satuan,
  min: comma(min),
  maks: comma(maks),
  pilihan: pilihan.join(', '),
  kolom: kolom.join(', '),
  bagianDari,
})

const byQuarter = (of: (q: Triwulan) => IsianTriwulan) =>
  Object.fromEntries(TRIWULAN.map((q) => [q, of(q)])) as Readonly<Record<Triwulan, IsianTriwulan>>

/** The own formulas as they are typed: the year's, and those of single quarters. */
const formulasOf = ({ cara, rumus, triwulan }: Isian) => [
  cara === 'rumus' ? rumus : '',
  ...TRIWULAN.flatMap((q) => (triwulan[q].sendiri ? triwulan[q].rumus : [])),
]

/** The inputs that the own formulas name, each once. */
export function inputsOf(isian: Isian): ReturnType<typeof inputsNamed> {
  const named = formulasOf(isian).flatMap(inputsNamed)
  return named.filter((one, at) => named.findIndex((other) => other.nama === one.nama) === at)
}

/** The readings of another method are not those of this one. */
export const withMethod = (triwulan: Isian['triwulan'], metode: string): Partial<Isian> => ({
  metode,
  bacaan: '',
  triwulan: byQuarter((q) => ({ ...triwulan[q], bacaan: '' })),
})

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
    triwulan: byQuarter((q) => {
      const { polaritas = '', agregasi = '', bacaan = '', rumus } = v?.perTriwulan?.[q] ?? {}
      return { polaritas, agregasi, bacaan, rumus: rumus ?? '', sendiri: rumus !== undefined }
    }),
    masukan: Object.fromEntries(Object.entries(byFoldedName(v?.masukan)).map(([nama, one]) => [nama, typedOf(one)])),
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
    terendah: v?.kebijakan?.setiap === 'TERENDAH',
    batas: comma(v?.kebijakan?.batas ?? null),
    keterangan: v?.keterangan ?? '',
  }
}

const text = (value: string) => value.trim() || null
/** A figure in `satuan` as it is sent: exact, none, or as it was typed where it cannot be read. */
function figure(value: string, satuan = ''): string | null {
  const read = readTyped(value, satuan)
  return value.trim() === '' ? null : isRefusal(read) ? value : read
}

/** What cannot be sent as it is typed, by its field: a figure that cannot be read, or in two ways, and a formula that is not written. */
export function unsendable(isian: Isian): Record<string, string> {
  const { satuan, skalaMin, skalaMaks, batas, masukan, triwulan } = isian
  const inputs = inputsOf(isian).flatMap(({ nama }) => {
    const one = saidOf(masukan, nama)
    return (['min', 'maks'] as const).map((part) => [`masukan.${nama}.${part}`, one[part], one.satuan] as const)
  })
  const typed = [['skalaMin', skalaMin, satuan] as const, ['skalaMaks', skalaMaks, satuan] as const, ['batas', batas, ''] as const]
  const figures = [...typed, ...inputs].flatMap(([field, text, unit]) => {
    const read = text.trim() === '' ? text : readTyped(text, unit)
    return isRefusal(read) ? [[field, read.detail]] : []
  })
  const unwritten = TRIWULAN.filter((q) => triwulan[q].sendiri && triwulan[q].rumus.trim() === '')
  return Object.fromEntries([...figures, ...unwritten.map((q) => [`perTriwulan.${q}.rumus`, t('u.triwulan.kosong')])])
}

function listed(value: string): string[] | null {
  const words = value.split(',').flatMap((one) => one.trim() || [])
  return words.length ? words : null
}

/** What is said of the inputs that the formulas name; null where nothing is. */
export function masukanOf(isian: Isian): VersiIndikator['masukan'] {
  const named = inputsOf(isian)
  const said = named.flatMap(({ nama }) => {
    const { pilihan, kolom, min, maks, bagianDari, ...words } = saidOf(isian.masukan, nama)
    const parts = {
      ...words,
      bagianDari: named.some((one) => one.nama === bagianDari) ? bagianDari : null,
      min: figure(min, words.satuan),
      maks: figure(maks, words.satuan),
      pilihan: listed(pilihan),
      kolom: listed(kolom),
    }
    const filled = Object.entries(parts).flatMap(([part, value]) => {
      const kept = typeof value === 'string' ? text(value) : value
      return kept === null ? [] : [[part, kept]]
    })
    return filled.length ? [[nama, Object.fromEntries(filled)]] : []
  })
  return said.length ? Object.fromEntries(said) : null
}

/** What is sent; a figure that cannot be read goes as it was typed, and the server says what is wrong with it. */
export function toVersi(isian: Isian, former: Versi | undefined): Record<string, unknown> {
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
    skalaMin: figure(isian.skalaMin, isian.satuan),
    skalaMaks: figure(isian.skalaMaks, isian.satuan),
    sumberData: text(isian.sumberData),
    pemilikData: text(isian.pemilikData),
    iku: isian.iku,
    metode: only('metode', isian.metode),
    bacaan: only('metode', isian.bacaan),
    rumus: only('rumus', isian.rumus),
    masukan: masukanOf(isian),
    perTriwulan: quartersOf(isian),
    lapisDasar: former?.lapisDasar ?? null,
    kebijakan: policy(former?.kebijakan, {
      tidakAdaObjek: isian.nihil || undefined,
      kosong: isian.yangAda ? 'HITUNG_YANG_ADA' : undefined,
      setiap: isian.agregasi === 'SETIAP' && isian.terendah ? 'TERENDAH' : undefined,
      batas: figure(isian.batas) ?? undefined,
    }),
    ...(text(isian.keterangan) ? { keterangan: isian.keterangan.trim() } : {}),
  }
}

/** What single quarters have of their own; null where none has. */
function quartersOf({ cara, triwulan }: Isian): Record<string, unknown> | null {
  const all = TRIWULAN.flatMap((q) => {
    const { polaritas, agregasi, sendiri, bacaan, rumus } = triwulan[q]
    const parts = { polaritas, agregasi, bacaan: cara === 'metode' && !sendiri ? bacaan : '', rumus: sendiri ? rumus.trim() : '' }
    const own = Object.entries(parts).filter(([, value]) => value !== '')
    return own.length ? [[q, Object.fromEntries(own)] as const] : []
  })
  return all.length ? Object.fromEntries(all) : null
}

/** The policy with what the form says of it; none where nothing of it is otherwise than usual. */
function policy(former: VersiIndikator['kebijakan'], said: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const all = Object.entries({ ...former, ...said }).filter(([, value]) => value !== undefined && value !== null)
  return all.length ? Object.fromEntries(all) : null
}
