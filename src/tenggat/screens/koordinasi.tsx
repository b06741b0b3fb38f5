// The coordinators' list: how many stand where, then every office, the most urgent first, with who holds it.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { address, get } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Field, Select } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { namaAksi } from '../../web/ui/langkah-teks.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { Refused } from '../../web/ui/list.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { namaPeran } from '../../web/ui/roles.ts'
import { type Column, Table } from '../../web/ui/table.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { useWho } from '../../web/ui/who.ts'
import type { Kedudukan } from '../koordinasi.ts'
import { NASKAH, type Naskah } from '../tenggat.ts'
import { Sisa } from './sisa.tsx'
import { t } from './teks.ts'
import './screens.css'

type Koordinasi = {
  readonly tahap: readonly { readonly status: string; readonly jumlah: number }[]
  readonly bidang: readonly { readonly kode: string; readonly nama: string }[]
  readonly tanpaDpa: number
  readonly isi: readonly Kedudukan[]
}
const AT_ONCE = 25
const ALL = 'SEMUA'
const DONE = new Set(['DITETAPKAN', 'DIPUBLIKASI'])
const namaTahap = (status: string) => t(`status.${status}` as 'status.DRAFT')

export function KoordinasiPage({ tahun }: { tahun: string }) {
  const [cari, ubah] = useCari()
  const naskah = NASKAH.find((n) => n === cari.naskah) ?? 'PK'
  const path = `/api/koordinasi/${tahun}`
  const found = useQuery({
    queryKey: ['koordinasi', tahun, naskah],
    queryFn: ({ signal }) => get<Koordinasi>(address(path, { naskah }), { signal }),
  })
  return (
    <>
      <PageHead
        judul={t('koordinasi.judul', { tahun })}
        pengantar={t('koordinasi.pengantar')}
        aksi={
          found.data && (
            <Unduh alamat={`${path}/dokumen`} query={{ naskah }} nama={`${t(`koordinasi.naskah.${naskah}`)} ${tahun}`} />
          )
        }
      />
      <div className="stack">
        <Choice
          label={t('koordinasi.naskah')}
          nilai={naskah}
          pilihan={NASKAH.map((n) => ({ nilai: n, label: t(`koordinasi.naskah.${n}`) }))}
          onPilih={(n) => ubah({ naskah: n === 'PK' ? undefined : n, tahap: undefined })}
        />
        {found.isPending ? (
          <Skeleton baris={12} />
        ) : found.isError ? (
          <Refused error={found.error} onLagi={() => found.refetch()} />
        ) : (
          <Offices key={naskah} data={found.data} naskah={naskah} tahun={tahun} />
        )}
      </div>
    </>
  )
}

function Offices({ data, naskah, tahun }: { data: Koordinasi; naskah: Naskah; tahun: string }) {
  const [cari, ubah] = useCari()
  const who = useWho()
  const [text, setText] = useState('')
  const [most, setMost] = useState(AT_ONCE)
  const wanted = useDeferredValue(text).trim().toLowerCase()
  const own = data.bidang.find((b) => who?.peran.some((p) => p.unit === b.kode))?.kode
  const bidang = data.bidang.find((b) => b.kode === (cari.bidang ?? own))?.kode
  const stages = data.tahap.filter((s) => s.jumlah > 0)
  const tahap = stages.find((s) => s.status === cari.tahap)?.status ?? ALL
  const fits = data.isi.filter(
    (k) => (tahap === ALL || k.status === tahap) && (!bidang || k.bidang.includes(bidang)) && k.nama.toLowerCase().includes(wanted),
  )
  const shown = fits.slice(0, most)
  const findings = useFindings(shown, naskah, tahun)
  const done = data.isi.filter((k) => DONE.has(k.status)).length
  const late = data.isi.filter((k) => k.terlambat).length
  return (
    <>
      <p className="ringkas-utama">
        <span className="angka">{t('koordinasi.utama', { n: done, dari: data.isi.length })}</span>{' '}
        <span className="muted">{t('koordinasi.utama.isi')}</span>{' '}
        {late > 0 && <span className="sisa sisa-terlambat">{t('koordinasi.terlambat', { n: late })}</span>}
      </p>
      {data.tanpaDpa > 0 && <Notice jenis="peringatan">{t('koordinasi.tanpa-dpa', { n: data.tanpaDpa, tahun })}</Notice>}
      <Choice
        label={t('koordinasi.tahap')}
        nilai={tahap}
        pilihan={[
          { nilai: ALL, label: t('koordinasi.semua') },
          ...stages.map((s) => ({
            nilai: s.status,
            label: (
              <>
                {namaTahap(s.status)} <b className="angka">{s.jumlah}</b>
              </>
            ),
          })),
        ]}
        onPilih={(s) => ubah({ tahap: s === ALL ? undefined : s }, true)}
      />
      <div className="koordinasi-saring">
        <Field
          label={t('koordinasi.cari')}
          labelTersembunyi
          placeholder={t('koordinasi.cari')}
          type="search"
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {data.bidang.length > 0 && (
          <Select
            label={t('koordinasi.bidang')}
            labelTersembunyi
            value={bidang ?? ALL}
            onChange={(event) => ubah({ bidang: event.currentTarget.value }, true)}
          >
            <option value={ALL}>{t('koordinasi.bidang.semua')}</option>
            {data.bidang.map((b) => (
              <option key={b.kode} value={b.kode}>
                {b.nama}
              </option>
            ))}
          </Select>
        )}
      </div>
      {fits.length === 0 ? (
        <EmptyState judul={t('koordinasi.kosong')}>
          <p>{t('koordinasi.kosong.isi')}</p>
        </EmptyState>
      ) : (
        <Table
          judul={t(`koordinasi.naskah.${naskah}`)}
          kunci={(k) => k.unit}
          kelompok={[{ baris: shown }]}
          kolom={columns(findings)}
        />
      )}
      <div className="row">
        {shown.length < fits.length && (
          <Button onClick={() => setMost(most + AT_ONCE)}>
            {t('koordinasi.lagi', { n: Math.min(AT_ONCE, fits.length - shown.length) })}
          </Button>
        )}
        <p className="muted" role="status">
          {t('koordinasi.tampil', { n: shown.length, dari: data.isi.length })}
        </p>
      </div>
    </>
  )
}

/** Findings are counted by reading a paper whole: only of what is shown and still open, and after the list is there. */
function useFindings(shown: readonly Kedudukan[], naskah: Naskah, tahun: string): ReadonlyMap<string, number> {
  const open = shown.filter((k) => k.id !== null && !DONE.has(k.status)).map((k) => k.unit)
  const parts = Array.from({ length: Math.ceil(open.length / AT_ONCE) }, (_, n) => open.slice(n * AT_ONCE, (n + 1) * AT_ONCE))
  const found = useQuery({
    queryKey: ['koordinasi-temuan', tahun, naskah, open],
    enabled: open.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answers = parts.map((unit) =>
        get<{ isi: { unit: string; temuan: number }[] }>(
          address(`/api/koordinasi/${tahun}/temuan`, { naskah, unit: unit.join(',') }),
          { signal },
        ),
      )
      return (await Promise.all(answers)).flatMap((a) => a.isi)
    },
  })
  return new Map(found.data?.map((f) => [f.unit, f.temuan]))
}

function columns(findings: ReadonlyMap<string, number>): Column<Kedudukan>[] {
  return [
    { kunci: 'nama', judul: t('koordinasi.pd'), rupa: 'nama', isi: (k) => <Tautan ke={k.ke}>{k.nama}</Tautan> },
    { kunci: 'tahap', judul: t('koordinasi.kolom.tahap'), lebar: true, isi: (k) => <Stage row={k} /> },
    { kunci: 'giliran', judul: t('koordinasi.kolom.giliran'), lebar: true, isi: (k) => <Turn row={k} /> },
    { kunci: 'batas', judul: t('koordinasi.kolom.batas'), lebar: true, isi: (k) => <Due row={k} /> },
    { kunci: 'temuan', judul: t('koordinasi.kolom.temuan'), rupa: 'angka', isi: (k) => <Findings n={findings.get(k.unit)} /> },
  ]
}

function Stage({ row }: { row: Kedudukan }) {
  return (
    <span className="koordinasi-dua">
      <span>{namaTahap(row.status)}</span>
      {row.sejak && <span className="small muted koordinasi-tetap">{t('koordinasi.sejak', { tanggal: tanggal(row.sejak) })}</span>}
    </span>
  )
}

function Turn({ row: { giliran } }: { row: Kedudukan }) {
  if (!giliran) return <span className="muted">{t('koordinasi.selesai')}</span>
  const [first, ...others] = giliran.nama
  const holder =
    first === undefined
      ? t('koordinasi.tanpa-pemegang')
      : others.length
        ? t('koordinasi.dan-lain', { nama: first, n: others.length })
        : first
  return (
    <span className="koordinasi-dua">
      <span>
        {namaAksi(giliran)} · {namaPeran(giliran.peran)}
      </span>
      <span className="small muted">{holder}</span>
    </span>
  )
}

function Due({ row }: { row: Kedudukan }) {
  if (row.keadaan === 'SELESAI') return <Sisa {...row} />
  return (
    <span className="koordinasi-dua">
      <Sisa {...row} />
      {row.hari && <span className="small muted koordinasi-tetap">{tanggal(row.hari)}</span>}
    </span>
  )
}

function Findings({ n }: { n: number | undefined }) {
  if (n === undefined) return <span className="muted">–</span>
  return n > 0 ? <b className="angka">{n}</b> : <span className="muted">{t('koordinasi.temuan.tanpa')}</span>
}
