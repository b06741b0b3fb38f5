import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DIUNDANG as ASKED, PENASIHAT } from '../forum/workflow.ts'
import { PERAN } from '../peraturan/dki-jakarta/wewenang.ts'
import { WORKFLOW_PK } from '../perjanjian-kinerja/workflow.ts'
import { SISTEM } from '../platform/kernel/context.ts'
import type { Workflow } from '../platform/kernel/workflow.ts'
import { WORKFLOW_RA } from '../rencana-aksi/workflow.ts'
import type { Baris, Diundang } from './baris.ts'
import { nextAttempt, type Papers, type Pemegang, penerima, untukOf } from './rules.ts'
import { NASKAH, SENTENCES, sentenceOf } from './sentences.ts'
import { suratOf } from './surat.ts'

const PAPERS: Papers = {
  'perjanjian-kinerja': {
    naskah: 'PK',
    workflow: WORKFLOW_PK as Workflow<string>,
    page: '/perjanjian-kinerja',
    wewenang: 'perjanjian-kinerja.lihat-draf',
  },
  'rencana-aksi': {
    naskah: 'RA',
    workflow: WORKFLOW_RA as Workflow<string>,
    page: '/rencana-aksi',
    wewenang: 'rencana-aksi.lihat-draf',
  },
}
const DIUNDANG: Diundang = {
  PENYUSUNAN: { peran: ASKED.PENYUSUNAN, penasihat: Object.keys(PENASIHAT) },
  TRIWULANAN: { peran: ASKED.TRIWULANAN, penasihat: [] },
}
const line = (act: string, status: string | null, more: Partial<Baris> = {}): Baris => ({
  office: 'dki.bkd',
  seq: '7',
  at: '2026-01-20T03:00:00.000Z',
  actor: 'somebody',
  act,
  subject: `${act.split('.')[0]}/dki.bkd/2026/1`,
  status,
  detail: null,
  ...more,
})
const HOLDERS: readonly Pemegang[] = PERAN.flatMap((peran) => [
  { akun: `${peran}@bkd`, peran, unit: 'dki.bkd' },
  { akun: `${peran}@lain`, peran, unit: 'dki.lain' },
])
const told = (l: Baris, holders = HOLDERS, may = () => true) =>
  new Map(
    penerima(untukOf(l, PAPERS, DIUNDANG), holders, l.actor, may).map(({ akun, kabar }) => [
      akun,
      `${kabar.jenis} ${kabar.kalimat}`,
    ]),
  )

describe('the way of an agreement', () => {
  test('what is submitted waits for the Subkoordinator; the office hears that it moved', () => {
    const all = told(line('perjanjian-kinerja.ajukan', 'DIHIMPUN'))
    assert.equal(all.get('SUBKOORDINATOR@lain'), 'TUGAS giliran')
    assert.equal(all.get('PENYUSUN@bkd'), 'INFORMASI maju')
    assert.equal(all.has('PENYUSUN@lain'), false)
    assert.equal(all.has('GUBERNUR@lain'), false)
  })
  test('what is returned is for the office to mend, and nobody else is told', () => {
    const all = told(line('perjanjian-kinerja.kembalikan', 'DRAFT'))
    assert.deepEqual([...all].sort(), [
      ['KEPALA_PD@bkd', 'TUGAS kembali'],
      ['PENYUSUN@bkd', 'TUGAS kembali'],
    ])
  })
  test('the first signature waits for the head of that office, the second for the Gubernur', () => {
    assert.equal(told(line('perjanjian-kinerja.serahkan', 'PROSES_TTD_BKD')).get('KEPALA_PD@bkd'), 'TUGAS giliran')
    assert.equal(told(line('perjanjian-kinerja.serahkan', 'PROSES_TTD_BKD')).has('KEPALA_PD@lain'), false)
    assert.equal(told(line('perjanjian-kinerja.tanda-tangan', 'TTD_P1')).get('GUBERNUR@lain'), 'TUGAS giliran')
  })
  test('in force it waits for nobody; advice and changed cells make no tasks', () => {
    assert.deepEqual([...new Set(told(line('perjanjian-kinerja.tanda-tangan', 'DITETAPKAN')).values())], ['INFORMASI ditetapkan'])
    assert.deepEqual([...new Set(told(line('perjanjian-kinerja.catat-saran', 'FORUM')).values())], ['INFORMASI saran-masuk'])
    assert.equal(told(line('perjanjian-kinerja.isi-target', 'DRAFT')).size, 0)
    assert.equal(told(line('perjanjian-kinerja.impor', 'DITETAPKAN')).size, 0)
  })
  test('every state but the last ends up with somebody who is asked, in every workflow', () => {
    for (const [room, { workflow }] of Object.entries(PAPERS))
      for (const s of workflow.table) {
        if (
          s.ke === s.dari ||
          s.ke === workflow.awal ||
          s.act === 'publikasi' ||
          // What a forum takes in, its invitation tells.
          (s.lewat && s.ke === 'FORUM') ||
          s.peran.includes('SISTEM') ||
          s.ke === 'DITETAPKAN'
        )
          continue
        const tasks = untukOf(line(`${room}.${s.act}`, s.ke), PAPERS, DIUNDANG).filter((u) => u.jenis === 'TUGAS')
        assert.ok(tasks.length > 0, `${room}.${s.act} → ${s.ke}`)
        assert.ok(tasks.every((u) => u.peran.length > 0))
      }
  })
})

describe('a forum', () => {
  const forum = (act: string, detail: object = {}, more: Partial<Baris> = {}) =>
    line(`forum.${act}`, 'TERJADWAL', {
      subject: 'forum/dki.bkd/2026/1',
      detail: { id: 'f1', kantor: ['dki.bkd'], tanggal: '2026-02-10', mulai: '09:00', ...detail },
      ...more,
    })
  test('invites every role it asks to come: the head in person, advisers for their advice; no other office', () => {
    const all = told(forum('jadwalkan'))
    for (const peran of ASKED.PENYUSUNAN)
      assert.equal(all.get(`${peran}@lain`), `TUGAS undangan${peran in PENASIHAT ? '-saran' : ''}`, peran)
    assert.equal(all.get('KEPALA_PD@bkd'), 'TUGAS undangan')
    assert.equal(all.get('PENYUSUN@bkd'), 'INFORMASI jadwal')
    assert.equal(all.has('KEPALA_PD@lain'), false)
  })
  test('the papers it takes in and decides are told once, by one of the two lines', () => {
    for (const room of ['perjanjian-kinerja', 'rencana-aksi']) {
      assert.equal(told(line(`${room}.jadwalkan-forum`, 'FORUM')).size, 0)
      assert.equal(told(line(`${room}.setujui-forum`, 'HASIL_FORUM')).get('KEPALA_PD@bkd'), 'INFORMASI maju')
      assert.equal(told(line(`${room}.kembalikan`, 'DRAFT')).get('KEPALA_PD@bkd'), 'TUGAS kembali')
    }
    assert.equal(told(forum('putuskan', { keputusan: 'DISETUJUI' })).size, 0)
  })
  test('advice, once a day however many lines, is told to the office and to who gathers it; so is its answer', () => {
    const given = line('rencana-aksi.catat-saran', 'FORUM')
    assert.deepEqual(
      ['KEPALA_PD@bkd', 'SUBKOORDINATOR@lain'].map((akun) => told(given).get(akun)),
      ['INFORMASI saran-masuk', 'INFORMASI saran-masuk'],
    )
    const hal = (l: Baris) => untukOf(l, PAPERS, DIUNDANG)[0]!.hal
    assert.equal(hal(given), hal({ ...given, seq: '8' }))
    const answered = forum('jawab', { peran: 'INSPEKTUR', saran: 's1', jawaban: 'DILAKSANAKAN' })
    assert.deepEqual([...new Set(told(answered).values())], ['INFORMASI saran-dijawab'])
    for (const akun of ['KEPALA_PD@bkd', 'SUBKOORDINATOR@lain', 'INSPEKTUR@lain']) assert.ok(told(answered).has(akun), akun)
    assert.equal(told(answered).has('BAPPEDA@lain'), false)
    assert.notEqual(hal(answered), hal({ ...answered, at: '2026-01-20T17:30:00.000Z' }), 'the day is that of Jakarta')
  })
  test('minutes are told to the offices that were discussed', () => {
    const minutes = forum('tetapkan', {}, { status: 'DITETAPKAN' })
    assert.equal(told(minutes).get('KEPALA_PD@bkd'), 'INFORMASI notulen')
    assert.equal(told(minutes).has('KEPALA_PD@lain'), false)
  })
  test('the quarterly one invites the head of each office that proposed a change', () => {
    const all = told(forum('jadwalkan', { kantor: ['dki.bkd', 'dki.lain'] }, { subject: 'forum/dki/2026-TW1/1', office: 'dki' }))
    assert.deepEqual(
      ['KEPALA_PD@bkd', 'KEPALA_PD@lain', 'TIM_PENGELOLA_KINERJA@bkd', 'BAPPEDA@lain', 'SUBKOORDINATOR@lain'].map((a) =>
        all.get(a),
      ),
      ['TUGAS undangan', 'TUGAS undangan', 'TUGAS undangan', 'TUGAS undangan', undefined],
    )
  })
  test('its decision on a change is told to the office and to who coordinates plans; a proposal to who decides it', () => {
    const decided = (status: string) => told(line('rencana-aksi.putuskan-perubahan', status, { detail: { perubahan: 'p1' } }))
    assert.equal(decided('DISETUJUI').get('PENYUSUN@bkd'), 'TUGAS perubahan-susun')
    assert.equal(decided('DITOLAK').get('PENYUSUN@bkd'), 'INFORMASI perubahan-tolak')
    for (const akun of ['SUBKOORDINATOR@lain', 'BKD@lain']) {
      assert.equal(decided('DISETUJUI').get(akun), 'INFORMASI perubahan-setuju')
      assert.equal(decided('DITOLAK').get(akun), 'INFORMASI perubahan-tolak')
    }
    assert.equal(decided('DISETUJUI').has('KEPALA_PD@lain'), false)
    assert.deepEqual(
      [...told(line('rencana-aksi.usulkan-perubahan', 'USULAN')).values()],
      ['TUGAS perubahan-usul', 'TUGAS perubahan-usul'],
    )
  })
})

describe('who is told', () => {
  const submitted = line('perjanjian-kinerja.ajukan', 'DIHIMPUN')
  test('never who acted', () => {
    assert.equal(told({ ...submitted, actor: 'PENYUSUN@bkd' }).has('PENYUSUN@bkd'), false)
  })
  test('nobody who may not see it', () => {
    assert.equal(told(submitted, HOLDERS, () => false).size, 0)
  })
  test('once, by the more important of two roles', () => {
    const both = [
      { akun: 'satu', peran: 'KEPALA_PD', unit: 'dki.bkd' },
      { akun: 'satu', peran: 'SUBKOORDINATOR', unit: 'dki.bkd' },
    ]
    assert.deepEqual([...told(submitted, both)], [['satu', 'TUGAS giliran']])
  })
  test('of Asisten and Subkoordinator the one who is said to coordinate the office; where nobody is, all', () => {
    const biros = ['a', 'b'].map((jabatan) => ({ akun: jabatan, peran: 'SUBKOORDINATOR', unit: 'dki', jabatan }))
    const to = (koordinator: ReadonlyMap<string, string>) =>
      penerima(untukOf(submitted, PAPERS, DIUNDANG), biros, 'x', () => true, koordinator).map((k) => k.akun)
    assert.deepEqual(to(new Map([['SUBKOORDINATOR dki.bkd', 'b']])), ['b'])
    assert.deepEqual(
      to(
        new Map([
          ['SUBKOORDINATOR dki.lain', 'a'],
          ['ASISTEN_SEKDA dki.bkd', 'c'],
        ]),
      ),
      ['a', 'b'],
    )
  })
  test('the program itself is nobody: whatever it does is told', () => {
    assert.ok(told(line('perjanjian-kinerja.ganti-pemegang', 'PROSES_TTD_BKD', { actor: SISTEM.id })).size > 0)
  })
})

describe('results', () => {
  const subject = 'pengukuran/dki.bkd/IKU1/2026-TW1'
  test('many that are submitted on one day are one thing to validate', () => {
    const one = untukOf(line('pengukuran.ajukan', 'DIAJUKAN', { subject }), PAPERS, DIUNDANG)[0]!
    const other = untukOf(
      line('pengukuran.ajukan', 'DIAJUKAN', { subject: 'pengukuran/dki.bkd/IKU2/2026-TW1', seq: '9' }),
      PAPERS,
      DIUNDANG,
    )[0]!
    assert.equal(one.hal, other.hal)
    assert.deepEqual(one.peran, ['KEPALA_PD'])
  })
  test('the day is that of Jakarta', () => {
    const late = untukOf(line('pengukuran.ajukan', 'DIAJUKAN', { subject, at: '2026-01-20T17:30:00.000Z' }), PAPERS, DIUNDANG)[0]!
    assert.match(late.hal, /2026-01-21$/)
  })
  test('one that is returned names its indicator and goes to who fills it in', () => {
    const [u] = untukOf(line('pengukuran.kembalikan', 'DRAF', { subject }), PAPERS, DIUNDANG)
    assert.deepEqual([u!.peran, u!.ke], [['PENYUSUN'], '/pengukuran/dki.bkd/2026/IKU1?triwulan=TW1'])
  })
  test('a quarter that opens is for every office; a half-year is no quarter', () => {
    const all = told(line('periode.buka', 'TERBUKA', { subject: 'periode/2026-TW1', office: 'sistem' }))
    assert.ok(all.has('PENYUSUN@bkd') && all.has('PENYUSUN@lain') && !all.has('BAPPEDA@lain'))
    assert.equal(told(line('periode.buka', 'TERBUKA', { subject: 'periode/2026-S1' })).size, 0)
  })
})

describe('sentences and letters', () => {
  const kabar = {
    id: '00000000-0000-4000-8000-000000000001',
    jenis: 'TUGAS',
    kalimat: 'giliran',
    tempat: { naskah: 'PK', tahun: '2026', unit: 'dki.bkd', kantor: 'Badan Kepegawaian Daerah', act: 'ajukan', label: 'Ajukan' },
    ke: '/perjanjian-kinerja/dki.bkd/2026',
    hal: 'x',
  } as const
  test('say who, what and which year', () => {
    assert.equal(sentenceOf(kabar), 'Perjanjian Kinerja 2026 Badan Kepegawaian Daerah menunggu Anda: ajukan.')
    const reminder = {
      kalimat: 'pengingat',
      tempat: { tenggat: 'Perjanjian Kinerja ditetapkan', periode: '2026', kantor: 'BKD', sisa: 7, hari: '2026-02-02' },
    }
    assert.equal(sentenceOf(reminder), 'Perjanjian Kinerja ditetapkan (2026, BKD): 7 hari lagi, 2 Februari 2026.')
  })
  test('every sentence has the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const key of Object.keys(SENTENCES.id) as (keyof typeof SENTENCES.id)[])
      assert.deepEqual(places(SENTENCES.en[key]), places(SENTENCES.id[key]), key)
    assert.deepEqual(Object.keys(NASKAH.en), Object.keys(NASKAH.id))
  })
  test('a letter holds the sentence, one link and the way to stop it; on every attempt it is the same letter', () => {
    const letter = suratOf(kabar, 'a@b.example', 'Chaidir', 'https://selaras.example')
    assert.equal(letter.subject, sentenceOf(kabar))
    assert.match(letter.text, /^https:\/\/selaras\.example\/perjanjian-kinerja\/dki\.bkd\/2026$/m)
    assert.match(letter.text, /\/kabar\/setelan/)
    assert.equal(letter.messageId, '<00000000-0000-4000-8000-000000000001@selaras.example>')
    assert.deepEqual(suratOf(kabar, 'a@b.example', 'Chaidir', 'https://selaras.example'), letter)
  })
})

test('a letter that could not be sent waits longer each time, and is given up after two days', () => {
  const now = new Date('2026-01-20T00:00:00Z')
  const waits = [1, 2, 3, 4, 5, 6, 7].map((n) => (nextAttempt(n, now)!.getTime() - now.getTime()) / 60_000)
  assert.deepEqual(
    waits,
    [...waits].sort((a, b) => a - b),
  )
  assert.equal(waits[0], 1)
  assert.equal(nextAttempt(8, now), undefined)
})
