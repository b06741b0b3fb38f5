// How figures and days are shown. Always from the exact text; a binary float never comes between.
import { findDecimal, formatDecimal, round, toText } from '../../platform/kernel/decimal.ts'
import { dayInJakarta, isPeriod, longDay, periodName, timeInJakarta } from '../../platform/kernel/time.ts'
import { bahasaKini } from './teks.ts'

/** `104,08` from `104.0831…`; a text that is no number is shown as it is. */
export function angka(text: string, desimal = 2): string {
  const number = findDecimal(text)
  return number ? formatDecimal(number, desimal) : text
}

/** As exact as the text says, but at most `most` decimals: `82,36`, `4`, `99,4329`. */
export function angkaWajar(text: string, most = 4): string {
  return angka(text, Math.min(most, decimalsOf(text)))
}

/** Every digit: `97,76528608630952380952380952380952`. */
export function angkaLengkap(text: string): string {
  return angka(text, decimalsOf(text))
}

/** Decimals that a text carries: 2 of `82.36`. */
export function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

/** Rounded to `desimal`, is it the whole truth? */
export function isExact(text: string, desimal: number): boolean {
  const number = findDecimal(text)
  return number === null || toText(round(number, desimal)) === toText(number)
}

/** `Rp746.367.815.588`. */
export function rupiah(text: string): string {
  return `Rp${angka(text, 0)}`
}

/** `31 Januari 2025` of a day or of an instant (in Jakarta). */
export function tanggal(text: string): string {
  const day = text.length > 10 ? dayInJakarta(new Date(text)) : text
  return bahasaKini() === 'en' ? englishDay(new Date(`${day}T00:00:00Z`)) : longDay(day)
}

let english: Intl.DateTimeFormat | undefined // made when the first day is spoken: it is dear
function englishDay(at: Date): string {
  english ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return english.format(at)
}

/** `Triwulan II 2024`, in English `Quarter II 2024`. */
export function namaPeriode(periode: string): string {
  const name = periodName(periode)
  if (bahasaKini() !== 'en' || !isPeriod(periode)) return name
  if (/-B\d\d$/.test(periode)) return tanggal(`${periode.replace('-B', '-')}-01`).replace(/^\d+ /, '')
  return name.replace('Triwulan', 'Quarter').replace('Semester', 'Half-year')
}

/** `14.05` in Jakarta. */
export function jam(text: string): string {
  return timeInJakarta(new Date(text))
}

/** `31 Januari 2025 pukul 14.05 WIB`. */
export function saat(text: string): string {
  return `${tanggal(text)}${bahasaKini() === 'en' ? ',' : ' pukul'} ${jam(text)} WIB`
}
