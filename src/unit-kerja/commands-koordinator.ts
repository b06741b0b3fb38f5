// Who coordinates an office is said with its ground: load → decide → save → tell.
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { longDay } from '../platform/kernel/time.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { saveKoordinator } from './store/koordinator.ts'
import * as store from './store.ts'
import type { IsianKoordinator, PeranKoordinator } from './unit-kerja.ts'
import { PERANGKAT_DAERAH } from './unit-kerja.ts'

/** `seen`: the version of the unit that was seen; without it (a paper is loaded) it is not asked for. */
export async function setKoordinator(
  tx: Tx,
  ctx: Context,
  unit: string,
  peran: PeranKoordinator,
  isian: IsianKoordinator,
  seen?: number,
): Promise<{ version: number } | Refusal> {
  const now = await store.lockUnit(tx, unit)
  if (!now) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada.`)
  const found = await store.findUnit(tx, unit, isian.mulai)
  if (seen !== undefined && now.version !== seen) return outdatedVersion(found, isian)
  if (!found) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak ada pada ${longDay(isian.mulai)}.`, { field: 'mulai' })
  if (!(PERANGKAT_DAERAH as readonly string[]).includes(found.jenis))
    return refuse('DITOLAK_ATURAN', `${found.nama} bukan Perangkat Daerah; koordinatornya mengikuti kantor di atasnya.`, {
      field: 'unit',
    })
  const jabatan = isian.jabatan === null ? undefined : await store.findJabatan(tx, isian.jabatan)
  const there = jabatan && jabatan.berlaku_dari <= isian.mulai && (jabatan.berlaku_sampai ?? isian.mulai) >= isian.mulai
  if (isian.jabatan !== null && !(there && jabatan.peran.includes(peran)))
    return refuse('TIDAK_VALID', `Jabatan ${isian.jabatan} tidak ada pada hari itu, atau tidak berperan ${peran}.`, {
      field: 'jabatan',
    })
  await saveKoordinator(tx, unit, peran, isian.jabatan, isian.dasar, isian.mulai)
  await record(tx, ctx, {
    office: unit,
    act: 'koordinator.tetapkan',
    subject: `koordinator/${unit}/${peran}`,
    detail: { ...isian },
  })
  return { version: now.version + 1 }
}
