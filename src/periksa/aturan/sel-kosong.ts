// A blank cell in a column that is otherwise full: a target, a unit or a person that was forgotten.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { type Baris, letakSel, namaTabel, type Tabel } from '../naskah.ts'

export const selKosong: Aturan = {
  kode: 'SEL-KOSONG',
  jenis: 'missing-value',
  memeriksa: 'Kolom yang terisi di hampir semua baris (target, satuan, realisasi, waktu, penanggung jawab) terisi di semua baris.',
  contoh: { benar: 'setiap sub kegiatan bertarget', salah: 'satu sub kegiatan dengan anggaran tanpa target' },
  periksa: ({ tabel }) => ({ hitungan: [], temuan: tabel.flatMap(checkTable) }),
}

const NEEDED =
  /\b(?:target|satuan|realisasi|capaian|anggaran|pagu|dana|waktu|jadwal|penanggung\s*jawab|pelaksana|efisiensi|nilai|bobot|persen\w*|%)/i
const LEAST_ROWS = 6
const FULL = 0.85

function checkTable(tabel: Tabel): TemuanNaskah[] {
  const rows = tabel.baris.filter((b) => b.peran === 'body' && !b.jumlah && !b.sel.some((s) => s.asal.moved))
  if (rows.length < LEAST_ROWS) return []
  const filled = (b: Baris, k: number) => b.sel[k]!.teks.trim() !== ''
  const share = tabel.kolom.map(({ nomor }) => rows.filter((b) => filled(b, nomor)).length / rows.length)
  const full = tabel.kolom.filter((k) => share[k.nomor]! >= FULL)
  if (full.length < 3) return []
  return tabel.kolom.flatMap(({ nomor, judul }): TemuanNaskah[] => {
    const name = judul.join(' ')
    if (share[nomor]! < FULL || share[nomor] === 1 || !NEEDED.test(name)) return []
    const blank = rows.filter(
      (b) =>
        !filled(b, nomor) &&
        b.sel[nomor]!.asal.column === nomor &&
        complete(
          b,
          full.map((k) => k.nomor),
          nomor,
        ),
    )
    // Several blanks side by side belong to a cell over several rows, or to a part of a table that is put together wrongly.
    if (!blank.length || blank.length > Math.max(2, 0.05 * rows.length)) return []
    return blank.map((b) => {
      const letak = letakSel(tabel, b, nomor)
      const penjelasan = `Kolom "${judul.at(-1)}" pada ${namaTabel(tabel)} terisi di ${rows.length - blank.length} dari ${rows.length} baris, tetapi kosong untuk "${b.label.split(' › ').at(-1)!.slice(0, 80)}". Isi nilainya, atau nyatakan mengapa tidak ada.`
      return {
        di: b.di,
        jenis: 'missing-value',
        berat: 'rendah',
        keyakinan: 0.82,
        letak,
        tercetak: null,
        seharusnya: `${judul.at(-1)} terisi`,
        penjelasan,
        terkait: [],
      }
    })
  })
}

/** Everything else that is full in this table is full in this row, and the row stands for itself. */
const complete = (b: Baris, full: readonly number[], except: number) =>
  full.every((k) => k === except || (b.sel[k]!.teks.trim() !== '' && b.sel[k]!.asal.column === k))
