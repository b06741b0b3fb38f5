// A percentage of a sentence whose parts are named beside it, each in a line of its own: `Jumlah diklat 132`, `Kebutuhan 177`.
// Confirmed only, and only of two figures that follow each other.
import { agreement, bagi, banyakAngka, dari, kurang, persen } from '../angka.ts'
import { type Aturan, type Hitungan, hitung } from '../aturan.ts'
import { type FaktaTeks, faktaOf } from '../fakta.ts'

export const teksBerbagi: Aturan = {
  kode: 'TEKS-BERBAGI',
  jenis: 'ratio',
  memeriksa: 'Persentase dalam kalimat yang sama dengan hasil bagi, atau pertumbuhan, dua angka berurutan di dekatnya.',
  contoh: { benar: 'capaian 74,58%: 132 diklat dari kebutuhan 177', salah: '(hanya memastikan yang cocok)' },
  periksa: (naskah) => {
    const all = faktaOf(naskah).angkaTeks.filter((f) => f.satuan || !/^(?:19|20)\d\d$/.test(f.angka.tercetak))
    const byPart = Map.groupBy(all, (f) => f.dalam.bagian)
    return { hitungan: [...byPart.values()].flatMap(shares), temuan: [] }
  },
}

/** Blocks, before and after. */
const NEAR = 8
/** Digits that must be printed: two figures make one of so many by chance, too. */
const DIGITS = 3

const GROWN = /\b(?:naik|kenaikan|meningkat|peningkatan|tumbuh|pertumbuhan|turun|penurunan|menurun)\b/i
const before = ({ dalam, awal }: FaktaTeks) => dalam.teks.slice(Math.max(0, awal - 80), awal)

function shares(all: readonly FaktaTeks[]): Hitungan[] {
  const counts = all.filter((f) => f.satuan !== '%' && f.angka.nilai.gt(1))
  return all.flatMap((p): Hitungan[] => {
    const { nilai, desimal } = p.angka
    if (p.satuan !== '%' || nilai.isZero() || desimal === 0 || banyakAngka(p.angka) < DIGITS) return []
    const near = counts.filter((f) => Math.abs(f.dalam.blok - p.dalam.blok) <= NEAR)
    for (const [i, a] of near.entries()) {
      const b = near[i + 1]
      if (!b || a.satuan !== b.satuan || b.dalam.blok - a.dalam.blok > 2) continue
      for (const [x, y] of [
        [a.angka, b.angka],
        [b.angka, a.angka],
      ] as const) {
        const tries = [bagi(dari(x), dari(y)), GROWN.test(before(p)) ? bagi(kurang(dari(x), dari(y)), dari(y)) : undefined]
        const held = tries.flatMap((t) => (t ? [persen(t)] : [])).find((t) => agreement(p.angka, t) !== null)
        if (held) return [hitung(p.angka, held, p.letak)]
      }
    }
    return []
  })
}
