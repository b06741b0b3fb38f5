// A governor signs fifty agreements with one password: the batch through the program, beside the bare signing of the same
// files; and what the heads waited for before it, a paper printed and signed.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { routes as batch } from '../src/beranda/routes-tanda-tangan.ts'
import { importIndikator } from '../src/indikator/commands.ts'
import { IndikatorFile } from '../src/indikator/indikator.ts'
import { addAccount, hashPassword } from '../src/pengguna/commands.ts'
import { permits } from '../src/pengguna/queries.ts'
import { signOneOfMany } from '../src/perjanjian-kinerja/commands-tanda-tangan.ts'
import { contoh, draftPk, withUnits } from '../src/perjanjian-kinerja/contoh.testing.ts'
import { routes as agreements } from '../src/perjanjian-kinerja/routes.ts'
import { type Db, inTransaction, many, sql } from '../src/platform/db/database.ts'
import { folderFiles } from '../src/platform/files/files.ts'
import { createServer } from '../src/platform/http/server.ts'
import { type Actor, contextAt, SISTEM } from '../src/platform/kernel/context.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'
import { testSigning } from '../src/platform/signing/signing.testing.ts'
import { assign, registerPegawai, saveJabatan } from '../src/unit-kerja/commands.ts'
import { Jabatan, Penugasan } from '../src/unit-kerja/unit-kerja.ts'
import { measured, percentile, timed, type Workload } from './measure.ts'
import { newFolder, openInstance, removeInstance } from './province.ts'

const COUNT = 50
const SANDI = 'kata sandi pengukuran'
const YEAR = new Date().getFullYear()
const codes = Array.from({ length: COUNT }, (_, n) => `dki.pd-${n + 1}`)

export const tandaTangan: Workload = async (tell) => {
  const folder = newFolder()
  const { db, close } = await openInstance(folder)
  const [files, signing] = [folderFiles(join(folder, 'bukti')), await testSigning()]
  const services = { db, files, signing, clock: () => new Date() }
  const actors = new Map<string, Actor>()
  const app = await createServer({
    clock: services.clock,
    logLevel: 'silent',
    requestsPerMinute: 1e9,
    gate: {
      actorOf: async (req) => actors.get(String(req.headers['x-oleh'])) ?? SISTEM,
      permits: (ctx, act, unit) => permits(db, ctx, act, unit),
    },
  })
  agreements(app, services)
  batch(app, services)
  try {
    tell(`${COUNT} offices, each with its agreement`)
    await fill(db, actors)
    const first: number[] = []
    for (const unit of codes) {
      const id = await draftPk(
        async (method, url, payload, version) => {
          const headers = { 'x-oleh': `penyusun ${unit}`, ...(version !== undefined && { 'if-match': `"${version}"` }) }
          return (await app.inject({ method, url, payload, headers })).json()
        },
        unit,
        YEAR,
        ['MR', 'KOMBEL'],
      )
      await sql`update perjanjian_kinerja set status = 'PROSES_TTD_BKD' where id = ${id}`.execute(db)
      const [{ version } = { version: 0 }] = await many(
        db,
        sql<{ version: number }>`select version from perjanjian_kinerja where id = ${id}`,
      )
      const ctx = contextAt(new Date(), actors.get(unit))
      const { ms } = await timed(async () =>
        accepted(await signOneOfMany(services, ctx, { id, version }, undefined, async () => {})),
      )
      first.push(ms)
    }
    const papers = await many(db, sql<{ sha256: string }>`select sha256 from signature`)
    tell('the Gubernur signs all of them')
    const headers = { 'x-oleh': 'gubernur' }
    const { result: progress, ms } = await timed(async () => {
      const { isi } = (await app.inject({ url: '/api/tanda-tangan', headers })).json()
      const naskah = isi.map(({ jenis, id, version }: Record<string, unknown>) => ({ jenis, id, version }))
      await app.inject({ method: 'POST', url: '/api/tanda-tangan', headers, payload: { naskah, bukti: { sandi: SANDI } } })
      for (;;) {
        const { berkelompok } = (await app.inject({ url: '/api/tanda-tangan/kemajuan', headers })).json()
        if (berkelompok.selesai) return berkelompok
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    })
    const failed = progress.butir.filter((b: { keadaan: string }) => b.keadaan !== 'BERHASIL')
    if (failed.length || progress.butir.length !== COUNT) throw new Error(`not all signed: ${JSON.stringify(failed.slice(0, 2))}`)
    const who = { akun: '', pegawai: '', nama: 'Gubernur', jabatan: 'Gubernur' }
    const { ms: bare } = await timed(async () => {
      for (const { sha256 } of papers)
        accepted(await signing.signer.sign(await buffer((await files.read(sha256))!), who, { at: new Date(), alasan: 'x' }))
    })
    return [
      measured(
        { what: `${COUNT} agreements signed by the Gubernur with one password`, value: ms / 1000, unit: 's' },
        { reference: { what: 'the same files signed and nothing else', value: bare / 1000 }, most: 30 },
      ),
      measured({ what: 'a first signature: printed, signed, checked, kept, p95', value: percentile(first, 95), unit: 'ms' }),
    ]
  } finally {
    await app.close()
    await close()
    await removeInstance(folder)
  }
}

async function fill(db: Db, actors: Map<string, Actor>): Promise<void> {
  const ctx = contextAt(new Date('2025-01-10T00:00:00Z'))
  const hash = await hashPassword(SANDI)
  const file = IndikatorFile.parse(contoh('bkd-2025/indikator.json'))
  const indikator = file.indikator
    .filter((i) => i.kode === 'MR' || i.kode === 'KOMBEL')
    .map((i) => ({ ...i, versi: i.versi.map((v) => ({ ...v, pemilikData: null })) }))
  await withUnits(db, ...codes)
  const office = (name: string, unit: string, peran: string, nip: string | null) =>
    inTransaction(db, async (tx) => {
      const id = randomUUID()
      accepted(await registerPegawai(tx, ctx, { id, nama: `Pejabat ${name}`, nip }))
      const jabatan = {
        kode: id,
        unit,
        nama: `Kepala ${name}`,
        jenjang: 'ADMINISTRATOR',
        peran: [peran],
        berlakuDari: '2020-01-01',
      }
      accepted(await saveJabatan(tx, ctx, Jabatan.parse(jabatan)))
      accepted(await assign(tx, ctx, Penugasan.parse({ pegawai: id, jabatan: id, sifat: 'DEFINITIF', berlakuDari: '2020-01-01' })))
      const account = { username: id, nama: name, pegawai: id, administrator: false }
      actors.set(name, { ...accepted(await addAccount(tx, ctx, account, hash, false)), nama: name, peran: [{ peran, unit }] })
    })
  await office('gubernur', 'dki', 'GUBERNUR', null)
  for (const [n, unit] of codes.entries()) {
    await office(unit, unit, 'KEPALA_PD', `197403091993111${String(n + 1).padStart(3, '0')}`)
    actors.set(`penyusun ${unit}`, { id: randomUUID(), nama: unit, peran: [{ peran: 'PENYUSUN', unit }] })
    await inTransaction(db, async (tx) => accepted(await importIndikator(tx, ctx, { ...file, unit, indikator })))
  }
}
