// How long papers take to be read and how much memory they need: the seeds as text, and papers of the program in every form.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '../src/platform/documents/blocks.ts'
import { capaianJakpus2024, pkBkd2025, pkJakpus2023, raBkd2025 } from '../src/platform/documents/contoh.testing.ts'
import { FORMATS } from '../src/platform/documents/press.ts'
import { print } from '../src/platform/documents/print.ts'
import { readHere } from '../src/platform/documents/reading/read-here.ts'
import { readPaper } from '../src/platform/documents/reading/read-paper.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'
import { type Measure, measured, median, timed, type Workload } from './measure.ts'

const TIMES = 5
/** A report of this many pages is the largest that an office sends. */
const BIG_PAGES = 150
const MOST_MEMORY = 300
const SEEDS = process.env.SELARAS_SEEDS ?? join(import.meta.dirname, '../../shared/seeds')

export const baca: Workload = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-baca-'))
  try {
    const papers: [string, () => Document, number][] = [
      ['PK of Jakarta Pusat 2023', pkJakpus2023, 5000],
      ['PK of BKD 2025', pkBkd2025, 5000],
      ['Rencana Aksi of BKD 2025', raBkd2025, 5000],
      ['capaian of Jakarta Pusat 2024', capaianJakpus2024, 5000],
      [`a report of ${BIG_PAGES} pages`, longPaper, 10_000],
    ]
    const found = await seeds(folder, tell)
    for (const [name, make, most] of papers) found.push(...(await forms(folder, name, make(), most, tell)))
    return found
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function seeds(folder: string, tell: (text: string) => void): Promise<Measure[]> {
  if (!existsSync(SEEDS)) {
    tell('the seeds are not here (SELARAS_SEEDS)')
    return []
  }
  const found: Measure[] = []
  for (const name of readdirSync(SEEDS)
    .filter((f) => f.endsWith('.txt'))
    .sort()) {
    const file = readFileSync(join(SEEDS, name))
    const size = `seed ${name.slice(0, 3)}, ${(file.length / 1000).toFixed(0)} KB`
    const ms = await times(() => readHere(file))
    const split = await times(async () =>
      file
        .toString('utf8')
        .split('\n')
        .map((l) => l.split('\t')),
    )
    const reference = { what: 'its lines parted at the tabs', value: split }
    found.push(measured({ what: `${size}, median of ${TIMES}`, value: ms, unit: 'ms' }, { reference, most: 1000 }))
    found.push(memory(folder, size, file))
    tell(`${size}: ${ms.toFixed(0)} ms`)
  }
  return found
}

async function forms(
  folder: string,
  name: string,
  paper: Document,
  most: number,
  tell: (text: string) => void,
): Promise<Measure[]> {
  const found: Measure[] = []
  for (const format of FORMATS) {
    const { content } = await print(paper, format, { timeout: 300_000 })
    const here = await times(() => readHere(content))
    const apart = (await timed(async () => accepted(await readPaper(content)))).ms
    const size = `${name}, ${format.toUpperCase()} of ${(content.length / 1000).toFixed(0)} KB`
    tell(`${size}: ${here.toFixed(0)} ms, ${apart.toFixed(0)} ms in a thread that starts for it`)
    const reference = { what: 'in the thread that asks', value: here }
    found.push(measured({ what: size, value: apart, unit: 'ms' }, { reference, most }), memory(folder, size, content))
  }
  return found
}

/** The most that a process held that read the paper, beside one that read a line. */
function memory(folder: string, what: string, content: Uint8Array): Measure {
  const held = (file: Uint8Array) => {
    const path = join(folder, 'naskah')
    writeFileSync(path, file)
    return Number(execFileSync(process.execPath, [join(import.meta.dirname, 'baca-once.ts'), path], { encoding: 'utf8' }))
  }
  const reference = { what: 'a process that read one line', value: held(Buffer.from('Satu baris.')) }
  return measured({ what: `${what}: memory`, value: held(content), unit: 'MiB' }, { reference, most: MOST_MEMORY })
}

/** The results of a year again and again, as a report of many offices has them. */
function longPaper(): Document {
  const paper = capaianJakpus2024()
  return { ...paper, sections: Array.from({ length: BIG_PAGES / 10 }, () => paper.sections).flat() }
}

async function times(work: () => Promise<unknown>): Promise<number> {
  const ms: number[] = []
  for (let i = -1; i < TIMES; i++) {
    const taken = (await timed(work)).ms
    if (i >= 0) ms.push(taken)
  }
  return median(ms)
}
