// The kinds of nodes, from the highest result to what is done, and what may stand below what (akip-rules 1.4, level map).
export const JENIS_SIMPUL = ['TUJUAN', 'SASARAN', 'CSF', 'PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN'] as const
export type JenisSimpul = (typeof JENIS_SIMPUL)[number]

/** A result may be broken down into results of its own kind; a program, kegiatan or sub kegiatan only into what is below it. */
const OWN_KIND: readonly string[] = ['TUJUAN', 'SASARAN', 'CSF'] satisfies JenisSimpul[]

const SEBUTAN: Readonly<Record<string, string>> = {
  TUJUAN: 'Tujuan',
  SASARAN: 'Sasaran',
  CSF: 'Faktor kunci keberhasilan',
  PROGRAM: 'Program',
  KEGIATAN: 'Kegiatan',
  SUB_KEGIATAN: 'Sub kegiatan',
} satisfies Record<JenisSimpul, string>
export const sebutanJenis = (jenis: string): string => SEBUTAN[jenis] ?? jenis

const rank = (jenis: string) => (JENIS_SIMPUL as readonly string[]).indexOf(jenis)

/** What may stand below a node of a kind; at the top, every kind may. */
export function kindsBelow(jenis: string | null): readonly JenisSimpul[] {
  if (jenis === null) return JENIS_SIMPUL
  return JENIS_SIMPUL.filter((j) => rank(j) > rank(jenis) || (j === jenis && OWN_KIND.includes(j)))
}
