// Advice of a forum beside the line it is about: a small mark that says how much there is, and opens to its words.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { address, get } from './api.ts'
import { Icon } from './icons.tsx'
import { Tautan } from './link.tsx'
import { namaPeran } from './roles.ts'
import { t } from './saran-teks.ts'
import './saran.css'

export type Saran = {
  readonly id: string
  readonly forum: string
  readonly peran: string
  readonly baris: string | null
  readonly letak: string | null
  readonly isi: string | null
  readonly jawaban: 'DILAKSANAKAN' | 'TIDAK_DILAKSANAKAN' | null
  readonly alasanJawaban: string | null
}
const NONE: readonly Saran[] = []

/** All advice on a paper; `tanda` changes whenever the paper does. */
export function useSaran(naskah: string, tanda: unknown): readonly Saran[] {
  const found = useQuery({
    queryKey: ['saran', naskah, tanda],
    queryFn: async () => (await get<{ isi: Saran[] }>(address('/api/forum/saran', { naskah }))).isi,
    placeholderData: (before: Saran[] | undefined) => before,
  })
  return useDeferredValue(found.data ?? NONE, NONE)
}

export const openOnes = (saran: readonly Saran[]): Saran[] => saran.filter((s) => s.jawaban === null)
/** One sentence, for the marks of a grid. */
export const saranSaid = (s: Saran): string => t('oleh', { peran: namaPeran(s.peran), isi: s.isi ?? '' })

function labelOf(baris: string | null | undefined, open: number, all: number): string {
  if (baris === null) return t('naskah.tanda', { n: all })
  if (baris === undefined) return open ? t('forum.tanda', { n: open }) : t('forum.terjawab', { n: all })
  return open ? t('tanda', { n: open }) : t('tanda.terjawab', { n: all })
}

/** What was said on one line (`null`: on the whole paper; left out: on all of it); nothing where nothing was. */
export function SaranBaris({ saran, baris }: { saran: readonly Saran[]; baris?: string | null }) {
  const here = baris === undefined ? saran : saran.filter((s) => s.baris === baris)
  if (!here.length) return null
  const open = openOnes(here).length
  return (
    <details className={open ? 'saran saran-terbuka' : 'saran'}>
      <summary>
        <Icon name={open ? 'peringatan' : 'centang'} size={16} />
        {labelOf(baris, open, here.length)}
      </summary>
      <ul>
        {here.map((s) => (
          <li key={s.id}>
            <span className="strong">
              {namaPeran(s.peran)}
              {baris === undefined && s.letak ? `, ${s.letak}` : ''}
            </span>
            <span className="saran-isi">{s.isi}</span>
            <span className="muted">{s.jawaban ? t(s.jawaban, { alasan: s.alasanJawaban ?? '' }) : t('belum')}</span>
            <Tautan ke={`/forum/${s.forum}`}>{t('buka')}</Tautan>
          </li>
        ))}
      </ul>
    </details>
  )
}
