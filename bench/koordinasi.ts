// The coordinators' list of a whole province through the web program, beside its widest question alone by the driver.
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { COOKIE } from '../src/pengguna/routes-sesi.ts'
import { type Db, sql } from '../src/platform/db/database.ts'
import { folderFiles } from '../src/platform/files/files.ts'
import { testSigning } from '../src/platform/signing/signing.testing.ts'
import { type Measure, measured, percentile, timed, type Workload } from './measure.ts'
import { bareClient, generateOffices, newFolder, openInstance, removeInstance, session } from './province.ts'

const OFFICES = 812
const TAHUN = 2026
const WARM = 10
const ROUNDS = 60
/** The list itself in one question: every office, its newest paper, since when it stands there. */
const BARE = `select u.kode, n.nama, p.id, p.status, l.at
  from unit_kerja u join unit_kerja_nama n on n.unit = u.kode
    left join lateral (select * from perjanjian_kinerja where unit = u.kode and tahun = $1 order by versi desc limit 1) p on true
    left join lateral (select at from ledger where subject = 'perjanjian-kinerja/' || p.unit || '/' || p.tahun || '/' || p.versi
      order by at desc limit 1) l on true
  where u.jenis <> 'PROVINSI' order by u.kode`

export const koordinasi: Workload = async (tell) => {
  const folder = newFolder()
  const { db, host, close } = await openInstance(folder)
  tell(`${OFFICES} offices with an agreement and a plan each on its way`)
  await generateOffices(db, { units: OFFICES, indicators: 1, years: 1 })
  await generatePapers(db)
  const token = await session(db)
  const client = await bareClient({ host })
  const app = await createApp(
    {
      db,
      files: folderFiles(join(folder, 'bukti')),
      clock: () => new Date(`${TAHUN}-02-03T03:00:00Z`),
      signing: await testSigning(),
    },
    { logLevel: 'silent', requestsPerMinute: 1e9 },
  )
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const ms = { PK: [] as number[], RA: [] as number[], bare: [] as number[] }
  try {
    for (let round = -WARM; round < ROUNDS; round++) {
      for (const naskah of ['PK', 'RA'] as const) {
        const asked = await timed(async () => {
          const answer = await fetch(`${address}/api/koordinasi/${TAHUN}?naskah=${naskah}`, {
            headers: { cookie: `${COOKIE}=${token}` },
          })
          return (await answer.json()) as { isi: unknown[] }
        })
        if (asked.result.isi.length !== OFFICES) throw new Error(`${asked.result.isi.length} of ${OFFICES} offices`)
        if (round >= 0) ms[naskah].push(asked.ms)
      }
      const bare = await timed(() => client.query(BARE, [TAHUN]))
      if (round >= 0) ms.bare.push(bare.ms)
    }
    const reference = { what: 'one question with every office and its paper, through pg', value: percentile(ms.bare, 95) }
    return (['PK', 'RA'] as const).map(
      (naskah): Measure =>
        measured(
          {
            what: `/api/koordinasi with ${OFFICES} offices, ${naskah}, p95 of ${ROUNDS}`,
            value: percentile(ms[naskah], 95),
            unit: 'ms',
          },
          { reference, most: 100 },
        ),
    )
  } finally {
    await app.close()
    await client.end()
    await close()
    await removeInstance(folder)
  }
}

/** Papers in every state of their way, each with the lines of the ledger that led there. */
async function generatePapers(db: Db): Promise<void> {
  const states = `(array['DRAFT', 'DIHIMPUN', 'FORUM', 'HASIL_FORUM', 'DITETAPKAN'])`
  await sql`insert into dpa (unit, tahun, disahkan) values ('dki', ${TAHUN}, ${`${TAHUN}-01-02`})`.execute(db)
  await sql`insert into perjanjian_kinerja (id, unit, tahun, versi, bentuk, status, asal)
    select gen_random_uuid(), kode, ${TAHUN}, 1, 'x', ${sql.raw(states)}[abs(hashtext(kode)) % 5 + 1], 'SISTEM'
    from unit_kerja where jenis <> 'PROVINSI'`.execute(db)
  await sql`insert into rencana_aksi (id, unit, tahun, versi, status, asal)
    select gen_random_uuid(), unit, tahun, 1, status, 'SISTEM' from perjanjian_kinerja`.execute(db)
  // A year of acts: most lines of a ledger are no step of a paper.
  await sql`insert into ledger (office, seq, at, actor, act, subject, status, note, detail, previous, hash)
    select p.unit, n * 2 + k, now() - make_interval(hours => 100 - n), 'sistem',
      r.room || case when n % 10 = 0 then '.ajukan' else '.isi-target' end, r.room || '/' || p.unit || '/' || p.tahun || '/1',
      p.status, null, 'null', '0', md5(random()::text)
    from perjanjian_kinerja p cross join generate_series(1, 40) n
      cross join (values (0, 'perjanjian-kinerja'), (1, 'rencana-aksi')) r(k, room)`.execute(db)
  await sql`vacuum (analyze)`.execute(db)
}
