// Signing a document of a later room: the person proves who he is, the file is made and signed outside of any transaction
// (a service may be slow), and counts only in the transaction of the step.
import { type LedgerEntry, record } from '../platform/audit/ledger.ts'
import { type Db, inSnapshot, inTransaction, type Tx } from '../platform/db/database.ts'
import type { Services } from '../platform/http/server.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Bukti, GANTI_PEMEGANG } from '../platform/kernel/workflow.ts'
import { isPrinted } from '../platform/signing/holders.ts'
import { findStanding, voidPaper } from '../platform/signing/register.ts'
import { type Made, makeSignature, type Order } from '../platform/signing/sign-paper.ts'
import { actingInRole } from '../unit-kerja/queries.ts'
import { confirmPassword } from './commands.ts'
import { proveByPasskey } from './commands-kunci-sandi.ts'
import type { NaskahDilihat } from './kunci-sandi.ts'
import { siteOf } from './passkey.ts'
import { changedHandsOf } from './queries-tanda-tangan.ts'
import * as store from './store.ts'

export type SigningServices = Pick<Services, 'db' | 'files' | 'signing'>
type Printed = { readonly nama: string | null; readonly nip: string | null; readonly jabatan: string | null }

/** What a room says of a document that is to be signed. */
export type ToSign = Omit<Order, 'who' | 'frasa'> & {
  /** The role of the step, and the unit it is held in; null where it is held for all. */
  readonly peran: string
  readonly unit: string | null
  /** The party whose name the paper prints there. */
  readonly tercetak: Printed
}
/** A document of two signatures: that of the head of a unit, then that of the Gubernur. */
export type Naskah = Pick<Order, 'subject' | 'title' | 'document'> & {
  readonly unit: string
  readonly pertama: Printed
  readonly kedua: Printed
}
export type Act<T> = {
  /** Reads and decides; undefined where the step will not sign, because an office changed hands. */
  readonly plan: (on: Db) => Promise<ToSign | Refusal | undefined>
  /** Takes the step with what was made. */
  readonly take: (tx: Tx, made: Made | undefined) => Promise<T | Refusal>
  /** The line of the ledger when the signature cannot be had. */
  readonly failed: Omit<LedgerEntry, 'note'>
}

/** What is signed next of a document; undefined where an office changed hands, so that its step will be another. */
export async function nextSignature(
  on: Db,
  ctx: Context,
  { unit, pertama, kedua, ...naskah }: Naskah,
  first: boolean,
): Promise<ToSign | Refusal | undefined> {
  if (first) {
    const [next] = await actingInRole(on, 'GUBERNUR', null, ctx.today)
    return { ...naskah, awaits: next?.pegawai ?? null, peran: 'KEPALA_PD', unit, tercetak: pertama }
  }
  const before = await findStanding(on, naskah.subject)
  if (!before)
    return refuse('DITOLAK_ATURAN', 'Tanda tangan pertama naskah ini tidak ada berkasnya. Tolak, agar ditandatangani dari awal.', {
      rule: 'berkas-bertanda-tangan',
    })
  if (await changedHandsOf(on, ctx, before, unit)) return undefined
  return { ...naskah, before, awaits: null, peran: 'GUBERNUR', unit: null, tercetak: kedua }
}

/** Where an office has changed hands since the first signature: it is void from now on, and this is why. */
export async function voidIfHandedOver(tx: Tx, ctx: Context, subject: string, unit: string): Promise<string | undefined> {
  const paper = await findStanding(tx, subject)
  const why = paper && (await changedHandsOf(tx, ctx, paper, unit))
  if (why) await voidPaper(tx, subject, why, ctx.now)
  return why
}

/** For who came to sign: kept, although it is a refusal. */
export const handedOver = (why: string): Refusal =>
  refuse('DITOLAK_ATURAN', `${why} Tanda tangan pertama tidak berlaku lagi; naskah ini kembali untuk ditandatangani ulang.`, {
    rule: GANTI_PEMEGANG,
  })

/**
 * Proves, in a session that is open, that whoever acts is the person of the account: asked again before a signature on these
 * papers, as they were seen. By password or by passkey; failures count as those of signing in.
 */
export async function proveAgain(
  { db, signing }: Pick<SigningServices, 'db' | 'signing'>,
  ctx: Context,
  bukti: Bukti | undefined,
  naskah: readonly NaskahDilihat[],
): Promise<Refusal | undefined> {
  if (bukti?.kunciSandi) return proveByPasskey(db, siteOf(signing.address), ctx, naskah, bukti.kunciSandi)
  const missing = refuse('TIDAK_VALID', 'Isi kata sandi Anda untuk menandatangani.', { field: 'bukti.sandi' })
  const wrong = refuse('TIDAK_VALID', 'Kata sandi salah. Tidak ada yang ditandatangani.', { field: 'bukti.sandi' })
  return bukti?.sandi === undefined ? missing : confirmPassword(db, ctx, bukti.sandi, wrong)
}

/** Signs for who proves, first, who he is; what cannot be signed anyway asks for no proof. */
export function proveAndSign<T>(
  services: SigningServices,
  ctx: Context,
  bukti: Bukti | undefined,
  naskah: NaskahDilihat,
  act: Act<T>,
): Promise<T | Refusal> {
  return signWith(services, ctx, bukti?.frasa, act, () => proveAgain(services, ctx, bukti, [naskah]))
}

/** One of several signatures, for who has proved it for all of them. */
export function sign<T>(services: SigningServices, ctx: Context, frasa: string | undefined, act: Act<T>): Promise<T | Refusal> {
  return signWith(services, ctx, frasa, act, async () => undefined)
}

/** Signs and takes the step. Of two who sign at once one is told that the document has moved on; his file is not kept. */
async function signWith<T>(
  { db, files, signing }: SigningServices,
  ctx: Context,
  frasa: string | undefined,
  { plan, take, failed }: Act<T>,
  prove: () => Promise<Refusal | undefined>,
): Promise<T | Refusal> {
  const wanted = await inSnapshot(db, plan)
  if (isRefusal(wanted)) return wanted
  const denied = await prove()
  if (denied) return denied
  if (wanted === undefined) return inTransaction(db, (tx) => take(tx, undefined))
  const who = await signerFor(db, ctx, wanted)
  const made = isRefusal(who) ? who : await makeSignature(files, signing, ctx, { ...wanted, who, frasa })
  if (isRefusal(made)) {
    await inTransaction(db, (tx) => record(tx, ctx, { ...failed, note: made.detail }))
    return made
  }
  let done: T | Refusal | undefined
  try {
    done = await inTransaction(db, (tx) => take(tx, made))
    return done
  } finally {
    if (done === undefined || isRefusal(done)) await files.remove(made.signature.sha256)
  }
}

/** The actor as who signs here: acting in the role today, and the person whose name is printed. */
async function signerFor(db: Db, ctx: Context, { peran, unit, tercetak }: ToSign) {
  const account = await store.findById(db, ctx.actor.id)
  const me = (await actingInRole(db, peran, unit, ctx.today)).find((p) => p.pegawai === account?.pegawai_id)
  if (!account || !me)
    return refuse('DILARANG', 'Akun Anda tidak tercatat sebagai pemegang jabatan yang menandatangani naskah ini hari ini.', {
      rule: 'penanda-tangan',
    })
  if (!isPrinted(me, tercetak))
    return refuse(
      'DITOLAK_ATURAN',
      `Naskah ini mencetak ${tercetak.nama ?? 'nama yang belum diisi'} sebagai penanda tangan, sedangkan Anda ${me.nama}. Kembalikan agar para pihaknya diperbaiki.`,
      { rule: 'penanda-tangan' },
    )
  return { akun: account.id, pegawai: me.pegawai, nama: me.nama, jabatan: me.jabatan }
}
