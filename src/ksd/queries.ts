// Reads offered to later rooms.
import type { Db } from '../platform/db/database.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import type { Period } from '../platform/kernel/time.ts'
import { type Capaian, capaianOf } from './rules.ts'
import * as store from './store.ts'

export type Hasil = {
  readonly periode: Period
  readonly target: store.HasilRow | null
  readonly realisasi: store.HasilRow | null
  readonly capaian: Capaian
  readonly catatan: store.CatatanRow | null
}
export type Kegiatan = store.KegiatanRow & {
  readonly renaksi: readonly (store.RenaksiRow & { readonly hasil: readonly Hasil[] })[]
}

/** The KSD of a unit and year with their steps; of each step every period that holds anything. */
export async function listKsd(on: Db, unit: string, tahun: number): Promise<Kegiatan[]> {
  const renaksi = Map.groupBy(await store.listRenaksi(on, unit, tahun), (r) => r.kegiatan)
  const hasil = Map.groupBy(await store.listHasil(on, unit, tahun), (h) => h.renaksi)
  const catatan = Map.groupBy(await store.listCatatan(on, unit, tahun), (c) => c.renaksi)
  return (await store.listKegiatan(on, unit, tahun)).map((k) => ({
    ...k,
    renaksi: (renaksi.get(k.id) ?? []).map((r) => ({ ...r, hasil: periodsOf(hasil.get(r.id) ?? [], catatan.get(r.id) ?? []) })),
  }))
}

function periodsOf(hasil: readonly store.HasilRow[], catatan: readonly store.CatatanRow[]): Hasil[] {
  const periods = [...new Set([...hasil, ...catatan].map((row) => row.periode))].sort()
  return periods.map((periode) => {
    const target = hasil.find((h) => h.periode === periode && h.unsur === 'TARGET') ?? null
    const realisasi = hasil.find((h) => h.periode === periode && h.unsur === 'REALISASI') ?? null
    const capaian = capaianOf(target ? fromColumns(target) : undefined, realisasi ? fromColumns(realisasi) : undefined)
    return { periode, target, realisasi, capaian, catatan: catatan.find((c) => c.periode === periode) ?? null }
  })
}
