// How the name of a value is said, on paper, on the screen and by the command line.
import type { Sebutan } from '../peraturan/sebutan.ts'

/** `A (Sangat Baik)`, or the name alone where the regulation gives no short one. */
export const sebutanInWords = ({ kode, sebutan }: Pick<Sebutan, 'kode' | 'sebutan'>) => (kode ? `${kode} (${sebutan})` : sebutan)

/** The scale as it stands within a sentence. */
export const scaleInWords = ({ skala: { nama } }: Pick<Sebutan, 'skala'>) => nama.charAt(0).toLowerCase() + nama.slice(1)

const figure = (text: string) => text.replace('.', ',')

/** Where the level begins and in which scale, for who checks the name. */
export function boundsInWords(s: Sebutan): string {
  const ends = s.dari === null ? 'tingkat terendah' : `${s.termasuk ? 'mulai' : 'lebih dari'} ${figure(s.dari)}`
  const scope = s.maks === null ? '' : `; batasnya mengikuti nilai tertinggi lingkup ini, ${figure(s.maks)}`
  return `${sebutanInWords(s)}, ${ends} pada skala ${scaleInWords(s)}${scope}`
}
