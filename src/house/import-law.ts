// The import law of the house as a function: the text of every source file in, breaches out.
//
// It reads text, not syntax trees (TypeScript 7 exports no compiler API), after blanking comments. Its limits: an
// import must begin its line; `import(name)` with a computed name and require() are not seen; a comment inside a nested
// template literal, or a backtick in a regular expression, can hide or show what stands on the same lines. What it finds
// is printed with file and line, so a wrong finding is seen at once; biome and tsc see to well-formed imports.
import { type Place, placeOf, ROOMS } from './floor-plan.ts'

export type Sources = ReadonlyMap<string, string>
export type Rule =
  | 'layer'
  | 'door'
  | 'look-back'
  | 'types-only'
  | 'package'
  | 'browser'
  | 'world'
  | 'clock'
  | 'sql'
  | 'barrel'
  | 'circle'
  | 'floor-plan'
export type Breach = {
  readonly file: string
  readonly line: number
  readonly from: string
  readonly to: string
  readonly rule: Rule
}

type Import = { readonly line: number; readonly target: string; readonly typesOnly: boolean; readonly reexport: boolean }

/** Every breach in a tree, in the order of files and lines. Paths are those of the checkout: `src/unit-kerja/store.ts`. */
export function findBreaches(sources: Sources): Breach[] {
  const breaches: Breach[] = []
  const graph = new Map<string, Import[]>()
  for (const [file, source] of sources) {
    const text = withoutComments(source)
    const place = placeOf(file)
    const imports = importsOf(file, text)
    graph.set(file, imports)
    const report = (rule: Rule, line: number, to: string) => breaches.push({ file, line, from: nameOf(place), to, rule })
    if (place.kind === 'unknown') report('floor-plan', 1, file)
    for (const one of imports) {
      const rule = one.target.startsWith('src/') ? judge(place, placeOf(one.target), one) : judgePackage(place, one.target)
      if (rule) report(rule, one.line, one.target)
    }
    for (const { rule, pattern, ends } of WORLD)
      if (!ends(place)) for (const match of text.matchAll(pattern)) report(rule, lineAt(text, match.index), match[0].trim())
    if (isBarrel(place, text, imports)) report('barrel', 1, imports.map((i) => i.target).join(', '))
  }
  return [...breaches, ...findCircles(graph), ...findInBrowser(graph)].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line,
  )
}

/** `src/ksd/routes.ts:7: ksd/routes may not import src/anggaran/store.ts (door)`. */
export function describeBreach({ file, line, from, to, rule }: Breach): string {
  return `${file}:${line}: ${from} may not use ${to} (${rule})`
}

const nameOf = (p: Place) => ('room' in p ? `${p.room}/${p.kind}` : p.kind === 'platform' ? `platform/${p.part}` : p.kind)
const isPack = (p: Place) => p.kind === 'peraturan' || p.kind === 'rumus' || p.kind === 'periksa'
const isKernel = (p: Place) => p.kind === 'platform' && (p.part === 'kernel' || p.part === 'documents/blocks')
const isPure = (p: Place) => p.kind === 'noun' || p.kind === 'pure'
const isDoor = (p: Place) => p.kind === 'noun' || p.kind === 'commands' || p.kind === 'queries'
const isTest = (p: Place) => 'test' in p && p.test

/** The rule of the table "Import law" that forbids this import, or undefined where it is allowed. */
function judge(from: Place, to: Place, { typesOnly }: Import): Rule | undefined {
  if (from.kind === 'root' || from.kind === 'unknown') return undefined
  const later = 'room' in from && 'room' in to && ROOMS.indexOf(to.room) > ROOMS.indexOf(from.room)
  if (later) return 'look-back'
  if (isTest(from)) return undefined
  if (isTest(to)) return 'layer'
  if (isKernel(to)) return undefined
  const law = LAW[from.kind]
  if (!('room' in from) || !('room' in to) || from.room === to.room) return law(to, from, typesOnly)
  // Another room's file: only its doors, and then what the table says.
  const permissions = from.kind === 'routes' && to.room === 'pengguna' && to.file === 'permissions.ts'
  return isDoor(to) ? law(to, from, typesOnly) : permissions ? undefined : 'door'
}

const allow = (yes: boolean, otherwise: Rule = 'layer') => (yes ? undefined : otherwise)
const sameRoom = (a: Place, b: Place) => 'room' in a && 'room' in b && a.room === b.room

/** Row by row the table of house.md. `platform/kernel` and the document blocks are open to all. */
const LAW: Readonly<
  Record<Exclude<Place['kind'], 'root' | 'unknown'>, (to: Place, from: Place, typesOnly: boolean) => Rule | undefined>
> = {
  rumus: (to) => allow(to.kind === 'rumus'),
  peraturan: (to) => allow(to.kind === 'peraturan' || to.kind === 'rumus'),
  periksa: (to) => allow(isPack(to)),
  noun: (to, from) => allow(isPack(to) || to.kind === 'noun' || (isPure(to) && sameRoom(from, to))),
  pure: (to, from) => allow(isPack(to) || to.kind === 'noun' || (isPure(to) && sameRoom(from, to))),
  store: (to, from) =>
    allow((to.kind === 'platform' && to.part === 'db') || (sameRoom(from, to) && (isPure(to) || to.kind === 'store'))),
  commands: (to, from) =>
    allow(to.kind === 'platform' || isDoor(to) || (sameRoom(from, to) && (isPure(to) || to.kind === 'store'))),
  queries: (to, from) => allow(to.kind === 'platform' || isDoor(to) || (sameRoom(from, to) && (isPure(to) || to.kind === 'store'))),
  // The transaction is opened at the edge, and addresses carry the codes of earlier rooms.
  routes: (to, from) =>
    allow(
      (to.kind === 'platform' && (to.part === 'http' || to.part === 'db')) ||
        to.kind === 'noun' ||
        (sameRoom(from, to) && (isPure(to) || isDoor(to))),
    ),
  screens: (to, from, typesOnly) => {
    if (to.kind === 'routes' && sameRoom(from, to)) return allow(typesOnly, 'types-only')
    return allow(to.kind === 'web-ui' || to.kind === 'periksa' || (sameRoom(from, to) && (isPure(to) || to.kind === 'screens')))
  },
  platform: (to, from) => allow(to.kind === 'platform' && !isKernel(from)),
  'web-ui': (to) => allow(to.kind === 'web-ui'),
  'web-main': (to, _from, typesOnly) =>
    to.kind === 'routes'
      ? allow(typesOnly, 'types-only')
      : allow(to.kind === 'web-main' || to.kind === 'web-ui' || to.kind === 'screens' || to.kind === 'noun'),
  column: (to) => allow(to.kind === 'column' || to.kind === 'platform' || to.kind === 'routes' || isDoor(to) || isPack(to)),
  glosarium: () => 'layer',
  house: (to) => allow(to.kind === 'house' || to.kind === 'glosarium'),
}

const isStoreOrDb = (p: Place) => p.kind === 'store' || (p.kind === 'platform' && p.part !== 'kernel')
const isEnd = (p: Place) => isTest(p) || p.kind === 'root' || p.kind === 'column' || (p.kind === 'platform' && p.part !== 'kernel')

/** The three things that only some files may do, whatever they import. */
const WORLD: readonly { readonly rule: Rule; readonly pattern: RegExp; readonly ends: (p: Place) => boolean }[] = [
  { rule: 'world', pattern: /\bprocess\.env\b/g, ends: isEnd },
  { rule: 'clock', pattern: /\bDate\.now\(|\bnew Date(?:\(\s*\)|(?![\w(]))/g, ends: isEnd },
  { rule: 'sql', pattern: /\bsql(?:<[^`\n]*>)?`|\bsql\.raw\(/g, ends: (p) => isTest(p) || isStoreOrDb(p) },
]

function judgePackage(from: Place, target: string): Rule | undefined {
  if (/^(?:kysely|pg|pg-copy-streams)(?:\/|$)/.test(target))
    return allow(isTest(from) || (from.kind === 'platform' && ['db', 'backup'].includes(from.part)), 'package')
  if (/^(?:node:)?fs(?:\/|$)/.test(target)) return allow(isEnd(from), 'world')
  return undefined
}

/** A file of nothing but re-exports. A room's queries.ts may offer its store's reads as they are. */
function isBarrel(place: Place, text: string, imports: readonly Import[]): boolean {
  const passed = imports.filter((i) => i.reexport)
  if (!passed.length || text.replace(STATIC, '').trim() !== '') return false
  return !(
    place.kind === 'queries' && passed.every((i) => sameRoom(place, placeOf(i.target)) && placeOf(i.target).kind === 'store')
  )
}

const STATIC =
  /^[ \t]*(?:import[ \t]+(?:[\w$*{][^'"]*?\bfrom\s*|)|import(?=['"])|export\s+(?:type\s+)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})\s*from\s*)(['"])([^'"\n]+)\1[^\S\n]*(?:with\s*\{[^}]*\})?/gm
const DYNAMIC = /\bimport\(\s*(['"`])([^'"`\n]+)\1/g

function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  for (const pattern of [STATIC, DYNAMIC])
    for (const match of text.matchAll(pattern)) {
      const clause = match[0].trim()
      const named = /\{([^}]*)\}\s*from/.exec(clause)?.[1]
      const typesOnly =
        /^(?:import|export)\s+type\b/.test(clause) ||
        (/^(?:import|export)\s*\{/.test(clause) && named!.split(',').every((name) => !name.trim() || /^type\s/.test(name.trim())))
      const start = match.index + match[0].length - match[0].trimStart().length
      found.push({ line: lineAt(text, start), target: resolve(file, match[2]!), typesOnly, reexport: clause.startsWith('export') })
    }
  return found.sort((a, b) => a.line - b.line)
}

function resolve(file: string, target: string): string {
  if (!target.startsWith('.')) return target
  const parts = file.split('/').slice(0, -1)
  for (const step of target.split('/'))
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  return parts.join('/')
}

/** Comments become blanks, so that lines keep their numbers; strings are stepped over. */
function withoutComments(text: string): string {
  return text.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (piece) =>
    piece.startsWith('//') || piece.startsWith('/*') ? piece.replace(/[^\n]/g, ' ') : piece,
  )
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

/** What only the server needs: tens of kilobytes that a page would fetch and never use. */
const SERVER_ONLY = /^(?:zod|node:.*|pg|kysely|fastify|pdf.*)(?:\/|$)/

/** A file of a page that brings such a package into the browser, through whatever it imports, reported where the way begins. */
function findInBrowser(graph: ReadonlyMap<string, readonly Import[]>): Breach[] {
  const wayTo = new Map<string, readonly string[] | null>()
  const way = (file: string): readonly string[] | null => {
    const known = wayTo.get(file)
    if (known !== undefined) return known
    wayTo.set(file, null)
    for (const { target, typesOnly } of graph.get(file) ?? []) {
      if (typesOnly) continue
      const rest = SERVER_ONLY.test(target) ? [] : way(target)
      if (!rest) continue
      wayTo.set(file, [target, ...rest])
      break
    }
    return wayTo.get(file)!
  }
  const inPage = (file: string) => {
    const place = placeOf(file)
    return ['screens', 'web-ui', 'web-main'].includes(place.kind) && !isTest(place)
  }
  return [...graph].flatMap(([file, imports]) =>
    !inPage(file)
      ? []
      : imports.flatMap(({ target, typesOnly, line }) => {
          const rest = typesOnly || inPage(target) ? null : SERVER_ONLY.test(target) ? [] : way(target)
          return rest
            ? [{ file, line, from: nameOf(placeOf(file)), to: [target, ...rest].join(' → '), rule: 'browser' as const }]
            : []
        }),
  )
}

/** Each circle once, reported at the import that closes it. */
function findCircles(graph: ReadonlyMap<string, readonly Import[]>): Breach[] {
  const breaches: Breach[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string) => {
    path.push(file)
    for (const { target, line } of graph.get(file) ?? []) {
      const at = path.indexOf(target)
      if (at >= 0)
        breaches.push({ file, line, from: nameOf(placeOf(file)), to: [...path.slice(at), target].join(' → '), rule: 'circle' })
      else if (graph.has(target) && !done.has(target)) visit(target)
    }
    path.pop()
    done.add(file)
  }
  for (const file of graph.keys()) if (!done.has(file)) visit(file)
  return breaches
}
