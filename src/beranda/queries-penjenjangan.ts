// What the cascade of an office's year is judged from, gathered over the rooms.
import { permits } from '../pengguna/queries.ts'
import * as perencanaan from '../perencanaan/queries.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { BAGIAN, type BagianPenjenjangan, type BahanPenjenjangan, type Celah, findGaps } from './penjenjangan.ts'

export type Penjenjangan = {
  readonly isi: Celah[]
  /** How many of each were looked at. */
  readonly diperiksa: Readonly<Record<BagianPenjenjangan, number>>
}

const TERBUKA: readonly string[] = ['DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI']
/** Drafts count for who may see them; for everybody else what is in force. */
const newest = <T extends { readonly status: string }>(versions: readonly T[], drafts: boolean): T | undefined =>
  versions.findLast((v) => drafts || TERBUKA.includes(v.status))

export async function penjenjangan(on: Db, ctx: Context, unit: string, tahun: number): Promise<Penjenjangan> {
  const bahan = await gather(on, ctx, unit, tahun)
  const { simpul, pk, ra, crosscutting } = bahan
  const actions = ra?.indikator.flatMap((i) => i.ra) ?? []
  const count: Record<BagianPenjenjangan, number> = {
    RENCANA: simpul.length,
    PERJANJIAN_KINERJA: pk?.indikator.length ?? 0,
    RENCANA_AKSI: actions.length,
    OUTPUT: actions.flatMap((a) => a.output).length,
    CROSSCUTTING: crosscutting.length,
  }
  const rank = { tinggi: 0, sedang: 1, rendah: 2 } as const
  const isi = findGaps(bahan).sort((a, b) => BAGIAN.indexOf(a.bagian) - BAGIAN.indexOf(b.bagian) || rank[a.berat] - rank[b.berat])
  return { isi, diperiksa: count }
}

async function gather(on: Db, ctx: Context, unit: string, tahun: number): Promise<BahanPenjenjangan> {
  const sees = async (act: string) => (await permits(on, ctx, act, unit)) === undefined
  const { simpul } = await perencanaan.treeOfYear(on, ctx, unit, tahun)
  const pk = newest(await perjanjian.listVersions(on, unit, tahun), await sees('perjanjian-kinerja.lihat-draf'))
  const ra = newest(await rencana.listVersions(on, unit, tahun), await sees('rencana-aksi.lihat-draf'))
  const heirs = pk ? await perjanjian.heirsIn(on, unit, tahun, pk.id) : new Map<string, string>()
  const sasaran = pk ? (await perjanjian.linesOf(on, pk.id)).sasaran : []
  return {
    unit,
    tahun,
    simpul,
    pk: pk
      ? {
          versi: pk.versi,
          indikator: sasaran.flatMap((s) =>
            s.indikator.map(({ id, kode, nama }) => ({ id, kode, nama, sasaran: `Sasaran ${s.nomor}` })),
          ),
        }
      : null,
    ra: ra
      ? {
          versi: ra.versi,
          indikator: (await rencana.linesOf(on, ra.id)).map((i) => ({
            id: i.id,
            pk: heirs.get(i.pkIndikator ?? '') ?? null,
            nama: i.nama,
            ra: i.ra.map((a) => ({ id: a.id, kode: a.kode, output: a.kk.flatMap((k) => k.output) })),
          })),
        }
      : null,
    crosscutting: await perencanaan.listCrosscutting(on, unit),
  }
}
