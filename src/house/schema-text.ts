// The tables of the program as its migrations write them: for the generated table list and the glossary check.
// It reads the plain style of migrations/*.sql (create, alter … add/drop/rename, drop), not all of SQL.

export type Column = { readonly name: string; readonly type: string; readonly comment: string }
export type Table = {
  readonly name: string
  readonly file: string
  readonly comment: string
  readonly columns: readonly Column[]
  readonly rules: readonly string[]
}
export type MigrationText = { readonly nama: string; readonly text: string }

/** Tables by name after all migrations in order, each with the comment above it and its columns. */
export function readTables(migrations: readonly MigrationText[]): Table[] {
  const tables = new Map<string, Table>()
  for (const { nama, text } of migrations)
    for (const { words, comment } of statements(text)) {
      const created = /^create table (?:if not exists )?(\w+) \(([\s\S]*)\)$/i.exec(words)
      if (created) tables.set(created[1]!, { name: created[1]!, file: nama, comment, ...readBody(created[2]!) })
      const altered = /^alter table (?:only )?(\w+) ([\s\S]*)$/i.exec(words)
      if (altered && tables.has(altered[1]!)) alter(tables, altered[1]!, altered[2]!)
      const dropped = /^drop table (?:if exists )?(\w+)/i.exec(words)
      if (dropped) tables.delete(dropped[1]!)
    }
  return [...tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every upper-case text that a migration writes between quotes: the statuses of its check lists. */
export function statusesOf(migrations: readonly MigrationText[]): string[] {
  const found = migrations.flatMap(({ text }) =>
    statements(text).flatMap(({ words }) => [...words.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map((m) => m[1]!)),
  )
  return [...new Set(found)].sort()
}

const RULE = /^(?:constraint|primary key|unique|check|exclude|foreign key)\b/i
/** A comment inside a table, carried through the splitting; it cannot occur in SQL text. */
const MARK = '\u0001'

/** Statements without comments outside parentheses; a comment line directly above a statement is its comment. */
function statements(text: string): { words: string; comment: string }[] {
  const result: { words: string; comment: string }[] = []
  let words = ''
  let above: string[] = []
  let quoted: string | undefined
  for (let at = 0; at < text.length; at++) {
    const rest = text.slice(at)
    if (!quoted && rest.startsWith('--')) {
      const line = /^--[^\n]*/.exec(rest)![0]
      if (words.trim()) words += `${MARK}${line.slice(2).trim()}${MARK}`
      else above.push(line.slice(2).trim())
      at += line.length - 1
    } else if (!quoted && !words.trim() && /^\n[ \t]*\n/.test(rest)) above = []
    else if (!quoted && text[at] === ';') {
      result.push({ words: words.trim(), comment: above.join(' ') })
      words = ''
      above = []
    } else {
      const quote = /^(?:'|\$\w*\$)/.exec(rest)?.[0]
      if (quote && (!quoted || quoted === quote)) quoted = quoted ? undefined : quote
      words += quote ?? text[at]
      at += (quote?.length ?? 1) - 1
    }
  }
  return result
}

function readBody(body: string): Pick<Table, 'columns' | 'rules'> {
  const columns: Column[] = []
  const rules: string[] = []
  for (const item of splitAtCommas(body)) {
    const comment = [...item.matchAll(new RegExp(`${MARK}([^${MARK}]*)${MARK}`, 'g'))].map((m) => m[1]).join(' ')
    const text = item
      .replace(new RegExp(`${MARK}[^${MARK}]*${MARK}`, 'g'), ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (!text) continue
    if (RULE.test(text)) rules.push(text)
    else columns.push(readColumn(text, comment))
  }
  return { columns, rules }
}

function readColumn(text: string, comment: string): Column {
  const [name = '', ...type] = text.split(' ')
  return { name, type: type.join(' '), comment }
}

/** Items between commas that stand outside parentheses and quotes; a comment after the comma belongs to the item before it. */
function splitAtCommas(body: string): string[] {
  const items: string[] = ['']
  let depth = 0
  let quoted = false
  const moved = body.replace(new RegExp(`,([ \\t]*)(${MARK}[^${MARK}]*${MARK})`, 'g'), '$1$2,')
  for (let at = 0; at < moved.length; at++) {
    const char = moved[at]!
    if (char === MARK) {
      const end = moved.indexOf(MARK, at + 1)
      items[items.length - 1] += moved.slice(at, end + 1)
      at = end
      continue
    }
    if (char === "'") quoted = !quoted
    else if (!quoted && (char === '(' || char === '[')) depth++
    else if (!quoted && (char === ')' || char === ']')) depth--
    if (char === ',' && !quoted && depth === 0) items.push('')
    else items[items.length - 1] += char
  }
  return items
}

function alter(tables: Map<string, Table>, name: string, actions: string): void {
  let table = tables.get(name)!
  for (const action of splitAtCommas(actions).map((a) => a.replace(/\s+/g, ' ').trim())) {
    const added = /^add column (?:if not exists )?(.+)$/i.exec(action)
    const dropped = /^drop column (?:if exists )?(\w+)/i.exec(action)
    const renamed = /^rename column (\w+) to (\w+)/i.exec(action)
    const moved = /^rename to (\w+)/i.exec(action)
    const rule = /^add (constraint .+)$/i.exec(action)
    if (added) table = { ...table, columns: [...table.columns, readColumn(added[1]!, '')] }
    if (dropped) table = { ...table, columns: table.columns.filter((c) => c.name !== dropped[1]) }
    if (renamed) table = { ...table, columns: table.columns.map((c) => (c.name === renamed[1] ? { ...c, name: renamed[2]! } : c)) }
    if (rule) table = { ...table, rules: [...table.rules, rule[1]!] }
    if (moved) {
      tables.delete(name)
      table = { ...table, name: moved[1]! }
    }
  }
  tables.set(table.name, table)
}
