// Numbers: one formula reckoned, one value explained, a supposition tried, every result compared with its sources.
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { checkAll, recomputeAll } from '../pengukuran/commands-hitung-ulang.ts'
import { differenceInWords, explain as explainValue, explanationInWords, type Wanted } from '../pengukuran/queries.ts'
import { printed } from '../pengukuran/queries-jelaskan.ts'
import { inWords, whatIf } from '../pengukuran/queries-jika.ts'
import { SKALA_CAPAIAN } from '../peraturan/nasional/skala.ts'
import { type Db, inSnapshot } from '../platform/db/database.ts'
import { FORMATS } from '../platform/documents/press.ts'
import { print } from '../platform/documents/print.ts'
import { type Json, sha256 } from '../platform/kernel/canonical.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { calc as reckon } from '../rumus/calc.ts'
import { type Command, isFormat, type Many, type Outcome, said, Usage, type World, withInstance } from './command.ts'

export const calc: Command = {
  usage: 'calc BERKAS.json',
  about: 'menghitung satu kasus rumus, tanpa basis data',
  words: 1,
  run: async ([file]) => {
    const result = reckon(JSON.parse(await readFile(file!, 'utf8')), SKALA_CAPAIAN)
    return said(result, JSON.stringify(result, null, 2), hasGalat(result) ? 1 : 0)
  },
}

export const explain: Command = {
  usage: 'explain --unit U --indikator I --periode P [--bacaan I=B,…] [--format F -o BERKAS]',
  about: 'asal satu angka: rumus, dasar hukum, nilai di bawahnya, baris naskah, bukti',
  options: {
    unit: { type: 'string' },
    indikator: { type: 'string' },
    periode: { type: 'string' },
    bacaan: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  run: (_words, { unit, indikator, periode, bacaan, format, output }, world) =>
    withInstance(world, async ({ db }) => {
      if (!unit || !indikator || !periode) throw new Usage('Sebutkan --unit, --indikator dan --periode.')
      const wanted = { unit: String(unit), kode: String(indikator), periode: String(periode), bacaan: readings(bacaan) }
      if (format !== undefined || output !== undefined) return explainedOnPaper(db, world, wanted, format ?? 'pdf', output)
      const tree = accepted(await inSnapshot(db, (tx) => explainValue(tx, wanted)))
      return said(tree, explanationInWords(tree))
    }),
}

export const jika: Command = {
  usage: 'jika --unit U --tahun Y [--andai LETAK=ISIAN …] [--cari LETAK --untuk I.P]',
  about: 'bagaimana jika isian lain; berapa seharusnya agar target tercapai; tidak menyimpan apa pun',
  options: {
    unit: { type: 'string' },
    tahun: { type: 'string' },
    andai: { type: 'string', multiple: true },
    cari: { type: 'string' },
    untuk: { type: 'string' },
  },
  run: (_words, options, world) =>
    withInstance(world, async ({ db }) => {
      const { unit, tahun, cari, untuk } = options
      if (!unit || !/^\d{4}$/.test(String(tahun))) throw new Usage('Sebutkan --unit dan --tahun (empat angka).')
      const andaian = ((options as Many).andai ?? []).map(supposition)
      if (!andaian.length && !cari) throw new Usage('Sebutkan paling sedikit satu --andai LETAK=ISIAN, atau --cari LETAK.')
      if ((cari === undefined) !== (untuk === undefined)) throw new Usage('--cari dan --untuk dipakai bersama.')
      const wanted = { andaian, cari: cari as string | undefined, untuk: untuk as string | undefined }
      const outcome = accepted(await inSnapshot(db, (tx) => whatIf(tx, String(unit), Number(tahun), wanted)))
      return said(outcome, inWords(outcome), outcome.salah.length ? 1 : 0)
    }),
}

export const recompute: Command = {
  usage: 'hitung-ulang [--unit U] [--tahun Y] [--simpan]',
  about: 'menghitung semua hasil dari data asalnya; yang tersimpan lain disebutkan, dan dengan --simpan diganti',
  options: { unit: { type: 'string' }, tahun: { type: 'string' }, simpan: { type: 'boolean' } },
  run: (_words, { unit, tahun, simpan }, world) =>
    withInstance(world, async ({ db, connection }) => {
      if (tahun !== undefined && !/^\d{4}$/.test(String(tahun))) throw new Usage('Tulis --tahun dengan empat angka.')
      const wanted = { unit: unit ? String(unit) : undefined, tahun: tahun ? Number(tahun) : undefined }
      const tell = (done: number, of: number) => world.progress(`Selaras: bagian ${done} dari ${of}\n`)
      const options = { tell, threads: { connection, count: Math.min(availableParallelism(), 4) } }
      const found = accepted(
        simpan ? await recomputeAll(db, contextAt(world.clock()), wanted, options) : await checkAll(db, wanted, options),
      )
      const { diperiksa, jumlahPerbedaan, perbedaan } = found
      const sum = `${diperiksa} hasil dihitung dari data asalnya; ${jumlahPerbedaan || 'tidak ada'} yang berbeda${simpan && jumlahPerbedaan ? ' dan sudah diganti' : ''}.`
      const more = jumlahPerbedaan - perbedaan.length
      const lines = [...perbedaan.map((p) => `  ${differenceInWords(p)}`), ...(more > 0 ? [`  … dan ${more} lagi`] : [])]
      return said({ ...found, disimpan: simpan === true }, [sum, ...lines].join('\n'), jumlahPerbedaan && !simpan ? 1 : 0)
    }),
}

async function explainedOnPaper(db: Db, world: World, wanted: Wanted, format: unknown, output: unknown): Promise<Outcome> {
  if (!isFormat(format)) throw new Usage(`Format "${format}" tidak dikenal. Yang ada: ${FORMATS.join(', ')}.`)
  if (!output) throw new Usage('Sebutkan -o BERKAS.')
  const paper = accepted(await inSnapshot(db, (tx) => printed(tx, wanted, format, world.clock())))
  const { content, nama } = 'content' in paper ? paper : await print(paper, format)
  await writeFile(String(output), content)
  return said({ berkas: output, ukuran: content.length, sha256: sha256(content) }, `${nama} → ${output} (${content.length} byte)`)
}

/** `IEK=VARIABEL,TLHP=SISA` → which reading to take for which indicator. */
function readings(text: string | boolean | undefined): Record<string, string> {
  const pairs = String(text ?? '')
    .split(',')
    .filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const [kode, bacaan] = pair.split('=')
      if (!kode || !bacaan) throw new Usage(`Bacaan "${pair}" harus berbentuk INDIKATOR=BACAAN.`)
      return [kode, bacaan]
    }),
  )
}

/** `IKM.2024-S1.kelurahan.Gambir~Duri Pulo=90`; the words of a row may hold an equals sign, what is typed does not. */
function supposition(text: string): { di: string; tercetak: string } {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new Usage(`Andaian "${text}" harus berbentuk LETAK=ISIAN, misalnya CRM.2024-TW4.masuk=120.`)
  return { di: text.slice(0, at).trim(), tercetak: text.slice(at + 1).trim() }
}

function hasGalat(result: unknown): boolean {
  return Object.values(result as Record<string, Json>).some((part) => (part as { status?: string } | null)?.status === 'GALAT')
}
