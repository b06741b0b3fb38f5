// Codes of an action plan: RA1, KK1.2, T/O1.2.3, beginning again for each indicator (Instruksi Sekda 4/2024).
export type JenisKode = 'RA' | 'KK' | 'T/O'
export type Kode = { readonly jenis: JenisKode; readonly angka: readonly number[]; readonly baku: string }

const FORM: readonly [JenisKode, RegExp][] = [
  ['RA', /^RA\.?\s*(\d+)\.?$/i],
  ['KK', /^KK\.?\s*(\d+)\.(\d+)\.?$/i],
  // Papers write a zero for the letter O: `T/01.1.3` is T/O1.1.3.
  ['T/O', /^T\/[O0]\s*(\d+)\.(\d+)\.(\d+)\.?$/i],
]

/** The code that a text stands for, repaired where only its form is off; undefined where a number is missing (`T/O1.1.`). */
export function readKode(text: string): Kode | undefined {
  for (const [jenis, form] of FORM) {
    const match = form.exec(text.trim())
    if (!match) continue
    const angka = match.slice(1).map(Number)
    return { jenis, angka, baku: writeKode(jenis, angka) }
  }
  return undefined
}

/** `RA1`, `KK1.2`, `T/O1.2.3`. */
export const writeKode = (jenis: JenisKode, angka: readonly number[]): string => `${jenis}${angka.join('.')}`

/** Whether a code stands where its numbers say: KK2.1 under RA2, T/O2.1.3 under KK2.1 (or, where no KK is printed, under RA2). */
export function isUnder(child: Kode, parent: Kode): boolean {
  return parent.angka.every((n, at) => child.angka[at] === n)
}
