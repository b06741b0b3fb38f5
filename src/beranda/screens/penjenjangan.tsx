// Whether an office's year comes down whole: each part with what was looked at, and each gap with the way to mend it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import type { Hasil } from '../routes-penjenjangan.ts'
import { t } from './penjenjangan-teks.ts'
import './penjenjangan.css'

const BAGIAN = ['RENCANA', 'PERJANJIAN_KINERJA', 'RENCANA_AKSI', 'OUTPUT', 'CROSSCUTTING'] as const
type Bagian = (typeof BAGIAN)[number]
type Celah = Hasil['isi'][number]
const IKON = { tinggi: 'salah', sedang: 'peringatan', rendah: 'info' } as const
const FIRST = 8

export function PenjenjanganPage({ unit, tahun }: { unit: string; tahun: string }) {
  const found = useQuery({
    queryKey: ['penjenjangan', unit, tahun],
    queryFn: () => get<Hasil>(`/api/penjenjangan/${unit}/${tahun}`),
  })
  return (
    <>
      <PageHead judul={t('judul', { tahun })} pengantar={t('pengantar')} />
      {found.isPending ? (
        <Skeleton baris={10} />
      ) : found.isError ? (
        <Failure error={found.error} onLagi={() => found.refetch()} />
      ) : (
        <div className="stack">
          <p className="jenjang-ringkas">
            {found.data.isi.length ? t('semua.celah', { n: found.data.isi.length }) : t('semua.utuh')}
          </p>
          {BAGIAN.map((bagian) => (
            <Satu
              key={bagian}
              bagian={bagian}
              n={found.data.diperiksa[bagian] ?? 0}
              celah={found.data.isi.filter((c) => c.bagian === bagian)}
            />
          ))}
        </div>
      )}
    </>
  )
}

function Satu({ bagian, n, celah }: { bagian: Bagian; n: number; celah: readonly Celah[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? celah : celah.slice(0, FIRST)
  return (
    <section className="jenjang" aria-labelledby={`jenjang-${bagian}`}>
      <div className="jenjang-kepala">
        <h2 id={`jenjang-${bagian}`}>{t(`bagian.${bagian}`)}</h2>
        <span className="small muted">
          {[t(`periksa.${bagian}`, { n }), celah.length > 0 && t('celah', { n: celah.length })].filter(Boolean).join(' · ')}
        </span>
      </div>
      {!celah.length && (
        <p className="jenjang-utuh small">
          {n > 0 && <Icon name="centang" size={16} />}
          {t(n > 0 ? 'utuh' : 'kosong')}
        </p>
      )}
      <ul>
        {shown.map((c) => (
          <li key={`${c.letak} ${c.kalimat}`} className={`jenjang-celah jenjang-${c.berat}`}>
            <p className="jenjang-berat small">
              <Icon name={IKON[c.berat]} size={16} />
              {t(`berat.${c.berat}`)}
            </p>
            <p className="strong">{c.letak}</p>
            <p>{c.kalimat}</p>
            <p>
              <Buka ke={c.ke} letak={c.letak} />
            </p>
          </li>
        ))}
      </ul>
      {celah.length > shown.length && (
        <Button kecil onClick={() => setAll(true)}>
          {t('lebih', { n: celah.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

function Buka({ ke, letak }: { ke: string; letak: string }) {
  const [path = '', query = ''] = ke.split('?')
  return (
    <Tautan ke={path} cari={Object.fromEntries(new URLSearchParams(query))}>
      {t('perbaiki')}
      <span className="sr">: {letak}</span>
    </Tautan>
  )
}
