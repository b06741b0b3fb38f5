// Until when a quarter is filled in, where Bappeda has not set a day for the period itself (akip-rules 5.3 names none for
// the quarter as a whole; the data of the 5th of the next month must be in by then, naskah 000, baris 69).
export type BatasPengisian = {
  /** The day of the month after the quarter. */
  readonly hari: number
  readonly dasar: string
  readonly berlaku: { readonly dari: string; readonly sampai?: string }
}

export const BATAS_PENGISIAN: readonly BatasPengisian[] = [
  { hari: 15, dasar: 'Kebiasaan; Bappeda dapat menetapkan hari lain untuk tiap periode', berlaku: { dari: '2018-01-01' } },
]

/** The last day to fill in a period that ends on `end`: `2024-06-30` gives `2024-07-15`. */
export function batasPengisian(end: string): string {
  const rule = BATAS_PENGISIAN.find(({ berlaku }) => berlaku.dari <= end && (!berlaku.sampai || end <= berlaku.sampai))
  const [year, month] = end.split('-').map(Number) as [number, number]
  const at = new Date(Date.UTC(year, month, (rule ?? BATAS_PENGISIAN[0]!).hari))
  return at.toISOString().slice(0, 10)
}
