// Idempotency-Key: a request that is repeated (a lost answer, a double click) gets its first answer and acts once.
// For routes that say `repeatSafe`; others are protected by If-Match or change nothing when repeated.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Db, maybe, sql } from '../db/database.ts'
import { canonical, sha256 } from '../kernel/canonical.ts'
import { Refused, refuse } from '../kernel/refusal.ts'
import type { App } from './server.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A repeat with the same Idempotency-Key is answered from memory. */
    repeatSafe?: boolean
  }
  interface FastifyRequest {
    repeatKey?: string
  }
}

/** The field that a refusal of a repeat names. */
export const REPEATED = 'Idempotency-Key'

type Memory = { request_hash: string; status: number | null; body: string | null }

export function rememberRepeats(app: App, db: Db): void {
  app.addHook('preHandler', (req, reply) => recall(db, req, reply))
  app.addHook('onSend', async (req, reply, payload) => {
    if (req.repeatKey === undefined) return payload
    const actor = req.ctx.actor.id
    if (reply.statusCode >= 500)
      await sql`delete from idempotency where actor = ${actor} and key = ${req.repeatKey} and status is null`.execute(db)
    else
      await sql`update idempotency set status = ${reply.statusCode}, body = ${String(payload ?? '')} where actor = ${actor} and key = ${req.repeatKey}`.execute(
        db,
      )
    return payload
  })
}

/** A fast hash of a password is as good as the password: what proves who somebody is stays out of what is compared. */
const withoutSecrets = (name: string, value: unknown) => (name === 'bukti' ? undefined : value)

async function recall(db: Db, req: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const key = req.headers['idempotency-key']
  if (typeof key !== 'string' || !req.routeOptions.config.repeatSafe) return
  if (key.length < 8 || key.length > 200)
    throw new Refused(refuse('TIDAK_VALID', 'Idempotency-Key harus 8 sampai 200 huruf.', { field: REPEATED }))
  const hash = sha256(canonical([req.method, req.url, JSON.stringify(req.body ?? null, withoutSecrets)]))
  const actor = req.ctx.actor.id
  const before = await maybe(
    db,
    sql<Memory>`
    with added as (insert into idempotency (actor, key, request_hash, at) values (${actor}, ${key}, ${hash}, ${req.ctx.now}) on conflict do nothing returning key)
    select request_hash, status, body from idempotency where actor = ${actor} and key = ${key} and not exists (select from added)`,
  )
  if (!before) {
    req.repeatKey = key
    return
  }
  if (before.request_hash !== hash)
    throw new Refused(
      refuse('BENTROK', 'Idempotency-Key itu sudah dipakai untuk permintaan lain. Pakai kunci baru.', { field: REPEATED }),
    )
  if (before.status === null)
    throw new Refused(
      refuse('BENTROK', 'Permintaan yang sama sedang diproses. Tunggu sebentar, lalu lihat hasilnya.', {
        field: REPEATED,
      }),
    )
  const type = before.status < 400 ? 'application/json' : 'application/problem+json'
  return reply.code(before.status).type(type).header('idempotency-replayed', 'true').send(before.body)
}
