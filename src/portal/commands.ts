// A signed paper that was altered is going round: whoever keeps the trail sees that it was shown, and which it was.
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { Pemeriksaan } from './portal.ts'

/** How often anybody may show a file, the route says: that bounds the lines. */
export async function recordAltered(tx: Tx, ctx: Context, { hasil, sha256, naskah }: Pemeriksaan): Promise<void> {
  if (hasil !== 'BERUBAH') return
  const detail = { naskah: naskah?.kode ?? null }
  await record(tx, ctx, { office: 'sistem', act: 'portal.berkas-berubah', subject: `portal/${sha256}`, status: hasil, detail })
}
