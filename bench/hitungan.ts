// One changed input up to the province, and the whole province computed anew, beside the same rows written barely and the same
// workbook in LibreOffice, which must come to the same results, and in HyperFormula.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { checkAll, recomputeAll } from '../src/pengukuran/commands-hitung-ulang.ts'
import { saveTabel } from '../src/pengukuran/commands-pengisian.ts'
import { findPengukuran, listCapaian } from '../src/pengukuran/queries.ts'
import { type Db, inTransaction, many, sql } from '../src/platform/db/database.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'
import { generateHitungan, INDICATORS, QUARTERS, unitsOf } from './hitungan-provinsi.ts'
import {
  type Cell,
  formulasOf,
  type Inputs,
  inExcel,
  inOpenDocument,
  resultsIn,
  rowsOfFirst,
  sheetsOf,
  toFods,
} from './lembar-kerja.ts'
import { recalculated } from './libreoffice.ts'
import { type Measure, measured, percentile, seeded, timed, type Workload } from './measure.ts'
import { bareClient, type Instance, newFolder, openInstance, removeInstance } from './province.ts'

const UNITS = Number(process.env.BENCH_UNITS ?? 800)
/** HyperFormula, and LibreOffice a second time, compute this part of it; the time is counted up in proportion to the cells. */
const SLICE = 60
const CHANGES = 60
const EMPTY = [...toFods([['U0', [[1]]]])]
const THREADS = 2

export const hitungan: Workload = async (tell) => {
  const folder = newFolder()
  const instance = await openInstance(folder)
  try {
    const cells = UNITS * INDICATORS.length * QUARTERS.length
    tell(`generating ${UNITS} units × ${INDICATORS.length} indicators × ${QUARTERS.length} quarters`)
    await generateHitungan(instance.db, UNITS)
    const ours = await everything(instance, cells, tell)
    return [...ours.measures, ...(await besideOthers(instance, ours, cells, tell)), ...(await oneChange(instance, tell))]
  } finally {
    await instance.close()
    await removeInstance(folder)
  }
}

async function everything({ db, host }: Instance, cells: number, tell: (text: string) => void) {
  const threads = { connection: { host, database: 'postgres' }, count: THREADS }
  const stored = await timed(() => recomputeAll(db, contextAt(new Date()), {}, { threads }))
  tell(`${accepted(stored.result).diperiksa} results computed and stored: ${(stored.ms / 1000).toFixed(1)} s`)
  await sql`analyze`.execute(db)
  const again = await timed(() => checkAll(db, {}, { threads }))
  const { diperiksa, jumlahPerbedaan } = accepted(again.result)
  if (jumlahPerbedaan) throw new Error(`${jumlahPerbedaan} results differ from what was stored`)
  const seconds = again.ms / 1000
  tell(`computed anew and compared: ${seconds.toFixed(1)} s`)
  const what = `${cells} cells of quarters with their inputs, ${diperiksa} results with semesters and years`
  const memory = process.resourceUsage().maxRSS / 1024
  return {
    seconds,
    stored: stored.ms / 1000,
    measures: [
      measured(
        { what: `${what}: computed by ${THREADS} threads and compared with what is stored`, value: seconds, unit: 's' },
        { most: 30 },
      ),
      measured({ what: 'the same, all of it stored for the first time', value: stored.ms / 1000, unit: 's' }),
      measured({ what: 'most memory of the process', value: memory, unit: 'MiB' }, { most: 1024 }),
    ],
  }
}

type Ours = { readonly seconds: number; readonly stored: number }

async function besideOthers({ db }: Instance, { seconds, stored }: Ours, cells: number, tell: (text: string) => void) {
  const found: Measure[] = []
  const random = seeded(1)
  const anyInput = () => Math.round(1000 + random() * 9000) / 100
  const scale = cells / (SLICE * INDICATORS.length * QUARTERS.length)
  const part = `${SLICE} of ${UNITS} units counted up`
  const what = `the whole computed anew, beside the same workbook in`
  const office = await libreOffice(db, tell)
  if (office === undefined) tell('LibreOffice is not here: not measured')
  else {
    const reference = { what: 'LibreOffice headless: opened, recalculated and saved, without its start', value: office }
    found.push(measured({ what: `${what} LibreOffice`, value: seconds, unit: 's' }, { reference, mostRatio: 0.2 }))
    // It writes all that it computed; the recomputation above found nothing to write.
    found.push(
      measured({ what: `the whole computed and all of it stored, beside LibreOffice`, value: stored, unit: 's' }, { reference }),
    )
  }
  // It is slower with many sheets than with few: what it would need if it were not.
  const few = office && (await recalculated(EMPTY, toFods(sheetsOf(unitsOf(SLICE), anyInput, inOpenDocument))))
  if (few) {
    tell(`LibreOffice, ${SLICE} units: ${few.seconds.toFixed(1)} s`)
    const reference = { what: `LibreOffice headless, ${part}`, value: few.seconds * scale }
    found.push(measured({ what: `${what} LibreOffice`, value: seconds, unit: 's' }, { reference }))
  }
  const sheets = [...sheetsOf(unitsOf(SLICE), anyInput, inExcel)]
  const hyper = await hyperFormula(sheets)
  tell(
    `HyperFormula, ${SLICE} units, ${sheets.reduce((sum, [, rows]) => sum + formulasOf(rows), 0)} formulas: ${hyper.toFixed(2)} s`,
  )
  const reference = { what: `HyperFormula (binary floats, from memory, nothing stored), ${part}`, value: hyper * scale }
  return [...found, measured({ what: `${what} HyperFormula`, value: seconds, unit: 's' }, { reference, mostRatio: 3 })]
}

/** Seconds for the whole province with the very inputs of the database, after its results were found to be ours. */
async function libreOffice(db: Db, tell: (text: string) => void): Promise<number | undefined> {
  const inputs = await inputsOf(db)
  const saved = await recalculated(EMPTY, toFods(sheetsOf(unitsOf(UNITS), inputs, inOpenDocument)))
  if (!saved) return undefined
  const theirs = new Map(resultsIn([...rowsOfFirst(saved.content)]).map((r) => [`${r.kode} ${r.periode}`, r]))
  const ours = await many(
    db,
    sql<{ kode: string; periode: string; nilai: string; capaian: string; kategori: string }>`
    select kode, periode, nilai, capaian, kategori from capaian where unit = 'prov' and status = 'NILAI'`,
  )
  const near = (a: string, b: string | null) =>
    b !== null && Math.abs(Number(a) - Number(b)) <= 1e-9 * Math.max(1, Math.abs(Number(a)))
  for (const row of ours) {
    const { nilai, capaian, kategori } = theirs.get(`${row.kode} ${row.periode}`)!
    if (!near(row.nilai, nilai) || !near(row.capaian, capaian) || row.kategori !== kategori)
      throw new Error(`LibreOffice: ${JSON.stringify({ ...row, theirs: { nilai, capaian, kategori } })}`)
  }
  tell(`LibreOffice: ${saved.seconds.toFixed(1)} s; ${ours.length} results of the province are the same in both`)
  return saved.seconds
}

async function inputsOf(db: Db): Promise<Inputs> {
  const rows = await many(
    db,
    sql<{ cell: string; nilai: string }>`
    select concat_ws(' ', unit, kode, periode, tabel, urutan) as cell, nilai from masukan where superseded_at is null
    union all select concat_ws(' ', unit, kode, periode), nilai from klaim where superseded_at is null`,
  )
  const known = new Map(rows.map((r) => [r.cell, Number(r.nilai)]))
  return (...cell) => known.get(cell.join(' '))!
}

/** Seconds to build the workbook with all its values; installed on the first use, beside the bench and nowhere else. */
async function hyperFormula(sheets: readonly (readonly [string, Cell[][]])[]): Promise<number> {
  const home = join(import.meta.dirname, 'hyperformula')
  if (!existsSync(join(home, 'node_modules')))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: home, stdio: 'ignore' })
  const { HyperFormula } = createRequire(join(home, 'package.json'))('hyperformula')
  const written = Object.fromEntries(
    sheets.map(([name, rows]) => [
      name,
      rows.map((r) => r.map((c) => (c !== null && typeof c === 'object' ? `=${c.formula}` : c))),
    ]),
  )
  const { result, ms } = await timed(async () => HyperFormula.buildFromSheets(written, { licenseKey: 'gpl-v3', maxColumns: 100 }))
  const top = result.getCellValue({ sheet: 0, col: 0, row: INDICATORS.findIndex((i) => i.jenis === 'ANAK') })
  if (typeof top !== 'number') throw new Error(`HyperFormula: ${JSON.stringify(top)}`)
  result.destroy()
  return ms / 1000
}

/** A kelurahan's input, saved as an office saves it, until the province's result can be read. */
async function oneChange({ db, host }: Instance, tell: (text: string) => void): Promise<Measure[]> {
  const random = seeded(3)
  const leaves = unitsOf(UNITS).filter((u) => u.daun)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const client = await bareClient({ host })
  const [seen, bare]: [number[], number[]] = [[], []]
  let rows = 0
  try {
    for (let i = -5; i < CHANGES; i++) {
      const at = { unit: pick(leaves).kode, kode: `ANAK_${1 + Math.floor(random() * 2)}`, periode: pick(QUARTERS.slice(-4)) }
      const year = at.periode.slice(0, 4)
      const nilai = (10 + random() * 80).toFixed(2)
      const version = (await findPengukuran(db, at.unit, at.kode, at.periode))?.version ?? 0
      const before = await listCapaian(db, 'prov', year, year)
      const changed = await timed(async () => {
        const input = [{ dimensi: {}, nilai: { status: 'NILAI' as const, nilai } }]
        accepted(await inTransaction(db, (tx) => saveTabel(tx, contextAt(new Date()), at, 'realisasi', input, version)))
        return listCapaian(db, 'prov', year, year)
      })
      const find = (list: typeof before) => list.find((r) => r.kode === at.kode && r.periode === at.periode)?.nilai
      if (find(before) === find(changed.result)) throw new Error(`${JSON.stringify(at)} did not reach the province`)
      const written = await timed(() => writeAgain(client, at.unit, at.kode, at.periode))
      rows = written.result
      if (i < 0) continue
      seen.push(changed.ms)
      bare.push(written.ms)
    }
  } finally {
    await client.end()
  }
  tell(`one change: median ${percentile(seen, 50).toFixed(0)} ms`)
  return [50, 95].map((p) =>
    measured(
      {
        what: `one kelurahan input saved, all that depends on it up to the province stored and read, of ${UNITS} units, p${p}`,
        value: percentile(seen, p),
        unit: 'ms',
      },
      {
        reference: { what: `the ${rows} rows updated one by one in one transaction through pg`, value: percentile(bare, p) },
        most: p === 95 ? 100 : undefined,
      },
    ),
  )
}

/** The input and the results from the kelurahan up to the province: the same rows, with values that need no computing. */
async function writeAgain(
  client: Awaited<ReturnType<typeof bareClient>>,
  unit: string,
  kode: string,
  periode: string,
): Promise<number> {
  const year = periode.slice(0, 4)
  const periods = [periode, `${year}-S${Number(periode.at(-1)) < 3 ? 1 : 2}`, year]
  const units = unit.split('.').map((_, i, all) => all.slice(0, i + 1).join('.'))
  await client.query('begin')
  await client.query(
    `update masukan set nilai = nilai where unit = $1 and kode = $2 and periode = $3 and tabel = 'realisasi' and superseded_at is null`,
    [unit, kode, periode],
  )
  for (const at of units)
    for (const one of periods)
      await client.query('update capaian set nilai = nilai, computed_at = now() where unit = $1 and kode = $2 and periode = $3', [
        at,
        kode,
        one,
      ])
  await client.query('commit')
  return units.length * periods.length + 1
}
