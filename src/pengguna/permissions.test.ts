import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { PERAN, WEWENANG } from '../peraturan/dki-jakarta/wewenang.ts'
import { allowed } from './permissions.ts'

const ACTS = [...new Set(WEWENANG.map((w) => w.act))]
const UNITS = ['dki', 'dki.jakpus', 'dki.jakpus.kec-gambir', 'dki.bkd']
const peran = fc.constantFrom(...PERAN)
const unit = fc.constantFrom(...UNITS)
const roles = fc.array(fc.record({ peran, unit }), { maxLength: 4 })
const act = fc.constantFrom(...ACTS)
const chain = fc.uniqueArray(unit)
const RUNS = { seed: 2024, numRuns: 2000 }

test('one role more never takes a permission away', () => {
  fc.assert(
    fc.property(roles, roles, act, chain, (some, more, a, above) => {
      if (allowed(some, a, above)) assert.ok(allowed([...some, ...more], a, above) && allowed([...more, ...some], a, above))
    }),
    RUNS,
  )
})

test('what several roles allow, one of them allows', () => {
  fc.assert(
    fc.property(roles, act, chain, (held, a, above) => {
      assert.equal(
        allowed(held, a, above),
        held.some((role) => allowed([role], a, above)),
      ) // prettier-ignore
    }),
    RUNS,
  )
})

test('nobody may do an act that the table does not know, and a role that it does not know may nothing', () => {
  fc.assert(
    fc.property(roles, fc.string(), chain, (held, a, above) => {
      if (!ACTS.includes(a)) assert.ok(!allowed(held, a, above))
      assert.ok(!allowed([{ peran: `${a}?`, unit: 'dki' }], ACTS[0]!, above))
    }),
    RUNS,
  )
  assert.ok(ACTS.every((a) => !allowed([], a, UNITS)))
})

test('SENDIRI reaches the own unit and those it commands, and no other; SEMUA reaches all', () => {
  fc.assert(
    fc.property(peran, unit, act, chain, (p, own, a, above) => {
      const reach = WEWENANG.filter((w) => w.act === a && w.peran === p).map((w) => w.lingkup)
      const expected = reach.includes('SEMUA') || (reach.includes('SENDIRI') && above.includes(own))
      assert.equal(allowed([{ peran: p, unit: own }], a, above), expected)
    }),
    RUNS,
  )
})

test('an act that touches no unit is open to a role of reach SEMUA only', () => {
  for (const { act: a, peran: p } of WEWENANG.filter((w) => w.lingkup === 'SENDIRI'))
    assert.equal(
      allowed([{ peran: p, unit: 'dki' }], a, []),
      WEWENANG.some((w) => w.act === a && w.peran === p && w.lingkup === 'SEMUA'),
    ) // prettier-ignore
})

test('an administrator keeps the organisation and accounts, and touches no content', () => {
  const may = ACTS.filter((a) => allowed([{ peran: 'ADMINISTRATOR', unit: 'sistem' }], a, UNITS))
  assert.deepEqual(may.sort(), ['audit.lihat', 'impor.data', 'pengguna.kelola', 'unit-kerja.kelola'])
})

test('the table names each permission once, for roles that exist', () => {
  const rows = WEWENANG.map((w) => `${w.act} ${w.peran} ${w.lingkup}`)
  assert.equal(new Set(rows).size, rows.length)
  assert.ok(WEWENANG.every((w) => PERAN.includes(w.peran) && /^[a-z-]+\.[a-z-]+$/.test(w.act)))
})

test('every act of the table is asked for by some route or command', () => {
  const source = join(import.meta.dirname, '..')
  const asks = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(routes|operations|commands|queries|workflow|rules).*\.ts$/.test(name) && !/\.test(ing)?\.ts$/.test(name))
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .join('\n')
  assert.deepEqual(
    ACTS.filter((a) => !asks.includes(`'${a}'`)),
    [],
  ) // prettier-ignore
})
