// A field of several lines; what is too long is said and kept, never cut off.
import { useId } from 'react'
import { Icon } from '../../web/ui/icons.tsx'
import { t } from './pengisian-teks.ts'

export const BATAS = 4000

type Props = {
  readonly label: string
  readonly bantuan?: string
  readonly nilai: string
  readonly salah?: string
  readonly baris?: number
  readonly onUbah: (nilai: string) => void
}

export function Tulisan({ label, bantuan, nilai, salah, baris = 3, onUbah }: Props) {
  const id = useId()
  const wrong =
    nilai.length > BATAS
      ? t('teks.panjang', { n: nilai.length.toLocaleString('id-ID'), maks: BATAS.toLocaleString('id-ID') })
      : salah
  return (
    <div className="bidang">
      <label htmlFor={id}>{label}</label>
      {bantuan && (
        <div className="bidang-bantuan" id={`${id}-bantuan`}>
          {bantuan}
        </div>
      )}
      <textarea
        id={id}
        className="isian"
        rows={baris}
        value={nilai}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={[bantuan && `${id}-bantuan`, wrong && `${id}-salah`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => onUbah(event.currentTarget.value)}
      />
      {wrong && (
        <div className="bidang-salah" id={`${id}-salah`}>
          <Icon name="salah" />
          <span>{wrong}</span>
        </div>
      )}
    </div>
  )
}
