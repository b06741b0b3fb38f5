// Reads offered to later rooms.
import type { Db } from '../platform/db/database.ts'
import type { Day } from '../platform/kernel/time.ts'
import { actingHolders } from './rules.ts'
import { listKoordinator } from './store/koordinator.ts'
import * as store from './store.ts'
import type { Koordinator } from './unit-kerja.ts'
import { AWALAN, koordinatorBy, PERANGKAT_DAERAH } from './unit-kerja.ts'

export { listKoordinator, listKoordinatorKosong, listKoordinatorOf } from './store/koordinator.ts'
export type { ListedUnit, PejabatRow, PenugasanRow, UnitRow } from './store.ts'
export {
  assignmentsOf,
  commandChain,
  findPegawai,
  findUnit,
  historyOf,
  listJabatan,
  listJenis,
  listPegawai,
  listPejabat,
  listPenugasan,
  listUnits,
  unknownUnits,
} from './store.ts'

/** Which office coordinates each unit on a day, in each of the roles. */
export async function koordinatorOn(on: Db, day: Day): Promise<Koordinator> {
  return koordinatorBy(await listKoordinator(on, day))
}

const isPerangkatDaerah = (jenis: string) => (PERANGKAT_DAERAH as readonly string[]).includes(jenis)

/** The Perangkat Daerah a unit belongs to by command (itself, if it is one); the unit itself where there is none above. */
export async function officeOf(on: Db, unit: string, day: Day): Promise<string> {
  const chain = await store.commandChain(on, unit, day)
  return chain.find((u) => isPerangkatDaerah(u.jenis))?.kode ?? unit
}

/**
 * The roles a person has on a day, each for the Perangkat Daerah of the office it comes with:
 * while somebody else acts for the office (Plh, Plt), its holder has none from it.
 */
export async function rolesOn(on: Db, pegawai: string, day: Day): Promise<{ peran: string; unit: string; jabatan: string }[]> {
  const held = actingHolders(await store.holdersBeside(on, pegawai, day)).filter((h) => h.pegawai === pegawai)
  const roles = []
  for (const { jabatan, unit, jenis_unit, peran } of held) {
    const office = isPerangkatDaerah(jenis_unit) ? unit : await officeOf(on, unit, day)
    for (const one of peran) roles.push({ peran: one, unit: office, jabatan })
  }
  return roles
}

/** Who acts for an office on a day, or undefined where nobody holds it. */
export async function holderOn(on: Db, jabatan: string, day: Day): Promise<store.PenugasanRow | undefined> {
  return actingHolders(await store.listPenugasan(on, { day, jabatan, limit: 10 }))[0]
}

/** Who acts on a day in a role, in a unit or anywhere, with the office as it is printed before a signature. */
export async function actingInRole(
  on: Db,
  peran: string,
  unit: string | null,
  day: Day,
): Promise<{ pegawai: string; nama: string; nip: string | null; jabatan: string }[]> {
  return actingHolders(await store.holdersInRole(on, peran, unit, day)).map((h) => ({
    pegawai: h.pegawai,
    nama: h.nama,
    nip: h.nip,
    jabatan: `${AWALAN[h.sifat]}${h.nama_jabatan}`,
  }))
}

/** `kode`: of the office held; `jabatan`: how it is printed. */
export type RoleOfDay = { peran: string; unit: string; pegawai: string; nama: string; kode: string; jabatan: string }

/** Every role of a day and who has it, as `rolesOn` says it of one person, in one question. */
export async function listRoles(on: Db, day: Day): Promise<RoleOfDay[]> {
  const held = Map.groupBy(await store.listRoleHolders(on, PERANGKAT_DAERAH, day), (h) => h.jabatan)
  return [...held.values()].flatMap((holders) =>
    actingHolders(holders).flatMap(({ peran, unit, pegawai, nama, jabatan, sifat, nama_jabatan }) =>
      peran.map((one) => ({ peran: one, unit, pegawai, nama, kode: jabatan, jabatan: `${AWALAN[sifat]}${nama_jabatan}` })),
    ),
  )
}
