// The words of this room that the server and the page both say.
export const KATA = {
  id: {
    'status.BELUM_DISUSUN': 'Belum disusun',
    'status.DRAFT': 'Draf',
    'status.DIHIMPUN': 'Dihimpun',
    'status.FORUM': 'Forum pembahasan',
    'status.HASIL_FORUM': 'Hasil forum',
    'status.KONSEP_FINAL_BIRO_ORB': 'Konsep final di Biro ORB',
    'status.PROSES_TTD_BKD': 'Tanda tangan pihak pertama',
    'status.TTD_P1': 'Tanda tangan pihak kedua',
    'status.DIHIMPUN_BKD': 'Tanda tangan kepala',
    'status.TTD_PEMILIK': 'Tanda tangan Gubernur',
    'status.DITETAPKAN': 'Ditetapkan',
    'status.DIPUBLIKASI': 'Dipublikasikan',
    'dpa.belum':
      'Hari pengesahan DPA {tahun} belum dicatat, sehingga batas Perjanjian Kinerja dan Rencana Aksi belum dapat dihitung.',
    'dpa.cara': 'Bappeda mencatatnya pada halaman Perjanjian Kinerja.',
  },
  en: {
    'status.BELUM_DISUSUN': 'Not drafted',
    'status.DRAFT': 'Draft',
    'status.DIHIMPUN': 'Collected',
    'status.FORUM': 'In the forum',
    'status.HASIL_FORUM': 'Result of the forum',
    'status.KONSEP_FINAL_BIRO_ORB': 'Final draft at Biro ORB',
    'status.PROSES_TTD_BKD': 'First party signs',
    'status.TTD_P1': 'Second party signs',
    'status.DIHIMPUN_BKD': 'Head of the office signs',
    'status.TTD_PEMILIK': 'Governor signs',
    'status.DITETAPKAN': 'In force',
    'status.DIPUBLIKASI': 'Published',
    'dpa.belum':
      'The day the DPA {tahun} was ratified is not recorded, so the deadline of agreement and plan cannot be counted yet.',
    'dpa.cara': 'Bappeda records it on the page of the performance agreement.',
  },
} as const

/** A state in Indonesian words; what is not known here by its code. */
export const namaStatus = (status: string): string => (KATA.id as Readonly<Record<string, string>>)[`status.${status}`] ?? status
