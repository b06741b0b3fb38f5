// Who has papers checked: the offices theirs, the others all. The server asks the table of permissions; that these are its rows is tested.
export const SENDIRI: readonly string[] = ['KEPALA_PD', 'PENYUSUN']
export const SEMUA: readonly string[] = ['INSPEKTUR', 'BIRO_ORB', 'BAPPEDA']
export const PEREVIU: readonly string[] = [...SENDIRI, ...SEMUA]

type Held = readonly { readonly peran: string; readonly unit: string }[]
/** Whose paper somebody may bring: any office's, proposing the first of their own; else one of their own. */
export function tempatUnggah(held: Held): { readonly semua: boolean; readonly sendiri: readonly string[] } {
  const sendiri = held.filter((p) => SENDIRI.includes(p.peran)).map((p) => p.unit)
  return { semua: held.some((p) => SEMUA.includes(p.peran)), sendiri: [...new Set(sendiri)] }
}
