// An office brings the papers it has: they are read, matched with the office, corrected and kept, as a draft or as what was signed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PkTerbaca } from '../src/impor/bentuk-terbaca.ts'
import { example } from '../src/impor/contoh.testing.ts'
import { pkBkd2025, pkJakpus2023, raBkd2025 } from '../src/platform/documents/contoh.testing.ts'
import { toDocx } from '../src/platform/documents/docx.ts'
import { toPdf } from '../src/platform/documents/pdf.ts'
import { seed, seedsPath } from '../src/platform/documents/reading/seeds.testing.ts'
import { toXlsx } from '../src/platform/documents/xlsx.ts'

const { person, visitor } = await example()
const bkd = await person('penyusun.bkd')
const jakpus = await person('penyusun.jakpus')
const file = async (content: Uint8Array | Promise<Uint8Array>) => Buffer.from(await content)
const keep = (who: typeof bkd, read: { sha256: string; nama: string; isi: unknown }, more: object) =>
  who.send('POST', '/api/impor/naskah', { sha256: read.sha256, nama: read.nama, isi: read.isi, ...more })

describe('an agreement on paper', () => {
  test('is read, matched with its office, and kept as a draft that goes on like any other', async () => {
    const read = await bkd.upload('/api/impor/naskah/pk', 'pk 2025.docx', await file(toDocx(pkBkd2025())))
    assert.equal(read.status, 200)
    assert.equal(read.body.dikenali.unit[0].kode, 'dki.bkd')
    assert.equal(read.body.dikenali.sudahAda, null)
    const isi = read.body.isi as PkTerbaca
    assert.equal(isi.kelompok.flatMap((k) => k.sasaran).length, 10)
    isi.kelompok[0]!.sasaran[0]!.uraian.dibaca = 'Diperbaiki dengan tangan'
    const kept = await keep(bkd, { ...read.body, isi }, { jenis: 'pk', unit: 'dki.bkd', tahun: 2026, cara: 'DRAF' })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    assert.deepEqual([kept.body.dimuat, kept.body.sudahAda], [10, false])
    const draft = await bkd.get(`/api/perjanjian-kinerja/${kept.body.dokumen}`)
    assert.equal(draft.body.status, 'DRAFT')
    assert.equal(draft.body.sasaran[0].uraian, 'Diperbaiki dengan tangan')
    assert.equal(draft.body.sasaran[0].indikator[0].target.TAHUNAN.nilai, '322.5')

    const again = await keep(bkd, read.body, { jenis: 'pk', unit: 'dki.bkd', tahun: 2026, cara: 'DRAF' })
    assert.deepEqual([again.body.sudahAda, again.body.dokumen], [true, kept.body.dokumen])
    const known = await bkd.upload('/api/impor/naskah/pk', 'lagi.docx', await file(toDocx(pkBkd2025())))
    assert.equal(known.body.dikenali.sudahAda.dokumen, kept.body.dokumen)
  })
  test('that was signed before the system is kept as it is, broken rules and all, as findings', async () => {
    const read = await bkd.upload('/api/impor/naskah/pk', 'pk.xlsx', await file(toXlsx(pkBkd2025())))
    const kept = await keep(bkd, read.body, { jenis: 'pk', unit: 'dki.bkd', tahun: 2024, cara: 'DITETAPKAN' })
    assert.equal(kept.status, 200, JSON.stringify(kept.body))
    assert.equal(kept.body.dimuat, 10)
    const found = await visitorOrInspector(kept.body.dokumen)
    assert.deepEqual([found.status, found.asal], ['DITETAPKAN', 'SEBELUM_SISTEM'])
  })
  test('that the form of its year refuses leaves nothing behind', async () => {
    const read = await jakpus.upload('/api/impor/naskah/pk', 'pk.pdf', await file(toPdf(pkJakpus2023())))
    assert.equal(read.body.dikenali.unit[0].kode, 'dki.jakpus')
    const refused = await keep(jakpus, read.body, { jenis: 'pk', unit: 'dki.jakpus', tahun: 2026, cara: 'DRAF' })
    assert.equal(refused.body.rule, 'PK-01')
    assert.match(refused.body.detail, /^sasaran \d+: Bentuk DKI_2025 tidak mengenal kelompok/)
    assert.deepEqual((await jakpus.get('/api/perjanjian-kinerja?unit=dki.jakpus&tahun=2026')).body.isi, [])
  })
  const visitorOrInspector = async (id: string) => (await (await person('inspektur')).get(`/api/perjanjian-kinerja/${id}`)).body
})

test('an action plan on paper becomes a draft for the lines of its agreement', async () => {
  const read = await bkd.upload('/api/impor/naskah/rencana-aksi', 'ra.pdf', await file(toPdf(raBkd2025())))
  const isi = read.body.isi
  const seventh = isi.rencanaAksi[6]
  const refused = await keep(bkd, read.body, { jenis: 'rencana-aksi', unit: 'dki.bkd', tahun: 2026, cara: 'DRAF' })
  assert.equal(refused.status, 200, JSON.stringify(refused.body))
  assert.equal(refused.body.dimuat, 88)
  assert.equal(seventh.nama.dibaca, 'KOSONG')
})

test('what a report prints of indicators that the dictionary did not know is taken in when it knows them', async () => {
  const lkip = Buffer.from(
    [
      ...['LAPORAN KINERJA', 'Kota Administrasi Jakarta Pusat Tahun 2024', ''],
      'No\tIndikator Kinerja\tTarget\tRealisasi\t%',
      '1\tIndeks Efektivitas Koordinasi Kota Administrasi\t90,35\t96,54\t106,85',
      '2\tIndeks Ketertiban Arsip\t80\t81\t101,25',
    ].join('\n'),
  )
  const way = { jenis: 'lkip', unit: 'dki.jakpus', tahun: 2024, cara: 'TERCETAK' }
  const taken = async (nama: string, by = jakpus, more = {}) => {
    const { body } = await by.upload('/api/impor/naskah/lkip', nama, lkip)
    return (await keep(by, body, { ...way, ...more })).body
  }
  const said = ({ dimuat, sudahAda, dilewati }: { dimuat: number; sudahAda: boolean; dilewati: { indikator: string }[] }) => [
    dimuat,
    sudahAda,
    dilewati.map((d) => d.indikator),
  ]
  assert.deepEqual(said(await taken('lkip.txt')), [3, false, ['Indeks Ketertiban Arsip']])
  assert.deepEqual(said(await taken('lkip.txt')), [0, true, ['Indeks Ketertiban Arsip']])
  const versi = {
    ...{ berlakuDari: '2024-01-01', nama: 'Indeks Ketertiban Arsip', satuan: 'Nilai', jenisNilai: 'ANGKA' },
    ...{ polaritas: 'MAKSIMAL', agregasi: 'TERAKHIR', definisi: 'Arsip yang tertib.', sumberData: 'Sekretariat', caraUkur: 'Pengawasan arsip.' }, // biome-ignore format: one row
  }
  const known = await jakpus.send('POST', '/api/indikator', { unit: 'dki.jakpus', kode: 'TERTIB_ARSIP', versi })
  assert.equal(known.status, 201, JSON.stringify(known.body))
  // Under another name it is the same paper: what was taken in stays once.
  assert.deepEqual(said(await taken('salinan.txt')), [3, false, []])
  assert.deepEqual(said(await taken('salinan.txt')), [0, true, []])
  const other = await taken('lkip.txt', bkd, { unit: 'dki.bkd' })
  assert.deepEqual(said(other), [0, true, []], 'of another office it is not taken in a second time')
})

describe('who may, and what is no paper', () => {
  test('nobody without the role, and nobody for another office', async () => {
    const content = await file(toDocx(pkBkd2025()))
    assert.equal((await visitor.upload('/api/impor/naskah/pk', 'pk.docx', content)).status, 401)
    assert.equal((await (await person('administrator')).upload('/api/impor/naskah/pk', 'pk.docx', content)).status, 403)
    const read = await jakpus.upload('/api/impor/naskah/pk', 'pk.docx', content)
    for (const cara of ['DRAF', 'DITETAPKAN'])
      assert.equal((await keep(jakpus, read.body, { jenis: 'pk', unit: 'dki.bkd', tahun: 2027, cara })).status, 403)
  })
  test('a file without the table says which columns were looked for; an empty or locked one says what to do', async () => {
    const none = await bkd.upload('/api/impor/naskah/pk', 'surat.txt', Buffer.from('Yth. Kepala Badan\n\nDengan hormat.\n'))
    assert.match(none.body.detail, /kolom sasaran, indikator dan target/)
    assert.equal((await bkd.upload('/api/impor/naskah/pk', 'kosong.pdf', Buffer.alloc(0))).status, none.status)
    const cut = await bkd.upload('/api/impor/naskah/pk', 'putus.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n'))
    assert.ok(cut.status >= 400 && cut.status < 500 && cut.body.detail, JSON.stringify(cut.body))
  })
  test('what is sent to be kept must have the shape of what was read', async () => {
    const broken = { sha256: 'a'.repeat(64), nama: 'x', isi: { skema: 'selaras/pk/1', kelompok: 'bukan daftar' } }
    const refused = await keep(bkd, broken, { jenis: 'pk', unit: 'dki.bkd', tahun: 2028, cara: 'DRAF' })
    assert.ok(refused.status >= 400 && refused.status < 500, JSON.stringify(refused.body))
  })
})

test('the agreement of seed 001, as a text', { skip: seedsPath ? false : 'the papers are not here' }, async () => {
  const read = await jakpus.upload('/api/impor/naskah/pk', 'pk-walikota.txt', Buffer.from(seed('001')))
  assert.equal(read.status, 200)
  assert.deepEqual([read.body.dikenali.unit[0].kode, read.body.isi.tahun.dibaca], ['dki.jakpus', '2023'])
  const kept = await keep(jakpus, read.body, { jenis: 'pk', unit: 'dki.jakpus', tahun: 2022, cara: 'DITETAPKAN' })
  assert.equal(kept.status, 200, JSON.stringify(kept.body))
  assert.equal(kept.body.dimuat, 28)
  assert.ok(kept.body.temuan.some((t: { aturan: string }) => t.aturan.startsWith('PK-')))
})
