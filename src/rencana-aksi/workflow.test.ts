import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PERAN, WEWENANG } from '../peraturan/dki-jakarta/wewenang.ts'
import { WORKFLOW as STEPS_PK } from '../perjanjian-kinerja/queries.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { courseOf, findStep } from '../platform/kernel/workflow.ts'
import { STATUS_RA, type StatusRa } from './rencana-aksi.ts'
import { standing, WORKFLOW, WORKFLOW_RA } from './workflow.ts'

const at = (status: StatusRa, versi = 1) => standing({ status, versi })
const walk = (...acts: [act: string, peran: string, catatan?: string][]): StatusRa =>
  acts.reduce<StatusRa>((status, [act, peran, catatan]) => {
    const step = findStep(WORKFLOW_RA, at(status), { act, catatan }, [peran], '/forum')
    if (isRefusal(step)) throw new Error(step.detail)
    return step.ke
  }, 'DRAFT')
const toSigning = [
  ['ajukan', 'KEPALA_PD'],
  ['jadwalkan-forum', 'SUBKOORDINATOR'],
  ['catat-saran', 'INSPEKTUR', 'Tambahkan mitigasi risiko.'],
  ['setujui-forum', 'ASISTEN_SEKDA'],
  ['sampaikan', 'SUBKOORDINATOR'],
] as [string, string, string?][]

test('a plan goes from the forum to BKD itself, and takes effect with the signature of the Gubernur', () => {
  assert.equal(walk(...toSigning), 'DIHIMPUN_BKD')
  assert.equal(walk(...toSigning, ['tanda-tangan', 'KEPALA_PD']), 'TTD_PEMILIK')
  assert.equal(walk(...toSigning, ['tanda-tangan', 'KEPALA_PD'], ['tanda-tangan', 'GUBERNUR']), 'DITETAPKAN')
  assert.throws(() => walk(...toSigning, ['tanda-tangan', 'GUBERNUR']), /Tidak ada langkah untuk peran Anda/)
})

test('every state is reached, every state but the last has a way on, and the stages are those of the table', () => {
  for (const status of STATUS_RA) {
    if (status !== 'DRAFT')
      assert.ok(
        WORKFLOW.some((s) => s.ke === status && s.dari !== status),
        `${status} is never reached`,
      )
    if (status !== 'DIGANTI')
      assert.ok(
        WORKFLOW.some((s) => s.dari === status && s.ke !== status),
        `${status} has no way out`,
      )
    assert.deepEqual(
      courseOf(WORKFLOW_RA, at(status)),
      STATUS_RA.filter((s) => s !== 'DIGANTI'),
    )
  }
})

test('every return and every rejection needs its reason, and is returned as an agreement is', () => {
  for (const s of WORKFLOW)
    if (STATUS_RA.indexOf(s.ke) < STATUS_RA.indexOf(s.dari) && s.act !== 'tarik') assert.ok(s.perluAlasan, `${s.dari} ${s.act}`)
  assert.throws(() => walk(...toSigning, ['kembalikan', 'BKD']), /disertai alasan/)
  assert.equal(walk(...toSigning, ['kembalikan', 'BKD', 'Mitigasi kurang']), 'HASIL_FORUM')
})

test('only a change of a plan in force, which the quarterly forum has decided, goes past the yearly forum', () => {
  const skip = (versi: number) => findStep(WORKFLOW_RA, at('DIHIMPUN', versi), { act: 'sampaikan' }, ['SUBKOORDINATOR'])
  assert.ok(isRefusal(skip(1)))
  assert.ok(!isRefusal(skip(2)))
  assert.ok(!courseOf(WORKFLOW_RA, at('DRAFT', 2)).includes('FORUM'))
})

test('whoever the tables of both documents name has the permission to take part, and nobody else', () => {
  for (const [act, table] of [
    ['perjanjian-kinerja.langkah', STEPS_PK],
    ['rencana-aksi.langkah', WORKFLOW],
  ] as const) {
    const named = new Set<string>(table.flatMap((s) => s.peran).filter((p) => p !== 'SISTEM'))
    assert.deepEqual(
      PERAN.filter((p) => WEWENANG.some((w) => w.act === act && w.peran === p)),
      PERAN.filter((p) => named.has(p)),
      act,
    )
  }
})
