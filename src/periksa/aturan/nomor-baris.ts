// The numbers of a table's rows: each one more than the last, from the beginning again where a new group begins.
import { type Aturan, type Catatan, type Hitungan, TANPA_CATATAN, type TemuanNaskah } from '../aturan.ts'
import { type Baris, cuplik, letakSel, namaTabel, type Sel, type Tabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

type Bernomor = { readonly n: number; readonly sel: Sel; readonly baris: Baris; readonly di: number }

export const nomorBaris: Aturan = {
  kode: 'NOMOR-BARIS',
  jenis: 'numbering',
  memeriksa: 'Nomor baris sebuah tabel berurutan: tidak ada yang ganda, terlewat, atau mundur di tengah kelompoknya.',
  contoh: { benar: '1, 2, 3, 4', salah: '18, 19, 19, 20' },
  periksa: ({ tabel }) => {
    const found = tabel.map((t, i) => checkTable(t, [tabel[i - 1], tabel[i + 1]]))
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const NAME = /^(?:no|nomor|no\.? urut)\.?$/i
const NUMBER = /^\(?(\d{1,3})[.)]?(?:\s+\p{L}.*)?$/su

const columnOf = (t: Tabel) => t.kolom.findIndex((k) => k.judul.some((j) => NAME.test(j.trim())))

function rowsOf(tabel: Tabel, column: number): Bernomor[] {
  // A cell that reaches over several rows is one number.
  const seen = new Set<object>()
  return tabel.baris.flatMap((baris, di): Bernomor[] => {
    const sel = baris.sel[column]!
    const n = sel.asal.column === column ? NUMBER.exec(sel.teks.trim())?.[1] : undefined
    if (n === undefined || sel.asal.moved || seen.has(sel.asal)) return []
    seen.add(sel.asal)
    return [{ n: Number(n), sel, baris, di }]
  })
}

/** The numbers of a neighbour under the same names: a table whose pages were put in another order. */
function numbersBeside(tabel: Tabel, column: number, other: Tabel | undefined): number[] {
  const names = (t: Tabel) => t.kolom.slice(0, 4).map((k) => k.judul.at(-1) ?? '').join('|').toLowerCase() // biome-ignore format: one line
  return other && columnOf(other) === column && names(other) === names(tabel) ? rowsOf(other, column).map((r) => r.n) : []
}

function checkTable(tabel: Tabel, beside: readonly (Tabel | undefined)[]): Catatan {
  const column = columnOf(tabel)
  if (column < 0) return TANPA_CATATAN
  const rows = rowsOf(tabel, column)
  if (rows.length < 3) return TANPA_CATATAN
  // Codes, years and amounts may stand in a column called "No": a numbering goes up by one almost everywhere.
  const steps = rows.slice(1).filter((r, i) => r.n === rows[i]!.n + 1).length
  const restarts = rows.slice(1).filter((r) => r.n === 1).length
  if (steps + restarts < 0.55 * (rows.length - 1)) return TANPA_CATATAN
  const others = new Set(beside.flatMap((t) => numbersBeside(tabel, column, t)))
  const temuan = rows.flatMap((_, i) => judge(tabel, column, rows, i, others))
  return { hitungan: temuan.length ? [] : [counted(tabel, column, rows)], temuan }
}

function judge(tabel: Tabel, column: number, rows: readonly Bernomor[], i: number, others: ReadonlySet<number>): TemuanNaskah[] {
  const [before, now, after] = [rows[i - 1], rows[i]!, rows[i + 1]]
  if (!before || now.n === before.n + 1 || now.n === 1) return []
  const say = (keyakinan: number, seharusnya: string, penjelasan: string): TemuanNaskah[] => {
    const letak = letakSel(tabel, now.baris, column)
    const di = now.sel.di
    const terkait = [before.sel.di]
    return [{ di, jenis: 'numbering', berat: 'rendah', keyakinan, letak, tercetak: now.sel.teks, seharusnya, penjelasan, terkait }]
  }
  const name = namaTabel(tabel)
  if (now.n === before.n) {
    // A row that goes on after a page break repeats its number, and says its name again or leaves it out.
    const [a, b] = [nameOf(before.baris, column), nameOf(now.baris, column)]
    if (a === '' || b === '' || a === b) return []
    // Three rows of one number: a cell over all of them that was said again for each.
    if (rows[i - 2]?.n === now.n || after?.n === now.n) return []
    return say(0.95, `${before.n + 1}`, `Nomor ${now.n} tercetak dua kali pada ${name}: untuk "${a}" dan untuk "${b}".`)
  }
  if (now.n > before.n) {
    const missing = now.n - before.n - 1
    const gap = Array.from({ length: missing }, (_, k) => before.n + 1 + k)
    if (gap.every((n) => others.has(n))) return []
    if (missing > 3 || (after && after.n !== now.n + 1)) return []
    const between = tabel.baris.slice(before.di + 1, now.di)
    const astray = between.flatMap((b) =>
      b.sel.filter((s, k) => k !== column && s.asal.column === k && s.teks.trim() === `${before.n + 1}`),
    )[0]
    if (missing === 1 && astray)
      return say(
        0.7,
        `${before.n + 1}`,
        `Nomor ${before.n + 1} pada ${name} berada di kolom ${astray.kolom.nomor + 1}, bukan di kolom nomornya; sel lain di baris itu kosong.`,
      )
    const late = rows.find((r) => r.n === before.n + 1)
    if (late)
      return say(
        0.6,
        `${before.n + 1}`,
        `Sesudah nomor ${before.n}, ${name} langsung ke nomor ${now.n}, padahal nomor ${late.n} ada (${tempat(late.sel.di)}). Periksa urutan baris atau halamannya.`,
      )
    const which = missing === 1 ? `${before.n + 1}` : `${before.n + 1} sampai ${now.n - 1}`
    return say(
      between.length >= missing ? 0.55 : missing > 1 ? 0.65 : 0.8,
      `${before.n + 1}`,
      `Sesudah nomor ${before.n}, ${name} langsung ke nomor ${now.n}: nomor ${which} tidak ada.`,
    )
  }
  // Falling: a new group may begin anywhere, an exchanged pair goes back to where it was.
  const exchanged = after && after.n === before.n + 1
  return exchanged ? say(0.85, `${before.n + 1}`, `Pada ${name} nomor ${now.n} berada sesudah nomor ${before.n}.`) : []
}

/** What stands right after the number. */
const nameOf = (b: Baris, column: number) => cuplik(b.sel[column + 1]?.teks ?? '')

function counted(tabel: Tabel, column: number, rows: readonly Bernomor[]): Hitungan {
  const last = rows.at(-1)!
  const runs = rows.filter((r, i) => i === 0 || r.n !== rows[i - 1]!.n + 1).length
  return {
    di: last.sel.di,
    letak: letakSel(tabel, last.baris, column),
    rumus: runs === 1 ? `COUNT(nomor ${rows[0]!.n} sampai ${last.n})` : `nomor berurutan dalam ${runs} kelompok`,
    tercetak: last.sel.teks,
    dihitung: `${last.n}`,
    pembulatan: 'tepat',
    cocok: true,
  }
}
