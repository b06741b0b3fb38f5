// Telling people: the ledger is followed line by line, deadlines are reminded of, letters are sent; each thing to each person once.
import { DIUNDANG as ASKED, PENASIHAT } from '../forum/queries.ts'
import { rolesFor } from '../pengguna/queries.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Db, inTransaction, type Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { Refusal } from '../platform/kernel/refusal.ts'
import { refuse } from '../platform/kernel/refusal.ts'
import type { Workflow } from '../platform/kernel/workflow.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { listPengingat } from '../tenggat/queries.ts'
import { koordinatorOn, listRoles } from '../unit-kerja/queries.ts'
import type { Diundang } from './baris.ts'
import type { Kabar, SetelanKabar, Untuk } from './kabar.ts'
import { nextAttempt, type Papers, type Pemegang, penerima, untukOf } from './rules.ts'
import * as store from './store.ts'
import { suratOf } from './surat.ts'

const LINES_AT_ONCE = 500

const PAPERS: Papers = {
  'perjanjian-kinerja': {
    naskah: 'PK',
    workflow: perjanjian.WORKFLOW_PK as Workflow<string>,
    page: '/perjanjian-kinerja',
    wewenang: 'perjanjian-kinerja.lihat-draf',
  },
  'rencana-aksi': {
    naskah: 'RA',
    workflow: rencana.WORKFLOW_RA as Workflow<string>,
    page: '/rencana-aksi',
    wewenang: 'rencana-aksi.lihat-draf',
  },
}

const DIUNDANG: Diundang = {
  PENYUSUNAN: { peran: ASKED.PENYUSUNAN, penasihat: Object.keys(PENASIHAT) },
  // The quarterly forum decides proposals; advice there is given by word.
  TRIWULANAN: { peran: ASKED.TRIWULANAN, penasihat: [] },
}

/** Who has which role today, by account: who has none of their own is told nothing. */
async function holdersOf(tx: Tx, { today }: Context): Promise<Pemegang[]> {
  const akun = await store.listAkun(tx)
  const accountOf = new Map(akun.flatMap((a) => (a.pegawai === null ? [] : [[a.pegawai, a.id] as const])))
  const held = (await listRoles(tx, today)).flatMap(({ pegawai, peran, unit, kode }) => {
    const one = accountOf.get(pegawai)
    return one === undefined ? [] : [{ akun: one, peran, unit, jabatan: kode }]
  })
  return [...held, ...akun.filter((a) => a.administrator).map((a) => ({ akun: a.id, peran: 'ADMINISTRATOR', unit: 'sistem' }))]
}

const mayRead = (h: Pemegang, wewenang: string, unit: string) => rolesFor([h], wewenang, unit).length > 0

async function tellAll(tx: Tx, ctx: Context, told: readonly { akun: string; kabar: Kabar }[]): Promise<number> {
  const units = [...new Set(told.flatMap(({ kabar }) => (kabar.tempat.unit === undefined ? [] : [String(kabar.tempat.unit)])))]
  const nama = new Map((await store.listNama(tx, units, ctx.today)).map((u) => [u.kode, u.nama]))
  const named = (k: Kabar): Kabar =>
    k.tempat.unit === undefined ? k : { ...k, tempat: { ...k.tempat, kantor: nama.get(String(k.tempat.unit)) ?? k.tempat.unit } }
  return store.insertKabar(
    tx,
    told.map(({ akun, kabar }) => ({ id: ctx.newId(), akun, kabar: named(kabar) })),
    ctx.now,
  )
}

/** Tells people of what the ledger has gained since the last time. Returns how much was new; safe to run twice, or in two places. */
export async function sebarkan(db: Db, ctx: Context): Promise<number> {
  for (let told = 0; ; ) {
    const step = await inTransaction(db, async (tx) => {
      if (!(await store.tellAlone(tx))) return undefined
      const lines = await store.listUntold(tx, LINES_AT_ONCE)
      if (!lines.length) return undefined
      const untuk = lines.map((line) => untukOf(line, PAPERS, DIUNDANG))
      const holders = untuk.some((u) => u.length) ? await holdersOf(tx, ctx) : []
      const koordinator = await koordinatorOn(tx, ctx.today)
      const news = lines.flatMap((line, n) => penerima(untuk[n]!, holders, line.actor, mayRead, koordinator))
      const fresh = await tellAll(tx, ctx, news)
      await store.saveTold(tx, lines)
      return fresh
    })
    if (step === undefined) return told
    told += step
  }
}

/** Reminds of today's deadlines. A day that was missed is made up for; a day that runs twice reminds once. */
export async function ingatkan(db: Db, ctx: Context): Promise<number> {
  return inTransaction(db, async (tx) => {
    const holders = await holdersOf(tx, ctx)
    const news = (await listPengingat(tx, ctx.today)).flatMap(({ unit, tenggat }) =>
      tenggat.flatMap(({ kode, nama, periode, hari, sisa, mulai, ke, peran }) => {
        const kalimat = sisa === 0 ? 'pengingat-hari-ini' : sisa === 1 ? 'pengingat-besok' : 'pengingat'
        const untuk: Untuk = {
          jenis: 'PENGINGAT',
          kalimat,
          tempat: { tenggat: nama, periode, unit, hari, sisa: sisa ?? 0 },
          ke: ke ?? `/kalender/${unit}/${hari.slice(0, 4)}`,
          hal: `tenggat/${kode}/${periode}/${unit}/${hari}/${mulai}`,
          peran,
          unit,
          wewenang: 'tenggat.lihat',
        }
        return penerima([untuk], holders, ctx.actor.id, mayRead)
      }),
    )
    return tellAll(tx, ctx, news)
  })
}

export type Kiriman = { readonly terkirim: number; readonly tertunda: number; readonly ditolak: number }
/** After so many failures in a row the server is left alone until the next run. */
const PATIENCE = 2

/** Sends the letters whose time has come, one at a time, each in a transaction of its own that holds it. */
export async function kirimSurel(db: Db, ctx: () => Context, mailer: Mailer, site: string): Promise<Kiriman> {
  const sum = { terkirim: 0, tertunda: 0, ditolak: 0 }
  for (let failures = 0; failures < PATIENCE; ) {
    const what = await inTransaction(db, (tx) => sendOne(tx, ctx(), mailer, site))
    if (what === undefined) break
    if (what !== 'batal') sum[what]++
    failures = what === 'tertunda' ? failures + 1 : 0
  }
  return sum
}

async function sendOne(tx: Tx, ctx: Context, mailer: Mailer, site: string): Promise<keyof Kiriman | 'batal' | undefined> {
  const { now } = ctx
  const letter = await store.lockSurel(tx, now)
  if (!letter) return undefined
  const { id, percobaan } = letter
  const save = (status: store.SurelKeadaan['status'], sebab: string | null, more: Partial<store.SurelKeadaan> = {}) =>
    store.saveSurel(tx, id, { status, percobaan: percobaan + 1, coba_lagi: now, sebab, ...more }, now)
  if (!letter.dikehendaki) {
    await save('BATAL', 'Alamat sudah diganti atau dihapus.', { percobaan })
    return 'batal'
  }
  const sent = await mailer.send(suratOf({ ...letter, hal: '' }, letter.alamat, letter.nama, site))
  if (sent.outcome === 'sent') {
    await save('TERKIRIM', null)
    return 'terkirim'
  }
  if (sent.outcome === 'unreachable') {
    await save('DITOLAK', sent.reason)
    await closeAddress(tx, ctx, letter, sent.reason)
    return 'ditolak'
  }
  const next = nextAttempt(percobaan + 1, now)
  await save(next ? 'MENUNGGU' : 'GAGAL', sent.reason, next && { coba_lagi: next })
  return 'tertunda'
}

/** The address is refused for good: nothing more is sent there, and the person and the administrators are told in the program. */
async function closeAddress(tx: Tx, ctx: Context, { akun, nama }: store.SurelRow, sebab: string): Promise<void> {
  const setelan = await store.findSetelan(tx, akun, true)
  if (!setelan || setelan.tidakTerjangkau) return
  await store.saveSetelan(tx, { ...setelan, tidakTerjangkau: ctx.now.toISOString(), sebab, version: setelan.version + 1 })
  await record(tx, ctx, { office: 'sistem', act: 'kabar.alamat-ditolak', subject: `kabar/${akun}`, detail: { sebab } })
  const hal = `surel/${akun}/${setelan.version}`
  const self: Kabar = { jenis: 'INFORMASI', kalimat: 'surel-anda', tempat: {}, ke: '/kabar/setelan', hal }
  const others: Kabar = { jenis: 'INFORMASI', kalimat: 'surel-akun', tempat: { nama }, ke: '/kabar/setelan', hal }
  const administrators = (await store.listAkun(tx)).filter((a) => a.administrator && a.id !== akun)
  await tellAll(tx, ctx, [{ akun, kabar: self }, ...administrators.map((a) => ({ akun: a.id, kabar: others }))])
}

/** Reading is no act of the office: it is kept for the reader alone, without a line in the ledger. */
export function markRead(tx: Tx, ctx: Context, ids: readonly string[] | null): Promise<void> {
  return store.saveRead(tx, ctx.actor.id, ids, ctx.now)
}

/** One's own address and kinds. A saved address is tried again, also where it was refused before. The ledger keeps no address. */
export async function saveSetelan(tx: Tx, ctx: Context, isi: SetelanKabar, seen: number): Promise<{ version: number } | Refusal> {
  const akun = ctx.actor.id
  const now = await store.findSetelan(tx, akun, true)
  if ((now?.version ?? 0) !== seen)
    return refuse('VERSI_USANG', 'Setelan ini sudah diubah dari tempat lain. Muat ulang, lalu ubah lagi.', {
      current: now,
      sent: isi,
    })
  await store.saveSetelan(tx, { akun, ...isi, tidakTerjangkau: null, sebab: null, version: seen + 1 })
  await record(tx, ctx, {
    office: 'sistem',
    act: 'kabar.setel',
    subject: `kabar/${akun}`,
    detail: { surel: isi.surel, beralamat: isi.alamat !== null },
  })
  return { version: seen + 1 }
}
