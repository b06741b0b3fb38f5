// An index of a survey by unsur: the mean of the unsur, each the mean of its variables; not the mean of all variables.
import { formatDecimal } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, angkaOf, dariPersen, type Hasil, rerata } from '../angka.ts'
import { type Aturan, type Catatan, hitung, TANPA_CATATAN, type TemuanNaskah } from '../aturan.ts'
import { hitungMetode } from '../metode.ts'
import { letakSel, type Naskah, namaTabel, type Tabel } from '../naskah.ts'

export const surveiUnsur: Aturan = {
  kode: 'SURVEI-UNSUR',
  jenis: 'average',
  memeriksa: 'Nilai survei adalah rata-rata unsurnya, dan tiap unsur rata-rata variabelnya.',
  contoh: {
    benar: 'unsur A (96; 100) dan unsur B (92): (98 + 92) / 2 = 95',
    salah: 'unsur A (96; 100) dan unsur B (92) tercetak 96, rata-rata ketiga variabel',
  },
  dasar: 'PermenPANRB 14/2017',
  periksa: (naskah) => {
    const sheets = naskah.tabel.flatMap(sheetOf)
    const found = sheets.flatMap((s) => s.kolom.map((k) => compare(naskah, s, k, unsurOf(sheets))))
    // Where this way of reckoning explains none of the printed values, it is not theirs.
    const hitungan = found.flatMap((f) => f.hitungan)
    const held = hitungan.filter((h) => h.cocok).length
    const temuan = held >= 2 ? found.flatMap((f) => f.temuan) : []
    return { hitungan: held >= 1 ? hitungan : [], temuan: temuan.length <= held ? temuan : [] }
  },
}

type Lembar = {
  readonly tabel: Tabel
  readonly kolom: readonly number[]
  readonly rows: readonly { readonly unsur: string; readonly variabel: string; readonly index: number }[]
}

/** A table of variables under their unsur, with values of 0 to 100. */
function sheetOf(tabel: Tabel): Lembar[] {
  const at = (words: RegExp) => tabel.kolom.find((k) => words.test(k.judul.join(' ')))?.nomor
  const variabel = at(/\bvariabel\b(?!.*nilai)/i) ?? at(/\bpertanyaan\b|\bpernyataan\b/i)
  if (variabel === undefined || variabel === 0) return []
  let unsur = ''
  const rows = tabel.baris.flatMap((b, index) => {
    const own = b.sel
      .slice(0, variabel)
      .findLast((s) => /\p{L}{3}/u.test(s.teks))
      ?.teks.trim()
    if (own) unsur = own
    const text = b.sel[variabel]!.teks.trim()
    return text && !b.jumlah ? [{ unsur, variabel: text, index }] : []
  })
  const kolom = tabel.kolom.flatMap((k) => {
    const values = rows.flatMap((r) => angkaOf(tabel.baris[r.index]!.sel[k.nomor]) ?? [])
    return k.nomor > variabel && values.length >= 0.8 * rows.length && values.every((v) => v.nilai.lte(100) && v.nilai.gt(1))
      ? [k.nomor]
      : []
  })
  return rows.length >= 5 && kolom.length && new Set(rows.map((r) => r.unsur)).size < rows.length ? [{ tabel, kolom, rows }] : []
}

/** The same variables are asked of every office; where a page break moved an unsur, most sheets say where it belongs. */
function unsurOf(sheets: readonly Lembar[]): (variabel: string) => string | undefined {
  const votes = new Map<string, Map<string, number>>()
  for (const { rows } of sheets)
    for (const r of rows) {
      const own = votes.get(key(r.variabel)) ?? new Map<string, number>()
      votes.set(key(r.variabel), own.set(plain(r.unsur), (own.get(plain(r.unsur)) ?? 0) + 1))
    }
  return (variabel) => {
    const [first, second] = [...(votes.get(key(variabel)) ?? [])].sort((a, b) => b[1] - a[1])
    return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
  }
}
const plain = (teks: string) =>
  teks
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
const key = (variabel: string) => plain(variabel).slice(0, 28)

function compare(
  naskah: Naskah,
  { tabel, rows }: Lembar,
  column: number,
  unsurFor: (variabel: string) => string | undefined,
): Catatan {
  const values = rows.flatMap((r) => {
    const angka = angkaOf(tabel.baris[r.index]!.sel[column])
    return angka ? [{ unsur: unsurFor(r.variabel) ?? plain(r.unsur), variabel: `${r.index}`, angka }] : []
  })
  const found = hitungMetode('IEK', {
    variabel: values.map((v) => ({ kunci: { bidang: '1', unsur: v.unsur, variabel: v.variabel }, nilai: dariPersen(v.angka) })),
    bidang: [],
  })
  const target = found && printed(naskah, tabel, column)
  if (!found || !target) return TANPA_CATATAN
  const hasil: Hasil = {
    ...found,
    rumus: `AVERAGE(${new Set(values.map((v) => v.unsur)).size} unsur dari ${values.length} variabel ${namaTabel(tabel)})`,
  }
  const h = hitung(target.angka, hasil, target.letak)
  if (h.cocok) return { hitungan: [h], temuan: [] }
  const flat = agreement(target.angka, rerata(values.map((v) => dariPersen(v.angka)))!)
  const value = formatDecimal(hasil.nilai, 2)
  const why = flat ? ' Yang tercetak adalah rata-rata seluruh variabel.' : ''
  const penjelasan = `Dari variabel pada ${namaTabel(tabel)} nilainya ${value} (rata-rata unsur), bukan ${target.angka.tercetak}.${why}`
  const terkait = values.map((v) => v.angka.di)
  const temuan: TemuanNaskah = {
    di: target.angka.di,
    jenis: 'average',
    berat: 'sedang',
    keyakinan: 0.85,
    letak: target.letak,
    tercetak: target.angka.tercetak,
    seharusnya: value,
    penjelasan,
    terkait,
  }
  return { hitungan: [h], temuan: [temuan] }
}

/** The value of the same name and the same column in another table. */
function printed(naskah: Naskah, sheet: Tabel, column: number): { angka: Angka; letak: string } | undefined {
  const title = ` ${plain(sheet.judul?.text ?? '')} `
  const head = plain(sheet.kolom[column]!.judul.at(-1) ?? '')
  for (const t of naskah.tabel) {
    if (t === sheet || Math.abs(t.urutan - sheet.urutan) > 8) continue
    const k = t.kolom.find((c) => plain(c.judul.at(-1) ?? '') === head)
    const row = t.baris.find(
      (b) => plain(b.label).length > 15 && title.includes(` ${plain(b.label)} `) && k && angkaOf(b.sel[k.nomor]),
    )
    if (k && row) return { angka: angkaOf(row.sel[k.nomor])!, letak: letakSel(t, row, k.nomor) }
  }
  return undefined
}
