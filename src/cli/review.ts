// The checker on files, which needs no database, and on drafts of our own.
import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ATURAN } from '../periksa/aturan/daftar.ts'
import { kontrak } from '../periksa/kontrak.ts'
import type { Reviu } from '../periksa/reviu.ts'
import { sarif } from '../periksa/sarif.ts'
import { untukTerminal } from '../periksa/terminal.ts'
import { tooBig } from '../platform/documents/reading/kind.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { checkPaper, MOST_FILE } from '../reviu/commands-periksa.ts'
import { JENIS_DRAF, type JenisDraf, reviewNewest } from '../reviu/queries-draf.ts'
import { type Command, type Options, type Outcome, Usage, type World, withInstance } from './command.ts'

export const review: Command = {
  usage: 'review [BERKAS…] [--pk U/Y] [--rencana-aksi U/Y] [--semua] [--sarif] [--aturan KODE,…]',
  about:
    'memeriksa berkas, atau versi terbaru PK dan Rencana Aksi seperti akan tercetak: jumlah, persentase, antartabel, dan lainnya',
  words: 'any',
  options: {
    pk: { type: 'string' },
    'rencana-aksi': { type: 'string' },
    semua: { type: 'boolean' },
    sarif: { type: 'boolean' },
    aturan: { type: 'string' },
  },
  run: reviewPapers,
}

type Checked = { readonly file: string; readonly hasil: Reviu | Refusal }

async function reviewPapers(files: string[], options: Options, world: World): Promise<Outcome> {
  const { semua, sarif: asSarif, aturan } = options
  const wanted = aturan === undefined ? undefined : String(aturan).split(',').filter(Boolean)
  const unknown = wanted?.find((kode) => !ATURAN.some((a) => a.kode === kode))
  if (unknown ?? wanted?.length === 0)
    throw new Usage(`Aturan "${unknown ?? aturan}" tidak dikenal. Yang ada: ${ATURAN.map((a) => a.kode).join(', ')}.`)
  const drafts = JENIS_DRAF.flatMap((jenis) => (options[jenis] === undefined ? [] : [draftNamed(jenis, String(options[jenis]))]))
  if (!files.length && !drafts.length)
    throw new Usage('Sebutkan paling sedikit satu berkas, atau --pk UNIT/TAHUN atau --rencana-aksi UNIT/TAHUN.')
  const all = semua === true
  const done: { file: string; hasil: Reviu }[] = []
  const unread: { file: string; detail: string }[] = []
  const said: { json: unknown; text: string }[] = []
  const take = ({ file, hasil }: Checked, refused: { file: string; detail: string }[]) => {
    if (isRefusal(hasil)) {
      world.progress(`${file}: ${hasil.detail}\n`)
      refused.push({ file, detail: hasil.detail })
      said.push({ json: { file, ...hasil }, text: '' })
      return
    }
    done.push({ file, hasil })
    said.push({ json: kontrak(file, hasil, all), text: untukTerminal(file, hasil, { semua: all, warna: world.colours }) })
  }
  for (const file of files) take({ file, hasil: await checkFile(file, wanted) }, unread)
  const absent: { file: string; detail: string }[] = []
  if (drafts.length) for (const draft of await checkDrafts(drafts, wanted, world)) take(draft, absent)
  const exit = unread.length ? 3 : absent.length || done.some((d) => d.hasil.temuan.length) ? 1 : 0
  if (asSarif) {
    const report = sarif(done, ATURAN, version(world.root), [...unread, ...absent])
    return { json: report, text: JSON.stringify(report, null, 2), exit }
  }
  const text = said.flatMap((s) => s.text || []).join('\n\n')
  return { json: said.length === 1 ? said[0]!.json : said.map((s) => s.json), text, exit }
}

type Draft = { readonly jenis: JenisDraf; readonly unit: string; readonly tahun: number }
function draftNamed(jenis: JenisDraf, text: string): Draft {
  const [, unit, tahun] = /^([a-z0-9.-]+)\/(\d{4})$/.exec(text) ?? []
  if (!unit) throw new Usage(`Tulis --${jenis} sebagai UNIT/TAHUN, misalnya dki.bkd/2025.`)
  return { jenis, unit, tahun: Number(tahun) }
}

function checkDrafts(drafts: readonly Draft[], aturan: readonly string[] | undefined, world: World): Promise<Checked[]> {
  return withInstance(world, async ({ db }) => {
    const checked: Checked[] = []
    for (const { jenis, unit, tahun } of drafts) {
      const found = await reviewNewest(db, contextAt(world.clock()), { jenis, unit, tahun, aturan })
      checked.push(
        isRefusal(found) ? { file: `${jenis} ${unit}/${tahun}`, hasil: found } : { file: found.nama, hasil: found.hasil },
      )
    }
    return checked
  })
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
