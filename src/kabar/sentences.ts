// The sentences of what is told, once in each language: the letter and the server say the Indonesian one.
import { longDay, periodName } from '../platform/kernel/time.ts'
import type { Kabar, Tempat } from './kabar.ts'

export const SENTENCES = {
  id: {
    giliran: '{naskah} {tahun} {kantor} menunggu Anda: {langkah}.',
    saran: '{naskah} {tahun} {kantor} dibahas di forum. Saran Anda diminta.',
    kembali: '{naskah} {tahun} {kantor} diminta diperbaiki.',
    maju: '{naskah} {tahun} {kantor} maju: {langkah}.',
    ditetapkan: '{naskah} {tahun} {kantor} sudah ditetapkan.',
    'saran-masuk': '{naskah} {tahun} {kantor} mendapat saran baru.',
    validasi: 'Realisasi {periode} {kantor} menunggu validasi Anda.',
    'realisasi-kembali': 'Realisasi {indikator} {periode} {kantor} diminta diperbaiki.',
    'periode-buka': '{periode} dibuka untuk pengisian realisasi.',
    kontribusi: '{kantor} diminta menyumbang hasil perangkat daerah lain.',
    pengingat: '{tenggat} ({periode}, {kantor}): {sisa} hari lagi, {hari}.',
    'pengingat-besok': '{tenggat} ({periode}, {kantor}): besok, {hari}.',
    'pengingat-hari-ini': '{tenggat} ({periode}, {kantor}): hari ini, {hari}.',
    'surel-anda': 'Alamat surel Anda tidak dapat dijangkau. Periksa dan simpan lagi di Setelan kabar.',
    'surel-akun': 'Surel untuk {nama} tidak dapat disampaikan: alamatnya ditolak.',
  },
  en: {
    giliran: '{naskah} {tahun} of {kantor} waits for you: {langkah}.',
    saran: '{naskah} {tahun} of {kantor} is discussed in the forum. Your advice is asked for.',
    kembali: '{naskah} {tahun} of {kantor} was returned for correction.',
    maju: '{naskah} {tahun} of {kantor} has moved on: {langkah}.',
    ditetapkan: '{naskah} {tahun} of {kantor} is in force.',
    'saran-masuk': '{naskah} {tahun} of {kantor} has new advice.',
    validasi: 'Results of {kantor} for {periode} wait for your validation.',
    'realisasi-kembali': 'The result of {indikator} for {periode} of {kantor} was returned for correction.',
    'periode-buka': '{periode} is open for results.',
    kontribusi: '{kantor} is asked to contribute to a result of another office.',
    pengingat: '{tenggat} ({periode}, {kantor}): in {sisa} days, {hari}.',
    'pengingat-besok': '{tenggat} ({periode}, {kantor}): tomorrow, {hari}.',
    'pengingat-hari-ini': '{tenggat} ({periode}, {kantor}): today, {hari}.',
    'surel-anda': 'Your e-mail address cannot be reached. Check it and save it again in the settings of your news.',
    'surel-akun': 'E-mail for {nama} could not be delivered: the address is refused.',
  },
} as const
export type KalimatKey = keyof typeof SENTENCES.id

export const NASKAH = {
  id: { PK: 'Perjanjian Kinerja', RA: 'Rencana Aksi' },
  en: { PK: 'Performance Agreement', RA: 'Action Plan' },
} as const

/** How the codes of a sentence are said in a language. */
export type Sebutan = {
  readonly naskah: (kode: string) => string
  readonly langkah: (step: { act: string; label: string }) => string
  readonly periode: (periode: string) => string
  readonly hari: (hari: string) => string
}

export function placesOf(tempat: Tempat, sebutan: Sebutan): Record<string, string | number> {
  const { naskah, act, label, periode, hari } = tempat
  return {
    ...tempat,
    ...(naskah !== undefined && { naskah: sebutan.naskah(String(naskah)) }),
    ...(act !== undefined && { langkah: sebutan.langkah({ act: String(act), label: String(label) }) }),
    ...(periode !== undefined && { periode: sebutan.periode(String(periode)) }),
    ...(hari !== undefined && { hari: sebutan.hari(String(hari)) }),
  }
}

const INDONESIAN: Sebutan = {
  naskah: (kode) => NASKAH.id[kode as 'PK' | 'RA'] ?? kode,
  langkah: ({ label }) => label.toLowerCase(),
  periode: periodName,
  hari: longDay,
}

/** `Perjanjian Kinerja 2026 Badan Kepegawaian Daerah menunggu Anda: tanda tangani.` */
export function sentenceOf({ kalimat, tempat }: Pick<Kabar, 'kalimat' | 'tempat'>): string {
  const text: string = SENTENCES.id[kalimat as KalimatKey] ?? kalimat
  const places = placesOf(tempat, INDONESIAN)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(places[name] ?? ''))
}
