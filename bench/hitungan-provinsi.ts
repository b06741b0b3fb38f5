// A province that computes: 800 units in four levels, each with 50 indicators and 12 quarters of inputs. The same indicators are
// told to the database and, for the programs it is held against, as cells of a workbook.
import { type Db, sql } from '../src/platform/db/database.ts'

export const YEARS = [2023, 2024, 2025] as const
export const QUARTERS: readonly string[] = YEARS.flatMap((y) => [1, 2, 3, 4].map((q) => `${y}-TW${q}`))
const KOTA = 6
const KECAMATAN = 44

export type Unit = { readonly kode: string; readonly induk: string | null; readonly daun: boolean }

/** A province, 6 kota, 44 kecamatan and for the rest kelurahan, dealt out evenly. */
export function unitsOf(count: number): Unit[] {
  const kota = Array.from({ length: Math.min(KOTA, count - 1) }, (_, i) => `prov.kota-${i + 1}`)
  const kecamatan = Array.from({ length: Math.min(KECAMATAN, Math.max(0, Math.floor((count - 7) / 3))) }, (_, i) => ({
    kode: `${kota[i % KOTA]}.kec-${i + 1}`,
    induk: kota[i % KOTA]!,
  }))
  const rest = count - 1 - kota.length - kecamatan.length
  const kelurahan = Array.from({ length: rest }, (_, i) => {
    const { kode: induk } = kecamatan[i % kecamatan.length]!
    return { kode: `${induk}.kel-${i + 1}`, induk }
  })
  return [
    { kode: 'prov', induk: null, daun: false },
    ...kota.map((kode) => ({ kode, induk: 'prov', daun: false })),
    ...kecamatan.map((k) => ({ ...k, daun: false })),
    ...kelurahan.map((k) => ({ ...k, daun: true })),
  ]
}

/** What an indicator is: two inputs divided, a table averaged, a value said, others of the office, its own past, the units below. */
export type Jenis = 'BAGI' | 'TABEL' | 'KLAIM' | 'GABUNG' | 'NAIK' | 'ANAK'
export const CELLS = 4
export const TARGET = 80

const KINDS: readonly (readonly [Jenis, number])[] = [
  ['BAGI', 20],
  ['TABEL', 10],
  ['KLAIM', 10],
  ['GABUNG', 5],
  ['NAIK', 3],
  ['ANAK', 2],
]
export const INDICATORS = KINDS.flatMap(([jenis, many], k) =>
  Array.from({ length: many }, (_, i) => ({ jenis, n: i, kode: `${jenis}_${i + 1}`, urutan: k })),
)

/** The formula of an indicator; ANAK is the mean of the units below, and in a kelurahan two inputs divided. */
export function formulaOf({ jenis, n }: { jenis: Jenis; n: number }, daun: boolean): string | null {
  switch (jenis) {
    case 'BAGI':
      return 'realisasi / rencana * 100'
    case 'TABEL':
      return 'AVERAGE(tabel[nilai])'
    case 'KLAIM':
      return null
    case 'GABUNG':
      return `(INDIKATOR("BAGI_${n + 1}") + INDIKATOR("TABEL_${n + 1}") * 2) / 3`
    case 'NAIK':
      return `INDIKATOR("GABUNG_${n + 1}") - INDIKATOR("GABUNG_${n + 1}", PERIODE(-1))`
    case 'ANAK':
      return daun ? 'realisasi / rencana * 100' : `AVERAGE(INDIKATOR("ANAK_${n + 1}", ANAK()))`
  }
}

/** Units, dictionary, inputs and claims for so many units; targets come from a signed agreement of each unit and year. */
export async function generateHitungan(db: Db, count: number): Promise<void> {
  const units = JSON.stringify(unitsOf(count))
  const kamus = JSON.stringify([true, false].flatMap((daun) => INDICATORS.map((i) => ({ ...i, daun, rumus: formulaOf(i, daun) }))))
  const from = sql`jsonb_to_recordset(${units}::jsonb) as u(kode text, induk text, daun boolean)`
  const each = sql`jsonb_to_recordset(${kamus}::jsonb) as i(kode text, jenis text, n int, urutan int, daun boolean, rumus text)`
  const random = (salt: string) =>
    sql`(10 + abs(hashtext(${salt} || v.unit || v.kode || p.periode)::bigint) % 9000 / 100.0)::numeric`
  await sql`insert into unit_kerja (kode, jenis, berlaku_dari) select kode, 'BADAN', '2020-01-01' from ${from}`.execute(db)
  await sql`insert into unit_kerja_nama (unit, nama, berlaku_dari) select kode, 'Unit ' || kode, '2020-01-01' from ${from}`.execute(
    db,
  )
  await sql`insert into garis_unit (unit, induk, garis, berlaku_dari)
    select kode, induk, 'KOMANDO', '2020-01-01' from ${from} where induk is not null`.execute(db)
  await sql`insert into indikator (unit, kode) select u.kode, i.kode from ${from} join ${each} on i.daun = u.daun`.execute(db)
  await sql`insert into indikator_versi (id, unit, kode, versi, nama, satuan, jenis_nilai, polaritas, agregasi, desimal, iku, rumus, berlaku_dari, recorded_at)
    select gen_random_uuid(), u.kode, i.kode, 1, 'Indikator ' || i.kode, 'Persen', 'ANGKA', 'MAKSIMAL', 'RATA_RATA', 2, true, i.rumus, '2023-01-01', now()
    from ${from} join ${each} on i.daun = u.daun`.execute(db)
  const cells = sql`indikator_versi v cross join unnest(${QUARTERS}::text[]) as p(periode)`
  for (const name of ['realisasi', 'rencana'])
    await sql`insert into masukan (id, unit, kode, periode, tabel, urutan, dimensi, status, nilai, actor, recorded_at)
      select gen_random_uuid(), v.unit, v.kode, p.periode, ${name}, 0, '{}', 'NILAI', ${random(name)}, 'sistem', now()
      from ${cells} where v.rumus like 'realisasi%'`.execute(db)
  await sql`insert into masukan (id, unit, kode, periode, tabel, urutan, dimensi, status, nilai, actor, recorded_at)
    select gen_random_uuid(), v.unit, v.kode, p.periode, 'tabel', c, jsonb_build_object('bagian', 'Bagian ' || c), 'NILAI', ${random('tabel')} + c, 'sistem', now()
    from ${cells} cross join generate_series(0, ${CELLS - 1}::int) c where v.rumus like 'AVERAGE(tabel%'`.execute(db)
  await sql`insert into klaim (id, unit, kode, periode, peran, status, nilai, tercetak, pihak, actor, recorded_at)
    select gen_random_uuid(), v.unit, v.kode, p.periode, 'DIUSULKAN', 'NILAI', ${random('klaim')}, null, v.unit, 'sistem', now()
    from ${cells} where v.rumus is null`.execute(db)
  await generateTargets(db)
  await sql`analyze`.execute(db)
}

async function generateTargets(db: Db): Promise<void> {
  await sql`insert into perjanjian_kinerja (id, unit, tahun, versi, bentuk, status, asal)
    select gen_random_uuid(), u.kode, y, 1, 'UTAMA', 'DITETAPKAN', 'SEBELUM_SISTEM' from unit_kerja u cross join unnest(${[...YEARS]}::int[]) y`.execute(
    db,
  )
  await sql`insert into perjanjian_kinerja_sasaran (id, pk, urutan, nomor, kelompok, uraian)
    select gen_random_uuid(), id, 1, '1', 'STRATEGIS', 'Sasaran' from perjanjian_kinerja`.execute(db)
  await sql`insert into perjanjian_kinerja_indikator (id, sasaran, urutan, nomor, kode, nama, satuan)
    select gen_random_uuid(), s.id, row_number() over (partition by s.id order by v.kode), row_number() over (partition by s.id order by v.kode)::text,
      v.kode, v.nama, v.satuan
    from perjanjian_kinerja_sasaran s join perjanjian_kinerja p on p.id = s.pk join indikator_versi v on v.unit = p.unit`.execute(
    db,
  )
  await sql`insert into perjanjian_kinerja_target (indikator, periode, status, nilai, recorded_at)
    select i.id, t.periode, 'NILAI', ${TARGET}::numeric, now()
    from perjanjian_kinerja_indikator i cross join unnest(array['TW1', 'TW2', 'TW3', 'TW4', 'TAHUNAN']) as t(periode)`.execute(db)
}
