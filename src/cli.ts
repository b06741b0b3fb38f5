// The command line in one column. People's text on standard output (or one JSON document with --json), progress on
// standard error. Exit 0 done, 1 read but refused or with findings, 2 wrong usage, 3 a file, database or network failed.
import { parseArgs } from 'node:util'
import { addUser, init, recordUserNik, resetUser } from './cli/accounts.ts'
import { type Command, type Options, Usage, type World } from './cli/command.ts'
import { importDataFile, importPaper } from './cli/import.ts'
import { backup, bench, restore, verify } from './cli/keeping.ts'
import { calc, explain, jika, recompute } from './cli/numbers.ts'
import { render } from './cli/render.ts'
import { review } from './cli/review.ts'
import { serve } from './cli/serve.ts'
import { Refused } from './platform/kernel/refusal.ts'

export type { Instance, World } from './cli/command.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  serve,
  init,
  'user add': addUser,
  'user reset': resetUser,
  'user nik': recordUserNik,
  calc,
  explain,
  jika,
  render,
  review,
  'import data': importDataFile,
  'import pk': importPaper('pk'),
  'import rencana-aksi': importPaper('rencana-aksi'),
  'import lkip': importPaper('lkip'),
  'hitung-ulang': recompute,
  'audit verify': verify,
  backup,
  restore,
  bench,
}

/** Runs one command and returns its exit code; whatever is thrown becomes a message and a code here. */
export async function runCommand(argv: readonly string[], world: World): Promise<number> {
  const two = argv.slice(0, 2).join(' ')
  const name = two in COMMANDS ? two : (argv[0] ?? '')
  const command = COMMANDS[name]
  const json = argv.includes('--json')
  if (!command) {
    world.progress(`${argv.length && argv[0] !== '--help' ? `Perintah "${argv[0]}" tidak dikenal.\n\n` : ''}${help()}\n`)
    return argv[0] === '--help' ? 0 : 2
  }
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(name.split(' ').length),
      options: { json: { type: 'boolean' }, ...command.options },
      allowPositionals: true,
    })
    const wanted = command.words ?? 0
    if (wanted === 'many' && !positionals.length) throw new Usage('Sebutkan paling sedikit satu berkas.')
    if (typeof wanted === 'number' && positionals.length !== wanted)
      throw new Usage(`Perintah ini memerlukan ${wanted} kata setelah namanya.`)
    const outcome = await command.run(positionals, values as Options, world)
    if (typeof outcome === 'number') return outcome
    world.out(json ? `${JSON.stringify(outcome.json, null, 2)}\n` : `${outcome.text}\n`)
    return outcome.exit ?? 0
  } catch (error) {
    const usage = error instanceof Usage || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    if (error instanceof Refused) {
      if (json) world.out(`${JSON.stringify(error.refusal, null, 2)}\n`)
      else world.progress(`${error.refusal.detail}\n`)
      return 1
    }
    const message = inWords(error as Error)
    world.progress(usage ? `${message}\nPemakaian: selaras ${command.usage}\n` : `${message}\n`)
    if (json) world.out(`${JSON.stringify({ refused: usage ? 'PEMAKAIAN' : 'GAGAL', detail: message }, null, 2)}\n`)
    return usage ? 2 : error instanceof SyntaxError ? 1 : 3
  }
}

/** What stops a command, in the words of who types it; a fault of the program keeps its own. */
function inWords(error: Error & { readonly code?: string; readonly path?: string }): string {
  const { code, path = 'itu', message } = error
  if (error instanceof SyntaxError) {
    const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
    return `Berkas bukan JSON yang utuh${line ? `: periksa baris ${line}, kolom ${column}` : ''}.`
  }
  if (code === 'ENOENT') return `Berkas ${path} tidak ada.`
  if (code === 'EISDIR') return `${path === 'itu' ? 'Itu' : path} adalah folder; sebutkan berkasnya.`
  if (code === 'EACCES') return `Berkas ${path} tidak boleh dibaca.`
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Pilihan ${option} tidak dikenal.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `Pilihan ${option} ditulis tanpa nilainya, atau dengan nilai yang tidak diperlukannya.`
  return message
}

function help(): string {
  const rows = Object.values(COMMANDS).map((c) => `  ${c.usage.padEnd(72)} ${c.about}`)
  return ['Selaras: akuntabilitas kinerja. Pemakaian: selaras <perintah> [--json]', ...rows].join('\n')
}
