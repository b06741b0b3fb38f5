// Efficiency in percent has one base. Of the budget it adds up with the absorption to 100; of what was spent it does not, and
// a reader who is not told takes it for the other.
import { formatDecimal, HUNDRED, parseDecimal } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, angkaOf, bagi, dari, type Hasil, kurang, persen } from '../angka.ts'
import { type Aturan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { type Baris, letakSel, type Tabel } from '../naskah.ts'

export const efisiensi: Aturan = {
  kode: 'EFISIENSI',
  jenis: 'ratio',
  memeriksa: 'Persentase efisiensi memakai pagu sebagai dasar, sehingga serapan dan efisiensi berjumlah 100%.',
  contoh: {
    benar: 'pagu 100, realisasi 80: serapan 80%, efisiensi 20%',
    salah: 'pagu 100, realisasi 80: serapan 80%, efisiensi 25% (dari realisasi)',
  },
  periksa: ({ tabel }) => {
    const found = tabel.map(checkTable)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: told(found.flatMap((f) => f.spent)) }
  },
}

type Baca = {
  readonly letak: string
  readonly pagu: Angka
  readonly realisasi: Angka
  readonly sisa: Angka
  readonly serapan: Angka
  readonly efisiensi: Angka
}
const LARGE = parseDecimal('10000')

/** Budget, spent and left stand in this order, and after them or between them two percentages. */
function readRow(tabel: Tabel, baris: Baris): Baca | undefined {
  const cells = baris.sel.flatMap((s, kolom) => {
    const angka = s.asal.column === kolom ? angkaOf(s) : undefined
    return angka ? [{ angka, kolom }] : []
  })
  const money = cells.filter((c) => c.angka.nilai.gte(LARGE))
  const [pagu, realisasi, sisa] = money
  if (!pagu || !realisasi || !sisa || money.length !== 3 || !pagu.angka.nilai.minus(realisasi.angka.nilai).eq(sisa.angka.nilai))
    return undefined
  const serapan = cells.find(
    (c) => c.kolom > realisasi.kolom && c.kolom < sisa.kolom && agreement(c.angka, share(realisasi.angka, pagu.angka)),
  )
  const efisiensi = cells.find((c) => c.kolom > sisa.kolom && c.angka.desimal > 0)
  if (!serapan || !efisiensi) return undefined
  const letak = letakSel(tabel, baris, efisiensi.kolom)
  return {
    letak,
    pagu: pagu.angka,
    realisasi: realisasi.angka,
    sisa: sisa.angka,
    serapan: serapan.angka,
    efisiensi: efisiensi.angka,
  }
}

const share = (a: Angka, b: Angka): Hasil => persen(bagi(dari(a), dari(b))!)

const ofPart = (r: Baca, base: Angka) => persen(bagi(kurang(dari(r.pagu), dari(r.realisasi)), dari(base))!)

type Dibaca = { readonly hitungan: readonly Hitungan[]; readonly spent: readonly Baca[] }
function checkTable(tabel: Tabel): Dibaca {
  const rows = tabel.baris.flatMap((b) => readRow(tabel, b) ?? [])
  const hitungan: Hitungan[] = []
  const spent: Baca[] = []
  for (const r of rows) {
    const [ofBudget, ofSpent] = [ofPart(r, r.pagu), ofPart(r, r.realisasi)]
    if (agreement(r.efisiensi, ofBudget)) hitungan.push(hitung(r.efisiensi, ofBudget, r.letak))
    else if (agreement(r.efisiensi, ofSpent)) {
      hitungan.push(hitung(r.efisiensi, ofSpent, r.letak))
      spent.push(r)
    }
  }
  return { hitungan, spent }
}

/** One convention of the whole paper is one thing to mend: said once, at the row where it changes most. */
function told(spent: readonly Baca[]): TemuanNaskah[] {
  const [r] = spent.toSorted((a, b) => sumOf(b).comparedTo(sumOf(a)))
  if (!r || sumOf(r).minus(HUNDRED).lt(parseDecimal('0.05'))) return []
  const right = ofPart(r, r.pagu)
  const more = spent.length > 1 ? ` Demikian pula ${spent.length - 1} baris lain.` : ''
  return [
    {
      di: r.efisiensi.di,
      jenis: 'ratio',
      berat: 'sedang',
      keyakinan: 0.7,
      letak: `${r.letak}, dasar persentasenya`,
      tercetak: r.efisiensi.tercetak,
      seharusnya: formatDecimal(right.nilai, 2),
      penjelasan: `Efisiensi ${r.efisiensi.tercetak} dihitung atas realisasi, sedangkan serapan ${r.serapan.tercetak} atas pagu; keduanya berjumlah ${formatDecimal(sumOf(r), 2)}, bukan 100. Atas pagu efisiensinya ${right.rumus} = ${formatDecimal(right.nilai, 2)}. Sebutkan dasarnya, atau pakai pagu.${more}`,
      terkait: spent.filter((o) => o !== r).map((o) => o.efisiensi.di),
    },
  ]
}
const sumOf = (r: Baca) => r.serapan.nilai.plus(r.efisiensi.nilai)
