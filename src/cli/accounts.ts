// The first administrator, accounts, and the NIK that the signing service asks for.
import { text as readAll } from 'node:stream/consumers'
import * as pengguna from '../pengguna/commands.ts'
import { listAccounts } from '../pengguna/queries.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { type Command, said, Usage, type World, withInstance } from './command.ts'

export const init: Command = {
  usage: 'init [--username NAMA]',
  about: 'membuat administrator pertama dengan kata sandi sekali pakai',
  options: { username: { type: 'string' } },
  run: (_words, { username = 'administrator' }, world) =>
    withInstance(world, async ({ db }) => {
      if ((await listAccounts(db, { now: world.clock(), limit: 1 })).length)
        return said({ refused: 'BENTROK' }, 'Sudah ada akun. Pakai `selaras user reset`.', 1)
      const { password } = accepted(
        await pengguna.createAccount(db, contextAt(world.clock()), {
          username: String(username),
          nama: 'Administrator',
          administrator: true,
        }),
      )
      return said(
        { username, password },
        `Administrator ${username} dibuat.\nKata sandi sekali pakai: ${password}\nGanti saat masuk pertama kali.`,
      )
    }),
}

export const addUser: Command = {
  usage: 'user add NAMA_PENGGUNA --nama "Nama" [--pegawai ID] [--administrator]',
  about: 'membuat akun; kata sandi dibaca dari masukan baku, atau dibuatkan',
  words: 1,
  options: { nama: { type: 'string' }, pegawai: { type: 'string' }, administrator: { type: 'boolean' } },
  run: ([username], { nama, pegawai, administrator }, world) =>
    withInstance(world, async ({ db }) => {
      if (!nama) throw new Usage('Sebutkan nama pemilik akun dengan --nama.')
      const wanted = {
        username: username!,
        nama: String(nama),
        pegawai: pegawai ? String(pegawai) : null,
        administrator: administrator === true,
      }
      const { password } = accepted(await pengguna.createAccount(db, contextAt(world.clock()), wanted, await passwordFrom(world)))
      return said({ username, password }, `Akun ${username} dibuat.\nKata sandi sekali pakai: ${password}`)
    }),
}

export const resetUser: Command = {
  usage: 'user reset NAMA_PENGGUNA',
  about: 'memberi kata sandi sekali pakai baru; semua sesi akun itu berakhir',
  words: 1,
  run: ([username], _options, world) =>
    withInstance(world, async ({ db }) => {
      const { password } = accepted(
        await pengguna.resetPassword(db, contextAt(world.clock()), username!, await passwordFrom(world)),
      )
      return said({ username, password }, `Kata sandi ${username} diatur ulang.\nKata sandi sekali pakai: ${password}`)
    }),
}

export const recordUserNik: Command = {
  usage: 'user nik NAMA_PENGGUNA',
  about: 'mencatat NIK (dari masukan baku) untuk layanan tanda tangan elektronik; disandikan dan tidak pernah ditampilkan',
  words: 1,
  run: ([username], _options, world) =>
    withInstance(world, async ({ db, vault }) => {
      const nik = (await passwordFrom(world)) ?? ''
      accepted(await pengguna.recordNik(db, contextAt(world.clock()), await vault(), username!, nik))
      return said({ username }, `NIK ${username} dicatat.`)
    }),
}

async function passwordFrom(world: World): Promise<string | undefined> {
  if ((world.stdin as { isTTY?: boolean }).isTTY) return undefined
  return (await readAll(world.stdin)).split('\n')[0]?.trim() || undefined
}
