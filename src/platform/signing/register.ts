// The register of signed papers: which snapshot was signed by whom, and which file came of it. It knows subjects as the
// ledger does, and no room.
import { type Db, many, maybe, sql, type Tx } from '../db/database.ts'

export type SignatureRow = {
  readonly code: string
  readonly seq: number
  readonly account: string
  readonly pegawai: string
  readonly name: string
  readonly office: string
  readonly at: string
  readonly timeStamp: string | null
  readonly service: 'LOKAL' | 'JARAK_JAUH'
  readonly sha256: string
}
export type SignedPaper = {
  readonly code: string
  readonly subject: string
  readonly title: string
  readonly snapshotSha256: string
  readonly awaits: string | null
  readonly createdAt: string
  readonly voidedAt: string | null
  readonly voidReason: string | null
  readonly signatures: readonly SignatureRow[]
}
type PaperRow = Omit<SignedPaper, 'signatures'>

const paper = sql`select code, subject, title, snapshot_sha256 as "snapshotSha256", awaits, created_at as "createdAt", voided_at as "voidedAt",
  void_reason as "voidReason" from signed_paper`

async function withSignatures(on: Db, row: PaperRow | undefined): Promise<SignedPaper | undefined> {
  if (!row) return undefined
  const signatures = await many(
    on,
    sql<SignatureRow>`select code, seq, account, pegawai, name, office, at, time_stamp as "timeStamp", service, sha256
    from signature where code = ${row.code} order by seq`,
  )
  return { ...row, signatures }
}

/** The paper of a subject that stands; undefined where none was signed, or what was signed is void. */
export async function findStanding(on: Db, subject: string): Promise<SignedPaper | undefined> {
  return withSignatures(on, await maybe(on, sql<PaperRow>`${paper} where subject = ${subject} and voided_at is null`))
}

export async function findByCode(on: Db, code: string): Promise<SignedPaper | undefined> {
  return withSignatures(on, await maybe(on, sql<PaperRow>`${paper} where code = ${code}`))
}

/** The paper that one of these files is of, whole or with fewer signatures. */
export async function findByFile(on: Db, sha256: readonly string[]): Promise<SignedPaper | undefined> {
  const row = await maybe(on, sql<{ code: string }>`select code from signature where sha256 = any(${[...sha256]}::text[]) limit 1`)
  return row && findByCode(on, row.code)
}

export type NewPaper = Omit<PaperRow, 'createdAt' | 'voidedAt' | 'voidReason'> & { readonly snapshot: string }

export async function insertPaper(tx: Tx, p: NewPaper, now: Date): Promise<void> {
  await sql`insert into signed_paper (code, subject, title, snapshot, snapshot_sha256, awaits, created_at)
    values (${p.code}, ${p.subject}, ${p.title}, ${p.snapshot}, ${p.snapshotSha256}, ${p.awaits}, ${now})`.execute(tx)
}

export async function insertSignature(tx: Tx, s: SignatureRow): Promise<void> {
  await sql`insert into signature (code, seq, account, pegawai, name, office, at, time_stamp, service, sha256)
    values (${s.code}, ${s.seq}, ${s.account}, ${s.pegawai}, ${s.name}, ${s.office}, ${s.at}, ${s.timeStamp}, ${s.service}, ${s.sha256})`.execute(
    tx,
  )
}

/** What was signed of a subject no longer counts; it is kept, with the reason. True where there was something to void. */
export async function voidPaper(tx: Tx, subject: string, reason: string, now: Date): Promise<boolean> {
  const done = await many(
    tx,
    sql`update signed_paper set voided_at = ${now}, void_reason = ${reason} where subject = ${subject} and voided_at is null returning code`,
  )
  return done.length > 0
}

export async function trust(
  tx: Tx,
  authority: { readonly sha256: string; readonly certificate: string },
  now: Date,
): Promise<void> {
  await sql`insert into trusted_authority (sha256, certificate, since) values (${authority.sha256}, ${authority.certificate}, ${now})
    on conflict do nothing`.execute(tx)
}

/** Every authority, as PEM, whose signatures were accepted here. */
export async function listTrusted(on: Db): Promise<string[]> {
  return (await many(on, sql<{ certificate: string }>`select certificate from trusted_authority order by since`)).map(
    (r) => r.certificate,
  )
}
