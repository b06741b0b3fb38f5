// Days, quarters and periods as the offices count them. Time comes in through the context, never from the clock.

/** `yyyy-mm-dd`, without a time of day. */
export type Day = string
/** `2024`, `2024-TW2`, `2024-S1`, `2024-B06`: a year, quarter (triwulan), semester or month. */
export type Period = string

/** Seven hours before UTC since 1964. Reckoned: the first `Intl.DateTimeFormat` of a page costs a phone a tenth of a second. */
const JAKARTA_MS = 7 * 3_600_000
const inJakarta = (at: Date): string => new Date(at.getTime() + JAKARTA_MS).toISOString()

/** The calendar day in Jakarta at an instant. */
export function dayInJakarta(at: Date): Day {
  return inJakarta(at).slice(0, 10)
}

/** `14.05`: the time of day in Jakarta at an instant. */
export function timeInJakarta(at: Date): string {
  return inJakarta(at).slice(11, 16).replace(':', '.')
}

export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The months, as dates print them. */
export const BULAN = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

/** `2025-01-31` of `31`, `januari`, `2025`; whether there is such a day is another question (`isDay`). */
export function dayPrinted(date: string, bulan: string, year: string): Day {
  const month = BULAN.findIndex((b) => b.toLowerCase() === bulan.toLowerCase()) + 1
  return `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
}

/** `31 Januari 2025`. */
export function longDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${BULAN[Number(month) - 1]} ${year}`
}

const at = (day: Day): [year: number, month: number, date: number] => day.split('-').map(Number) as [number, number, number]
const dayOf = (utc: number): Day => new Date(utc).toISOString().slice(0, 10)

/** The same day so many months later, or the last day of that month: 31 January 2024 and one month is 29 February. */
export function monthsAfter(day: Day, months: number): Day {
  const [year, month, date] = at(day)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

export function daysAfter(day: Day, days: number): Day {
  const [year, month, date] = at(day)
  return dayOf(Date.UTC(year, month - 1, date + days))
}

/** How many days from one to the other: negative where it has passed. */
export function daysUntil(from: Day, to: Day): number {
  const utc = (day: Day) => Date.UTC(at(day)[0], at(day)[1] - 1, at(day)[2])
  return Math.round((utc(to) - utc(from)) / 86_400_000)
}

const PERIOD = /^(\d{4})(?:-(?:TW([1-4])|S([12])|B(0[1-9]|1[0-2])))?$/

export function isPeriod(text: string): boolean {
  return PERIOD.test(text)
}

export function yearOf(period: Period): number {
  return Number(period.slice(0, 4))
}

/** First and last day of a period; throws on what is not a period (check with isPeriod at the edge). */
export function daysOf(period: Period): { readonly dari: Day; readonly sampai: Day } {
  const match = PERIOD.exec(period)
  if (!match) throw new Error(`not a period: ${period}`)
  const [, year, quarter, semester, month] = match
  const [first, last] = quarter
    ? [Number(quarter) * 3 - 2, Number(quarter) * 3]
    : semester
      ? [Number(semester) * 6 - 5, Number(semester) * 6]
      : month
        ? [Number(month), Number(month)]
        : [1, 12]
  const end = new Date(Date.UTC(Number(year), last, 0)).getUTCDate()
  const two = (n: number) => String(n).padStart(2, '0')
  return { dari: `${year}-${two(first)}-01`, sampai: `${year}-${two(last)}-${two(end)}` }
}

/** The number of a quarter as papers write it, by its code. */
export const ROMAWI: Readonly<Record<string, string>> = { TW1: 'I', TW2: 'II', TW3: 'III', TW4: 'IV' }

/** `Triwulan II 2024`, `Semester I 2024`, `Juni 2024`, `2024`. */
export function periodName(period: Period): string {
  const match = PERIOD.exec(period)
  if (!match) return period
  const [, year, quarter, semester, month] = match
  if (quarter) return `Triwulan ${ROMAWI[`TW${quarter}`]} ${year}`
  if (semester) return `Semester ${['I', 'II'][Number(semester) - 1]} ${year}`
  return month ? `${BULAN[Number(month) - 1]} ${year}` : year!
}
