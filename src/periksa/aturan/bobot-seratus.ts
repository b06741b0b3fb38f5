// Weights are parts of a whole: a column of them comes to 100.

import { formatDecimal, HUNDRED, toText } from '../../platform/kernel/decimal.ts'
import { terbaca } from '../angka.ts'

import { type Aturan, type Catatan, hitung } from '../aturan.ts'
import { bobotSeratus } from '../hubungan/bagian.ts'
import { kisiOf } from '../hubungan/kisi.ts'

export const bobot: Aturan = {
  kode: 'BOBOT-SERATUS',
  jenis: 'sum',
  memeriksa: 'Kolom bobot yang jumlahnya dekat dengan 100 berjumlah tepat 100.',
  contoh: { benar: '30, 25, 25, 20', salah: '30, 25, 25, 15' },
  periksa: ({ tabel }) => {
    const found = tabel.flatMap((t) => bobotSeratus(kisiOf(t)).map(check))
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

function check({ bagian, jumlah }: ReturnType<typeof bobotSeratus>[number]): Catatan {
  const last = bagian.at(-1)!
  const rest = HUNDRED.minus(jumlah.nilai).plus(last.angka.nilai)
  if (jumlah.nilai.eq(HUNDRED)) {
    const others = { nilai: rest, min: rest, maks: rest, rumus: `100 - ${toText(jumlah.nilai.minus(last.angka.nilai))}` }
    return { hitungan: [hitung(last.angka, others, last.letak)], temuan: [] }
  }
  const [sum, letak] = [formatDecimal(jumlah.nilai, Math.min(2, jumlah.nilai.decimalPlaces())), last.letak]
  return {
    hitungan: [],
    temuan: [
      {
        di: last.angka.di,
        jenis: 'sum',
        berat: 'sedang',
        keyakinan: 0.75,
        letak,
        tercetak: sum,
        seharusnya: '100',
        penjelasan: `Bobot berjumlah ${sum}: ${terbaca(jumlah.rumus)}. Bobot bagian-bagian dari satu nilai seharusnya berjumlah 100.`,
        terkait: bagian.map((p) => p.angka.di),
      },
    ],
  }
}
