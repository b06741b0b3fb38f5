import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { WORKFLOW as STEPS_FORUM } from '../forum/workflow.ts'
import { LANGKAH } from '../pengukuran/workflow.ts'
import { PERAN } from '../peraturan/dki-jakarta/wewenang.ts'
import { WORKFLOW } from '../perjanjian-kinerja/workflow.ts'
import { WORKFLOW as STEPS_RA } from '../rencana-aksi/workflow.ts'
import { SENTENCES, sentenceOf } from './sentences.ts'
import { type Bahan, type ForumTugas, type Naskah, type Queue, quartersEnded, type Role, tugasOf } from './tugas.ts'

const JAKPUS = { unit: 'dki.jakpus', nama: 'Kota Administrasi Jakarta Pusat' }
const at = (unit: string, ...peran: string[]): Role[] => peran.map((p) => ({ peran: p, unit }))
const penyusun = at('dki.jakpus', 'PENYUSUN')
const kepala = at('dki.jakpus', 'KEPALA_PD')
const inspektur = at('dki.inspektorat', 'INSPEKTUR')
const bappeda = at('dki.bappeda', 'BAPPEDA')

const queue = (keadaan: Queue['keadaan'], more: Partial<Queue> = {}): Queue => ({
  ...JAKPUS,
  periode: '2024-TW2',
  keadaan,
  pemilik: null,
  jumlah: 12,
  kantor: 1,
  belumSelesai: 1,
  kode: 'IKL',
  ...more,
})
const agreement = (status: string, more: Partial<Naskah> = {}): Naskah => ({
  ...JAKPUS,
  tahun: 2024,
  status,
  alasanRevisi: null,
  jumlah: 1,
  ...more,
})
type Given = Partial<Omit<Bahan, 'kantor' | 'provinsi'>> & {
  kantor?: Partial<Bahan['kantor']>
  provinsi?: Partial<Bahan['provinsi']>
}
const given = (peran: Role[], { kantor, provinsi, ...more }: Given = {}) =>
  tugasOf({
    today: '2024-07-10',
    peran,
    langkah: { pengukuran: LANGKAH, pk: WORKFLOW, ra: STEPS_RA, forum: STEPS_FORUM },
    forum: [],
    usulan: 0,
    periode: [{ periode: '2024-TW2', status: 'TERBUKA', batas: '2024-07-15' }],
    belumDibuka: [],
    koordinatorKosong: 0,
    sandiSekaliPakai: 0,
    ...more,
    kantor: { antrean: [], dikembalikan: [], pk: [], ra: [], tanpaPk: [], tanpaRa: [], ...kantor },
    provinsi: { antrean: [], pk: [], ra: [], ...provinsi },
  })
const said = ({ isi, menunggu }: ReturnType<typeof tugasOf>) => ({
  isi: isi.map(sentenceOf),
  menunggu: menunggu.map((t) => `${t.menunggu}: ${sentenceOf(t)}`),
})

describe('results of a quarter', () => {
  test('what is not filled in is for the penyusun, with the deadline of the period', () => {
    const { isi } = given(penyusun, { kantor: { antrean: [queue('KOSONG')] } })
    assert.deepEqual(isi.map(sentenceOf), ['Realisasi Triwulan II 2024 belum diisi untuk 12 indikator. Batas 15 Juli 2024.'])
    assert.equal(isi[0]!.ke, '/pengukuran/dki.jakpus/2024/IKL?triwulan=TW2')
    assert.equal(isi[0]!.terlambat, false)
  })
  test('one is named', () => {
    const { isi } = given(penyusun, { kantor: { antrean: [queue('KOSONG', { jumlah: 1 })] } })
    assert.equal(sentenceOf(isi[0]!), 'Realisasi IKL Triwulan II 2024 belum diisi. Batas 15 Juli 2024.')
  })
  test('the head sees that it waits for the penyusun, and validates what was submitted', () => {
    const antrean = [queue('KOSONG'), queue('DIAJUKAN', { jumlah: 2 })]
    assert.deepEqual(said(given(kepala, { kantor: { antrean } })), {
      isi: ['2 indikator Triwulan II 2024 perlu divalidasi. Batas 15 Juli 2024.'],
      menunggu: ['PENYUSUN: Realisasi Triwulan II 2024 belum diisi untuk 12 indikator. Batas 15 Juli 2024.'],
    })
  })
  test('each state waits for the role of its step', () => {
    const antrean = (['DRAF', 'DIAJUKAN', 'DIVALIDASI_ATASAN', 'TERVERIFIKASI'] as const).map((k) => queue(k))
    const { isi, menunggu } = given(penyusun, { kantor: { antrean } })
    assert.deepEqual(
      isi.map((t) => t.jenis),
      ['ajukan'],
    )
    assert.deepEqual(
      menunggu.map((t) => t.menunggu),
      ['KEPALA_PD', 'INSPEKTUR', 'BAPPEDA'],
    )
  })
  test('the owner of the data verifies; the inspektur only what has no owner', () => {
    const antrean = [queue('DIVALIDASI_ATASAN'), queue('DIVALIDASI_ATASAN', { pemilik: 'dki.bpkd', jumlah: 3, kantor: 3 })]
    const owner = given(at('dki.bpkd', 'PEMILIK_DATA'), { provinsi: { antrean } })
    assert.deepEqual(
      owner.isi.map((t) => t.jumlah),
      [3],
    )
    assert.equal(owner.isi[0]!.unit, null)
    assert.deepEqual(
      given(inspektur, { provinsi: { antrean } }).isi.map((t) => t.jumlah),
      [12],
    )
    assert.deepEqual(given(at('dki.bpsdm', 'PEMILIK_DATA'), { provinsi: { antrean } }).isi, [])
  })
  test('what was returned shows its reason; many are one line', () => {
    const one = (kode: string) => ({ ...JAKPUS, kode, periode: '2024-TW2', catatan: `Bukti ${kode} tidak terbaca.` })
    const few = given(penyusun, { kantor: { dikembalikan: [one('IKL')] } }).isi
    assert.equal(few[0]!.catatan, 'Bukti IKL tidak terbaca.')
    const many = given(penyusun, { kantor: { dikembalikan: ['IKL', 'IKM', 'IEK', 'NKA'].map(one) } }).isi
    assert.deepEqual(many.map(sentenceOf), ['Realisasi 4 indikator Triwulan II 2024 diminta diperbaiki. Batas 15 Juli 2024.'])
  })
  test('late ones stand first, then the nearest deadline, then what has none', () => {
    const periode = [
      { periode: '2024-TW1', status: 'TERBUKA', batas: '2024-04-15' },
      { periode: '2024-TW2', status: 'TERBUKA', batas: '2024-07-15' },
    ]
    const antrean = [queue('KOSONG', { periode: '2024-TW3' }), queue('KOSONG'), queue('DRAF', { periode: '2024-TW1' })]
    const { isi } = given(penyusun, { periode, kantor: { antrean } })
    assert.deepEqual(
      isi.map((t) => [t.periode, t.terlambat]),
      [
        ['2024-TW1', true],
        ['2024-TW2', false],
        ['2024-TW3', false],
      ],
    )
  })
  test('the day of the deadline is not late, the day after is', () => {
    const kantor = { antrean: [queue('KOSONG')] }
    assert.equal(given(penyusun, { today: '2024-07-15', kantor }).isi[0]!.terlambat, false)
    assert.equal(given(penyusun, { today: '2024-07-16', kantor }).isi[0]!.terlambat, true)
  })
})

describe('periods', () => {
  test('whoever locks opens what has ended, and closes what is past its day, knowing how many are behind', () => {
    const antrean = [queue('KOSONG', { jumlah: 40, kantor: 7, belumSelesai: 8 }), queue('DRAF', { kantor: 2, belumSelesai: 8 })]
    assert.deepEqual(said(given(bappeda, { today: '2024-07-16', belumDibuka: ['2024-TW1'], provinsi: { antrean } })).isi, [
      'Triwulan II 2024 perlu ditutup: 8 perangkat daerah belum selesai mengisi. Batas 15 Juli 2024.',
      'Triwulan I 2024 belum dibuka untuk pengisian.',
    ])
    assert.deepEqual(given(penyusun, { today: '2024-07-16', belumDibuka: ['2024-TW1'] }).isi, [])
  })
  test('where all have filled in, it says so', () => {
    const { isi } = given(bappeda, { today: '2024-07-16' })
    assert.equal(sentenceOf(isi[0]!), 'Triwulan II 2024 perlu ditutup: semua perangkat daerah sudah mengisi. Batas 15 Juli 2024.')
  })
  test('a quarter is to be filled in when it has ended; in the first quarter it is the last of the year before', () => {
    assert.deepEqual(quartersEnded('2024-03-31'), ['2023-TW4'])
    assert.deepEqual(quartersEnded('2024-04-01'), ['2024-TW1'])
    assert.deepEqual(quartersEnded('2024-12-31'), ['2024-TW1', '2024-TW2', '2024-TW3'])
  })
})

describe('agreements and plans', () => {
  test('a draft with findings is mended by the office; without any it waits for its head', () => {
    const draft = (temuan: number) => ({ kantor: { pk: [agreement('DRAFT', { temuan })] } })
    assert.deepEqual(said(given(penyusun, draft(3))).isi, ['Draf Perjanjian Kinerja 2024 punya 3 temuan yang perlu diperbaiki.'])
    assert.deepEqual(said(given(penyusun, draft(0))).menunggu, ['KEPALA_PD: Perjanjian Kinerja 2024: ajukan.'])
    assert.deepEqual(said(given(kepala, draft(0))).isi, ['Perjanjian Kinerja 2024: ajukan.'])
  })
  test('an agreement signed by the head waits for the governor, who sees all of them in one line', () => {
    const gubernur = at('dki', 'GUBERNUR')
    const pk = [agreement('TTD_P1', { jumlah: 42 })]
    assert.deepEqual(said(given(gubernur, { provinsi: { pk } })).isi, ['42 Perjanjian Kinerja 2024: tanda tangani.'])
    assert.deepEqual(said(given(penyusun, { kantor: { pk: [agreement('TTD_P1')] } })).menunggu, [
      'GUBERNUR: Perjanjian Kinerja 2024: tanda tangani.',
    ])
  })
  test('a plan goes the same way, and to BKD itself', () => {
    const ra = (status: string) => ({ kantor: { ra: [agreement(status)] } })
    assert.deepEqual(said(given(kepala, ra('DRAFT'))).isi, ['Rencana Aksi 2024: ajukan.'])
    assert.deepEqual(said(given(kepala, ra('HASIL_FORUM'))).menunggu, ['SUBKOORDINATOR: Rencana Aksi 2024: sampaikan ke bkd.'])
    assert.deepEqual(said(given(kepala, ra('DIHIMPUN_BKD'))).isi, ['Rencana Aksi 2024: tanda tangani.'])
    assert.deepEqual(said(given(at('dki', 'GUBERNUR'), { provinsi: { ra: [agreement('TTD_PEMILIK', { jumlah: 3 })] } })).isi, [
      '3 Rencana Aksi 2024: tanda tangani.',
    ])
  })
  test('a head of another office signs nothing here', () => {
    const other = at('dki.bkd', 'KEPALA_PD')
    assert.deepEqual(given(other, { provinsi: { pk: [agreement('PROSES_TTD_BKD')] } }).isi, [])
  })
  test('what nobody has begun is said, with the rule for its day', () => {
    const { isi } = given(penyusun, { kantor: { tanpaPk: [JAKPUS] } })
    assert.equal(sentenceOf(isi[0]!), 'Perjanjian Kinerja 2024 belum disusun. Batasnya satu bulan setelah DPA disahkan.')
    assert.equal(isi[0]!.ke, '/perjanjian-kinerja/dki.jakpus/2024')
  })
})

describe('forums', () => {
  const forum = (more: Partial<ForumTugas> = {}): ForumTugas => ({
    ...JAKPUS,
    id: 'f',
    jenis: 'PENYUSUNAN',
    periode: '2024',
    status: 'TERJADWAL',
    tanggal: '2024-07-12',
    sudah: [],
    belumDiputus: 2,
    belumDijawab: 0,
    ...more,
  })
  test('an adviser is asked until the role has advised or said that it has nothing to', () => {
    assert.deepEqual(said(given(inspektur, { forum: [forum()] })).isi, [
      'Forum penyusunan 2024 menunggu saran Anda. Batas 12 Juli 2024.',
    ])
    assert.deepEqual(given(inspektur, { forum: [forum({ sudah: ['INSPEKTUR'] })] }).isi, [])
    assert.deepEqual(given(bappeda, { forum: [forum({ sudah: ['INSPEKTUR'] })] }).isi.length, 1)
    assert.deepEqual(given(penyusun, { forum: [forum()] }).isi, [])
    assert.deepEqual(said(given(inspektur, { forum: ['a', 'b', 'c', 'd'].map((id) => forum({ id })) })).isi, [
      '4 forum penyusunan 2024 menunggu saran Anda. Batas 12 Juli 2024.',
    ])
  })
  test('its leader opens it on its day; advising and approving are no tasks of each paper', () => {
    const asisten = at('dki', 'ASISTEN_SEKDA')
    assert.deepEqual(given(asisten, { forum: [forum()], provinsi: { pk: [agreement('FORUM')] } }).isi, [])
    assert.deepEqual(said(given(asisten, { today: '2024-07-12', forum: [forum()] })).isi, [
      'Forum 2024: buka forum. Batas 12 Juli 2024.',
    ])
    assert.deepEqual(given(inspektur, { provinsi: { pk: [agreement('FORUM')] } }).isi, [])
  })
  test('the office answers its advice, also after the minutes', () => {
    assert.deepEqual(said(given(kepala, { forum: [forum({ status: 'DITETAPKAN', belumDiputus: 0, belumDijawab: 2 })] })).isi, [
      '2 saran forum 2024 belum dijawab.',
    ])
  })
  test('proposals that no quarterly forum has taken up wait for the team of the province', () => {
    assert.deepEqual(said(given(at('dki', 'TIM_PENGELOLA_KINERJA'), { usulan: 3 })).isi, [
      '3 usulan perubahan Rencana Aksi menunggu Forum Kinerja Triwulanan.',
    ])
    assert.deepEqual(given(bappeda, { usulan: 3 }).isi, [])
  })
})

test('vacant positions that coordinate others are for the administrator to fill', () => {
  assert.deepEqual(said(given(at('sistem', 'ADMINISTRATOR'), { koordinatorKosong: 2 })).isi, [
    '2 jabatan yang mengoordinasikan Perangkat Daerah kosong. Tugaskan pemegang atau Plt.-nya.',
  ])
  assert.deepEqual(given(kepala, { koordinatorKosong: 2 }).isi, [])
})

test('one-time passwords are for the administrator', () => {
  assert.deepEqual(said(given(at('sistem', 'ADMINISTRATOR'), { sandiSekaliPakai: 12 })).isi, [
    '12 akun belum mengganti kata sandi sekali pakai.',
  ])
  assert.deepEqual(given(kepala, { sandiSekaliPakai: 12 }).isi, [])
})

test('nothing due is an empty list for every role', () => {
  for (const peran of PERAN) assert.deepEqual(given(at('dki.jakpus', peran)), { isi: [], menunggu: [] }, peran)
})

test('both languages name the same things', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
  for (const [key, text] of Object.entries(SENTENCES.id)) assert.deepEqual(places(SENTENCES.en[key as never]), places(text), key)
})

describe('the deadline of agreement and plan', () => {
  const tanpaPk = [JAKPUS]
  const on = (today: string, more: Given = {}) => given(penyusun, { today, kantor: { tanpaPk }, ...more }).isi[0]!
  const batasNaskah = new Map([['dki.jakpus 2024', '2024-02-02']])
  test('is said once the day of the DPA is recorded, and late after it', () => {
    assert.equal(on('2024-01-20', { batasNaskah }).batas, '2024-02-02')
    assert.deepEqual([on('2024-02-02', { batasNaskah }).terlambat, on('2024-02-03', { batasNaskah }).terlambat], [false, true])
  })
  test('without that day nothing is late', () => {
    assert.deepEqual([on('2024-12-31').batas, on('2024-12-31').terlambat], [null, false])
  })
  test('a revision has none', () => {
    const pk = [agreement('DRAFT', { alasanRevisi: 'GANTI_PEJABAT' })]
    assert.equal(given(kepala, { today: '2024-06-01', batasNaskah, kantor: { pk } }).isi[0]!.batas, null)
  })
})
