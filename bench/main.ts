// The workloads of docs/performance.md, each with its reference run beside it: `npm run bench [-- name …]`.
import { cpus, totalmem } from 'node:os'
import type { Measure, Workload } from './measure.ts'
import { removeProvince } from './province.ts'

/**
 * Loaded when asked for, so that one workload runs although another's part of the program does not. In this order: `hitungan` tells
 * the most memory of the process, which must not hold what others left.
 */
const WORKLOADS: Readonly<Record<string, () => Promise<Workload>>> = {
  hitungan: async () => (await import('./hitungan.ts')).hitungan,
  rumus: async () => (await import('./rumus.ts')).rumus,
  muat: async () => (await import('./muat.ts')).muat,
  kill: async () => (await import('./kill.ts')).kill,
  provinsi: async () => (await import('./provinsi.ts')).provinsi,
  mulai: async () => (await import('./mulai.ts')).mulai,
  halaman: async () => (await import('./halaman.ts')).halaman,
  grid: async () => (await import('./grid.ts')).grid,
  'simpan-sel': async () => (await import('./simpan-sel.ts')).simpanSel,
  'tanda-tangan': async () => (await import('./tanda-tangan.ts')).tandaTangan,
  serentak: async () => (await import('./serentak.ts')).serentak,
  dokumen: async () => (await import('./dokumen.ts')).dokumen,
  koordinasi: async () => (await import('./koordinasi.ts')).koordinasi,
  baca: async () => (await import('./baca.ts')).baca,
  reviu: async () => (await import('./reviu.ts')).reviu,
}

export type Report = {
  readonly date: string
  readonly machine: { readonly cores: number; readonly memoryGiB: number; readonly cpu: string; readonly node: string }
  readonly workloads: Readonly<Record<string, { readonly seconds: number; readonly measures: readonly Measure[] }>>
}

export const names: readonly string[] = Object.keys(WORKLOADS)

/** Runs the named workloads, all of them without a name, one after the other; what it is doing goes to `tell`. */
export async function runBench(wanted: readonly string[], tell: (text: string) => void): Promise<Report> {
  const workloads: Record<string, Report['workloads'][string]> = {}
  try {
    for (const name of names.filter((one) => !wanted.length || wanted.includes(one))) {
      const start = performance.now()
      const workload = await WORKLOADS[name]!()
      const measures = await workload((text) => tell(`${name}: ${text}\n`))
      workloads[name] = { seconds: Math.round((performance.now() - start) / 1000), measures }
    }
  } finally {
    await removeProvince()
  }
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    cpu: cpus()[0]?.model ?? '',
    node: process.version,
  }
  return { date: new Date().toISOString(), machine, workloads }
}

/** A Markdown table a workload, as docs/performance.md has it. */
function inWords({ date, machine, workloads }: Report): string {
  const { cores, memoryGiB, cpu, node } = machine
  const lines = [`${date.slice(0, 10)}, ${cores} cores (${cpu}), ${memoryGiB} GiB, Node ${node}`]
  for (const [name, { seconds, measures }] of Object.entries(workloads)) {
    lines.push('', `${name} (${seconds} s)`, '', '| measure | value | reference | ratio | aim | met |', '|---|---|---|---|---|---|')
    for (const m of measures) {
      const reference = m.reference ? `${shown(m.reference.value)} ${m.unit} (${m.reference.what})` : ''
      const met = m.met === undefined ? '' : m.met ? 'yes' : '**no**'
      lines.push(
        `| ${m.what} | ${shown(m.value)} ${m.unit} | ${reference} | ${m.ratio?.toFixed(2) ?? ''} | ${m.aim ?? ''} | ${met} |`,
      )
    }
  }
  return `${lines.join('\n')}\n`
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 2 : 0)
}

if (import.meta.main) {
  const report = await runBench(process.argv.slice(2), (text) => process.stderr.write(text))
  process.stdout.write(inWords(report))
}
