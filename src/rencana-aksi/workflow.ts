// The way of an action plan from draft to publication: one table (Instruksi Sekda 4/2024; akip-rules 5.2). As that of the
// agreement up to the forum; then it goes to BKD itself, not through Biro ORB.
import type { Peran } from '../peraturan/dki-jakarta/wewenang.ts'
import type { Step as AnyStep, Workflow } from '../platform/kernel/workflow.ts'
import type { StatusRa } from './rencana-aksi.ts'

export type Step = AnyStep<StatusRa, Peran>

const step = (dari: StatusRa, act: string, peran: Step['peran'], ke: StatusRa, label: string, more: Partial<Step> = {}): Step => ({
  dari,
  act,
  peran,
  ke,
  label,
  perluAlasan: act === 'kembalikan' || act === 'tolak' || act === 'catat-saran',
  ...more,
})

/** A further version changes a plan in force, which the quarterly forum has decided before it is drafted (RA-10). */
export const PERUBAHAN = 'PERUBAHAN'

/** What happens in a forum is done there: its schedule, who was there and the minutes belong to it (room `forum`). */
const FORUM = { lewat: '/forum' }

export const WORKFLOW: readonly Step[] = [
  step('DRAFT', 'ajukan', ['KEPALA_PD'], 'DIHIMPUN', 'Ajukan'),
  step('DIHIMPUN', 'tarik', ['KEPALA_PD'], 'DRAFT', 'Tarik kembali'),
  step('DIHIMPUN', 'jadwalkan-forum', ['SUBKOORDINATOR'], 'FORUM', 'Jadwalkan forum', FORUM),
  step('DIHIMPUN', 'sampaikan', ['SUBKOORDINATOR'], 'DIHIMPUN_BKD', 'Sampaikan tanpa forum', { hanyaRevisi: [PERUBAHAN] }),
  step('FORUM', 'catat-saran', ['INSPEKTUR', 'BAPPEDA', 'BKD', 'BIRO_ORB'], 'FORUM', 'Catat saran', FORUM),
  step('FORUM', 'kembalikan', ['ASISTEN_SEKDA'], 'DRAFT', 'Minta perbaikan', FORUM),
  step('FORUM', 'setujui-forum', ['ASISTEN_SEKDA'], 'HASIL_FORUM', 'Setujui', FORUM),
  step('HASIL_FORUM', 'sampaikan', ['SUBKOORDINATOR'], 'DIHIMPUN_BKD', 'Sampaikan ke BKD'),
  step('HASIL_FORUM', 'kembalikan', ['SUBKOORDINATOR'], 'DRAFT', 'Minta perbaikan'),
  step('DIHIMPUN_BKD', 'tanda-tangan', ['KEPALA_PD'], 'TTD_PEMILIK', 'Tanda tangani'),
  step('DIHIMPUN_BKD', 'kembalikan', ['BKD', 'KEPALA_PD'], 'HASIL_FORUM', 'Minta perbaikan'),
  // The Gubernur signs as Pejabat Penilai Kinerja.
  step('TTD_PEMILIK', 'tanda-tangan', ['GUBERNUR'], 'DITETAPKAN', 'Tanda tangani'),
  step('TTD_PEMILIK', 'tolak', ['GUBERNUR'], 'HASIL_FORUM', 'Tolak'),
  // As with the agreement: the first signature is void when an office changes hands before the second.
  step('TTD_PEMILIK', 'ganti-pemegang', ['SISTEM'], 'DIHIMPUN_BKD', 'Pejabat berganti', { perluAlasan: true }),
  step('DITETAPKAN', 'publikasi', ['KEPALA_PD'], 'DIPUBLIKASI', 'Publikasikan'),
  // The old version is replaced when the change of it is itself DITETAPKAN.
  step('DITETAPKAN', 'ganti', ['SISTEM'], 'DIGANTI', 'Diganti perubahan', { perluAlasan: true }),
  step('DIPUBLIKASI', 'ganti', ['SISTEM'], 'DIGANTI', 'Diganti perubahan', { perluAlasan: true }),
]

export const WORKFLOW_RA: Workflow<StatusRa> = { naskah: 'Rencana Aksi', table: WORKFLOW, awal: 'DRAFT', akhir: 'DIPUBLIKASI' }

export const standing = ({ status, versi }: { status: StatusRa; versi: number }) => ({
  status,
  alasanRevisi: versi > 1 ? PERUBAHAN : null,
})
