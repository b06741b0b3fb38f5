// What a paper says, indexed once for every rule that looks for the same thing in two places: the figures of its tables with
// the names of their rows, what their columns measure and of which year; and the figures of its prose. Pure.

import { type Place, placeInCell, type ReadBlock } from '../platform/documents/blocks/paper.ts'
import { findDecimal } from '../platform/kernel/decimal.ts'
import { readPrinted } from '../platform/kernel/printed-value.ts'
import { BULAN } from '../platform/kernel/time.ts'
import { type Angka, angkaOf } from './angka.ts'
import { kataOf, kunciOf } from './kata.ts'
import { kenali } from './kenali.ts'
import { type Baris, type Kolom, letakSel, type Naskah, namaTabel, type Tabel } from './naskah.ts'

/** A figure in a table: of which row, what it measures (`target`, `anggaran realisasi`), of which year. */
export type FaktaSel = {
  readonly tabel: Tabel
  readonly baris: Baris
  readonly kolom: Kolom
  readonly angka: Angka
  readonly letak: string
  /** The words that name its row, without numbering. */
  readonly nama: string
  /** The same as they are printed. */
  readonly sebutan: string
  readonly ukuran: string
  readonly tahun?: number
  /** `kolom` and `judul`: the paper says the year; without either it is taken for the year of the report. */
  readonly tahunDari: 'kolom' | 'judul' | 'laporan'
}
/** A run of prose: a paragraph, an item of a list, a heading, a long cell. */
export type Teks = {
  readonly teks: string
  readonly bagian: string
  readonly blok: number
  readonly jenis: ReadBlock['kind']
  readonly placeAt: (offset: number) => Place
}
/** A figure in prose. */
export type FaktaTeks = {
  readonly dalam: Teks
  readonly angka: Angka
  readonly awal: number
  readonly akhir: number
  readonly satuan: 'Rp' | '%' | undefined
  readonly letak: string
}
export type Fakta = {
  /** The year that the report is about. */
  readonly tahun: number | null
  readonly sel: readonly FaktaSel[]
  readonly teks: readonly Teks[]
  readonly angkaTeks: readonly FaktaTeks[]
  /** The block that each table is, in `naskah.paper.blocks`. */
  readonly blokOf: ReadonlyMap<Tabel, number>
}

const made = new WeakMap<Naskah, Fakta>()

export function faktaOf(naskah: Naskah): Fakta {
  const known = made.get(naskah)
  if (known) return known
  const teks = teksOf(naskah)
  const blocks = naskah.paper.blocks
  const fakta: Fakta = {
    tahun: kenali(naskah.paper).tahun,
    sel: naskah.tabel.flatMap(selOf),
    teks,
    angkaTeks: teks.flatMap(angkaDalam),
    blokOf: new Map(naskah.tabel.map((t) => [t, blocks.indexOf(t.asal)])),
  }
  made.set(naskah, fakta)
  return fakta
}

function selOf(tabel: Tabel): FaktaSel[] {
  const ukuran = ukuranIn(tabel)
  const nama = tabel.kolom.findIndex((k) => /\bindikator\b/i.test(k.judul.at(-1) ?? ''))
  const extra = qualifiersOf(`${tabel.judul?.text ?? ''}`)
  const yearsInColumns = tabel.kolom.some((k) => k.tahun)
  const oneYear = (tabel.judul?.text.match(/(?<!\d)20\d\d(?!\d)/g)?.length ?? 0) <= 1
  return tabel.baris.flatMap((baris) => {
    const sebutan = namaBaris(baris, nama)
    const name = kunciOf(sebutan)
    return baris.sel.flatMap((sel, c) => {
      const angka = sel.asal.column === c ? angkaOf(sel) : undefined
      if (!angka || /^(?:no\.?|nomor|kode)$/i.test(sel.kolom.judul.at(-1) ?? '')) return []
      const tahun = sel.kolom.tahun ?? (yearsInColumns || !oneYear ? undefined : tabel.tahun)
      const tahunDari = sel.kolom.tahun ? ('kolom' as const) : tahun ? ('judul' as const) : ('laporan' as const)
      const letak = letakSel(tabel, baris, c)
      return [
        {
          tabel,
          baris,
          kolom: sel.kolom,
          angka,
          letak,
          nama: name,
          sebutan,
          ukuran: ukuran[c]! && extra ? `${ukuran[c]!} › ${extra}` : ukuran[c]!,
          ...(tahun ? { tahun } : {}),
          tahunDari,
        },
      ]
    })
  })
}

const PERIODE = new RegExp(String.raw`\b(?:semester|triwulan|tw)\s+(?:i{1,3}|iv|[1-4])\b|\b(?:${BULAN.join('|')})\b`, 'gi')
const VERSI = /\b(?:murni|awal|penetapan|perubahan|pergeseran|apbd-?p)\b/i
/** What a caption adds to every column of its table: the one part of the year, the version of the budget. */
function qualifiersOf(caption: string): string {
  const bare = caption.replace(/\(?\s*sumber\b.*$/is, '')
  const parts = new Set(bare.match(PERIODE)?.map((p) => p.toLowerCase()))
  return [...(parts.size === 1 ? parts : []), VERSI.exec(bare)?.[0].toLowerCase() ?? ''].filter(Boolean).join(' ')
}

/** The cell under `Indikator` where there is one, else the innermost name. */
function namaBaris(baris: Baris, kolom: number): string {
  const own = kolom >= 0 ? baris.sel[kolom]! : undefined
  if (own?.nilai.jenis === 'teks' && own.teks !== '') return own.teks
  return baris.label.split(' › ').at(-1) ?? ''
}

const SAMA: Readonly<Record<string, string>> = {
  t: 'target',
  r: 'realisasi',
  pagu: 'anggaran',
  dpa: 'anggaran',
  dana: 'anggaran',
  belanja: 'anggaran',
  persentase: 'capaian',
  persen: 'capaian',
  tahunan: 'target',
}
const DIAM = new Set(
  'tahun kinerja indikator sasaran rp dan yang di dalam pada iku ikss iop alokasi nilai per periode ta juta rupiah jumlah'.split(
    ' ',
  ),
)

/** What a column measures, in the words of its names without years: `target`, `anggaran › realisasi`, `realisasi › i semester`. */
export function ukuranOf({ judul }: Kolom): string {
  const parts = judul.map((name) => {
    const words = kataOf(name.replace(/\([^)]*\)/g, ' ')).filter((w) => !/^\d+$/.test(w))
    const said = words.map((w) => SAMA[w] ?? w).filter((w) => !DIAM.has(w))
    if (/^\(?%\)?$/.test(name.trim())) said.push('capaian')
    return [...new Set(said)].sort().join(' ')
  })
  const yearly = judul.some((name) => /\btahunan\b/i.test(name))
  const said = parts.filter((p) => p && !(yearly && p === 'triwulan'))
  return [...new Set(said)].sort().join(' › ')
}

/** A realisation in percent is a share; of two columns that would measure the same, neither is known unless percent parts them. */
function ukuranIn({ kolom }: Tabel): string[] {
  const first = kolom.map(ukuranOf)
  const key = (c: number, said: readonly string[]) => `${said[c]} ${kolom[c]!.tahun}`
  const twice = (said: readonly string[], c: number) => kolom.some((_, o) => o !== c && key(o, said) === key(c, said))
  const second = first.map((u, c) =>
    u && (twice(first, c) || /realisasi|anggaran/.test(u)) && /%/.test(kolom[c]!.judul.join(' ')) ? `${u} %` : u,
  )
  return second.map((u, c) => (twice(second, c) ? '' : u))
}

function teksOf({ paper }: Naskah): Teks[] {
  const all: Teks[] = []
  const path: { level: number; text: string }[] = []
  paper.blocks.forEach((block, blok) => {
    if (block.kind === 'heading') {
      while (path.length && path.at(-1)!.level >= block.level) path.pop()
      path.push(block)
    }
    const bagian = path.at(-1)?.text ?? ''
    const add = (teks: string, places: readonly Place[]) =>
      all.push({
        teks,
        bagian,
        blok,
        jenis: block.kind,
        placeAt: placeIn(teks, places),
      })
    if (block.kind === 'heading') add(block.text, [block.at])
    else if (block.kind === 'paragraph') add(block.text, [block.at, ...(block.more ?? [])])
    else if (block.kind === 'list') for (const item of block.items) add(item.text, [item.at])
  })
  return all
}

/** Every long cell as a run of prose: definitions and notes stand in tables, too. */
export function selTeks({ tabel }: Naskah): Teks[] {
  return tabel.flatMap((t) =>
    t.baris.flatMap((baris) =>
      baris.sel.flatMap((sel, c): Teks[] =>
        sel.asal.column === c && sel.nilai.jenis === 'teks' && sel.teks.length > 12
          ? [
              {
                teks: sel.teks,
                bagian: namaTabel(t),
                blok: -1,
                jenis: 'table',
                placeAt: (letter) => placeInCell(sel.asal, letter),
              },
            ]
          : [],
      ),
    ),
  )
}

const placeIn = (teks: string, places: readonly Place[]) => (offset: number) =>
  places[Math.min(places.length, teks.slice(0, offset).split('\n').length) - 1]!

const FIGURE = /(?<rp>Rp\.?\s*)?(?<![\p{L}\d.,/-])(?<digits>\d(?:[\d.,]*\d)?)(?<after>\s*(?:%|persen\b))?(?![\p{L}\d/])/giu

export function angkaDalam(dalam: Teks): FaktaTeks[] {
  const found: FaktaTeks[] = []
  for (const match of dalam.teks.matchAll(FIGURE)) {
    const { rp, digits, after } = match.groups!
    const satuan = rp ? ('Rp' as const) : after ? ('%' as const) : undefined
    const read = readPrinted(digits!, satuan ? { satuan: satuan === 'Rp' ? 'Rp' : '%' } : {})
    const nilai = read.jenis === 'angka' ? findDecimal(read.dibaca) : null
    if (!nilai || read.jenis !== 'angka') continue
    const tercetak = match[0].trim()
    const desimal = /\.(\d+)$/.exec(read.dibaca)?.[1]?.length ?? 0
    const di = dalam.placeAt(match.index)
    found.push({
      dalam,
      angka: { nilai, desimal, tercetak, keyakinan: read.keyakinan, di },
      awal: match.index,
      akhir: match.index + match[0].length,
      satuan,
      letak: letakTeks(dalam, tercetak),
    })
  }
  return found
}

export const letakTeks = ({ bagian }: Teks, kutipan: string): string =>
  `teks${bagian ? ` bagian "${bagian.replace(/\s+/g, ' ').slice(0, 60)}"` : ''}, "${kutipan}"`

export { namaTabel }
