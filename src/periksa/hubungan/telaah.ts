// A table looked through once for every relation its figures keep; then its exceptions, each said once, of the figure that
// explains most of them.

import { type Place, placeInWords } from '../../platform/documents/blocks/paper.ts'
import { type Decimal, formatDecimal, HUNDRED, parseDecimal, round, toText } from '../../platform/kernel/decimal.ts'
import { terbaca } from '../angka.ts'
import type { Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import type { Naskah, Tabel } from '../naskah.ts'
import { antarTabel } from './antar-tabel.ts'
import { batasIn, dibatasi } from './batas.ts'
import { bagianKisi } from './daftar.ts'
import { berlaku, berlakuDengan, bersuara, type Dinilai, type Ditimbang, type Hubungan, keyakinanOf, timbang } from './hubungan.ts'
import { berlanjut, kisiOf, type Petak, sambung } from './kisi.ts'

type Milik = Catatan & { readonly aturan: string }
const read = new WeakMap<Naskah, readonly Milik[]>()

/** What one rule sees in a paper; the tables are looked through only once for all of them. */
export function catatanOf(naskah: Naskah, aturan: string): Catatan {
  if (!read.has(naskah)) read.set(naskah, telaahNaskah(naskah))
  const notes = read.get(naskah)!.filter((m) => m.aturan === aturan)
  return { hitungan: notes.flatMap((m) => m.hitungan), temuan: notes.flatMap((m) => m.temuan) }
}

type Gagal = { readonly dinilai: Dinilai; readonly hubungan: Ditimbang }

function telaahNaskah(naskah: Naskah): Milik[] {
  const { tabel, paper } = naskah
  const doubts = new Map(paper.doubts.map((d) => [placeInWords(d.at), d.confidence]))
  const ragu = (di: Place) => doubts.get(placeInWords(di)) ?? 1
  const grids = whole(tabel)
    .map((parts) => ({ parts, kisi: sambung(parts.map((t) => kisiOf(t, ragu))) }))
    .filter(({ kisi }) => kisi.kolom.length)
  const batasOf = batasIn(naskah)
  const within = grids.map(({ parts, kisi }) => bagianKisi.flatMap((cari) => kept(cari(kisi), batasOf(parts))))
  const weighed = [...within, kept(antarTabel(grids.map((g) => g.kisi)))]
  const elsewhere = supportOf(weighed.flat())
  return weighed.flatMap((list) => telaah(list, elsewhere))
}

/** Tables with those that they go on in. */
function whole(tabel: readonly Tabel[]): (readonly Tabel[])[] {
  const groups: Tabel[][] = []
  for (const t of tabel) {
    const open = groups.at(-1)
    if (open && berlanjut(open.at(-1)!, t)) open.push(t)
    else groups.push([t])
  }
  return groups
}

/** How many figures of the whole paper keep a relation of that name: a table goes on after a page, a form is used again. */
function supportOf(list: readonly Ditimbang[]): (h: Ditimbang) => number {
  const support = new Map<string, number>()
  for (const h of list) if (berlaku(h)) support.set(h.sebutan, (support.get(h.sebutan) ?? 0) + tellingOf(h))
  // Only columns are known by their names; a row that is a sum says nothing of another.
  return (h) => (h.lajur.startsWith('kolom') ? (support.get(h.sebutan) ?? 0) - (berlaku(h) ? tellingOf(h) : 0) : 0)
}
const tellingOf = (h: Ditimbang) => h.cocok.filter((c) => c.bukti > 0).length

function telaah(list: readonly Ditimbang[], elsewhere: (h: Ditimbang) => number): Milik[] {
  const weighed = list.map((h) => ({ ...h, lain: elsewhere(h) }))
  const holding = weighed.filter(berlaku)
  const notes = holding.flatMap((h): Milik[] => [{ aturan: h.aturan, hitungan: h.cocok.map((c) => c.hitungan), temuan: [] }])
  const confirmed = new Map<Petak, number>()
  const results = new Set<Petak>()
  for (const h of holding)
    for (const c of h.cocok) {
      if (c.bukti === 0) continue
      results.add(c.hasil)
      for (const p of [c.hasil, ...c.unsur]) confirmed.set(p, (confirmed.get(p) ?? 0) + 1)
    }
  const failing = best(weighed.filter(bersuara)).flatMap((hubungan) =>
    hubungan.gagal.filter((g) => !results.has(g.hasil)).map((dinilai): Gagal => ({ dinilai, hubungan })),
  )
  return [...notes, ...causes(failing, confirmed).map(say), ...holding.flatMap(dasarEfisiensi)]
}
/** A rest in percent of what was spent, where the rest is of the budget: with the share that was spent it is not 100. */
function dasarEfisiensi(h: Ditimbang): Milik[] {
  if (h.jenis !== 'ratio') return []
  const isRest = ([a, r, d]: readonly Petak[]) => a && r && d && a.angka.nilai.minus(r.angka.nilai).eq(d.angka.nilai)
  const other = h.cocok.filter(
    (c) =>
      !c.lunak && c.unsur.length === 3 && isRest(c.unsur) && !c.hitungan.rumus.includes(` / ${toText(c.unsur[0]!.angka.nilai)})`),
  )
  const [first, ...more] = other
  if (!first) return []
  const [pagu, real, rest] = first.unsur.map((p) => p.angka.nilai) as [Decimal, Decimal, Decimal]
  const [right, spent] = [rest, real].map((part) => round(part.div(pagu).times(HUNDRED), 2)) as [Decimal, Decimal]
  const { hasil } = first
  const others = more.length ? ` Begitu pula ${more.length} angka lain pada tabel ini.` : ''
  const temuan: TemuanNaskah = {
    di: hasil.angka.di,
    jenis: 'ratio',
    berat: 'sedang',
    // The figure is what its own reckoning says: `reviu.ts` lowers it for that.
    keyakinan: 1,
    letak: hasil.letak,
    tercetak: pendek(hasil.angka.tercetak),
    seharusnya: printedAs(right, hasil),
    penjelasan: `Tercetak ${pendek(hasil.angka.tercetak)} = ${terbaca(first.hitungan.rumus)}: sisa dibagi realisasi. Atas anggaran besarnya ${formatDecimal(right, 2)}; serapan ${formatDecimal(spent, 2)} ditambah angka yang tercetak menjadi ${formatDecimal(spent.plus(hasil.angka.nilai), 2)}, bukan 100. Sebutkan dasarnya, atau hitung atas anggaran.${others}`,
    terkait: other.flatMap((c) => [c.hasil.angka.di]),
  }
  return [{ aturan: 'EFISIENSI-DASAR', hitungan: [], temuan: [temuan] }]
}

/** Of all that is tried, what holds or speaks; the rest is forgotten at once. */
function kept(list: readonly Hubungan[], batas?: Decimal): Ditimbang[] {
  return list.flatMap((h) => {
    const weighed = dibatasi(timbang(h), batas)
    return berlaku(weighed) || bersuara(weighed) ? { ...weighed, kejadian: [] } : []
  })
}

/** Of several relations that one column may keep, the one that most of it keeps. */
function best(list: readonly Ditimbang[]): Ditimbang[] {
  const byLane = Map.groupBy(list, (h) => h.lajur)
  const worth = (h: Ditimbang) => h.bukti + h.cocok.length / 10 + 3 * h.kata - 4 * h.gagal.length
  return [...byLane.values()].map((all) => all.toSorted((a, b) => worth(b) - worth(a))[0]!)
}

type Sebab = { readonly petak: Petak; readonly nilai?: Decimal; readonly gagal: readonly [Gagal, ...Gagal[]] }
/** One figure that, put right, would mend several exceptions is what is said; every other exception is said of its result. */
function causes(failing: readonly Gagal[], confirmed: ReadonlyMap<Petak, number>): Sebab[] {
  const found: Sebab[] = []
  let left = [...failing]
  const cells = new Set(failing.flatMap((g) => members(g.dinilai)))
  const common = [...cells].flatMap((petak): Sebab[] => {
    const around = left.filter((g) => members(g.dinilai).includes(petak))
    if (around.length < 2) return []
    const tried = around.flatMap((g) => solutions(g.dinilai, petak)).map((nilai) => ({ nilai, gagal: around.filter((g) => mends(g.dinilai, petak, nilai)) })) // biome-ignore format: a step
    const best = tried.toSorted((a, b) => b.gagal.length - a.gagal.length)[0]
    const [first, ...more] = best?.gagal ?? []
    if (!first || !more.length || best!.gagal.length <= (confirmed.get(petak) ?? 0)) return []
    return [{ petak, nilai: best!.nilai, gagal: [first, ...more] }]
  })
  for (const sebab of common.toSorted((a, b) => b.gagal.length - a.gagal.length)) {
    if (!sebab.gagal.every((g) => left.includes(g))) continue
    found.push(sebab)
    left = left.filter((g) => !sebab.gagal.includes(g))
  }
  return [...found, ...left.map((g): Sebab => ({ petak: g.dinilai.hasil, gagal: [g] }))]
}
/** What a figure would have to be for one relation: exactly where it is added, as printed where it is divided. */
function solutions({ hasil, unsur, hitungan }: Dinilai, petak: Petak): Decimal[] {
  const [result, printed, own] = [parseDecimal(hitungan.dihitung), hasil.angka.nilai, petak.angka.nilai]
  if (petak === hasil) return [round(result, petak.angka.desimal)]
  const off = printed.minus(result)
  const scaled = result.isZero() || printed.isZero() ? [] : [own.times(printed).div(result), own.times(result).div(printed)]
  const added = [own.plus(off), own.minus(off), own.plus(off.times(unsur.length))]
  return [...added, ...scaled.map((v) => round(v, petak.angka.desimal))].filter((v) => v.gte(0) || own.isNegative())
}
const mends = (dinilai: Dinilai, petak: Petak, nilai: Decimal) => berlakuDengan(dinilai, petak, { ...petak.angka, nilai })
const members = ({ hasil, unsur }: Dinilai): Petak[] => [hasil, ...unsur]

function say({ petak, nilai, gagal }: Sebab): Milik {
  const [first] = gagal.toSorted((a, b) => Number(b.dinilai.hasil === petak) - Number(a.dinilai.hasil === petak))
  const { dinilai, hubungan } = first!
  const own = dinilai.hasil === petak
  const sentences = gagal.slice(0, 3).map((g) => sentence(g))
  const mended = nilai ? ` dengan ${printedAs(nilai, petak)} semuanya cocok.` : '.'
  const more = own ? [] : [`Penyebabnya tampaknya ${pendek(petak.angka.tercetak)} (${petak.letak}):${mended}`]
  const temuan: TemuanNaskah = {
    di: petak.angka.di,
    jenis: hubungan.jenis,
    berat: beratOf(dinilai, hubungan),
    keyakinan:
      Math.round(
        Math.min(
          ...gagal.map((g) => keyakinanOf(g.hubungan) * (g.dinilai.kurang ? PARTLY : 1) * (capped(g) ? CAPPED : 1)),
          readingOf(dinilai),
        ) * 100,
      ) / 100,
    letak: own && hubungan.tanpaNama ? tanpaNama(petak.letak) : petak.letak,
    tercetak: pendek(petak.angka.tercetak),
    seharusnya: own ? (blank(dinilai) || dinilai.saran?.() ? null : shown(dinilai)) : nilai ? printedAs(nilai, petak) : null,
    penjelasan: [...sentences, ...more].join(' '),
    terkait: [...new Set(gagal.flatMap((g) => members(g.dinilai).map((p) => p.angka.di)))],
    ...(gagal.length === 1 ? { dengan: holdsWith(dinilai) } : {}),
  }
  const hitungan: Hitungan[] = gagal.map((g) => g.dinilai.hitungan)
  return { aturan: hubungan.aturan, hitungan, temuan: [temuan] }
}

function sentence({ dinilai, hubungan }: Gagal): string {
  const { hitungan, hasil, unsur } = dinilai
  const others = hubungan.cocok.filter((c) => c.bukti > 0).length
  const name = hubungan.ucapan ? `${hubungan.ucapan}; judul kolomnya menyebut hal lain` : hubungan.sebutan
  const support = others ? ` Hubungan ini (${name}) dipenuhi ${others} angka lain pada tabel ini.` : ` (${name}.)`
  const real = hubungan.aturan === 'TABEL-CAPAIAN' && unsur[1]?.angka.nilai.eq(hasil.angka.nilai) ? ', yaitu realisasinya' : ''
  const reckoned = `Tercetak ${pendek(hitungan.tercetak)}${real}, sedangkan ${terbaca(hitungan.rumus)} = ${shown(dinilai)}.`
  return `${reckoned}${support}${missing(dinilai)}${dinilai.saran?.() ?? ''}${capped({ dinilai, hubungan }) ? ' Bila capaian memang dibatasi, sebutkan batasnya.' : ''}`
}
/** Offices cap capaian at one of these; a paper that does should say so (`batas.ts`). */
const CAPS: ReadonlySet<string> = new Set(['100', '110', '120', '125', '150'])
const capped = ({ dinilai: { hasil, hitungan }, hubungan }: Gagal) =>
  hubungan.aturan === 'TABEL-CAPAIAN' && CAPS.has(hasil.angka.nilai.toFixed()) && parseDecimal(hitungan.dihitung).gt(hasil.angka.nilai) // biome-ignore format: a question
/** What blank cells among the parts may hold. */
function missing(dinilai: Dinilai): string {
  if (!dinilai.kurang) return ''
  const cells = ` ${dinilai.kurang} sel rinciannya kosong atau tidak terbaca`
  const rest = printedAs(dinilai.hasil.angka.nilai.minus(dinilai.hitungan.dihitung), dinilai.hasil)
  return blank(dinilai) ? `${cells}; bila isinya ${rest}, jumlahnya cocok. Isi sel itu, atau perbaiki jumlahnya.` : `${cells}.`
}
/** The sum is larger than what is printed of its parts, of which some are blank: those may be what is wrong. */
const blank = ({ kurang, hasil, hitungan }: Dinilai) => Boolean(kurang) && hasil.angka.nilai.gt(hitungan.dihitung)

/** Whether the exception would be none if the figure at a place were another. */
const holdsWith = (dinilai: Dinilai) => (di: Place, nilai: Decimal) =>
  members(dinilai).some((p) => p.angka.di === di && mends(dinilai, p, nilai))

/** A last row without a name is not the one above it. */
const tanpaNama = (letak: string) => letak.replace(/, baris ".*"$/s, ', baris jumlah')

/** A figure without the remark that stands in its cell. */
const pendek = (teks: string) => (teks.length > 30 ? teks.replace(/\s*\(?\p{L}{3,}.*$/su, '') || teks : teks)

/** As the paper would print it. */
const shown = ({ hasil, hitungan }: Dinilai): string => printedAs(parseDecimal(hitungan.dihitung), hasil)
function printedAs(nilai: Decimal, { angka, persen }: Petak): string {
  const places = Math.max(angka.desimal, Math.min(2, nilai.decimalPlaces()))
  return `${formatDecimal(nilai, places)}${persen && angka.tercetak.includes('%') ? '%' : ''}`
}

const beratOf = ({ hasil, hitungan }: Dinilai, { jenis }: Hubungan): TemuanNaskah['berat'] => {
  const printed = hasil.angka.nilai
  const off = printed.minus(hitungan.dihitung).abs()
  if (off.lte(printed.abs().times('0.001'))) return 'rendah'
  return jenis === 'sum' || off.gt(printed.abs().times('0.05')) ? 'tinggi' : 'sedang'
}
/** Where parts of a sum are blank or were not read. */
const PARTLY = 0.7
/** Two readings are possible. */
const CAPPED = 0.8
/** A doubtful reading, unless what else it could be was tried too. */
const readingOf = (d: Dinilai) => Math.min(...members(d).map((p) => p.keyakinan))
