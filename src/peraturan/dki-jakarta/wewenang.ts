// Who may do what: the permission table of the Province (akip-rules 5.5, after naskah 004). What is not here is refused.
// Data, not code: a province that divides the work otherwise brings another table.

import type { Peran } from '../../platform/kernel/roles.ts'

export { PERAN, type Peran } from '../../platform/kernel/roles.ts'

/** Where the table comes from: shown beside it. */
export const DASAR_WEWENANG = 'Pembagian kerja menurut Instruksi Sekda 4/2024 (naskah 004); PermenPANRB 53/2014 dan 88/2021'

/** SENDIRI: the role's own Perangkat Daerah and the units it commands. SEMUA: every unit. */
export type Lingkup = 'SENDIRI' | 'SEMUA'
export type Wewenang = { readonly act: string; readonly peran: Peran; readonly lingkup: Lingkup }

const PENINJAU: readonly Peran[] = [
  'SUBKOORDINATOR',
  'ASISTEN_SEKDA',
  'INSPEKTUR',
  'BAPPEDA',
  'BKD',
  'BIRO_ORB',
  'TIM_PENGELOLA_KINERJA',
  'GUBERNUR',
]
/** Who gathers, discusses, hands on and signs agreements and plans. */
const PELANGKAH = PENINJAU.filter((p) => p !== 'TIM_PENGELOLA_KINERJA')

const own = (act: string, ...peran: Peran[]): Wewenang[] => peran.map((p) => ({ act, peran: p, lingkup: 'SENDIRI' }))
const all = (act: string, ...peran: readonly Peran[]): Wewenang[] => peran.map((p) => ({ act, peran: p, lingkup: 'SEMUA' }))

export const WEWENANG: readonly Wewenang[] = [
  ...all('unit-kerja.kelola', 'ADMINISTRATOR'),
  ...all('pengguna.kelola', 'ADMINISTRATOR'),
  ...all('audit.lihat', 'ADMINISTRATOR', 'INSPEKTUR'),
  ...all('impor.data', 'ADMINISTRATOR'),
  ...own('impor.naskah', 'KEPALA_PD', 'PENYUSUN'),
  ...all('impor.naskah', 'BIRO_ORB'),

  ...own('indikator.ubah', 'KEPALA_PD', 'PENYUSUN', 'PEMILIK_DATA'),
  ...all('indikator.ubah', 'BAPPEDA'),
  ...own('perencanaan.ubah', 'KEPALA_PD', 'PENYUSUN'),
  ...all('perencanaan.ubah', 'BAPPEDA'),
  ...own('anggaran.ubah', 'KEPALA_PD', 'PENYUSUN'),
  // The day the DPA was ratified, of every office (PK-12).
  ...all('anggaran.sahkan-dpa', 'BAPPEDA'),

  ...own('perjanjian-kinerja.lihat-draf', 'KEPALA_PD', 'PENYUSUN'),
  ...all('perjanjian-kinerja.lihat-draf', ...PENINJAU),
  ...own('perjanjian-kinerja.susun', 'KEPALA_PD', 'PENYUSUN'),
  ...own('perjanjian-kinerja.nomori', 'KEPALA_PD', 'PENYUSUN'),
  ...all('perjanjian-kinerja.nomori', 'BKD', 'BIRO_ORB'),
  // Its items, for all offices to receive: of who owns their data or supervises what they are about.
  ...own('perjanjian-kinerja.terbitkan-bersama', 'PEMILIK_DATA', 'INSPEKTUR', 'BKD', 'BIRO_ORB'),
  ...own('rencana-aksi.lihat-draf', 'KEPALA_PD', 'PENYUSUN'),
  ...all('rencana-aksi.lihat-draf', ...PENINJAU),
  ...own('rencana-aksi.susun', 'KEPALA_PD', 'PENYUSUN'),
  // Who takes a step of their way; which one, the workflow tables say.
  ...own('perjanjian-kinerja.langkah', 'KEPALA_PD'),
  ...all('perjanjian-kinerja.langkah', ...PELANGKAH),
  ...own('rencana-aksi.langkah', 'KEPALA_PD'),
  ...all('rencana-aksi.langkah', ...PELANGKAH),

  ...all('rencana-aksi.putuskan-perubahan', 'TIM_PENGELOLA_KINERJA'),

  ...own('forum.lihat', 'KEPALA_PD', 'PENYUSUN'),
  ...all('forum.lihat', ...PENINJAU),
  ...all('forum.jadwalkan', 'SUBKOORDINATOR'),
  ...all('forum.catat', 'SUBKOORDINATOR', 'ASISTEN_SEKDA'),
  ...all('forum.pimpin', 'ASISTEN_SEKDA'),
  ...all('forum.saran', 'INSPEKTUR', 'BAPPEDA', 'BKD', 'BIRO_ORB'),
  ...own('forum.jawab', 'KEPALA_PD', 'PENYUSUN'),
  ...all('forum.triwulanan', 'TIM_PENGELOLA_KINERJA'),

  ...own('ksd.ubah', 'KEPALA_PD', 'PENYUSUN'),
  ...all('ksd.verifikasi', 'INSPEKTUR', 'BAPPEDA'),
  ...own('survei.ubah', 'KEPALA_PD', 'PENYUSUN'),

  ...own('pengukuran.lihat', 'KEPALA_PD', 'PENYUSUN'),
  ...all('pengukuran.lihat', ...PENINJAU, 'PEMILIK_DATA'),
  ...own('pengukuran.isi', 'PENYUSUN', 'KEPALA_PD'),
  ...own('pengukuran.validasi', 'KEPALA_PD'),
  ...all('pengukuran.verifikasi', 'INSPEKTUR', 'PEMILIK_DATA'),
  ...all('pengukuran.kunci', 'BAPPEDA'),

  ...own('tenggat.lihat', 'KEPALA_PD', 'PENYUSUN'),
  ...all('tenggat.lihat', ...PENINJAU),
  // Where every office stands and who holds it: for who gathers, discusses and hands on.
  ...all('koordinasi.lihat', ...PENINJAU),

  // A Laporan Kinerja is reviewed by APIP (PermenPANRB 53/2014); Biro ORB and Bappeda read with them.
  ...own('reviu.lihat', 'KEPALA_PD', 'PENYUSUN'),
  ...all('reviu.lihat', 'INSPEKTUR', 'BIRO_ORB', 'BAPPEDA'),
  ...own('reviu.periksa', 'KEPALA_PD', 'PENYUSUN'),
  ...all('reviu.periksa', 'INSPEKTUR', 'BIRO_ORB', 'BAPPEDA'),
  ...own('reviu.putuskan', 'KEPALA_PD', 'PENYUSUN'),
  ...all('reviu.putuskan', 'INSPEKTUR', 'BIRO_ORB', 'BAPPEDA'),
]

/** What an act is called where somebody reads of it. */
export const SEBUTAN_WEWENANG = {
  'unit-kerja.kelola': 'Mengelola organisasi, orang dan jabatan',
  'pengguna.kelola': 'Mengelola akun',
  'audit.lihat': 'Melihat jejak audit',
  'impor.data': 'Mengimpor data',
  'impor.naskah': 'Menyimpan naskah yang ditetapkan sebelum sistem',
  'indikator.ubah': 'Mengubah kamus indikator',
  'perencanaan.ubah': 'Mengubah rencana dan pohon kinerja',
  'anggaran.ubah': 'Mengubah anggaran',
  'anggaran.sahkan-dpa': 'Mencatat hari pengesahan DPA',
  'perjanjian-kinerja.lihat-draf': 'Melihat konsep Perjanjian Kinerja',
  'perjanjian-kinerja.susun': 'Menyusun Perjanjian Kinerja',
  'perjanjian-kinerja.nomori': 'Memberi nomor Perjanjian Kinerja',
  'perjanjian-kinerja.langkah': 'Memajukan, mengembalikan, dan menandatangani Perjanjian Kinerja',
  'rencana-aksi.lihat-draf': 'Melihat konsep Rencana Aksi',
  'rencana-aksi.susun': 'Menyusun Rencana Aksi',
  'rencana-aksi.langkah': 'Memajukan, mengembalikan, dan menandatangani Rencana Aksi',
  'rencana-aksi.putuskan-perubahan': 'Memutuskan perubahan Rencana Aksi',
  'forum.lihat': 'Melihat forum pembahasan',
  'forum.jadwalkan': 'Menjadwalkan forum pembahasan',
  'forum.catat': 'Mencatat kehadiran dan notulen forum',
  'forum.pimpin': 'Memimpin forum dan memutuskan naskahnya',
  'forum.saran': 'Memberi saran dalam forum',
  'forum.jawab': 'Menjawab saran forum',
  'forum.triwulanan': 'Menyelenggarakan Forum Kinerja Triwulanan',
  'ksd.ubah': 'Mengisi Kegiatan Strategis Daerah',
  'ksd.verifikasi': 'Memverifikasi Kegiatan Strategis Daerah',
  'survei.ubah': 'Mengisi survei',
  'pengukuran.lihat': 'Melihat pengukuran',
  'pengukuran.isi': 'Mengisi dan mengajukan realisasi',
  'pengukuran.validasi': 'Memvalidasi sebagai atasan',
  'pengukuran.verifikasi': 'Memverifikasi sebagai pemilik data',
  'pengukuran.kunci': 'Mengunci pengukuran; membuka dan menutup periode',
  'tenggat.lihat': 'Melihat kalender tenggat',
  'koordinasi.lihat': 'Melihat kedudukan Perjanjian Kinerja dan Rencana Aksi semua perangkat daerah',
  'reviu.lihat': 'Melihat hasil reviu dokumen',
  'reviu.periksa': 'Memeriksa dokumen dengan reviu',
  'reviu.putuskan': 'Memutuskan temuan reviu',
} as const satisfies Readonly<Record<string, string>>
