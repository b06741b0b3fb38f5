// How far off a deadline is, in words with a sign: never by colour alone, late only where the program knows it.
import { tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import type { TenggatHari } from '../tenggat.ts'
import { t } from './teks.ts'
import './screens.css'

type Props = Pick<TenggatHari, 'keadaan' | 'sisa' | 'terlambat'> & { readonly selesaiPada?: string | null }

export function Sisa({ keadaan, sisa, terlambat, selesaiPada = null }: Props) {
  const days = Math.abs(sisa ?? 0)
  if (keadaan === 'SELESAI')
    return (
      <span className="sisa sisa-selesai">
        <Icon name="centang" size={16} />
        {selesaiPada ? t('keadaan.SELESAI.pada', { tanggal: tanggal(selesaiPada) }) : t('keadaan.SELESAI')}
      </span>
    )
  if (terlambat)
    return (
      <span className="sisa sisa-terlambat">
        <Icon name="peringatan" size={16} />
        {t('keadaan.TERLAMBAT', { n: days })}
      </span>
    )
  const word = sisa === 1 ? t('keadaan.BESOK') : t(`keadaan.${keadaan}`, { n: days })
  return <span className={`sisa sisa-${keadaan.toLowerCase()}`}>{word}</span>
}
