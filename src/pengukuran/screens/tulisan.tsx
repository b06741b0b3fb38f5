// A field of several lines; what is too long is said and kept, never cut off.
import { Area } from '../../web/ui/field.tsx'
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
  const wrong =
    nilai.length > BATAS
      ? t('teks.panjang', { n: nilai.length.toLocaleString('id-ID'), maks: BATAS.toLocaleString('id-ID') })
      : salah
  return (
    <Area
      label={label}
      bantuan={bantuan}
      salah={wrong}
      rows={baris}
      value={nilai}
      onChange={(event) => onUbah(event.currentTarget.value)}
    />
  )
}
