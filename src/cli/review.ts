// The checker on files: no database, any number of papers.
import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ATURAN } from '../periksa/aturan/daftar.ts'
import { kontrak } from '../periksa/kontrak.ts'
import type { Reviu } from '../periksa/reviu.ts'
import { sarif } from '../periksa/sarif.ts'
import { untukTerminal } from '../periksa/terminal.ts'
import { tooBig } from '../platform/documents/reading/kind.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { checkPaper, MOST_FILE } from '../reviu/commands-periksa.ts'
import { type Command, type Options, type Outcome, Usage, type World } from './command.ts'

export const review: Command = {
  usage: 'review BERKAS… [--semua] [--sarif] [--aturan KODE,…]',
  about: 'memeriksa laporan atau perjanjian baris demi baris: jumlah, persentase, antartabel, dan lainnya',
  words: 'many',
  options: { semua: { type: 'boolean' }, sarif: { type: 'boolean' }, aturan: { type: 'string' } },
  run: reviewPapers,
}

async function reviewPapers(files: string[], { semua, sarif: asSarif, aturan }: Options, world: World): Promise<Outcome> {
  const wanted = aturan === undefined ? undefined : String(aturan).split(',').filter(Boolean)
  const unknown = wanted?.find((kode) => !ATURAN.some((a) => a.kode === kode))
  if (unknown ?? wanted?.length === 0)
    throw new Usage(`Aturan "${unknown ?? aturan}" tidak dikenal. Yang ada: ${ATURAN.map((a) => a.kode).join(', ')}.`)
  const all = semua === true
  const done: { file: string; hasil: Reviu }[] = []
  const unread: { file: string; detail: string }[] = []
  const said: { json: unknown; text: string }[] = []
  for (const file of files) {
    const outcome = await checkFile(file, wanted)
    if (isRefusal(outcome)) {
      world.progress(`${file}: ${outcome.detail}\n`)
      unread.push({ file, detail: outcome.detail })
      said.push({ json: { file, ...outcome }, text: '' })
      continue
    }
    done.push({ file, hasil: outcome })
    said.push({ json: kontrak(file, outcome, all), text: untukTerminal(file, outcome, { semua: all, warna: world.colours }) })
  }
  const exit = unread.length ? 3 : done.some((d) => d.hasil.temuan.length) ? 1 : 0
  if (asSarif) {
    const report = sarif(done, ATURAN, version(world.root), unread)
    return { json: report, text: JSON.stringify(report, null, 2), exit }
  }
  const text = said.flatMap((s) => s.text || []).join('\n\n')
  return { json: said.length === 1 ? said[0]!.json : said.map((s) => s.json), text, exit }
}

async function checkFile(file: string, aturan: readonly string[] | undefined): Promise<Reviu | Refusal> {
  try {
    // What is too large is not even opened.
    const { size } = await stat(file)
    const hasil = size > MOST_FILE ? tooBig(size, MOST_FILE) : await checkPaper(await readFile(file), { aturan })
    return isRefusal(hasil) ? hasil : hasil.reviu
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === undefined) throw error
    return refuse('TIDAK_DITEMUKAN', `Berkas tidak dapat dibuka (${code}).`)
  }
}

const version = (root: string) => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
