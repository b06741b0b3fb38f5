// The dictionary of an office and year: every indicator with its meaning, searched and filtered.

import { useDeferredValue, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Choice, Field } from '../../web/ui/field.tsx'
import { Tautan, TautanTombol } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { Unduh } from '../../web/ui/unduh.tsx'
import { Kosong } from './bagian.tsx'
import { type Entri, useKamus } from './data.ts'
import { kataAgregasi, kataPolaritas, t } from './teks.ts'
import './screens.css'

const SARING = {
  semua: () => true,
  iku: (v: Entri) => v.iku,
  rumus: (v: Entri) => v.rumusBerlaku !== null,
  tanpa: (v: Entri) => v.rumusBerlaku === null,
  lengkap: (v: Entri) => !(v.definisi && v.sumberData && v.dasarHukum.length && (v.metode ?? v.rumus ?? v.caraUkur)),
}
type Saring = keyof typeof SARING

export function KamusPage({ unit, tahun }: { unit: string; tahun: string }) {
  const found = useKamus(unit, tahun)
  const boleh = found.data?.bolehUbah
  return (
    <>
      <PageHead
        judul={t('kamus.judul', { tahun })}
        pengantar={t('kamus.pengantar', { tahun })}
        aksi={
          <>
            {found.data && found.data.isi.length > 0 && (
              <Unduh alamat={`/api/kamus/${unit}/dokumen`} query={{ tahun }} nama={t('kamus.unduh', { tahun })} />
            )}
            {boleh && (
              <TautanTombol ke={`/kamus/${unit}/${tahun}/baru`} rupa="utama">
                {t('kamus.baru')}
              </TautanTombol>
            )}
          </>
        }
      />
      {found.isPending ? (
        <Skeleton baris={12} />
      ) : found.isError ? (
        <Failure error={found.error} onLagi={() => found.refetch()} />
      ) : found.data.isi.length === 0 ? (
        <EmptyState judul={t('kamus.kosong', { tahun })}>
          <p>{t('kamus.kosong.isi')}</p>
        </EmptyState>
      ) : (
        <Entries isi={found.data.isi} unit={unit} tahun={tahun} />
      )}
    </>
  )
}

function Entries({ isi, unit, tahun }: { isi: readonly Entri[]; unit: string; tahun: string }) {
  const [cari, ubah] = useCari()
  const [text, setText] = useState(cari.cari ?? '')
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const saring: Saring = cari.saring && Object.hasOwn(SARING, cari.saring) ? (cari.saring as Saring) : 'semua'
  const shown = isi
    .filter(SARING[saring])
    .filter((v) => !wanted || `${v.kode} ${v.nama} ${v.definisi ?? ''} ${v.namaPemilik ?? ''}`.toLowerCase().includes(wanted))
  const clear = () => {
    setText('')
    ubah({ saring: undefined, cari: undefined }, true)
  }
  return (
    <div className="stack">
      <div className="kamus-saringan">
        <div className="kamus-cari">
          <Field
            label={t('kamus.cari')}
            labelTersembunyi
            placeholder={t('kamus.cari')}
            type="search"
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => ubah({ cari: text.trim() || undefined }, true)}
          />
        </div>
        <Choice
          label={t('kamus.saring')}
          nilai={saring}
          pilihan={(Object.keys(SARING) as Saring[]).map((k) => ({ nilai: k, label: t(`kamus.${k}`) }))}
          onPilih={(k) => ubah({ saring: k === 'semua' ? undefined : k }, true)}
        />
      </div>
      <p className="small muted" role="status">
        {t('kamus.jumlah', { n: shown.length, dari: isi.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState judul={t('kamus.tak-cocok')}>
          <Button onClick={clear}>{t('kamus.bersihkan')}</Button>
        </EmptyState>
      ) : (
        <Table
          judul={t('kamus.judul', { tahun })}
          kunci={(v) => v.kode}
          kelompok={[{ baris: shown }]}
          kolom={columns(`/kamus/${unit}/${tahun}`)}
        />
      )}
    </div>
  )
}

function columns(at: string): Column<Entri>[] {
  return [
    {
      kunci: 'nama',
      judul: t('kolom.indikator'),
      rupa: 'nama',
      isi: (v) => (
        <>
          <Tautan ke={`${at}/${v.kode}`}>{v.nama}</Tautan>
          <span className="kamus-kode small muted">
            {v.kode}
            {v.iku && ` · ${t('kamus.iku')}`}
          </span>
        </>
      ),
    },
    { kunci: 'satuan', judul: t('kolom.satuan'), isi: (v) => v.satuan },
    {
      kunci: 'polaritas',
      judul: t('kolom.polaritas'),
      lebar: true,
      isi: (v) => (
        <>
          {kataPolaritas(v.polaritas)}
          <span className="kamus-kode small muted">{kataAgregasi(v.agregasi)}</span>
        </>
      ),
    },
    { kunci: 'cara', judul: t('kolom.cara'), isi: (v) => way(v) },
    { kunci: 'pemilik', judul: t('kolom.pemilik'), lebar: true, isi: (v) => v.namaPemilik ?? t('pemilik.sendiri') },
    { kunci: 'dasar', judul: t('kolom.dasar'), lebar: true, isi: (v) => <Basis dasar={v.dasarHukum} /> },
  ]
}

function way({ metodeResmi, rumusBerlaku }: Entri): string {
  if (metodeResmi) return t('cara.metode', { nama: metodeResmi.nama })
  return rumusBerlaku ? t('cara.sendiri') : t('cara.uraian')
}

const LONG = 80
function Basis({ dasar: [first, ...others] }: { dasar: readonly string[] }) {
  if (!first) return <Kosong />
  // The whole title stands on the indicator's own page.
  const cut = first.length > LONG ? `${first.slice(0, first.lastIndexOf(' ', LONG))} …` : first
  return (
    <span className="small">
      {cut}
      {others.length > 0 && <span className="muted"> {t('dasar.lain', { n: others.length })}</span>}
    </span>
  )
}
