// Per field of the agreement: from which state it must be filled in, from which state it is sealed.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import {
  type IsianIndikator,
  type IsianSasaran,
  type PeriodeTarget,
  type Pihak,
  STATUS_PK,
  type StatusPk,
} from './perjanjian-kinerja.ts'

export type Field =
  | 'alasanRevisi'
  | 'dasarRevisi'
  | 'nomor'
  | 'tanggal'
  | `pihakPertama.${keyof Pihak}`
  | `pihakKedua.${keyof Pihak}`
  | `sasaran.${keyof IsianSasaran}`
  | `indikator.${keyof IsianIndikator}`
  | `target.${PeriodeTarget}`

const PENANDA_TANGAN = [
  ['pihakPertama', 'nama', 'nama pihak pertama'],
  ['pihakPertama', 'jabatan', 'jabatan pihak pertama'],
  ['pihakPertama', 'nip', 'NIP pihak pertama'],
  ['pihakKedua', 'nama', 'nama pihak kedua'],
  ['pihakKedua', 'jabatan', 'jabatan pihak kedua'],
] as const

type FieldRule = { readonly wajibSejak: StatusPk | null; readonly segelSejak: StatusPk }
const isi: FieldRule = { wajibSejak: 'DIHIMPUN', segelSejak: 'DIHIMPUN' }
const pilihan: FieldRule = { wajibSejak: null, segelSejak: 'DIHIMPUN' }
// The holder of an office may change before the first signature; from then on the printed name is the signed one.
const penandaTangan: FieldRule = { wajibSejak: 'PROSES_TTD_BKD', segelSejak: 'TTD_P1' }

export const FIELD_RULES: Readonly<Record<Field, FieldRule>> = {
  alasanRevisi: pilihan,
  dasarRevisi: pilihan,
  // BKD gives the number when it is signed; a replaced version keeps what it had.
  nomor: { wajibSejak: null, segelSejak: 'DIGANTI' },
  tanggal: { wajibSejak: 'TTD_P1', segelSejak: 'TTD_P1' },
  'pihakPertama.nama': penandaTangan,
  'pihakPertama.nip': penandaTangan,
  'pihakPertama.jabatan': penandaTangan,
  'pihakKedua.nama': penandaTangan,
  // The Gubernur holds a political office and has no NIP.
  'pihakKedua.nip': { wajibSejak: null, segelSejak: 'TTD_P1' },
  'pihakKedua.jabatan': penandaTangan,
  'sasaran.urutan': isi,
  'sasaran.nomor': isi,
  'sasaran.kelompok': isi,
  'sasaran.uraian': isi,
  'indikator.sasaran': isi,
  'indikator.urutan': isi,
  'indikator.nomor': pilihan,
  'indikator.kode': isi,
  'indikator.nama': isi,
  'indikator.sumberData': isi,
  'indikator.pengukuran': isi,
  'indikator.satuan': isi,
  'indikator.alasanTarget': pilihan,
  'indikator.dasarTarget': pilihan,
  'target.TW1': isi,
  'target.TW2': isi,
  'target.TW3': isi,
  'target.TW4': isi,
  'target.TAHUNAN': isi,
}

const reached = (status: StatusPk, since: StatusPk) => STATUS_PK.indexOf(status) >= STATUS_PK.indexOf(since)

export function isSealed(field: Field, status: StatusPk): boolean {
  return reached(status, FIELD_RULES[field].segelSejak)
}

export function isRequired(field: Field, status: StatusPk): boolean {
  const since = FIELD_RULES[field].wajibSejak
  return since !== null && reached(status, since)
}

/** The refusal where any of the fields is sealed in this state. */
export function refuseSealed(fields: readonly Field[], status: StatusPk): Refusal | undefined {
  const field = fields.find((f) => isSealed(f, status))
  if (!field) return undefined
  return refuse(
    'TERSEGEL',
    `Perjanjian Kinerja berstatus ${status}; isian ${field} sudah disegel. Minta dikembalikan ke DRAFT, atau susun revisi dengan alasan yang sah.`,
    { field },
  )
}

/** The refusal where the parties lack what a state requires of them. */
export function refuseMissing(
  parties: Readonly<Record<'pihakPertama' | 'pihakKedua', Pihak>>,
  status: StatusPk,
): Refusal | undefined {
  const missing = PENANDA_TANGAN.filter(([pihak, key]) => isRequired(`${pihak}.${key}`, status) && !parties[pihak][key])
  if (!missing.length) return undefined
  const words = missing.map(([, , said]) => said).join(', ')
  return refuse('DITOLAK_ATURAN', `Para pihak belum lengkap: ${words} belum diisi.`, {
    field: `${missing[0]![0]}.${missing[0]![1]}`,
  })
}
