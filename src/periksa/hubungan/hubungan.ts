// A relation that figures of a table may keep, row by row: a column that is the sum of two others, a row that is the sum of
// those above it. Whether it is one is told by how many rows keep it, how many digits agree, and what the headers say.
import { type Decimal, HUNDRED, ZERO } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, banyakAngka, type Hasil } from '../angka.ts'
import { type Hitungan, hitung } from '../aturan.ts'
import type { Temuan } from '../temuan.ts'
import { hasilDari, type Petak } from './kisi.ts'

export type Rumus = (nilai: (petak: Petak) => Hasil) => Hasil | undefined
/** One place where the relation should hold. */
export type Kejadian = {
  readonly hasil: Petak
  readonly unsur: readonly Petak[]
  /** Any of them will do: by polarity, by either base. */
  readonly rumus: readonly Rumus[]
  /** It is confirmed where it holds; where it does not, that says nothing. */
  readonly lunak?: true
  /** The same with the row moved to the left or right, where a merged cell was lost. */
  readonly geser?: () => readonly Geseran[]
  /** What else may explain that it does not hold, in a sentence. */
  readonly saran?: () => string
  /** How many cells of its parts are blank or could not be read, though their rows hold figures. */
  readonly kurang?: number
}
export type Geseran = { readonly oleh: number; readonly kejadian: Kejadian }
export type Hubungan = {
  readonly aturan: string
  readonly jenis: Temuan['jenis']
  /** `kolom 5 = kolom 4 / kolom 3 x 100`. */
  readonly sebutan: string
  /** What makes the results comparable: one best relation speaks for each. */
  readonly lajur: string
  /** A sum in a row without a name. */
  readonly tanpaNama?: true
  /** Its columns by number, where the header names them as something else. */
  readonly ucapan?: string
  /** What the words say: 0 nothing, 1 it is likely, 2 it is so. */
  readonly kata: 0 | 1 | 2
  /** Made one after the other: most relations are given up after a few. */
  readonly kejadian: Iterable<Kejadian>
}
export type Dinilai = Kejadian & {
  readonly cocok: boolean
  readonly hitungan: Hitungan
  readonly bukti: number
  /** How far the printed figure is from the result, as a part of the larger. */
  readonly jauh: Decimal
}
export type Ditimbang = Hubungan & {
  readonly cocok: readonly Dinilai[]
  readonly gagal: readonly Dinilai[]
  /** Digits that agree and need not have. */
  readonly bukti: number
  /** How many figures in other tables of the paper keep the same relation. */
  readonly lain?: number
}

/** What `at` makes of each of so many rows, made when it is asked for. */
export function satuDemiSatu(length: number, at: (n: number) => readonly Kejadian[]): Iterable<Kejadian> {
  return {
    *[Symbol.iterator]() {
      for (let n = 0; n < length; n++) yield* at(n)
    },
  }
}

/** Tries a relation on all its places; gives up early where nothing speaks for it. */
export function timbang(hubungan: Hubungan): Ditimbang {
  const cocok: Dinilai[] = []
  const gagal: Dinilai[] = []
  const shifts = new Set<number>()
  let bukti = 0
  for (const kejadian of hubungan.kejadian) {
    const straight = nilai(kejadian)
    const moved = straight?.cocok || (bukti === 0 && hubungan.kata === 0) ? undefined : shifted(kejadian)
    if (moved) shifts.add(moved.oleh)
    const dinilai = moved?.dinilai ?? straight
    if (!dinilai) continue
    if (dinilai.cocok) {
      cocok.push(dinilai)
      bukti += dinilai.bukti
    } else if (!kejadian.lunak) gagal.push(dinilai)
    if (hubungan.kata === 0 && gagal.length > (bukti > 0 ? 2 + cocok.length / 2 : 1)) break
  }
  return { ...hubungan, cocok, gagal: gagal.map((g) => nearest(g, shifts)), bukti }
}

/** Digits that a row must bring along before it is taken to have lost a cell. */
const MOVED = 4
function shifted(kejadian: Kejadian): { oleh: number; dinilai: Dinilai } | undefined {
  for (const { oleh, kejadian: moved } of kejadian.geser?.() ?? []) {
    const dinilai = nilai(moved)
    if (dinilai?.cocok && dinilai.bukti >= MOVED) return { oleh, dinilai }
  }
  return undefined
}
/** An exception of a row that may be moved as others of its table are: as it comes nearest. */
function nearest(gagal: Dinilai, shifts: ReadonlySet<number>): Dinilai {
  if (!shifts.size) return gagal
  const moved = (gagal.geser?.() ?? []).flatMap((g) => (shifts.has(g.oleh) ? (nilai(g.kejadian) ?? []) : []))
  return [gagal, ...moved].toSorted((a, b) => a.jauh.cmp(b.jauh))[0]!
}

/** Whether it would hold if one figure were another. */
export function berlakuDengan({ hasil, unsur, rumus }: Kejadian, petak: Petak, angka: Angka): boolean {
  const printed = hasil === petak ? angka : hasil.angka
  const read = (p: Petak) => (p === petak ? hasilDari(p.persen, angka) : p.hasil)
  return [hasil, ...unsur].includes(petak) && rumus.some((one) => {
    const result = one(read)
    return result !== undefined && agreement(printed, result) !== null
  }) // biome-ignore format: a question
}

type Baca = (petak: Petak) => Hasil
type Tercoba = { readonly angka: Angka; readonly result: Hasil; readonly cocok: boolean }

/** With the figures as they are read; where that fails, with one of them read the other way. */
function nilai(kejadian: Kejadian): Dinilai | undefined {
  const { hasil, unsur, rumus } = kejadian
  const plain: Baca = (p) => p.hasil
  const printed = reckon(rumus, hasil.angka, plain)
  if (!printed || printed.cocok) return printed && new Putusan(kejadian, printed)
  for (const other of hasil.lain) {
    const found = reckon(rumus, other, plain)
    if (found?.cocok) return new Putusan(kejadian, found)
  }
  for (const one of unsur)
    for (const other of one.lain) {
      const found = reckon(rumus, hasil.angka, (p) => (p === one ? hasilDari(p.persen, other) : p.hasil))
      if (found?.cocok) return new Putusan(kejadian, found)
    }
  return new Putusan(kejadian, printed)
}

/** What holds, else what is tried first. */
function reckon(rumus: readonly Rumus[], angka: Angka, read: Baca): Tercoba | undefined {
  let first: Hasil | undefined
  for (const one of rumus) {
    const result = one(read)
    if (!result) continue
    if (agreement(angka, result)) return { angka, result, cocok: true }
    first = nearer(first, result, angka)
  }
  return first && { angka, result: first, cocok: false }
}

/** Of a difference taken either way round, the one with the printed sign; else what is tried first. */
function nearer(first: Hasil | undefined, result: Hasil, { nilai }: Angka): Hasil {
  if (!first) return result
  const opposite = !result.nilai.isZero() && first.nilai.eq(result.nilai.negated())
  return opposite && result.nilai.isNegative() === nilai.isNegative() ? result : first
}

/** What is said of it is made when it is asked for: most of what is tried is dropped. Spread, it is a `Kejadian` and no more. */
class Putusan implements Dinilai {
  readonly hasil: Petak
  readonly unsur: readonly Petak[]
  readonly rumus: readonly Rumus[]
  readonly lunak: Kejadian['lunak']
  readonly geser: Kejadian['geser']
  readonly saran: Kejadian['saran']
  readonly kurang: Kejadian['kurang']
  readonly cocok: boolean
  readonly bukti: number
  readonly #angka: Angka
  readonly #result: Hasil

  constructor(kejadian: Kejadian, { angka, result, cocok }: Tercoba) {
    this.hasil = kejadian.hasil
    this.unsur = kejadian.unsur
    this.rumus = kejadian.rumus
    this.lunak = kejadian.lunak
    this.geser = kejadian.geser
    this.saran = kejadian.saran
    this.kurang = kejadian.kurang
    this.cocok = cocok
    this.bukti = cocok ? buktiOf(angka, result, kejadian.unsur) : 0
    this.#angka = angka
    this.#result = result
  }
  get hitungan() {
    return hitung(this.#angka, this.#result, this.hasil.letak)
  }
  get jauh() {
    return this.cocok ? ZERO : farness(this.#angka, this.#result)
  }
}

/** A result that could not have been otherwise proves nothing: 0, 100, or one of the figures it was made from. */
function buktiOf(angka: Angka, { min, maks }: Hasil, unsur: readonly Petak[]): number {
  const { nilai } = angka
  if (nilai.isZero() || nilai.eq(HUNDRED) || unsur.some((u) => u.angka.nilai.abs().eq(nilai.abs()))) return 0
  const width = maks.minus(min)
  const digits = banyakAngka(angka)
  return width.isZero() ? digits : Math.max(0, Math.min(digits, nilai.div(width).abs().e))
}
function farness({ nilai }: Angka, { nilai: result }: Hasil): Decimal {
  const [a, b] = [nilai.abs(), result.abs()]
  return nilai
    .minus(result)
    .abs()
    .div(a.gt(b) ? a : b)
}

/** Digits that a relation must explain before it is one: as many as there are ways to find one by chance. */
const ENOUGH = 6
/** Where no word says so. */
const ENOUGH_ALONE = 8

/** It is worth telling that its figures agree. */
export function berlaku({ cocok, gagal, bukti, kata }: Ditimbang): boolean {
  if (!cocok.length) return false
  const telling = cocok.filter((c) => c.bukti > 0).length
  if (kata === 0) return telling > 0 && gagal.length * 2 <= telling && bukti >= (telling > 1 ? ENOUGH : ENOUGH_ALONE)
  return cocok.length >= gagal.length && bukti + 3 * kata >= (telling ? 3 : 6)
}

/** Its exceptions are worth a finding. */
export function bersuara(h: Ditimbang): boolean {
  const telling = h.cocok.filter((c) => c.bukti > 0).length
  const much = h.bukti >= 2 * ENOUGH_ALONE
  if (h.kata === 0) return berlaku(h) && (telling >= 3 || much) && gagalFew(h, telling + elsewhere(h), much ? 2 : 3)
  if (h.kata === 1) return berlaku(h) && telling > 0 && h.gagal.length <= telling
  return h.cocok.length + 3 >= h.gagal.length
}
/** What other tables say counts, but not without limit. */
const elsewhere = ({ lain = 0 }: Ditimbang) => Math.min(lain, 6)
const gagalFew = ({ gagal }: Ditimbang, telling: number, share: number) => gagal.length * share <= telling

const WORTH = { 0: 0, 1: 1.5, 2: 2.5 } as const
/** How sure an exception is: by how many keep the relation, and how few do not. */
export function keyakinanOf(h: Ditimbang): number {
  const { cocok, gagal, kata } = h
  const telling = cocok.filter((c) => c.bukti > 0).length
  const speaks = telling + 0.3 * (cocok.length - telling) + WORTH[kata] + 0.5 * elsewhere(h)
  return Math.min(0.97, speaks / (speaks + 0.5 * gagal.length))
}
