// A list in order of rank: the figures fall, or rise, from its first row to its last.
import type { Decimal } from '../../platform/kernel/decimal.ts'
import { type Angka, angkaOf } from '../angka.ts'
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { letakSel, namaTabel, type Tabel } from '../naskah.ts'

export const peringkat: Aturan = {
  kode: 'PERINGKAT-URUTAN',
  jenis: 'scale',
  memeriksa: 'Dalam daftar menurut peringkat, nilai setiap baris tidak lebih tinggi daripada nilai baris di atasnya.',
  contoh: { benar: '1. 396,5; 2. 386,5; 3. 353', salah: '1. 396,5; 2. 353; 3. 386,5' },
  periksa: ({ tabel }) => {
    const found = tabel.flatMap(checkTable)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const RANK = /\b(?:peringkat|ranking|rangking|rank)\b/i
const NUMBER = /^(?:no|nomor|peringkat|ranking|rangking|rank)\b\.?/i
/** Fewer rows than this stand in order by chance. */
const ROWS = 5

type Urut = { readonly nomor: number; readonly angka: Angka; readonly letak: string }

function checkTable(tabel: Tabel): Catatan[] {
  const rank = tabel.kolom.findIndex((k) => RANK.test(k.judul.at(-1) ?? ''))
  const order = rank >= 0 ? rank : tabel.kolom.findIndex((k) => NUMBER.test(k.judul[0] ?? ''))
  if (order < 0) return []
  const said = rank >= 0 || RANK.test(`${tabel.judul?.text ?? ''} ${tabel.pengantar ?? ''}`)
  const values = tabel.kolom.slice(order + 1).filter((k) => /nilai|skor|indeks|predikat|hasil|capaian/i.test(k.judul.join(' ')))
  return values.flatMap(({ nomor: c }) => {
    const rows = tabel.baris.flatMap((b): Urut[] => {
      const number = /^(\d{1,3})[.)]?$/.exec(b.sel[order]!.teks.trim())?.[1]
      const angka = angkaOf(b.sel[c])
      return number && angka && b.sel[c]!.asal.column === c ? [{ nomor: Number(number), angka, letak: letakSel(tabel, b, c) }] : []
    })
    return checkOrder(tabel, rows.toSorted((a, b) => a.nomor - b.nomor), said)
  }) // biome-ignore format: a step a line
}

function checkOrder(tabel: Tabel, rows: readonly Urut[], said: boolean): Catatan[] {
  if (rows.length < ROWS || new Set(rows.map((r) => r.angka.nilai.toString())).size < ROWS - 1) return []
  const pairs = rows.slice(1).map((below, i) => ({ above: rows[i]!, below }))
  const rises = (a: Decimal, b: Decimal) => b.gt(a)
  const wrong = pairs.filter((p) => rises(p.above.angka.nilai, p.below.angka.nilai))
  if (wrong.length > 0 && (!said || wrong.length * 5 > pairs.length)) return []
  const hitungan = pairs.map(({ above, below }): Hitungan => {
    const cocok = !rises(above.angka.nilai, below.angka.nilai)
    const [upper, lower] = [above.angka.nilai.toFixed(), below.angka.nilai.toFixed()]
    return { di: below.angka.di, letak: below.letak, rumus: `${upper} >= ${lower}`, tercetak: below.angka.tercetak, dihitung: lower, pembulatan: cocok ? 'tepat' : null, cocok } // biome-ignore format: a case
  })
  const temuan = wrong.map(
    ({ above, below }): TemuanNaskah => ({
      di: below.angka.di,
      jenis: 'scale',
      berat: 'sedang',
      keyakinan: 0.85,
      letak: below.letak,
      tercetak: below.angka.tercetak,
      seharusnya: null,
      penjelasan: `Nomor ${below.nomor} bernilai ${below.angka.tercetak}, lebih tinggi daripada nomor ${above.nomor} (${above.angka.tercetak}), sedangkan ${namaTabel(tabel)} disusun dari nilai tertinggi.`,
      terkait: [above.angka.di],
    }),
  )
  return [{ hitungan, temuan }]
}
