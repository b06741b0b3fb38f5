// A year with its revisions: an agreement and its plan are signed, changed for a legal reason, compared, and read as they were
// known before; progress goes along into the changed plan; what does not come down whole is named with its place.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, type Person } from '../src/impor/contoh.testing.ts'
import { type Ask, draftPk, draftRa, held, toSigning } from '../src/perjanjian-kinerja/contoh.testing.ts'

const { person, at } = await example()
const people = new Map<string, Promise<Person>>()
/** Whoever acts signs in once a day. */
function who(name: string): Person {
  const signedIn = people.get(name) ?? person(name)
  people.set(name, signedIn)
  return {
    get: async (...a) => (await signedIn).get(...a),
    send: async (...a) => (await signedIn).send(...a),
    upload: async (...a) => (await signedIn).upload(...a),
  }
}
const clerk = () => who('penyusun.bkd')
const ask: Ask = async (method, url, body, version) => {
  const { status, body: answer } = await clerk().send(method, url, body, version)
  assert.ok(status < 300, `${method} ${url}: ${JSON.stringify(answer)}`)
  return answer
}
const read = async (url: string, name = 'penyusun.bkd') => (await who(name).get(url)).body

async function take(room: string, id: string, ...steps: (readonly [name: string, act: string])[]) {
  for (const [name, act] of steps) {
    const { version, isi } = await read(`/api/${room}/${id}/langkah`, name)
    const isian = { act, isi, ...(act === 'tanda-tangan' && { bukti: { sandi: 'selaras-contoh' } }) }
    const { status, body } = await who(name).send('POST', `/api/${room}/${id}/langkah`, isian, version)
    assert.equal(status, 200, `${act}: ${JSON.stringify(body)}`)
  }
}
const SIGN = [
  ['kepala.bkd', 'tanda-tangan'],
  ['gubernur', 'tanda-tangan'],
] as const
/** Through its forum and both signatures. */
async function signed(room: string, id: string): Promise<void> {
  await toSigning(`/api/${room}/${id}`, who('kepala.bkd'), async (name) => who(name), '2026-02-03')
  await take(room, id, ...SIGN)
}
const day = (text: string) => {
  at.now = new Date(`${text}T04:00:00Z`)
  people.clear()
}
const query = (dari: string, ke: string) => `unit=dki.bkd&tahun=2026&dari=${dari}&ke=${ke}`
const compared = (room: string, dari: string, ke: string, name?: string) =>
  read(`/api/${room}/perbandingan?${query(dari, ke)}`, name)
type Change = { jenis: string; tingkat: string; bidang: { bidang: string; sebelum: string | null; sesudah: string | null }[] }
const brief = (perubahan: Change[]) =>
  perubahan.map((p) => [p.jenis, p.tingkat, ...p.bidang.map((b) => `${b.bidang}: ${b.sebelum} → ${b.sesudah}`)])

const pk = await draftPk(ask, 'dki.bkd', 2026, ['MR', 'KOMBEL'])
await signed('perjanjian-kinerja', pk)
const ra = await draftRa(ask, (url) => read(url), 'dki.bkd', 2026)
await signed('rencana-aksi', ra)

describe('a revision of the agreement', () => {
  test('it names its legal reason and its ground, and is compared with the version it changes', async () => {
    day('2026-02-10')
    const body = {
      unit: 'dki.bkd',
      tahun: 2026,
      alasanRevisi: 'PENYESUAIAN_TARGET_INSTRUKSI',
      dasarRevisi: 'Instruksi Sekda 19/2024',
    }
    const { id } = await ask('POST', '/api/perjanjian-kinerja', body)
    const whole = await read(`/api/perjanjian-kinerja/${id}`)
    const line = whole.sasaran[0].indikator[0]
    const isi = { urutan: 1, nomor: '1', kelompok: 'STRATEGIS', uraian: 'Sasaran contoh 1 yang dipertajam' }
    await ask('PUT', `/api/perjanjian-kinerja/${id}/sasaran/${whole.sasaran[0].id}`, isi, whole.sasaran[0].version)
    const targetOf = (periode: string) => `/api/perjanjian-kinerja/${id}/indikator/${line.id}/target/${periode}`
    await ask('PUT', targetOf('TW3'), { nilai: '60' }, line.target.TW3.version)
    const { dari, ke, perubahan, sama } = await compared('perjanjian-kinerja', 'v1', 'v2')
    assert.deepEqual(
      [dari.sebutan, ke.sebutan, ke.keterangan],
      [
        'Perjanjian Kinerja 2026, Murni',
        'Perjanjian Kinerja 2026, Perubahan ke-1',
        ['Status DRAFT, karena penyesuaian target atas instruksi'],
      ],
    )
    assert.deepEqual(brief(perubahan), [
      ['DIUBAH', 'SASARAN', 'uraian: Sasaran contoh 1 → Sasaran contoh 1 yang dipertajam'],
      ['DIUBAH', 'INDIKATOR', 'TW3: N/A → 60'],
    ])
    assert.equal(sama, 4)
    assert.equal((await clerk().get(`/api/perjanjian-kinerja/perbandingan?${query('v1', 'v9')}`)).status, 404)
    assert.equal((await clerk().get(`/api/perjanjian-kinerja/perbandingan?${query('v1', 'x')}`)).status, 400)
    const outside = await who('penyusun.jakpus').get(`/api/perjanjian-kinerja/perbandingan?${query('v1', 'v2')}`)
    assert.equal(outside.status, 404, 'a draft of another office stays its own')
  })

  test('what was known on a day is read as it was then; what was in force on a day, as it bound', async () => {
    day('2026-02-12')
    const { id } = (await read('/api/perjanjian-kinerja/versi?unit=dki.bkd&tahun=2026')).isi[1]
    const line = (await read(`/api/perjanjian-kinerja/${id}`)).sasaran[0].indikator[0]
    await ask('PUT', `/api/perjanjian-kinerja/${id}/indikator/${line.id}/target/TW3`, { nilai: '70' }, line.target.TW3.version)
    assert.deepEqual(brief((await compared('perjanjian-kinerja', 'v2@2026-02-11', 'v2')).perubahan), [
      ['DIUBAH', 'INDIKATOR', 'TW3: 60 → 70'],
    ])
    assert.equal((await compared('perjanjian-kinerja', 'v2@2026-02-09', 'v2')).code, 'TIDAK_DITEMUKAN', 'it was not there yet')
    const { dari, perubahan } = await compared('perjanjian-kinerja', '2026-02-03', 'v1')
    assert.deepEqual([dari.sebutan, perubahan], ['Perjanjian Kinerja 2026, Murni', []])
    assert.equal(
      (await compared('perjanjian-kinerja', '2026-02-02', 'v1')).code,
      'TIDAK_DITEMUKAN',
      'nothing bound before it was signed',
    )
  })

  test('signed, it replaces the first; the list says why, on which ground, from when until when, and who signed when', async () => {
    day('2026-02-20')
    const list = () => read('/api/perjanjian-kinerja/versi?unit=dki.bkd&tahun=2026')
    const { id } = (await list()).isi[1]
    await take(
      'perjanjian-kinerja',
      id,
      ['kepala.bkd', 'ajukan'],
      ['biro.pemerintahan', 'sampaikan'],
      ['biro.orb', 'serahkan'],
      ...SIGN,
    )
    const numbered = async (seen: number) =>
      (await clerk().send('PUT', `/api/perjanjian-kinerja/${id}/nomor`, { nomor: '12/PK/2026' }, seen)).status
    const { version } = (await list()).isi[1]
    assert.deepEqual([await numbered(version - 1), await numbered(version)], [412, 200])
    assert.equal(
      (await who('penyusun.jakpus').send('PUT', `/api/perjanjian-kinerja/${id}/nomor`, { nomor: 'X' }, version + 1)).status,
      403,
    )
    const [first, second] = (await list()).isi
    assert.deepEqual(
      [first.sebutan, first.status, first.berlakuDari, first.berlakuSampai, first.nomor],
      ['Murni', 'DIGANTI', '2026-02-03', '2026-02-19', null],
    )
    assert.deepEqual(
      [second.sebutan, second.alasan, second.dasar, second.nomor, second.berlakuDari, second.berlakuSampai],
      ['Perubahan ke-1', 'penyesuaian target atas instruksi', 'Instruksi Sekda 19/2024', '12/PK/2026', '2026-02-20', null],
    )
    assert.deepEqual(
      second.penandatangan.map((p: { pihak: string; pada: string }) => [p.pihak, p.pada]),
      [
        ['PERTAMA', '2026-02-20'],
        ['KEDUA', '2026-02-20'],
      ],
    )
    const on = async (text: string) => (await compared('perjanjian-kinerja', text, 'v2')).dari.sebutan
    assert.deepEqual(
      [await on('2026-02-19'), await on('2026-02-20')],
      ['Perjanjian Kinerja 2026, Murni', 'Perjanjian Kinerja 2026, Perubahan ke-1'],
    )
  })

  test('it is compared with last year’s, and with what is true today, on paper too', async () => {
    const lastYear = await compared('perjanjian-kinerja', '2025.v1', 'v2')
    assert.equal(lastYear.dari.sebutan, 'Perjanjian Kinerja 2025, Murni')
    const known = lastYear.perubahan.filter((p: Change & { nama: string }) => p.jenis === 'DIUBAH' && p.tingkat === 'INDIKATOR')
    assert.deepEqual(
      known.map((p: { nama: string }) => p.nama).sort(),
      ['Indikator contoh 1', 'Indikator contoh 2'],
      'by their code',
    )
    const today = await compared('perjanjian-kinerja', 'v2', 'hari-ini')
    assert.equal(today.ke.sebutan, 'Data hari ini')
    assert.ok(
      today.perubahan.some((p: Change) => p.bidang.some((b) => b.bidang === 'nama')),
      'the dictionary calls it otherwise',
    )
    const paper = await clerk().get(`/api/perjanjian-kinerja/perbandingan/dokumen?${query('v1', 'v2')}&format=html`)
    assert.equal(paper.status, 200)
    const years = '/api/perjanjian-kinerja/perbandingan/dokumen?unit=dki.jakpus&tahun=2024&dari=2023.v1&ke=v1&format=html'
    const other = String((await clerk().get(years)).body).replaceAll('\u00ad', '')
    assert.match(other, /Sasaran Operasional/, 'a group is called as its form calls it')
    assert.doesNotMatch(other, /\bOPERASIONAL\b/)
    assert.match(paper.body.toString(), /<ins>yang dipertajam<\/ins>/)
    for (const format of ['pdf', 'docx', 'xlsx'])
      assert.equal(
        (await clerk().get(`/api/perjanjian-kinerja/perbandingan/dokumen?${query('2025.v1', 'v2')}&format=${format}`)).status,
        200,
        format,
      )
  })
})

describe('a change of the action plan', () => {
  test('progress of an output shows in the changed plan, and goes on from there', async () => {
    day('2026-03-02')
    assert.equal((await who('bappeda').send('PUT', '/api/periode/2026-TW1', { status: 'TERBUKA' }, 0)).status, 200)
    const due = async () => (await read('/api/kemajuan-output/dki.bkd?periode=2026-TW1')).isi
    const [before] = await due()
    await ask('PUT', `/api/kemajuan-output/dki.bkd/${before.id}`, { tercetak: '1', catatan: 'Sudah disusun.' }, 0)
    const usul = {
      alasan: 'KEBIJAKAN_ARAHAN_PIMPINAN',
      objek: ['OUTPUT_OUTCOME'],
      periode: ['2026-TW2'],
      uraian: 'Arahan Gubernur pada rapat Februari.',
    }
    await ask('POST', `/api/rencana-aksi/${ra}/perubahan`, usul)
    const [{ id: perubahan }] = (await read(`/api/rencana-aksi/${ra}/perubahan`)).isi
    const tim = { subkoordinator: 'tim.kinerja', pimpinan: 'tim.kinerja', hari: '2026-03-02', naskah: perubahan }
    await held({ jenis: 'TRIWULANAN', periode: '2026-TW1' }, async (name) => who(name), tim)
    const { id } = await ask('POST', '/api/rencana-aksi', { unit: 'dki.bkd', tahun: 2026, salinDari: ra, perubahan })
    const action = (await read(`/api/rencana-aksi/${id}`)).indikator[0].ra[0]
    const output = action.kk[0].output.find((o: { triwulan: string }) => o.triwulan === 'TW2')
    const { uraian, satuan, triwulan } = output
    const isi = {
      kk: action.kk[0].id,
      uraian: `${uraian} lengkap`,
      jumlah: { nilai: '2' },
      satuan,
      triwulan,
      penanggungJawab: ['Kepala Bidang'],
    }
    await ask('PUT', `/api/rencana-aksi/${id}/output/${output.id}`, isi, output.version)
    assert.deepEqual(await compared('rencana-aksi', 'v2@2026-03-01', 'v2').then((r) => r.code), 'TIDAK_DITEMUKAN')
    assert.deepEqual((await compared('rencana-aksi', 'v1@2026-02-27', 'v1')).perubahan, [])
    assert.deepEqual(brief((await compared('rencana-aksi', 'v1', 'v2')).perubahan), [
      ['DIUBAH', 'INDIKATOR', 'sasaran: Sasaran contoh 1 → Sasaran contoh 1 yang dipertajam'],
      [
        'DIUBAH',
        'TO',
        'uraian: Laporan contoh → Laporan contoh lengkap',
        'jumlah: 1 Laporan → 2 Laporan',
        'penanggungJawab: Sekretaris → Kepala Bidang',
      ],
    ])
    await take('rencana-aksi', id!, ['kepala.bkd', 'ajukan'], ['biro.pemerintahan', 'sampaikan'], ...SIGN)
    const [now] = await due()
    assert.notEqual(now.id, before.id)
    assert.deepEqual([now.kemajuan.nilai, now.kemajuan.catatan, now.version], ['1', 'Sudah disusun.', 1])
    await ask('PUT', `/api/kemajuan-output/dki.bkd/${now.id}`, { tercetak: '1', catatan: 'Sudah disampaikan.' }, now.version)
    assert.equal((await due())[0].kemajuan.catatan, 'Sudah disampaikan.')
    const [murni, changed] = (await read('/api/rencana-aksi/versi?unit=dki.bkd&tahun=2026')).isi
    assert.deepEqual(
      [murni.status, murni.berlakuSampai, changed.sebutan, changed.berlakuDari],
      ['DIGANTI', '2026-03-01', 'Perubahan ke-1', '2026-03-02'],
    )
    assert.match(changed.alasan, /Forum Kinerja Triwulan/)
  })

  test('a plan goes on acting for an agreement that was revised under it', async () => {
    const { temuan } = await read(`/api/rencana-aksi/${ra}/temuan`)
    assert.deepEqual(
      temuan.filter(
        (t: { aturan: string; penjelasan: string }) => t.aturan === 'RA-01' || t.penjelasan.includes('tidak ada dalam'),
      ),
      [],
    )
  })
})

describe('the day of the DPA', () => {
  test('Bappeda records it for the province; an agreement that was signed later than a month after is named (PK-12)', async () => {
    const late = async () =>
      (await read(`/api/perjanjian-kinerja/${pk}/temuan`)).temuan.filter((t: { aturan: string }) => t.aturan === 'PK-12')
    assert.deepEqual(await late(), [], 'while nobody has said when it was ratified')
    assert.equal((await clerk().send('PUT', '/api/anggaran/dki/2026/dpa', { disahkan: '2026-01-02' }, 0)).status, 403)
    assert.equal((await who('bappeda').send('PUT', '/api/anggaran/dki/2026/dpa', { disahkan: '2026-01-02' }, 0)).status, 200)
    assert.match((await late())[0].penjelasan, /ditandatangani 3 Februari 2026; batasnya 2 Februari 2026/)
  })
})

describe('whether the year comes down whole', () => {
  test('what the plan does not know is named with the place where it is mended', async () => {
    const { isi, diperiksa } = await read('/api/penjenjangan/dki.bkd/2026')
    assert.deepEqual([diperiksa.PERJANJIAN_KINERJA, diperiksa.RENCANA_AKSI, diperiksa.OUTPUT], [2, 2, 8])
    assert.ok(isi.length > 0 && isi.every((c: { ke: string }) => c.ke.includes('/dki.bkd/2026')))
    assert.deepEqual(
      isi.filter((c: { bagian: string }) => c.bagian === 'RENCANA_AKSI' || c.bagian === 'OUTPUT'),
      [],
    )
    const jakpus = (await read('/api/penjenjangan/dki.jakpus/2025', 'penyusun.jakpus')).isi
    assert.ok(
      jakpus.some((c: { bagian: string; kalimat: string }) => c.bagian === 'PERJANJIAN_KINERJA' && /Belum ada/.test(c.kalimat)),
    )
  })

  test('a contribution that another office refused comes back with its reason', async () => {
    const tree = await read('/api/perencanaan/dki.bkd/pohon/2025')
    const asked = { simpul: tree.simpul[0].id, unit: 'dki.jakpus', kontribusi: 'Data kehadiran pegawai wilayah' }
    await ask('POST', '/api/perencanaan/dki.bkd/crosscutting', asked)
    const gaps = async (unit: string, name: string) =>
      (await read(`/api/penjenjangan/${unit}/2025`, name)).isi.filter((c: { bagian: string; letak: string; kalimat: string }) =>
        c.kalimat.includes(asked.kontribusi),
      )
    assert.match((await gaps('dki.jakpus', 'penyusun.jakpus'))[0].kalimat, /Terima, atau tolak dengan alasannya/)
    const url = `/api/perencanaan/dki.jakpus/crosscutting/${asked.simpul}/tolak`
    const { status } = await who('penyusun.jakpus').send('POST', url, { alasan: 'Sudah ada pada BKD.' }, 1)
    assert.equal(status, 200)
    assert.match((await gaps('dki.bkd', 'penyusun.bkd'))[0].kalimat, /menolak kontribusi .* Sudah ada pada BKD/)
    assert.deepEqual(await gaps('dki.jakpus', 'penyusun.jakpus'), [])
  })
})
