// Who signs, for tests of the rooms whose papers are signed: offices, persons and accounts with one password.
import { type Db, inTransaction } from '../platform/db/database.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { assign, registerPegawai, saveJabatan } from '../unit-kerja/commands.ts'
import { Jabatan, Penugasan } from '../unit-kerja/unit-kerja.ts'
import { addAccount, hashPassword } from './commands.ts'

export const BUKTI = { sandi: 'kata sandi untuk uji' }
export const KEPALA_CONTOH = { nama: 'Kepala Contoh', nip: '197403091993111001', jabatan: 'Kepala Badan' }
export const GUBERNUR_CONTOH = { nama: 'Gubernur Contoh', nip: null, jabatan: 'Gubernur' }

const ctx = contextAt(new Date('2025-06-01T00:00:00Z'))

/** Accounts of the head of a unit and of the Gubernur, by role. */
export async function withSigners(db: Db, unit: string): Promise<Record<'KEPALA_PD' | 'GUBERNUR', string>> {
  const hash = await hashPassword(BUKTI.sandi)
  const one = (peran: string, of: string, { nama, nip, jabatan }: { nama: string; nip: string | null; jabatan: string }) =>
    inTransaction(db, async (tx) => {
      const id = peran.toLowerCase().replace('_', '-')
      accepted(await registerPegawai(tx, ctx, { id, nama, nip }))
      const office = { kode: id, unit: of, nama: jabatan, jenjang: 'ADMINISTRATOR', peran: [peran], berlakuDari: '2020-01-01' }
      accepted(await saveJabatan(tx, ctx, Jabatan.parse(office)))
      accepted(await assign(tx, ctx, Penugasan.parse({ pegawai: id, jabatan: id, sifat: 'DEFINITIF', berlakuDari: '2020-01-01' })))
      return accepted(await addAccount(tx, ctx, { username: id, nama, pegawai: id, administrator: false }, hash, false)).id
    })
  return { KEPALA_PD: await one('KEPALA_PD', unit, KEPALA_CONTOH), GUBERNUR: await one('GUBERNUR', 'dki', GUBERNUR_CONTOH) }
}
