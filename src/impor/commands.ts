// Imports, of users and of the example alike: each file goes to the room that knows its `skema`.
import { z } from 'zod'
import { AnggaranFile } from '../anggaran/anggaran.ts'
import { importAnggaran } from '../anggaran/commands.ts'
import { importHasilTahunan, importIndikator } from '../indikator/commands.ts'
import { HasilTahunanFile, IndikatorFile } from '../indikator/indikator.ts'
import { importKsd } from '../ksd/commands.ts'
import { KsdFile } from '../ksd/ksd.ts'
import { addAccount, hashPassword, makePassword } from '../pengguna/commands.ts'
import { NewAccount } from '../pengguna/pengguna.ts'
import { importPengukuran } from '../pengukuran/commands.ts'
import { recomputeYear } from '../pengukuran/commands-hitungan.ts'
import { PengukuranFile } from '../pengukuran/pengukuran.ts'
import { importPerencanaan } from '../perencanaan/commands.ts'
import { PerencanaanFile } from '../perencanaan/perencanaan.ts'
import { importPerjanjianKinerja } from '../perjanjian-kinerja/commands-naskah.ts'
import { PerjanjianKinerjaFile } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Db, inTransaction, type Tx } from '../platform/db/database.ts'
import { type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { accepted, isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { importRencanaAksi } from '../rencana-aksi/commands.ts'
import { RencanaAksiFile } from '../rencana-aksi/rencana-aksi.ts'
import { importSurvei } from '../survei/commands.ts'
import { SurveiFile } from '../survei/survei.ts'
import { importUnitKerja } from '../unit-kerja/commands.ts'
import { UnitKerjaFile } from '../unit-kerja/unit-kerja.ts'
import { keepRead } from './commands-naskah.ts'
import { BerkasTerbaca, readDataFile, refuseShape, type Temuan } from './impor.ts'
import * as store from './store.ts'

type Imported = { readonly dimuat: number; readonly temuan: Temuan[] }
type Kind = {
  readonly skema: string
  readonly load: (tx: Tx, ctx: Context, nama: string, json: unknown) => Promise<Imported | Refusal>
}

const kind = <S extends z.ZodType>(
  skema: string,
  shape: S,
  load: (tx: Tx, ctx: Context, file: z.infer<S>) => Promise<Imported | Refusal>,
): Kind => ({
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
  const paper = BerkasTerbaca.safeParse(read.json)
  if (paper.success) {
    const kept = await keepRead(tx, ctx, nama, paper.data)
    if (isRefusal(kept)) return kept
    const { dimuat, sudahAda } = kept
    return { dimuat, temuan: [...kept.temuan], skema: read.skema, sha256: paper.data.sha256, sudahAda }
  }
  const found = KINDS.find((k) => k.skema === read.skema)
  if (!found)
    return refuse(
      'TIDAK_VALID',
      `${nama}: skema "${read.skema}" tidak dikenal. Yang dikenal: ${KINDS.map((k) => k.skema).join(', ')}.`,
      { field: 'skema' },
    )
  const hash = sha256(content)
  const before = await store.findImpor(tx, hash)
  if (before) return { dimuat: before.dimuat, temuan: before.temuan as Temuan[], skema: read.skema, sha256: hash, sudahAda: true }
  const done = await found.load(tx, ctx, nama, read.json)
  if (isRefusal(done)) return { ...done, detail: done.detail.startsWith(nama) ? done.detail : `${nama}: ${done.detail}` }
  await store.insertImpor(
    tx,
    { sha256: hash, nama, skema: read.skema, dimuat: done.dimuat, temuan: done.temuan, actor: ctx.actor.id },
    ctx.now,
  )
  await record(tx, ctx, {
    office: 'sistem',
    act: 'impor.simpan',
    subject: `impor/${hash}`,
    detail: { nama, skema: read.skema, dimuat: done.dimuat, temuan: done.temuan.length } as Json,
  })
  const { unit, tahun } = read.json as { unit?: unknown; tahun?: unknown }
  if (typeof unit === 'string')
    for (const year of typeof tahun === 'number' ? [tahun] : []) await recomputeYear(tx, ctx, unit, year)
  return { ...done, skema: read.skema, sha256: hash, sudahAda: false }
}

const AkunFile = z.object({
  skema: z.literal('selaras/akun/1'),
  akun: z.array(NewAccount.extend({ pegawai: z.string() })),
})

export type DataFile = { readonly nama: string; readonly content: string }
export type ExampleAccount = { readonly username: string; readonly password: string; readonly nama: string }
const CONTOH = 'contoh'
const SANDI_CONTOH = 'selaras-contoh'

/**
 * Loads the example province into an empty instance, all of it or nothing, and returns its accounts; in an instance that
 * has it already, only the accounts. In production (`secret`) their passwords are made up and shown this once.
 */
export async function loadExample(
  db: Db,
  ctx: Context,
  read: () => Promise<readonly DataFile[]>,
  { tell, secret }: { tell: (text: string) => void; secret: boolean },
): Promise<ExampleAccount[]> {
  const loaded = await store.findSetting(db, CONTOH)
  if (!loaded && !(await store.isEmpty(db))) return []
  const files = await read()
  const accounts = AkunFile.parse(JSON.parse(files.find((f) => f.nama === 'akun.json')!.content)).akun
  if (loaded) return secret ? [] : accounts.map(({ username, nama }) => ({ username, password: SANDI_CONTOH, nama }))
  tell('memuat provinsi contoh …')
  const made = accounts.map(({ username, nama }) => ({ username, nama, password: secret ? makePassword() : SANDI_CONTOH }))
  const hashes = await Promise.all(made.map((a) => hashPassword(a.password)))
  await inTransaction(db, async (tx) => {
    for (const { nama, content } of inOrder(files)) {
      const done = accepted(await importData(tx, ctx, nama, content))
      tell(`  ${nama}: ${done.dimuat} baris, ${done.temuan.length} temuan`)
    }
    for (const [i, account] of accounts.entries()) accepted(await addAccount(tx, ctx, account, hashes[i]!, secret))
    for (const { unit, tahun } of await store.listYears(tx)) await recomputeYear(tx, ctx, unit, tahun)
    await store.saveSetting(tx, CONTOH, ctx.now.toISOString())
  })
  return made
}

/** The data files in the order in which they build on each other: by kind, and within a kind the province before its offices. */
function inOrder(files: readonly DataFile[]): DataFile[] {
  const folder = (nama: string) => (nama.startsWith('provinsi') ? 0 : nama.startsWith('peran') ? 2 : 1)
  const rank = ({ nama, content }: DataFile) =>
    KINDS.findIndex((k) => content.includes(`"skema": "${k.skema}"`)) * 10 + folder(nama)
  return files
    .filter((f) => f.nama.endsWith('.json') && f.nama !== 'akun.json')
    .sort((a, b) => rank(a) - rank(b) || (a.nama < b.nama ? -1 : 1))
}
