// Drafts of earlier rooms as they would be printed, and what the checker says of them. It is asked for, and not part of saving a cell.
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import { helperThread } from '../platform/documents/helper-thread.ts'
import { type Context, SISTEM } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { type HasilDraf, type JenisDraf, periksaDraf } from './draf.ts'

export type { JenisDraf } from './draf.ts'
export { JENIS_DRAF } from './draf.ts'
export type DrafAsked = { readonly jenis: JenisDraf; readonly document: Document }
export type DrafAnswered = Pick<HasilDraf, 'diperiksa' | 'temuan'>
const inThread = helperThread<DrafAsked, DrafAnswered>(new URL('./queries-draf-thread.ts', import.meta.url))

/** What whoever may see the draft may see of its findings. */
export async function checkDraf(on: Db, ctx: Context, jenis: JenisDraf, id: string): Promise<DrafAnswered | Refusal> {
  const document = await (jenis === 'pk' ? pkPaper(on, ctx, id) : raPaper(on, ctx, id))
  return isRefusal(document) ? document : inThread({ jenis, document })
}

async function pkPaper(on: Db, ctx: Context, id: string): Promise<Document | Refusal> {
  const seen = await perjanjian.visiblePk(on, ctx, id)
  return isRefusal(seen) ? seen : perjanjian.paperOf(on, seen.pk, seen.inside)
}
async function raPaper(on: Db, ctx: Context, id: string): Promise<Document | Refusal> {
  const plan = await rencana.visibleRencana(on, ctx, id)
  return isRefusal(plan) ? plan : rencana.paperOf(on, ctx, plan)
}

/** The newest version of an office and year, for who runs the program; its findings in the shape of `selaras review`. */
export async function reviewNewest(
  on: Db,
  ctx: Context,
  { jenis, unit, tahun, aturan }: { jenis: JenisDraf; unit: string; tahun: number; aturan?: readonly string[] },
): Promise<{ nama: string; hasil: HasilDraf } | Refusal> {
  const own = { ...ctx, actor: { ...SISTEM, peran: [{ peran: 'BIRO_ORB', unit: 'sistem' }] } }
  const newest = await (jenis === 'pk' ? perjanjian : rencana).listVersions(on, unit, tahun)
  const last = newest.at(-1)
  if (!last) {
    const what = jenis === 'pk' ? 'Perjanjian Kinerja' : 'Rencana Aksi'
    return refuse('TIDAK_DITEMUKAN', `Belum ada ${what} ${unit} tahun ${tahun}.`, { field: 'unit' })
  }
  const document = await (jenis === 'pk' ? pkPaper(on, own, last.id) : raPaper(on, own, last.id))
  return isRefusal(document) ? document : { nama: document.title, hasil: periksaDraf(jenis, document, aturan) }
}
