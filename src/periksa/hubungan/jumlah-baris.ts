// Rows that are the sum, or the mean, of other rows: by their words (`Jumlah`, `Total`, `Rata-rata`), as a last row without a
// name, or by arithmetic alone, subtotals within totals included; the total may also stand above its parts.
import { ZERO } from '../../platform/kernel/decimal.ts'
import { jumlah, rerata, tetap } from '../angka.ts'
import { letakSel } from '../naskah.ts'
import { type Ditimbang, type Hubungan, type Kejadian, type Rumus, timbang } from './hubungan.ts'
import type { Kisi, Lajur, Petak } from './kisi.ts'
import { oneSlip } from './slip.ts'

type Peran = 'jumlah' | 'rata' | 'sebutan' | undefined
/** Rows of one sum: the sum itself, and those it is made of. */
type Susunan = { readonly n: number; readonly bagian: readonly number[] }

export function jumlahBaris(kisi: Kisi): Hubungan[] {
  const { baris, kolom } = kisi
  if (baris.length < 3 || !kolom.length) return []
  const peran = baris.map((b, n) => peranOf(kisi, b, n))
  const above = totalsAbove(kisi, peran)
  const ranked = byNumbers(kisi, peran)
  const children = ranked.children.size ? ranked.children : above.children
  const covered = new Map<number, number>()
  const found: Hubungan[] = []
  for (const [n, as] of peran.entries()) {
    const tried = [...choices(kisi, n, peran, covered), ...tops(n, peran, children)]
      .map((bagian) => ({ ...timbang(sumOf(kisi, { n, bagian }, as)), bagian, mulai: bagian[0]! }))
      .filter((t) => t.cocok.length + t.gagal.length > 0)
    const best = chosen(tried)
    if (!best || (as === undefined && best.bukti < ALONE)) continue
    if (as !== 'rata' && best.bukti > 0) covered.set(n, best.mulai)
    else if (as === 'jumlah') covered.set(n, Math.min(n, (lastTotal(peran, n) ?? -1) + 1))
    const kept = best.bukti > 0 ? best : alone(best)
    if (as === 'jumlah' && best.bukti > 0) found.push(nothing(kisi, n, best))
    if (kept) found.push(kept, ...tried.filter((t) => t !== best && t.bukti > 0 && as !== undefined).map(confirmOnly))
  }
  return [...found, ...above.found, ...ranked.found]
}

/** What figures speak for; where none do, what stands since the last sum. */
function chosen<T extends Ditimbang>(tried: readonly T[]): T | undefined {
  const best = tried.toSorted((a, b) => worth(b) - worth(a))[0]
  return best && (best.bukti > 0 || best.gagal.length === 0) ? best : tried[0]
}

/** Digits that must agree before a row without such a name is taken for a sum. */
const ALONE = 8
const TOTAL = /^(?:sub[\s-]*|grand\s*|jumlah\s*)?(?:jumlah|total)\b/
const MEAN = /^(?:nilai\s+)?rata\s*-?\s*rata\b|^rerata\b/
/** `Jumlah peserta pelatihan yang hadir …` names something that is counted; `Jumlah Jabatan Struktural` closes a group. */
const COUNTED = /\b(?:yang|orang|laporan|dokumen|peserta|anggota|kegiatan|unit|persentase)\b/

/** Words of a name; a longer text that is not the first of its row says how something is reckoned. */
const LONGEST_NAME = 7
/** Under `Indikator` it is the name of one, unless it says no more than that. */
const BARE = /^(?:sub[\s-]*)?(?:jumlah|total)(?:\s+(?:total|semua|seluruhnya|keseluruhan))?$/

function peranOf(kisi: Kisi, baris: Kisi['baris'][number], n: number): Peran {
  const first = baris.isi.findIndex(Boolean)
  const words = baris.asal.sel.flatMap((s, c) =>
    s.asal.column === c && s.nilai.jenis === 'teks' && s.teks
      ? [{ c, teks: s.teks.replace(/\s+/g, ' ').trim().toLowerCase() }]
      : [],
  )
  const before = words.filter((w) => first < 0 || w.c < first)
  const at = before.findIndex(({ teks }) => TOTAL.test(teks) || MEAN.test(teks))
  const { teks = '', c = 0 } = before[at] ?? {}
  const isShort = teks.split(' ').length <= LONGEST_NAME
  const isIndikator = /indikator/i.test(baris.asal.sel[c]?.kolom.judul.at(-1) ?? '')
  if (MEAN.test(teks) && (at === 0 || isShort)) return 'rata'
  if (TOTAL.test(teks) && !COUNTED.test(teks) && isShort && (!isIndikator || BARE.test(teks))) return 'jumlah'
  const figures = new Set(baris.isi.flatMap((p, c) => (p ? [c] : [])))
  const unnamed = baris.asal.sel.every(
    (s, c) => figures.has(c) || s.asal.column !== c || s.teks === '' || s.nilai.jenis === 'status',
  )
  return unnamed && figures.size > 0 && n === kisi.baris.length - 1 ? 'sebutan' : undefined
}
const lastTotal = (peran: readonly Peran[], n: number) => {
  for (let i = n - 1; i >= 0; i--) if (peran[i] === 'jumlah') return i
  return undefined
}

/** Which rows a sum may be made of. */
function choices(kisi: Kisi, n: number, peran: readonly Peran[], covered: ReadonlyMap<number, number>): number[][] {
  const leaves = (from: number) => range(from, n).filter((i) => !peran[i])
  const lists: number[][] = []
  if (peran[n]) {
    const since = (lastTotal(peran, n) ?? -1) + 1
    const group = kisi.baris.findLastIndex((b, i) => i < n && b.asal.peran === 'group') + 1
    const mean = range(0, n).findLast((i) => peran[i] === 'rata')
    lists.push(leaves(since), leaves(0), leaves(group), stepping(n, 0, covered))
    if (peran[n] === 'rata') lists.push(leaves((mean ?? -1) + 1), sinceGap(kisi, n))
  } else lists.push(...byArithmetic(kisi, n, covered))
  const seen = new Set<string>()
  return lists.filter((l) => l.length > 1 && !seen.has(l.join()) && seen.add(l.join()))
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

/** Back from a row: a subtotal stands for the rows that it covers. */
function stepping(n: number, from: number, covered: ReadonlyMap<number, number>, most = Infinity): number[] {
  const rows: number[] = []
  for (let i = n - 1; i >= from && rows.length < most; i = (covered.get(i) ?? i) - 1) rows.push(i)
  return rows.reverse()
}
/** So far a sum without a name is sought: a table without end must not take time without end. */
const FAR = 80
/** Back to the last row without any figure. */
function sinceGap({ baris }: Kisi, n: number): number[] {
  const gap = baris.findLastIndex((b, i) => i < n && !b.isi.some(Boolean))
  return range(gap + 1, n)
}

/** The rows just above whose figures, in the column that says most, come to those of this row. */
function byArithmetic(kisi: Kisi, n: number, covered: ReadonlyMap<number, number>): number[][] {
  const pilot = pilotOf(kisi, n)
  if (!pilot) return []
  const target = pilot.isi[n]!.angka.nilai
  const rows = stepping(n, 0, covered, FAR).toReversed()
  let sum = target.minus(target)
  for (const [k, i] of rows.entries()) {
    const part = pilot.isi[i]?.angka.nilai
    if (part?.isNegative()) return []
    if (part) sum = sum.plus(part)
    if (sum.gt(target)) return []
    if (k > 0 && sum.eq(target)) return [rows.slice(0, k + 1).toReversed()]
  }
  return []
}
function pilotOf({ kolom }: Kisi, n: number): Lajur | undefined {
  const whole = kolom.filter((k) => !k.persen && k.isi[n] && k.isi[n].angka.nilai.gt(0))
  return whole.toSorted((a, b) => b.isi[n]!.angka.nilai.precision() - a.isi[n]!.angka.nilai.precision())[0]
}

/** The rows that belong to none above them, of those since the last sum, and of all. */
function tops(n: number, peran: readonly Peran[], children: ReadonlyMap<number, readonly number[]>): number[][] {
  if (!peran[n] || !children.size) return []
  const inner = new Set([...children.values()].flat())
  const outer = (from: number) => range(from, n).filter((i) => !peran[i] && !inner.has(i))
  return [outer((lastTotal(peran, n) ?? -1) + 1), outer(0)].filter((l) => l.length > 1)
}

type Bertingkat = { readonly found: Hubungan[]; readonly children: ReadonlyMap<number, readonly number[]> }

/** A row whose parts follow it, as in a budget: the program, then its activities. */
function totalsAbove(kisi: Kisi, peran: readonly Peran[]): Bertingkat {
  const children = new Map<number, readonly number[]>()
  const end = (n: number): number => (children.has(n) ? end(children.get(n)!.at(-1)!) : n)
  const found: Hubungan[] = []
  for (let n = kisi.baris.length - 3; n >= 0; n--) {
    const pilot = peran[n] === undefined ? pilotOf(kisi, n) : undefined
    if (!pilot) continue
    const target = pilot.isi[n]!.angka.nilai
    const rows: number[] = []
    let sum = target.minus(target)
    for (let i = n + 1; i < kisi.baris.length && sum.lt(target) && !peran[i] && rows.length < FAR; i = end(i) + 1) {
      sum = sum.plus(pilot.isi[i]?.angka.nilai ?? 0)
      rows.push(i)
    }
    if (rows.length < 2 || !sum.eq(target)) continue
    const tried = timbang(sumOf(kisi, { n, bagian: rows }, undefined))
    if (tried.bukti < ALONE) continue
    children.set(n, rows)
    found.push(tried)
  }
  return { found, children }
}

/** `1`, `1.1`, `1.1.1` down the first column, or numbered rows with unnumbered ones below: each is the sum of those under it. */
function byNumbers(kisi: Kisi, peran: readonly Peran[]): Bertingkat {
  const level = kisi.baris.map(({ asal }, n) => {
    const text = asal.sel[0]?.asal.column === 0 ? asal.sel[0].teks.trim() : ''
    if (peran[n]) return 0
    return /^(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\d+)*[.)]?$/i.test(text) ? text.replace(/[.)]$/, '').split('.').length : text === '' ? 99 : 0
  }) // biome-ignore format: a question
  const children = new Map<number, readonly number[]>()
  for (const [n, own] of level.entries()) {
    if (own === 0 || own === 99) continue
    const next = level.findIndex((l, i) => i > n && l <= own)
    const inside = range(n + 1, next < 0 ? level.length : next)
    const nearest = Math.min(...inside.map((i) => level[i]!))
    if (inside.length)
      children.set(
        n,
        inside.filter((i) => level[i] === nearest),
      )
  }
  const kejadian = kisi.kolom.map((k) => ({
    k,
    cases: [...children].flatMap(([n, rows]): Kejadian[] => {
      const [hasil, unsur] = [k.isi[n], rows.flatMap((i) => k.isi[i] ?? [])]
      return hasil && unsur.length && !k.persen ? [{ hasil, unsur, rumus: [(v) => jumlah(unsur.map(v))] }] : []
    }),
  }))
  const found = kejadian.flatMap(({ k, cases }): Hubungan[] =>
    cases.length > 1 ? [{ aturan: 'TABEL-JUMLAH', jenis: 'sum', sebutan: 'jumlah baris rinciannya', lajur: `rincian kolom ${k.nomor + 1}`, kata: 0, kejadian: cases }] : [],
  ) // biome-ignore format: a relation
  return found.length ? { found, children } : { found: [], children: new Map() }
}

const worth = (t: Ditimbang) => t.bukti + t.cocok.length / 10 - 4 * t.gagal.length

function sumOf(kisi: Kisi, { n, bagian }: Susunan, as: Peran): Hubungan {
  const kejadian = kisi.kolom.flatMap((k): Kejadian[] => {
    const hasil = k.isi[n]
    const unsur = bagian.flatMap((i) => k.isi[i] ?? [])
    if (!hasil || unsur.length < (as === 'rata' || (as === 'jumlah' && !hasil.persen) ? 1 : 2)) return []
    const sum = { hasil, unsur, rumus: [(nilai: (p: Petak) => ReturnType<typeof jumlah>) => jumlah(unsur.map(nilai))] }
    const mean = (nilai: (p: Petak) => ReturnType<typeof jumlah>) => rerata(unsur.map(nilai))
    if (as === 'rata') return [{ hasil, unsur, rumus: [mean], ...(k.persen ? {} : isMoney(unsur) ? SOFT : {}) }]
    // A mean in a row of sums stands among its parts, a sum does not; a percentage there is a ratio of the sums.
    const within = unsur.some((u) => u.angka.nilai.gte(hasil.angka.nilai)) && hasil.angka.desimal > 0
    const soft = (k.persen && (as !== 'sebutan' || within)) || within
    const kurang = bagian.filter((i) => unreadIn(kisi, i, k.nomor)).length
    const rumus = [...sum.rumus, ...(soft && as ? [mean] : []), ...(as ? acrossBlocks(kisi, k, bagian) : [])]
    const saran = () => astray(kisi, n, bagian, k, unsur)
    const lunak = soft || farOff(hasil, unsur) || movedRows(kisi, n, bagian, k)
    return [{ ...sum, kurang, saran, rumus, ...(lunak ? SOFT : {}) }]
  })
  const rows = `baris ${n + 1}`
  return {
    aturan: as === 'rata' ? 'TABEL-RERATA' : 'TABEL-JUMLAH',
    jenis: as === 'rata' ? 'average' : 'sum',
    sebutan: as === 'rata' ? 'rata-rata baris di atasnya' : 'jumlah baris-barisnya',
    lajur: rows,
    kata: as === 'jumlah' || as === 'rata' ? 2 : as ? 1 : 0,
    ...(as === 'sebutan' ? { tanpaNama: true } : {}),
    kejadian,
  }
}
/** Where a total prints a dash and every part of it prints one too: nothing and nothing is nothing. */
function nothing({ baris }: Kisi, n: number, { bagian }: Pick<Susunan, 'bagian'>): Hubungan {
  const dash = (i: number, c: number): Petak | undefined => {
    const { asal, tabel } = baris[i]!
    const sel = asal.sel[c]
    if (!sel || sel.asal.column !== c || !/^[-–]$/.test(sel.teks.trim())) return undefined
    const angka = { nilai: ZERO, desimal: 0, tercetak: sel.teks, keyakinan: 1, di: sel.di }
    return { angka, hasil: tetap(ZERO), lain: [], persen: false, keyakinan: 1, letak: letakSel(tabel, asal, c) }
  }
  const kejadian = (baris[n]?.asal.sel ?? []).flatMap((_, c): Kejadian[] => {
    const [hasil, unsur] = [dash(n, c), bagian.flatMap((i) => dash(i, c) ?? [])]
    const blank = bagian.filter((i) => baris[i]!.asal.sel[c]?.teks.trim() === '').length
    return hasil && unsur.length && unsur.length + blank === bagian.length
      ? [{ hasil, unsur, rumus: [(v) => jumlah(unsur.map(v))], lunak: true }]
      : []
  })
  return {
    aturan: 'TABEL-JUMLAH',
    jenis: 'sum',
    sebutan: 'jumlah baris-barisnya',
    lajur: `nihil, baris ${n + 1}`,
    kata: 2,
    kejadian,
  }
}
/** `Kebutuhan` of every kind of post together: one figure for all columns of one name. */
function acrossBlocks({ kolom }: Kisi, k: Lajur, bagian: readonly number[]): Rumus[] {
  const names = new Set(kolom.filter((l) => !l.persen && l.nama !== '' && l.persen === k.persen).map((l) => l.nama))
  return [...names].flatMap((nama): Rumus[] => {
    const lanes = kolom.filter((l) => l.nama === nama)
    const parts = lanes.flatMap((l) => bagian.flatMap((i) => l.isi[i] ?? []))
    return lanes.length > 1 ? [(v) => jumlah(parts.map(v))] : []
  })
}
/** The rows lost a cell and stand one column to the left or right of their sum, which no other sum claims. */
function movedRows(kisi: Kisi, n: number, bagian: readonly number[], k: Lajur): boolean {
  return [-1, 1].some((oleh) => {
    const beside = kisi.kolom.find((l) => l.nomor === k.nomor + oleh)
    const parts = bagian.flatMap((i) => beside?.isi[i] ?? [])
    if (!beside || beside.isi[n] || parts.length < bagian.length) return false
    return parts.reduce((a, p) => a.plus(p.angka.nilai), ZERO).eq(k.isi[n]!.angka.nilai)
  })
}
/** As much as is too much here stands as a sum in a column without parts: a figure was printed in the wrong column. */
function astray({ kolom }: Kisi, n: number, bagian: readonly number[], k: Lajur, unsur: readonly Petak[]): string {
  const over = unsur.reduce((a, u) => a.plus(u.angka.nilai), ZERO).minus(k.isi[n]!.angka.nilai)
  if (over.lte(0) || !unsur.some((u) => u.angka.nilai.eq(over))) return ''
  const empty = kolom.find((l) => l.isi[n]?.angka.nilai.eq(over) && !bagian.some((i) => l.isi[i]))
  return empty ? ` Kolom ${empty.nomor + 1} berjumlah ${empty.isi[n]!.angka.tercetak} tanpa rincian: tampaknya satu angka di kolom ${k.nomor + 1} seharusnya berada di kolom ${empty.nomor + 1}.` : '' // biome-ignore format: a sentence
}
/** A row holds figures, and here nothing, not even a dash, or what could not be read. */
function unreadIn({ baris }: Kisi, n: number, c: number): boolean {
  const { asal, isi } = baris[n]!
  const sel = asal.sel[c]
  return sel !== undefined && !isi[c] && isi.some(Boolean) && (sel.teks.trim() === '' || /\d/.test(sel.teks))
}
/** Nothing like a sum of them, and no slip of one digit either: it says something else. */
function farOff({ angka: { nilai } }: Petak, unsur: readonly Petak[]): boolean {
  const sum = unsur.reduce((a, u) => a.plus(u.angka.nilai), nilai.minus(nilai))
  if (nilai.lte(0) || (nilai.times(3).gte(sum) && nilai.lte(sum.times(3)))) return false
  return Math.abs(nilai.abs().toFixed().length - sum.abs().toFixed().length) > 1 || !oneSlip(nilai.toFixed(), sum.toFixed())
}
const SOFT = { lunak: true } as const
const isMoney = (unsur: readonly Petak[]) => unsur.some((u) => u.angka.nilai.gt(1_000_000))

/** Where no column confirms a row that is called a sum, only what comes near one is an exception; the rest is something else. */
function alone(t: Ditimbang): Ditimbang | undefined {
  const near = t.gagal.filter(({ hasil, unsur }) => {
    const sum = unsur.reduce((a, u) => a.plus(u.angka.nilai), hasil.angka.nilai.minus(hasil.angka.nilai))
    const [printed, factor] = [hasil.angka.nilai, t.jenis === 'average' ? unsur.length : 1]
    return printed.times(factor).times(2).gte(sum) && printed.times(factor).lte(sum.times(2)) && printed.gt(0)
  })
  const enough = t.kata === 2 || (near.length > 0 && near.every((k) => k.unsur.length > 2))
  if (t.cocok.length) return { ...t, gagal: near }
  return near.length && enough ? { ...t, kata: 2, gagal: near } : undefined
}
const confirmOnly = (t: Ditimbang): Hubungan => ({
  ...t,
  lajur: `${t.lajur}, susunan lain`,
  kejadian: t.cocok.map((c) => ({ ...c, lunak: true })),
})
