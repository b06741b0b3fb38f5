// The office that a paper names, among those of the province: by the words of its name, without those that all of them carry. Pure.

export type UnitCandidate = { readonly kode: string; readonly nama: string; readonly keyakinan: number }

const SAME: readonly (readonly [RegExp, string])[] = [
  [/\b(?:pemerintah\s+)?(?:provinsi\s+)?(?:daerah\s+khusus\s+(?:ibu\s*kota\s+)?|dki\s+)jakarta\s*$/, ''],
  [/\b(?:provinsi\s+)?(?:daerah\s+khusus\s+ibu\s*kota|dki)\s+jakarta\b/, ''],
  [/\b(?:walikota|wali\s+kota)\b/, 'kota'],
  [/\bbupati\b/, 'kabupaten'],
  [/\badministrasi\b/, ''],
  [/\bkec(?:\.|\b)/, 'kecamatan'],
  [/\bkel(?:\.|\b)/, 'kelurahan'],
]
export function namaPokok(text: string): string {
  let name = text.toLowerCase().replace(/[.,()]/g, ' ')
  for (const [pattern, by] of SAME) name = name.replace(pattern, by)
  return name
    .replace(/\bkota\s+kota\b/, 'kota')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Best first; a name that is all of it, before one that it contains. */
export function cocokUnit(text: string, units: readonly { readonly kode: string; readonly nama: string }[]): UnitCandidate[] {
  const wanted = namaPokok(text)
  if (wanted === '') return []
  const words = new Set(wanted.split(' '))
  return units
    .map(({ kode, nama }) => {
      const name = namaPokok(nama)
      const own = name.split(' ')
      const shared = own.filter((w) => words.has(w)).length
      return { kode, nama, keyakinan: name === wanted ? 1 : (0.9 * shared) / Math.max(own.length, words.size) }
    })
    .filter((c) => c.keyakinan >= 0.5)
    .sort((a, b) => b.keyakinan - a.keyakinan || a.kode.length - b.kode.length)
    .slice(0, 5)
}
