// What the rules see, in the margin of the table: each note leads to its cell.
import type { ReactNode } from 'react'
import { Icon } from '../../web/ui/icons.tsx'
import type { TemuanPk } from '../perjanjian-kinerja.ts'
import { t } from './teks.ts'

type Props = {
  readonly temuan: readonly TemuanPk[]
  readonly dapat: (one: TemuanPk) => boolean
  readonly onBuka: (one: TemuanPk) => void
  /** Receives what the finding misses; without it nobody here may. */
  readonly onTerima?: (butir: NonNullable<TemuanPk['butir']>) => void
  readonly children?: ReactNode
}
const RANK = { tinggi: 0, sedang: 1, rendah: 2 } as const

export function Temuan({ temuan, dapat, onBuka, onTerima, children }: Props) {
  const sorted = temuan.toSorted((a, b) => RANK[a.berat] - RANK[b.berat])
  return (
    <aside className="pk-temuan" aria-label={t('temuan.judul')}>
      <h2>{temuan.length ? t('temuan.jumlah', { n: temuan.length }) : t('temuan.judul')}</h2>
      {!temuan.length && <p className="muted">{t('temuan.tidak-ada')}</p>}
      <ul>
        {sorted.map((one) => (
          <li
            key={`${one.aturan} ${one.indikator} ${one.letak} ${one.penjelasan}`}
            className={`pk-catatan pk-catatan-${one.berat}`}
          >
            <p className="pk-catatan-kepala">
              <Icon name={one.berat === 'tinggi' ? 'salah' : one.berat === 'sedang' ? 'peringatan' : 'info'} size={16} />
              <span>
                {t(`temuan.berat.${one.berat}`)} · {one.aturan}
              </span>
            </p>
            <p className="strong">{one.letak.charAt(0).toUpperCase() + one.letak.slice(1)}</p>
            <p>{one.penjelasan}</p>
            {(one.tercetak || one.seharusnya) && (
              <p className="muted angka">
                {[
                  one.tercetak && t('temuan.tercetak', { tercetak: one.tercetak }),
                  one.seharusnya && t('temuan.seharusnya', { seharusnya: one.seharusnya }),
                ]
                  .filter(Boolean)
                  .join('; ')}
              </p>
            )}
            {one.butir && onTerima && (
              <button type="button" className="tautan-tombol strong pk-catatan-ke" onClick={() => onTerima(one.butir!)}>
                {t('bersama.terima')}
                <span className="sr">: {one.penjelasan}</span>
              </button>
            )}
            {dapat(one) && (
              <button type="button" className="tautan-tombol strong pk-catatan-ke" onClick={() => onBuka(one)}>
                {t('temuan.ke')}
                <span className="sr">: {one.letak}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {children}
    </aside>
  )
}
