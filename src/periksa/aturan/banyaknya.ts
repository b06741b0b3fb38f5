// A sentence that says how many: of what a table or list after it holds, of the parts it names itself, of a group of indicators.

import { readNumberWords } from '../../platform/kernel/number-words.ts'
import { BULAN } from '../../platform/kernel/time.ts'
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type Fakta, faktaOf, letakTeks, selTeks, type Teks } from '../fakta.ts'
import { kataOf, kunciOf } from '../kata.ts'
import { type Naskah, namaTabel, type Tabel } from '../naskah.ts'

export const banyaknya: Aturan = {
  kode: 'BANYAKNYA',
  jenis: 'count',
  memeriksa: 'Banyaknya yang disebut dalam kalimat sesuai dengan baris tabel, butir daftar, atau bagian-bagian yang menyusulnya.',
  contoh: { benar: 'tiga program sebagai berikut: a, b, c', salah: 'empat program sebagai berikut: a, b, c' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const found = [
      ...fakta.teks.flatMap((t) => [ofParts(t), ofList(t, naskah)]),
      ...naskah.tabel.map((t) => ofTable(t, fakta, naskah)),
      ...fakta.teks.map((t) => ofGroups(t, naskah)),
      ...selTeks(naskah).map(inCell),
    ]
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

type Klaim = {
  readonly n: number
  readonly tercetak: string
  readonly benda: readonly string[]
  readonly awal: number
  readonly akhir: number
}

const SATUAN = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus'
const CLAIM = new RegExp(
  String.raw`(?<![\p{L}\d.,/(-])(?:(?<digits>\d{1,4})(?:\s*\([\p{L}\s]{3,40}\))?|(?<words>(?:${SATUAN})(?:\s+(?:${SATUAN}|belas|puluh|ratus|ribu))*))\s+(?<noun>\p{L}{3,}(?:\s+\p{L}{2,}){0,2})`,
  'giu',
)

function klaimIn(teks: string): Klaim[] {
  return [...teks.matchAll(CLAIM)].flatMap((m) => {
    const { digits, words, noun } = m.groups!
    const n = Number(digits ?? readNumberWords(words!))
    if (!(n > 0) || (digits && (n >= 1900 || digits.startsWith('0'))) || NOT_COUNTED.test(noun!)) return []
    if (NUMBERED.test(teks.slice(Math.max(0, m.index - 20), m.index))) return []
    const tercetak = m[0].slice(0, m[0].length - noun!.length).trim()
    return [{ n, tercetak, benda: kataOf(noun!), awal: m.index, akhir: m.index + m[0].length }]
  })
}

/** `Pasal 3 Tahun 2023`, `salah satu dari …`. */
const NUMBERED = /(?:nomor|no\.?|pasal|ayat|bab|tabel|gambar|grafik|halaman|triwulan|semester|tahun|salah|pilih)\s*$/i
const NOT_COUNTED = new RegExp(String.raw`^(?:dari|dan|di|yang|tahun|bulan|pilih|per|${BULAN.join('|')})\b`, 'i')

const NONE: Catatan = { hitungan: [], temuan: [] }

function told(teks: Teks, { n, tercetak, awal }: Klaim, counted: number, rumus: string): Hitungan {
  const cocok = counted === n
  const letak = letakTeks(teks, teks.teks.slice(awal, awal + 50).replace(/\s+/g, ' '))
  return { di: teks.placeAt(awal), letak, rumus, tercetak, dihitung: String(counted), pembulatan: cocok ? 'tepat' : null, cocok }
}
function say(made: Hitungan, keyakinan: number, penjelasan: string, terkait: TemuanNaskah['terkait'] = []): TemuanNaskah {
  const { di, letak, tercetak, dihitung } = made
  return { di, jenis: 'count', berat: 'sedang', keyakinan, letak, tercetak, seharusnya: dihitung, penjelasan, terkait }
}

/** `46 rumah dinas, terdiri dari 1 rumah dinas …, 7 rumah dinas … dan 38 rumah dinas …`. */
function ofParts(teks: Teks): Catatan {
  const all = klaimIn(teks.teks)
  for (const [i, total] of all.entries()) {
    const parts = all
      .slice(i + 1)
      .filter((p) => p.benda[0] === total.benda[0] && !/[.;]\s/.test(teks.teks.slice(total.akhir, p.awal)))
    const opening = teks.teks.slice(total.akhir, parts[0]?.awal ?? total.akhir)
    if (parts.length < 2 || !/terdiri|dengan|yaitu|yakni|meliputi|antara lain/i.test(opening)) continue
    const sum = parts.reduce((a, p) => a + p.n, 0)
    const reckoned = told(teks, total, sum, parts.map((p) => p.n).join(' + '))
    // Another place than the count of a table: the parts may agree where the rows do not.
    const made = { ...reckoned, letak: `${reckoned.letak}, bagian-bagiannya` }
    const open =
      !/terdiri|yaitu|yakni|meliputi/i.test(opening) ||
      /antara lain|di antaranya/i.test(opening) ||
      total.n < Math.max(...parts.map((p) => p.n))
    const wrong = `Kalimat itu menyebut ${total.tercetak} ${total.benda.join(' ')}, sedangkan bagian-bagiannya berjumlah ${made.rumus} = ${sum}.`
    return { hitungan: made.cocok || !open ? [made] : [], temuan: made.cocok || open ? [] : [say(made, 0.75, wrong)] }
  }
  return NONE
}

const FOLLOWS = /berikut(?:\s+ini)?\s*[:.]?\s*$|:\s*$/i

/** The list after a sentence that ends with `sebagai berikut:`. */
function ofList(teks: Teks, { paper }: Naskah): Catatan {
  if (!FOLLOWS.test(teks.teks) || teks.jenis !== 'paragraph') return NONE
  const claim = klaimIn(teks.teks).at(-1)
  const next = paper.blocks.slice(teks.blok + 1).find((b) => b.kind !== 'furniture')
  if (!claim || claim.n < 2 || next?.kind !== 'list' || teks.teks.length - claim.akhir > 60) return NONE
  const top = next.items.filter((i) => i.depth === next.items[0]!.depth)
  const lettered = top.every((item, i) => ordinal(item.marker) === i + 1 || /^[-•*–➤]/.test(item.marker))
  if (top.length < 2 || !lettered) return NONE
  const made = told(teks, claim, top.length, `COUNT(butir ${top[0]!.marker} … ${top.at(-1)!.marker})`)
  if (made.cocok) return { hitungan: [made], temuan: [] }
  // A list may go on after a paragraph: only one that another thing follows at once is whole.
  const after = paper.blocks.slice(paper.blocks.indexOf(next) + 1).find((b) => b.kind !== 'furniture')
  if (claim.n > top.length && after?.kind !== 'heading') return NONE
  const wrong = `Kalimat itu menyebut ${claim.tercetak} ${claim.benda.join(' ')}, sedangkan daftar sesudahnya memuat ${top.length} butir.`
  return {
    hitungan: [made],
    temuan: [
      say(
        made,
        0.7,
        wrong,
        top.map((i) => i.at),
      ),
    ],
  }
}
function ordinal(marker: string): number | undefined {
  const bare = marker.replace(/[().\s]/g, '')
  if (/^\d+$/.test(bare)) return Number(bare)
  return /^[a-z]$/i.test(bare) ? bare.toLowerCase().charCodeAt(0) - 96 : undefined
}

/** The table after the sentence: its rows, those that do not say that there is none, the names of a column. */
function ofTable(tabel: Tabel, fakta: Fakta, { paper }: Naskah): Catatan {
  const at = fakta.blokOf.get(tabel)!
  const before = paper.blocks.slice(0, at).findLastIndex((b) => b.kind !== 'furniture')
  const teks = fakta.teks.find((t) => t.blok === before && t.jenis === 'paragraph')
  if (!teks || !/berikut|tabel|:\s*$/i.test(teks.teks.slice(-80))) return NONE
  const counts = countsOf(tabel)
  const named = kataOf(`${tabel.judul?.text ?? ''} ${tabel.kolom.map((k) => k.judul.join(' ')).join(' ')}`)
  const hitungan: Hitungan[] = []
  const open: Klaim[] = []
  for (const claim of klaimIn(teks.teks)) {
    if (claim.n < 2) continue
    const holds = counts.find((c) => c.n === claim.n && (c.nama.startsWith('baris') || kataOf(c.nama).includes(claim.benda[0]!)))
    if (holds) hitungan.push(told(teks, claim, claim.n, `COUNT(${namaTabel(tabel)}, ${holds.nama})`))
    else if (claim.benda.slice(0, 2).every((w) => named.includes(w)) && claim.benda.length > 1) open.push(claim)
  }
  const [first] = open
  const rows = counts.filter((c) => c.nama.startsWith('baris'))
  const whole = rows[0]!.n > 2 && numbered(tabel) && first && rows.every((r) => Math.abs(r.n - first.n) <= first.n / 3)
  if (hitungan.length || !whole) return { hitungan, temuan: [] }
  const least = rows.at(-1)!
  const made = told(teks, first, least.n, `COUNT(${namaTabel(tabel)}, ${least.nama})`)
  const wrong = `Kalimat itu menyebut ${first.tercetak} ${first.benda.slice(0, 2).join(' ')}, sedangkan ${namaTabel(tabel)} memuat ${rows.map((r) => `${r.n} ${r.nama}`).join(', ')}.`
  return { hitungan: [made], temuan: [say(made, 0.8, wrong, [tabel.di])] }
}

const NO_SUCH = /^(?:tidak ada|belum ada|nihil|kosong)\b/i
/** The number that the last row has: the rows are numbered from 1 without a gap. */
function numbered({ baris, kolom }: Tabel): boolean {
  if (!/^(?:no\.?|nomor)$/i.test(kolom[0]?.judul.at(-1) ?? '')) return false
  const numbers = baris.flatMap((b) =>
    b.peran === 'body' && !b.jumlah && b.sel[0]!.asal.column === 0 ? [Number(b.sel[0]!.angka ?? Number.NaN)] : [],
  )
  return numbers.every((n, i) => n === i + 1)
}

function countsOf({ baris, kolom }: Tabel): { n: number; nama: string }[] {
  const rows = baris.filter((b) => b.peran === 'body' && !b.jumlah && b.sel.some((s) => s.teks !== ''))
  const some = rows.filter((b) => !b.sel.some((s) => NO_SUCH.test(s.teks)))
  const columns = kolom.flatMap((k, c) => {
    const own = rows.flatMap((b) =>
      b.sel[c]!.asal.column === c && b.sel[c]!.nilai.jenis === 'teks' ? [kunciOf(b.sel[c]!.teks)] : [],
    )
    const title = k.judul.at(-1)
    return title && own.length > 1
      ? [
          { n: new Set(own).size, nama: title },
          { n: own.length, nama: title },
        ]
      : []
  })
  const without = some.length < rows.length ? [{ n: some.length, nama: 'baris tanpa yang "tidak ada"' }] : []
  return [{ n: rows.length, nama: 'baris' }, ...without, ...columns]
}

/** `Sasaran Khusus sebanyak 18 indikator`: the rows of the group of that name, in every table that has it. */
function ofGroups(teks: Teks, { tabel }: Naskah): Catatan {
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  for (const claim of klaimIn(teks.teks)) {
    if (claim.benda[0] !== 'indikator' && claim.benda[0] !== 'indicator' && claim.benda[0] !== 'sasaran') continue
    const before = teks.teks.slice(0, claim.awal)
    const name = /(?:\((?<short>\p{Lu}{2,6})\)|(?<long>\p{Lu}\p{L}+\s+\p{Lu}\p{L}+))\s+(?:sebanyak|berjumlah|sejumlah)\s*$/u.exec(
      before,
    )?.groups
    if (!name) continue
    const counts = tabel.flatMap((t) => {
      const n = groupSize(t, name.long, name.short)
      return n ? [{ t, n }] : []
    })
    // A table that was parted by pages holds some of the group: the one with most of it holds it all.
    const most = counts.find((c) => c.n === claim.n) ?? counts.toSorted((a, b) => b.n - a.n)[0]
    if (!most) continue
    const agreed = counts.filter((c) => c.n === most.n)
    const who = name.long ?? name.short!
    const made = told(teks, claim, most.n, `COUNT(${namaTabel(most.t)}, ${who})`)
    hitungan.push(made)
    const wrong = `Kalimat itu menyebut ${claim.tercetak} ${claim.benda[0]} ${who}, sedangkan ${agreed.map((c) => namaTabel(c.t)).join(', ')} memuat ${most.n}.`
    if (!made.cocok)
      temuan.push(
        say(
          made,
          agreed.length > 1 ? 0.85 : 0.7,
          wrong,
          agreed.map((c) => c.t.di),
        ),
      )
  }
  return { hitungan, temuan }
}

function groupSize({ baris, kolom }: Tabel, long?: string, short?: string): number {
  const c = kolom.findIndex((k) => /\bindikator\b/i.test(k.judul.at(-1) ?? ''))
  if (c < 0) return 0
  const inGroup = (b: Tabel['baris'][number]) =>
    long ? kunciOf(b.kelompok ?? '') === kunciOf(long) : new RegExp(`\\b${short}\\b`).test(b.sel[c]!.teks)
  const rows = baris.filter(
    (b) => b.peran === 'body' && !b.jumlah && b.sel[c]!.asal.column === c && b.sel[c]!.teks !== '' && inGroup(b),
  )
  return new Set(rows.map((b) => kunciOf(b.sel[c]!.teks))).size
}

/** `5 (lima) tahapan: a) … e) …` within a cell. Confirmed only: a cell may name several lists. */
function inCell(teks: Teks): Catatan {
  const hitungan = klaimIn(teks.teks).flatMap((claim) => {
    if (claim.n < 3 || claim.n > 20) return []
    const after = teks.teks.slice(claim.akhir)
    const style = (['a)', 'a.', '1)', '1.'] as const).find((s) => after.slice(0, 200).includes(`${s} `))
    if (!style) return []
    const marks = Array.from(
      { length: claim.n + 1 },
      (_, i) => (style.startsWith('a') ? String.fromCharCode(97 + i) : String(i + 1)) + style[1],
    )
    let at = 0
    const count = marks.findIndex((m) => {
      at = after.indexOf(`${m} `, at)
      return at < 0
    })
    return count === claim.n ? [told(teks, claim, count, `COUNT(${marks[0]} … ${marks[count - 1]})`)] : []
  })
  return { hitungan, temuan: [] }
}
