// What this room's tests share: a small province, and a person in each office.
import { type Db, inTransaction, type Tx } from '../platform/db/database.ts'
import { type Context, contextAt } from '../platform/kernel/context.ts'
import { accepted, type Refusal } from '../platform/kernel/refusal.ts'
import * as commands from './commands.ts'
import { Jabatan, Penugasan, UnitKerja } from './unit-kerja.ts'

export const CTX: Context = contextAt(new Date('2024-01-10T02:00:00Z'))

/** Runs one act in a transaction of its own. */
export const act = <T>(db: Db, work: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> => inTransaction(db, work)
export const done = async <T>(db: Db, work: (tx: Tx) => Promise<T | Refusal>): Promise<T> => accepted(await act(db, work))

export const unit = (kode: string, jenis: string, more: Partial<UnitKerja> = {}): UnitKerja =>
  UnitKerja.parse({
    kode,
    jenis,
    nama: kode,
    induk: kode.includes('.') ? kode.slice(0, kode.lastIndexOf('.')) : null,
    berlakuDari: '2020-01-01',
    ...more,
  })

export async function withUnits(db: Db, ...units: UnitKerja[]): Promise<void> {
  for (const one of units) await done(db, (tx) => commands.createUnit(tx, CTX, one))
}

/** A person in an office of the unit; the office's code is the person's id. */
export async function withHolder(
  db: Db,
  id: string,
  of: string,
  peran: readonly string[],
  more: Partial<Penugasan> = {},
): Promise<string> {
  const jabatan = more.jabatan ?? id
  await done(db, (tx) => commands.registerPegawai(tx, CTX, { id, nama: id }))
  if (!more.jabatan)
    await done(db, (tx) =>
      commands.saveJabatan(
        tx,
        CTX,
        Jabatan.parse({ kode: id, unit: of, nama: id, jenjang: 'ADMINISTRATOR', peran, berlakuDari: '2020-01-01' }),
      ),
    )
  const penugasan = Penugasan.parse({ pegawai: id, jabatan, sifat: 'DEFINITIF', berlakuDari: '2020-01-01', ...more })
  return (await done(db, (tx) => commands.assign(tx, CTX, penugasan))).id
}

/** DKI with two Perangkat Daerah: a city with a bagian, a kecamatan and a kelurahan, and a badan with a bidang. */
export const PROVINSI: readonly UnitKerja[] = [
  unit('dki', 'PROVINSI', { nama: 'Provinsi DKI Jakarta' }),
  unit('dki.jakpus', 'KOTA_ADMINISTRASI', { nama: 'Kota Administrasi Jakarta Pusat' }),
  unit('dki.jakpus.bag-ppk', 'BAGIAN'),
  unit('dki.jakpus.kec-gambir', 'KECAMATAN'),
  unit('dki.jakpus.kec-gambir.kel-gambir', 'KELURAHAN'),
  unit('dki.bkd', 'BADAN'),
  unit('dki.bkd.bid-kinerja', 'BIDANG'),
]
