// A sentence whose figure was never filled in: `sebesar %`, `sebanyak orang`, `(jumlah) transaksi`, `Rp ……`.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { singkat } from '../kata.ts'
import { kata, type Petikan, petikan, tempat } from '../teks.ts'

export const isianKosong: Aturan = {
  kode: 'ISIAN-KOSONG',
  jenis: 'missing-value',
  memeriksa: 'Tempat angka atau nama dalam kalimat sudah diisi: tidak ada "sebesar %", "(jumlah)", atau titik-titik.',
  contoh: { benar: 'telah melakukan 12 transaksi, sebesar 8%', salah: 'telah melakukan (jumlah) transaksi, sebesar %' },
  periksa: (naskah) => ({ hitungan: [], temuan: petikan(naskah).filter(isSentence).flatMap(empty) }),
}

/** Names of columns and forms to be filled in have no sentences. */
const LEAST = 8
const isSentence = (p: Petikan) =>
  (p.jenis === 'alinea' || p.jenis === 'butir' || p.jenis === 'sel') && p.teks.length > 40 && kata(p).length >= LEAST

const AMOUNT = 'sebesar|sebanyak|sejumlah|mencapai|berjumlah|terdapat'
const THING = 'orang|persen|rupiah|dokumen|laporan|kegiatan|unit|paket|poin|pegawai|responden'
const EMPTY: readonly (readonly [RegExp, number])[] = [
  // The number before the percent sign, and the one before what is counted.
  [new RegExp(String.raw`(?<!\p{L})(?:${AMOUNT}|(?<!persen(?:tase)?\s)atau|menjadi)\s*%`, 'giu'), 0.9],
  [new RegExp(String.raw`(?<!\p{L})(?:sebesar|sebanyak)\s+(?:${THING})(?!\p{L})(?!\s+(?:yang|\d))`, 'giu'), 0.8],
  [/(?<!\p{L})Rp\.?\s*(?:(?=[,;]\s|\s(?:atau|dan|dari|dengan)\s)|[.…_]{3,})/giu, 0.85],
  // What should have been put in place of the word.
  [/\((?:jumlah|nama|tanggal|nomor|isi|sebutkan[^()]{0,30}|diisi[^()]{0,30}|[.…_]{3,})\)\s+(?=\p{Ll})/giu, 0.85],
  [/(?<=\p{L}\s)(?:[.…]{4,}|_{3,}|x{2,})(?=\s+\p{Ll})/gu, 0.8],
]

function empty(p: Petikan): TemuanNaskah[] {
  const found = EMPTY.flatMap(([form, keyakinan]) => [...p.teks.matchAll(form)].map((m) => ({ at: m.index, end: m.index + m[0].length, keyakinan }))) // biome-ignore format: one line
  const [first] = found.toSorted((a, b) => a.at - b.at)
  if (!first) return []
  // Several gaps of one sentence are one that was not finished.
  const last = Math.max(...found.filter((f) => f.at - first.at < 60).map((f) => f.end))
  const shown = p.teks.slice(Math.max(0, p.teks.lastIndexOf(' ', Math.max(0, first.at - 12)) + 1), last + 20)
  return [
    {
      di: tempat(p, first.at),
      jenis: 'missing-value',
      berat: 'sedang',
      keyakinan: first.keyakinan,
      letak: p.letak,
      tercetak: singkat(p.teks.slice(first.at, last), 60),
      seharusnya: null,
      penjelasan: `Dalam "… ${singkat(shown, 90)}" angka atau namanya belum diisi. Isi, atau hapus kalimatnya.`,
    },
  ]
}
