// An account, and its state in a sign and a word.
import { saat } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { t } from './teks.ts'

export type Account = {
  readonly username: string
  readonly nama: string
  readonly pegawai: string | null
  readonly namaPegawai: string | null
  readonly administrator: boolean
  readonly aktif: boolean
  readonly gantiSandi: boolean
  readonly terkunciSampai: string | null
  readonly masukTerakhir: string | null
  readonly sesi: number
  readonly version: number
}

/** Sign and word together: active, inactive, locked; and what else one should know. */
export function Standing({ akun }: { akun: Account }) {
  const [ikon, word] = !akun.aktif
    ? (['salah', t('akun.nonaktif')] as const)
    : akun.terkunciSampai
      ? (['kunci', t('akun.terkunci.sampai', { saat: saat(akun.terkunciSampai) })] as const)
      : (['centang', t('akun.aktif')] as const)
  return (
    <ul className="akun-keadaan">
      <li>
        <Icon name={ikon} size={16} /> {word}
      </li>
      {akun.administrator && <li className="small muted">{t('akun.administrator')}</li>}
      {akun.gantiSandi && <li className="small muted">{t('akun.ganti')}</li>}
    </ul>
  )
}
