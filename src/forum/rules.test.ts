import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PERAN, WEWENANG } from '../peraturan/dki-jakarta/wewenang.ts'
import { WORKFLOW as AGREEMENT } from '../perjanjian-kinerja/workflow.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { courseOf, findStep } from '../platform/kernel/workflow.ts'
import { WORKFLOW as PLAN } from '../rencana-aksi/workflow.ts'
import { barisPk, barisRa } from './baris.ts'
import { type Hadir, JENIS_FORUM, STATUS_FORUM, type StatusForum } from './forum.ts'
import { refuseDiwakilkan, refuseJadwal, refuseJawaban, refuseKeputusan, refuseMulai, refuseStatus, refuseTutup } from './rules.ts'
import { DIUNDANG, inOrder, LANGKAH_KEPUTUSAN, PENASIHAT, WORKFLOW, wewenangOf, workflowOf } from './workflow.ts'

const jadwal = { tanggal: '2026-02-10', mulai: '09:00', selesai: '11:00', tempat: 'Balai Kota', agenda: 'PK' }
const hadir = (kehadiran: Hadir['kehadiran'], more: Partial<Hadir> = {}): Hadir => ({
  jabatan: 'kepala.dki.bkd',
  namaJabatan: 'Kepala BKD',
  nama: 'Chaidir',
  peran: ['KEPALA_PD', 'BKD'],
  kehadiran,
  wakil: kehadiran === 'DIWAKILI' ? 'Sekretaris Badan' : null,
  ...more,
})
const naskah = { naskah: 'x', keputusan: 'DISETUJUI' as const }

describe('the way of a forum', () => {
  test('goes from its schedule to its minutes, led by one role, and passes no state by', () => {
    for (const jenis of JENIS_FORUM) {
      assert.deepEqual(courseOf(workflowOf(jenis), { status: 'TERJADWAL', alasanRevisi: null }), [...STATUS_FORUM])
      for (const s of WORKFLOW[jenis]) {
        const lead = WEWENANG.filter((w) => w.act === wewenangOf(jenis, 'pimpin')).map((w) => w.peran)
        assert.deepEqual(lead, [...s.peran], 'the permission table names the same')
      }
    }
    const early = findStep(workflowOf('PENYUSUNAN'), { status: 'TERJADWAL', alasanRevisi: null }, { act: 'tutup' }, [
      'ASISTEN_SEKDA',
    ])
    assert.ok(isRefusal(early))
  })
  test('its decisions are steps of the papers’ own tables, which only the forum takes', () => {
    for (const table of [AGREEMENT, PLAN])
      for (const act of [...Object.values(LANGKAH_KEPUTUSAN), 'catat-saran']) {
        const step = table.find((s) => s.dari === 'FORUM' && s.act === act)
        assert.equal(step?.lewat, '/forum', act)
      }
  })
  test('who advises is who the papers’ tables let advise, and all are invited', () => {
    const advisers = Object.keys(PENASIHAT).sort()
    assert.deepEqual(advisers, [...AGREEMENT.find((s) => s.act === 'catat-saran')!.peran].sort())
    assert.deepEqual(
      advisers,
      WEWENANG.filter((w) => w.act === 'forum.saran')
        .map((w) => w.peran)
        .sort(),
    )
    for (const peran of advisers) assert.ok((DIUNDANG.PENYUSUNAN as readonly string[]).includes(peran), peran)
    for (const jenis of JENIS_FORUM) for (const peran of DIUNDANG[jenis]) assert.ok(PERAN.includes(peran), peran)
  })
  test('the head stands first in every list, then the roles as the Instruksi names them', () => {
    const list = [
      hadir('SENDIRI', { jabatan: 'c', peran: ['BIRO_ORB'] }),
      hadir('SENDIRI', { jabatan: 'b' }),
      hadir('SENDIRI', { jabatan: 'a', peran: ['INSPEKTUR'] }),
    ]
    assert.deepEqual(
      list.sort(inOrder('PENYUSUNAN')).map((h) => h.jabatan),
      ['b', 'a', 'c'],
    )
  })
})

describe('the schedule', () => {
  test('lies in the future, and ends after it begins', () => {
    assert.equal(refuseJadwal(jadwal, '2026-02-10'), undefined)
    assert.equal(refuseJadwal(jadwal, '2026-02-11')?.field, 'tanggal')
    assert.equal(refuseJadwal({ ...jadwal, selesai: '09:00' }, '2026-02-01')?.field, 'selesai')
  })
  test('a forum is opened on its day or later, not before', () => {
    assert.match(refuseMulai('2026-02-10', '2026-02-09')!.detail, /10 Februari 2026/)
    assert.equal(refuseMulai('2026-02-10', '2026-02-10'), undefined)
  })
  test('what belongs to a state is refused in every other, with the states in which it may be done', () => {
    const of = (status: StatusForum) => refuseStatus({ jenis: 'PENYUSUNAN', status }, 'TERJADWAL', 'BERLANGSUNG')
    assert.deepEqual(
      STATUS_FORUM.map((s) => of(s)?.refused),
      [undefined, undefined, 'TERSEGEL', 'TERSEGEL'],
    )
  })
})

describe('the head of the office comes in person (tanpa diwakilkan)', () => {
  test('a representative, an absence and a missing record are each refused with their words', () => {
    assert.equal(refuseDiwakilkan([hadir('SENDIRI')]), undefined)
    assert.match(refuseDiwakilkan([hadir('DIWAKILI')])!.detail, /Chaidir \(Kepala BKD\) hadir diwakili Sekretaris Badan/)
    assert.match(refuseDiwakilkan([hadir('TIDAK_HADIR')])!.detail, /tidak hadir/)
    assert.match(refuseDiwakilkan([])!.detail, /belum dicatat/)
    assert.ok(refuseDiwakilkan([hadir('SENDIRI', { peran: ['INSPEKTUR'] })]), 'somebody else does not stand for the head')
  })
  test('whoever acts in the office is its head on that day', () => {
    assert.equal(refuseDiwakilkan([hadir('SENDIRI', { nama: 'Pelaksana Tugas', namaJabatan: 'Plt. Kepala BKD' })]), undefined)
  })
  test('what is returned needs no presence, and what the quarterly forum approves neither', () => {
    const back = { naskah: 'x', keputusan: 'DIKEMBALIKAN' as const, alasan: 'Perbaiki.' }
    assert.equal(refuseKeputusan('PENYUSUNAN', null, back, []), undefined)
    assert.equal(refuseKeputusan('PENYUSUNAN', null, naskah, [])?.rule, 'Instruksi Sekda 4/2024, KESATU huruf f angka 2')
    assert.equal(refuseKeputusan('TRIWULANAN', null, naskah, []), undefined)
  })
})

describe('decisions', () => {
  test('are made once, with a reason for every no, and are those of the kind of forum', () => {
    const here = [hadir('SENDIRI')]
    assert.equal(refuseKeputusan('PENYUSUNAN', 'DISETUJUI', naskah, here)?.refused, 'BENTROK')
    assert.equal(refuseKeputusan('PENYUSUNAN', null, { ...naskah, keputusan: 'DIKEMBALIKAN', alasan: '' }, here)?.field, 'alasan')
    assert.equal(refuseKeputusan('PENYUSUNAN', null, { ...naskah, keputusan: 'DITOLAK', alasan: 'x' }, here)?.field, 'keputusan')
    assert.equal(
      refuseKeputusan('TRIWULANAN', null, { ...naskah, keputusan: 'DIKEMBALIKAN', alasan: 'x' }, here)?.field,
      'keputusan',
    )
  })
  test('the forum closes when it is known who was there and everything is decided', () => {
    const papers = [
      { judul: 'PK 2026', keputusan: 'DISETUJUI' as const },
      { judul: 'RA 2026', keputusan: null },
    ]
    assert.equal(refuseTutup(papers, [])?.field, 'hadir')
    assert.match(refuseTutup(papers, [1])!.detail, /Belum diputuskan: RA 2026/)
    assert.equal(refuseTutup(papers.slice(0, 1), [1]), undefined)
  })
})

test('an answer says why not, is sealed by the minutes that print it, and what was open then is still answered', () => {
  const open = { isi: 'Tambahkan mitigasi.', jawaban: null }
  const answered = { ...open, jawaban: 'DILAKSANAKAN' }
  const yes = { jawaban: 'DILAKSANAKAN' as const }
  assert.equal(refuseJawaban(open, 'BERLANGSUNG', { jawaban: 'TIDAK_DILAKSANAKAN' })?.field, 'alasan')
  assert.equal(refuseJawaban(answered, 'NOTULEN', yes), undefined)
  assert.equal(refuseJawaban(answered, 'DITETAPKAN', yes)?.refused, 'TERSEGEL')
  assert.equal(refuseJawaban(open, 'DITETAPKAN', yes), undefined)
  assert.equal(refuseJawaban({ isi: null, jawaban: null }, 'BERLANGSUNG', yes)?.refused, 'TIDAK_VALID')
})

test('a line is called as the paper prints it', () => {
  const sasaran = [{ id: 's', nomor: '1', uraian: 'S', indikator: [{ id: 'i', nomor: null, nama: 'IKM' }] }]
  assert.deepEqual(
    barisPk({ sasaran }).map((b) => b.letak),
    ['Sasaran 1', 'Sasaran 1, indikator'],
  )
  const output = [{ id: 'o', kode: 'T/O1.1.1', uraian: 'Laporan' }]
  const ra = [{ id: 'a', kode: 'RA1', uraian: 'x', kk: [{ id: 'k', kode: null, uraian: null, output }] }]
  assert.deepEqual(
    barisRa([{ id: 'i', nomor: '2', nama: 'IKM', ra }]).map((b) => b.letak),
    ['Indikator 2', 'Indikator 2, RA1', 'Indikator 2, tanpa kode', 'Indikator 2, T/O1.1.1'],
  )
})
