// How long a report takes to be checked and how much memory that needs: the two reports among the seeds as text, and one of 150
// pages as DOCX and PDF, each beside the same bytes only read.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contohLaporan } from '../src/periksa/contoh-laporan.testing.ts'
import { print } from '../src/platform/documents/print.ts'
import { seed, seedsPath } from '../src/platform/documents/reading/seeds.testing.ts'
import { readText } from '../src/platform/documents/reading/text.ts'
import { reprinted } from '../src/platform/documents/reprint.testing.ts'
import { type Measure, measured, median, type Workload } from './measure.ts'

const TIMES = 3
const MOST_MEMORY = 300
/** Copies of a made-up report that come to some 150 pages. */
const REPORTS = 30

export const reviu: Workload = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-reviu-'))
  try {
    const found: Measure[] = []
    if (!seedsPath) tell('the seeds are not here (SELARAS_SEEDS)')
    else for (const name of ['002', '003'] as const) found.push(...checked(folder, `report ${name}, text`, Buffer.from(seed(name)), 2000, tell)) // biome-ignore format: a loop
    const long = Array.from({ length: REPORTS }, (_, i) => contohLaporan(i + 1).teks).join('\n\n')
    for (const format of ['docx', 'pdf'] as const) {
      const { content } = await print(reprinted(readText(long)), format, { timeout: 300_000 })
      found.push(...checked(folder, `a report of many pages, ${format.toUpperCase()}`, content, 10_000, tell))
    }
    return found
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function checked(folder: string, name: string, content: Uint8Array, most: number, tell: (text: string) => void): Measure[] {
  const path = join(folder, 'naskah')
  writeFileSync(path, content)
  const runs = (...args: string[]) =>
    Array.from({ length: TIMES }, (): { ms: number; mib: number } =>
      JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'reviu-once.ts'), path, ...args], { encoding: 'utf8' })),
    )
  const [read, whole] = [runs('--baca'), runs()]
  const what = `${name}, ${(readFileSync(path).length / 1000).toFixed(0)} KB`
  const of = (list: typeof read, key: 'ms' | 'mib') => median(list.map((r) => r[key]))
  tell(`${what}: ${of(whole, 'ms').toFixed(0)} ms, ${of(whole, 'mib').toFixed(0)} MiB`)
  const reference = (key: 'ms' | 'mib') => ({ what: 'the same bytes only read', value: of(read, key) })
  return [
    measured({ what, value: of(whole, 'ms'), unit: 'ms' }, { reference: reference('ms'), most }),
    measured({ what: `${what}: memory`, value: of(whole, 'mib'), unit: 'MiB' }, { reference: reference('mib'), most: MOST_MEMORY }),
  ]
}
