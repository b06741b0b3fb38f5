// The roles of the permission table in words; a role that another province adds is shown by its code.
import { defineTeks } from './teks.ts'

const ID = {
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
const EN: Readonly<Record<keyof typeof ID, string>> = {
  KEPALA_PD: 'Head of the office',
  PENYUSUN: 'Drafter',
  SUBKOORDINATOR: 'Subcoordinator',
  ASISTEN_SEKDA: 'Assistant of the Regional Secretary',
  INSPEKTUR: 'Inspector',
  BAPPEDA: 'Planning agency (Bappeda)',
  BKD: 'Personnel agency (BKD)',
  BIRO_ORB: 'Bureau of Organisation and Reform',
  TIM_PENGELOLA_KINERJA: 'Performance management team',
  PEMILIK_DATA: 'Data owner',
  GUBERNUR: 'Governor',
  ADMINISTRATOR: 'Administrator',
}
const said = defineTeks<keyof typeof ID>(ID, EN)

export const PERAN_DIKENAL = Object.keys(ID) as (keyof typeof ID)[]

export function namaPeran(peran: string): string {
  return peran in ID ? said(peran as keyof typeof ID) : peran
}
