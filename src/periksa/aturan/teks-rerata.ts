// A figure of a sentence or a list that is the mean of a column near it. Confirmed only: the paper does not say that it is.
import { agreement, banyakAngka, dari, rerata } from '../angka.ts'
import { type Aturan, type Hitungan, hitung } from '../aturan.ts'
import { type Fakta, type FaktaSel, type FaktaTeks, faktaOf } from '../fakta.ts'

export const teksRerata: Aturan = {
  kode: 'TEKS-RERATA',
  jenis: 'average',
  memeriksa: 'Angka indeks atau rata-rata dalam kalimat yang sama dengan rata-rata sebuah kolom tabel di dekatnya.',
  contoh: { benar: 'Indeks 61,2: rata-rata 65,6; 58,0; 60,0', salah: '(hanya memastikan yang cocok)' },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const columns = [...Map.groupBy(fakta.sel, (s) => s.tabel)].flatMap(([tabel, sel]) =>
      [...Map.groupBy(sel, (s) => s.kolom.nomor).values()].map((list) => ({ blok: fakta.blokOf.get(tabel)!, list: parts(list) })),
    )
    return { hitungan: columns.flatMap((c) => meansOf(c.list, c.blok, fakta)), temuan: [] }
  },
}

/** Blocks, before and after the table. */
const NEAR = 6
const FEWEST = 3
const parts = (list: readonly FaktaSel[]) =>
  list.filter((s) => !s.baris.jumlah && !/^(?:rata|jumlah|total|nilai rata)/i.test(s.sebutan))
const SAID = /\b(?:rata-rata|rerata|indeks|capaian|nilai|keseluruhan|total)\b/i

function meansOf(list: readonly FaktaSel[], blok: number, { angkaTeks }: Fakta): Hitungan[] {
  if (list.length < FEWEST || new Set(list.map((s) => s.angka.tercetak)).size < FEWEST) return []
  const mean = rerata(list.map((s) => dari(s.angka)))!
  const held = (f: FaktaTeks) =>
    Math.abs(f.dalam.blok - blok) <= NEAR &&
    f.satuan !== 'Rp' &&
    f.angka.desimal > 0 &&
    banyakAngka(f.angka) > 2 &&
    // One of the column stands for itself.
    !list.some((s) => s.angka.nilai.eq(f.angka.nilai)) &&
    SAID.test(f.dalam.teks.slice(Math.max(0, f.awal - 80), f.awal)) &&
    agreement(f.angka, mean) !== null &&
    agreement(f.angka, mean) !== 'dari-angka-belum-dibulatkan'
  return angkaTeks.filter(held).map((f) => hitung(f.angka, mean, f.letak))
}
