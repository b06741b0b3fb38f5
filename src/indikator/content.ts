// The content of a version apart from its times and number: what is compared to see whether an import changes anything.
import { canonical, type Json } from '../platform/kernel/canonical.ts'
import { type Origin, originOf, type VersiIndikator } from './indikator.ts'

const OPTIONAL = [
  'definisi',
  'caraUkur',
  'skala',
  'skalaMin',
  'skalaMaks',
  'sumberData',
  'pemilikData',
  'metode',
  'bacaan',
  'rumus',
  'masukan',
  'perTriwulan',
  'lapisDasar',
  'kebijakan',
  'berlakuSampai',
  'keterangan',
] as const
const REQUIRED = ['nama', 'dasarHukum', 'satuan', 'jenisNilai', 'polaritas', 'agregasi', 'desimal', 'iku', 'berlakuDari'] as const

export type VersiContent = Pick<VersiIndikator, (typeof REQUIRED)[number]> & {
  readonly [key in (typeof OPTIONAL)[number]]: NonNullable<VersiIndikator[key]> | null
} & { readonly sumber: string | null }

/** Nothing is `null` here, and nothing is `undefined`. */
export function contentOf(versi: VersiIndikator, file: Origin = {}): VersiContent {
  const of = (keys: readonly (keyof VersiIndikator)[]) => Object.fromEntries(keys.map((key) => [key, versi[key] ?? null]))
  return { ...of(REQUIRED), ...of(OPTIONAL), sumber: originOf(file, versi) } as VersiContent
}

export function sameContent(a: VersiContent, b: VersiContent): boolean {
  const of = (one: VersiContent) =>
    canonical(Object.fromEntries([...REQUIRED, ...OPTIONAL, 'sumber' as const].map((key) => [key, one[key]])) as Json)
  return of(a) === of(b)
}
