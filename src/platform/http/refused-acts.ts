// What somebody with an account tried and may not do leaves a line in the trail: who, where, and by which rule, with no
// word of what was sent.
import { record } from '../audit/ledger.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { type Context, PUBLIK } from '../kernel/context.ts'
import type { Refusal, RefusalCode } from '../kernel/refusal.ts'
import { REPEATED } from './repeat.ts'
import type { App } from './server.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A step of a paper, its signature among them: every refusal of it is told. */
    step?: boolean
  }
}

/** Outside one's roles, or into what is sealed. */
const ALWAYS: ReadonlySet<RefusalCode> = new Set(['DILARANG', 'TERSEGEL'])
/** A step of a paper, its signature among them: also of one that he may not see. Somebody else having been quicker is no attempt. */
const OF_A_STEP: ReadonlySet<RefusalCode> = new Set([...ALWAYS, 'TIDAK_VALID', 'TIDAK_DITEMUKAN', 'BENTROK', 'DITOLAK_ATURAN'])

export function recordRefusals(app: App, db: Db): void {
  app.addHook('onSend', async (req, _reply, payload) => {
    const { refusal, ctx, method } = req
    if (!refusal || method === 'GET' || method === 'HEAD' || ctx.actor.id === PUBLIK.id) return payload
    // The same request again, while its first answer is under way, is nobody's attempt.
    if (!(req.routeOptions.config.step ? OF_A_STEP : ALWAYS).has(refusal.refused) || refusal.field === REPEATED) return payload
    try {
      await tell(db, ctx, method, req.url.split('?')[0]!.slice(0, 200), refusal)
    } catch (error) {
      req.log.error(error, 'a refused act left no line in the trail')
    }
    return payload
  })
}

/** The same of one signature among many, which no request of its own answers. */
export async function recordRefusedStep(db: Db, ctx: Context, subject: string, refusal: Refusal): Promise<void> {
  if (OF_A_STEP.has(refusal.refused)) await tell(db, ctx, 'POST', subject, refusal)
}

function tell(db: Db, ctx: Context, metode: string, subject: string, { refused, field, rule }: Refusal): Promise<unknown> {
  const detail = { metode, bidang: field ?? null, aturan: rule ?? null }
  return inTransaction(db, (tx) => record(tx, ctx, { office: 'sistem', act: 'sistem.tolak', subject, status: refused, detail }))
}
