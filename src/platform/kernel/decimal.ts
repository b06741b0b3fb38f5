// Exact numbers. Scores, money and percentages are decimals from the form to the printed page, never binary floats:
// (95.615).toFixed(2) is "95.61" in JavaScript, and the report of 2024 rightly prints 95,62.
import { Decimal as DecimalJs } from 'decimal.js'

/** Significant digits that a number shows to the world. */
export const DIGITS = 34

// Six more are carried inside, so that a sum of thirds that ends exactly on a half is seen as the half it is:
// 1/3 + 1/3 + 0.415/3 is 0.805 and rounds to 0,81; with 34 digits alone it would be 0.80499… and round to 0,80.
const Exact = DecimalJs.clone({ defaults: true, precision: DIGITS + 6, rounding: DecimalJs.ROUND_HALF_UP })

export type Decimal = DecimalJs

const PLAIN = /^-?\d+(?:\.\d+)?$/
const MAX_EXPONENT = 1000

/** A text or value that is not an exact decimal: `98,63`, `1e5`, a JavaScript number, or more than 34 significant digits. */
export class DecimalError extends Error {
  readonly kode = 'ANGKA_TIDAK_SAH'
  readonly input: unknown
  constructor(input: unknown) {
    super(
      `${describe(input)} bukan angka desimal; tulis seperti "1234.56": titik desimal, tanpa pemisah ribuan, paling banyak ${DIGITS} angka`,
    )
    this.input = input
  }
}

/** The number a text such as `-1234.56` stands for; throws `DecimalError`. A JavaScript number is refused: it has lost its digits. */
export function parseDecimal(text: unknown): Decimal {
  const found = findDecimal(text)
  if (found === null) throw new DecimalError(text)
  return found
}

/** As `parseDecimal`, with null instead of an error. */
export function findDecimal(text: unknown): Decimal | null {
  if (typeof text !== 'string' || text.length > 2 * MAX_EXPONENT || !PLAIN.test(text)) return null
  const number = new Exact(text)
  if (number.isZero()) return ZERO
  return isInRange(number) && (text.length <= DIGITS || number.precision() <= DIGITS) ? number : null
}

export function isDecimal(value: unknown): value is Decimal {
  return value instanceof Exact
}

/** False for what no office counts: infinities, not-a-number, and magnitudes whose plain text would fill a page. */
export function isInRange(number: Decimal): boolean {
  return number.e < MAX_EXPONENT && number.e > -MAX_EXPONENT
}

/** Half-up (away from zero on a half) to `places` decimals; negative places round to tens, hundreds, … */
export function round(number: Decimal, places: number): Decimal {
  const shown = number.toSignificantDigits(DIGITS)
  return places >= 0 ? shown.toDecimalPlaces(places) : shown.toNearest(new Exact(10).pow(-places))
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`, in the digits that are shown. */
export function compare(a: Decimal, b: Decimal): number {
  return a.toSignificantDigits(DIGITS).cmp(b.toSignificantDigits(DIGITS))
}

/** The Indonesian form: `1.234,56`. Rounded half-up; never `-0,00`. */
export function formatDecimal(number: Decimal, places: number): string {
  const rounded = round(number, places)
  const [whole, fraction] = rounded.abs().toFixed(places).split('.')
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, '.')
  return `${rounded.isNegative() && !rounded.isZero() ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** The canonical text: point, no grouping, no exponent, at most 34 significant digits. `parseDecimal` reads it back. */
export function toText(number: Decimal): string {
  return toWhole(number.precision() > DIGITS ? number.toSignificantDigits(DIGITS) : number)
}

/** All digits that are carried inside, for who stores a value and goes on computing with it; `parseWhole` reads them back. */
export function toWhole(number: Decimal): string {
  return number.isZero() ? '0' : number.toFixed()
}

/** Both texts of a number, for who stores both: most numbers have no digit that is not shown. */
export function toTexts(number: Decimal): { readonly text: string; readonly whole: string } {
  const whole = toWhole(number)
  return { whole, text: number.precision() > DIGITS ? toText(number) : whole }
}

export function parseWhole(text: string): Decimal {
  if (!PLAIN.test(text)) throw new DecimalError(text)
  const number = new Exact(text)
  return number.isZero() ? ZERO : number
}

export const ZERO: Decimal = new Exact(0)
export const ONE: Decimal = new Exact(1)
export const HUNDRED: Decimal = new Exact(100)

function describe(input: unknown): string {
  if (typeof input === 'number') return `bilangan JavaScript ${input}`
  return typeof input === 'string' ? `"${input.slice(0, 60)}"` : String(input)
}
