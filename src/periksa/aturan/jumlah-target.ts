// Every output of an action plan has its own quantity and its own quarter.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { letakSel, type Sel, type Tabel } from '../naskah.ts'

export const jumlahTarget: Aturan = {
  kode: 'KELUARAN-TANPA-TARGET',
  jenis: 'missing-value',
  memeriksa: 'Setiap keluaran rencana aksi punya target (jumlah dan satuan) dan waktunya sendiri.',
  contoh: {
    benar: 'T/O1.1.1 dan T/O1.1.2: 1 Laporan, 1 Laporan; TW II, TW IV',
    salah: 'T/O2.1.1 sampai T/O2.1.4 dengan satu target 1 Dokumen pada TW I',
  },
  dasar: 'Instruksi Sekretaris Daerah 4 Tahun 2024',
  periksa: ({ tabel }) => ({ hitungan: [], temuan: tabel.flatMap(checkTable) }),
}

const OUTPUT = /(?<![\p{L}\d])T\s?\/\s?[O0]\s?\.?\s?\d+(?:\.\d+)*/gu
const QUANTITY = /\d[\d.]*\s*(?:%|\p{L}{3,})/gu
const QUARTER = /\b(?:TW|triwulan|B)\s?\.?\s?(?:IV|III|II|I|0?\d|1[0-2])\b/giu

function checkTable(tabel: Tabel): TemuanNaskah[] {
  const column = (words: RegExp) => tabel.kolom.find((k) => words.test(k.judul.join(' ')))?.nomor
  const [output, target, time] = [
    column(/\boutput\b|\bkeluaran\b/i),
    column(/\btarget\s+(?:renaksi|output|keluaran)/i),
    column(/\bwaktu\b|\bjadwal\b/i),
  ]
  if (output === undefined || target === undefined) return []
  const seen = new Set<Sel['asal']>()
  return tabel.baris.flatMap((b): TemuanNaskah[] => {
    const sel = b.sel[output]!
    if (sel.asal.column !== output || seen.has(sel.asal)) return []
    seen.add(sel.asal)
    const outputs = sel.teks.match(OUTPUT) ?? []
    const cell = b.sel[target]!
    const given = cell.teks.match(QUANTITY)?.length ?? 0
    const times = time === undefined ? undefined : (b.sel[time]!.teks.match(QUARTER)?.length ?? 0)
    const say = (keyakinan: number, text: string): TemuanNaskah[] => {
      const tercetak = cell.teks.replace(/\s+/g, ' ').trim() || outputs[0]!
      return [
        {
          di: sel.di,
          jenis: 'missing-value',
          berat: 'rendah',
          keyakinan,
          letak: letakSel(tabel, b, target),
          tercetak,
          seharusnya: `${outputs.length} target`,
          penjelasan: text,
          terkait: [cell.di],
        },
      ]
    }
    const names = `${outputs[0]}${outputs.length > 1 ? ` sampai ${outputs.at(-1)}` : ''}`
    if (outputs.length > 0 && given === 0 && cell.teks.trim() === '')
      return say(0.7, `Keluaran ${names} tidak punya target (jumlah dan satuan).`)
    if (outputs.length > 1 && given > 0 && given < outputs.length && (times ?? given) < outputs.length)
      return say(
        0.78,
        `${outputs.length} keluaran (${names}) hanya punya ${given} target${times === undefined ? '' : ` dan ${times} waktu`}: "${cell.teks.trim()}". Beri setiap keluaran target dan waktunya.`,
      )
    return []
  })
}
