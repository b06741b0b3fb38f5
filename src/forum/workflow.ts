// The way of a forum from its schedule to its minutes, and who does what in it (Instruksi Sekda 4/2024, KESATU a and g, B.6).
import type { Peran } from '../peraturan/dki-jakarta/wewenang.ts'
import type { Step as AnyStep, Workflow } from '../platform/kernel/workflow.ts'
import type { JenisForum, Keputusan, StatusForum } from './forum.ts'

export type Step = AnyStep<StatusForum, Peran>

const stepsOf = (pimpinan: Peran): readonly Step[] => [
  { dari: 'TERJADWAL', act: 'mulai', peran: [pimpinan], ke: 'BERLANGSUNG', label: 'Buka forum', perluAlasan: false },
  { dari: 'BERLANGSUNG', act: 'tutup', peran: [pimpinan], ke: 'NOTULEN', label: 'Tutup forum', perluAlasan: false },
  { dari: 'NOTULEN', act: 'tetapkan', peran: [pimpinan], ke: 'DITETAPKAN', label: 'Tetapkan notulen', perluAlasan: false },
]

export const PIMPINAN: Readonly<Record<JenisForum, Peran>> = {
  PENYUSUNAN: 'ASISTEN_SEKDA',
  TRIWULANAN: 'TIM_PENGELOLA_KINERJA',
}
export const WORKFLOW: Readonly<Record<JenisForum, readonly Step[]>> = {
  PENYUSUNAN: stepsOf(PIMPINAN.PENYUSUNAN),
  TRIWULANAN: stepsOf(PIMPINAN.TRIWULANAN),
}
export const NAMA_FORUM: Readonly<Record<JenisForum, string>> = {
  PENYUSUNAN: 'Forum penyusunan Perjanjian Kinerja dan Rencana Aksi',
  TRIWULANAN: 'Forum Kinerja Triwulanan',
}
export const workflowOf = (jenis: JenisForum): Workflow<StatusForum> => ({
  naskah: NAMA_FORUM[jenis],
  table: WORKFLOW[jenis],
  awal: 'TERJADWAL',
  akhir: 'DITETAPKAN',
})
export const standing = ({ status }: { readonly status: StatusForum }) => ({ status, alasanRevisi: null })

/** Which permission an act in the forum asks for: the quarterly one is in the hands of one team. */
const WEWENANG = { jadwalkan: 'forum.jadwalkan', catat: 'forum.catat', pimpin: 'forum.pimpin' } as const
export type Perbuatan = keyof typeof WEWENANG
export const wewenangOf = (jenis: JenisForum, act: Perbuatan): string =>
  jenis === 'TRIWULANAN' ? 'forum.triwulanan' : WEWENANG[act]

/** Who is asked to come; the head of the office that is discussed comes in person. */
export const DIUNDANG: Readonly<Record<JenisForum, readonly Peran[]>> = {
  PENYUSUNAN: ['ASISTEN_SEKDA', 'SUBKOORDINATOR', 'INSPEKTUR', 'BAPPEDA', 'BKD', 'BIRO_ORB'],
  TRIWULANAN: ['TIM_PENGELOLA_KINERJA', 'INSPEKTUR', 'BAPPEDA', 'BKD', 'BIRO_ORB'],
}

/** The head first, then as they are named in the Instruksi: in lists of who is asked and who came. */
export function inOrder(jenis: JenisForum) {
  const order: readonly string[] = ['KEPALA_PD', ...DIUNDANG[jenis]]
  const first = ({ peran }: { readonly peran: readonly string[] }) => Math.min(...peran.map((p) => order.indexOf(p)))
  return <T extends { readonly peran: readonly string[]; readonly jabatan: string }>(a: T, b: T): number =>
    first(a) - first(b) || (a.jabatan < b.jabatan ? -1 : 1)
}

/** Who advises, and on what (KESATU b to e). */
export const PENASIHAT: Readonly<Partial<Record<Peran, string>>> = {
  INSPEKTUR: 'mitigasi risiko pencapaian kinerja',
  BAPPEDA: 'sasaran strategis dan tahapan kunci keberhasilan indikator',
  BKD: 'saran dan masukan yang diperlukan',
  BIRO_ORB: 'keselarasan kinerja organisasi',
}

/** What a decision does to the paper: the step of its own workflow. */
export const LANGKAH_KEPUTUSAN: Readonly<Partial<Record<Keputusan, string>>> = {
  DISETUJUI: 'setujui-forum',
  DIKEMBALIKAN: 'kembalikan',
}
export const KEPUTUSAN_MUNGKIN: Readonly<Record<JenisForum, readonly Keputusan[]>> = {
  PENYUSUNAN: ['DISETUJUI', 'DIKEMBALIKAN'],
  TRIWULANAN: ['DISETUJUI', 'DITOLAK'],
}
