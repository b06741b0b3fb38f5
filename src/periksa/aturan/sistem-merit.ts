// Indeks Sistem Merit: skor (1-4) times bobot of every sub aspect; the highest values of all of them come to 400.
import { findSkala } from '../../peraturan/nasional/skala.ts'
import { HUNDRED, parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { angkaOf } from '../angka.ts'
import type { Aturan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { metodeOf } from '../metode.ts'
import { letakSel, type Tabel } from '../naskah.ts'

const SKALA = findSkala('SISTEM_MERIT')!
const HIGHEST = parseDecimal(SKALA.maks!)

export const sistemMerit: Aturan = {
  kode: 'SISTEM-MERIT',
  jenis: 'rule',
  memeriksa: 'Bobot seluruh sub aspek sistem merit berjumlah 100 (atau 400 sebagai nilai tertinggi), dan nilai tidak melebihinya.',
  contoh: { benar: 'Total Nilai: bobot 400, nilai 350,5', salah: 'Total Nilai: bobot 410' },
  dasar: metodeOf('SISTEM_MERIT').dasar.split(';').slice(0, 2).join(';'),
  periksa: ({ tabel }) => {
    const found = tabel.flatMap(checkTable)
    return { hitungan: found.flatMap((f) => ('rumus' in f ? [f] : [])), temuan: found.flatMap((f) => ('berat' in f ? [f] : [])) }
  },
}

function checkTable(tabel: Tabel): (Hitungan | TemuanNaskah)[] {
  const about = [tabel.judul?.text ?? '', tabel.pengantar ?? '', ...tabel.bagian, ...tabel.kolom.flatMap((k) => k.judul)].join(' ')
  const weight = tabel.kolom.find((k) => /\bbobot\b/i.test(k.judul.at(-1) ?? ''))
  const total = tabel.baris.findLast((b) =>
    /^(?:total|jumlah)(?:\s+(?:nilai|seluruh\w*|keseluruhan|bobot))?$/i.test(b.sel.find((s) => s.teks !== '')?.teks.trim() ?? ''),
  )
  // Only a whole index has eight aspects; the part of one office has fewer.
  const aspects = tabel.baris.filter(
    (b) => b !== total && b.sel.some((s) => /^(?:sub\s*)?total\s+aspek|^jumlah\s+aspek/i.test(s.teks)),
  ).length
  if (!/sistem\s+merit/i.test(about) || !weight || !total || aspects < 6) return []
  const angka = angkaOf(total.sel[weight.nomor])
  if (!angka) return []
  const letak = letakSel(tabel, total, weight.nomor)
  const right = [HIGHEST, HUNDRED].find((r) => angka.nilai.eq(r))
  if (right)
    return [
      {
        di: angka.di,
        letak,
        rumus: `nilai tertinggi menurut ${SKALA.nama}`,
        tercetak: angka.tercetak,
        dihitung: toText(right),
        pembulatan: 'tepat',
        cocok: true,
      },
    ]
  const parts = tabel.baris.flatMap((b) =>
    /total\s+aspek/i.test(b.sel.map((s) => s.teks).join(' ')) ? (angkaOf(b.sel[weight.nomor]) ?? []) : [],
  )
  const penjelasan = `Bobot seluruh sub aspek berjumlah ${angka.tercetak}, padahal nilai tertinggi Indeks Sistem Merit ${toText(HIGHEST)} (bobot 100 × skor 4). Periksa bobot tiap aspek: ${parts.map((p) => p.tercetak).join(', ')}.`
  return [
    {
      di: angka.di,
      jenis: 'rule',
      berat: 'sedang',
      keyakinan: 0.85,
      letak,
      tercetak: angka.tercetak,
      seharusnya: toText(HIGHEST),
      penjelasan,
      terkait: parts.map((p) => p.di),
    },
  ]
}
