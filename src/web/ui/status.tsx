// The state of a figure: sign, word and colour together; what is missing has a pattern and is never green.
import { t } from './teks.ts'

export type Keadaan =
  | 'tercapai'
  | 'waspada'
  | 'tidak-tercapai'
  | 'belum-ada-data'
  | 'belum-rilis'
  | 'tidak-jatuh-tempo'
  | 'tanpa-target'
  | 'galat'

const PATTERNED: ReadonlySet<Keadaan> = new Set(['belum-ada-data', 'belum-rilis', 'tidak-jatuh-tempo'])

const SIGN: Readonly<Record<Exclude<Keadaan, 'belum-ada-data' | 'belum-rilis' | 'tidak-jatuh-tempo'>, string>> = {
  tercapai: 'M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14Zm-1-3.600L3.800 8.300l1.300-1.300L7 8.800l4-4.200 1.300 1.200Z',
  waspada: 'M8 1.200 15.600 14.500H.400ZM7.100 6v4.300h1.800V6Zm0 5.400v1.700h1.800v-1.700Z',
  'tidak-tercapai':
    'M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14Zm0-5.700 2.400 2.400 1.300-1.300L9.300 8l2.400-2.400-1.300-1.300L8 6.700 5.600 4.300 4.300 5.600 6.700 8l-2.400 2.400 1.300 1.300Z',
  'tanpa-target':
    'M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14Zm0-1.600A5.400 5.400 0 1 1 8 2.600a5.400 5.400 0 0 1 0 10.800ZM5 7.200h6v1.600H5Z',
  galat: 'M8 1.200 15.600 14.500H.400ZM7.100 6v4.300h1.800V6Zm0 5.400v1.700h1.800v-1.700Z',
}

export function Pattern({ keadaan }: { keadaan: Keadaan }) {
  return <span className={`pola pola-${keadaan}`} aria-hidden="true" />
}

/** `kata` where the page has a better word than the usual one (a year is `Tidak ditargetkan`, a quarter `Tidak jatuh tempo`). */
export function Status({ keadaan, kata, ringkas }: { keadaan: Keadaan; kata?: string; ringkas?: boolean }) {
  const word = kata ?? t(`keadaan.${keadaan}`)
  return (
    <span className={`keadaan keadaan-${keadaan}`} title={ringkas ? word : undefined}>
      {PATTERNED.has(keadaan) ? (
        <Pattern keadaan={keadaan} />
      ) : (
        <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" fillRule="evenodd" aria-hidden="true">
          <path d={SIGN[keadaan as keyof typeof SIGN]} />
        </svg>
      )}
      <span className={ringkas ? 'sr' : undefined}>{word}</span>
    </span>
  )
}
