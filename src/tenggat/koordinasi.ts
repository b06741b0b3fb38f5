// Where one paper of one office stands, and who holds it: from the workflow table, the roles of the day and the deadline.

import type { Day } from '../platform/kernel/time.ts'
import { courseOf, possible, type Standing, type Workflow } from '../platform/kernel/workflow.ts'
import { coordinates, type Koordinator, koordinatorOf } from '../unit-kerja/unit-kerja.ts'
import type { KeadaanTenggat } from './tenggat.ts'

/** Before the first state: nobody has begun. */
export const BELUM_DISUSUN = 'BELUM_DISUSUN'

export type Pemegang = {
  readonly peran: string
  readonly unit: string
  readonly nama: string
  readonly kode: string
  readonly jabatan: string
}
export type Giliran = { readonly peran: string; readonly act: string; readonly label: string; readonly nama: readonly string[] }
export type Kedudukan = {
  readonly unit: string
  readonly nama: string
  /** The units and offices held that coordinate it. */
  readonly bidang: readonly string[]
  readonly id: string | null
  readonly versi: number | null
  readonly status: string
  readonly sejak: string | null
  /** Null where it is done. */
  readonly giliran: Giliran | null
  readonly hari: Day | null
  readonly sisa: number | null
  readonly keadaan: KeadaanTenggat
  readonly terlambat: boolean
  readonly ke: string
}

const OF_THE_OFFICE: ReadonlySet<string> = new Set(['KEPALA_PD', 'PENYUSUN'])

/** The step that leads on from a state, and whose it is; undefined at the end. Publishing is a right, no duty. */
export function nextStep<S extends string>(workflow: Workflow<S>, at: Standing<S>) {
  const stages = courseOf(workflow, at)
  const here = stages.indexOf(at.status)
  return possible(workflow, at).find((s) => stages.indexOf(s.ke) > here && !s.peran.includes('SISTEM') && s.act !== 'publikasi')
}

/** Those who have the role for this office today: its own people, else who coordinates it, else whoever has the role. */
export function holdersFor(
  { kode, bidang }: { readonly kode: string; readonly bidang: readonly string[] },
  peran: string,
  all: ReadonlyMap<string, readonly Pemegang[]>,
  koordinator: Koordinator,
): readonly Pemegang[] {
  const holders = all.get(peran) ?? []
  if (OF_THE_OFFICE.has(peran)) return holders.filter((h) => h.unit === kode)
  if (koordinatorOf(koordinator, peran, kode)) return holders.filter((h) => coordinates(koordinator, peran, kode, h.kode))
  const near = holders.filter((h) => bidang.includes(h.unit))
  return near.length ? near : holders
}

const RANK: Readonly<Record<KeadaanTenggat, number>> = {
  LEWAT: 0,
  HARI_INI: 1,
  DEKAT: 2,
  AKAN_DATANG: 3,
  BELUM_TERCATAT: 4,
  SELESAI: 5,
}

/** The most urgent first: by deadline, then by how long it has waited; what is done stands last. */
export function byUrgency(a: Kedudukan, b: Kedudukan): number {
  const rank = (k: Kedudukan) => RANK[k.keadaan]
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  const [x, y] = [a.sisa ?? 0, b.sisa ?? 0]
  if (x !== y && a.keadaan !== 'SELESAI') return x - y
  const [since, then] = [a.sejak ?? '', b.sejak ?? '']
  if (since !== then) return since < then ? -1 : 1
  return a.unit < b.unit ? -1 : 1
}
