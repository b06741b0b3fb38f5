// A row that says how many there are, beside a cell that lists them: `7 temuan` and `1. … 7. …`.
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { kataOf } from '../kata.ts'
import { type Baris, letakSel, namaTabel, type Sel, type Tabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const banyaknyaRincian: Aturan = {
  kode: 'BANYAKNYA-RINCIAN',
  jenis: 'count',
  memeriksa: 'Banyaknya yang disebut sebuah sel ("7 temuan") sama dengan banyaknya butir di sel sebelahnya.',
  contoh: { benar: '3 temuan | 1. … 2. … 3. …', salah: '3 temuan | 1. … 2. … 3. … 4. …' },
  periksa: ({ tabel }) => {
    const found = tabel.flatMap((t) => t.kolom.flatMap((_, c) => t.kolom.map((_, l) => (c === l ? [] : rowsOf(t, c, l))))) // biome-ignore format: one line
    const made = found.map(judge)
    return { hitungan: made.flatMap((m) => m.hitungan), temuan: made.flatMap((m) => m.temuan) }
  },
}

type Pasang = {
  readonly tabel: Tabel
  readonly baris: Baris
  readonly c: number
  readonly sel: Sel
  readonly daftar: Sel
  readonly n: number
  readonly benda: string
  readonly butir: number
}
/** So many rows that hold show that the one column counts the other. */
const LEAST = 3
const CLAIM = /^[\s•➤–-]*(\d{1,3})\s+(\p{L}{3,})/u

function rowsOf(tabel: Tabel, c: number, l: number): Pasang[] {
  return tabel.baris.flatMap((baris): Pasang[] => {
    const [sel, daftar] = [baris.sel[c]!, baris.sel[l]!]
    const claim = sel.asal.column === c && daftar.asal.column === l ? CLAIM.exec(sel.teks) : null
    const butir = claim ? butirIn(daftar.teks) : 0
    return claim && butir ? [{ tabel, baris, c, sel, daftar, n: Number(claim[1]), benda: kataOf(claim[2]!)[0]!, butir }] : []
  })
}

/** Items 1., 2., 3. … one after another; 0 where there is no such list. */
function butirIn(teks: string): number {
  if (!/^\s*1[.)]\s/.test(teks)) return 0
  let [at, n] = [0, 0]
  for (;;) {
    const next = new RegExp(String.raw`(?:^|\s)${n + 1}[.)]\s+(?=\S)`, 'g')
    next.lastIndex = at
    const found = next.exec(teks)
    if (!found) return n
    at = found.index + found[0].length
    n++
  }
}

function judge(rows: readonly Pasang[]): Catatan {
  const holds = rows.filter((r) => r.n === r.butir)
  if (holds.length < LEAST || holds.length * 3 < rows.length * 2 || new Set(rows.map((r) => r.benda)).size > 1)
    return { hitungan: [], temuan: [] }
  const hitungan = rows.map((r): Hitungan => {
    const [letak, cocok] = [letakSel(r.tabel, r.baris, r.c), r.n === r.butir]
    return { di: r.sel.di, letak, rumus: `COUNT(butir 1 … ${r.butir})`, tercetak: String(r.n), dihitung: String(r.butir), pembulatan: cocok ? 'tepat' : null, cocok } // biome-ignore format: a case
  })
  const temuan = rows.flatMap((r, i): TemuanNaskah[] => {
    if (r.n === r.butir) return []
    const { di, letak, tercetak, dihitung } = hitungan[i]!
    const penjelasan = `${namaTabel(r.tabel)} menyebut ${r.n} ${r.benda}, sedangkan rinciannya (${tempat(r.daftar.di)}) memuat ${r.butir} butir; pada ${holds.length} baris lain keduanya sama. Perbaiki salah satunya.`
    return [{ di, jenis: 'count', berat: 'sedang', keyakinan: 0.8, letak, tercetak, seharusnya: dihitung, penjelasan, terkait: [r.daftar.di] }] // biome-ignore format: a case
  })
  return { hitungan, temuan }
}
