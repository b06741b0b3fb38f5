// Numbers as people type and papers print them: by what is measured, never by guess (akip-rules 0.1).
// Percentages, scores and indices take one decimal mark, comma or point; rupiah and persons group by thousands.
import { DIGITS, findDecimal } from './decimal.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

const WHOLE_UNITS = /^(rp|rupiah|orang|dokumen|laporan|data|berita acara|kegiatan|unit|paket|berkas)$/i

export function countsWhole(satuan: string): boolean {
  return WHOLE_UNITS.test(satuan.trim())
}

/**
 * The exact decimal text of what was typed for a figure in `satuan`. `1,5` and `1.5` are the same score; `1.234` is
 * a thousand rupiah but a score of 1,234; `1.234,56` and `1,234.56` are read by their last mark. What can be read in
 * two ways is refused with both.
 */
export function readNumber(typed: string, satuan: string): string | Refusal {
  const read = readMarks(typed, satuan)
  if (isRefusal(read) || findDecimal(read)) return read
  return refuse('TIDAK_VALID', `"${typed.slice(0, 60)}" memuat lebih dari ${DIGITS} angka.`, { field: 'tercetak' })
}

/** As `readNumber`, but what may have been meant in two ways is refused with both: `1.234` is 1234, or 1,2340. */
export function readTyped(typed: string, satuan: string): string | Refusal {
  const two = countsWhole(satuan) ? null : TWO_READINGS.exec(typed.trim())
  if (!two) return readNumber(typed, satuan)
  const [text, whole, rest] = two
  const said = `"${text}" dapat dibaca ${whole}${rest} atau ${whole},${rest}0. Tulis ${whole}${rest} tanpa pemisah, atau ${whole},${rest}0.`
  return refuse('TIDAK_VALID', said, { field: 'tercetak' })
}
const TWO_READINGS = /^(-?[1-9]\d{0,2})[.,](\d{3})$/

/** Exact text as it is typed: with a comma, and with one more 0 where it would be read in two ways. */
export function writtenAsTyped(exact: string): string {
  const text = exact.includes('.') ? exact.replace(/\.?0+$/, '').replace('.', ',') : exact
  return TWO_READINGS.test(text) ? `${text}0` : text
}

function readMarks(typed: string, satuan: string): string | Refusal {
  const text = typed
    .trim()
    .replace(/^Rp\.?\s*/i, '')
    .replace(/\s*%$/, '')
  const no = (why: string) =>
    refuse('TIDAK_VALID', `"${typed.slice(0, 60)}" tidak dapat dibaca sebagai angka: ${why}`, { field: 'tercetak' })
  if (!/^-?[\d.,]+$/.test(text) || !/\d/.test(text))
    return no('hanya angka, titik, koma dan tanda persen yang dikenal. Contoh: 98,63.')
  const sign = text.startsWith('-') ? '-' : ''
  const body = text.replace('-', '')
  const marks = body.replace(/\d/g, '')
  const grouped = (mark: string) => new RegExp(`^[1-9]\\d{0,2}(\\${mark}\\d{3})+$`).test(body)
  if (marks === '') return sign + plain(body)
  if (countsWhole(satuan)) {
    if (marks === '.'.repeat(marks.length) && grouped('.')) return sign + plain(body.replaceAll('.', ''))
    if (marks === ','.repeat(marks.length) && grouped(',')) return sign + plain(body.replaceAll(',', ''))
  }
  const last = marks.at(-1)!
  const other = last === ',' ? '.' : ','
  const decimals =
    new RegExp(`^[1-9]\\d{0,2}(\\${other}\\d{3})*\\${last}\\d+$`).test(body) || new RegExp(`^\\d+\\${last}\\d+$`).test(body)
  if (marks.length > 1 && new Set(marks).size === 1)
    return grouped(last) ? sign + plain(body.replaceAll(last, '')) : no(`tanda ${last} tidak memisahkan ribuan dengan benar.`)
  if (!decimals) return no('pemisah ribuan dan desimalnya tidak beraturan.')
  if (countsWhole(satuan) && marks.length === 1)
    return no(`satuan ${satuan} dihitung utuh; tulis ribuan seperti 1.234 atau tanpa pemisah.`)
  return sign + plain(body.replaceAll(other, '').replace(last, '.'))
}

function plain(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
