// The workbook of every method gives, computed by other programs, the value that the method gives after its own rounding.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { toWorkbook } from '../platform/documents/workbook.ts'
import { parseDecimal, round } from '../platform/kernel/decimal.ts'
import { readKase } from '../rumus/case.ts'
import { compute } from '../rumus/evaluate.ts'
import { parse } from '../rumus/parse.ts'
import { onTheHalf, toSpreadsheet } from '../rumus/spreadsheet.ts'
import { recorded } from '../rumus/trace.ts'
import { METODE } from './dki-jakarta/metode.ts'
import { readVektor } from './vektor.testing.ts'
import { bacaanOf } from './vektor.ts'

const SOFFICE = process.env.SELARAS_SOFFICE ?? '/usr/bin/soffice'
const AT = '2026-01-01T00:00:00.000Z'

/** Every vector that has a figure for its value, as formula, context and that figure. */
const ALL = readVektor().flatMap((vektor, n) => {
  const metode = METODE.find((m) => m.kode === vektor.metode)!
  const bacaan = bacaanOf(vektor, metode)
  const rumus = metode.bacaan[bacaan]!.rumus.replaceAll(/INDIKATOR\("(\w+)"\)/g, '$1')
  const parsed = parse(rumus)
  const kase = readKase({ ...vektor.kasus, data: { ...vektor.kasus.data, ...vektor.indikator }, rumus })
  if (!parsed.ok || 'status' in kase) return []
  const context = { data: (name: string) => kase.data.get(name), kebijakan: { hitungYangAda: kase.hitungYangAda } }
  const hasil = recorded(compute(parsed.tree, context))
  if (hasil.status !== 'NILAI' || !('nilai' in hasil) || typeof hasil.nilai !== 'string' || !/^-?\d/.test(hasil.nilai)) return []
  return [
    {
      name: `${n} ${metode.kode} ${bacaan}`,
      reading: `${metode.kode} ${bacaan}`,
      tree: parsed.tree,
      context,
      nilai: hasil.nilai,
      desimal: kase.desimal,
    },
  ]
})

/** What is not targeted is skipped, also after a step of arithmetic: in a spreadsheet an empty cell times two is 0. */
const SKIPPED = [
  'AVERAGE(t[x] * 2)',
  'AVERAGE(a, n * 2, 6)',
  'AVERAGE(CUMSUM(t[x]))',
  'AVERAGE(AVERAGE(t[x] BY t[g]))',
  'MIN(t[x] - 1)',
  'GEOMEAN(t[x] * 1)',
  'AVERAGE(IF(t[x] > 5, 1, 0))',
  'AVERAGE(FILTER(t[y], t[x] > 1) * 2)',
  'AVERAGE(FILTER(banyak[x], banyak[g] = "ya"))',
  // The groups of one stand in another order than those of the other.
  'AVERAGE(SUM(t[y] BY t[g]) / SUM(u[y] BY u[g]))',
].map((rumus) => {
  const na = { status: 'TIDAK_DITARGETKAN' }
  const row = (x: unknown, y: string, g: string) => ({ x, y, g })
  const banyak = Array.from({ length: 900 }, (_, i) => ({ x: i % 4 ? String(i) : na, g: i % 3 ? 'ya' : 'tidak' }))
  const t = [row('4', '1', 'A'), row(na, '20', 'A'), row('6', '3', 'B'), row(na, '9', 'C'), row('9', '5', 'B')]
  const u = [row('1', '8', 'C'), row('1', '2', 'B'), row('1', '3', 'A'), row('1', '6', 'B')]
  const kase = readKase({ rumus, data: { t, u, banyak, a: '4', n: na } })
  const parsed = parse(rumus)
  if (!parsed.ok || 'status' in kase) throw new Error(rumus)
  const context = { data: (name: string) => kase.data.get(name), kebijakan: { hitungYangAda: false } }
  const hasil = recorded(compute(parsed.tree, context)) as { nilai: string }
  return { name: rumus, reading: rumus, tree: parsed.tree, context, nilai: hasil.nilai, desimal: 4 }
})

/** LibreOffice takes its time: three of each reading. */
const CASES = [...SKIPPED, ...[...Map.groupBy(ALL, (c) => c.reading).values()].flatMap((cases) => cases.slice(0, 3))]

const expected = ({ nilai, desimal }: (typeof ALL)[number]) => round(parseDecimal(nilai), desimal).toFixed(desimal)

test('there is a workbook for every reading of every method', () => {
  const readings = new Set(ALL.map((c) => c.reading))
  const all = METODE.flatMap((m) => Object.keys(m.bacaan).map((b) => `${m.kode} ${b}`))
  assert.deepEqual(
    all.filter((name) => !readings.has(name)),
    [],
  )
  for (const { tree, context, desimal } of ALL) assert.ok(toSpreadsheet(tree, context, desimal).length >= 2)
})

test('LibreOffice computes each workbook to the same value', {
  skip: !existsSync(SOFFICE) && 'LibreOffice is not here',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-lembar-'))
  try {
    for (const [i, { tree, context, desimal }] of CASES.entries())
      writeFileSync(join(folder, `${i}.xlsx`), await toWorkbook(toSpreadsheet(tree, context, desimal), AT, false))
    const files = CASES.map((_, i) => join(folder, `${i}.xlsx`))
    execFileSync(
      SOFFICE,
      [`-env:UserInstallation=file://${folder}/profil`, '--headless', '--convert-to', 'csv', '--outdir', folder, ...files],
      {
        stdio: 'ignore',
        timeout: 280_000,
      },
    )
    const differ = CASES.flatMap((one, i) => {
      const rounded = /^Dibulatkan ke[^,]*,"?([^"\n]*)"?$/m.exec(readFileSync(join(folder, `${i}.csv`), 'utf8'))?.[1]
      const known = onTheHalf(parseDecimal(one.nilai), one.desimal)
      const same = rounded !== undefined && /^-?[\d.]+$/.test(rounded) && parseDecimal(rounded).eq(parseDecimal(expected(one)))
      return same || known ? [] : [`${one.name}: ${rounded} instead of ${expected(one)}`]
    })
    assert.deepEqual(differ, [])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
