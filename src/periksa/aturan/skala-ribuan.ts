// A difference that lost its thousands: 768.257.000 less 767.857.000 printed as 400, in a table whose other rows print all of it.
import type { Decimal } from '../../platform/kernel/decimal.ts'
import { parseDecimal } from '../../platform/kernel/decimal.ts'
import { type Angka, angkaOf, tulis } from '../angka.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { type Baris, letakSel, namaTabel, type Tabel } from '../naskah.ts'

export const skalaRibuan: Aturan = {
  kode: 'SKALA-RIBUAN',
  jenis: 'scale',
  memeriksa: 'Sisa anggaran ditulis dalam satuan yang sama dengan anggaran dan realisasinya.',
  contoh: { benar: '768.257.000 - 767.857.000 = 400.000', salah: '768.257.000 - 767.857.000 tercetak 400' },
  periksa: ({ tabel }) => ({ hitungan: [], temuan: tabel.flatMap(check) }),
}

const KALI = ['1000', '1000000'].map((n) => [n, parseDecimal(n)] as const)
const LARGE = parseDecimal('1000000')
/** How far right of the two amounts their difference stands. */
const REACH = 3

type Tiga = { readonly baris: Baris; readonly d: Angka; readonly c: number; readonly beda: Decimal; readonly kolom: string }

/** With its points and commas between thousands, whatever the marks of the table: the whole amount is asked for. */
const utuh = (d: Angka): Decimal =>
  /^\d{1,3}(?:[.,]\d{3})*$/.test(d.tercetak.trim()) ? parseDecimal(d.tercetak.replace(/\D/g, '')) : d.nilai

function triples(tabel: Tabel): Tiga[] {
  return tabel.baris.flatMap((baris) => {
    const cells = baris.sel.map((s, c) => (s.asal.column === c ? angkaOf(s) : undefined))
    const at = cells.findIndex((a, c) => a && cells[c + 1] && a.nilai.gte(LARGE) && cells[c + 1]!.nilai.gte(LARGE))
    if (at < 0) return []
    const beda = cells[at]!.nilai.minus(cells[at + 1]!.nilai)
    return cells.slice(at + 2, at + 2 + REACH).flatMap((d, i): Tiga[] => {
      const c = at + 2 + i
      return d && !beda.isZero() ? [{ baris, d: { ...d, nilai: utuh(d) }, c, beda, kolom: `${at} ${c}` }] : []
    })
  })
}

function check(tabel: Tabel): TemuanNaskah[] {
  return [...Map.groupBy(triples(tabel), (t) => t.kolom).values()].flatMap((rows) => {
    if (!rows.some((r) => r.d.nilai.eq(r.beda))) return []
    return rows.flatMap(({ baris, d, c, beda }): TemuanNaskah[] => {
      const lost = KALI.find(([, by]) => d.nilai.times(by).eq(beda))
      if (!lost) return []
      const letak = letakSel(tabel, baris, c)
      const penjelasan = `Tercetak ${d.tercetak}, sedangkan selisih anggaran dan realisasinya ${tulis(beda)}: ${lost[0]} kali lipatnya. Baris lain ${namaTabel(tabel)} menulis selisihnya penuh. Tulis ${tulis(beda)}.`
      return [{ di: d.di, jenis: 'scale', berat: 'sedang', keyakinan: 0.9, letak, tercetak: d.tercetak, seharusnya: tulis(beda), penjelasan }] // biome-ignore format: a case
    })
  })
}
