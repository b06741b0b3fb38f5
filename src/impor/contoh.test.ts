// The example holds what the papers hold: counted here, and, where the papers are at hand, held against their lines.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { many, sql } from '../platform/db/database.ts'
import { CONTOH, exampleDatabase } from './contoh.testing.ts'

const { db } = await exampleDatabase()
const SEEDS = process.env.SELARAS_SEEDS ?? join(import.meta.dirname, '../../../shared/seeds')
const files = readdirSync(CONTOH, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.json'))
const read = (name: string) => JSON.parse(readFileSync(join(CONTOH, name), 'utf8'))
const count = async (statement: ReturnType<typeof sql<{ n: number }>>) => (await many(db, statement))[0]!.n

describe('what the example holds', () => {
  test('Jakarta Pusat: 8 kecamatan and 44 kelurahan by command, Sudin and Suban by coordination', async () => {
    assert.equal(await count(sql<{ n: number }>`select count(*)::int as n from unit_kerja where jenis = 'KECAMATAN'`), 8)
    assert.equal(await count(sql<{ n: number }>`select count(*)::int as n from unit_kerja where jenis = 'KELURAHAN'`), 44)
    assert.equal(
      await count(
        sql<{ n: number }>`select count(*)::int as n from garis_unit where induk = 'dki.jakpus' and garis = 'KOORDINASI'`,
      ),
      29,
    )
  })
  test('PK 2023 has 26 sasaran, two of them numbered 19, and 28 indicator rows; PK 2024 has 14 and 15', async () => {
    const of = (tahun: number) => sql<{ n: number; sembilanbelas: number; indikator: number }>`
      select count(distinct s.id)::int as n, count(distinct s.id) filter (where s.nomor = '19')::int as sembilanbelas, count(i.id)::int as indikator
      from perjanjian_kinerja p join perjanjian_kinerja_sasaran s on s.pk = p.id join perjanjian_kinerja_indikator i on i.sasaran = s.id
      where p.unit = 'dki.jakpus' and p.tahun = ${tahun}`
    assert.deepEqual((await many(db, of(2023)))[0], { n: 26, sembilanbelas: 2, indikator: 28 })
    assert.deepEqual((await many(db, of(2024)))[0], { n: 14, sembilanbelas: 0, indikator: 15 })
  })
  test('44 × 2 survey values, 13 × 3 × 2 variables, 3 × 2 printed field values', async () => {
    const of = (kode: string, tabel: string) =>
      count(
        sql<{
          n: number
        }>`select count(*)::int as n from survei s join survei_isian i on i.survei = s.id where s.kode = ${kode} and i.tabel = ${tabel}`,
      )
    assert.deepEqual([await of('IKM', 'kelurahan'), await of('IEK', 'variabel'), await of('IEK', 'bidang')], [88, 78, 6])
  })
  test('the office plans twelve months and has spent in eleven: December is blank, not 0', async () => {
    const months = await many(
      db,
      sql<{
        bulan: number
        rpd: string | null
        realisasi: string | null
      }>`select bulan, rpd, realisasi from anggaran_bulanan where unit = 'dki.jakpus' and tahun = 2024 order by bulan`,
    )
    assert.equal(months.length, 12)
    assert.equal(months.filter((m) => m.realisasi !== null).length, 11)
    assert.deepEqual(months[11], { bulan: 12, rpd: '779977900621', realisasi: null })
  })
  test('BKD 2025: 29 RA, 41 different KK in 48 printings, 88 outputs', () => {
    const { indikator } = read('bkd-2025/rencana-aksi.json') as {
      indikator: { ra: { kk: { kode?: string; baris: number[] | number; to: unknown[] }[] }[] }[]
    }
    const ra = indikator.flatMap((i) => i.ra)
    const kk = ra.flatMap((r) => r.kk)
    const printed = kk.filter((k) => k.kode)
    assert.deepEqual(
      [ra.length, printed.length, printed.flatMap((k) => k.baris).length, kk.flatMap((k) => k.to).length],
      [29, 41, 48, 88],
    )
  })
  test('the five programs of 2024 add up to the office', async () => {
    const [row] = await many(
      db,
      sql<{
        n: number
        pagu: string
        realisasi: string
      }>`select count(*)::int as n, sum(pagu)::text as pagu, sum(realisasi)::text as realisasi
      from program_anggaran where unit = 'dki.jakpus' and tahun = 2024 and jenis = 'PROGRAM'`,
    )
    assert.deepEqual(row, { n: 5, pagu: '779977900621', realisasi: '746367815588' })
  })
  test('results that are not released stay so: none of them is a number', async () => {
    assert.ok((await count(sql<{ n: number }>`select count(*)::int as n from hasil_tahunan where status = 'BELUM_RILIS'`)) > 0)
    assert.equal(
      await count(sql<{ n: number }>`select count(*)::int as n from hasil_tahunan where status <> 'NILAI' and nilai is not null`),
      0,
    )
  })
  test('every indicator names its official method or the formula of its paper; of this no paper prints one', async () => {
    const without = await many(
      db,
      sql<{ kode: string; sejak: string }>`
        select kode, extract(year from berlaku_dari)::text as sejak from indikator_versi
        where metode is null and rumus is null order by unit, kode, berlaku_dari`,
    )
    assert.deepEqual(
      without.map(({ kode, sejak }) => `${kode} ${sejak}`),
      ['BMD 2024'],
      'how much each stage of the inventory of 2024 weighs is not printed (paper 003, lines 2576-2587)',
    )
  })
  test('what the papers print the inputs of is computed from them, and comes to what they report', async () => {
    const computed = await many(
      db,
      sql<{ kode: string; nilai: string }>`
        select c.kode, round(c.nilai, 2)::float8::text as nilai from capaian c
        where c.unit = 'dki.bpsdm' and c.periode = '2023' and c.cara in ('RUMUS', 'AGREGASI') order by c.kode`,
    )
    assert.deepEqual(
      computed.map(({ kode, nilai }) => `${kode} ${nilai}`),
      [
        ...['ARAHAN 100', 'CRM 100', 'DIKLAT 74.58', 'EORDER 100', 'JP 100', 'KSD_AKIP 100', 'KSD_DIGITAL 100'],
        ...['KSD_DISABILITAS 100', 'KSD_SDM 100', 'MERIT 38', 'P3DN_ASN 114', 'SAKIP 88.45'],
      ],
    )
  })
  test('no telephone number is among the data', () => {
    for (const name of files) assert.doesNotMatch(readFileSync(join(CONTOH, name), 'utf8'), /\b(?:\+62|0)8\d{8,11}\b/, name)
  })
})

type Row = { berkas?: string; baris?: number | number[]; tercetak?: string }
type Printed = { berkas: string; baris: number[]; tercetak: string; place: string }

/** Every figure with the paper and lines it claims to stand on, inherited from the row and file around it. */
function printedIn(value: unknown, at: { berkas: string; baris: number[] }, place: string): Printed[] {
  if (Array.isArray(value)) return value.flatMap((v, i) => printedIn(v, at, `${place}[${i}]`))
  if (typeof value !== 'object' || value === null) return []
  const row = value as Row
  const here = { berkas: row.berkas ?? at.berkas, baris: row.baris === undefined ? at.baris : [row.baris].flat() }
  const own =
    typeof row.tercetak === 'string' && row.tercetak !== '' && here.baris.length ? [{ ...here, tercetak: row.tercetak, place }] : []
  return [...own, ...Object.entries(value).flatMap(([key, v]) => printedIn(v, here, `${place}.${key}`))]
}

const plain = (text: string) => text.replace(/<[^>]*>|[*$\\]/g, ' ').replace(/\s+/g, ' ')

test('every printed figure stands on a line it names', {
  skip: existsSync(SEEDS) ? false : `the papers are not at ${SEEDS}: not run`,
}, () => {
  const papers = new Map(readdirSync(SEEDS).map((name) => [name, readFileSync(join(SEEDS, name), 'utf8').split('\n').map(plain)]))
  let held = 0
  const missing: string[] = []
  for (const name of files) {
    const json = read(name)
    for (const { berkas, baris, tercetak, place } of printedIn(json, { berkas: json.berkas ?? '', baris: [] }, name)) {
      const lines = papers.get(berkas)
      const wanted = plain(tercetak).trim()
      const stands =
        lines &&
        (baris.some((n) => lines[n - 1]?.includes(wanted)) || plain(baris.map((n) => lines[n - 1]).join(' ')).includes(wanted))
      if (stands) held++
      else missing.push(`${place}: "${wanted}" not on ${berkas}:${baris}`)
    }
  }
  assert.deepEqual(missing.slice(0, 20), [])
  assert.ok(held > 2_500, `only ${held} figures were held against the papers`)
})
