import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { readHere } from '../platform/documents/reading/read-here.ts'
import { seed, seedsPath } from '../platform/documents/reading/seeds.testing.ts'
import type { RencanaAksiFile } from '../rencana-aksi/rencana-aksi.ts'
import { KOSONG } from './baca-nilai.ts'
import type { RaTerbaca } from './bentuk-terbaca.ts'
import { bacaRa } from './rencana-aksi.ts'

const read = async (text: string): Promise<RaTerbaca> => bacaRa(await readHere(new TextEncoder().encode(text)))!
const hand: RencanaAksiFile = JSON.parse(readFileSync(join(import.meta.dirname, '../../contoh/bkd-2025/rencana-aksi.json'), 'utf8'))
const orKosong = (text: string | null | undefined) => text ?? KOSONG

describe('the action plan of seed 000, cell by cell', { skip: seedsPath ? false : 'the papers are not here' }, async () => {
  const plan = seedsPath ? await read(seed('000')) : (undefined as never)
  const mine = plan?.rencanaAksi ?? []
  const outputs = mine.flatMap((i) => i.ra.flatMap((a) => a.kk.flatMap((k) => k.to)))
  const handOutputs = hand.indikator.flatMap((i) => i.ra.flatMap((a) => a.kk.flatMap((k) => k.to)))
  test('29 RA, 41 different KK in 48 printings, 88 outputs', () => {
    const ra = mine.flatMap((i) => i.ra)
    const kk = ra.flatMap((a) => a.kk).filter((k) => k.kode.dibaca !== KOSONG)
    assert.deepEqual([ra.length, kk.length, kk.flatMap((k) => k.tempat).length, outputs.length], [29, 41, 48, 88])
    assert.equal(plan.tahun.dibaca, '2025')
    assert.equal(plan.unit.dibaca, 'Badan Kepegawaian Daerah Provinsi DKI Jakarta')
  })
  test('indicators with their targets; what is not printed is KOSONG', () => {
    assert.deepEqual(
      mine.map((i) => [i.no.dibaca, i.sasaran.dibaca, i.nama.dibaca, i.target.tercetak, i.target.dibaca]),
      hand.indikator.map((i) => [i.no, orKosong(i.sasaran), orKosong(i.nama), i.target.tercetak, i.target.nilai ?? KOSONG]),
    )
  })
  test('actions and criteria with their codes, words and every line they are printed on', () => {
    assert.deepEqual(
      mine.map((i) => i.ra.map((a) => [a.kode.dibaca, a.uraian.dibaca, a.uraian.baris, a.kk.map((k) => [k.kode.dibaca, k.uraian.dibaca, k.tempat])])), // biome-ignore format: one line
      hand.indikator.map((i) => i.ra.map((a) => [a.kode, a.uraian, a.baris, a.kk.map((k) => [orKosong(k.kode), orKosong(k.uraian), [k.baris ?? []].flat()])])), // biome-ignore format: one line
    )
  })
  test('outputs with amount, unit, quarter and who; codes as printed beside codes as read', () => {
    assert.deepEqual(
      outputs.map((o) => [o.kode.dibaca, o.uraian.dibaca, o.uraian.baris, o.jumlah.nilai, o.satuan.dibaca, o.triwulan.dibaca, o.penanggungJawab.dibaca]), // biome-ignore format: one line
      handOutputs.map((o) => [o.kode, o.uraian, o.baris, o.jumlah.nilai, o.satuan, o.triwulan, o.penanggungJawab]),
    )
    const bare = (kode: string) => kode.replace(/\.$/, '')
    for (const [i, o] of handOutputs.entries())
      assert.equal(bare(outputs[i]!.kode.tercetak), bare(o.kodeTercetak ?? o.kode ?? ''), `line ${o.baris}`)
  })
  test('a shared cell is one thing, said to be the output that holds it', () => {
    const sharedBy = (o: (typeof outputs)[number]) => ({
      ...(o.jumlah.disalinDari ? { jumlah: o.jumlah.disalinDari } : {}),
      ...(o.triwulan.disalinDari ? { triwulan: o.triwulan.disalinDari } : {}),
      ...(o.penanggungJawab.disalinDari ? { penanggungJawab: o.penanggungJawab.disalinDari } : {}),
    })
    assert.deepEqual(
      outputs.map(sharedBy),
      handOutputs.map((o) => o.disalinDari ?? {}),
    )
  })
  test('what was guessed is a doubt: the number in the column of actions, the incomplete code', () => {
    assert.ok(mine[6]!.no.keyakinan < 1)
    assert.ok(plan.masalah.some((m) => m.aturan === 'BACA-KOLOM' && m.baris === 176))
    assert.ok(plan.masalah.some((m) => m.aturan === 'BACA-KODE' && m.baris === 133 && m.tercetak === 'T/O1.1.'))
  })
})

describe('forms that nobody here has seen', () => {
  test('columns are found by their words, in any order; codes may be missing', async () => {
    const plan = await read(
      [
        'RENCANA AKSI TAHUN 2026',
        '',
        'Pelaksana\tNo\tIndikator\tRencana Aksi\tKriteria\tOutput\tJumlah\tJadwal',
        'Kepala Bidang A\t1\tPersentase layanan tepat waktu\tMenata ulang loket\tLoket tertata\tLaporan penataan\t2 Laporan\tTriwulan 2',
        'Kepala Bidang B\t2\tIndeks kepuasan\tMelatih petugas\tPetugas terlatih\tPelatihan\t30 Orang\tTW IV',
      ].join('\n'),
    )
    assert.deepEqual(
      plan.rencanaAksi.map((i) => {
        const [kk] = i.ra[0]!.kk
        const [to] = kk!.to
        return [i.nama.dibaca, i.ra[0]!.uraian.dibaca, kk!.uraian.dibaca, to!.uraian.dibaca, to!.jumlah.nilai, to!.satuan.dibaca, to!.triwulan.dibaca, to!.penanggungJawab.dibaca] // biome-ignore format: one line
      }),
      [
        ['Persentase layanan tepat waktu', 'Menata ulang loket', 'Loket tertata', 'Laporan penataan', '2', 'Laporan', 'TW2', ['Kepala Bidang A']], // biome-ignore format: one line
        ['Indeks kepuasan', 'Melatih petugas', 'Petugas terlatih', 'Pelatihan', '30', 'Orang', 'TW4', ['Kepala Bidang B']],
      ],
    )
    assert.ok(plan.rencanaAksi.every((i) => i.ra[0]!.kode.dibaca === KOSONG))
  })
  test('amounts that are fewer than the outputs of their row are shared out in order, and that is said', async () => {
    const plan = await read(
      [
        'RENCANA AKSI TAHUN 2025',
        '',
        'No\tIndikator\tRencana Aksi\tKriteria\tOutput\tTarget Renaksi\tWaktu\tPenanggung Jawab',
        '1\tIndeks\tRA1. Menata\tKK1.1. Tertata\tT/O1.1.1. Satu T/O1.1.2. Dua T/O1.1.3. Tiga\t1 Laporan 2 Laporan\tTW I\tSekretaris',
      ].join('\n'),
    )
    const [kk] = plan.rencanaAksi[0]!.ra[0]!.kk
    assert.deepEqual(
      kk!.to.map((o) => [o.jumlah.dibaca, o.jumlah.keyakinan < 1]),
      [
        ['1', true],
        ['2', true],
        [KOSONG, false],
      ],
    )
    assert.ok(plan.masalah.some((m) => m.aturan === 'BACA-SEL' && /2 isi untuk 3 output/.test(m.penjelasan)))
  })
})
