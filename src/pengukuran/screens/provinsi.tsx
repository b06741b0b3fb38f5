// All Perangkat Daerah in one period: how they are spread, and the list to sort, filter and go on from.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Field, Select } from '../../web/ui/field.tsx'
import { angka, namaPeriode } from '../../web/ui/format.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Keadaan, Status } from '../../web/ui/status.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { type Ringkasan, ringkasanPage } from './data.ts'
import { pickOffices, SEBARAN, type Sebaran, sebaranOf, sortOffices, URUTAN, type Urutan } from './sebaran.ts'
import { t } from './teks.ts'
import './screens.css'

const PARTS = ['', '-TW1', '-TW2', '-TW3', '-TW4', '-S1', '-S2']
const AT_ONCE = 50
const KEADAAN: Readonly<Record<Sebaran, Keadaan>> = {
  tercapai: 'tercapai',
  'di-bawah': 'waspada',
  sebagian: 'belum-ada-data',
  belum: 'belum-ada-data',
  tanpa: 'tidak-jatuh-tempo',
}

/** Every office, page after page. */
function useProvince(periode: string) {
  const list = useInfiniteQuery({
    queryKey: ['provinsi', periode],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ringkasanPage(periode, pageParam, signal),
    getNextPageParam: (page) => page.lanjut ?? undefined,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const rows = useMemo(() => list.data?.pages.flatMap((p) => p.isi) ?? [], [list.data])
  return { list, rows }
}
type Province = ReturnType<typeof useProvince>

export function ProvinsiPage({ periode }: { periode: string }) {
  const navigate = useNavigate()
  const tahun = periode.slice(0, 4)
  const province = useProvince(periode)
  return (
    <>
      <PageHead
        judul={t('provinsi.judul', { periode: namaPeriode(periode) })}
        pengantar={t('provinsi.pengantar')}
        aksi={
          <>
            <Select
              label={t('provinsi.periode')}
              labelTersembunyi
              value={periode}
              onChange={(event) => navigate({ to: `/provinsi/${event.currentTarget.value}` })}
            >
              {PARTS.map((part) => (
                <option key={part} value={`${tahun}${part}`}>
                  {part ? namaPeriode(`${tahun}${part}`) : t('kolom.tahun', { tahun })}
                </option>
              ))}
            </Select>
            <Unduh
              alamat="/api/provinsi/dokumen"
              query={{ periode }}
              nama={t('provinsi.judul', { periode: namaPeriode(periode) })}
            />
          </>
        }
      />
      <Loaded province={province}>
        <Offices rows={province.rows} periode={periode} />
      </Loaded>
    </>
  )
}

/** The spread alone, for the home page of who has no office. */
export function ProvinceInShort({ periode }: { periode: string }) {
  const province = useProvince(periode)
  return (
    <Loaded province={province}>
      <Spread rows={province.rows} legend />
    </Loaded>
  )
}

/** Nothing is counted before every office is there: a part of the province would be a wrong number. */
function Loaded({ province: { list, rows }, children }: { province: Province; children: ReactNode }) {
  if (list.isError) return <Failure error={list.error} onLagi={() => (rows.length ? list.fetchNextPage() : list.refetch())} />
  if (list.isPending || list.hasNextPage) return <Skeleton baris={12} />
  if (rows.length) return <div className="stack">{children}</div>
  return (
    <EmptyState judul={t('provinsi.kosong')}>
      <p>{t('provinsi.kosong.isi')}</p>
    </EmptyState>
  )
}

function countOf(rows: readonly Ringkasan[]): ReadonlyMap<Sebaran, number> {
  const found = Map.groupBy(rows, sebaranOf)
  return new Map(SEBARAN.flatMap((s) => (found.has(s) ? [[s, found.get(s)!.length] as const] : [])))
}

/** A square an office, in the order of the states, so that the picture is read like a bar and each office can be pointed at. */
function Spread({ rows, legend }: { rows: readonly Ringkasan[]; legend?: boolean }) {
  const count = countOf(rows)
  const groups = Map.groupBy(rows, sebaranOf)
  const measured = rows.length - (count.get('tanpa') ?? 0)
  const rincian = [...count].map(([s, n]) => `${t(`provinsi.k.${s}`)} ${n}`).join('; ')
  return (
    <section className="sebaran" aria-label={t('provinsi.sebaran')}>
      <p className="ringkas-utama">
        <span className="angka">{t('provinsi.utama', { n: count.get('tercapai') ?? 0, dari: measured })}</span>{' '}
        <span className="muted">{t('provinsi.utama.isi')}</span>
      </p>
      <div className="kotak-kotak" data-banyak={rows.length > 120} role="img" aria-label={t('provinsi.sebaran.isi', { rincian })}>
        {SEBARAN.flatMap((s) =>
          (groups.get(s) ?? []).map((r) => <i key={r.kode} className={`kotak-kecil kotak-${s}`} title={r.nama} />),
        )}
      </div>
      {legend && (
        <ul className="ringkas-keadaan">
          {[...count].map(([sebaran, n]) => (
            <li key={sebaran}>
              <StateCount sebaran={sebaran} n={n} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function StateCount({ sebaran, n }: { sebaran: Sebaran; n: number }) {
  return (
    <>
      <i className={`kotak-kecil kotak-${sebaran}`} aria-hidden="true" />
      {t(`provinsi.k.${sebaran}`)} <b className="angka">{n}</b>
    </>
  )
}

function Offices({ rows, periode }: { rows: readonly Ringkasan[]; periode: string }) {
  const [cari, ubah] = useCari()
  const [text, setText] = useState('')
  const [most, setMost] = useState(AT_ONCE)
  const wanted = useDeferredValue(text)
  const count = countOf(rows)
  const sebaran = SEBARAN.find((s) => s === cari.keadaan && count.has(s))
  const urutan = URUTAN.find((u) => u === cari.urut) ?? 'kode'
  const found = useMemo(() => sortOffices(pickOffices(rows, sebaran, wanted), urutan), [rows, sebaran, wanted, urutan])
  const shown = found.slice(0, most)
  const clear = () => {
    setText('')
    ubah({ keadaan: undefined }, true)
  }
  return (
    <>
      {rows.length > 1 && <Spread rows={rows} />}
      <div className="saringan">
        <div className="saringan-cari">
          <Field
            label={t('provinsi.cari')}
            labelTersembunyi
            placeholder={t('provinsi.cari')}
            type="search"
            value={text}
            maxLength={100}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setMost(AT_ONCE)
            }}
          />
        </div>
        <div className="saringan-kolom">
          <Select
            label={t('provinsi.urut')}
            labelTersembunyi
            value={urutan}
            onChange={(event) => ubah({ urut: event.currentTarget.value === 'kode' ? undefined : event.currentTarget.value }, true)}
          >
            {URUTAN.map((u: Urutan) => (
              <option key={u} value={u}>
                {t(`provinsi.urut.${u}`)}
              </option>
            ))}
          </Select>
        </div>
        <Choice
          label={t('capaian.saring')}
          nilai={sebaran ?? 'semua'}
          pilihan={[
            { nilai: 'semua' as const, label: t('capaian.semua') },
            ...[...count].map(([s, n]) => ({ nilai: s, label: <StateCount sebaran={s} n={n} /> })),
          ]}
          onPilih={(s) => ubah({ keadaan: s === 'semua' ? undefined : s }, true)}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState judul={t('provinsi.tak-cocok')}>
          <p>{t('provinsi.tak-cocok.isi', { n: rows.length })}</p>
          <Button onClick={clear}>{t('capaian.bersihkan')}</Button>
        </EmptyState>
      ) : (
        <Table
          judul={t('provinsi.judul', { periode: namaPeriode(periode) })}
          kunci={(r) => r.kode}
          kelompok={[{ baris: shown }]}
          kolom={columns(periode.slice(0, 4))}
        />
      )}
      <div className="row">
        {shown.length < found.length && (
          <Button onClick={() => setMost(most + AT_ONCE)}>
            {t('provinsi.lagi', { n: Math.min(AT_ONCE, found.length - shown.length) })}
          </Button>
        )}
        <p className="muted" role="status">
          {shown.length < found.length
            ? t('provinsi.tampil', { n: shown.length, dari: found.length })
            : t('provinsi.habis', { n: found.length })}
        </p>
      </div>
    </>
  )
}

function State({ row }: { row: Ringkasan }) {
  const sebaran = sebaranOf(row)
  const kata =
    sebaran === 'di-bawah'
      ? t('provinsi.di-bawah', { n: row.belum })
      : sebaran === 'sebagian'
        ? t('provinsi.sebagian', { n: row.bernilai, dari: row.indikator })
        : t(`provinsi.k.${sebaran}`)
  return <Status keadaan={KEADAAN[sebaran]} kata={kata} />
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
