// The same things in several tables: cities as columns here and there, sub-districts as rows. What one table prints of them may
// be the mean, the sum, the difference or the share of what two others print. It is confirmed where enough of them agree.
import { bagi, type Hasil, jumlah, kurang, persen, rerata } from '../angka.ts'
import { type Hubungan, type Kejadian, type Rumus, timbang } from './hubungan.ts'
import type { Kisi, Lajur, Petak } from './kisi.ts'

/** One row, or one column, by the names of what it tells of. */
type Deret = {
  readonly urutan: number
  readonly nama: string
  readonly isi: ReadonlyMap<string, Petak>
  /** The same in binary numbers, which only seek. */
  readonly angka: ReadonlyMap<string, number>
}

const FEWEST = 3
/** Digits that must agree. */
const ENOUGH = 8
/** Of the tables that tell of the same things, the nearest. */
const NEAREST = 10
/** What is measured is no name of a thing. */
const MEASURE =
  /\b(?:target|realisasi|capaian|anggaran|pagu|alokasi|jumlah|total|persen\w*|nilai|efisiensi|sisa|selisih|triwulan|tw|semester|tahunan|bobot|skor|ket\w*|satuan|rata)\b|%/
const NOT_TOLD = /^(?:jumlah|total|rata|sub)\b/

export function antarTabel(all: readonly Kisi[]): Hubungan[] {
  const deret = all.flatMap((kisi, urutan) => [...rows(kisi, urutan), ...columns(kisi, urutan)])
  const byName = new Map<string, Deret[]>()
  for (const d of deret) for (const name of d.isi.keys()) byName.set(name, [...(byName.get(name) ?? []), d])
  return [...deret.flatMap((d) => made(d, others(d, byName))), ...rincianNama(all)]
}

const bare = (nama: string) =>
  nama
    .replace(/(?<!\d)(?:19|20)\d\d(?!\d)|[^\p{L}\d]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const own = (nama: string) => bare(nama.split(' › ').at(-1) ?? '')

type Bernama = readonly (readonly [string, Petak | undefined])[]
function rows({ baris, kolom }: Kisi, urutan: number): Deret[] {
  const things = kolom.filter((k) => own(k.nama).length > 2 && !MEASURE.test(k.nama)).map((k) => [own(k.nama), k.nomor] as const)
  if (things.length < FEWEST) return []
  return baris.flatMap((b) => deretOf(urutan, b.nama, things.map(([name, c]) => [name, b.isi[c]]))) // biome-ignore format: a call
}
function columns({ baris, kolom }: Kisi, urutan: number): Deret[] {
  const names = baris.map((b) => own(b.nama))
  const told = names.map((name) => name.length > 2 && !NOT_TOLD.test(name))
  return kolom.flatMap((k) => deretOf(urutan, k.nama, names.flatMap((name, n) => (told[n] ? [[name, k.isi[n]] as const] : [])))) // biome-ignore format: a call
}

function deretOf(urutan: number, nama: string, named: Bernama): Deret[] {
  const isi = new Map<string, Petak>()
  for (const [name, petak] of named) if (petak && !isi.has(name)) isi.set(name, petak)
  if (isi.size < FEWEST || new Set([...isi.values()].map((p) => p.angka.tercetak)).size < FEWEST) return []
  return [{ urutan, nama, isi, angka: new Map([...isi].map(([name, p]) => [name, Number(p.angka.nilai)])) }]
}

/** Of other tables, with most of the same things. */
function others(d: Deret, byName: ReadonlyMap<string, readonly Deret[]>): Deret[] {
  const shared = new Map<Deret, number>()
  for (const name of d.isi.keys())
    for (const o of byName.get(name) ?? []) if (o.urutan !== d.urutan) shared.set(o, (shared.get(o) ?? 0) + 1)
  const enough = [...shared].filter(([, n]) => n >= FEWEST && n * 2 >= d.isi.size).map(([o]) => o)
  const far = (o: Deret) => Math.abs(o.urutan - d.urutan)
  const nearest = enough.toSorted((a, b) => far(a) - far(b)).slice(0, NEAREST)
  return nearest.toSorted((a, b) => a.urutan - b.urutan)
}

const share = (a: Hasil, b: Hasil) => {
  const made = bagi(a, b)
  return made && persen(made)
}
type Cara = readonly [
  aturan: string,
  jenis: Hubungan['jenis'],
  kata: string,
  rumus: (a: Petak, b: Petak) => Rumus,
  /** The same in binary numbers, which only seek. */
  kira: (a: number, b: number) => number,
]
const BOTH: readonly Cara[] = [
  ['TABEL-RERATA', 'average', 'rata-rata', (a, b) => (v) => rerata([v(a), v(b)]), (a, b) => (a + b) / 2],
  ['TABEL-JUMLAH', 'sum', 'jumlah', (a, b) => (v) => jumlah([v(a), v(b)]), (a, b) => a + b],
]
const ORDERED: readonly Cara[] = [
  ['TABEL-SELISIH', 'sum', 'selisih', (a, b) => (v) => kurang(v(a), v(b)), (a, b) => a - b],
  ['TABEL-PERSEN', 'ratio', 'persentase', (a, b) => (v) => share(v(a), v(b)), (a, b) => (a / b) * 100],
]

function made(d: Deret, from: readonly Deret[]): Hubungan[] {
  return from.flatMap((a, i) =>
    from.flatMap((b, j): Hubungan[] => {
      if (i === j) return []
      const shared = together(d, a, b)
      if (shared.length < FEWEST) return []
      const near = ({ 4: kira }: Cara) => shared.filter(([z, x, y]) => Math.abs(kira(x, y) - z) <= Math.abs(z) / 50).length > 1
      return (i < j ? [...BOTH, ...ORDERED] : ORDERED).filter(near).flatMap((cara) => tried(d, a, b, cara))
    }),
  )
}
function together(d: Deret, a: Deret, b: Deret): [number, number, number][] {
  const shared: [number, number, number][] = []
  for (const [name, z] of d.angka) {
    const [x, y] = [a.angka.get(name), b.angka.get(name)]
    if (x !== undefined && y !== undefined) shared.push([z, x, y])
  }
  return shared
}

function tried(d: Deret, a: Deret, b: Deret, [aturan, jenis, kata, rumus]: Cara): Hubungan[] {
  const kejadian = [...d.isi].flatMap(([name, hasil]): Kejadian[] => {
    const [x, y] = [a.isi.get(name), b.isi.get(name)]
    return x && y ? [{ hasil, unsur: [x, y], rumus: [rumus(x, y)] }] : []
  })
  const sebutan = `${d.nama} = ${kata} ${a.nama}, ${b.nama}`
  return proven({ aturan, jenis, sebutan, lajur: `antar tabel ${d.urutan} ${d.nama}`, kata: 0, kejadian })
}

/** Most agree, and what agrees could have been otherwise; an exception may be of another source, and says nothing. */
function proven(relation: Hubungan): Hubungan[] {
  const { cocok, gagal, bukti } = timbang(relation)
  const telling = cocok.filter((c) => c.bukti > 1)
  if (telling.length < 2 || bukti < ENOUGH || gagal.length * 2 > telling.length) return []
  return [{ ...relation, kejadian: telling.map((c) => ({ ...c, lunak: true as const })) }]
}

/** `IV` in one table, `IV.a` and `IV.b` in another. */
function rincianNama(all: readonly Kisi[]): Hubungan[] {
  return all.flatMap((kisi, i) =>
    kisi.kolom.flatMap((k) =>
      all.slice(Math.max(0, i - 1), i + 3).flatMap((other): Hubungan[] => {
        const lane = other.kolom.find((l: Lajur) => l.nama === k.nama && l.nama !== '')
        if (!lane) return []
        const kejadian = kisi.baris.flatMap((b, n): Kejadian[] => {
          const name = (b.nama.split(' › ').at(-1) ?? '').trim()
          const hasil = k.isi[n]
          if (!hasil || !/^[ivx\d]{1,4}$/.test(name)) return []
          const unsur = other.baris.flatMap((o, m) => (isPartOf(o.nama, name) ? (lane.isi[m] ?? []) : []))
          return unsur.length ? [{ hasil, unsur, rumus: [(v) => jumlah(unsur.map(v))] }] : []
        })
        if (!kejadian.some((c) => c.unsur.length > 1)) return []
        return proven({ aturan: 'TABEL-JUMLAH', jenis: 'sum', sebutan: `${k.nama} = jumlah rinciannya`, lajur: `rincian nama ${i} ${k.nomor}`, kata: 0, kejadian }) // biome-ignore format: a relation
      }),
    ),
  )
}
const isPartOf = (nama: string, of: string) => {
  const name = (nama.split(' › ').at(-1) ?? '').trim()
  return name.startsWith(of) && /^[.\s/-]?[a-z\d]$/.test(name.slice(of.length)) && name.length > of.length
}
