// The only file that reads the environment and opens things.
import { once } from 'node:events'
import { join } from 'node:path'
import { runCommand, type World } from './cli.ts'
import { connectDatabase } from './platform/db/database.ts'
import { openEmbedded } from './platform/db/embedded.ts'
import { migrate } from './platform/db/migrate.ts'
import { folderFiles } from './platform/files/files.ts'
import { openVault } from './platform/signing/identity.ts'
import { openSigning, type SigningSettings } from './platform/signing/open.ts'

const root = join(import.meta.dirname, '..')
const env = process.env
const dataFolder = env.SELARAS_DATA ?? join(root, 'data')

const signing: SigningSettings = {
  folder: join(dataFolder, 'tanda-tangan'),
  address: env.SELARAS_ALAMAT ?? `http://localhost:${env.PORT ?? 3000}`,
  timeStamp: env.SELARAS_STEMPEL_WAKTU,
  service: env.SELARAS_TTD_LAYANAN
    ? { address: env.SELARAS_TTD_LAYANAN, user: env.SELARAS_TTD_PENGGUNA ?? '', password: env.SELARAS_TTD_SANDI ?? '' }
    : undefined,
  roots: env.SELARAS_TTD_AKAR,
}

const world: World = {
  root,
  production: env.NODE_ENV === 'production',
  ownServer: Boolean(env.DATABASE_URL),
  port: Number(env.PORT ?? 3000),
  host: env.HOST ?? 'localhost',
  logLevel: env.LOG_LEVEL ?? 'warn',
  behindProxy: env.SELARAS_BEHIND_PROXY === '1',
  site: signing.address.replace(/\/$/, ''),
  mail: env.SELARAS_SMTP ? { server: env.SELARAS_SMTP, from: env.SELARAS_SMTP_DARI ?? 'Selaras <selaras@localhost>' } : undefined,
  clock: () => new Date(),
  stdin: process.stdin,
  out: (text) => process.stdout.write(text),
  progress: (text) => process.stderr.write(text),
  colours: process.stdout.isTTY === true && !env.NO_COLOR,
  stopped: () => Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal))),
  async open(onProgress) {
    const embedded = env.DATABASE_URL ? undefined : await openEmbedded(dataFolder, { onProgress })
    const connection = embedded ? { host: embedded.host, database: 'postgres' } : { url: env.DATABASE_URL! }
    const db = connectDatabase(connection)
    const close = async () => {
      await db.destroy()
      await embedded?.release()
    }
    try {
      await migrate(db, onProgress)
    } catch (error) {
      await close()
      throw error
    }
    return {
      db,
      connection,
      files: folderFiles(env.SELARAS_FILES ?? join(dataFolder, 'bukti')),
      signing: () => openSigning(signing, db, world.clock()),
      vault: () => openVault(signing.folder),
      postmaster: embedded?.postmaster,
      close,
    }
  },
}

process.exitCode = await runCommand(process.argv.slice(2), world)
