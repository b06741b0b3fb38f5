// Cells that hold two figures, because a tab or a line was lost: `41.726.714.990 82,70`. A row is read as the figures it prints
// one after the other, and as two rows of which every cell holds one; what comes out of that is confirmed, never found wrong.
import { findDecimal, HUNDRED } from '../../platform/kernel/decimal.ts'
import { readPrinted } from '../../platform/kernel/printed-value.ts'
import { bagi, type Hasil, kurang, persen } from '../angka.ts'
import { type Baris, letakSel, type Sel } from '../naskah.ts'
import { type Hubungan, type Kejadian, timbang } from './hubungan.ts'
import { hasilDari, type Kisi, type Petak } from './kisi.ts'

const FIGURE = String.raw`(?:Rp\.?\s*)?-?\d[\d.,]*%?`
const SEVERAL = new RegExp(String.raw`^(?:\p{L}{3,12}\s+)?${FIGURE}(?:\s+${FIGURE}){1,2}$`, 'u')
const EACH = new RegExp(FIGURE, 'gu')
const LONGEST = 80

export function selGanda({ baris }: Kisi): Hubungan[] {
  return baris.flatMap(({ asal: b, isi, tabel }): Hubungan[] => {
    const cells = b.sel.flatMap((s, c) => (s.asal.column === c && c > 0 ? [isi[c] ? [isi[c]] : figuresOf(s, letakSel(tabel, b, c))] : [])) // biome-ignore format: a row
    const width = Math.max(0, ...cells.map((c) => c.length))
    if (width < 2) return proven(b, cases(cells.flat()), MOVED)
    const byLine = Array.from({ length: width }, (_, k) => cells.flatMap((c) => c[k] ?? []))
    const said = b.sel.some((s) => /\bcapaian\b/i.test(s.kolom.judul.join(' ')))
    const rows = [cells.flat(), ...byLine]
    return [...proven(b, rows.flatMap(cases), SHARED), ...(said ? [relation(b, 2, rows.flatMap(reached))] : [])]
  })
}

/** Digits that must agree, in a row with such a cell, and where only the order of the figures speaks: of a row that lost a cell. */
const [SHARED, MOVED] = [3, 4]
function proven(baris: Baris, all: readonly Kejadian[], digits: number): Hubungan[] {
  const kejadian = timbang(relation(baris, 1, all)).cocok.filter((c) => c.bukti >= digits)
  return kejadian.length ? [relation(baris, 1, kejadian)] : []
}
function relation({ label }: Baris, kata: 1 | 2, kejadian: readonly Kejadian[]): Hubungan {
  const sebutan = 'angka berturut-turut'
  return { aturan: 'TABEL-PERSEN', jenis: 'ratio', sebutan, lajur: `${sebutan} ${label}`, kata, kejadian }
}

function figuresOf(sel: Sel, letak: string): Petak[] {
  const teks = sel.teks.length > LONGEST ? '' : sel.teks.replace(/\s+/g, ' ').trim()
  if (!SEVERAL.test(teks)) return []
  return (teks.match(EACH) ?? []).flatMap((tercetak) => {
    const read = readPrinted(tercetak)
    const nilai = read.jenis === 'angka' ? findDecimal(read.dibaca) : null
    if (!nilai || read.jenis !== 'angka') return []
    const angka = {
      nilai,
      desimal: /\.(\d+)$/.exec(read.dibaca)?.[1]?.length ?? 0,
      tercetak,
      keyakinan: read.keyakinan,
      di: sel.di,
    }
    const bare = tercetak.replace(/[.,]/g, '')
    const lain = /^\d{1,3}(?:[.,]\d{3})+$/.test(tercetak) && findDecimal(bare)
    const others = lain && !lain.eq(nilai) ? [{ ...angka, nilai: lain, desimal: 0 }] : []
    const inPercent = tercetak.includes('%')
    return [{ angka, hasil: hasilDari(inPercent, angka), lain: others, persen: inPercent, letak, keyakinan: 1 }]
  })
}

/** Part and whole, then the percentage; what is left, and its percentage of either. */
function cases(row: readonly Petak[]): Kejadian[] {
  return row.flatMap((hasil, i): Kejadian[] => {
    const [b, a] = [row[i - 1], row[i - 2]]
    if (!a || !b) return []
    const [whole, spent, , rest] = [row[i - 4], row[i - 3], row[i - 2], row[i - 1]]
    const small = hasil.angka.nilai.abs().lt(1000)
    const made: Kejadian[] = []
    if (small) made.push({ hasil, unsur: [a, b], rumus: [(v) => share(v(b), v(a))], lunak: true })
    if (small && whole && spent && rest)
      made.push({ hasil, unsur: [whole, spent, rest], rumus: [(v) => share(v(rest), v(whole)), (v) => share(v(rest), v(spent))], lunak: true }) // biome-ignore format: a case
    for (const [x, y] of [[a, b], [row[i - 3], a]] as const)
      if (x && !small) made.push({ hasil, unsur: [x, y], rumus: [(v) => kurang(v(x), v(y))], lunak: true }) // biome-ignore format: a case
    return made
  })
}
/** `12`, `12 100` under a header that says `Capaian`: all of what was aimed at. */
function reached(row: readonly Petak[]): Kejadian[] {
  return row.flatMap((hasil, i): Kejadian[] => {
    const [b, a] = [row[i - 1], row[i - 2]]
    const whole = a && b && a.letak !== b.letak && b.letak === hasil.letak && a.angka.nilai.eq(b.angka.nilai)
    return whole && hasil.angka.nilai.eq(HUNDRED) ? [{ hasil, unsur: [a, b], rumus: [(v) => share(v(b), v(a))], lunak: true }] : [] // biome-ignore format: a case
  })
}
const share = (a: Hasil, b: Hasil): Hasil | undefined => {
  const made = bagi(a, b)
  return made && persen(made)
}
