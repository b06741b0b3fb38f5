import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { describeBreach, findBreaches, type Rule, type Sources } from './import-law.ts'

const ROOT = join(import.meta.dirname, '../..')

function realTree(): Sources {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  return new Map(files.sort().map((name) => [`src/${name}`, readFileSync(join(ROOT, 'src', name), 'utf8')]))
}

const judge = (tree: Record<string, string>) =>
  findBreaches(new Map(Object.entries(tree))).map((b) => `${b.rule} ${b.file}:${b.line}`)
const lawful = (tree: Record<string, string>) => assert.deepEqual(judge(tree), [])
/** One planted breach: the file, its text, the line where it must be found. */
const breach = (rule: Rule, file: string, text: string, line = 1) =>
  assert.deepEqual(judge({ [file]: text }), [`${rule} ${file}:${line}`])

test('the tree keeps the import law', () => {
  assert.deepEqual(findBreaches(realTree()).map(describeBreach), [])
})

describe('planted breaches of the import law are found', () => {
  const planted: [string, Rule, string, string][] = [
    [
      'the formula language knows no rule pack',
      'layer',
      'src/rumus/parse.ts',
      "import { SKALA } from '../peraturan/nasional/skala.ts'",
    ],
    [
      'a rule pack knows no room',
      'layer',
      'src/peraturan/nasional/pk.ts',
      "import type { Pk } from '../../perjanjian-kinerja/perjanjian-kinerja.ts'",
    ],
    ['the checker knows no room', 'layer', 'src/periksa/angka.ts', "import { Figure } from '../pengukuran/pengukuran.ts'"],
    ['a noun does not know the database', 'layer', 'src/ksd/ksd.ts', "import type { Db } from '../platform/db/database.ts'"],
    ['a rule does not know its store', 'layer', 'src/ksd/rules.ts', "import type { Row } from './store.ts'"],
    ['a workflow does not know its commands', 'layer', 'src/ksd/workflow.ts', "import { save } from './commands.ts'"],
    [
      'a document template reads no database',
      'layer',
      'src/ksd/ksd.document.ts',
      "import { many } from '../platform/db/database.ts'",
    ],
    [
      'a rule sees of earlier rooms the noun only',
      'layer',
      'src/ksd/rules.ts',
      "import { officeOf } from '../unit-kerja/queries.ts'",
    ],
    ['a store does not write the ledger', 'layer', 'src/ksd/store.ts', "import { record } from '../platform/audit/ledger.ts'"],
    [
      'a store does not import an earlier noun',
      'layer',
      'src/ksd/store.ts',
      "import type { Unit } from '../unit-kerja/unit-kerja.ts'",
    ],
    ['a command does not know HTTP routes', 'layer', 'src/ksd/commands.ts', "import { routes } from './routes.ts'"],
    [
      "a command does not reach into another room's store",
      'door',
      'src/ksd/commands.ts',
      "import * as store from '../unit-kerja/store.ts'",
    ],
    [
      "a query does not use another room's rules",
      'door',
      'src/ksd/queries.ts',
      "import { actingHolders } from '../unit-kerja/rules.ts'",
    ],
    ['a route does not speak to its store', 'layer', 'src/ksd/routes.ts', "import * as store from './store.ts'"],
    [
      "a route does not call another room's commands",
      'layer',
      'src/ksd/routes.ts',
      "import { assign } from '../unit-kerja/commands.ts'",
    ],
    ['a screen does not know its commands', 'layer', 'src/ksd/screens/list.tsx', "import { save } from '../commands.ts'"],
    [
      'a screen takes only types from its routes',
      'types-only',
      'src/ksd/screens/list.tsx',
      "import { routes } from '../routes.ts'",
    ],
    ['a screen sees no other room', 'layer', 'src/ksd/screens/list.tsx', "import { Unit } from '../../unit-kerja/unit-kerja.ts'"],
    ['the platform knows no room', 'layer', 'src/platform/jobs/jobs.ts', "import { list } from '../../ksd/queries.ts'"],
    ['the kernel knows only itself', 'layer', 'src/platform/kernel/x.ts', "import type { Db } from '../db/database.ts'"],
    ['the kit knows no room', 'layer', 'src/web/ui/table.tsx', "import type { Unit } from '../../unit-kerja/unit-kerja.ts'"],
    ['the shell knows no store', 'layer', 'src/web/main/router.tsx', "import { x } from '../../ksd/store.ts'"],
    ['the root column does not reach behind a door', 'layer', 'src/app.ts', "import { x } from './ksd/store.ts'"],
    ['the glossary stands alone', 'layer', 'src/glosarium.ts', "import { x } from './ksd/ksd.ts'"],
    ['nobody imports a test', 'layer', 'src/ksd/commands.ts', "import { x } from './ksd.test.ts'"],
    [
      'a room does not look ahead, even for a type',
      'look-back',
      'src/ksd/ksd.ts',
      "import type { Hasil } from '../pengukuran/pengukuran.ts'",
    ],
    ["not even a room's test looks ahead", 'look-back', 'src/ksd/ksd.test.ts', "import { lock } from '../pengukuran/commands.ts'"],
    ['the driver stays in platform/db', 'package', 'src/ksd/store.ts', "import { sql } from 'kysely'"],
    ['… also where it is imported when needed', 'package', 'src/platform/jobs/jobs.ts', "const pg = await import('pg')"],
    ['a room opens no file', 'world', 'src/ksd/commands.ts', "import { readFileSync } from 'node:fs'"],
    ['a room opens no file by promises either', 'world', 'src/ksd/rules.ts', "import { readFile } from 'node:fs/promises'"],
    ['a room reads no environment', 'world', 'src/ksd/commands.ts', 'const port = process.env.PORT'],
    ['the kernel reads no environment', 'world', 'src/platform/kernel/x.ts', 'const port = process.env.PORT'],
    ['a rule has no clock', 'clock', 'src/ksd/rules.ts', 'const late = due < Date.now()'],
    ['a command has no clock', 'clock', 'src/ksd/commands.ts', 'const now = new Date()'],
    ['… without parentheses neither', 'clock', 'src/ksd/commands.ts', 'const now = new Date'],
    ['a command speaks no SQL', 'sql', 'src/ksd/commands.ts', 'await sql`select 1`.execute(tx)'],
    ['a query speaks no SQL, typed or raw', 'sql', 'src/ksd/queries.ts', 'const q = sql<{ n: number }>`select 1`'],
    ['a folder that the plan does not have', 'floor-plan', 'src/util/text.ts', 'export const x = 1'],
    [
      'a file of only re-exports',
      'barrel',
      'src/ksd/rules.ts',
      "// all\nexport * from './workflow.ts'\nexport { type A, b } from './ksd.ts'",
    ],
    [
      "queries.ts may offer its store's reads, not its commands",
      'barrel',
      'src/ksd/queries.ts',
      "export { save } from './commands.ts'",
    ],
  ]
  for (const [name, rule, file, text] of planted) test(name, () => breach(rule, file, text))

  test('an import over several lines is found at its first', () => {
    breach('layer', 'src/rumus/x.ts', "// why\n\nimport {\n  a,\n  type B,\n} from '../ksd/ksd.ts'\n", 3)
  })
  test('imports for effect, of a namespace, re-exported, and in a type are found', () => {
    const texts = [
      "import '../ksd/ksd.ts'",
      "import * as k from '../ksd/ksd.ts'",
      "const a = 1\nexport { b } from '../ksd/ksd.ts'",
      "type K = import('../ksd/ksd.ts').Ksd",
    ]
    for (const text of texts) assert.equal(judge({ 'src/rumus/x.ts': text }).length, 1, text)
  })
  test('what only the server needs does not reach a page, by whatever way', () => {
    const tree = {
      'src/ksd/screens/list.tsx': "import { type A, NAMA } from '../ksd.ts'",
      'src/ksd/ksd.ts': "import { x } from '../platform/kernel/x.ts'",
      'src/platform/kernel/x.ts': "import { z } from 'zod'",
      'src/ksd/screens/types.ts': "import type { A } from '../ksd.ts'",
    }
    const found = findBreaches(new Map(Object.entries(tree)))
    assert.deepEqual(
      found.map(({ rule, file, to }) => [rule, file, to]),
      [['browser', 'src/ksd/screens/list.tsx', 'src/ksd/ksd.ts → src/platform/kernel/x.ts → zod']],
    )
  })
  test('a circle is found, once, with its way round', () => {
    const tree = {
      'src/rumus/a.ts': "import './b.ts'",
      'src/rumus/b.ts': "import './c.ts'",
      'src/rumus/c.ts': "// on\nimport type { A } from './a.ts'",
    }
    const found = findBreaches(new Map(Object.entries(tree)))
    assert.deepEqual(
      found.map(({ rule, file, line, to }) => [rule, file, line, to]),
      [['circle', 'src/rumus/c.ts', 2, 'src/rumus/a.ts → src/rumus/b.ts → src/rumus/c.ts → src/rumus/a.ts']],
    )
  })
})

describe('what the law allows is not reported', () => {
  test('a room in its fixed cast', () => {
    lawful({
      'src/ksd/ksd.ts':
        "import { z } from 'zod'\nimport type { KodeUnit } from '../unit-kerja/unit-kerja.ts'\nimport { isDay } from '../platform/kernel/time.ts'",
      'src/ksd/rules.ts':
        "import type { Ksd } from './ksd.ts'\nimport { SKALA } from '../peraturan/nasional/skala.ts'\nconst at = new Date(0)",
      'src/ksd/store.ts':
        "import { sql } from '../platform/db/database.ts'\nimport type { Ksd } from './ksd.ts'\nconst q = sql`select 1`",
      'src/ksd/commands.ts':
        "import { record } from '../platform/audit/ledger.ts'\nimport { officeOf } from '../unit-kerja/queries.ts'\nimport * as store from './store.ts'",
      'src/ksd/queries.ts': "// Reads.\nexport { findKsd } from './store.ts'\nexport type { Row } from './store.ts'",
      'src/ksd/routes.ts':
        "import { may } from '../pengguna/permissions.ts'\nimport * as commands from './commands.ts'\nimport type { App } from '../platform/http/server.ts'",
      'src/ksd/screens/list.tsx':
        "import type { Answer } from '../routes.ts'\nimport { type Other } from '../routes.ts'\nimport type { Ksd } from '../ksd.ts'",
      'src/app.ts': "import { routes } from './ksd/routes.ts'",
      'src/main.ts': "import { app } from './app.ts'\nconst now = new Date()\nconst port = process.env.PORT",
    })
  })
  test('words in comments and strings that look like imports', () => {
    lawful({
      'src/rumus/x.ts':
        "// import '../ksd/ksd.ts'\n/*\nimport { a } from '../ksd/ksd.ts'\n new Date() */\nconst glob = 'src/**/*.ts' // process.env",
    })
  })
})
