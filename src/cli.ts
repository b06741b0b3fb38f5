// The command line in one column. People's text on standard output (or one JSON document with --json), progress on
// standard error. Exit 0 done, 1 read but refused or with findings, 2 wrong usage, 3 a file, database or network failed.
import { readFileSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { createApp } from './app.ts'
import * as forum from './forum/queries.ts'
import { importData, loadExample } from './impor/commands.ts'
import { keepNaskah, readNaskah, recognise } from './impor/commands-naskah.ts'
import { type JenisNaskah, NAMA_JENIS } from './impor/impor.ts'
import { keraguan, naskahInWords } from './impor/queries.ts'
import { kamusPaper } from './indikator/queries.ts'
import { ingatkan, kirimSurel, sebarkan } from './kabar/commands.ts'
import { createAccount, recordNik, resetPassword } from './pengguna/commands.ts'
import { listAccounts } from './pengguna/queries.ts'
import { checkAll, checkSample, recomputeAll } from './pengukuran/commands-hitungan.ts'
import { capaianPaper, differenceInWords, explain, explanationInWords, type Wanted } from './pengukuran/queries.ts'
import { printed } from './pengukuran/queries-jelaskan.ts'
import { inWords, whatIf } from './pengukuran/queries-jika.ts'
import { SKALA_CAPAIAN } from './peraturan/nasional/skala.ts'
import * as perencanaan from './perencanaan/queries.ts'
import { ATURAN } from './periksa/aturan/daftar.ts'
import { kontrak } from './periksa/kontrak.ts'
import type { Reviu } from './periksa/reviu.ts'
import { sarif } from './periksa/sarif.ts'
import { untukTerminal } from './periksa/terminal.ts'
import * as perjanjian from './perjanjian-kinerja/queries.ts'
import { anchor } from './platform/audit/ledger.ts'
import { verifyLedger } from './platform/audit/verify.ts'
import { backup, restore } from './platform/backup/backup.ts'
import { type Connection, type Db, inSnapshot, inTransaction } from './platform/db/database.ts'
import type { Document } from './platform/documents/blocks.ts'
import { FORMATS, type Format } from './platform/documents/press.ts'
import { print } from './platform/documents/print.ts'
import { tooBig } from './platform/documents/reading/kind.ts'
import type { Files } from './platform/files/files.ts'
import { readFolder } from './platform/files/folder.ts'
import { verifyFiles } from './platform/files/verify.ts'
import { type Job, type Jobs, startJobs } from './platform/jobs/jobs.ts'
import { type Json, sha256 } from './platform/kernel/canonical.ts'
import { type Context, contextAt, SISTEM } from './platform/kernel/context.ts'
import { accepted, isRefusal, type Refusal, Refused, refuse } from './platform/kernel/refusal.ts'
import type { MailSettings } from './platform/mail/mail.ts'
import { smtpMailer } from './platform/mail/smtp.ts'
import type { Vault } from './platform/signing/identity.ts'
import type { Signing } from './platform/signing/sign-paper.ts'
import * as rencana from './rencana-aksi/queries.ts'
import { checkPaper, MOST_FILE } from './reviu/commands-periksa.ts'
import { calc } from './rumus/calc.ts'

export type Instance = {
  readonly db: Db
  readonly connection: Connection
  readonly files: Files
  readonly signing: () => Promise<Signing>
  /** What NIK are sealed with. */
  readonly vault: () => Promise<Vault>
  readonly postmaster?: () => number
  readonly close: () => Promise<void>
}
export type World = {
  readonly root: string
  readonly production: boolean
  /** A PostgreSQL server of the operator's own, by DATABASE_URL. */
  readonly ownServer: boolean
  readonly port: number
  readonly host: string
  readonly logLevel: string
  readonly behindProxy: boolean
  /** Where people find the program: in the links of letters. */
  readonly site: string
  /** Absent: no letters are sent. */
  readonly mail?: MailSettings
  readonly clock: () => Date
  readonly stdin: Readable
  readonly out: (text: string) => void
  readonly progress: (text: string) => void
  /** Standard output is a terminal that shows colours. */
  readonly colours?: boolean
  readonly stopped: () => Promise<unknown>
  readonly open: (onProgress: (text: string) => void) => Promise<Instance>
}

type Options = Record<string, string | boolean | undefined>
type Many = Record<string, readonly string[] | undefined>
type Outcome = { readonly json: unknown; readonly text: string; readonly exit?: 0 | 1 | 3 }
type Command = {
  readonly usage: string
  readonly about: string
  /** How many words follow its name; `many`: one or more. */
  readonly words?: number | 'many'
  readonly options?: ParseArgsOptionsConfig
  readonly run: (words: string[], options: Options, world: World) => Promise<Outcome | number>
}

class Usage extends Error {}

/** Reads papers, says what it understood, what not and where; with --save it keeps them. */
function importPaper(jenis: JenisNaskah): Command {
  return {
    usage: `import ${jenis} BERKAS…${jenis === 'lkip' ? '' : ' [--save [--draf] [--unit U --tahun Y]]'}`,
    about: `membaca ${NAMA_JENIS[jenis]} dari kertas (teks, DOCX, XLSX, HTML, PDF); tidak menyimpan apa pun tanpa --save`,
    words: 'many',
    options: { save: { type: 'boolean' }, draf: { type: 'boolean' }, unit: { type: 'string' }, tahun: { type: 'string' } },
    run: (files, { save, draf, unit, tahun }, world) =>
      withInstance(world, async ({ db }) => {
        if (save && jenis === 'lkip')
          throw new Usage(
            'Hasil dari LKIP tidak disimpan langsung: periksa bacaannya, lalu muat sebagai berkas data (import data).',
          )
        if (tahun !== undefined && !/^\d{4}$/.test(String(tahun))) throw new Usage('Tulis --tahun dengan empat angka.')
        const wanted = {
          save: save === true,
          draf: draf === true,
          unit: unit ? String(unit) : undefined,
          tahun: Number(tahun ?? 0),
        }
        const read = []
        for (const file of files) {
          world.progress(`Selaras: membaca ${basename(file)}\n`)
          const content = await readFile(file)
          read.push(await importedPaper(db, contextAt(world.clock()), basename(file), content, jenis, wanted))
        }
        const text = read.map((r) => r.text).join('\n\n')
        return said(read.length === 1 ? read[0]!.json : read.map((r) => r.json), text, read.some((r) => r.doubts) ? 1 : 0)
      }),
  }
}

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    usage: 'serve [--contoh]',
    about: 'aplikasi web dan API',
    options: { contoh: { type: 'boolean' } },
    run: (_words, { contoh }, world) => serve(world, contoh === true),
  },
  init: {
    usage: 'init [--username NAMA]',
    about: 'membuat administrator pertama dengan kata sandi sekali pakai',
    options: { username: { type: 'string' } },
    run: (_words, { username = 'administrator' }, world) =>
      withInstance(world, async ({ db }) => {
        if ((await listAccounts(db, { now: world.clock(), limit: 1 })).length)
          return said({ refused: 'BENTROK' }, 'Sudah ada akun. Pakai `selaras user reset`.', 1)
        const { password } = accepted(
          await createAccount(db, contextAt(world.clock()), {
            username: String(username),
            nama: 'Administrator',
            administrator: true,
          }),
        )
        return said(
          { username, password },
          `Administrator ${username} dibuat.\nKata sandi sekali pakai: ${password}\nGanti saat masuk pertama kali.`,
        )
      }),
  },
  'user add': {
    usage: 'user add NAMA_PENGGUNA --nama "Nama" [--pegawai ID] [--administrator]',
    about: 'membuat akun; kata sandi dibaca dari masukan baku, atau dibuatkan',
    words: 1,
    options: { nama: { type: 'string' }, pegawai: { type: 'string' }, administrator: { type: 'boolean' } },
    run: ([username], { nama, pegawai, administrator }, world) =>
      withInstance(world, async ({ db }) => {
        if (!nama) throw new Usage('Sebutkan nama pemilik akun dengan --nama.')
        const wanted = {
          username: username!,
          nama: String(nama),
          pegawai: pegawai ? String(pegawai) : null,
          administrator: administrator === true,
        }
        const { password } = accepted(await createAccount(db, contextAt(world.clock()), wanted, await passwordFrom(world)))
        return said({ username, password }, `Akun ${username} dibuat.\nKata sandi sekali pakai: ${password}`)
      }),
  },
  'user reset': {
    usage: 'user reset NAMA_PENGGUNA',
    about: 'memberi kata sandi sekali pakai baru; semua sesi akun itu berakhir',
    words: 1,
    run: ([username], _options, world) =>
      withInstance(world, async ({ db }) => {
        const { password } = accepted(await resetPassword(db, contextAt(world.clock()), username!, await passwordFrom(world)))
        return said({ username, password }, `Kata sandi ${username} diatur ulang.\nKata sandi sekali pakai: ${password}`)
      }),
  },
  'user nik': {
    usage: 'user nik NAMA_PENGGUNA',
    about: 'mencatat NIK (dari masukan baku) untuk layanan tanda tangan elektronik; disandikan dan tidak pernah ditampilkan',
    words: 1,
    run: ([username], _options, world) =>
      withInstance(world, async ({ db, vault }) => {
        const nik = (await passwordFrom(world)) ?? ''
        accepted(await recordNik(db, contextAt(world.clock()), await vault(), username!, nik))
        return said({ username }, `NIK ${username} dicatat.`)
      }),
  },
  calc: {
    usage: 'calc BERKAS.json',
    about: 'menghitung satu kasus rumus, tanpa basis data',
    words: 1,
    run: async ([file]) => {
      const result = calc(JSON.parse(await readFile(file!, 'utf8')), SKALA_CAPAIAN)
      return said(result, JSON.stringify(result, null, 2), hasGalat(result) ? 1 : 0)
    },
  },
  explain: {
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
        const tree = accepted(await inSnapshot(db, (tx) => explain(tx, wanted)))
        return said(tree, explanationInWords(tree))
      }),
  },
  jika: {
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
  },
  render: {
    usage: 'render pk|rencana-aksi|notulen|capaian|pohon|kamus --unit U --tahun Y [--format pdf|docx|xlsx|html] -o BERKAS',
    about: 'dokumen resmi dari data',
    words: 1,
    options: {
      unit: { type: 'string' },
      tahun: { type: 'string' },
      format: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
    run: ([jenis], { unit, tahun, format = 'pdf', output }, world) =>
      withInstance(world, async ({ db }) => {
        if (!unit || !/^\d{4}$/.test(String(tahun)) || !output)
          throw new Usage('Sebutkan --unit, --tahun (empat angka) dan -o BERKAS.')
        if (!isFormat(format)) throw new Usage(`Format "${format}" tidak dikenal. Yang ada: ${FORMATS.join(', ')}.`)
        const make = PAPERS[jenis!]
        if (!make) throw new Usage(`Dokumen "${jenis}" tidak dikenal. Yang ada: ${Object.keys(PAPERS).join(', ')}.`)
        const ctx = contextAt(world.clock(), { ...SISTEM, peran: [{ peran: 'BIRO_ORB', unit: 'sistem' }] })
        const document = accepted(await inSnapshot(db, (tx) => make(tx, ctx, String(unit), Number(tahun))))
        const { content } = await print(document, format)
        await writeFile(String(output), content)
        return said(
          { berkas: output, ukuran: content.length, sha256: sha256(content) },
          `${document.title} → ${output} (${content.length} byte)`,
        )
      }),
  },
  review: {
    usage: 'review BERKAS… [--semua] [--sarif] [--aturan KODE,…]',
    about: 'memeriksa laporan atau perjanjian baris demi baris: jumlah, persentase, antartabel, dan lainnya',
    words: 'many',
    options: { semua: { type: 'boolean' }, sarif: { type: 'boolean' }, aturan: { type: 'string' } },
    run: reviewPapers,
  },
  'import data': {
    usage: 'import data BERKAS.json [--save]',
    about: 'membaca berkas data; tidak menyimpan apa pun tanpa --save',
    words: 1,
    options: { save: { type: 'boolean' } },
    run: ([file], { save }, world) =>
      withInstance(world, async ({ db }) => {
        const content = await readFile(file!, 'utf8')
        const done = await trial(db, save === true, (tx) => importData(tx, contextAt(world.clock()), basename(file!), content))
        const text = `${basename(file!)}: ${done.dimuat} baris dipahami${save ? ' dan disimpan' : '; tidak disimpan (pakai --save)'}, ${done.temuan.length} temuan.`
        return said(
          done,
          [text, ...done.temuan.map((t) => `  ${t.aturan} ${t.letak}: ${t.penjelasan}`)].join('\n'),
          done.temuan.length ? 1 : 0,
        )
      }),
  },
  'import pk': importPaper('pk'),
  'import rencana-aksi': importPaper('rencana-aksi'),
  'import lkip': importPaper('lkip'),
  'hitung-ulang': {
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
  },
  'audit verify': {
    usage: 'audit verify [--sampel N] [--benih TEKS]',
    about: 'memeriksa rantai catatan perbuatan, semua berkas bukti, dan contoh acak hasil (1000) terhadap data asalnya',
    options: { sampel: { type: 'string' }, benih: { type: 'string' } },
    run: (_words, { sampel = '1000', benih = 'selaras' }, world) =>
      withInstance(world, async ({ db, files }) => {
        if (!/^\d{1,7}$/.test(String(sampel))) throw new Usage('Tulis --sampel dengan bilangan bulat, misalnya 1000.')
        const ledger = await verifyLedger(db)
        const stored = await verifyFiles(db, files)
        const hasil = await checkSample(db, Number(sampel), String(benih))
        const wrong = hasil.perbedaan.map((p) => ({ office: p.unit, seq: 'hasil', detail: differenceInWords(p) }))
        const kerusakan = [...ledger.damage, ...stored.damage, ...wrong]
        const until = ledger.provenUpTo
          ? `ekor terbukti sampai jangkar ${ledger.provenUpTo.anchor} (${ledger.provenUpTo.at})`
          : 'belum ada jangkar'
        const sum = `${ledger.lines} baris catatan di ${ledger.offices} rantai, ${stored.files} berkas bukti, ${hasil.diperiksa} hasil dihitung ulang; ${until}.`
        const json = {
          baris: ledger.lines,
          rantai: ledger.offices,
          berkas: stored.files,
          hasil: hasil.diperiksa,
          terbuktiSampai: ledger.provenUpTo,
          kerusakan,
        }
        const lines = kerusakan.map((d) => `  ${d.office} ${d.seq}: ${d.detail}`)
        return said(
          json,
          [kerusakan.length ? `${kerusakan.length} kerusakan.` : 'Utuh.', sum, ...lines].join('\n'),
          kerusakan.length ? 1 : 0,
        )
      }),
  },
  backup: {
    usage: 'backup BERKAS',
    about: 'seluruh instansi ke satu berkas, bukti termasuk',
    words: 1,
    run: ([file], _options, world) =>
      withInstance(world, async ({ connection, files }) => {
        const made = accepted(await backup(connection, files, file!, world.clock()))
        const lost = made.missing.map((b) => `\n  bukti yang isinya hilang dan tidak ikut: ${b}`).join('')
        return said(
          made,
          `Cadangan ${file} dibuat: ${made.rows} baris dalam ${made.tables} tabel, ${made.files} berkas bukti.${lost}`,
          made.missing.length ? 1 : 0,
        )
      }),
  },
  restore: {
    usage: 'restore BERKAS',
    about: 'mengembalikan cadangan ke instansi yang kosong',
    words: 1,
    run: ([file], _options, world) =>
      withInstance(world, async ({ connection, files }) => {
        const made = accepted(await restore(connection, files, file!))
        return said(
          made,
          `Instansi dikembalikan dari ${file}: ${made.rows} baris dalam ${made.tables} tabel, ${made.files} berkas bukti.`,
        )
      }),
  },
  bench: {
    usage: 'bench [NAMA]',
    about: 'beban kerja docs/performance.md, masing-masing di samping pembandingnya',
    run: async (words, _options, world) => {
      const { names, runBench } = (await import(join(world.root, 'bench/main.ts'))) as {
        names: readonly string[]
        runBench: (names: string[], tell: (text: string) => void) => Promise<unknown>
      }
      const unknown = words.find((word) => !names.includes(word))
      if (unknown) throw new Usage(`Beban kerja "${unknown}" tidak dikenal. Yang ada: ${names.join(', ')}.`)
      const result = await runBench(words, world.progress)
      return said(result, JSON.stringify(result, null, 2))
    },
  },
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
    if (name !== 'bench' && wanted !== 'many' && positionals.length !== wanted)
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
    const message = error instanceof SyntaxError ? `Berkas bukan JSON yang utuh: ${error.message}` : (error as Error).message
    world.progress(usage ? `${message}\nPemakaian: selaras ${command.usage}\n` : `${message}\n`)
    if (json) world.out(`${JSON.stringify({ refused: usage ? 'PEMAKAIAN' : 'GAGAL', detail: message }, null, 2)}\n`)
    return usage ? 2 : error instanceof SyntaxError ? 1 : 3
  }
}

/** What `render` can make. */
const PAPERS: Readonly<Record<string, (on: Db, ctx: Context, unit: string, tahun: number) => Promise<Document | Refusal>>> = {
  pk: (on, _ctx, unit, tahun) => perjanjian.paperOfYear(on, unit, tahun),
  'rencana-aksi': rencana.paperOfYear,
  notulen: forum.paperOfYear,
  capaian: capaianPaper,
  pohon: perencanaan.paperOfYear,
  kamus: kamusPaper,
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

async function explainedOnPaper(db: Db, world: World, wanted: Wanted, format: unknown, output: unknown): Promise<Outcome> {
  if (!isFormat(format)) throw new Usage(`Format "${format}" tidak dikenal. Yang ada: ${FORMATS.join(', ')}.`)
  if (!output) throw new Usage('Sebutkan -o BERKAS.')
  const paper = accepted(await inSnapshot(db, (tx) => printed(tx, wanted, format, world.clock())))
  const { content, nama } = 'content' in paper ? paper : await print(paper, format)
  await writeFile(String(output), content)
  return said({ berkas: output, ukuran: content.length, sha256: sha256(content) }, `${nama} → ${output} (${content.length} byte)`)
}

function isFormat(text: unknown): text is Format {
  return (FORMATS as readonly unknown[]).includes(text)
}

function serve(world: World, contoh: boolean): Promise<number> {
  const tell = (text: string) => world.progress(`Selaras: ${text}\n`)
  tell('membuka basis data …')
  return withInstance(world, async ({ db, files, signing }) => {
    const source = () => readFolder(join(world.root, 'contoh'))
    const wanted = contoh || !(world.production || world.ownServer)
    const accounts = wanted ? await loadExample(db, contextAt(world.clock()), source, { tell, secret: world.production }) : []
    const app = await createApp(
      { db, files, clock: world.clock, signing: await signing() },
      {
        logLevel: world.logLevel,
        behindProxy: world.behindProxy,
        client: join(world.root, 'dist'),
        surel: world.mail !== undefined,
        onAct: () => jobs?.wake('kabar.sebarkan'),
      },
    )
    let jobs: Jobs | undefined
    const failed = (error: unknown) => app.log.error(error)
    try {
      await app.listen({ port: world.port, host: world.host })
      const { port } = app.server.address() as AddressInfo
      world.out(`\nSelaras siap di http://${world.host}:${port}\n`)
      if (accounts.length) world.out(`\nAkun contoh:\n${accounts.map(accountLine).join('\n')}\n`)
      else if (!(await listAccounts(db, { now: world.clock(), limit: 1 })).length)
        world.out('\nBelum ada akun. Jalankan: npx selaras init\n')
      // Where they cannot start (a database user who may not make a schema), everything but they still works.
      jobs = await startJobs(db, jobsOf(world, db), failed).catch((error) => void failed(error))
      const hourly = setInterval(() => anchor(db, world.clock()).catch((error) => app.log.error(error)), 3_600_000)
      await world.stopped()
      tell('menutup …')
      clearInterval(hourly)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
      throw new Error(
        `Alamat http://${world.host}:${world.port} sedang dipakai program lain. Hentikan program itu, atau pilih yang lain dengan PORT.`,
      )
    } finally {
      await app.close()
      await jobs?.stop()
    }
    await anchor(db, world.clock())
    return 0
  })
}

/** What runs by itself while the program serves: news from the ledger, reminders, letters. */
function jobsOf({ clock, mail, site }: World, db: Db): Job[] {
  const jobs: Job[] = [
    { name: 'kabar.sebarkan', cron: '* * * * *', run: async () => void (await sebarkan(db, contextAt(clock()))) },
    { name: 'kabar.ingatkan', cron: '7 6-18 * * *', run: async () => void (await ingatkan(db, contextAt(clock()))) },
  ]
  if (!mail) return jobs
  const kirim = async () => {
    const mailer = await smtpMailer(mail)
    await kirimSurel(db, () => contextAt(clock()), mailer, site).finally(mailer.close)
  }
  return [...jobs, { name: 'kabar.kirim', cron: '* * * * *', run: kirim }]
}

function accountLine({ username, password, nama }: { username: string; password: string; nama: string }): string {
  return `  ${username.padEnd(22)} ${password.padEnd(22)} ${nama}`
}

async function withInstance<T>(world: World, work: (instance: Instance) => Promise<T>): Promise<T> {
  const instance = await world.open((text) => world.progress(`Selaras: ${text}\n`))
  try {
    return await work(instance)
  } finally {
    await instance.close()
  }
}

/** Runs an import in a transaction and, without --save, takes it back. */
type ImportWanted = { readonly save: boolean; readonly draf: boolean; readonly unit: string | undefined; readonly tahun: number }

async function importedPaper(db: Db, ctx: Context, nama: string, content: Uint8Array, jenis: JenisNaskah, wanted: ImportWanted) {
  const read = await readNaskah(content, jenis)
  if (isRefusal(read)) return { json: { berkas: nama, ...read }, text: `${nama}: ${read.detail}`, doubts: true }
  const known = await recognise(db, ctx, read, jenis)
  const json = { ...read.isi, berkas: nama, sha256: read.sha256, bentukBerkas: read.bentuk, dikenali: known }
  const summary = { doubts: keraguan(read.isi) > 0, text: naskahInWords(nama, read.isi, known) }
  if (!wanted.save || jenis === 'lkip') return { ...summary, json }
  const unit = wanted.unit ?? (known.unit[0]?.keyakinan === 1 ? known.unit[0].kode : undefined)
  const tahun = wanted.tahun || Number(read.isi.tahun.dibaca)
  if (!unit || !tahun) throw new Usage(`${nama}: satuan kerja atau tahunnya tidak pasti; sebutkan --unit dan --tahun.`)
  // Whoever runs the program acts for the office.
  const peran = ['PENYUSUN', 'BIRO_ORB'].map((p) => ({ peran: p, unit }))
  const kept = await trial(db, true, (tx) =>
    keepNaskah(
      tx,
      { ...ctx, actor: { ...ctx.actor, peran } },
      { sha256: read.sha256, jenis, nama, unit, tahun, cara: wanted.draf ? 'DRAF' : 'DITETAPKAN', isi: read.isi },
    ),
  )
  const text = kept.sudahAda
    ? `  sudah pernah disimpan (${kept.cara}, dokumen ${kept.dokumen}); tidak ada yang diubah.`
    : `  disimpan untuk ${unit} tahun ${tahun}: ${kept.dimuat} baris, ${kept.temuan.length} temuan aturan.`
  return { doubts: summary.doubts || kept.temuan.length > 0, json: { ...json, tersimpan: kept }, text: `${summary.text}\n${text}` }
}

async function trial<T extends object>(
  db: Db,
  save: boolean,
  work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<T>,
): Promise<Exclude<T, { refused: unknown }>> {
  class Undo extends Error {}
  let result: T | undefined
  try {
    await inTransaction(db, async (tx) => {
      result = await work(tx)
      if (!save || isRefusal(result)) throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  return accepted(result as T) as Exclude<T, { refused: unknown }>
}

function said(json: unknown, text: string, exit: 0 | 1 | 3 = 0): Outcome {
  return { json, text, exit }
}

async function passwordFrom(world: World): Promise<string | undefined> {
  if ((world.stdin as { isTTY?: boolean }).isTTY) return undefined
  return (await readAll(world.stdin)).split('\n')[0]?.trim() || undefined
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

function help(): string {
  const rows = Object.values(COMMANDS).map((c) => `  ${c.usage.padEnd(72)} ${c.about}`)
  return ['Selaras: akuntabilitas kinerja. Pemakaian: selaras <perintah> [--json]', ...rows].join('\n')
}
