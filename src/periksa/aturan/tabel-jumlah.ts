// A row that calls itself a sum is the sum of what stands above it: of all rows of its table or group, or of the rows since the sum before it.
import { type Angka, angkaOf, dari, jumlah } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { type Baris, namaTabel, type Tabel } from '../naskah.ts'

export const tabelJumlah: Aturan = {
  kode: 'TABEL-JUMLAH',
  jenis: 'sum',
  memeriksa: 'Baris yang menyebut dirinya jumlah sama dengan jumlah baris-baris di atasnya, kolom demi kolom.',
  contoh: { benar: '10 dan 15, Jumlah 25', salah: '10 dan 15, Jumlah 26' },
  periksa: ({ tabel }) => {
    const found = tabel.flatMap(checkTable)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

function checkTable(tabel: Tabel): Catatan[] {
  return tabel.baris.flatMap((baris, n) => (baris.jumlah && !/rata/i.test(baris.label) ? checkSum(tabel, baris, n) : []))
}

function checkSum(tabel: Tabel, sum: Baris, n: number): Catatan[] {
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  const since = tabel.baris.findLastIndex((b, i) => i < n && b.jumlah) + 1
  for (const [c, sel] of sum.sel.entries()) {
    const angka = sel.asal.column === c ? angkaOf(sel) : undefined
    if (!angka) continue
    const parts = (from: number) =>
      tabel.baris
        .slice(from, n)
        .filter((b) => !b.jumlah)
        .flatMap((b) => (b.sel[c]!.asal.column === c ? (angkaOf(b.sel[c]) ?? []) : []))
    const letak = `${namaTabel(tabel)}, kolom ${c + 1}, baris "${sum.label}"`
    const tries = [...new Set([since, 0])].map((from) => parts(from)).filter((p) => p.length > 1)
    const tried = tries.map((p) => hitung(angka, jumlah(p.map(dari)), letak))
    const best = tried.find((h) => h.cocok) ?? tried[0]
    if (!best) continue
    hitungan.push(best)
    if (!best.cocok && worthSaying(angka, tries[0]!)) temuan.push(say(angka, best, tries[0]!))
  }
  // A column that is never summed (percentages, averages) is no evidence; one that is, in this row, makes the others sure.
  const confirmed = hitungan.some((h) => h.cocok)
  return [{ hitungan: hitungan.filter((h) => h.cocok || confirmed), temuan: confirmed ? temuan : [] }]
}

const worthSaying = (angka: Angka, parts: readonly Angka[]) => parts.every((p) => p.keyakinan > 0.5) && angka.keyakinan > 0.5

function say(angka: Angka, { letak, rumus, dihitung, tercetak }: Hitungan, parts: readonly Angka[]): TemuanNaskah {
  return {
    di: angka.di,
    jenis: 'sum',
    berat: 'tinggi',
    keyakinan: Math.min(0.9, angka.keyakinan, ...parts.map((p) => p.keyakinan)),
    letak,
    tercetak,
    seharusnya: dihitung,
    penjelasan: `Tercetak ${tercetak}, sedangkan ${rumus} = ${dihitung}.`,
    terkait: parts.map((p) => p.di),
  }
}
