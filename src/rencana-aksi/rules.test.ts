import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell } from '../perjanjian-kinerja/contoh.testing.ts'
import { readKode } from './kode.ts'
import { refusePerubahan } from './perubahan.ts'
import type { BarisPk, IndikatorRencana, OutputNaskah, Rencana } from './rencana-aksi.ts'
import { checkRencanaAksi } from './rules.ts'
import { countsIn } from './rules-jumlah.ts'

const line: BarisPk = {
  id: 'p1',
  nomorSasaran: '1',
  nomor: '1',
  sasaran: 'S',
  nama: 'I',
  target: { TAHUNAN: cell('100'), TW3: cell('N/A') },
}
const output = (more: Partial<OutputNaskah> = {}): OutputNaskah => ({
  kode: 'T/O1.1.1',
  kodeTercetak: null,
  baris: 1,
  uraian: 'Laporan',
  jumlah: cell('1'),
  satuan: 'Laporan',
  triwulan: 'TW1',
  penanggungJawab: ['Sekretaris'],
  mitigasi: 'm',
  disalinDari: null,
  ...more,
})
const four = (['TW1', 'TW2', 'TW3', 'TW4'] as const).map((triwulan, at) => output({ triwulan, kode: `T/O1.1.${at + 1}` }))
function rencana(outputs: readonly OutputNaskah[] = four, more: Partial<IndikatorRencana> = {}, uraianKk = 'K'): Rencana {
  const kk = [{ kode: 'KK1.1', kodeTercetak: null, baris: 1, uraian: uraianKk, output: outputs }]
  const ra = [{ kode: 'RA1', kodeTercetak: null, baris: 1, jenis: 'AKSI' as const, uraian: 'A', nonrutin: true, kk }]
  return {
    asal: 'SISTEM',
    indikator: [{ nomor: '1', sasaran: 'S', nama: 'I', target: cell('100'), baris: 1, pk: 'p1', ra, ...more }],
  }
}
const see = (aturan: string, r: Rencana) => checkRencanaAksi(r, [line]).filter((t) => t.aturan === aturan)

test('a plan without fault has no findings', () => assert.deepEqual(checkRencanaAksi(rencana(), [line]), []))

test('RA-01: every indicator of the agreement has an action', () => {
  assert.equal(see('RA-01', { asal: 'SISTEM', indikator: [] }).length, 1)
  assert.equal(see('RA-01', rencana(four, { ra: [] })).length, 1)
})

test('RA-02: every quarter has a step; where its target is N/A the lack is only doubtful', () => {
  assert.deepEqual(
    see('RA-02', rencana([four[0]!, four[3]!])).map((t) => [t.letak, t.berat]),
    [
      ['indikator 1, triwulan II', 'tinggi'],
      ['indikator 1, triwulan III', 'sedang'],
    ],
  )
})

test('RA-03: every RA has its time, and a mitigation of its own or beside it', () => {
  assert.equal(see('RA-03', rencana([output({ triwulan: null })])).length, 1)
  const bare = rencana(four.map((o) => ({ ...o, mitigasi: null })))
  assert.equal(see('RA-03', bare)[0]?.berat, 'tinggi')
  const [i] = bare.indikator
  assert.equal(
    see('RA-03', { ...bare, indikator: [{ ...i!, ra: [...i!.ra, { ...i!.ra[0]!, kode: 'RA2', jenis: 'MITIGASI' }] }] }).length,
    0,
  )
})

test('RA-04: every output has a quantity and a unit of its own', () => {
  assert.equal(see('RA-04', rencana([output({ satuan: null })])).length, 1)
  assert.equal(see('RA-04', rencana([output({ jumlah: cell('') })])).length, 1)
  assert.equal(see('RA-04', rencana([])).length, 1)
  const shared = four.map((o, at) => (at === 0 ? o : { ...o, disalinDari: { jumlah: 'T/O1.1.1' } }))
  assert.match(see('RA-04', rencana(shared))[0]!.penjelasan, /"1 Laporan" dipakai bersama 4 output/)
})

test('RA-05: codes are unique, and stand where their numbers say', () => {
  assert.equal(see('RA-05', rencana([output(), output()]))[0]?.jenis, 'numbering')
  assert.match(see('RA-05', rencana([output({ kode: 'T/O2.1.1' })]))[0]!.penjelasan, /di bawah KK1.1/)
  assert.match(see('RA-05', rencana([output({ kodeTercetak: 'T/01.1.1' })]))[0]!.penjelasan, /dibaca T\/O1.1.1/)
})

test('a code with a zero for its O is repaired, a code without its last number is not guessed', () => {
  assert.equal(readKode('T/01.1.3')?.baku, 'T/O1.1.3')
  assert.equal(readKode('T/010.1.3')?.baku, 'T/O10.1.3')
  assert.equal(readKode('T/O1.1.'), undefined)
  assert.equal(readKode('RA.1')?.baku, 'RA1')
  assert.equal(readKode('KK3.1')?.baku, 'KK3.1')
})

test('RA-06: the number in a criterion is the sum of those in its outputs', () => {
  const parts = (...texts: string[]) => texts.map((uraian, at) => ({ ...four[at]!, uraian }))
  assert.equal(
    see('RA-06', rencana(parts('diikuti 161 pegawai', 'diikuti 125 pegawai', 'diikuti 125 pegawai'), {}, 'bagi 411 pegawai'))
      .length,
    0,
  )
  const found = see('RA-06', rencana(parts('sejumlah 250 data', 'sejumlah 500 data'), {}, 'Tersedianya 2.100 profil'))
  assert.deepEqual([found[0]?.tercetak, found[0]?.seharusnya], ['2.100', '750'])
})

test('years, quarters and shares in a text are not counts', () => {
  assert.deepEqual(countsIn('sebesar 25% pada TW2 Tahun 2026, 17.500 potret, T/O1.1.1').map(String), ['17500'])
})

test('RA-07: every output has somebody in charge', () => {
  assert.equal(see('RA-07', rencana([output({ penanggungJawab: [] })])).length, 1)
})

test('RA-08: a routine action is to be sharpened, in a draft somebody says which it is', () => {
  const marked = (nonrutin: boolean | null) => {
    const r = rencana()
    return { ...r, indikator: [{ ...r.indikator[0]!, ra: [{ ...r.indikator[0]!.ra[0]!, nonrutin }] }] }
  }
  assert.deepEqual(
    [true, false, null].map((n) => see('RA-08', marked(n)).length),
    [0, 1, 1],
  )
  assert.equal(see('RA-08', { ...marked(null), asal: 'SEBELUM_SISTEM' }).length, 0)
})

test('RA-09: sasaran, name and target are those of the agreement', () => {
  assert.deepEqual(
    see('RA-09', rencana(four, { nama: 'Lain', target: cell('99') })).map((t) => t.letak),
    ['indikator 1', 'indikator 1, target'],
  )
  assert.equal(see('RA-09', rencana(four, { target: cell('100.0') })).length, 0)
  assert.equal(see('RA-09', rencana(four, { pk: null }))[0]?.jenis, 'cross-table')
})

test('RA-10: a plan changes for a legal reason, for open periods, by decision of the forum', () => {
  const usul = {
    alasan: 'KEBIJAKAN_ARAHAN_PIMPINAN',
    objek: ['TRAJECTORY'],
    periode: ['2025-TW3'],
    status: 'DISETUJUI',
    keputusanForum: 'Forum Kinerja Triwulan II 2025, 5 Juli 2025',
    draf: null,
  } as const
  assert.equal(refusePerubahan(usul, [], '2025-07-10'), undefined)
  assert.equal(refusePerubahan({ ...usul, alasan: 'LUPA' }, [], '2025-07-10')?.field, 'alasan')
  assert.equal(refusePerubahan({ ...usul, objek: ['ANGGARAN'] }, [], '2025-07-10')?.field, 'objek')
  assert.equal(refusePerubahan({ ...usul, periode: ['2025-TW2'] }, [], '2025-07-10')?.field, 'periode')
  assert.equal(refusePerubahan(usul, ['2025-TW3'], '2025-07-10')?.field, 'periode')
  assert.match(refusePerubahan({ ...usul, status: 'USULAN', keputusanForum: null }, [], '2025-07-10')!.detail, /belum diputuskan/)
  assert.match(refusePerubahan({ ...usul, status: 'DITOLAK' }, [], '2025-07-10')!.detail, /ditolak Forum Kinerja Triwulan II 2025/)
  assert.equal(refusePerubahan({ ...usul, draf: 'sudah' }, [], '2025-07-10')?.refused, 'BENTROK', 'once')
})
