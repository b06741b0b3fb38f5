// The forum from its schedule to its minutes, through the HTTP app, each by whoever the Instruksi Sekda 4/2024 names.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paperOfYear } from '../src/forum/queries.ts'
import { example, type Person } from '../src/impor/contoh.testing.ts'
import { draftPk, draftRa } from '../src/perjanjian-kinerja/contoh.testing.ts'
import { bare, hasPoppler, poppler } from '../src/platform/documents/reading.testing.ts'
import { contextAt } from '../src/platform/kernel/context.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'

const { person, at, visitor, db } = await example()
const who = new Map<string, Person>()
const as = async (name: string) => {
  const known = who.get(name) ?? (await person(name))
  who.set(name, known)
  return known
}
const [clerk, kepala, subko, asisten, inspektur, bappeda, tim] = (await Promise.all(
  ['penyusun.bkd', 'kepala.bkd', 'biro.pemerintahan', 'asisten.pemerintahan', 'inspektur', 'bappeda', 'tim.kinerja'].map(as),
)) as [Person, Person, Person, Person, Person, Person, Person]
const biroOrb = await as('biro.orb')
const other = await as('penyusun.jakpus')

const ask = async (method: 'POST' | 'PUT', url: string, body: object, version?: number) => {
  const r = await clerk.send(method, url, body, version)
  assert.ok(r.status < 300, `${url}: ${r.body.detail}`)
  return r.body
}
const read = async (url: string) => (await clerk.get(url)).body
const pk = await draftPk(ask, 'dki.bkd', 2026, ['MR', 'KOMBEL'])
const ra = await draftRa(ask, read, 'dki.bkd', 2026)

const stand = async (who: Person, url: string) => (await who.get(`${url}/langkah`)).body
const take = async (who: Person, url: string, act: string, catatan?: string) =>
  who.send('POST', `${url}/langkah`, { act, catatan }, (await stand(who, url)).version)
const PK = `/api/perjanjian-kinerja/${pk}`
const RA = `/api/rencana-aksi/${ra}`
const statusOf = async (url: string) => (await stand(clerk, url)).status
const tasks = async (who: Person) => ((await who.get('/api/tugas')).body.isi as { kalimat: string }[]).map((t) => t.kalimat)

const JADWAL = {
  tanggal: '2026-02-10',
  mulai: '09:00',
  selesai: '11:30',
  tempat: 'Ruang Pola, Balai Kota; lantai 2',
  agenda: 'Membahas konsep PK, RA dan mitigasinya',
}
let forum = ''
const url = () => `/api/forum/${forum}`
const whole = async (who: Person = asisten) => (await who.get(url())).body
const on = async (day: string) => {
  at.now = new Date(`${day}T03:00:00.000Z`)
  who.clear()
}
/** A session lasts a day: who goes on after it signs in again. */
const again = as

describe('a forum of an office and year', () => {
  test('nothing is scheduled before something was gathered, nor by anybody but the Subkoordinator', async () => {
    const body = { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun: 2026, jadwal: JADWAL }
    assert.equal((await subko.send('POST', '/api/forum', body)).status, 422)
    assert.equal((await take(kepala, PK, 'ajukan')).status, 200)
    for (const one of [clerk, kepala, asisten, inspektur, tim])
      assert.equal((await one.send('POST', '/api/forum', body)).status, 403)
    assert.equal((await visitor.send('POST', '/api/forum', body)).status, 401)
    const before = await take(subko, PK, 'jadwalkan-forum')
    assert.deepEqual([before.status, before.body.detail], [422, 'Jadwalkan forum dilakukan dalam forumnya. Buka halaman Forum.'])
    const late = await subko.send('POST', '/api/forum', { ...body, jadwal: { ...JADWAL, tanggal: '2026-02-02' } })
    assert.equal(late.body.field, 'tanggal')
    const made = await subko.send('POST', '/api/forum', body)
    assert.equal(made.status, 201)
    forum = made.body.id
    assert.equal((await subko.send('POST', '/api/forum', body)).status, 409, 'one at a time')
    assert.equal(await statusOf(PK), 'FORUM')
  })

  test('the plan that comes later is taken in, and both are discussed together', async () => {
    await take(kepala, RA, 'ajukan')
    const { menunggu, version } = await whole(subko)
    assert.deepEqual(menunggu, ['Rencana Aksi 2026'])
    assert.equal((await asisten.send('POST', `${url()}/naskah`, undefined, version)).status, 403)
    assert.equal((await subko.send('POST', `${url()}/naskah`, undefined, version)).status, 200)
    assert.equal(await statusOf(RA), 'FORUM')
    assert.deepEqual(
      (await whole()).naskah.map((n: { judul: string }) => n.judul),
      ['Perjanjian Kinerja 2026', 'Rencana Aksi 2026'],
    )
    assert.equal((await clerk.get(`/api/forum/naskah/${ra}`)).body.forum, forum)
    assert.equal((await other.get(url())).status, 404, 'another office does not see it')
  })

  test('a changed schedule keeps the one before, and the invitation its UID with a higher SEQUENCE', async () => {
    const first = String((await kepala.get(`${url()}/undangan`)).body)
    const change = { ...JADWAL, tanggal: '2026-02-12' }
    const { version } = await whole()
    assert.equal((await subko.send('PUT', `${url()}/jadwal`, change, version)).status, 400, 'it says why')
    const changed = await subko.send('PUT', `${url()}/jadwal`, { ...change, alasan: 'Asisten bertugas ke luar kota.' }, version)
    assert.equal(changed.status, 200)
    const stale = await subko.send('PUT', `${url()}/jadwal`, { ...change, alasan: 'Lagi.' }, version)
    assert.equal(stale.status, 412)
    const second = await kepala.get(`${url()}/undangan`)
    assert.match(String(second.headers['content-type']), /text\/calendar; method=REQUEST/)
    const uid = /UID:(.*)\r\n/
    assert.equal(uid.exec(first)![1], uid.exec(String(second.body))![1])
    assert.match(first, /SEQUENCE:0\r\n/)
    assert.match(String(second.body), /SEQUENCE:1\r\n[\s\S]*DTSTART:20260212T020000Z\r\n/)
    const { jadwal, jadwalLama } = await whole()
    assert.deepEqual(
      [jadwal.tanggal, jadwal.alasan, jadwalLama[0].tanggal],
      ['2026-02-12', 'Asisten bertugas ke luar kota.', '2026-02-10'],
    )
  })

  test('each adviser is asked until it has advised on a line or said that there is nothing', async () => {
    const due = 'Forum penyusunan 2026 menunggu saran Anda. Batas 12 Februari 2026.'
    assert.ok((await tasks(inspektur)).includes(due))
    const { naskah } = await whole(inspektur)
    const [paper] = naskah
    const line = paper.baris.find((b: { letak: string }) => b.letak.includes('indikator'))
    const saran = { peran: 'INSPEKTUR', naskah: pk, baris: line.id, isi: 'Tambahkan <b>mitigasi</b> risiko; segera.' }
    assert.equal((await inspektur.send('POST', `${url()}/saran`, saran)).status, 201)
    assert.ok(!(await tasks(inspektur)).includes(due))
    assert.equal((await inspektur.send('POST', `${url()}/saran`, { ...saran, peran: 'BAPPEDA' })).status, 403)
    assert.equal((await clerk.send('POST', `${url()}/saran`, saran)).status, 403)
    assert.equal((await bappeda.send('POST', `${url()}/saran`, { peran: 'BAPPEDA', naskah: pk, baris: ra, isi: 'x' })).status, 400)
    assert.equal(
      (await bappeda.send('POST', `${url()}/saran`, { peran: 'BAPPEDA', naskah: ra, isi: 'Tahapan kunci triwulan II.' })).status,
      201,
    )
    assert.equal((await biroOrb.send('POST', `${url()}/saran`, { peran: 'BIRO_ORB' })).status, 201)
    assert.equal((await biroOrb.send('POST', `${url()}/saran`, { peran: 'BIRO_ORB' })).status, 409, 'once')
    const shown = (await clerk.get(`/api/forum/saran?naskah=${pk}`)).body.isi
    assert.deepEqual(
      shown.map((s: { baris: string; letak: string }) => [s.baris, s.letak]),
      [[line.id, line.letak]],
    )
    assert.equal((await other.get(`/api/forum/saran?naskah=${pk}`)).body.isi.length, 0)
    const [last] = (await stand(clerk, PK)).riwayat
    assert.deepEqual([last.act, last.note], ['catat-saran', `${line.letak}: ${saran.isi}`])
  })

  test('the office answers each advice, with the reason for a no', async () => {
    assert.ok((await tasks(clerk)).some((t) => /^2 saran forum 2026 belum dijawab\./.test(t)))
    const { saran } = await whole()
    const [first, second] = ['INSPEKTUR', 'BAPPEDA'].map((peran) => saran.find((s: { peran: string }) => s.peran === peran))
    const answer = (s: { id: string; version: number }, body: object, by: Person = clerk) =>
      by.send('PUT', `${url()}/saran/${s.id}/jawaban`, body, s.version)
    assert.equal((await answer(first, { jawaban: 'DILAKSANAKAN' }, inspektur)).status, 403)
    assert.equal((await answer(first, { jawaban: 'TIDAK_DILAKSANAKAN' })).body.field, 'alasan')
    assert.equal((await answer(first, { jawaban: 'TIDAK_DILAKSANAKAN', alasan: 'Sudah ada di register risiko.' })).status, 200)
    assert.equal((await answer(first, { jawaban: 'DILAKSANAKAN' })).status, 412)
    assert.equal((await answer(second, { jawaban: 'DILAKSANAKAN' }, kepala)).status, 200)
    assert.ok(!(await tasks(clerk)).some((t) => /saran forum/.test(t)))
  })

  test('it opens on its day, and approves nothing while the head is represented', async () => {
    assert.match((await take(asisten, url(), 'mulai')).body.detail, /Forum dijadwalkan 12 Februari 2026/)
    await on('2026-02-12')
    const [leader, secretary, head] = (await Promise.all(
      ['asisten.pemerintahan', 'biro.pemerintahan', 'kepala.bkd'].map(again),
    )) as [Person, Person, Person]
    assert.ok((await tasks(leader)).some((t) => /buka forum/.test(t)))
    assert.equal((await take(secretary, url(), 'mulai')).status, 403)
    assert.equal((await take(leader, url(), 'mulai')).body.status, 'BERLANGSUNG')
    const decide = async (naskah: string, keputusan: string, alasan?: string, by = leader) =>
      by.send('POST', `${url()}/keputusan`, { naskah, keputusan, alasan }, (await whole(leader)).version)
    assert.match((await decide(pk, 'DISETUJUI')).body.detail, /kehadirannya belum dicatat/)
    const asked = (await whole(leader)).undangan as { jabatan: string; peran: string[]; nama: string | null }[]
    assert.deepEqual(asked[0]!.peran.includes('KEPALA_PD') && asked[0]!.nama, 'Chaidir')
    const list = (kepala: object) => ({
      hadir: asked.map((u) => ({
        jabatan: u.jabatan,
        kehadiran: u.nama ? 'SENDIRI' : 'TIDAK_HADIR',
        ...(u.peran.includes('KEPALA_PD') && kepala),
      })),
    })
    const present = async (kepala: object) => secretary.send('PUT', `${url()}/hadir`, list(kepala), (await whole(leader)).version)
    assert.equal((await present({ kehadiran: 'DIWAKILI' })).status, 400, 'by whom?')
    assert.equal((await present({ kehadiran: 'DIWAKILI', wakil: 'Sekretaris Badan' })).status, 200)
    const no = await decide(pk, 'DISETUJUI')
    assert.deepEqual([no.status, no.body.rule], [422, 'Instruksi Sekda 4/2024, KESATU huruf f angka 2'])
    assert.match(no.body.detail, /hadir tanpa diwakilkan: Chaidir .* hadir diwakili Sekretaris Badan/)
    assert.equal((await present({})).status, 200)
    assert.equal((await take(leader, url(), 'tutup')).status, 422, 'nothing is decided')
    assert.equal((await decide(pk, 'DISETUJUI', undefined, head)).status, 403)
    assert.equal((await decide(pk, 'DISETUJUI')).status, 200)
    assert.equal((await decide(ra, 'DIKEMBALIKAN')).body.field, 'alasan')
    assert.equal((await decide(ra, 'DIKEMBALIKAN', 'Tahapan triwulan II belum ada.')).status, 200)
    assert.deepEqual([(await stand(leader, PK)).status, (await stand(leader, RA)).status], ['HASIL_FORUM', 'DRAFT'])
    assert.equal((await decide(pk, 'DIKEMBALIKAN', 'Lagi')).status, 409)
  })

  test('its minutes say who was there, each advice with its answer, and what was decided; then nothing changes them', async () => {
    const [leader, secretary] = (await Promise.all(['asisten.pemerintahan', 'biro.pemerintahan'].map(again))) as [Person, Person]
    assert.equal((await take(leader, url(), 'tutup')).body.status, 'NOTULEN')
    const write = await secretary.send(
      'PUT',
      `${url()}/kesimpulan`,
      { kesimpulan: 'RA dibahas lagi sesudah diperbaiki.' },
      (await whole(leader)).version,
    )
    assert.equal(write.status, 200)
    assert.equal((await take(leader, url(), 'tetapkan')).body.status, 'DITETAPKAN')
    // Long words of narrow columns carry soft hyphens.
    const html = async () => String((await leader.get(`${url()}/dokumen?format=html`)).body).replaceAll('\u00ad', '')
    const text = await html()
    for (const word of [
      'Kamis, 12 Februari 2026',
      'Chaidir',
      'tanpa diwakilkan',
      'Tambahkan &#60;b&#62;mitigasi&#60;/b&#62; risiko; segera.',
      'Tidak dilaksanakan: Sudah ada di register risiko.',
      'Menyatakan tidak ada saran: Biro ORB',
      'Dikembalikan untuk diperbaiki',
      'Tahapan triwulan II belum ada.',
      'RA dibahas lagi sesudah diperbaiki.',
    ])
      assert.ok(text.includes(word), word)
    assert.equal(
      (await secretary.send('PUT', `${url()}/kesimpulan`, { kesimpulan: 'Lain.' }, (await whole(leader)).version)).status,
      423,
    )
    const office = await again('penyusun.bkd')
    const first = (await whole(leader)).saran.find((s: { peran: string }) => s.peran === 'INSPEKTUR')
    assert.equal(
      (await office.send('PUT', `${url()}/saran/${first.id}/jawaban`, { jawaban: 'DILAKSANAKAN' }, first.version)).status,
      423,
    )
    assert.equal(await html(), text)
    for (const format of ['pdf', 'docx']) {
      const bytes = async () => Buffer.from((await leader.get(`${url()}/dokumen?format=${format}`)).body)
      assert.ok((await bytes()).equals(await bytes()), `${format}: the same bytes from the same data`)
    }
    const rendered = accepted(await paperOfYear(db, contextAt(at.now), 'dki.bkd', 2026))
    assert.match(
      rendered.title,
      /^Notulen Forum penyusunan .* 2026: Badan Kepegawaian Daerah/,
      'as `selaras render notulen` asks for it',
    )
    if (hasPoppler) {
      const pdf = bare(poppler('pdftotext', (await leader.get(`${url()}/dokumen?format=pdf`)).body, ['-raw']))
      assert.ok(pdf.includes(bare('Dikembalikan untuk diperbaiki')))
    }
  })

  test('what was returned is discussed again in a second forum of the year', async () => {
    const [head, secretary] = (await Promise.all(['kepala.bkd', 'biro.pemerintahan'].map(again))) as [Person, Person]
    await take(head, RA, 'ajukan')
    const body = { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun: 2026, jadwal: { ...JADWAL, tanggal: '2026-02-20' } }
    const made = await secretary.send('POST', '/api/forum', body)
    assert.equal(made.status, 201)
    const { judul, naskah } = (await secretary.get(`/api/forum/${made.body.id}`)).body
    assert.match(judul, /2026 ke-2: /)
    assert.deepEqual(
      naskah.map((n: { judul: string }) => n.judul),
      ['Rencana Aksi 2026'],
    )
    const list = (await secretary.get('/api/forum?tahun=2026')).body.isi
    assert.deepEqual(
      list.map((f: { tanggal: string }) => f.tanggal),
      ['2026-02-20', '2026-02-12'],
    )
  })
})

describe('the quarterly forum', () => {
  const usul = {
    alasan: 'KEBIJAKAN_ARAHAN_PIMPINAN',
    objek: ['PERIODE'],
    periode: ['2025-TW3'],
    uraian: 'Jadwal pelatihan bergeser.',
  }
  let plan = ''

  test('an office proposes a change of its plan in force: for a legal reason and a quarter still to come, one at a time', async () => {
    await on('2025-04-20')
    const [office, jakpus] = (await Promise.all(['penyusun.bkd', 'penyusun.jakpus'].map(again))) as [Person, Person]
    plan = (await office.get('/api/rencana-aksi?unit=dki.bkd&tahun=2025')).body.isi[0].id
    const propose = (body: object, by = office) => by.send('POST', `/api/rencana-aksi/${plan}/perubahan`, body)
    assert.deepEqual((await propose({ ...usul, alasan: 'LUPA' })).body.field, 'alasan')
    assert.deepEqual((await propose({ ...usul, periode: ['2025-TW1'] })).body.field, 'periode')
    assert.equal((await propose(usul, jakpus)).status, 403)
    assert.equal((await propose(usul)).status, 201)
    assert.equal((await propose(usul)).status, 409)
    const [{ id }] = (await office.get(`/api/rencana-aksi/${plan}/perubahan`)).body.isi
    const early = await office.send('POST', '/api/rencana-aksi', { unit: 'dki.bkd', tahun: 2025, salinDari: plan, perubahan: id })
    assert.deepEqual([early.status, early.body.rule], [422, 'RA-10'])
  })

  test('the team of the province decides it, and only then it is drafted, once', async () => {
    const [team, secretary] = (await Promise.all(['tim.kinerja', 'biro.pemerintahan'].map(again))) as [Person, Person]
    assert.ok((await tasks(team)).some((t) => /^1 usulan perubahan Rencana Aksi menunggu Forum Kinerja Triwulanan/.test(t)))
    const body = { jenis: 'TRIWULANAN', periode: '2025-TW1', jadwal: { ...JADWAL, tanggal: '2025-04-22' } }
    assert.equal((await secretary.send('POST', '/api/forum', body)).status, 403)
    const made = await team.send('POST', '/api/forum', body)
    assert.equal(made.status, 201)
    forum = made.body.id
    assert.equal((await team.send('POST', '/api/forum', body)).status, 409, 'one a quarter')
    await on('2025-04-22')
    const [now, clerkNow] = (await Promise.all(['tim.kinerja', 'penyusun.bkd'].map(again))) as [Person, Person]
    assert.equal((await take(now, url(), 'mulai')).status, 200)
    const { naskah, undangan, version } = await whole(now)
    assert.match(naskah[0].judul, /^Perubahan Rencana Aksi 2025: Badan Kepegawaian Daerah/)
    assert.equal(naskah[0].uraian, usul.uraian)
    const hadir = undangan.map((u: { jabatan: string; nama: string | null }) => ({
      jabatan: u.jabatan,
      kehadiran: u.nama ? 'SENDIRI' : 'TIDAK_HADIR',
    }))
    assert.equal((await now.send('PUT', `${url()}/hadir`, { hadir }, version)).status, 200)
    const decide = async (keputusan: string) =>
      now.send('POST', `${url()}/keputusan`, { naskah: naskah[0].naskah, keputusan }, (await whole(now)).version)
    assert.equal((await decide('DIKEMBALIKAN')).status, 400)
    assert.equal((await decide('DITOLAK')).body.field, 'alasan')
    assert.equal((await decide('DISETUJUI')).status, 200)
    assert.equal((await take(now, url(), 'tutup')).status, 200)
    assert.equal((await take(now, url(), 'tetapkan')).status, 200)
    const draft = () =>
      clerkNow.send('POST', '/api/rencana-aksi', { unit: 'dki.bkd', tahun: 2025, salinDari: plan, perubahan: naskah[0].naskah })
    const drafted = await draft()
    assert.equal(drafted.status, 201)
    const { keterangan } = (await clerkNow.get(`/api/rencana-aksi/${drafted.body.id}`)).body
    assert.equal(keterangan, 'Perubahan (KEBIJAKAN_ARAHAN_PIMPINAN): Forum Kinerja Triwulan I 2025, 22 April 2025')
    assert.equal((await draft()).status, 409)
    assert.match(String((await now.get(`${url()}/dokumen?format=html`)).body), /Jadwal pelatihan bergeser\./)
  })
})
