// When a capaian is called reached, close, or not reached. The traffic light is a convention of the program; its middle
// light begins where the scale of Permendagri 86/2017 calls a capaian Sangat Tinggi.
export type AmbangKeadaan = {
  /** At least this much, unrounded, is `Tercapai`. */
  readonly tercapai: string
  /** More than this, unrounded, and less than reached, is `Waspada`. */
  readonly waspada: string
  readonly dasar: string
  readonly berlaku: { readonly dari: string; readonly sampai?: string }
}

export const AMBANG_KEADAAN: readonly AmbangKeadaan[] = [
  {
    tercapai: '100',
    waspada: '90',
    dasar: 'Permendagri 86/2017 Tabel T-E.1: tingkat tertinggi lebih dari 90; target tercapai pada 100',
    berlaku: { dari: '2018-01-01' },
  },
]

/** The row of a day; of a day before the first row, the first: a light is shown for old reports as well. */
export function ambangKeadaan(day: string): AmbangKeadaan {
  const found = AMBANG_KEADAAN.find(({ berlaku }) => berlaku.dari <= day && (!berlaku.sampai || day <= berlaku.sampai))
  return found ?? AMBANG_KEADAAN[0]!
}
