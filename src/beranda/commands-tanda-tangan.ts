// Many signatures by one person, who proves once who he is: one after the other, each in its own transaction, so that what
// is refused holds nothing else up. How far it is stands in memory; what was signed, in the ledger.
import { proveAgain, type SigningServices } from '../pengguna/commands-tanda-tangan.ts'
import { recomputeYear } from '../pengukuran/commands-hitungan.ts'
import * as perjanjian from '../perjanjian-kinerja/commands-tanda-tangan.ts'
import { recordRefusedStep } from '../platform/http/refused-acts.ts'
import { type Actor, type Context, contextAt } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Bukti } from '../platform/kernel/workflow.ts'
import * as rencana from '../rencana-aksi/commands-tanda-tangan.ts'
import type { Berkelompok, ButirTandaTangan, NaskahDipilih } from './tanda-tangan.ts'

type Services = SigningServices & { readonly clock: () => Date }

/** A failure of a service is one of all that follow. */
const ENDS: ReadonlySet<string> = new Set(['LAYANAN_GAGAL', 'PENYIMPANAN_GAGAL'])

export type Desk = {
  readonly seen: (actor: Actor) => Berkelompok | null
  readonly start: (ctx: Context, naskah: readonly NaskahDipilih[], bukti: Bukti) => Promise<Berkelompok | Refusal>
  /** Lets the signature that is being made come to its end, and makes no more. */
  readonly close: () => Promise<void>
}

export function signingDesk(services: Services, onFault: (error: unknown) => void): Desk {
  const batches = new Map<string, Berkelompok>()
  const running = new Map<string, Promise<void>>()
  let closing = false

  async function one(actor: Actor, { jenis, ...seen }: NaskahDipilih, frasa: string | undefined) {
    const ctx = contextAt(services.clock(), actor)
    const done =
      jenis === 'rencana-aksi'
        ? await rencana.signOneOfMany(services, ctx, seen, frasa)
        : await perjanjian.signOneOfMany(services, ctx, seen, frasa, recomputeYear)
    if (isRefusal(done)) await recordRefusedStep(services.db, ctx, `/api/${jenis}/${seen.id}/langkah`, done)
    return done
  }

  async function run(actor: Actor, naskah: readonly NaskahDipilih[], frasa: string | undefined): Promise<void> {
    let end: string | undefined
    const tell = (at: number, butir: Partial<ButirTandaTangan>) => {
      const before = batches.get(actor.id)!
      batches.set(actor.id, { ...before, butir: before.butir.map((b, i) => (i === at ? { ...b, ...butir } : b)) })
    }
    for (const [at, item] of naskah.entries()) {
      if (closing) end ??= 'Tidak dicoba: program sedang ditutup.'
      if (end !== undefined) {
        tell(at, { keadaan: 'DITOLAK', pesan: end })
        continue
      }
      tell(at, { keadaan: 'BERJALAN' })
      try {
        const done = await one(actor, item, frasa)
        if (!isRefusal(done)) tell(at, { keadaan: 'BERHASIL' })
        else {
          tell(at, { keadaan: 'DITOLAK', pesan: done.detail })
          if (ENDS.has(done.refused) || done.field?.startsWith('bukti')) end = `Tidak dicoba: ${done.detail}`
        }
      } catch (error) {
        onFault(error)
        tell(at, { keadaan: 'DITOLAK', pesan: 'Terjadi galat pada program; naskah ini tidak ditandatangani.' })
      }
    }
    batches.set(actor.id, { ...batches.get(actor.id)!, selesai: services.clock().toISOString() })
  }

  return {
    seen: (actor) => batches.get(actor.id) ?? null,
    async start(ctx, naskah, bukti) {
      const denied = await proveAgain(services, ctx, bukti, naskah)
      if (denied) return denied
      const { actor } = ctx
      if (running.has(actor.id))
        return refuse('BENTROK', 'Tanda tangan Anda sebelumnya masih dibuat. Tunggu sampai selesai, lalu ulangi.')
      const butir = naskah.map(({ jenis, id }): ButirTandaTangan => ({ jenis, id, keadaan: 'MENUNGGU', pesan: null }))
      const batch: Berkelompok = { mulai: ctx.now.toISOString(), selesai: null, butir }
      batches.set(actor.id, batch)
      const work = run(actor, naskah, bukti.frasa).finally(() => running.delete(actor.id))
      running.set(actor.id, work)
      return batch
    },
    async close() {
      closing = true
      await Promise.allSettled(running.values())
    },
  }
}
