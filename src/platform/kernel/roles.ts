/** The roles, and what paper and screen call them. */
export const NAMA_PERAN = {
  KEPALA_PD: 'Kepala Perangkat Daerah',
  PENYUSUN: 'Penyusun',
  SUBKOORDINATOR: 'Subkoordinator',
  ASISTEN_SEKDA: 'Asisten Sekretaris Daerah',
  INSPEKTUR: 'Inspektur',
  BAPPEDA: 'Bappeda',
  BKD: 'Badan Kepegawaian Daerah',
  BIRO_ORB: 'Biro Organisasi dan Reformasi Birokrasi',
  TIM_PENGELOLA_KINERJA: 'Tim Pengelola Kinerja',
  PEMILIK_DATA: 'Pemilik data',
  GUBERNUR: 'Gubernur',
  ADMINISTRATOR: 'Administrator',
} as const
export type Peran = keyof typeof NAMA_PERAN
export const PERAN = Object.keys(NAMA_PERAN) as Peran[]

/** A role that another province adds is shown by its code. */
export const namaPeran = (peran: string): string => (NAMA_PERAN as Readonly<Record<string, string>>)[peran] ?? peran
