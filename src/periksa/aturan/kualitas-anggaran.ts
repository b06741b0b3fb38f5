// Kualitas Pelaksanaan Anggaran: absorption, efficiency and output of an office, and the score that they come to.
import { formatDecimal, HUNDRED, parseDecimal } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, bagi, dari, dariPersen, type Hasil, kurang, persen, terbaca, tetap } from '../angka.ts'
import { type Aturan, type Catatan, hitung, type TemuanNaskah } from '../aturan.ts'
import { hitungMetode, metodeOf } from '../metode.ts'
import { type Baris, letakSel, type Tabel } from '../naskah.ts'

export const kualitasAnggaran: Aturan = {
  kode: 'KUALITAS-ANGGARAN',
  jenis: 'ratio',
  memeriksa: 'Nilai kualitas pelaksanaan anggaran sesuai dengan rumusnya dari serapan, efisiensi, dan output yang tercetak.',
  contoh: {
    benar: 'serapan 95%, efisiensi 4%, output 100%: 40 + 4 × 10 / 20 + 50 = 92',
    salah: 'serapan 95%, efisiensi 4%, output 100%, tercetak 95%',
  },
  dasar: metodeOf('KPA').dasar,
  periksa: ({ tabel }) => {
    const found = tabel.map(checkTable)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

type Tercetak = { readonly angka: Angka; readonly baris: Baris; readonly kolom: number; readonly teks: string }
const FORMULA = /realisasi\s*=|perhitungan serapan|[≥<>]\s*80/i

function checkTable(tabel: Tabel): Catatan {
  const none = { hitungan: [], temuan: [] }
  const words = [tabel.judul?.text ?? '', ...tabel.baris.flatMap((b) => b.sel.map((s) => s.teks))].join(' ')
  const named = /kualitas\s+(?:pelaksanaan|penggunaan)\s+anggaran/i.test(words)
  // The summary block of one office: a handful of rows, its three parts by name.
  if (!named || tabel.baris.length > 10 || ![/serapan/i, /efisiensi/i, /output/i].every((w) => w.test(words))) return none
  const figures = figuresOf(tabel)
  const money = figures.filter((f) => f.angka.nilai.gte(parseDecimal('100000')) && !/%/.test(f.angka.tercetak))
  const shares = figures.filter((f) => /%/.test(f.angka.tercetak))
  const [pagu, realisasi] = budgetOf(money)
  const score = shares.at(-1)
  if (!pagu || !realisasi || !score || shares.length < 2 || realisasi.angka.nilai.gt(pagu.angka.nilai)) return none
  const serapan = persen(bagi(dari(realisasi.angka), dari(pagu.angka))!)
  const sisa = kurang(dari(pagu.angka), dari(realisasi.angka))
  const bases = [realisasi, pagu].map((b) => persen(bagi(sisa, dari(b.angka))!))
  const before = shares.slice(0, -1)
  const full = before.findLast((f) => f.angka.nilai.eq(HUNDRED))
  const shown = before.find((f) => f !== full && agreement(f.angka, serapan))
  const effect = before.find((f) => f !== full && f !== shown && bases.some((b) => agreement(f.angka, b)))
  const rest = before.findLast((f) => f !== shown && f !== effect)
  const output = full ?? (/output\s*(?:=\s*)?100\s*%/i.test(words) ? { angka: { ...score.angka, nilai: HUNDRED } } : rest)
  if (!output || output.angka.nilai.gt(HUNDRED)) return none
  const masukan = {
    serapan: shown ? tetap(shown.angka.nilai) : serapan,
    efisiensi: effect ? dariPersen(effect.angka) : bases[0]!,
    output: tetap(output.angka.nilai),
  }
  return judge(tabel, score, masukan, [pagu, realisasi, ...(shown ? [shown] : []), ...(effect ? [effect] : [])], words)
}

/** The budget and what was spent of it: two amounts whose difference is printed too; otherwise the first two. */
function budgetOf(money: readonly Tercetak[]): readonly (Tercetak | undefined)[] {
  for (const a of money)
    for (const b of money) {
      const left = a.angka.nilai.minus(b.angka.nilai)
      // Spent and left are told apart by their size: an office that spends less than half of its budget is rare.
      if (left.isPositive() && b.angka.nilai.gte(left) && money.some((c) => c !== b && c.angka.nilai.eq(left))) return [a, b]
    }
  const [a, b] = money
  if (money.length !== 2 || !a || !b || b.angka.nilai.times(2).gte(a.angka.nilai)) return [a, b]
  const nilai = a.angka.nilai.minus(b.angka.nilai)
  return [a, { ...b, angka: { ...b.angka, nilai } }]
}

function judge(
  tabel: Tabel,
  score: Tercetak,
  masukan: Readonly<Record<'serapan' | 'efisiensi' | 'output', Hasil>>,
  parts: readonly Tercetak[],
  words: string,
): Catatan {
  const letak = letakSel(tabel, score.baris, score.kolom)
  const tercetak = score.angka.tercetak
  const terkait = parts.map((p) => p.angka.di)
  const short = (h: Hasil) => formatDecimal(h.nilai, 2)
  const seen = `serapan ${short(masukan.serapan)}%, efisiensi ${short(masukan.efisiensi)}%, output ${short(masukan.output)}%`
  const said = { di: score.angka.di, letak, tercetak, terkait }
  const hasil = hitungMetode('KPA', masukan)
  if (!hasil) {
    const proposed = hitungMetode('KPA', masukan, 'CELAH_TANPA_EFISIENSI')
    const claims = /[≥>]\s*=?\s*80/.test(words) ? ' Naskah menyebut serapan 80% atau lebih, padahal tidak.' : ''
    const penjelasan = `Rumusnya tidak mengatur keadaan ini (${seen}), jadi nilai ${tercetak} tidak mengikuti satu pun ketentuannya.${claims}${proposed ? ` Bila efisiensi tidak dihitung, nilainya ${terbaca(proposed.rumus)} = ${short(proposed)}.` : ''}`
    return {
      hitungan: [],
      temuan: [
        { ...said, jenis: 'rule', berat: 'sedang', keyakinan: 0.85, seharusnya: proposed ? short(proposed) : null, penjelasan },
      ],
    }
  }
  const h = hitung(score.angka, hasil, letak)
  const same =
    score.angka.desimal > 0 && agreement(score.angka, masukan.serapan) ? ' Yang tercetak adalah persentase serapannya.' : ''
  const penjelasan = `Dengan ${seen} rumusnya memberi ${terbaca(hasil.rumus)} = ${short(hasil)}, bukan ${tercetak}.${same}`
  const temuan: TemuanNaskah[] = h.cocok
    ? []
    : [{ ...said, jenis: 'ratio', berat: 'tinggi', keyakinan: 0.88, seharusnya: short(hasil), penjelasan }]
  return { hitungan: [h], temuan }
}

const TOKEN = /(?<![\d.,])(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)(?![\d]|[.,]\d)\s*(%)?/g

/** Every amount and percentage in the order of the paper; such blocks often hold several in one cell. */
function figuresOf(tabel: Tabel): Tercetak[] {
  return tabel.baris.flatMap((baris) =>
    baris.sel.flatMap((s, kolom): Tercetak[] => {
      if (s.asal.column !== kolom || FORMULA.test(s.teks)) return []
      return [...s.teks.matchAll(TOKEN)].map((m) => {
        const grouped = /[.,]\d{3}(?:[.,]|$)/.test(m[1]!)
        const text = grouped ? m[1]!.replace(/[.,]/g, '') : m[1]!.replace(',', '.')
        const angka = {
          nilai: parseDecimal(text),
          desimal: grouped ? 0 : (text.split('.')[1]?.length ?? 0),
          tercetak: m[0].trim(),
          keyakinan: 0.9,
          di: s.di,
        }
        return { angka, baris, kolom, teks: s.teks }
      })
    }),
  )
}
