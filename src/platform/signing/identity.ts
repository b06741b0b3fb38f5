// The NIK of a signer, for a remote signing service: encrypted at rest (AES-256-GCM), its key beside the local authority's
// in the data folder, so that neither the database nor a backup alone reveals it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Db, maybe, sql, type Tx } from '../db/database.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'

export type Vault = {
  readonly seal: (account: string, secret: string) => string
  /** Undefined where another key, or another account, was used to seal it. */
  readonly open: (account: string, sealed: string) => string | undefined
}

/** The key of a folder, made there where it is missing. */
export async function openVault(folder: string): Promise<Vault> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'nik.kunci')
  await writeFile(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true }).catch(
    (error: { code?: string }) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return vaultOf(Buffer.from(await readFile(path, 'utf8'), 'base64'))
}

export function vaultOf(key: Buffer): Vault {
  return {
    seal(account, secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(account))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return ['v1', nonce, body, cipher.getAuthTag()].map((p) => (typeof p === 'string' ? p : p.toString('base64url'))).join('.')
    },
    open(account, sealed) {
      try {
        const [, nonce, body, tag] = sealed.split('.').map((p) => Buffer.from(p, 'base64url')) as [Buffer, Buffer, Buffer, Buffer]
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
          .setAAD(Buffer.from(account))
          .setAuthTag(tag)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

/** Sixteen digits; nothing else of it is checked, and it is not repeated in the refusal. */
export function checkNik(nik: string): Refusal | undefined {
  if (/^\d{16}$/.test(nik)) return undefined
  return refuse('TIDAK_VALID', 'NIK terdiri atas 16 angka. Periksa lalu masukkan lagi.', { field: 'nik' })
}

export async function saveNik(tx: Tx, vault: Vault, account: string, nik: string, now: Date): Promise<void> {
  await sql`insert into signer_identity (account, nik_encrypted, recorded_at) values (${account}, ${vault.seal(account, nik)}, ${now})
    on conflict (account) do update set nik_encrypted = excluded.nik_encrypted, recorded_at = excluded.recorded_at`.execute(tx)
}

export async function nikOf(db: Db, vault: Vault, account: string): Promise<string | undefined> {
  const row = await maybe(
    db,
    sql<{ sealed: string }>`select nik_encrypted as sealed from signer_identity where account = ${account}`,
  )
  return row && vault.open(account, row.sealed)
}
