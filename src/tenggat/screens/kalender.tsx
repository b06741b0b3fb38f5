// The calendar of an office: what is due, month by month, the same on a phone as on a desk.
import { useQuery } from '@tanstack/react-query'
import { get } from '../../web/ui/api.ts'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { namaPeriode, tanggal } from '../../web/ui/format.ts'
import { Icon } from '../../web/ui/icons.tsx'
import { Tautan, TautanTombol } from '../../web/ui/link.tsx'
import { Refused } from '../../web/ui/list.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import type { TenggatHari } from '../tenggat.ts'
import { LanggananButton } from './langganan.tsx'
import { Sisa } from './sisa.tsx'
import { t } from './teks.ts'
import './screens.css'

type Kalender = {
  readonly nama: string
  readonly today: string
  readonly dpaDitetapkan: string | null
  readonly tenggat: readonly TenggatHari[]
}

export function KalenderPage({ unit, tahun }: { unit: string; tahun: string }) {
  const path = `/api/kalender/${unit}/${tahun}`
  const found = useQuery({ queryKey: ['kalender', unit, tahun], queryFn: ({ signal }) => get<Kalender>(path, { signal }) })
  return (
    <>
      <PageHead
        judul={t('kalender.judul', { tahun })}
        pengantar={found.data?.nama ?? unit}
        aksi={
          found.data && (
            <>
              <LanggananButton />
              <a className="tombol tombol-kedua" href={`${path}/ics`} download>
                <Icon name="unduh" />
                {t('kalender.ics')}
              </a>
            </>
          )
        }
      />
      {found.isPending ? (
        <Skeleton baris={10} />
      ) : found.isError ? (
        <Refused error={found.error} onLagi={() => found.refetch()} />
      ) : (
        <Year kalender={found.data} unit={unit} tahun={tahun} />
      )}
    </>
  )
}

function Year({ kalender: { tenggat, today }, unit, tahun }: { kalender: Kalender; unit: string; tahun: string }) {
  const undated = tenggat.filter((d) => d.hari === null)
  const dated = tenggat.filter((d): d is Dated => d.hari !== null)
  const late = tenggat.filter((d) => d.terlambat).length
  const next = dated.find((d) => d.hari >= today && d.keadaan !== 'SELESAI')
  const past = dated.filter((d) => d.hari < today && !d.terlambat)
  const shown = past.length < dated.length ? dated.filter((d) => !past.includes(d)) : dated
  if (!tenggat.length)
    return (
      <EmptyState judul={t('kalender.kosong')}>
        <p>{t('kalender.kosong.isi')}</p>
      </EmptyState>
    )
  return (
    <div className="stack kalender">
      {undated.some((d) => d.jatuh === 'DPA') && (
        <Notice jenis="peringatan">
          <p>
            {t('dpa.belum', { tahun })} {t('dpa.cara')}
          </p>
          <p>
            <TautanTombol ke={`/perjanjian-kinerja/${unit}/${tahun}`}>{t('kalender.ke-dpa')}</TautanTombol>
          </p>
        </Notice>
      )}
      {(late > 0 || next) && (
        <p className="kalender-ringkas">
          {late > 0 && <span className="sisa sisa-terlambat">{t('kalender.terlambat', { n: late })}</span>}
          {next && (
            <span>
              {t('kalender.terdekat', { nama: `${next.nama} ${namaPeriode(next.periode)}`, tanggal: tanggal(next.hari) })}
            </span>
          )}
        </p>
      )}
      <Months days={shown} />
      {shown !== dated && past.length > 0 && (
        <details className="kalender-lewat">
          <summary>{t('kalender.lewat', { n: past.length })}</summary>
          <Months days={past} />
        </details>
      )}
    </div>
  )
}

type Dated = TenggatHari & { readonly hari: string }

function Months({ days }: { days: readonly Dated[] }) {
  return [...Map.groupBy(days, (d) => d.hari.slice(0, 7))].map(([month, inMonth]) => (
    <Month key={month} judul={namaPeriode(month.replace('-', '-B'))} days={inMonth} />
  ))
}

function Month({ judul, days }: { judul: string; days: readonly Dated[] }) {
  return (
    <section className="kalender-bulan" aria-label={judul}>
      <h2>{judul}</h2>
      <ol>
        {days.map((d) => (
          <Day key={`${d.kode} ${d.periode} ${d.hari}`} tenggat={d} />
        ))}
      </ol>
    </section>
  )
}

function Day({ tenggat: d }: { tenggat: Dated }) {
  return (
    <li className={d.terlambat ? 'kalender-hari kalender-terlambat' : 'kalender-hari'}>
      <span className="kalender-tanggal angka" aria-hidden="true">
        {Number(d.hari.slice(8))}
      </span>
      <div className="kalender-isi">
        <p>
          <span className="sr">{tanggal(d.hari)}: </span>
          <span className="strong">{d.nama}</span> <span className="muted">{namaPeriode(d.periode)}</span>
        </p>
        <p className="small muted" title={d.waktu}>
          {t('kalender.dasar', { dasar: d.dasar })}
        </p>
        {d.belum !== null && d.belum > 0 && (
          <p className="small">{t(d.belum === 1 ? 'belum.satu' : 'belum.banyak', { n: d.belum })}</p>
        )}
      </div>
      <Sisa {...d} />
      {d.ke && (
        <Tautan ke={d.ke.split('?')[0]!} cari={searchOf(d.ke)} className="kalender-ke">
          {t('kalender.buka')} <span className="sr">{`${d.nama} ${namaPeriode(d.periode)}`}</span>
        </Tautan>
      )}
    </li>
  )
}

const searchOf = (address: string) => Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''))
