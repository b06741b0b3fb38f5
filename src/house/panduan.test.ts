// The user guide: its pictures and links are there, and the words it quotes stand on a screen.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { WORKFLOW as STEPS_FORUM } from '../forum/workflow.ts'
import { LANGKAH } from '../pengukuran/workflow.ts'
import { WORKFLOW as STEPS_PK } from '../perjanjian-kinerja/workflow.ts'
import { WORKFLOW as STEPS_RA } from '../rencana-aksi/workflow.ts'

const SRC = join(import.meta.dirname, '..')
const GUIDE = join(SRC, '../docs/panduan')
const within = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' })

type Texts = { readonly tabel?: { readonly id: Readonly<Record<string, string>> } }
/** Every Indonesian text of the screens, and the steps that the server names. */
async function labels(): Promise<string[]> {
  const tables = within(SRC).filter((name) => /(?:^|[/-])teks\.ts$/.test(name))
  const modules: Record<string, Texts | undefined>[] = await Promise.all(tables.map((name) => import(join(SRC, name))))
  const texts = modules.flatMap((m) => Object.values(m).flatMap((exported) => Object.values(exported?.tabel?.id ?? {})))
  return [...texts, ...[...LANGKAH, ...STEPS_PK, ...STEPS_RA, ...Object.values(STEPS_FORUM).flat()].map((step) => step.label)]
}

/** What is quoted is a text of a screen, with figures or `…` where the screen has a place: `Temuan (…)`, `Versi 2`. */
function isLabel(quoted: string, texts: readonly string[]): boolean {
  const plain = quoted.replace(/…|[\d.,]*\d/g, '{}')
  return texts.some((text) => text === quoted || text.replace(/\{\w+\}/g, '{}') === plain)
}

/** `pages` by name, `files` beside them, and what else stands in docs/. */
function faults(
  pages: ReadonlyMap<string, string>,
  files: readonly string[],
  texts: readonly string[],
  beside: readonly string[] = [],
): string[] {
  const used = new Set(['README.md'])
  const found: string[] = []
  for (const [page, text] of pages) {
    for (const [, sign, words, address] of text.matchAll(/(!?)\[([^\]]*)\]\(([^)]+)\)/g)) {
      used.add(address!)
      if (!files.includes(address!) && !beside.some((file) => `../${file}` === address))
        found.push(`${page}: ${address} is not there`)
      if (sign && !words!.trim()) found.push(`${page}: ${address} is not described`)
    }
    for (const [, quoted] of text.replace(/\s*\n\s*/g, ' ').matchAll(/\*\*(.+?)\*\*/g))
      if (!isLabel(quoted!, texts)) found.push(`${page}: no screen says “${quoted}”`)
  }
  return [...found, ...files.filter((file) => /\.\w+$/.test(file) && !used.has(file)).map((file) => `${file}: nothing leads to it`)]
}

test('every picture and chapter of the guide is there and led to, and every quoted label stands on a screen', async () => {
  const beside = within(join(GUIDE, '..')).filter((file) => !file.startsWith('panduan'))
  const files = within(GUIDE)
  const pages = new Map(files.filter((f) => f.endsWith('.md')).map((f) => [f, readFileSync(join(GUIDE, f), 'utf8')]))
  assert.ok(pages.size > 5)
  assert.deepEqual(faults(pages, files, await labels(), beside), [])
})

test('a missing picture, one without words, one that nothing shows, and a label that no screen has are found', () => {
  const text = '![](a.png) ![A](b.png) **Simpan** dan **Versi\n2** **Temuan (…)** **Hapus 2** **Simpen**'
  const found = faults(
    new Map([['x.md', text]]),
    ['x.md', 'a.png', 'c.png', 'gambar'],
    ['Simpan', 'Versi {n}', 'Temuan ({n})', 'Hapus'],
  )
  assert.deepEqual(found, [
    'x.md: a.png is not described',
    'x.md: b.png is not there',
    'x.md: no screen says “Hapus 2”',
    'x.md: no screen says “Simpen”',
    'x.md: nothing leads to it',
    'c.png: nothing leads to it',
  ])
})
