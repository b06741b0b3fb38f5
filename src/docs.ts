// npm run docs: what is data in the code becomes pages of docs/generated. With --check it writes nothing and exits 1
// with the list of pages that differ from the code.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { english, istilah } from './glosarium.ts'
import { chart, type Edge, table } from './house/markdown.ts'
import { readTables } from './house/schema-text.ts'
import { LANGKAH } from './pengukuran/workflow.ts'
import { PERAN, WEWENANG } from './peraturan/dki-jakarta/wewenang.ts'
import { WORKFLOW as PERJANJIAN } from './perjanjian-kinerja/workflow.ts'
import { listMigrations } from './platform/db/migrate.ts'
import { WORKFLOW as RENCANA } from './rencana-aksi/workflow.ts'

const FOLDER = join(import.meta.dirname, '../docs/generated')
const NOTE = '<!-- Dibuat oleh `npm run docs` dari kode; jangan disunting. -->'
const page = (title: string, ...parts: string[]) => `${NOTE}\n\n# ${title}\n\n${parts.join('\n\n')}\n`

/** Every generated page by its file name. */
export function generatedPages(): Map<string, string> {
  return new Map([
    ['glosarium.md', glossary()],
    ['wewenang.md', permissions()],
    [
      'alur-perjanjian-kinerja.md',
      workflow('Alur Perjanjian Kinerja', 'src/perjanjian-kinerja/workflow.ts', agreementSteps(PERJANJIAN)),
    ],
    ['alur-rencana-aksi.md', workflow('Alur Rencana Aksi', 'src/rencana-aksi/workflow.ts', agreementSteps(RENCANA))],
    ['alur-pengukuran.md', workflow('Alur Pengukuran', 'src/pengukuran/workflow.ts', measurementSteps())],
    ['tabel.md', tables()],
  ])
}

function glossary(): string {
  const rows = Object.entries(istilah).map(([term, { arti, english: gloss, dasar }]) => [term, arti, gloss, dasar])
  return page(
    'Glosarium',
    'Kata Indonesia yang dipakai sebagai nama dalam kode, basis data, alamat, dan status. Sumber: `src/glosarium.ts`. „S0" sampai „S4" adalah lima dokumen asal (baris ke-n sesudah titik dua).',
    table(['Istilah', 'Arti', 'Inggris', 'Dasar'], rows),
    `Kata Inggris yang juga dipakai dalam nama: ${english.join(', ')}.`,
  )
}

function permissions(): string {
  const acts = [...new Set(WEWENANG.map((w) => w.act))]
  const scope = (act: string, peran: string) =>
    [...new Set(WEWENANG.filter((w) => w.act === act && w.peran === peran).map((w) => w.lingkup.toLowerCase()))].join(', ')
  return page(
    'Wewenang',
    'Siapa boleh melakukan apa. Sumber: `src/peraturan/dki-jakarta/wewenang.ts`. „sendiri": Perangkat Daerah jabatan itu dan unit di bawah komandonya; „semua": setiap unit. Yang kosong ditolak.',
    table(
      ['Tindakan', ...PERAN],
      acts.map((act) => [`\`${act}\``, ...PERAN.map((peran) => scope(act, peran))]),
    ),
  )
}

function workflow(title: string, source: string, edges: readonly Edge[]): string {
  const rows = edges.map((e) => [`\`${e.dari}\``, e.label, e.siapa, `\`${e.ke}\``, e.syarat])
  return page(title, `Sumber: \`${source}\`.`, chart(edges), table(['Dari', 'Langkah', 'Oleh', 'Menjadi', 'Syarat'], rows))
}

type AgreementStep = Omit<Edge, 'siapa' | 'syarat'> & {
  readonly peran: readonly string[]
  readonly perluAlasan: boolean
  readonly hanyaRevisi?: readonly string[]
}

function agreementSteps(steps: readonly AgreementStep[]): Edge[] {
  return steps.map(({ dari, ke, label, peran, perluAlasan, hanyaRevisi }) => {
    const syarat = [perluAlasan ? 'alasan' : '', hanyaRevisi ? `hanya revisi karena ${hanyaRevisi.join(' atau ')}` : '']
    return { dari, ke, label, siapa: peran.join(', '), syarat: syarat.filter(Boolean).join('; ') }
  })
}

function measurementSteps(): Edge[] {
  return LANGKAH.map(({ dari, ke, label, wewenang, perluAlasan, perluBukti }) => {
    const siapa = [...new Set(WEWENANG.filter((w) => w.act === wewenang).map((w) => w.peran))].join(', ')
    return { dari, ke, label, siapa, syarat: [perluAlasan ? 'alasan' : '', perluBukti ? 'bukti' : ''].filter(Boolean).join('; ') }
  })
}

function tables(): string {
  const found = readTables(listMigrations())
  const parts = found.flatMap(({ name, file, comment, columns, rules }) => [
    `## ${name}`,
    [comment, `(\`migrations/${file}\`)`].filter(Boolean).join(' '),
    table(
      ['Kolom', 'Jenis dan syarat', 'Catatan'],
      columns.map((c) => [`\`${c.name}\``, code(c.type), c.comment]),
    ),
    ...(rules.length ? [rules.map((rule) => `- ${code(rule)}`).join('\n')] : []),
  ])
  return page('Tabel', `Tabel basis data menurut migrasinya, ${found.length} buah.`, ...parts)
}

const code = (text: string) => (text.includes('`') ? text : `\`${text}\``)

/** Names of the pages whose text on disk is another than the code's, or that the code does not make. */
export function differingPages(pages: ReadonlyMap<string, string>, onDisk: ReadonlyMap<string, string>): string[] {
  return [...new Set([...pages.keys(), ...onDisk.keys()])].filter((name) => pages.get(name) !== onDisk.get(name)).sort()
}

export function pagesOnDisk(folder = FOLDER): Map<string, string> {
  mkdirSync(folder, { recursive: true })
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

if (import.meta.main) {
  const pages = generatedPages()
  const differing = differingPages(pages, pagesOnDisk())
  if (process.argv.includes('--check')) {
    for (const name of differing) console.error(`docs/generated/${name} tidak sama dengan kodenya; jalankan npm run docs`)
    process.exitCode = differing.length ? 1 : 0
  } else
    for (const name of differing) {
      const text = pages.get(name)
      if (text === undefined) rmSync(join(FOLDER, name))
      else writeFileSync(join(FOLDER, name), text)
      console.error(`docs/generated/${name}`)
    }
}
