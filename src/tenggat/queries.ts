// What the calendar and the reminders read: the facts of one office, or of all, in a handful of questions.
import { listPeriode } from '../pengukuran/queries.ts'
import { WORKFLOW as WORKFLOW_PK } from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Day } from '../platform/kernel/time.ts'
import { WORKFLOW as WORKFLOW_RA } from '../rencana-aksi/queries.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import { PERANGKAT_DAERAH } from '../unit-kerja/unit-kerja.ts'
import { dueAfterDpa, inCalendarYear, pengingatOf, tenggatOf } from './rules.ts'
import * as store from './store.ts'
import type { Fakta, TenggatHari } from './tenggat.ts'

const PERIODS = 200

/** The acts that lead a paper from one state to another: by them one knows since when it stands where it stands. */
const actsOf = (room: string, table: readonly { readonly act: string; readonly dari: string; readonly ke: string }[]) => [
  `${room}.susun`,
  `${room}.impor`,
  ...new Set(table.filter((s) => s.dari !== s.ke).map((s) => `${room}.${s.act}`)),
]
export const ACTS = {
  PK: actsOf('perjanjian-kinerja', WORKFLOW_PK),
  RA: actsOf('rencana-aksi', WORKFLOW_RA),
} as const

/** The facts of these offices in these years of the cycle. */
export async function faktaOf(on: Db, units: readonly string[], tahun: readonly number[], today: Day): Promise<Fakta[]> {
  const filter = { units, tahun }
  const periods = (await Promise.all(tahun.map((y) => listPeriode(on, String(y), undefined, PERIODS)))).flat()
  const quarters = periods.filter((p) => /-TW[1-4]$/.test(p.periode))
  const open = quarters.filter((p) => p.status === 'TERBUKA').map((p) => p.periode)
  const [dpa, pk, ra, belum] = [
    await store.listDpa(on, units, tahun, today),
    await store.listPk(on, filter, ACTS.PK),
    await store.listRa(on, filter, ACTS.RA),
    open.length ? await store.listBelum(on, units, open) : [],
  ]
  const key = (o: { unit: string; tahun: number }) => `${o.unit} ${o.tahun}`
  const [dpaOf, pkOf, raOf] = [byKey(dpa, key), byKey(pk, key), byKey(ra, key)]
  const missing = Map.groupBy(belum, (b) => `${b.unit} ${b.periode.slice(0, 4)}`)
  return units.flatMap((unit) =>
    tahun.map((y): Fakta => {
      const at = key({ unit, tahun: y })
      return {
        unit,
        milik: 'KANTOR',
        tahun: y,
        today,
        dpaDitetapkan: dpaOf.get(at)?.disahkan ?? null,
        periode: quarters,
        naskah: { PK: pkOf.get(at) ?? null, RA: raOf.get(at) ?? null },
        belum: new Map((missing.get(at) ?? []).map((b) => [b.periode, b.jumlah])),
      }
    }),
  )
}

const byKey = <T>(rows: readonly T[], key: (row: T) => string) => new Map(rows.map((row) => [key(row), row]))

export type Kalender = {
  unit: string
  nama: string
  tahun: number
  today: Day
  /** Null where nobody has recorded it: then agreement and plan have no deadline yet. */
  dpaDitetapkan: Day | null
  tenggat: TenggatHari[]
}

/** The deadlines of an office in a year of the calendar; of a unit that is no office those of the province. */
export async function kalender(on: Db, { today }: Context, unit: string, tahun: number): Promise<Kalender | Refusal> {
  const found = await findUnit(on, unit, today)
  if (!found) return refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada.`, { field: 'unit' })
  const milik = (PERANGKAT_DAERAH as readonly string[]).includes(found.jenis) ? 'KANTOR' : 'PROVINSI'
  const fakta = await faktaOf(on, [unit], [tahun - 1, tahun], today)
  const tenggat = inCalendarYear(
    tahun,
    fakta.flatMap((f) => tenggatOf({ ...f, milik })),
  ).sort((a, b) => ((a.hari ?? '') < (b.hari ?? '') ? -1 : 1))
  return { unit, nama: found.nama, tahun, today, dpaDitetapkan: fakta[1]!.dpaDitetapkan, tenggat }
}

/** Until when agreement and plan of these offices are due, by `unit tahun`, where the day of the DPA is recorded. */
export async function batasNaskah(
  on: Db,
  units: readonly string[],
  tahun: readonly number[],
  today: Day,
): Promise<Map<string, Day>> {
  const dpa = await store.listDpa(on, units, tahun, today)
  return new Map(dpa.map((d) => [`${d.unit} ${d.tahun}`, dueAfterDpa(d.disahkan)]))
}

export type PengingatKantor = { readonly unit: string; readonly nama: string; readonly tenggat: ReturnType<typeof pengingatOf> }

/** What every office, and the province, is to be reminded of today. */
export async function listPengingat(on: Db, today: Day): Promise<PengingatKantor[]> {
  const tahun = [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))]
  const kantor = await store.listKantor(on, PERANGKAT_DAERAH, today)
  const provinsi = await store.listKantor(on, ['PROVINSI'], today)
  const nama = new Map([...kantor, ...provinsi].map((k) => [k.kode, k.nama]))
  const own = await faktaOf(
    on,
    kantor.map((k) => k.kode),
    tahun,
    today,
  )
  const all = [...own, ...faktaProvinsi(provinsi, tahun, today)]
  return all.flatMap((f) => {
    const tenggat = pengingatOf(tenggatOf(f))
    return tenggat.length ? [{ unit: f.unit, nama: nama.get(f.unit) ?? f.unit, tenggat }] : []
  })
}

/** The deadlines of the province itself rest on nothing that is kept. */
export const faktaProvinsi = (provinsi: readonly store.KantorRow[], tahun: readonly number[], today: Day): Fakta[] =>
  tahun.flatMap((y) => provinsi.map((p) => ({ ...EMPTY, unit: p.kode, tahun: y, today })))
const EMPTY = { milik: 'PROVINSI', dpaDitetapkan: null, periode: [], naskah: { PK: null, RA: null }, belum: new Map() } as const
