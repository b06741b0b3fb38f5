// The bell over every page: how much is unread, and the way there.
import { useQuery } from '@tanstack/react-query'
import { get } from '../../web/ui/api.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { t } from './teks.ts'
import './screens.css'

const EVERY_MS = 60_000
const MOST = 99

export const BELUM = ['kabar', 'jumlah'] as const

export function Lonceng() {
  const found = useQuery({
    queryKey: BELUM,
    queryFn: ({ signal }) => get<{ belum: number }>('/api/kabar/jumlah', { signal }),
    refetchInterval: EVERY_MS,
    retry: false,
  })
  const n = found.data?.belum ?? 0
  return (
    <Tautan ke="/kabar" className="lonceng" title={t('kabar.judul')}>
      <Icon name="lonceng" />
      <span className="sr">{n === 0 ? t('lonceng.tanpa') : t(n === 1 ? 'lonceng.satu' : 'lonceng.banyak', { n })}</span>
      {n > 0 && (
        <span className="lonceng-jumlah angka" aria-hidden="true">
          {n > MOST ? `${MOST}+` : n}
        </span>
      )}
    </Tautan>
  )
}
