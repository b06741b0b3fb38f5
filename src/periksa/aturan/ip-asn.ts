// Indeks Profesionalitas ASN: four dimensions, each with its highest value, that add up to the index.
import { parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, angkaOf, dariPersen, rerata, terbaca } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { hitungMetode, metodeOf } from '../metode.ts'
import { type Baris, letakSel, type Tabel } from '../naskah.ts'

const METODE = metodeOf('IP_ASN')
/** The dimensions and their highest values, as the pack says them: `Kualifikasi (25)`. */
const DIMENSI = [...METODE.masukan.pegawai!.arti.matchAll(/(\p{Lu}\p{L}+) \((\d+)\)/gu)].map((m) => ({
  nama: m[1]!,
  maks: parseDecimal(m[2]!),
}))

export const ipAsn: Aturan = {
  kode: 'IP-ASN',
  jenis: 'sum',
  memeriksa:
    'Indeks Profesionalitas ASN adalah jumlah (bukan rata-rata) keempat dimensinya, dan tiap dimensi tidak melebihi nilai tertingginya.',
  contoh: {
    benar: '21,00 + 38,00 + 24,00 + 5,00 = 88,00',
    salah: 'Rata-rata 21,00; 38,00; 24,00; 5,00 tercetak 88,00; Kompetensi 41,50',
  },
  dasar: METODE.dasar.split(';').slice(0, 2).join(';'),
  periksa: ({ tabel }) => {
    const found = tabel.flatMap((t) => [added(t), bounded(t)])
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const dimensiOf = (b: Baris) => DIMENSI.find((d) => new RegExp(`^(?:dimensi\\s+)?${d.nama}\\b`, 'i').test(b.label))

function added(tabel: Tabel): Catatan {
  const rows = tabel.baris.flatMap((baris) => {
    const d = dimensiOf(baris)
    return d ? [{ d, baris }] : []
  })
  if (new Set(rows.map((r) => r.d.nama)).size !== DIMENSI.length || rows.length !== DIMENSI.length)
    return { hitungan: [], temuan: [] }
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  for (const { nomor } of tabel.kolom) {
    const parts = rows.map((r) => angkaOf(r.baris.sel[nomor]))
    const sums = tabel.baris.slice(tabel.baris.indexOf(rows.at(-1)!.baris) + 1, tabel.baris.indexOf(rows.at(-1)!.baris) + 3)
    const sum = sums.find((b) => !dimensiOf(b) && angkaOf(b.sel[nomor]))
    const angka = sum && angkaOf(sum.sel[nomor])
    if (!sum || !angka || parts.some((p) => !p)) continue
    const hasil = hitungMetode('IP_ASN', {
      pegawai: rows.map((r, i) => ({ kunci: { pegawai: 'organisasi', dimensi: r.d.nama }, nilai: dariPersen(parts[i]!) })),
    })!
    const rumus = parts.map((p) => toText(p!.nilai)).join(' + ')
    const h = hitung(angka, { ...hasil, rumus }, letakSel(tabel, sum, nomor))
    hitungan.push(h)
    temuan.push(...judge(angka, parts as Angka[], h, sum))
  }
  return { hitungan, temuan }
}

function judge(angka: Angka, parts: readonly Angka[], h: Hitungan, sum: Baris): TemuanNaskah[] {
  const terkait = parts.map((p) => p.di)
  const said = { di: angka.di, letak: h.letak, tercetak: h.tercetak, terkait }
  const mean = /rata/i.test(sum.label)
  if (h.cocok) {
    if (!mean) return []
    const penjelasan = `Baris "${sum.label}" berisi jumlah keempat dimensi (${terbaca(h.rumus)} = ${terbaca(h.dihitung)}), bukan rata-ratanya. Namai sebagai jumlah atau indeks.`
    return [{ ...said, tercetak: sum.label, jenis: 'caption', berat: 'rendah', keyakinan: 0.9, seharusnya: 'Jumlah', penjelasan }]
  }
  const average = agreement(angka, rerata(parts.map(dariPersen))!)
  const penjelasan = `Indeks Profesionalitas ASN adalah jumlah keempat dimensinya: ${terbaca(h.rumus)} = ${terbaca(h.dihitung)}, bukan ${h.tercetak}${average ? ' (yang tercetak adalah rata-ratanya)' : ''}.`
  return [{ ...said, jenis: 'sum', berat: 'tinggi', keyakinan: 0.88, seharusnya: h.dihitung, penjelasan }]
}

const ABOUT = /\bip\s?asn\b|profesionalitas\s+(?:asn|aparatur)/i

/** A dimension above its highest value, as a row or as a column. */
function bounded(tabel: Tabel): Catatan {
  const about = [tabel.judul?.text ?? '', tabel.pengantar ?? '', ...tabel.bagian, ...tabel.kolom.flatMap((k) => k.judul)].join(' ')
  if (!ABOUT.test(about)) return { hitungan: [], temuan: [] }
  const temuan = tabel.baris.flatMap((b) =>
    b.sel.flatMap((s, k): TemuanNaskah[] => {
      const head = tabel.kolom[k]!.judul.at(-1) ?? ''
      const d =
        dimensiOf(b) ??
        DIMENSI.find((x) =>
          new RegExp(`^(?:nilai |ip asn |dimensi |[(]?dimensi )*${x.nama}[)]?$`, 'i').test(head.replace(/\s+/g, ' ').trim()),
        )
      const angka = s.asal.column === k ? angkaOf(s) : undefined
      if (
        !d ||
        !angka ||
        /bobot|target|%|capaian|jumlah|^no/i.test(head) ||
        angka.nilai.lte(d.maks) ||
        angka.nilai.gt(parseDecimal('100')) ||
        angka.desimal === 0
      )
        return []
      const penjelasan = `Nilai dimensi ${d.nama} paling tinggi ${toText(d.maks)}; tercetak ${angka.tercetak}.`
      return [
        {
          di: s.di,
          jenis: 'unit',
          berat: 'sedang',
          keyakinan: 0.85 * angka.keyakinan,
          letak: letakSel(tabel, b, k),
          tercetak: s.teks,
          seharusnya: `paling tinggi ${toText(d.maks)}`,
          penjelasan,
        },
      ]
    }),
  )
  return { hitungan: [], temuan }
}
