import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERAN } from '../peraturan/dki-jakarta/wewenang.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { courseOf, findStep, stepsFrom } from '../platform/kernel/workflow.ts'
import { FIELD_RULES, isRequired, isSealed, refuseSealed } from './fields.ts'
import {
  type AlasanRevisi,
  IsianIndikator,
  IsianSasaran,
  PERIODE_TARGET,
  Pihak,
  STATUS_PK,
  type StatusPk,
} from './perjanjian-kinerja.ts'
import { AKHIR, AWAL, WORKFLOW, WORKFLOW_PK } from './workflow.ts'

const at = (status: StatusPk, alasanRevisi: AlasanRevisi | null = null) => ({ status, alasanRevisi })

const walk = (...acts: [act: string, peran: string, alasan?: string][]): StatusPk =>
  acts.reduce<StatusPk>((status, [act, peran, alasan]) => {
    const step = findStep(WORKFLOW_PK, at(status), { act, catatan: alasan }, [peran], '/forum')
    if (isRefusal(step)) throw new Error(step.detail)
    return step.ke
  }, AWAL)

const toSigning = [
  ['ajukan', 'KEPALA_PD'],
  ['jadwalkan-forum', 'SUBKOORDINATOR'],
  ['catat-saran', 'INSPEKTUR', 'Tambahkan mitigasi risiko.'],
  ['setujui-forum', 'ASISTEN_SEKDA'],
  ['sampaikan', 'SUBKOORDINATOR'],
  ['serahkan', 'BIRO_ORB'],
] as [string, string, string?][]

test('an agreement takes effect with the second signature, not the first', () => {
  assert.equal(walk(...toSigning, ['tanda-tangan', 'KEPALA_PD']), 'TTD_P1')
  assert.equal(walk(...toSigning, ['tanda-tangan', 'KEPALA_PD'], ['tanda-tangan', 'GUBERNUR']), 'DITETAPKAN')
})

test('every state is reached, and every state but the last has a way on', () => {
  for (const status of STATUS_PK) {
    if (status !== AWAL)
      assert.ok(
        WORKFLOW.some((s) => s.ke === status && s.dari !== status),
        `${status} is never reached`,
      )
    if (!AKHIR.includes(status))
      assert.ok(
        WORKFLOW.some((s) => s.dari === status && s.ke !== status),
        `${status} has no way out`,
      )
  }
})

test('every return and every rejection needs its reason', () => {
  for (const s of WORKFLOW) {
    const back = STATUS_PK.indexOf(s.ke) < STATUS_PK.indexOf(s.dari) && s.act !== 'tarik'
    if (back) assert.ok(s.perluAlasan, `${s.dari} ${s.act}`)
  }
  assert.throws(() => walk(...toSigning, ['kembalikan', 'BKD']), /disertai alasan/)
  assert.equal(walk(...toSigning, ['kembalikan', 'BKD', 'NIP keliru']), 'KONSEP_FINAL_BIRO_ORB')
})

test('every role of the table is one of the permission table, every step is named once', () => {
  for (const s of WORKFLOW) for (const p of s.peran) assert.ok(p === 'SISTEM' || PERAN.includes(p), p)
  const keys = WORKFLOW.map((s) => `${s.dari} ${s.act}`)
  assert.equal(new Set(keys).size, keys.length)
})

test('only a change of holder or an instructed target skips the forum', () => {
  assert.ok(isRefusal(findStep(WORKFLOW_PK, at('DIHIMPUN'), { act: 'sampaikan' }, ['SUBKOORDINATOR'])))
  assert.ok(
    isRefusal(findStep(WORKFLOW_PK, at('DIHIMPUN', 'PERUBAHAN_PRIORITAS_ASUMSI'), { act: 'sampaikan' }, ['SUBKOORDINATOR'])),
  )
  assert.ok(!isRefusal(findStep(WORKFLOW_PK, at('DIHIMPUN', 'GANTI_PEJABAT'), { act: 'sampaikan' }, ['SUBKOORDINATOR'])))
})

test('what happens in the forum is done there, and every step out of FORUM does', () => {
  for (const s of WORKFLOW)
    assert.equal(s.lewat, s.dari === 'FORUM' || s.ke === 'FORUM' ? '/forum' : undefined, `${s.dari} ${s.act}`)
  const alone = findStep(WORKFLOW_PK, at('FORUM'), { act: 'setujui-forum' }, ['ASISTEN_SEKDA'])
  assert.match(isRefusal(alone) ? alone.detail : '', /dilakukan dalam forumnya/)
})

test('a refusal names what is possible instead', () => {
  const no = findStep(WORKFLOW_PK, at('DIHIMPUN'), { act: 'tanda-tangan' }, ['KEPALA_PD'])
  assert.ok(isRefusal(no))
  assert.match(no.detail, /Yang dapat Anda lakukan: Tarik kembali/)
  assert.deepEqual(stepsFrom(WORKFLOW_PK, at('FORUM'), ['PENYUSUN']), [])
})

test('the stages are those of the table; a revision that needs no forum leaves it out, unless it is there', () => {
  const whole = STATUS_PK.filter((s) => s !== 'DIGANTI')
  for (const status of STATUS_PK) assert.deepEqual(courseOf(WORKFLOW_PK, at(status)), whole, status)
  const short = whole.filter((s) => s !== 'FORUM' && s !== 'HASIL_FORUM')
  assert.deepEqual(courseOf(WORKFLOW_PK, at('DIHIMPUN', 'GANTI_PEJABAT')), short)
  assert.deepEqual(courseOf(WORKFLOW_PK, at('FORUM', 'GANTI_PEJABAT')), whole)
})

test('every field of the agreement has a rule, and no rule stands without its field', () => {
  const fields = [
    'alasanRevisi',
    'dasarRevisi',
    'nomor',
    'tanggal',
    ...['pihakPertama', 'pihakKedua'].flatMap((p) => Object.keys(Pihak.shape).map((k) => `${p}.${k}`)),
    ...Object.keys(IsianSasaran.shape).map((k) => `sasaran.${k}`),
    ...Object.keys(IsianIndikator.shape).map((k) => `indikator.${k}`),
    ...PERIODE_TARGET.map((p) => `target.${p}`),
  ]
  assert.deepEqual(Object.keys(FIELD_RULES).sort(), fields.sort())
})

test('content is open in the draft only, names until the first signature', () => {
  assert.equal(refuseSealed(['target.TW1', 'sasaran.uraian'], 'DRAFT'), undefined)
  assert.equal(refuseSealed(['target.TW1'], 'DIHIMPUN')?.refused, 'TERSEGEL')
  assert.equal(isSealed('pihakPertama.nama', 'PROSES_TTD_BKD'), false)
  assert.equal(isSealed('pihakPertama.nama', 'TTD_P1'), true)
  assert.equal(isRequired('pihakKedua.nip', 'DITETAPKAN'), false, 'the Gubernur has no NIP')
  for (const field of Object.keys(FIELD_RULES) as (keyof typeof FIELD_RULES)[])
    assert.equal(isSealed(field, 'DITETAPKAN'), field !== 'nomor', `${field}: only the number is given after signing`)
  assert.equal(isSealed('nomor', 'DIGANTI'), true)
})
