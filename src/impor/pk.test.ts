import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { PerjanjianKinerjaFile } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { readHere } from '../platform/documents/reading/read-here.ts'
import { type Seed, seed, seedsPath } from '../platform/documents/reading/seeds.testing.ts'
import type { PkTerbaca } from './bentuk-terbaca.ts'
import { bacaPk } from './pk.ts'
import type { AngkaTerbaca, Terbaca } from './terbaca.ts'

const CONTOH = join(import.meta.dirname, '../../contoh')
const byHand = (file: string): PerjanjianKinerjaFile => JSON.parse(readFileSync(join(CONTOH, file), 'utf8'))
const read = async (text: string): Promise<PkTerbaca> => bacaPk(await readHere(new TextEncoder().encode(text)))!

const lines = (t: Terbaca) => [t.baris, ...(t.tempatLain ?? []).map((p) => p.baris)]
type Figure = PerjanjianKinerjaFile['kelompok'][number]['sasaran'][number]['indikator'][number]['triwulan'][number]
const figureByHand = (f: Figure) => [f.tercetak, f.nilai ?? null, f.kategori ?? null, f.status ?? 'NILAI']
const figureRead = (f: AngkaTerbaca) => [f.tercetak, f.nilai ?? null, f.kategori ?? null, f.status]
const lower = (text: string | null) => text?.toLowerCase() ?? 'kosong'

for (const [name, file] of [
  ['001', 'jakpus/pk-2023.json'],
  ['000', 'bkd-2025/pk.json'],
] as const satisfies readonly (readonly [Seed, string])[])
  describe(`the agreement of seed ${name}, cell by cell`, { skip: seedsPath ? false : 'the papers are not here' }, async () => {
    const pk = seedsPath ? await read(seed(name)) : (undefined as never)
    const hand = byHand(file)
    test('year and persons', () => {
      assert.equal(pk.tahun.dibaca, String(hand.tahun))
      for (const [mine, theirs] of [
        [pk.pihakPertama, hand.pihakPertama],
        [pk.pihakKedua, hand.pihakKedua],
      ] as const) {
        assert.equal(lower(mine.nama.dibaca), lower(theirs.nama))
        assert.equal(mine.nip.dibaca, theirs.nip ?? 'KOSONG')
        assert.equal(mine.jabatan.dibaca, theirs.jabatan)
      }
      assert.deepEqual(
        pk.pihakPertama.lain.filter((l) => l.hal === 'nip').map((l) => l.dibaca),
        (hand.pihakPertama.nipTercetakLain ?? []).map((l) => l.tercetak),
      )
    })
    test('groups, numbers, sasaran and indicators with their lines', () => {
      const theirs = hand.kelompok.map((k) => [
        k.kelompok,
        k.sasaran.map((s) => [s.no, s.uraian, [s.baris].flat(), s.indikator.map((i) => [i.no, i.nama, [i.baris].flat()[0]])]),
      ])
      const mine = pk.kelompok.map((k) => [
        k.kelompok,
        k.sasaran.map((s) => [
          s.no.dibaca,
          s.uraian.dibaca,
          lines(s.uraian),
          s.indikator.map((i) => [i.no.dibaca, i.nama.dibaca, i.nama.baris]),
        ]),
      ])
      assert.deepEqual(mine, theirs)
    })
    test('sources, quarters, annual targets, units, and what a row prints beyond them', () => {
      const hands = hand.kelompok.flatMap((k) => k.sasaran.flatMap((s) => s.indikator))
      const reads = pk.kelompok.flatMap((k) => k.sasaran.flatMap((s) => s.indikator))
      assert.deepEqual(
        reads.map((i) => [i.sumberData.dibaca, i.satuan.dibaca, i.triwulan.map(figureRead), figureRead(i.tahunan), i.nilaiLebih.map((n) => n.tercetak)]), // biome-ignore format: one line
        hands.map((i) => [i.sumberData, i.satuan, i.triwulan.map(figureByHand), figureByHand(i.tahunan!), (i.nilaiLebih ?? []).map((n) => n.tercetak)]), // biome-ignore format: one line
      )
    })
    test('what was put together says so; every cell of an undoubted row is sure', () => {
      assert.ok(pk.masalah.length > 0)
      const sure = pk.kelompok.flatMap((k) => k.sasaran.flatMap((s) => s.indikator)).filter((i) => i.tahunan.keyakinan === 1)
      assert.ok(sure.length >= 9, `${sure.length} sure rows`)
    })
  })
