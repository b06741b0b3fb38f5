// Reads offered to later rooms.
import { listVersions } from '../indikator/queries.ts'
import { permits } from '../pengguna/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Context } from '../platform/kernel/context.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import { pohonKinerja } from './pohon-kinerja.document.ts'
import { treeFindings } from './rules.ts'
import { cascadeFindings } from './rules-penurunan.ts'
import * as store from './store.ts'

export type { CrosscuttingRow, DokumenRow, SimpulRow, TargetRow } from './store.ts'
export { listCrosscutting, listDokumen, listTargets } from './store.ts'

/** The nodes of a unit's trees, or of one document, parents and children by id, in their order. */
export function treeOf(on: Db, unit: string, dokumen?: string): Promise<store.SimpulRow[]> {
  return store.listSimpul(on, unit, dokumen)
}

/** What the unit's own trees still lack (PH-01, PH-02, PH-05, PH-06), and of a year the targets (PH-07). */
export async function findingsOf(on: Db, unit: string, dokumen?: string, tahun?: number) {
  const above = new Set((await store.listDokumen(on, unit)).map((d) => d.induk ?? ''))
  const nodes = await store.listSimpul(on, unit, dokumen)
  const year = tahun === undefined ? undefined : { tahun, targets: await store.listTargets(on, unit, tahun) }
  return [...treeFindings(nodes, above), ...cascadeFindings(nodes, above, year)]
}

/**
 * What the unit itself promises in a year: the tujuan and sasaran of its own plans that are measured, from the root down. The copy
 * that is kept of the plan above is the other office's.
 */
export async function aimsOfYear(on: Db, unit: string, tahun: number): Promise<store.SimpulRow[]> {
  const dokumen = await store.listDokumen(on, unit)
  const above = new Set(dokumen.map((d) => d.induk))
  const own = new Set(
    dokumen.filter((d) => d.tahunDari <= tahun && tahun <= d.tahunSampai && !above.has(d.kode)).map((d) => d.kode),
  )
  const nodes = (await store.listSimpul(on, unit)).filter((s) => own.has(s.dokumen))
  const known = new Set(nodes.map((s) => s.id))
  const below = Map.groupBy(nodes, (s) => (s.induk !== null && known.has(s.induk) ? s.induk : null))
  const walk = (from: string | null): store.SimpulRow[] => (below.get(from) ?? []).flatMap((s) => [s, ...walk(s.id)])
  return walk(null).filter((s) => (s.jenis === 'TUJUAN' || s.jenis === 'SASARAN') && s.indikator.length > 0)
}

/** The plans that hold in a year, their nodes, what they lack, and whether the reader may change them. */
export async function treeOfYear(on: Db, ctx: Context, unit: string, tahun: number) {
  const dokumen = await store.listDokumen(on, unit)
  const holds = new Set(dokumen.filter((d) => d.tahunDari <= tahun && tahun <= d.tahunSampai).map((d) => d.kode))
  const simpul = (await store.listSimpul(on, unit)).filter((s) => holds.has(s.dokumen))
  const codes = new Set(simpul.map((s) => `simpul ${s.kode}`))
  const temuan = (await findingsOf(on, unit, undefined, tahun)).filter((t) => codes.has(t.letak))
  return { dokumen, simpul, temuan, boleh: { ubah: (await permits(on, ctx, 'perencanaan.ubah', unit)) === undefined } }
}

/** The pohon kinerja of a year as paper. */
export async function paperOfYear(on: Db, ctx: Context, unit: string, tahun: number): Promise<Document | Refusal> {
  const day = `${tahun}-12-31`
  const found = (await findUnit(on, unit, day)) ?? (await findUnit(on, unit, ctx.today))
  if (!found) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const { dokumen, simpul } = await treeOfYear(on, ctx, unit, tahun)
  if (!simpul.length)
    return refuse('TIDAK_DITEMUKAN', `${found.nama} belum punya pohon kinerja untuk tahun ${tahun}. Susun dahulu simpulnya.`)
  const all = await store.listTargets(on, unit)
  const target = new Map(all.filter((t) => t.tahun === tahun).map((t) => [t.indikator, fromColumns(t)]))
  const versi = new Map((await listVersions(on, { unit, day })).map((v) => [v.kode, v]))
  const kontribusi = Map.groupBy(await store.listCrosscutting(on, unit), (c) => c.simpul)
  const used = new Set(simpul.map((s) => s.dokumen))
  return pohonKinerja({
    unitKerja: found.nama,
    tahun,
    rencana: dokumen
      .filter((d) => used.has(d.kode))
      .map((d) => d.nama)
      .reverse(),
    simpul: simpul.map((s) => ({
      ...s,
      indikator: s.indikator.map((kode) => ({
        kode,
        nama: versi.get(kode)?.nama ?? kode,
        satuan: versi.get(kode)?.satuan ?? '',
        target: target.get(kode),
      })),
      kontribusi: kontribusi.get(s.id) ?? [],
    })),
    // The last that was recorded of its targets: the same data gives the same bytes, whenever it is asked for.
    diambil:
      all
        .map((t) => t.recordedAt)
        .sort()
        .at(-1) ?? `${tahun}-01-01T00:00:00.000Z`,
  })
}
