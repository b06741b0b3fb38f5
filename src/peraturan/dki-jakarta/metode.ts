// The official methods in force in the Province, as data. A new regulation is a new entry with its window, never an edit.
import type { Metode } from '../metode.ts'
import { AKIP } from '../nasional/metode/akip.ts'
import { KEPEGAWAIAN } from '../nasional/metode/kepegawaian.ts'
import { SURVEI_NASIONAL } from '../nasional/metode/survei.ts'
import { ANGGARAN } from './metode/anggaran.ts'
import { ASET } from './metode/aset.ts'
import { BELANJA } from './metode/belanja.ts'
import { KOMUNIKASI } from './metode/komunikasi.ts'
import { PELAKSANAAN_ANGGARAN } from './metode/pelaksanaan-anggaran.ts'
import { PEMBELAJARAN } from './metode/pembelajaran.ts'
import { PENGAWASAN } from './metode/pengawasan.ts'
import { SATU_DATA } from './metode/satu-data.ts'
import { SURVEI } from './metode/survei.ts'
import { TINDAK_LANJUT } from './metode/tindak-lanjut.ts'
import { VARIABEL_ANGGARAN } from './metode/variabel-anggaran.ts'

export const METODE: readonly Metode[] = [
  ...SURVEI_NASIONAL,
  ...SURVEI,
  ...AKIP,
  ...KEPEGAWAIAN,
  ...VARIABEL_ANGGARAN,
  ...ANGGARAN,
  ...PELAKSANAAN_ANGGARAN,
  ...SATU_DATA,
  ...PENGAWASAN,
  ...BELANJA,
  ...KOMUNIKASI,
  ...ASET,
  ...PEMBELAJARAN,
  ...TINDAK_LANJUT,
]

export function findMetode(kode: string): Metode | undefined {
  return METODE.find((m) => m.kode === kode)
}
