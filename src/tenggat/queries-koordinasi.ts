// The coordinators' list: every office with its agreement or plan, in a handful of questions however many offices there are.
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import type { Standing, Workflow } from '../platform/kernel/workflow.ts'
import { blocking, courseOf } from '../platform/kernel/workflow.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { listKoordinator, listRoles } from '../unit-kerja/queries.ts'
import { koordinatorBy, PERANGKAT_DAERAH } from '../unit-kerja/unit-kerja.ts'
import { BELUM_DISUSUN, byUrgency, type Giliran, holdersFor, type Kedudukan, nextStep } from './koordinasi.ts'
import { ACTS } from './queries.ts'
import { tenggatOf } from './rules.ts'
import * as store from './store.ts'
import type { Fakta, Naskah } from './tenggat.ts'

const KINDS = {
  PK: {
    workflow: perjanjian.WORKFLOW_PK as Workflow<string>,
    page: '/perjanjian-kinerja',
    list: store.listPk,
    susun: 'perjanjian-kinerja.susun',
  },
  RA: { workflow: rencana.WORKFLOW_RA as Workflow<string>, page: '/rencana-aksi', list: store.listRa, susun: 'rencana-aksi.susun' },
} as const

const standingOf = (naskah: Naskah, row: store.NaskahRow): Standing<string> =>
  naskah === 'PK' ? row : (rencana.standing(row as never) as Standing<string>)

export type Koordinasi = {
  readonly tahun: number
  readonly naskah: Naskah
  /** The stages from the first to the last, with how many offices stand at each. */
  readonly tahap: { readonly status: string; readonly jumlah: number }[]
  /** Who coordinates some of the offices: offices held, and units. */
  readonly bidang: { readonly kode: string; readonly nama: string }[]
  readonly tanpaDpa: number
  readonly isi: Kedudukan[]
}

export async function koordinasi(on: Db, { today }: Context, tahun: number, naskah: Naskah): Promise<Koordinasi> {
  const { workflow, list } = KINDS[naskah]
  const kantor = await store.listKantor(on, PERANGKAT_DAERAH, today)
  const units = kantor.map((k) => k.kode)
  // Of all that a calendar knows only the deadline of this paper is asked for here.
  const disahkan = new Map((await store.listDpa(on, units, [tahun], today)).map((d) => [d.unit, d.disahkan]))
  const rows = new Map((await list(on, { units: null, tahun: [tahun] }, ACTS[naskah])).map((r) => [r.unit, r]))
  const roles = Map.groupBy(await listRoles(on, today), (r) => r.peran)
  const said = await listKoordinator(on, today)
  const koordinator = koordinatorBy(said)
  const byUnit = Map.groupBy(said, (k) => k.unit)
  const isi = kantor.map((k): Kedudukan => {
    const row = rows.get(k.kode)
    const [due] = tenggatOf(factsOf(k.kode, row), naskah)
    const { hari = null, sisa = null, keadaan = 'BELUM_TERCATAT', terlambat = false } = due ?? {}
    return {
      unit: k.kode,
      nama: k.nama,
      bidang: [...k.bidang, ...(byUnit.get(k.kode) ?? []).map((c) => c.jabatan)],
      id: row?.id ?? null,
      versi: row?.versi ?? null,
      status: row?.status ?? BELUM_DISUSUN,
      sejak: row?.sejak ?? null,
      giliran: turnOf(k, row),
      hari,
      sisa,
      keadaan: row && workflow.akhir === row.status ? 'SELESAI' : keadaan,
      terlambat,
      ke: `${KINDS[naskah].page}/${k.kode}/${tahun}`,
    }
  })
  function factsOf(unit: string, row: store.NaskahRow | undefined): Fakta {
    const dpaDitetapkan = disahkan.get(unit) ?? null
    const papers = { PK: null, RA: null, [naskah]: row ?? null }
    return { unit, milik: 'KANTOR', tahun, today, dpaDitetapkan, periode: [], naskah: papers, belum: new Map() }
  }
  function turnOf(k: store.KantorRow, row: store.NaskahRow | undefined): Giliran | null {
    const step = row
      ? nextStep(workflow, standingOf(naskah, row))
      : { peran: ['PENYUSUN', 'KEPALA_PD'], act: 'susun', label: 'Susun' }
    // Of several who may, the first that somebody has.
    const peran = step?.peran.find((p) => holdersFor(k, p, roles, koordinator).length > 0) ?? step?.peran[0]
    if (!step || peran === undefined) return null
    return {
      peran,
      act: step.act,
      label: step.label,
      nama: [...new Set(holdersFor(k, peran, roles, koordinator).map((h) => h.nama))],
    }
  }
  const at = Map.groupBy(isi, (k) => k.status)
  const stages = [BELUM_DISUSUN, ...courseOf(workflow, { status: workflow.awal, alasanRevisi: null })]
  return {
    tahun,
    naskah,
    tahap: stages.map((status) => ({ status, jumlah: at.get(status)?.length ?? 0 })),
    bidang: [
      ...new Map(said.map((k) => [k.jabatan, { kode: k.jabatan, nama: k.namaJabatan }])).values(),
      ...(await store.listNama(on, [...new Set(kantor.flatMap((k) => k.bidang))], today)),
    ],
    tanpaDpa: units.filter((unit) => !disahkan.has(unit)).length,
    isi: isi.sort(byUrgency),
  }
}

/** How many findings hold back the drafts of these offices: asked for what a page shows, since each is read whole. */
export async function temuanOf(on: Db, { today }: Context, tahun: number, naskah: Naskah, units: readonly string[]) {
  const found: { unit: string; temuan: number }[] = []
  for (const unit of units) {
    const temuan = await (naskah === 'PK' ? ofPk(on, unit, tahun, today) : ofRa(on, unit, tahun))
    if (temuan !== undefined) found.push({ unit, temuan })
  }
  return found
}

async function ofPk(on: Db, unit: string, tahun: number, today: string): Promise<number | undefined> {
  const last = (await perjanjian.listVersions(on, unit, tahun)).findLast((v) => !DONE.has(v.status))
  return last && blocking(await perjanjian.temuanOf(on, last, today)).length
}

async function ofRa(on: Db, unit: string, tahun: number): Promise<number | undefined> {
  const last = (await rencana.listVersions(on, unit, tahun)).findLast((v) => !DONE.has(v.status))
  return last && blocking(await rencana.temuanOf(on, last)).length
}
const DONE: ReadonlySet<string> = new Set(['DITETAPKAN', 'DIPUBLIKASI', 'DIGANTI'])
