// The sentences of the tasks, once in each language: the server says the Indonesian one, the page the one that was chosen.
import { longDay, periodName } from '../platform/kernel/time.ts'
import type { JenisTugas, Tugas } from './tugas.ts'

type Banyak = 'satu' | 'banyak'
export type SentenceKey = `${JenisTugas}.${Banyak}` | 'periode-kunci.lengkap' | 'batas'

export const SENTENCES: Readonly<Record<'id' | 'en', Readonly<Record<SentenceKey, string>>>> = {
  id: {
    'perbaiki.satu': 'Realisasi {indikator} {periode} diminta diperbaiki.',
    'perbaiki.banyak': 'Realisasi {n} indikator {periode} diminta diperbaiki.',
    'isi.satu': 'Realisasi {indikator} {periode} belum diisi.',
    'isi.banyak': 'Realisasi {periode} belum diisi untuk {n} indikator.',
    'ajukan.satu': 'Realisasi {indikator} {periode} sudah diisi, belum diajukan.',
    'ajukan.banyak': '{n} indikator {periode} sudah diisi, belum diajukan.',
    'validasi.satu': 'Realisasi {indikator} {periode} perlu divalidasi.',
    'validasi.banyak': '{n} indikator {periode} perlu divalidasi.',
    'verifikasi.satu': 'Realisasi {indikator} {periode} perlu diverifikasi.',
    'verifikasi.banyak': '{n} indikator {periode} perlu diverifikasi.',
    'kunci.satu': 'Realisasi {indikator} {periode} sudah diverifikasi dan dapat dikunci.',
    'kunci.banyak': '{n} indikator {periode} sudah diverifikasi dan dapat dikunci.',
    'periode-kunci.satu': '{periode} perlu ditutup: {kantor} perangkat daerah belum selesai mengisi.',
    'periode-kunci.banyak': '{periode} perlu ditutup: {kantor} perangkat daerah belum selesai mengisi.',
    'periode-kunci.lengkap': '{periode} perlu ditutup: semua perangkat daerah sudah mengisi.',
    'periode-buka.satu': '{periode} belum dibuka untuk pengisian.',
    'periode-buka.banyak': '{n} triwulan belum dibuka untuk pengisian, mulai {periode}.',
    'pk-perbaiki.satu': 'Draf Perjanjian Kinerja {periode} punya 1 temuan yang perlu diperbaiki.',
    'pk-perbaiki.banyak': 'Draf Perjanjian Kinerja {periode} punya {n} temuan yang perlu diperbaiki.',
    'pk-langkah.satu': 'Perjanjian Kinerja {periode}: {langkah}.',
    'pk-langkah.banyak': '{n} Perjanjian Kinerja {periode}: {langkah}.',
    'pk-susun.satu': 'Perjanjian Kinerja {periode} belum disusun. Batasnya satu bulan setelah DPA disahkan.',
    'pk-susun.banyak': 'Perjanjian Kinerja {periode} belum disusun. Batasnya satu bulan setelah DPA disahkan.',
    'ra-perbaiki.satu': 'Draf Rencana Aksi {periode} punya 1 temuan yang perlu diperbaiki.',
    'ra-perbaiki.banyak': 'Draf Rencana Aksi {periode} punya {n} temuan yang perlu diperbaiki.',
    'ra-langkah.satu': 'Rencana Aksi {periode}: {langkah}.',
    'ra-langkah.banyak': '{n} Rencana Aksi {periode}: {langkah}.',
    'ra-susun.satu': 'Rencana Aksi {periode} belum disusun. Batasnya satu bulan setelah DPA disahkan.',
    'ra-susun.banyak': 'Rencana Aksi {periode} belum disusun. Batasnya satu bulan setelah DPA disahkan.',
    'forum-pimpin.satu': 'Forum {periode}: {langkah}.',
    'forum-pimpin.banyak': 'Forum {periode}: {langkah}.',
    'forum-saran.satu': 'Forum penyusunan {periode} menunggu saran Anda.',
    'forum-saran.banyak': '{n} forum penyusunan {periode} menunggu saran Anda.',
    'forum-jawab.satu': '1 saran forum {periode} belum dijawab.',
    'forum-jawab.banyak': '{n} saran forum {periode} belum dijawab.',
    'forum-usulan.satu': '1 usulan perubahan Rencana Aksi menunggu Forum Kinerja Triwulanan.',
    'forum-usulan.banyak': '{n} usulan perubahan Rencana Aksi menunggu Forum Kinerja Triwulanan.',
    'koordinator.satu': '1 jabatan yang mengoordinasikan Perangkat Daerah kosong. Tugaskan pemegang atau Plt.-nya.',
    'koordinator.banyak': '{n} jabatan yang mengoordinasikan Perangkat Daerah kosong. Tugaskan pemegang atau Plt.-nya.',
    'sandi.satu': '1 akun belum mengganti kata sandi sekali pakai.',
    'sandi.banyak': '{n} akun belum mengganti kata sandi sekali pakai.',
    batas: 'Batas {tanggal}.',
  },
  en: {
    'perbaiki.satu': 'The result of {indikator} for {periode} was returned for correction.',
    'perbaiki.banyak': 'The results of {n} indicators for {periode} were returned for correction.',
    'isi.satu': 'The result of {indikator} for {periode} has not been entered.',
    'isi.banyak': 'Results for {periode} have not been entered for {n} indicators.',
    'ajukan.satu': 'The result of {indikator} for {periode} has been entered but not submitted.',
    'ajukan.banyak': '{n} indicators for {periode} have been entered but not submitted.',
    'validasi.satu': 'The result of {indikator} for {periode} needs to be validated.',
    'validasi.banyak': '{n} indicators for {periode} need to be validated.',
    'verifikasi.satu': 'The result of {indikator} for {periode} needs to be verified.',
    'verifikasi.banyak': '{n} indicators for {periode} need to be verified.',
    'kunci.satu': 'The result of {indikator} for {periode} has been verified and can be locked.',
    'kunci.banyak': '{n} indicators for {periode} have been verified and can be locked.',
    'periode-kunci.satu': '{periode} needs to be closed: offices that have not finished: {kantor}.',
    'periode-kunci.banyak': '{periode} needs to be closed: offices that have not finished: {kantor}.',
    'periode-kunci.lengkap': '{periode} needs to be closed: every office has entered its results.',
    'periode-buka.satu': '{periode} has not been opened for entries.',
    'periode-buka.banyak': '{n} quarters have not been opened for entries, beginning with {periode}.',
    'pk-perbaiki.satu': 'The draft Performance Agreement {periode} has 1 finding to correct.',
    'pk-perbaiki.banyak': 'The draft Performance Agreement {periode} has {n} findings to correct.',
    'pk-langkah.satu': 'Performance Agreement {periode}: {langkah}.',
    'pk-langkah.banyak': '{n} Performance Agreements {periode}: {langkah}.',
    'pk-susun.satu': 'The Performance Agreement {periode} has not been drafted. It is due one month after the budget is ratified.',
    'pk-susun.banyak':
      'The Performance Agreement {periode} has not been drafted. It is due one month after the budget is ratified.',
    'ra-perbaiki.satu': 'The draft Action Plan {periode} has 1 finding to correct.',
    'ra-perbaiki.banyak': 'The draft Action Plan {periode} has {n} findings to correct.',
    'ra-langkah.satu': 'Action Plan {periode}: {langkah}.',
    'ra-langkah.banyak': '{n} Action Plans {periode}: {langkah}.',
    'ra-susun.satu': 'The Action Plan {periode} has not been drafted. It is due one month after the budget is ratified.',
    'ra-susun.banyak': 'The Action Plan {periode} has not been drafted. It is due one month after the budget is ratified.',
    'forum-pimpin.satu': 'Forum {periode}: {langkah}.',
    'forum-pimpin.banyak': 'Forum {periode}: {langkah}.',
    'forum-saran.satu': 'The drafting forum {periode} waits for your advice.',
    'forum-saran.banyak': '{n} drafting forums {periode} wait for your advice.',
    'forum-jawab.satu': '1 advice of the forum {periode} has not been answered.',
    'forum-jawab.banyak': '{n} pieces of advice of the forum {periode} have not been answered.',
    'forum-usulan.satu': '1 proposed change of an Action Plan waits for the quarterly forum.',
    'forum-usulan.banyak': '{n} proposed changes of Action Plans wait for the quarterly forum.',
    'koordinator.satu': '1 position that coordinates offices is vacant. Assign a holder or somebody acting.',
    'koordinator.banyak': '{n} positions that coordinate offices are vacant. Assign holders or somebody acting.',
    'sandi.satu': '1 account has not replaced its one-time password.',
    'sandi.banyak': '{n} accounts have not replaced their one-time passwords.',
    batas: 'Due {tanggal}.',
  },
}

type Bagian = Pick<Tugas, 'jenis' | 'jumlah' | 'kantor' | 'indikator' | 'periode' | 'langkah'>

export function sentenceKey({ jenis, jumlah }: Pick<Tugas, 'jenis' | 'jumlah'>): SentenceKey {
  if (jenis === 'periode-kunci' && jumlah === 0) return 'periode-kunci.lengkap'
  return `${jenis}.${jumlah === 1 ? 'satu' : 'banyak'}`
}

/** What stands in the places of the sentence; `periode` in the words of the language. */
export function placesOf(t: Bagian, namaPeriode: (periode: string) => string): Record<string, string | number> {
  const { jumlah: n, kantor, indikator, periode, langkah } = t
  return {
    n,
    kantor,
    indikator: indikator ?? '',
    periode: periode ? namaPeriode(periode) : '',
    langkah: langkah?.toLowerCase() ?? '',
  }
}

/** `Realisasi Triwulan II 2024 belum diisi untuk 12 indikator. Batas 15 Juli 2024.` */
export function sentenceOf(t: Bagian & Pick<Tugas, 'batas'>): string {
  const said = fill(SENTENCES.id[sentenceKey(t)], placesOf(t, periodName))
  return t.batas ? `${said} ${fill(SENTENCES.id.batas, { tanggal: longDay(t.batas) })}` : said
}

const fill = (text: string, isi: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(isi[name]))
