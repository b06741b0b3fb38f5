// A number that can be asked where it comes from; what is missing shows its pattern and can be asked as well.

import { angka } from '../../web/ui/format.ts'
import { Pattern, Status } from '../../web/ui/status.tsx'
import { t as kit } from '../../web/ui/teks.ts'
import { emptyState } from '../keadaan.ts'
import { t } from './teks.ts'

type Props = {
  /** What the number is, for who hears it: `Capaian Indeks Kepuasan Layanan, 2024`. */
  readonly apa: string
  readonly status: string
  readonly nilai: string | null
  readonly desimal: number
  readonly onBuka: () => void
  readonly tebal?: boolean
}

export function AngkaTombol({ apa, status, nilai, desimal, onBuka, tebal }: Props) {
  const has = status === 'NILAI' && nilai !== null
  const keadaan = emptyState(status)
  const shown = has ? angka(nilai, desimal) : kit(`keadaan.${keadaan}`)
  return (
    <button
      type="button"
      className={`angka-tombol ${tebal ? 'strong' : ''}`}
      aria-label={t('jelaskan.buka', { kata: `${apa}: ${shown}` })}
      title={has ? undefined : shown}
      onClick={onBuka}
    >
      {has ? shown : keadaan === 'galat' ? <Status keadaan="galat" ringkas /> : <Pattern keadaan={keadaan} />}
    </button>
  )
}
