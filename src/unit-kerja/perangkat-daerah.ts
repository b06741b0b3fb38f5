// Which units answer for themselves, and by which roles others coordinate them: lists that pages need too.

/** Kinds of unit that answer with their own Perjanjian Kinerja: the Perangkat Daerah. */
export const PERANGKAT_DAERAH = [
  'BADAN',
  'DINAS',
  'BIRO',
  'INSPEKTORAT',
  'SATPOL_PP',
  'SEKRETARIAT_DPRD',
  'KOTA_ADMINISTRASI',
  'KABUPATEN_ADMINISTRASI',
] as const

/** The roles that mean some offices each, where it is said which. */
export const PERAN_KOORDINATOR = ['ASISTEN_SEKDA', 'SUBKOORDINATOR'] as const
export type PeranKoordinator = (typeof PERAN_KOORDINATOR)[number]
