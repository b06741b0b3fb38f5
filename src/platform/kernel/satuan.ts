// Units as papers spell them: `Persentase`, `Percentase`, `Presentase` and a scanner's `Per센` are one unit (akip-rules 0.1).

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  Persen: ['%', 'persen', 'persentase', 'percentase', 'presentase', 'prosentase', 'percent', 'pct', 'persent'],
  Nilai: ['nilai', 'skor', 'poin'],
  Indeks: ['indeks', 'index', 'indek'],
  Predikat: ['predikat', 'kategori'],
  Rp: ['rp', 'rupiah', 'idr'],
  Orang: ['orang', 'pegawai', 'jiwa'],
  Dokumen: ['dokumen', 'dok'],
  Laporan: ['laporan'],
  Data: ['data'],
  'Berita Acara': ['berita acara', 'ba'],
  Kegiatan: ['kegiatan'],
  Paket: ['paket'],
  Unit: ['unit'],
  Bulan: ['bulan'],
}
const BY_SPELLING = new Map(Object.entries(SPELLINGS).flatMap(([satuan, all]) => all.map((s) => [s, satuan] as const)))

export type SatuanRead = { readonly satuan: string; readonly keyakinan: number }

/** The unit that a text names, if it names nothing but a unit. */
export function readSatuan(tercetak: string): SatuanRead | undefined {
  const text = tercetak.trim().toLowerCase().replace(/\.$/, '')
  const known = BY_SPELLING.get(text)
  if (known) return { satuan: known, keyakinan: 1 }
  // Signs of another script are what a scanner made of some letters.
  if (!/\p{L}/u.test(text) || !/[^\p{Script=Latin}\p{N}\s./%()-]/u.test(text)) return undefined
  const pattern = text
    .split(/[^\p{Script=Latin}\s]+/u)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[a-z]{1,4}')
  const rest = new RegExp(`^${pattern}$`)
  const found = [...BY_SPELLING].filter(([spelling]) => spelling.length > 3 && rest.test(spelling))
  const satuan = new Set(found.map(([, s]) => s))
  return satuan.size === 1 ? { satuan: found[0]![1], keyakinan: 0.8 } : undefined
}
