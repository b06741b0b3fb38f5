// The glossary check: every word of an exported noun, table, column, address or status is a known word.
import { placeOf } from './floor-plan.ts'
import type { Sources } from './import-law.ts'
import { type MigrationText, readTables, statusesOf } from './schema-text.ts'

/** A name and where it stands. */
export type Named = { readonly name: string; readonly where: string }
export type Words = { readonly istilah: Readonly<Record<string, unknown>>; readonly english: readonly string[] }
export type GlossaryFaults = { readonly unknown: readonly string[]; readonly unused: readonly string[] }

/** What the check judges, and nothing else. */
export function namesOf(sources: Sources, migrations: readonly MigrationText[]): Named[] {
  const names: Named[] = []
  for (const [file, text] of sources) {
    const place = placeOf(file)
    if (!('room' in place) || place.test) continue
    names.push({ name: place.room, where: `src/${place.room}/` })
    // Rows, filters and inputs of store, commands and routes are English shapes around these nouns.
    if (place.kind === 'noun' || place.kind === 'pure')
      for (const match of text.matchAll(/^export (?:type|interface|const|class) ([A-Z]\w*)/gm))
        names.push({ name: match[1]!, where: file })
    if (place.kind === 'routes')
      for (const match of text.matchAll(/(['"`])\/api\/([^'"`\s]*)\1/g)) names.push({ name: match[2]!, where: file })
  }
  for (const table of readTables(migrations)) {
    names.push({ name: table.name, where: table.file })
    for (const column of table.columns) names.push({ name: column.name, where: `${table.file}, ${table.name}` })
  }
  for (const name of statusesOf(migrations)) names.push({ name, where: 'migrations' })
  return names
}

/** `PerjanjianKinerja`, `perjanjian_kinerja`, `/perjanjian-kinerja/:id` and `PERJANJIAN_KINERJA` are the same words. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word.length > 1)
    .map((word) => word.toLowerCase())
}

/** A term may be several words (`perangkat daerah`); the longest that fits is taken, so that its parts need no entry of their own. */
export function checkGlossary(names: readonly Named[], { istilah, english }: Words): GlossaryFaults {
  const terms = Object.keys(istilah)
    .map((term) => ({ term, parts: term.split(' ') }))
    .sort((a, b) => b.parts.length - a.parts.length)
  const plain = new Set(english)
  const used = new Set<string>()
  const unknown = new Map<string, Set<string>>()
  for (const { name, where } of names) {
    const words = wordsOf(name)
    for (let at = 0; at < words.length; ) {
      const found = terms.find(({ parts }) => parts.every((part, n) => words[at + n] === part))
      if (found) used.add(found.term)
      else if (plain.has(words[at]!)) used.add(words[at]!)
      else unknown.set(words[at]!, (unknown.get(words[at]!) ?? new Set()).add(`${name} (${where})`))
      at += found?.parts.length ?? 1
    }
  }
  return {
    unknown: [...unknown].map(([word, places]) => `${word}: ${[...places].slice(0, 3).join('; ')}`).sort(),
    unused: [...terms.map((t) => t.term), ...english].filter((word) => !used.has(word)).sort(),
  }
}
