// The web application, and what runs by itself while it serves.
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { loadExample } from '../impor/commands.ts'
import { ingatkan, kirimSurel, sebarkan } from '../kabar/commands.ts'
import { listAccounts } from '../pengguna/queries.ts'
import { anchor } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import { readFolder } from '../platform/files/folder.ts'
import { type Job, type Jobs, startJobs } from '../platform/jobs/jobs.ts'
import { contextAt } from '../platform/kernel/context.ts'
import { smtpMailer } from '../platform/mail/smtp.ts'
import { type Command, type World, withInstance } from './command.ts'

export const serve: Command = {
  usage: 'serve [--contoh]',
  about: 'aplikasi web dan API',
  options: { contoh: { type: 'boolean' } },
  run: (_words, { contoh }, world) => serveUntilStopped(world, contoh === true),
}

function serveUntilStopped(world: World, contoh: boolean): Promise<number> {
  const tell = (text: string) => world.progress(`Selaras: ${text}\n`)
  tell('membuka basis data …')
  return withInstance(world, async ({ db, files, signing }) => {
    const source = () => readFolder(join(world.root, 'contoh'))
    const wanted = contoh || !(world.production || world.ownServer)
    const accounts = wanted ? await loadExample(db, contextAt(world.clock()), source, { tell, secret: world.production }) : []
    const app = await createApp(
      { db, files, clock: world.clock, signing: await signing() },
      {
        logLevel: world.logLevel,
        behindProxy: world.behindProxy,
        client: join(world.root, 'dist'),
        surel: world.mail !== undefined,
        onAct: () => jobs?.wake('kabar.sebarkan'),
      },
    )
    let jobs: Jobs | undefined
    const failed = (error: unknown) => app.log.error(error)
    try {
      await app.listen({ port: world.port, host: world.host })
      const { port } = app.server.address() as AddressInfo
      world.out(`\nSelaras siap di http://${world.host}:${port}\n`)
      if (accounts.length) world.out(`\nAkun contoh:\n${accounts.map(accountLine).join('\n')}\n`)
      else if (!(await listAccounts(db, { now: world.clock(), limit: 1 })).length)
        world.out('\nBelum ada akun. Jalankan: npx selaras init\n')
      // Where they cannot start (a database user who may not make a schema), everything but they still works.
      jobs = await startJobs(db, jobsOf(world, db), failed).catch((error) => void failed(error))
      const hourly = setInterval(() => anchor(db, world.clock()).catch((error) => app.log.error(error)), 3_600_000)
      await world.stopped()
      tell('menutup …')
      clearInterval(hourly)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
      throw new Error(
        `Alamat http://${world.host}:${world.port} sedang dipakai program lain. Hentikan program itu, atau pilih yang lain dengan PORT.`,
      )
    } finally {
      await app.close()
      await jobs?.stop()
    }
    await anchor(db, world.clock())
    return 0
  })
}

/** What runs by itself while the program serves: news from the ledger, reminders, letters. */
function jobsOf({ clock, mail, site }: World, db: Db): Job[] {
  const jobs: Job[] = [
    { name: 'kabar.sebarkan', cron: '* * * * *', run: async () => void (await sebarkan(db, contextAt(clock()))) },
    { name: 'kabar.ingatkan', cron: '7 6-18 * * *', run: async () => void (await ingatkan(db, contextAt(clock()))) },
  ]
  if (!mail) return jobs
  const kirim = async () => {
    const mailer = await smtpMailer(mail)
    await kirimSurel(db, () => contextAt(clock()), mailer, site).finally(mailer.close)
  }
  return [...jobs, { name: 'kabar.kirim', cron: '* * * * *', run: kirim }]
}

function accountLine({ username, password, nama }: { username: string; password: string; nama: string }): string {
  return `  ${username.padEnd(22)} ${password.padEnd(22)} ${nama}`
}
