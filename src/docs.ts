// npm run docs: what is data in the code becomes pages of docs/generated. With --check it writes nothing and exits 1
// with the list of pages that differ from the code.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORKFLOW as FORUM } from './forum/workflow.ts'
import { english, istilah } from './glosarium.ts'
import { chart, type Edge, table } from './house/markdown.ts'
import { readTables } from './house/schema-text.ts'
import { LANGKAH } from './pengukuran/workflow.ts'
import { findMetode } from './peraturan/dki-jakarta/metode.ts'
import { PERAN, WEWENANG } from './peraturan/dki-jakarta/wewenang.ts'
import { bacaanOf, calculate, VEKTOR, type Vektor } from './peraturan/vektor.ts'
import { ATURAN } from './periksa/aturan/daftar.ts'
import { SEBUTAN_JENIS } from './periksa/sebutan.ts'
import { WORKFLOW as PERJANJIAN } from './perjanjian-kinerja/workflow.ts'
import { listMigrations } from './platform/db/migrate.ts'
import { WORKFLOW as RENCANA } from './rencana-aksi/workflow.ts'
import { parse } from './rumus/parse.ts'
import { explainInWords } from './rumus/words.ts'

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
    ['alur-forum.md', workflow('Alur Forum', 'src/forum/workflow.ts', agreementSteps([...FORUM.PENYUSUNAN, ...FORUM.TRIWULANAN]))],
    ['alur-pengukuran.md', workflow('Alur Pengukuran', 'src/pengukuran/workflow.ts', measurementSteps())],
    ['tabel.md', tables()],
    ['contoh-rumus.md', examples()],
    ['aturan-pemeriksa.md', checkerRules()],
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

function checkerRules(): string {
  const groups = [...Map.groupBy(ATURAN, (a) => a.jenis)]
  const parts = groups.flatMap(([jenis, list]) => [
    `## ${SEBUTAN_JENIS[jenis]}`,
    table(
      ['Aturan', 'Memeriksa', 'Benar', 'Ditemukan', 'Dasar'],
      list.map((a) => [`\`${a.kode}\``, a.memeriksa, a.contoh.benar, a.contoh.salah, a.dasar ?? '']),
    ),
  ])
  return page(
    'Aturan pemeriksa',
    `Yang dilihat \`selaras review\`, halaman Reviu, dan konsep yang sedang ditulis: ${ATURAN.length} aturan. Sumber: \`src/periksa/aturan\`.`,
    ...parts,
  )
}

/** The first case of each official method that comes from a paper and fits on a page, computed now. */
function examples(): string {
  const shown = VEKTOR.filter((v) => v.sumber && !v.indikator && JSON.stringify(v.kasus.data).length < MOST_DATA)
  const first = [...Map.groupBy(shown, (v) => v.metode).values()].map(([v]) => v!)
  return page(
    'Contoh rumus',
    `Rumus ${first.length} indikator dengan angka dari naskahnya, dihitung saat halaman ini dibuat. Sumber: \`src/peraturan/**/vektor\`; „seed" adalah naskah asal dengan barisnya. Bahasanya dijelaskan di [Menulis rumus](../panduan/10-menulis-rumus.md).`,
    ...first.flatMap((v, at) => example(v, at + 1)),
  )
}
const MOST_DATA = 520

function example(vektor: Vektor, nomor: number): string[] {
  const metode = findMetode(vektor.metode)!
  const { rumus, arti } = metode.bacaan[bacaanOf(vektor, metode)]!
  const parsed = parse(rumus)
  const { nilai, capaian } = calculate(vektor, metode)
  const { data, target } = vektor.kasus
  const figures = Object.entries(data).filter(([, value]) => !Array.isArray(value))
  const sheets = Object.entries(data).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value] as const] : []))
  const reach = target === undefined ? '' : ` Terhadap target ${comma(target)} capaiannya ${capaian.tampil} persen.`
  return [
    `## ${nomor}. ${metode.nama}`,
    `${vektor.nama.charAt(0).toUpperCase()}${vektor.nama.slice(1)} (${vektor.sumber}). Dasar: ${metode.dasar}. ${arti.charAt(0).toUpperCase()}${arti.slice(1)}.`,
    `\`\`\`\n${rumus}\n\`\`\``,
    ...(parsed.ok ? [`Dibaca: ${explainInWords(parsed.tree)}.`] : []),
    ...(figures.length ? [figures.map(([name, value]) => `- \`${name}\` = ${comma(String(value))}`).join('\n')] : []),
    ...sheets.flatMap(([name, rows]) => {
      const columns = Object.keys(rows[0] ?? {})
      return [
        `Tabel \`${name}\`:`,
        table(
          columns,
          rows.map((row: Record<string, unknown>) => columns.map((c) => comma(String(row[c])))),
        ),
      ]
    }),
    `Hasil: ${nilai.tampil}.${reach}`,
  ]
}

/** A figure as it is written in Indonesia; words stay. */
const comma = (text: string) => (/^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text)

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
