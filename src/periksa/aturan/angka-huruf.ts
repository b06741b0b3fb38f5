// A number that is followed by its own words says the same twice: `46 (empat puluh enam)`.

import { findDecimal, toText } from '../../platform/kernel/decimal.ts'
import { readNumberWords } from '../../platform/kernel/number-words.ts'
import { type Angka, tetap, tulis } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, TANPA_CATATAN, type TemuanNaskah } from '../aturan.ts'
import { angkaDalam, faktaOf, letakTeks, selTeks, type Teks } from '../fakta.ts'

export const angkaHuruf: Aturan = {
  kode: 'ANGKA-HURUF',
  jenis: 'text-vs-table',
  memeriksa: 'Angka yang diulang dengan huruf di dalam kurung menyebut bilangan yang sama.',
  contoh: { benar: '46 (empat puluh enam) unit', salah: '46 (empat puluh lima) unit' },
  periksa: (naskah) => {
    const found = [...faktaOf(naskah).teks, ...selTeks(naskah)].map(check)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

/** What follows in parentheses, in letters only; the unit may stand before the bracket or inside it. */
const WORDS = /^\s*(?:[\p{L}%]+\s+)?\(\s*([\p{L}\s-]{3,80}?)\s*\)/u
const UNIT = /\s+(?:persen|orang|rupiah|unit|buah|hari|bulan|tahun|jam(?: pelajaran)?|indikator|dokumen|laporan|kegiatan|program)$/i

function check(teks: Teks): Catatan {
  if (!teks.teks.includes('(')) return TANPA_CATATAN
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  for (const { angka, akhir } of angkaDalam(teks)) {
    const words = WORDS.exec(teks.teks.slice(akhir))
    const said = words && findDecimal(readNumberWords(words[1]!.replace(UNIT, '')) ?? '')
    if (!said) continue
    const tercetak = `${angka.tercetak}${words[0]}`.replace(/\s+/g, ' ')
    const both: Angka = { ...angka, tercetak }
    const reckoned = hitung(both, tetap(said), letakTeks(teks, tercetak))
    hitungan.push({ ...reckoned, rumus: `${toText(angka.nilai)} = "${words[1]}"` })
    if (!reckoned.cocok && angka.keyakinan >= 0.6)
      temuan.push({
        di: angka.di,
        jenis: 'text-vs-table',
        berat: 'sedang',
        keyakinan: 0.95,
        letak: reckoned.letak,
        tercetak,
        seharusnya: tulis(said),
        penjelasan: `Angkanya ${angka.tercetak}, sedangkan hurufnya "${words[1]}" berarti ${tulis(said)}. Samakan angka dan hurufnya.`,
      })
  }
  return { hitungan, temuan }
}
