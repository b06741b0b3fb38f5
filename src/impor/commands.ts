// Imports, of users and of the example alike: each file goes to the room that knows its `skema`.
import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { importAnggaran } from '../anggaran/commands.ts'
import { AnggaranFile } from '../anggaran/anggaran.ts'
import { importHasilTahunan, importIndikator } from '../indikator/commands.ts'
import { HasilTahunanFile, IndikatorFile } from '../indikator/indikator.ts'
import { importKsd } from '../ksd/commands.ts'
import { KsdFile } from '../ksd/ksd.ts'
import { addAccount } from '../pengguna/commands.ts'
import { hashPassword, makePassword } from '../pengguna/password.ts'
import { NewAccount } from '../pengguna/pengguna.ts'
import { importPengukuran, recompute } from '../pengukuran/commands.ts'
import { PengukuranFile } from '../pengukuran/pengukuran.ts'
import type { Temuan } from '../periksa/temuan.ts'
import { importPerencanaan } from '../perencanaan/commands.ts'
import { PerencanaanFile } from '../perencanaan/perencanaan.ts'
import { importPerjanjianKinerja } from '../perjanjian-kinerja/commands.ts'
import { PerjanjianKinerjaFile } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Db, type Tx, inTransaction } from '../platform/db/database.ts'
import { type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, accepted, isRefusal, refuse } from '../platform/kernel/refusal.ts'
import { importRencanaAksi } from '../rencana-aksi/commands.ts'
import { RencanaAksiFile } from '../rencana-aksi/rencana-aksi.ts'
import { importSurvei } from '../survei/commands.ts'
import { SurveiFile } from '../survei/survei.ts'
import { importUnitKerja } from '../unit-kerja/commands.ts'
import { UnitKerjaFile } from '../unit-kerja/unit-kerja.ts'
import { readDataFile, refuseShape } from './impor.ts'
import * as store from './store.ts'

type Imported = { readonly dimuat: number; readonly temuan: Temuan[] }
type Kind = { readonly skema: string; readonly load: (tx: Tx, ctx: Context, nama: string, json: unknown) => Promise<Imported | Refusal> }

const kind = <S extends z.ZodType>(skema: string, shape: S, load: (tx: Tx, ctx: Context, file: z.infer<S>) => Promise<Imported | Refusal>): Kind => ({
  skema,
  load: async (tx, ctx, nama, json) => {
    const read = shape.safeParse(json)
    return read.success ? load(tx, ctx, read.data) : refuseShape(nama, read.error)
  },
})

/** In the order in which one builds on another. */
const KINDS: readonly Kind[] = [
  kind('selaras/unit-kerja/1', UnitKerjaFile, importUnitKerja),
  kind('selaras/indikator/1', IndikatorFile, importIndikator),
  kind('selaras/perencanaan/1', PerencanaanFile, importPerencanaan),
  kind('selaras/hasil-tahunan/1', HasilTahunanFile, importHasilTahunan),
  kind('selaras/anggaran/1', AnggaranFile, importAnggaran),
  kind('selaras/pk/1', PerjanjianKinerjaFile, importPerjanjianKinerja),
  kind('selaras/rencana-aksi/1', RencanaAksiFile, importRencanaAksi),
  kind('selaras/ksd/1', KsdFile, importKsd),
  kind('selaras/survei/1', SurveiFile, importSurvei),
  kind('selaras/pengukuran/1', PengukuranFile, importPengukuran),
]

export type Import = Imported & { readonly skema: string; readonly sha256: string; readonly sudahAda: boolean }

/** One file into the room that knows it. The same content again changes nothing and says so. */
export async function importData(tx: Tx, ctx: Context, nama: string, content: string): Promise<Import | Refusal> {
  const read = readDataFile(nama, content)
  if (isRefusal(read)) return read
  const found = KINDS.find((k) => k.skema === read.skema)
  if (!found) return refuse('TIDAK_VALID', `${nama}: skema "${read.skema}" tidak dikenal. Yang dikenal: ${KINDS.map((k) => k.skema).join(', ')}.`, { field: 'skema' })
  const hash = sha256(content)
  const before = await store.findImpor(tx, hash)
  if (before) return { dimuat: before.dimuat, temuan: before.temuan as Temuan[], skema: read.skema, sha256: hash, sudahAda: true }
  const done = await found.load(tx, ctx, nama, read.json)
  if (isRefusal(done)) return { ...done, detail: done.detail.startsWith(nama) ? done.detail : `${nama}: ${done.detail}` }
  await store.insertImpor(tx, { sha256: hash, nama, skema: read.skema, dimuat: done.dimuat, temuan: done.temuan, actor: ctx.actor.id }, ctx.now)
  await record(tx, ctx, { office: 'sistem', act: 'impor.simpan', subject: `impor/${hash}`, detail: { nama, skema: read.skema, dimuat: done.dimuat, temuan: done.temuan.length } as Json })
  const { unit, tahun } = read.json as { unit?: unknown; tahun?: unknown }
  if (typeof unit === 'string') for (const year of typeof tahun === 'number' ? [tahun] : []) await recompute(tx, ctx, unit, year)
  return { ...done, skema: read.skema, sha256: hash, sudahAda: false }
}

const AkunFile = z.object({
  skema: z.literal('selaras/akun/1'),
  akun: z.array(NewAccount.extend({ pegawai: z.string() })),
})

export type ExampleAccount = { readonly username: string; readonly password: string; readonly nama: string }
const CONTOH = 'contoh'
const SANDI_CONTOH = 'selaras-contoh'

/**
 * Loads the example province into an empty instance, all of it or nothing, and returns its accounts; in an instance that
 * has it already, only the accounts. In production (`secret`) their passwords are made up and shown this once.
 */
export async function loadExample(db: Db, ctx: Context, folder: string, { tell, secret }: { tell: (text: string) => void; secret: boolean }): Promise<ExampleAccount[]> {
  const accounts = AkunFile.parse(JSON.parse(await readFile(join(folder, 'akun.json'), 'utf8'))).akun
  if (await store.findSetting(db, CONTOH)) return secret ? [] : accounts.map(({ username, nama }) => ({ username, password: SANDI_CONTOH, nama }))
  if (!(await store.isEmpty(db))) return []
  tell('memuat provinsi contoh …')
  const files = await dataFiles(folder)
  const made: ExampleAccount[] = []
  for (const { username, nama } of accounts) made.push({ username, nama, password: secret ? makePassword() : SANDI_CONTOH })
  const hashes = await Promise.all(made.map((a) => hashPassword(a.password)))
  await inTransaction(db, async (tx) => {
    for (const { nama, content } of files) {
      const done = accepted(await importData(tx, ctx, nama, content))
      tell(`  ${nama}: ${done.dimuat} baris, ${done.temuan.length} temuan`)
    }
    for (const [i, account] of accounts.entries()) accepted(await addAccount(tx, ctx, account, hashes[i]!, secret))
    for (const { unit, tahun } of await store.listYears(tx)) await recompute(tx, ctx, unit, tahun)
    await store.saveSetting(tx, CONTOH, ctx.now.toISOString())
  })
  return made
}

/** The data files of a folder, those first on which others build. */
async function dataFiles(folder: string): Promise<{ nama: string; content: string }[]> {
  const names = (await readdir(folder, { recursive: true })).filter((n) => n.endsWith('.json') && n !== 'akun.json')
  const files = await Promise.all(names.map(async (n) => ({ nama: relative('.', n), content: await readFile(join(folder, n), 'utf8') })))
  const rank = ({ nama, content }: { nama: string; content: string }) => {
    const at = KINDS.findIndex((k) => content.includes(`"skema": "${k.skema}"`))
    return `${String(at).padStart(2, "0")} ${nama.startsWith("provinsi") ? 0 : nama.startsWith("peran") ? 2 : 1} ${nama}`
  }
  return files.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}
