// All Perangkat Daerah in one period, in the order the province lists them.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { periodName } from '../../platform/kernel/time.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Select } from '../../web/ui/field.tsx'
import { angka } from '../../web/ui/format.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Status } from '../../web/ui/status.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { type Ringkasan, ringkasanPage } from './data.ts'
import { t } from './teks.ts'
import './screens.css'

const PARTS = ['', '-TW1', '-TW2', '-TW3', '-TW4', '-S1', '-S2']

export function ProvinsiPage({ periode }: { periode: string }) {
  const navigate = useNavigate()
  const tahun = periode.slice(0, 4)
  const list = useInfiniteQuery({
    queryKey: ['provinsi', periode],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ringkasanPage(periode, pageParam, signal),
    getNextPageParam: (page) => page.lanjut ?? undefined,
  })
  const rows = list.data?.pages.flatMap((p) => p.isi) ?? []
  return (
    <>
      <PageHead
        judul={t('provinsi.judul', { periode: periodName(periode) })}
        pengantar={t('provinsi.pengantar')}
        aksi={
          <Select
            label={t('provinsi.periode')}
            value={periode}
            onChange={(event) => navigate({ to: `/provinsi/${event.currentTarget.value}` })}
          >
            {PARTS.map((part) => (
              <option key={part} value={`${tahun}${part}`}>
                {part ? periodName(`${tahun}${part}`) : t('kolom.tahun', { tahun })}
              </option>
            ))}
          </Select>
        }
      />
      {list.isPending ? (
        <Skeleton baris={12} />
      ) : list.isError && !rows.length ? (
        <Failure error={list.error} onLagi={() => list.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState judul={t('provinsi.kosong')}>
          <p>{t('provinsi.kosong.isi')}</p>
        </EmptyState>
      ) : (
        <div className="stack">
          <Table
            judul={t('provinsi.judul', { periode: periodName(periode) })}
            kunci={(r) => r.kode}
            kelompok={[{ baris: rows }]}
            kolom={columns(tahun)}
          />
          {list.isError && <Failure error={list.error} onLagi={() => list.fetchNextPage()} />}
          <div className="row">
            {list.hasNextPage && (
              <Button sibuk={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t('provinsi.lagi')}
              </Button>
            )}
            <p className="muted" role="status">
              {t(list.hasNextPage ? 'provinsi.tampil' : 'provinsi.habis', { n: rows.length })}
            </p>
          </div>
        </div>
      )}
    </>
  )
}

function State({ row }: { row: Ringkasan }) {
  if (row.bernilai === 0) return <Status keadaan="belum-ada-data" />
  if (row.bernilai < row.indikator)
    return <Status keadaan="belum-ada-data" kata={t('provinsi.sebagian', { n: row.bernilai, dari: row.indikator })} />
  return (
    <Status
      keadaan={row.belum === 0 ? 'tercapai' : 'waspada'}
      kata={row.belum === 0 ? undefined : `${row.belum} di bawah target`}
    />
  )
}

function columns(tahun: string): Column<Ringkasan>[] {
  const count = (kunci: 'indikator' | 'bernilai' | 'tercapai' | 'belum'): Column<Ringkasan> => ({
    kunci,
    judul: t(`provinsi.${kunci}`),
    rupa: 'angka',
    isi: (r) => (r.indikator === 0 ? <span className="muted">–</span> : angka(String(r[kunci]), 0)),
  })
  return [
    {
      kunci: 'nama',
      judul: t('provinsi.pd'),
      rupa: 'nama',
      isi: (r) => <Tautan ke={`/capaian/${r.kode}/${tahun}`}>{r.nama}</Tautan>,
    },
    count('indikator'),
    count('bernilai'),
    {
      kunci: 'rerata',
      judul: t('provinsi.rerata'),
      rupa: 'angka',
      isi: (r) => (r.rerata === null ? <span className="muted">–</span> : <span className="strong">{angka(r.rerata, 2)}</span>),
    },
    count('tercapai'),
    count('belum'),
    { kunci: 'keadaan', judul: t('provinsi.keadaan'), lebar: true, isi: (r) => <State row={r} /> },
  ]
}
