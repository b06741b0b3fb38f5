// The year of the Instruksi Sekda 4/2024 for two offices, through the HTTP app; the story is in setahun.ts.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { example, type Person } from '../src/impor/contoh.testing.ts'
import { draftPk, draftRa } from '../src/perjanjian-kinerja/contoh.testing.ts'
import { verifyLedger } from '../src/platform/audit/verify.ts'
import { adegan, type Babak, judulOf, KANTOR, type Kantor, type Naskah, pelakuOf } from './setahun.ts'

const TAHUN = 2026
const BUKTI = { sandi: 'selaras-contoh' }
const { person, at, db } = await example()
const people = new Map<string, Person>()
/** Somebody of that day: a session lasts no longer. */
async function as(name: string): Promise<Person> {
  const known = people.get(name) ?? (await person(name))
  people.set(name, known)
  return known
}
function on(hari: string): void {
  const day = new Date(`${TAHUN}-${hari}T03:00:00Z`)
  if (day > at.now) people.clear()
  at.now = day
}

async function ask(who: Person, method: 'POST' | 'PUT', url: string, body: object | undefined, version?: number) {
  const res = await who.send(method, url, body, version)
  assert.ok(res.status < 300, `${method} ${url}: ${res.body.detail}`)
  return res.body
}
const newest = async (who: Person, kantor: Kantor, naskah: Naskah): Promise<string> => {
  const room = naskah === 'PK' ? 'perjanjian-kinerja' : 'rencana-aksi'
  const { isi } = (await who.get(`/api/${room}?unit=${kantor.unit}&tahun=${TAHUN}`)).body
  return `/api/${room}/${isi.at(-1).id}`
}
const idOf = (url: string) => url.split('/').at(-1)!
const standing = async (who: Person, url: string) => (await who.get(`${url}/langkah`)).body
async function step(who: Person, url: string, act: string, more: object = {}) {
  const { version, isi } = await standing(who, url)
  return ask(who, 'POST', `${url}/langkah`, { act, isi, ...more }, version)
}
/** The open forum of an office, or the quarterly one. */
async function forumOf(who: Person, kantor: readonly Kantor[]): Promise<string> {
  const { isi } = (await who.get(`/api/forum?tahun=${TAHUN}`)).body
  const unit = kantor.length > 1 ? 'dki' : kantor[0]!.unit
  const found = isi.find((f: { unit: string; status: string }) => f.unit === unit && f.status !== 'DITETAPKAN')
  return `/api/forum/${found.id}`
}
async function setTarget(who: Person, pk: string, nilai: string) {
  const { target, id } = (await who.get(pk)).body.sasaran[0].indikator[0]
  await ask(who, 'PUT', `${pk}/indikator/${id}/target/TW3`, { nilai }, target.TW3.version)
}

async function play({ oleh, hari, perbuatan: p }: Babak, who: Person, kantor: readonly Kantor[]): Promise<void> {
  const [office] = kantor as [Kantor]
  switch (p.buat) {
    case 'susun': {
      const by = (method: 'POST' | 'PUT', url: string, body: object, version?: number) => ask(who, method, url, body, version)
      await draftPk(by, office.unit, TAHUN, office.indikator)
      await draftRa(by, async (url) => (await who.get(url)).body, office.unit, TAHUN)
      return
    }
    case 'langkah': {
      const papers = await Promise.all(kantor.flatMap((k) => p.naskah.map((n) => newest(who, k, n))))
      if (kantor.length > 1) return signAll(who, p.naskah[0]!, papers, p.menjadi)
      for (const url of papers) {
        const done = await step(who, url, p.act, p.act === 'tanda-tangan' ? { bukti: BUKTI } : {})
        assert.equal(done.status, p.menjadi)
      }
      return
    }
    case 'jadwalkan': {
      const quarterly = kantor.length > 1
      const tanggal = `${TAHUN}-${quarterly ? '04-15' : hari === '02-03' ? '02-10' : '02-17'}`
      const jadwal = { tanggal, mulai: '09:00', selesai: '11:30', tempat: 'Balai Kota', agenda: 'Pembahasan' }
      const what = quarterly
        ? { jenis: 'TRIWULANAN', periode: `${TAHUN}-TW1` }
        : { jenis: 'PENYUSUNAN', unit: office.unit, tahun: TAHUN }
      await ask(who, 'POST', '/api/forum', { ...what, jadwal })
      return
    }
    case 'saran': {
      const forum = await forumOf(who, kantor)
      const naskah = idOf(await newest(who, office, p.naskah))
      const { baris } = (await who.get(forum)).body.naskah.find((n: { naskah: string }) => n.naskah === naskah)
      const line = baris.find((b: { letak: string }) => /indikator/i.test(b.letak))
      await ask(who, 'POST', `${forum}/saran`, { peran: oleh.toUpperCase(), naskah, baris: line?.id, isi: p.isi })
      return
    }
    case 'tanpa-saran':
      await ask(who, 'POST', `${await forumOf(who, kantor)}/saran`, { peran: 'BIRO_ORB' })
      return
    case 'jawab': {
      const { isi } = (await who.get(`/api/forum?tahun=${TAHUN}`)).body
      const forum = `/api/forum/${isi.find((f: { unit: string }) => f.unit === office.unit).id}`
      const open = (await who.get(forum)).body.saran.filter((s: { isi: string | null; jawaban: unknown }) => s.isi && !s.jawaban)
      assert.equal(open.length, 2)
      for (const s of open)
        await ask(who, 'PUT', `${forum}/saran/${s.id}/jawaban`, { jawaban: 'DILAKSANAKAN', alasan: p.alasan }, s.version)
      return
    }
    case 'mulai':
    case 'tutup':
    case 'tetapkan':
      await step(who, await forumOf(who, kantor), p.buat)
      return
    case 'hadir': {
      const forum = await forumOf(who, kantor)
      const { undangan, version } = (await who.get(forum)).body
      const hadir = undangan.map(({ jabatan, nama }: { jabatan: string; nama: string | null }) => ({
        jabatan,
        kehadiran: nama ? 'SENDIRI' : 'TIDAK_HADIR',
      }))
      await ask(who, 'PUT', `${forum}/hadir`, { hadir }, version)
      return
    }
    case 'putuskan': {
      const forum = await forumOf(who, kantor)
      const { keputusan, alasan } = p
      for (const { naskah } of (await who.get(forum)).body.naskah)
        await ask(who, 'POST', `${forum}/keputusan`, { naskah, keputusan, alasan }, (await who.get(forum)).body.version)
      return
    }
    case 'perbaiki':
      return setTarget(who, await newest(who, office, 'PK'), p.tw3)
    case 'revisi': {
      const alasanRevisi = 'PENYESUAIAN_TARGET_INSTRUKSI'
      await ask(who, 'POST', '/api/perjanjian-kinerja', { unit: office.unit, tahun: TAHUN, alasanRevisi, dasarRevisi: p.dasar })
      return setTarget(who, await newest(who, office, 'PK'), p.tw3)
    }
    case 'usulkan': {
      const url = `${await newest(who, office, 'RA')}/perubahan`
      const usul = { alasan: 'KEBIJAKAN_ARAHAN_PIMPINAN', objek: ['OUTPUT_OUTCOME'], periode: [`${TAHUN}-${p.triwulan}`] }
      const early = await who.send('POST', url, { ...usul, periode: [`${TAHUN}-TW1`], uraian: p.uraian })
      assert.equal(early.status, 422, 'a quarter that has passed is not changed')
      await ask(who, 'POST', url, { ...usul, uraian: p.uraian })
      return
    }
    case 'susun-perubahan': {
      const url = await newest(who, office, 'RA')
      const [{ id: perubahan }] = (await who.get(`${url}/perubahan`)).body.isi
      await ask(who, 'POST', '/api/rencana-aksi', { unit: office.unit, tahun: TAHUN, salinDari: idOf(url), perubahan })
      const draft = await newest(who, office, 'RA')
      const action = (await who.get(draft)).body.indikator[0].ra[0]
      const output = action.kk[0].output.find((o: { triwulan: string }) => o.triwulan === 'TW3')
      const { satuan, triwulan, penanggungJawab } = output
      const isi = {
        kk: action.kk[0].id,
        uraian: 'Laporan yang diperluas',
        jumlah: { nilai: '2' },
        satuan,
        triwulan,
        penanggungJawab,
      }
      await ask(who, 'PUT', `${draft}/output/${output.id}`, isi, output.version)
    }
  }
}

/** Several papers under one password, until each has its result. */
async function signAll(who: Person, naskah: Naskah, papers: readonly string[], menjadi: string): Promise<void> {
  const jenis = naskah === 'PK' ? 'perjanjian-kinerja' : 'rencana-aksi'
  const waiting = (await who.get('/api/tanda-tangan')).body.isi as { jenis: string; id: string; version: number }[]
  const chosen = waiting.filter((w) => w.jenis === jenis && papers.some((url) => idOf(url) === w.id))
  assert.equal(chosen.length, papers.length)
  await ask(who, 'POST', '/api/tanda-tangan', {
    naskah: chosen.map(({ jenis, id, version }) => ({ jenis, id, version })),
    bukti: BUKTI,
  })
  for (;;) {
    const { berkelompok } = (await who.get('/api/tanda-tangan/kemajuan')).body
    if (berkelompok.selesai) {
      assert.deepEqual([...new Set(berkelompok.butir.map((b: { keadaan: string }) => b.keadaan))], ['BERHASIL'])
      break
    }
    await sleep(50)
  }
  for (const url of papers) assert.equal((await standing(who, url)).status, menjadi)
}

describe('a year of two offices', () => {
  for (const { babak, kantor } of adegan())
    test(judulOf(babak, kantor), async () => {
      on(babak.hari)
      await play(babak, await as(pelakuOf(babak, kantor[0]!)), kantor)
    })

  test('in the end each office has its first and its changed papers in force, and nothing in the ledger is out of place', async () => {
    const anybody = await as('inspektur')
    for (const { unit } of KANTOR) {
      const states = async (room: string) =>
        (await anybody.get(`/api/${room}/versi?unit=${unit}&tahun=${TAHUN}`)).body.isi.map((v: { status: string }) => v.status)
      assert.deepEqual(await states('perjanjian-kinerja'), ['DIGANTI', 'DITETAPKAN'])
      assert.deepEqual(await states('rencana-aksi'), ['DIGANTI', 'DITETAPKAN'])
      const pk = (await anybody.get(await newest(anybody, KANTOR.find((k) => k.unit === unit)!, 'PK'))).body
      assert.equal(pk.sasaran[0].indikator[0].target.TW3.nilai, '75')
    }
    assert.deepEqual((await verifyLedger(db)).damage, [])
  })
})
