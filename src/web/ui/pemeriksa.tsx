// What the checker says of a draft as it would be printed: asked after the page has been drawn, and again when typing has paused.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { get } from './api.ts'
import { Icon } from './icons.tsx'
import { Tautan } from './link.tsx'
import { Failure } from './notice.tsx'
import { t } from './pemeriksa-teks.ts'
import './pemeriksa.css'

export type Tempat = { readonly baris: string; readonly bidang: string }
type Temuan = {
  readonly aturan: string
  readonly berat: string
  readonly keyakinan: number
  readonly letak: string
  readonly tercetak: string | null
  readonly seharusnya: string | null
  readonly penjelasan: string
  readonly tempat: Tempat | null
}
type Hasil = { readonly diperiksa: { readonly hitungan: number; readonly cocok: number }; readonly temuan: readonly Temuan[] }

const FIRST = 800
const PAUSE = 2500

/** `tanda` changes whenever the draft does; null where nobody asks. */
export function usePemeriksa(jenis: 'pk' | 'rencana-aksi', id: string, tanda: string | null) {
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(tanda), asked === null ? FIRST : PAUSE)
    return () => clearTimeout(timer)
  }, [tanda, asked])
  return useQuery({
    queryKey: ['pemeriksa', jenis, id, asked],
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }): Promise<Hasil> => get<Hasil>(`/api/reviu/draf/${jenis}/${id}`, { signal }),
    placeholderData: (before) => before,
  })
}

type Props = {
  readonly hasil: ReturnType<typeof usePemeriksa>
  /** Whether a cell of the table can be shown, and the way to it. */
  readonly dapat: (tempat: Tempat) => boolean
  readonly onBuka: (tempat: Tempat) => void
}

export function Pemeriksa({ hasil: { data, isError, error, refetch }, dapat, onBuka }: Props) {
  return (
    <section className="pemeriksa" aria-label={t('judul')}>
      <h3>{t('judul')}</h3>
      {isError ? (
        <Failure error={error} onLagi={() => refetch()} />
      ) : data ? (
        <p className="muted">{data.temuan.length ? t('pengantar') : clean(data.diperiksa)}</p>
      ) : (
        <p className="muted" role="status">
          {t('memeriksa')}
        </p>
      )}
      <ul>
        {data?.temuan.map((one) => (
          <li key={`${one.aturan} ${one.letak} ${one.penjelasan}`} className={`pemeriksa-${one.berat}`}>
            <p className="pemeriksa-kepala">
              <Icon name={one.berat === 'sedang' ? 'peringatan' : 'info'} size={16} />
              <span>{t(one.berat === 'sedang' ? 'berat.sedang' : 'berat.rendah')}</span>
              <Tautan ke="/reviu/aturan" cari={{ kode: one.aturan }}>
                {one.aturan}
              </Tautan>
            </p>
            <p className="strong">{one.letak.charAt(0).toUpperCase() + one.letak.slice(1)}</p>
            <p>{one.penjelasan}</p>
            <p className="muted angka">
              {[
                one.tercetak && one.seharusnya && t('tercetak', { tercetak: one.tercetak }),
                one.seharusnya && t('seharusnya', { seharusnya: one.seharusnya }),
                one.keyakinan < 1 && t('keyakinan', { n: Math.round(one.keyakinan * 100) }),
              ]
                .filter(Boolean)
                .join('; ')}
            </p>
            {one.tempat && dapat(one.tempat) && (
              <button type="button" className="tautan-tombol strong pemeriksa-ke" onClick={() => onBuka(one.tempat!)}>
                {t('ke')}
                <span className="sr">: {one.letak}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const clean = ({ hitungan, cocok }: Hasil['diperiksa']) => (hitungan ? t('bersih', { cocok, n: hitungan }) : t('bersih.tanpa'))
