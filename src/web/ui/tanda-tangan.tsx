// Who has signed a paper so far, the signed file, and where anybody can check it.
import type { TandaTangan } from '../../platform/kernel/workflow.ts'
import { saat } from './format.ts'
import { Icon } from './icons.tsx'
import { TautanTombol } from './link.tsx'
import { t } from './tanda-tangan-teks.ts'
import './tanda-tangan.css'

export function Tertanda({ alamat, tertanda: { kode, oleh, berkas } }: { alamat: string; tertanda: TandaTangan }) {
  return (
    <section className="tertanda" aria-label={t('judul')}>
      <ul>
        {oleh.map((o) => (
          <li key={o.pada}>
            <Icon name="centang" size={18} />
            <span>
              <strong>{o.nama}</strong>, {o.jabatan}
              <span className="muted"> · {saat(o.pada)}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="row">
        {berkas && (
          <a className="tombol tombol-kedua" href={`${alamat}/dokumen?format=pdf`} download>
            <Icon name="unduh" />
            {t('unduh')}
          </a>
        )}
        <TautanTombol ke={`/verifikasi/${kode}`} rupa="polos">
          {t('periksa')}
        </TautanTombol>
      </div>
    </section>
  )
}
