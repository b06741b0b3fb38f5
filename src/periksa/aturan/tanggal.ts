// Dates: a day that the calendar has, the day of the week it falls on, and a day where one is signed.

import { BULAN, dayPrinted, isDay } from '../../platform/kernel/time.ts'
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { cuplik } from '../naskah.ts'
import { type Petikan, petikan, tempat } from '../teks.ts'

export const tanggal: Aturan = {
  kode: 'TANGGAL',
  jenis: 'format',
  memeriksa: 'Tanggal ada di kalender, jatuh pada hari yang disebut, dan terisi di atas tanda tangan.',
  contoh: { benar: 'Rabu, 31 Januari 2024', salah: '31 Februari 2024; "Jakarta, … 2024" di atas tanda tangan' },
  periksa: (naskah) => {
    const all = petikan(naskah).filter((p) => p.jenis !== 'daftar')
    const seen = all.map(dates)
    return {
      hitungan: seen.flatMap((s) => s.hitungan),
      temuan: [...seen.flatMap((s) => s.temuan), ...unsigned(all), ...backwards(all)],
    }
  },
}

const DAYS = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu']
const MONTH = `(${BULAN.join('|')})`
const WRITTEN = new RegExp(
  String.raw`(?:\b(minggu|senin|selasa|rabu|kamis|jum['’]?at|sabtu)\b\s*(?:,|/|tanggal|\s)*\s*)?(?<![\d.,/-])(\d{1,2})\s+${MONTH}\s+(\d{4})(?!\d)`,
  'gi',
)

function dates(p: Petikan): Catatan {
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  for (const m of p.teks.matchAll(WRITTEN)) {
    const [tercetak, weekday, day, month, year] = m
    const iso = dayPrinted(day!, month!, year!)
    const di = tempat(p, m.index)
    const said = { di, letak: p.letak, tercetak: tercetak.trim() }
    if (!isDay(iso)) {
      const penjelasan = `Tanggal ${day} ${month} ${year} tidak ada di kalender.`
      temuan.push({ ...said, jenis: 'format', berat: 'sedang', keyakinan: 0.97, seharusnya: null, penjelasan })
    } else if (weekday) {
      const falls = DAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]!
      const cocok = falls === weekday.toLowerCase().replace(/[^a-z]/g, '')
      const rumus = `hari(${day} ${month} ${year})`
      hitungan.push({ ...said, rumus, dihitung: falls, pembulatan: cocok ? 'tepat' : null, cocok })
      const penjelasan = `${day} ${month} ${year} jatuh pada hari ${falls}, bukan ${weekday}.`
      if (!cocok) temuan.push({ ...said, jenis: 'format', berat: 'rendah', keyakinan: 0.95, seharusnya: falls, penjelasan })
    }
  }
  return { hitungan, temuan }
}

const PLACE = String.raw`^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,`
const OPEN = String.raw`[\s.…_]*(?:${MONTH}\s+)?20\d\d$`
const SIGNER =
  /\b(?:pihak|kepala|walikota|wali kota|bupati|gubernur|camat|lurah|sekretaris|inspektur|direktur|ketua|plt|plh|nip)\b/i
const NO_PLACE = /\b(?:tahun|anggaran|semester|triwulan|periode|bulan|lkip|lakip|lkj|kinerja|aksi|sakip)\b/i

const ONLY_PLACE = new RegExp(`${PLACE}$`, 'u')
const OPEN_DATE = new RegExp(`^${OPEN}`, 'i')
const split = (text: string, at: number) => [text.slice(0, at), text.slice(at)]

/** `Jakarta,     2023` with who signs below it: the day was left open. */
function unsigned(all: readonly Petikan[]): TemuanNaskah[] {
  const lines = all.flatMap((p) =>
    p.jenis === 'alinea' ? p.teks.split('\n').map((teks, i) => ({ p, teks: teks.trim(), di: p.baris[i] ?? p.di })) : [],
  )
  return lines.flatMap(({ p, teks, di }, i): TemuanNaskah[] => {
    const next = lines[i + 1]?.teks ?? ''
    // The place and the year are often two lines, with the room for the day between them.
    const alone = ONLY_PLACE.test(teks)
    const text = alone ? `${teks} ${next}` : teks
    const [place = '', rest = ''] = split(text, text.indexOf(',') + 1)
    if (!ONLY_PLACE.test(place) || !OPEN_DATE.test(rest) || NO_PLACE.test(place)) return []
    const below = lines.slice(i + 1, i + (alone ? 5 : 4)).map((l) => l.teks)
    // `<Perangkat Daerah>`: a form, and not yet a paper.
    if (!below.some((b) => SIGNER.test(b)) || below.some((b) => /[<>]/.test(b))) return []
    return [
      {
        di,
        jenis: 'missing-value',
        berat: 'rendah',
        keyakinan: 0.93,
        letak: p.letak,
        tercetak: text,
        seharusnya: null,
        penjelasan: `Di atas tanda tangan tercetak "${text}": tanggalnya belum diisi. Isi tanggal penandatanganannya.`,
        terkait: alone ? [lines[i + 1]!.di] : [],
      },
    ]
  })
}

const SPAN =
  /\b(?:tahun|periode|renstra|rpd|rpjmd|rpjmn)\b[^\d\n]{0,20}((?:19|20)\d\d)\s*(?:[-–]|s\.?\s?d\.?|sampai dengan)\s*((?:19|20)\d\d)(?!\d)/gi
const LONG = /\btahun\s+((?:19|20)\d{3,})(?!\d)/gi

/** `Tahun 2026-2023`, and a year of five figures. */
function backwards(all: readonly Petikan[]): TemuanNaskah[] {
  return all.flatMap((p) => {
    const say = (at: number, tercetak: string, keyakinan: number, penjelasan: string): TemuanNaskah => {
      return {
        di: tempat(p, at),
        jenis: 'format',
        berat: 'rendah',
        keyakinan,
        letak: p.letak,
        tercetak,
        seharusnya: null,
        penjelasan,
      }
    }
    const spans = [...p.teks.matchAll(SPAN)].filter((m) => Number(m[1]) > Number(m[2]))
    return [
      ...spans.map((m) => say(m.index, cuplik(m[0]), 0.8, `Rentang tahun ${m[1]}-${m[2]} berjalan mundur.`)),
      ...[...p.teks.matchAll(LONG)].map((m) => say(m.index, m[0], 0.9, `"${m[0]}" bukan tahun: angkanya ${m[1]!.length}.`)),
    ]
  })
}
