// The way of an agreement from draft to publication: one table (Instruksi Sekda 4/2024; akip-rules 5.2). Code only looks it up.
import type { Peran } from '../peraturan/dki-jakarta/wewenang.ts'
import type { Step as AnyStep, Workflow } from '../platform/kernel/workflow.ts'
import type { AlasanRevisi, StatusPk } from './perjanjian-kinerja.ts'

export type Step = AnyStep<StatusPk, Peran> & { readonly hanyaRevisi?: readonly AlasanRevisi[] }

const TANPA_FORUM: readonly AlasanRevisi[] = ['GANTI_PEJABAT', 'PENYESUAIAN_TARGET_INSTRUKSI']

const step = (dari: StatusPk, act: string, peran: Step['peran'], ke: StatusPk, label: string, more: Partial<Step> = {}): Step => ({
  dari,
  act,
  peran,
  ke,
  label,
  perluAlasan: act === 'kembalikan' || act === 'tolak' || act === 'catat-saran',
  ...more,
})

/** What happens in a forum is done there: its schedule, who was there and the minutes belong to it (room `forum`). */
const FORUM = { lewat: '/forum' }

export const WORKFLOW: readonly Step[] = [
  step('DRAFT', 'ajukan', ['KEPALA_PD'], 'DIHIMPUN', 'Ajukan'),
  step('DIHIMPUN', 'tarik', ['KEPALA_PD'], 'DRAFT', 'Tarik kembali'),
  step('DIHIMPUN', 'jadwalkan-forum', ['SUBKOORDINATOR'], 'FORUM', 'Jadwalkan forum', FORUM),
  // A change of the holder, or of targets by instruction, needs no forum (Insekda 19/2024).
  step('DIHIMPUN', 'sampaikan', ['SUBKOORDINATOR'], 'KONSEP_FINAL_BIRO_ORB', 'Sampaikan tanpa forum', { hanyaRevisi: TANPA_FORUM }),
  step('FORUM', 'catat-saran', ['INSPEKTUR', 'BAPPEDA', 'BKD', 'BIRO_ORB'], 'FORUM', 'Catat saran', FORUM),
  step('FORUM', 'kembalikan', ['ASISTEN_SEKDA'], 'DRAFT', 'Minta perbaikan', FORUM),
  step('FORUM', 'setujui-forum', ['ASISTEN_SEKDA'], 'HASIL_FORUM', 'Setujui', FORUM),
  step('HASIL_FORUM', 'sampaikan', ['SUBKOORDINATOR'], 'KONSEP_FINAL_BIRO_ORB', 'Sampaikan ke Biro ORB'),
  step('HASIL_FORUM', 'kembalikan', ['SUBKOORDINATOR'], 'DRAFT', 'Minta perbaikan'),
  step('KONSEP_FINAL_BIRO_ORB', 'serahkan', ['BIRO_ORB'], 'PROSES_TTD_BKD', 'Serahkan ke BKD'),
  step('KONSEP_FINAL_BIRO_ORB', 'kembalikan', ['SUBKOORDINATOR', 'BIRO_ORB'], 'DRAFT', 'Minta perbaikan'),
  step('PROSES_TTD_BKD', 'tanda-tangan', ['KEPALA_PD'], 'TTD_P1', 'Tanda tangani'),
  step('PROSES_TTD_BKD', 'kembalikan', ['BKD', 'KEPALA_PD'], 'KONSEP_FINAL_BIRO_ORB', 'Minta perbaikan'),
  step('TTD_P1', 'tanda-tangan', ['GUBERNUR'], 'DITETAPKAN', 'Tanda tangani'),
  step('TTD_P1', 'tolak', ['GUBERNUR'], 'KONSEP_FINAL_BIRO_ORB', 'Tolak'),
  // The first signature is void when an office changes hands before the second; the ledger keeps it.
  step('TTD_P1', 'ganti-pemegang', ['SISTEM'], 'PROSES_TTD_BKD', 'Pejabat berganti', { perluAlasan: true }),
  step('DITETAPKAN', 'publikasi', ['KEPALA_PD'], 'DIPUBLIKASI', 'Publikasikan'),
  // The old version is replaced when the revision (a new version, drafted from here) is itself DITETAPKAN.
  step('DITETAPKAN', 'ganti', ['SISTEM'], 'DIGANTI', 'Diganti revisi', { perluAlasan: true }),
  step('DIPUBLIKASI', 'ganti', ['SISTEM'], 'DIGANTI', 'Diganti revisi', { perluAlasan: true }),
]

export const AWAL: StatusPk = 'DRAFT'
export const AKHIR: readonly StatusPk[] = ['DIGANTI']

export const WORKFLOW_PK: Workflow<StatusPk> = { naskah: 'Perjanjian Kinerja', table: WORKFLOW, awal: AWAL, akhir: 'DIPUBLIKASI' }
