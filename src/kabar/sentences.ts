// The sentences of what is told, once in each language: the letter and the server say the Indonesian one.
import { longDay, periodName } from '../platform/kernel/time.ts'
import type { Kabar, Tempat } from './kabar.ts'

export const SENTENCES = {
  id: {
    giliran: '{naskah} {tahun} {kantor} menunggu Anda: {langkah}.',
    // Told until the invitation asked for advice; who was told so still reads it.
    saran: '{naskah} {tahun} {kantor} dibahas di forum. Saran Anda diminta.',
    kembali: '{naskah} {tahun} {kantor} diminta diperbaiki.',
    maju: '{naskah} {tahun} {kantor} maju: {langkah}.',
    ditetapkan: '{naskah} {tahun} {kantor} sudah ditetapkan.',
    'saran-masuk': '{naskah} {tahun} {kantor} mendapat saran baru.',
    undangan: '{naskah} {periode} {kantor}: Anda diundang, {hari} pukul {pukul}.',
    'undangan-saran': '{naskah} {periode} {kantor}: Anda diundang dan saran Anda diminta, {hari} pukul {pukul}.',
    jadwal: '{naskah} {periode} {kantor} dijadwalkan {hari} pukul {pukul}.',
    'jadwal-ubah': 'Jadwal {naskah} {periode} {kantor} diubah: {hari} pukul {pukul}. Periksa juga tempat dan agendanya.',
    'naskah-masuk': '{naskah} {periode} {kantor} juga membahas naskah yang baru masuk.',
    'saran-nihil': '{naskah} {periode} {kantor}: seorang penasihat menyatakan tidak ada saran.',
    'saran-dijawab': '{naskah} {periode} {kantor}: saran sudah dijawab.',
    notulen: '{naskah} {periode} {kantor}: notulennya sudah ditetapkan.',
    'perubahan-usul': '{kantor} mengusulkan perubahan {naskah} {tahun}.',
    'perubahan-susun': 'Perubahan {naskah} {tahun} {kantor} disetujui forum. Susun perubahannya.',
    'perubahan-setuju': 'Perubahan {naskah} {tahun} {kantor} disetujui forum.',
    'perubahan-tolak': 'Perubahan {naskah} {tahun} {kantor} tidak disetujui forum.',
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
    undangan: '{naskah} {periode}, {kantor}: you are invited, {hari} at {pukul}.',
    'undangan-saran': '{naskah} {periode}, {kantor}: you are invited and asked for advice, {hari} at {pukul}.',
    jadwal: '{naskah} {periode}, {kantor}: scheduled for {hari} at {pukul}.',
    'jadwal-ubah': '{naskah} {periode}, {kantor}: the schedule was changed to {hari} at {pukul}. See its place and agenda too.',
    'naskah-masuk': '{naskah} {periode}, {kantor}: discusses another paper too.',
    'saran-nihil': '{naskah} {periode}, {kantor}: an adviser has nothing to advise.',
    'saran-dijawab': '{naskah} {periode}, {kantor}: advice was answered.',
    notulen: '{naskah} {periode}, {kantor}: its minutes are final.',
    'perubahan-usul': '{kantor} proposes a change of its {naskah} {tahun}.',
    'perubahan-susun': 'The change of the {naskah} {tahun} of {kantor} was approved by the forum. Draft it.',
    'perubahan-setuju': 'The change of the {naskah} {tahun} of {kantor} was approved by the forum.',
    'perubahan-tolak': 'The change of the {naskah} {tahun} of {kantor} was not approved by the forum.',
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
  id: {
    PK: 'Perjanjian Kinerja',
    RA: 'Rencana Aksi',
    PENYUSUNAN: 'Forum penyusunan',
    TRIWULANAN: 'Forum Kinerja Triwulanan',
  },
  en: { PK: 'Performance Agreement', RA: 'Action Plan', PENYUSUNAN: 'Drafting forum', TRIWULANAN: 'Quarterly performance forum' },
} as const
export type KodeNaskah = keyof typeof NASKAH.id

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
  naskah: (kode) => NASKAH.id[kode as KodeNaskah] ?? kode,
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
