// Acts of the permission table and of the ledger in words: `pengguna.atur-ulang` → `Pengguna: atur ulang`.
import { defineTeks } from '../../web/ui/teks.ts'

const ID = {
  'unit-kerja.kelola': 'Mengelola organisasi, orang dan jabatan',
  'pengguna.kelola': 'Mengelola akun',
  'audit.lihat': 'Melihat jejak audit',
  'impor.data': 'Mengimpor data',
  'indikator.ubah': 'Mengubah kamus indikator',
  'perencanaan.ubah': 'Mengubah rencana dan pohon kinerja',
  'anggaran.ubah': 'Mengubah anggaran',
  'perjanjian-kinerja.lihat-draf': 'Melihat konsep Perjanjian Kinerja',
  'perjanjian-kinerja.susun': 'Menyusun Perjanjian Kinerja',
  'rencana-aksi.lihat-draf': 'Melihat konsep Rencana Aksi',
  'rencana-aksi.susun': 'Menyusun Rencana Aksi',
  'ksd.ubah': 'Mengisi Kegiatan Strategis Daerah',
  'ksd.verifikasi': 'Memverifikasi Kegiatan Strategis Daerah',
  'survei.ubah': 'Mengisi survei',
  'pengukuran.lihat': 'Melihat pengukuran',
  'pengukuran.isi': 'Mengisi dan mengajukan realisasi',
  'pengukuran.validasi': 'Memvalidasi sebagai atasan',
  'pengukuran.verifikasi': 'Memverifikasi sebagai pemilik data',
  'pengukuran.kunci': 'Mengunci pengukuran; membuka dan menutup periode',
} as const
const EN: Readonly<Record<keyof typeof ID, string>> = {
  'unit-kerja.kelola': 'Keep the organisation, people and offices',
  'pengguna.kelola': 'Keep the accounts',
  'audit.lihat': 'Read the trail',
  'impor.data': 'Import data',
  'indikator.ubah': 'Change the dictionary of indicators',
  'perencanaan.ubah': 'Change plans and the performance tree',
  'anggaran.ubah': 'Change the budget',
  'perjanjian-kinerja.lihat-draf': 'Read drafts of a performance agreement',
  'perjanjian-kinerja.susun': 'Draft a performance agreement',
  'rencana-aksi.lihat-draf': 'Read drafts of an action plan',
  'rencana-aksi.susun': 'Draft an action plan',
  'ksd.ubah': 'Enter strategic activities',
  'ksd.verifikasi': 'Verify strategic activities',
  'survei.ubah': 'Enter surveys',
  'pengukuran.lihat': 'Read measurements',
  'pengukuran.isi': 'Enter and submit results',
  'pengukuran.validasi': 'Validate as superior',
  'pengukuran.verifikasi': 'Verify as data owner',
  'pengukuran.kunci': 'Lock measurements; open and close periods',
}
const said = defineTeks<keyof typeof ID>(ID, EN)

export function namaTindakan(act: string): string {
  return act in ID ? said(act as keyof typeof ID) : namaPerbuatan(act)
}

/** An act of the ledger, from its own words: room and verb. */
export function namaPerbuatan(act: string): string {
  const [room = '', verb = ''] = act.split('.')
  const words = room.replaceAll('-', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}: ${verb.replaceAll('-', ' ')}`
}

/** The rooms that write into the ledger, in the order of the cycle. */
export const RUANG = [
  'unit-kerja',
  'jabatan',
  'pegawai',
  'penugasan',
  'pengguna',
  'periode',
  'indikator',
  'perencanaan',
  'anggaran',
  'perjanjian-kinerja',
  'rencana-aksi',
  'ksd',
  'survei',
  'pengukuran',
  'bukti',
  'impor',
] as const
