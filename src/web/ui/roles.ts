// The roles of the permission table in words; a role that another province adds is shown by its code.
import { NAMA_PERAN, type Peran } from '../../platform/kernel/roles.ts'
import { defineTeks } from './teks.ts'

const EN: Readonly<Record<Peran, string>> = {
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
const said = defineTeks<Peran>(NAMA_PERAN, EN)

export function namaPeran(peran: string): string {
  return peran in NAMA_PERAN ? said(peran as Peran) : peran
}
