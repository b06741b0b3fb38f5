// What is told of a forum, and of what the quarterly one decides of a change: the same table as `rules.ts`, act by act.
import { dayInJakarta } from '../platform/kernel/time.ts'
import { type Baris, COLLECTOR, OFFICE, type Rule } from './baris.ts'
import type { JenisKabar, Untuk } from './kabar.ts'

/** What a line of a forum says of it. A forum of a year is one of an office, that of a quarter one of the province. */
function read({ subject, detail, office, seq }: Baris) {
  const [, unit = '', periode = ''] = subject.split('/')
  const {
    id,
    tanggal = '',
    mulai = '',
    kantor = [unit],
  } = (detail ?? {}) as Partial<Record<string, string>> & { kantor?: string[] }
  const naskah = periode.length === 4 ? 'PENYUSUNAN' : 'TRIWULANAN'
  const tell = (jenis: JenisKabar, kalimat: string, peran: readonly string[], more: Partial<Untuk> = {}): Untuk => ({
    jenis,
    kalimat,
    peran,
    tempat: { naskah, periode, unit, ...(tanggal && { hari: tanggal, pukul: mulai }) },
    ke: id ? `/forum/${id}` : '/forum',
    hal: `catatan/${office}/${seq}`,
    unit,
    wewenang: 'forum.lihat',
    ...more,
  })
  return { naskah, tell, kantor }
}

/** Whoever is to be there, each once; who only drafts in the office learns of it. */
const invited =
  (undangan: string, penasihat: string, jadwal: string): Rule =>
  (line, diundang) => {
    const { naskah, tell, kantor } = read(line)
    const asked = diundang[naskah]
    return [
      ...kantor.map((unit) => tell('TUGAS', undangan, ['KEPALA_PD'], { unit })),
      ...(asked ? [tell('TUGAS', penasihat, asked.penasihat), tell('TUGAS', undangan, asked.peran)] : []),
      ...kantor.map((unit) => tell('INFORMASI', jadwal, ['PENYUSUN'], { unit })),
    ]
  }

/** The decision on a paper is told as the step of that paper, so that nobody hears of it twice. */
export const FORUM_RULES: Readonly<Record<string, Rule>> = {
  'forum.jadwalkan': invited('undangan', 'undangan-saran', 'jadwal'),
  'forum.ubah-jadwal': invited('jadwal-ubah', 'jadwal-ubah', 'jadwal-ubah'),
  'forum.masukkan-naskah': (line, diundang) => {
    const { naskah, tell, kantor } = read(line)
    return [
      tell('TUGAS', 'naskah-masuk', diundang[naskah]?.penasihat ?? []),
      ...kantor.map((unit) => tell('INFORMASI', 'naskah-masuk', OFFICE, { unit })),
    ]
  },
  'forum.tidak-ada-saran': (line) => [read(line).tell('INFORMASI', 'saran-nihil', [...OFFICE, COLLECTOR])],
  'forum.jawab': (line) => {
    const adviser = typeof line.detail?.peran === 'string' ? [line.detail.peran] : []
    const hal = `${line.subject}/jawab/${dayInJakarta(new Date(line.at))}`
    return [read(line).tell('INFORMASI', 'saran-dijawab', [...OFFICE, COLLECTOR, ...adviser], { hal })]
  },
  'forum.tetapkan': (line) => {
    const { tell, kantor } = read(line)
    return [...kantor.map((unit) => tell('INFORMASI', 'notulen', OFFICE, { unit })), tell('INFORMASI', 'notulen', [COLLECTOR])]
  },
  'rencana-aksi.usulkan-perubahan': (line) => [
    { ...ofPerubahan(line), jenis: 'TUGAS', kalimat: 'perubahan-usul', peran: ['TIM_PENGELOLA_KINERJA'], ke: '/forum' },
  ],
  'rencana-aksi.putuskan-perubahan': (line) => {
    const of = ofPerubahan(line)
    const coordinators = { ...of, jenis: 'INFORMASI', peran: PENGOORDINASI_RA } as const
    return line.status === 'DISETUJUI'
      ? [
          { ...of, jenis: 'TUGAS', kalimat: 'perubahan-susun', peran: OFFICE },
          { ...coordinators, kalimat: 'perubahan-setuju' },
        ]
      : [{ ...coordinators, kalimat: 'perubahan-tolak', peran: [...OFFICE, ...PENGOORDINASI_RA] }]
  },
}

/** Who coordinates plans: the Subkoordinator gathers their drafts, BKD the final ones (Instruksi Sekda 4/2024, KESATU g and d.2). */
const PENGOORDINASI_RA = [COLLECTOR, 'BKD'] as const

function ofPerubahan({ subject, office, seq }: Baris) {
  const [, unit = '', tahun = ''] = subject.split('/')
  return {
    hal: `catatan/${office}/${seq}`,
    ke: `/rencana-aksi/${unit}/${tahun}`,
    tempat: { naskah: 'RA', tahun, unit },
    unit,
    wewenang: 'rencana-aksi.lihat-draf',
  }
}
