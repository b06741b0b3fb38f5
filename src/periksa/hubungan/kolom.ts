// Columns that are made of other columns: sums of what stands beside them, differences, percentages of one another by either
// base, capaian by polarity, products with a weight, means. Rows are tried the same way, where their names say so.
import { HUNDRED, ONE } from '../../platform/kernel/decimal.ts'
import { bagi, disebut, type Hasil, jumlah, kali, kurang, persen, rerata, tetap } from '../angka.ts'
import { type Hubungan, type Kejadian, type Rumus, satuDemiSatu } from './hubungan.ts'
import type { Kisi, Lajur, Petak } from './kisi.ts'

/** How far from its parts a result may stand, in columns with figures. */
const REACH = 7

const TOTAL = /\b(?:jumlah|total|seluruh(?:nya)?|jml)\b/
const REST = /\b(?:sisa|selisih|efisiensi|penghematan|lebih|kurang|deviasi|gap|perubahan|kenaikan|penurunan|silpa)\b/
const MEAN = /\b(?:rata\s*-?\s*rata|rerata|mean|indeks|tahunan|nilai akhir)\b/
const RATIO = /%|\bpers?en|\bprosen|\bcapaian\b|\bserapan\b|\btingkat\b|\brasio\b|\bpenyerapan\b|\befisiensi\b|\bpertumbuhan\b/
const TARGET = /\b(?:target|rencana|kebutuhan)\b/
const PAGU = /\b(?:pagu|anggaran|alokasi|dpa|apbd|apbd-p)\b/
const REALISASI = /\brealisasi\b/
const WEIGHT = /\bbobot\b|\bkonstanta\b/
const PRODUCT = /\bx\b|×|\bbobot\b|\bskor\b|\bnilai\b|\btertimbang\b/

const SAID = /\b(?:realisasi|sisa|selisih|surplus|persentase|capaian)\b|%/
/** A row that is named by a sentence is a case, not a quantity. */
const LONG = 40
/** Rows of a small table that are made of other rows, where a name says so. */
export function antarBaris({ baris, kolom }: Kisi): Hubungan[] {
  const lanes = baris.filter((b) => b.isi.some(Boolean))
  if (lanes.length < 3 || lanes.length > 10 || kolom.length < 2) return []
  if (!lanes.some((l) => SAID.test(l.nama)) || lanes.some((l) => l.nama.length > LONG)) return []
  return antarLajur(lanes, 'baris').filter((h) => h.kata > 0)
}

/** Everything that is sought among lanes that stand side by side. `arah` names them: `kolom`, `baris`. */
export function antarLajur(lajur: readonly Lajur[], arah: 'kolom' | 'baris', at: At = () => undefined): Hubungan[] {
  const build = pembangun(lajur, arah, at)
  return lajur.flatMap((c, i) => {
    const near = lajur.filter((_, j) => j !== i && Math.abs(j - i) <= REACH)
    return [
      ...(arah === 'kolom' ? sums(lajur, c, i, build) : []),
      ...differences(near, c, build),
      ...ratios(near, c, build),
      ...products(near, c, build),
      ...(arah === 'kolom' ? means(lajur, c, i, build) : []),
    ]
  })
}

type Build = (
  kode: { aturan: string; jenis: Hubungan['jenis'] },
  c: Lajur,
  from: readonly Lajur[],
  sebutan: string,
  kata: 0 | 1 | 2,
  rumus: (parts: readonly Petak[]) => readonly Rumus[],
  /** Blank parts are nothing: of a sum, of a mean. */
  gaps?: boolean,
) => Hubungan

/** The figure at a place across and down, whatever lane it stands in. */
type At = (across: number, down: number) => Petak | undefined
const SHIFTS = [-1, 1, -2, 2]

const pembangun =
  (lajur: readonly Lajur[], arah: string, at: At, length = Math.max(0, ...lajur.map((l) => l.isi.length))): Build =>
  (kode, c, from, sebutan, kata, rumus, gaps = false) => {
    if (amongQuarters(lajur, c, from)) return { ...kode, sebutan, lajur: `${arah} ${c.nomor + 1}`, kata, kejadian: [] }
    const made = (n: number, hasil: Petak | undefined, unsur: readonly Petak[]): Kejadian[] => {
      if (!hasil || !unsur.length || (!gaps && unsur.length < from.length)) return []
      if (kode === CAPAIAN && taksebanding(unsur)) return []
      const geser = () =>
        SHIFTS.flatMap((oleh) => made(n, at(c.nomor + oleh, n), from.flatMap((l) => at(l.nomor + oleh, n) ?? [])).map((kejadian) => ({ oleh, kejadian }))) // biome-ignore format: a row moved
      return [{ hasil, unsur, rumus: rumus(unsur), geser }]
    }
    const row = (n: number) => made(n, c.isi[n], from.flatMap((l) => l.isi[n] ?? [])) // biome-ignore format: a call
    const parts = from.map((l) => l.nomor + 1).sort((a, b) => a - b)
    const named = arah === 'baris' || kata > 0 || (NAMED[kode.aturan]?.test(c.jalur) ?? true) || c.jalur === ''
    const ucapan = named ? {} : { ucapan: `${arah} ${c.nomor + 1} dihitung dari ${arah} ${parts.join(', ')}` }
    return { ...kode, sebutan, ...ucapan, lajur: `${arah} ${c.nomor + 1}`, kata, kejadian: satuDemiSatu(length, row) }
  }

const QUARTER = /^(?:(?:triwulan|tw)[\s.-]*(?:iv|i{1,3}|[1-4])|iv|i{1,3})$/
const isQuarter = (l: Lajur) => QUARTER.test(l.nama)
/**
 * Targets of quarters rise evenly or stay, each row in its own way: a quarter is not made of others, and a year of all of them or
 * of none.
 */
function amongQuarters(lajur: readonly Lajur[], c: Lajur, from: readonly Lajur[]): boolean {
  const quarters = from.filter(isQuarter)
  if (!quarters.length || quarters.length < from.length) return false
  return isQuarter(c) || quarters.length < lajur.filter((l) => isQuarter(l) && l.blok === quarters[0]!.blok).length
}

const JUMLAH = { aturan: 'TABEL-JUMLAH-KOLOM', jenis: 'sum' } as const
const SELISIH = { aturan: 'TABEL-SELISIH', jenis: 'sum' } as const
const PERSEN = { aturan: 'TABEL-PERSEN', jenis: 'ratio' } as const
const CAPAIAN = { aturan: 'TABEL-CAPAIAN', jenis: 'ratio' } as const
const KALI = { aturan: 'TABEL-BOBOT', jenis: 'ratio' } as const
const RERATA = { aturan: 'TABEL-RERATA', jenis: 'average' } as const

/** What the name of a result says where the header stands over its own columns. */
const NAMED: Readonly<Record<string, RegExp>> = { 'TABEL-PERSEN': RATIO, 'TABEL-SELISIH': REST, 'TABEL-JUMLAH-KOLOM': TOTAL }

/** The score of a predicate beside a plain figure, a percentage beside a score: they make no capaian (`SATUAN` says so). */
function taksebanding(unsur: readonly Petak[]): boolean {
  const [a, b] = unsur as [Petak, Petak]
  const [small, large] = [a, b].map((p) => p.angka.nilai.abs()).toSorted((x, y) => x.cmp(y))
  const far = large!.gt(small!.times(10))
  return (
    far && ((a.predikat ?? false) !== (b.predikat ?? false) || a.angka.tercetak.includes('%') !== b.angka.tercetak.includes('%'))
  )
}

const nama = (l: Lajur) => l.nama || l.jalur || `kolom ${l.nomor + 1}`
const names = (list: readonly Lajur[], sign: string) =>
  list.length <= 4 ? list.map(nama).join(sign) : `${nama(list[0]!)}${sign}…${sign}${nama(list.at(-1)!)}`

/** Blocks of neighbours, the same name in several blocks, and pairs. */
function sums(lajur: readonly Lajur[], c: Lajur, i: number, build: Build): Hubungan[] {
  const total = TOTAL.test(c.nama) || TOTAL.test(c.blok)
  const alike = (l: Lajur) => l.persen === c.persen
  const left = lajur.slice(0, i).filter(alike)
  const right = lajur.slice(i + 1).filter(alike)
  const lists: (readonly Lajur[])[] = []
  for (let k = 2; k <= left.length; k++) lists.push(left.slice(-k))
  if (total || left.length < 2) for (let k = 2; k <= right.length; k++) lists.push(right.slice(0, k))
  const sameName = left.filter((l) => l.nama === c.nama && l.blok !== c.blok)
  if (sameName.length > 1) lists.push(sameName)
  const totals = left.filter((l) => TOTAL.test(l.nama))
  if (total && totals.length > 1) lists.push(totals)
  for (const [a, b] of pairs(left.slice(-5))) lists.push([a, b])
  const seen = new Set<string>()
  return lists.flatMap((parts) => {
    const key = parts.map((p) => p.nomor).join()
    if (seen.has(key) || REST.test(c.nama)) return []
    seen.add(key)
    const whole = total && parts.length === left.length && !c.persen && left.every((l) => l.blok === left[0]!.blok)
    const sebutan = `${nama(c)} = ${names(parts, ' + ')}`
    return build(JUMLAH, c, parts, sebutan, whole || genders(parts, total) ? 1 : 0, (p) => [(v) => jumlah(p.map(v))], true)
  })
}
const genders = ([a, b, ...more]: readonly Lajur[], total: boolean) =>
  total && !more.length && /^(?:laki|pria|l$)/.test(a!.nama) && /^(?:perempuan|wanita|p$)/.test(b!.nama)

function* pairs<T>(list: readonly T[]): Generator<[T, T]> {
  for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) yield [a, b]
}

/** The rest stands after what it is the rest of, or says that it is one. */
function differences(near: readonly Lajur[], c: Lajur, build: Build): Hubungan[] {
  const rest = REST.test(c.nama) || REST.test(c.blok)
  const before = rest ? near : near.filter((l) => l.nomor < c.nomor)
  if (TOTAL.test(c.nama)) return []
  return [...pairs(before)].flatMap(([a, b]) => {
    if (a.persen !== b.persen || (a.persen && !c.persen && !rest)) return []
    const named = rest && !c.persen && PAGU.test(a.jalur) && REALISASI.test(b.jalur) && sameBlock(a, b)
    const either: (p: readonly Petak[]) => Rumus[] = ([x, y]) => [(v) => kurang(v(x!), v(y!)), (v) => kurang(v(y!), v(x!))]
    return build(SELISIH, c, [a, b], `${nama(c)} = ${nama(a)} − ${nama(b)}`, named ? 1 : 0, either)
  })
}

const seratus = tetap(HUNDRED)
const percentOf =
  (a: Petak, b: Petak): Rumus =>
  (v) =>
    of(bagi(v(a), v(b)), persen)
const of = (h: Hasil | undefined, then: (h: Hasil) => Hasil | undefined) => h && then(h)
const twice = (h: Hasil) => disebut(kali(tetap(ONE.plus(ONE)), h), () => `2 * ${h.rumus}`)
/** (2T − R) / T: less is better (akip-rules 2.1). */
const lessIsBetter =
  (r: Petak, t: Petak): Rumus =>
  (v) => {
    const [real, aim] = [v(r), v(t)]
    return of(bagi(kurang(twice(aim), real), aim), persen)
  }
const growth =
  (a: Petak, b: Petak): Rumus =>
  (v) =>
    of(bagi(kurang(v(a), v(b)), v(b)), persen)

function ratios(near: readonly Lajur[], c: Lajur, build: Build): Hubungan[] {
  const found: Hubungan[] = []
  const [before, after] = [near.filter((l) => l.nomor < c.nomor), near.filter((l) => l.nomor > c.nomor)]
  const named = RATIO.test(c.nama) || (c.nama === '' && c.persen)
  for (const [a, r, d] of rests(before, c)) {
    const kata = (named || c.persen) && REST.test(d.jalur) ? 1 : 0
    found.push(build(PERSEN, c, [a, r, d], `${nama(c)} = ${nama(d)} / ${nama(a)} x 100`, kata, ([p, q, x]) => [percentOf(x!, p!), percentOf(x!, q!)])) // biome-ignore format: a relation
  }
  const aims = [TARGET, PAGU].map((words) => partners(before, c, words)).find(Boolean)
  if (aims && named && !REST.test(c.jalur)) {
    const [target, real] = aims
    const money = PAGU.test(target.jalur) && !TARGET.test(target.nama)
    const kode = money ? PERSEN : CAPAIAN
    const all = ([t, r]: readonly Petak[]): Rumus[] =>
      money ? [percentOf(r!, t!)] : [percentOf(r!, t!), lessIsBetter(r!, t!), percentOf(t!, r!)]
    found.push(build(kode, c, [target, real], `${nama(c)} = ${nama(real)} / ${nama(target)} x 100`, sure(c, target, real), all))
  }
  if (!varied(c) || (!named && !c.persen && !small(c))) return found
  for (const [a, b] of pairs(before.length > 1 ? before : [...before, ...after])) {
    if (a.persen !== b.persen && !c.persen) continue
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const ofTwo = `${nama(x)} / ${nama(y)} x 100`
      found.push(build(PERSEN, c, [x, y], `${nama(c)} = ${ofTwo}`, 0, ([p, q]) => [percentOf(p!, q!)]))
      if (c.persen || named)
        found.push(build(PERSEN, c, [x, y], `${nama(c)} = (${nama(x)} − ${nama(y)}) / ${nama(y)} x 100`, 0, ([p, q]) => [growth(p!, q!), (v) => of(growth(p!, q!)(v), negative)])) // biome-ignore format: a call
    }
  }
  for (const one of before)
    if (one.persen && c.persen)
      found.push(build(SELISIH, c, [one], `${nama(c)} = 100 − ${nama(one)}`, 0, ([p]) => [(v) => kurang(seratus, v(p!))]))
  return found
}
const negative = (h: Hasil) => kali(tetap(ONE.negated()), h)
/** Headers over the wrong columns are common; a pair in one block with its capaian is not. */
const sure = (c: Lajur, target: Lajur, real: Lajur) =>
  sameBlock(target, real) && (sameBlock(real, c) || (c.tahun !== undefined && c.tahun === real.tahun)) ? 2 : 1
const sameBlock = (a: Lajur, b: Lajur) => a.blok === b.blok && (a.tahun ?? b.tahun) === (b.tahun ?? a.tahun)
const isReal = (l: Lajur) => REALISASI.test(l.jalur) && !(RATIO.test(l.nama) || l.nama === '%')

/** The nearest realisasi before the first percentage after it, and the target or budget before that. */
function partners(before: readonly Lajur[], c: Lajur, words: RegExp): [Lajur, Lajur] | undefined {
  const near = (l: Lajur, of: Lajur) => (l.tahun ?? of.tahun) === (of.tahun ?? l.tahun) && related(l, of)
  const real = before.findLast((l) => isReal(l) && near(l, c))
  if (!real || before.some((l) => l.nomor > real.nomor && (l.persen || REST.test(l.jalur)))) return undefined
  const target = before.findLast((l) => l.nomor < real.nomor && words.test(l.jalur) && !REALISASI.test(l.nama) && !RATIO.test(l.nama) && near(l, real)) // biome-ignore format: a question
  return target && [target, real]
}
/** Under one name, or under none: `Kinerja › Capaian` is not of `Realisasi`. */
const related = (a: Lajur, b: Lajur) =>
  a.blok === b.blok || a.blok === '' || b.blok === '' || (a.tahun === b.tahun && a.tahun !== undefined)

/** Budget, realisasi and what is left of it, before the percentage of that: its base may be either. */
function rests(before: readonly Lajur[], c: Lajur): [Lajur, Lajur, Lajur][] {
  if (!c.persen && !small(c)) return []
  const whole = before.filter((l) => !l.persen)
  return [...pairs(whole)].flatMap(([a, r]) =>
    whole.filter((d) => d.nomor > r.nomor && isRest(a, r, d)).map((d): [Lajur, Lajur, Lajur] => [a, r, d]),
  )
}
function isRest(a: Lajur, r: Lajur, d: Lajur): boolean {
  const rows = d.isi.flatMap((rest, n) => (rest && a.isi[n] && r.isi[n] ? [[a.isi[n], r.isi[n], rest] as const] : []))
  const kept = rows.filter(([p, q, x]) => !x.angka.nilai.isZero() && p.angka.nilai.minus(q.angka.nilai).eq(x.angka.nilai))
  return kept.length > 0 && kept.length * 2 >= rows.length
}
/** It has figures that could have been otherwise: not only 0 and 100. */
const varied = (c: Lajur) => c.isi.filter((p) => p && !p.angka.nilai.isZero() && !p.angka.nilai.eq(HUNDRED)).length > 1

/** Most of its figures can be percentages. */
function small(c: Lajur): boolean {
  const figures = c.isi.flatMap((p) => p?.angka.nilai.abs() ?? [])
  return figures.filter((f) => f.lt(1000)).length * 2 > figures.length
}

function products(near: readonly Lajur[], c: Lajur, build: Build): Hubungan[] {
  const before = near.filter((l) => l.nomor < c.nomor)
  return [...pairs(before)].flatMap(([a, b]) => {
    if (!PRODUCT.test(c.nama) || (!varied(c) && !WEIGHT.test(a.nama + b.nama))) return []
    const named = WEIGHT.test(a.nama) !== WEIGHT.test(b.nama) && /\bx\b|×/.test(c.nama)
    const both = ([p, q]: readonly Petak[]): Rumus[] => [
      (v) => of(bagi(kali(v(p!), v(q!)), seratus), (h) => h),
      (v) => kali(v(p!), v(q!)),
    ]
    return build(KALI, c, [a, b], `${nama(c)} = ${nama(a)} x ${nama(b)}`, named ? 2 : 0, both)
  })
}

function means(lajur: readonly Lajur[], c: Lajur, i: number, build: Build): Hubungan[] {
  const said = MEAN.test(c.nama)
  const left = lajur.slice(0, i)
  if (!said && !varied(c)) return []
  const lists = Array.from({ length: Math.max(0, left.length - 1) }, (_, k) => left.slice(-(k + 2)))
  const sameName = left.filter((l) => l.nama === c.nama && l.blok !== c.blok)
  if (sameName.length > 1) lists.push(sameName)
  return lists.map((parts) => {
    const named = said && /rata|rerata/.test(c.nama) && parts.every((p) => sameBlock(p, c)) && !WEIGHT.test(parts.map(nama).join())
    const whole = named && left.filter((l) => sameBlock(l, c)).length === parts.length
    const mean = (p: readonly Petak[]): Rumus[] => [(v) => rerata(p.map(v))]
    return build(RERATA, c, parts, `${nama(c)} = rata-rata ${names(parts, ', ')}`, whole ? 2 : 0, mean, true)
  })
}
