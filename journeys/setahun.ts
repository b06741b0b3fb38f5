// The year of the Instruksi Sekda 4/2024 as a story: who does what on which day, for two offices. It is played through the HTTP
// app (`setahun.test.ts`) and in a browser (`browser/setahun.browser.ts`).

export type Kantor = {
  readonly unit: string
  readonly nama: string
  readonly penyusun: string
  readonly kepala: string
  /** Two indicators of its dictionary. */
  readonly indikator: readonly [string, string]
}
export const KANTOR: readonly [Kantor, Kantor] = [
  {
    unit: 'dki.bkd',
    nama: 'Badan Kepegawaian Daerah',
    penyusun: 'penyusun.bkd',
    kepala: 'kepala.bkd',
    indikator: ['MR', 'KOMBEL'],
  },
  {
    unit: 'dki.jakpus',
    nama: 'Kota Administrasi Jakarta Pusat',
    penyusun: 'penyusun.jakpus',
    kepala: 'walikota.jakpus',
    indikator: ['MR', 'KM'],
  },
]

export type Naskah = 'PK' | 'RA'
type Langkah = 'ajukan' | 'sampaikan' | 'serahkan' | 'publikasi' | 'tanda-tangan'
type Perbuatan =
  | { readonly buat: 'susun' }
  | { readonly buat: 'langkah'; readonly act: Langkah; readonly naskah: readonly Naskah[]; readonly menjadi: string }
  | { readonly buat: 'jadwalkan' | 'mulai' | 'hadir' | 'tutup' | 'tetapkan' }
  | { readonly buat: 'saran'; readonly naskah: Naskah; readonly isi: string }
  | { readonly buat: 'tanpa-saran' }
  | { readonly buat: 'jawab'; readonly alasan: string }
  | { readonly buat: 'putuskan'; readonly keputusan: 'DISETUJUI' | 'DIKEMBALIKAN'; readonly alasan?: string }
  /** The target of the first indicator for TW II and III. */
  | { readonly buat: 'perbaiki'; readonly tw3: string }
  | { readonly buat: 'revisi'; readonly dasar: string; readonly tw3: string }
  | { readonly buat: 'usulkan'; readonly triwulan: string; readonly uraian: string }
  | { readonly buat: 'susun-perubahan' }
export type NamaPerbuatan = Perbuatan['buat']

export type Babak = {
  /** Month and day of the year of the story. */
  readonly hari: string
  /** An account, or who it is in each office. */
  readonly oleh: string | 'penyusun' | 'kepala'
  readonly kalimat: string
  /** Once for both offices, where somebody acts for all at a time. */
  readonly sekali?: true
  readonly perbuatan: Perbuatan
}

const SUBKOORDINATOR = 'biro.pemerintahan'
const ASISTEN = 'asisten.pemerintahan'
const TIM = 'tim.kinerja'
const KEDUANYA: readonly Naskah[] = ['PK', 'RA']

const langkah = (act: Langkah, naskah: readonly Naskah[], menjadi: string): Perbuatan => ({ buat: 'langkah', act, naskah, menjadi })
const babak = (hari: string, oleh: string, kalimat: string, perbuatan: Perbuatan): Babak => ({ hari, oleh, kalimat, perbuatan })
const sekali = (b: Babak): Babak => ({ ...b, sekali: true })

const sidang = (hari: string, pimpinan: string, keputusan: Perbuatan, kalimat: string): readonly Babak[] => [
  babak(hari, pimpinan, 'membuka forum', { buat: 'mulai' }),
  babak(hari, pimpinan, 'mencatat siapa yang hadir; kepala hadir tanpa diwakilkan', { buat: 'hadir' }),
  babak(hari, pimpinan, kalimat, keputusan),
  babak(hari, pimpinan, 'menutup forum', { buat: 'tutup' }),
  babak(hari, pimpinan, 'menetapkan notulen', { buat: 'tetapkan' }),
]

export const CERITA: readonly Babak[] = [
  babak('02-03', 'penyusun', 'menyusun draf Perjanjian Kinerja dan Rencana Aksi', { buat: 'susun' }),
  babak('02-03', 'kepala', 'mengajukan keduanya', langkah('ajukan', KEDUANYA, 'DIHIMPUN')),
  babak('02-03', SUBKOORDINATOR, 'menjadwalkan forum', { buat: 'jadwalkan' }),
  babak('02-10', 'inspektur', 'memberi saran mitigasi risiko pada satu indikator', {
    buat: 'saran',
    naskah: 'PK',
    isi: 'Sebutkan mitigasi risikonya.',
  }),
  babak('02-10', 'bappeda', 'memberi saran tahapan kunci pada Rencana Aksi', {
    buat: 'saran',
    naskah: 'RA',
    isi: 'Tahapan kunci triwulan III belum tampak.',
  }),
  babak('02-10', 'biro.orb', 'menyatakan tidak ada saran', { buat: 'tanpa-saran' }),
  ...sidang(
    '02-10',
    ASISTEN,
    { buat: 'putuskan', keputusan: 'DIKEMBALIKAN', alasan: 'Target triwulan III belum ditetapkan.' },
    'mengembalikan keduanya untuk diperbaiki',
  ),
  babak('02-12', 'penyusun', 'menjawab setiap saran', { buat: 'jawab', alasan: 'Sudah ditambahkan.' }),
  babak('02-12', 'penyusun', 'menetapkan target triwulan III', { buat: 'perbaiki', tw3: '60' }),
  babak('02-12', 'kepala', 'mengajukan lagi', langkah('ajukan', KEDUANYA, 'DIHIMPUN')),
  babak('02-12', SUBKOORDINATOR, 'menjadwalkan forum kedua', { buat: 'jadwalkan' }),
  ...sidang('02-17', ASISTEN, { buat: 'putuskan', keputusan: 'DISETUJUI' }, 'menyetujui keduanya'),
  babak('02-17', SUBKOORDINATOR, 'menyampaikan konsep final PK', langkah('sampaikan', ['PK'], 'KONSEP_FINAL_BIRO_ORB')),
  babak('02-17', SUBKOORDINATOR, 'menyampaikan RA kepada BKD', langkah('sampaikan', ['RA'], 'DIHIMPUN_BKD')),
  babak('02-18', 'biro.orb', 'menyerahkan PK kepada BKD', langkah('serahkan', ['PK'], 'PROSES_TTD_BKD')),
  babak('02-19', 'kepala', 'menandatangani PK', langkah('tanda-tangan', ['PK'], 'TTD_P1')),
  sekali(babak('02-20', 'gubernur', 'menandatangani PK kedua kantor sekaligus', langkah('tanda-tangan', ['PK'], 'DITETAPKAN'))),
  babak('02-20', 'kepala', 'menandatangani RA', langkah('tanda-tangan', ['RA'], 'TTD_PEMILIK')),
  sekali(babak('02-20', 'gubernur', 'menandatangani RA kedua kantor sekaligus', langkah('tanda-tangan', ['RA'], 'DITETAPKAN'))),
  babak('02-23', 'kepala', 'memublikasikan keduanya', langkah('publikasi', KEDUANYA, 'DIPUBLIKASI')),
  babak('04-02', 'penyusun', 'menyusun revisi PK: target dinaikkan atas instruksi', {
    buat: 'revisi',
    dasar: 'Instruksi Sekretaris Daerah tentang penyesuaian target',
    tw3: '75',
  }),
  babak('04-02', 'kepala', 'mengajukan revisi', langkah('ajukan', ['PK'], 'DIHIMPUN')),
  babak('04-02', SUBKOORDINATOR, 'menyampaikannya tanpa forum', langkah('sampaikan', ['PK'], 'KONSEP_FINAL_BIRO_ORB')),
  babak('04-03', 'biro.orb', 'menyerahkannya kepada BKD', langkah('serahkan', ['PK'], 'PROSES_TTD_BKD')),
  babak('04-03', 'kepala', 'menandatangani revisi', langkah('tanda-tangan', ['PK'], 'TTD_P1')),
  sekali(babak('04-06', 'gubernur', 'menandatangani revisi kedua kantor', langkah('tanda-tangan', ['PK'], 'DITETAPKAN'))),
  babak('04-13', 'penyusun', 'mengusulkan perubahan RA untuk triwulan III atas arahan pimpinan', {
    buat: 'usulkan',
    triwulan: 'TW3',
    uraian: 'Arahan pimpinan: pelaksanaan triwulan III diperluas.',
  }),
  sekali(babak('04-13', TIM, 'menjadwalkan Forum Kinerja Triwulan I', { buat: 'jadwalkan' })),
  ...sidang('04-15', TIM, { buat: 'putuskan', keputusan: 'DISETUJUI' }, 'menyetujui usulan kedua kantor').map(sekali),
  babak('04-16', 'penyusun', 'menyusun perubahan RA yang disetujui', { buat: 'susun-perubahan' }),
  babak('04-16', 'kepala', 'mengajukan perubahan RA', langkah('ajukan', ['RA'], 'DIHIMPUN')),
  babak('04-16', SUBKOORDINATOR, 'menyampaikannya kepada BKD', langkah('sampaikan', ['RA'], 'DIHIMPUN_BKD')),
  babak('04-17', 'kepala', 'menandatangani perubahan RA', langkah('tanda-tangan', ['RA'], 'TTD_PEMILIK')),
  sekali(babak('04-20', 'gubernur', 'menandatangani perubahan RA kedua kantor', langkah('tanda-tangan', ['RA'], 'DITETAPKAN'))),
]

/** Who acts, for this office. */
export const pelakuOf = ({ oleh }: Babak, kantor: Kantor): string =>
  oleh === 'penyusun' || oleh === 'kepala' ? kantor[oleh] : oleh

/** Every scene in its order, with the offices it is for: each in turn, or both at once. */
export function* adegan(): Generator<{ readonly babak: Babak; readonly kantor: readonly Kantor[] }> {
  for (const b of CERITA) {
    if (b.sekali) yield { babak: b, kantor: KANTOR }
    else for (const kantor of KANTOR) yield { babak: b, kantor: [kantor] }
  }
}

/** `10 Februari, kepala Badan Kepegawaian Daerah menandatangani PK`, as the name of a test. */
export function judulOf(b: Babak, kantor: readonly Kantor[]): string {
  const siapa = b.oleh === 'penyusun' || b.oleh === 'kepala' ? `${b.oleh} ${kantor[0]!.nama}` : b.oleh
  const untuk = b.oleh === 'penyusun' || b.oleh === 'kepala' || kantor.length > 1 ? '' : ` (${kantor[0]!.nama})`
  return `${b.hari} ${siapa} ${b.kalimat}${untuk}`
}
