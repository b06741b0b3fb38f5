// One signature on a paper, from the snapshot to the stored file, outside of any transaction; and keeping it, inside one.
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Db, Tx } from '../db/database.ts'
import type { Document } from '../documents/blocks.ts'
import { make } from '../documents/press.ts'
import type { Files } from '../files/files.ts'
import { canonical, type Json, sha256 } from '../kernel/canonical.ts'
import type { Context } from '../kernel/context.ts'
import { isRefusal, type Refusal, Refused, refuse } from '../kernel/refusal.ts'
import { fromPem } from './certificate.ts'
import * as register from './register.ts'
import type { Penandatangan, Signer } from './signer.ts'
import { verifyPdf } from './verify.ts'

/** What the composition root hands to whoever signs. */
export type Signing = {
  readonly signer: Signer
  /** Where the public reaches this program: `https://selaras.example`. */
  readonly address: string
}
export type Order = {
  readonly subject: string
  readonly title: string
  readonly who: Penandatangan
  readonly frasa?: string
  /** Where it has a signature already: the paper as it stands. */
  readonly before?: register.SignedPaper
  /** What the first signature is on, with the address printed at which it can be checked. */
  readonly document: (address: string) => Document
  /** Who holds the office of the next signature, if one is to come. */
  readonly awaits: string | null
}
export type Made = {
  readonly paper: register.NewPaper | undefined
  readonly signature: register.SignatureRow
  readonly authorities: readonly string[]
}

const MOST_BYTES = 50 * 2 ** 20
/** Without letters that look alike: Crockford's base 32. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const newCode = (): string => Array.from(randomBytes(12), (n) => LETTERS[n % 32]).join('')

export const verificationAddress = (address: string, code: string): string => `${address}/verifikasi/${inGroups(code)}`
export const inGroups = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-')
/** As it was typed from paper: small letters, spaces, O for 0. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** The signed file, stored by content, and what the register will say of it. Nothing counts before `keepSignature`. */
export async function makeSignature(
  files: Files,
  { signer, address }: Signing,
  ctx: Context,
  order: Order,
): Promise<Made | Refusal> {
  const { before, who } = order
  const code = before?.code ?? newCode()
  const begun = before ? await storedFile(files, before) : await firstFile(code, address, order)
  if (isRefusal(begun)) return begun
  const wish = { at: ctx.now, alasan: `Menandatangani ${order.title}`, frasa: order.frasa }
  const signed = await signer.sign(begun.pdf, who, wish)
  if (isRefusal(signed)) return signed
  const checked = await checkSigned(begun.pdf, signed, (before?.signatures.length ?? 0) + 1, signer.authorities)
  if (isRefusal(checked)) return checked
  const stored = await files.put(Readable.from([Buffer.from(signed)]), MOST_BYTES)
  if (isRefusal(stored)) return stored
  return {
    paper: begun.paper && { ...begun.paper, subject: order.subject, title: order.title, awaits: order.awaits },
    authorities: signer.authorities,
    signature: {
      code,
      seq: (before?.signatures.length ?? 0) + 1,
      account: who.akun,
      pegawai: who.pegawai,
      name: who.nama,
      office: who.jabatan,
      at: ctx.now.toISOString(),
      timeStamp: checked.stempel?.toISOString() ?? null,
      service: signer.jenis,
      sha256: stored.sha256,
    },
  }
}

type Begun = { readonly pdf: Uint8Array; readonly paper?: Pick<register.NewPaper, 'code' | 'snapshot' | 'snapshotSha256'> }

async function firstFile(code: string, address: string, { document }: Order): Promise<Begun> {
  const printed = document(verificationAddress(address, code))
  const snapshot = canonical(JSON.parse(JSON.stringify(printed)) as Json)
  return { pdf: await make({ document: printed, format: 'pdf' }), paper: { code, snapshot, snapshotSha256: sha256(snapshot) } }
}

/** The file with the signatures so far; not where it is no longer what was signed. */
async function storedFile(files: Files, { signatures }: register.SignedPaper): Promise<Begun | Refusal> {
  const last = signatures.at(-1)!.sha256
  const content = await files.read(last)
  const pdf = content && (await buffer(content))
  if (pdf && sha256(pdf) === last) return { pdf }
  return refuse(
    'DITOLAK_ATURAN',
    'Berkas bertanda tangan yang tersimpan hilang atau berubah, sehingga tidak dapat ditandatangani. Tolak naskah ini agar ditandatangani ulang, dan beri tahu administrator.',
    { rule: 'berkas-bertanda-tangan' },
  )
}

/** Whoever signed: what was there stands first, unchanged, and there is one good signature more, over everything. */
async function checkSigned(before: Uint8Array, signed: Uint8Array, count: number, authorities: readonly string[]) {
  const kept = Buffer.from(signed.subarray(0, before.length)).equals(Buffer.from(before))
  const { tandaTangan, utuh } = await verifyPdf(signed, authorities.flatMap(fromPem))
  const last = tandaTangan.find((s) => s.seluruh)
  if (kept && utuh && last && tandaTangan.length === count) return last
  return refuse(
    'LAYANAN_GAGAL',
    'Hasil tanda tangan tidak lolos pemeriksaan, sehingga tidak dipakai. Tidak ada yang ditandatangani; hubungi administrator.',
    { rule: 'layanan-tanda-tangan' },
  )
}

/** What the ledger says of a signature: enough to find out, without the register, which bytes were signed. */
export const signedDetail = ({ paper, signature: { code, seq, sha256: file, service, timeStamp } }: Made) => ({
  tandaTangan: {
    kode: code,
    ke: seq,
    berkas: file,
    layanan: service,
    stempelWaktu: timeStamp,
    ...(paper && { cuplikan: paper.snapshotSha256 }),
  },
})

/** What was made counts from now on, with everything else of the transaction. */
export async function keepSignature(tx: Tx, ctx: Context, { paper, signature, authorities }: Made): Promise<void> {
  if (paper) await register.insertPaper(tx, paper, ctx.now)
  await register.insertSignature(tx, signature)
  for (const certificate of authorities) await register.trust(tx, { certificate, sha256: sha256(certificate) }, ctx.now)
}

/** For a download: the newest file of the paper of a subject that stands; undefined where it is not signed. */
export async function signedFile(on: Db, files: Files, subject: string): Promise<Uint8Array | undefined> {
  const last = (await register.findStanding(on, subject))?.signatures.at(-1)
  if (!last) return undefined
  const content = await files.read(last.sha256)
  if (content) return buffer(content)
  throw new Refused(refuse('PENYIMPANAN_GAGAL', 'Berkas bertanda tangan hilang dari penyimpanan. Hubungi administrator.'))
}
