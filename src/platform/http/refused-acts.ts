// What somebody with an account tried and may not do leaves a line in the trail: who, where, and by which rule, with no
// word of what was sent.
import { record } from '../audit/ledger.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { PUBLIK } from '../kernel/context.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { App } from './server.ts'

/** Outside one's roles, or into what is sealed. */
const ALWAYS: ReadonlySet<RefusalCode> = new Set(['DILARANG', 'TERSEGEL'])
/** A step of a paper, its signature among them: also of one that he may not see. Somebody else having been quicker is no attempt. */
const OF_A_STEP: ReadonlySet<RefusalCode> = new Set([...ALWAYS, 'TIDAK_VALID', 'TIDAK_DITEMUKAN', 'BENTROK', 'DITOLAK_ATURAN'])

export function recordRefusals(app: App, db: Db): void {
  app.addHook('onSend', async (req, _reply, payload) => {
    const { refusal, ctx, method } = req
    if (!refusal || method === 'GET' || method === 'HEAD' || ctx.actor.id === PUBLIK.id) return payload
    const { refused, field, rule } = refusal
    if (!(req.routeOptions.url?.endsWith('/langkah') ? OF_A_STEP : ALWAYS).has(refused)) return payload
    const detail = { metode: method, bidang: field ?? null, aturan: rule ?? null }
    const subject = req.url.split('?')[0]!.slice(0, 200)
    try {
      await inTransaction(db, (tx) => record(tx, ctx, { office: 'sistem', act: 'sistem.tolak', subject, status: refused, detail }))
    } catch (error) {
      req.log.error(error, 'a refused act left no line in the trail')
    }
    return payload
  })
}
