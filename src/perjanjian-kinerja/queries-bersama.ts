// What is issued for all: by whom, and how a draft stands to it.
import { permits } from '../pengguna/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { listUnits } from '../unit-kerja/queries.ts'
import { PERANGKAT_DAERAH } from '../unit-kerja/unit-kerja.ts'
import { itemsFor, linesOf, naskahOf } from './queries.ts'
import { bentukOf } from './rules.ts'
import { type Penerimaan, receptionOf } from './sasaran-bersama.ts'
import { listBersama } from './store/bersama.ts'
import type * as store from './store.ts'

/** More than a province has. */
const MOST_OFFICES = 500
export const TERBITKAN = 'perjanjian-kinerja.terbitkan-bersama'

/** What an office has issued for a year, whether the reader may issue there, and into which groups. */
export async function issuedBy(on: Db, ctx: Context, pemilik: string, tahun: number) {
  const boleh = (await permits(on, ctx, TERBITKAN, pemilik)) === undefined
  const offices = boleh ? await listUnits(on, { day: ctx.today, jenis: PERANGKAT_DAERAH, limit: MOST_OFFICES }) : []
  return {
    butir: await listBersama(on, { tahun, pemilik }),
    boleh,
    kelompok: (bentukOf(tahun)?.kelompok.slice(1) ?? []).map(({ kode, nama }) => ({ kode, nama })),
    kantor: offices.map(({ kode, nama }) => ({ kode, nama })),
  }
}

/** How a draft stands to each item that is meant for its unit, or that it has received. */
export async function receptionIn(on: Db, pk: store.PkRow): Promise<Penerimaan[]> {
  const lines = naskahOf(pk, await linesOf(on, pk.id)).sasaran.flatMap(({ uraian, kelompok, indikator }) =>
    indikator.map((i) => ({ ...i, uraian, kelompok })),
  )
  return receptionOf(lines, await itemsFor(on, pk))
}
