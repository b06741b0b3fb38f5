// "Melebihi", "mencapai" or "tidak mencapai target": what a row says of itself agrees with its own figures.
import { HUNDRED, toText } from '../../platform/kernel/decimal.ts'
import { agreement, angkaOf, bagi, dariPersen, persen } from '../angka.ts'
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type Baris, letakSel, type Tabel } from '../naskah.ts'

export const statusCapaian: Aturan = {
  kode: 'STATUS-CAPAIAN',
  jenis: 'scale',
  memeriksa: 'Keterangan melebihi, mencapai, atau tidak mencapai target sesuai dengan persentase capaian di baris yang sama.',
  contoh: { benar: 'capaian 104,08: Melebihi target', salah: 'capaian 98,20: Mencapai target' },
  periksa: ({ tabel }) => {
    const found = tabel.map(checkTable)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const WORDS: readonly (readonly [RegExp, (over: number) => boolean, string])[] = [
  [/^(?:tidak|belum|kurang)\s+(?:men)?(?:tercapai|capai|mencapai)(?:\s+target)?\.?$/i, (o) => o < 0, 'di bawah 100'],
  [/^(?:melebihi|melampaui)(?:\s+target)?\.?$/i, (o) => o > 0, 'di atas 100'],
  // Who exceeds a target has reached it as well.
  [/^(?:mencapai|tercapai|sesuai)(?:\s+target)?\.?$/i, (o) => o >= 0, '100 atau lebih'],
]

/** "Capaian" often holds the result itself; it is a percentage where it says so, or where it is one of two figures left of it. */
function isShare(b: Baris, k: number): boolean {
  const angka = angkaOf(b.sel[k])!
  if (/%|persen/i.test(b.sel[k]!.kolom.judul.join(' ')) || /%/.test(angka.tercetak)) return true
  const [target, real] = b.sel
    .slice(0, k)
    .flatMap((s) => angkaOf(s) ?? [])
    .slice(-2)
  const share = target && real && bagi(dariPersen(real), dariPersen(target))
  return share !== undefined && agreement(angka, persen(share)) !== null
}

function checkTable(tabel: Tabel): Catatan {
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  for (const b of tabel.baris)
    for (const [k, s] of b.sel.entries()) {
      const word = s.asal.column === k ? WORDS.find(([w]) => w.test(s.teks.trim())) : undefined
      const column =
        word &&
        tabel.kolom.findLast((c) => c.nomor < k && /capaian|%|persen/i.test(c.judul.at(-1) ?? '') && angkaOf(b.sel[c.nomor]))
      const angka = column && angkaOf(b.sel[column.nomor])
      if (!word || !angka || !isShare(b, column.nomor)) continue
      const [, fits, means] = word
      const letak = letakSel(tabel, b, k)
      const cocok = fits(angka.nilai.comparedTo(HUNDRED))
      const tercetak = s.teks.trim()
      if (cocok)
        hitungan.push({
          di: s.di,
          letak,
          rumus: `${tercetak}: ${toText(angka.nilai)} ${means}`,
          tercetak,
          dihitung: tercetak,
          pembulatan: 'tepat',
          cocok,
        })
      const penjelasan = `Tercetak "${tercetak}", padahal capaiannya ${angka.tercetak}; "${tercetak}" berarti ${means}.`
      if (!cocok)
        temuan.push({
          di: s.di,
          jenis: 'scale',
          berat: 'tinggi',
          keyakinan: 0.85,
          letak,
          tercetak,
          seharusnya: null,
          penjelasan,
          terkait: [angka.di],
        })
    }
  return { hitungan, temuan }
}
