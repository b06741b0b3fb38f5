// Who holds which office on a day, and who acts; for the administrator also the people with their NIP.
import { useDeferredValue, useState } from 'react'
import { type Cari, useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty.tsx'
import { Choice, Field } from '../../web/ui/field.tsx'
import { ListFrame, useList } from '../../web/ui/list.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { useWho } from '../../web/ui/who.ts'
import { AWALAN, type Held, nipTampil, type Office, type Person, rentang } from './data.ts'
import { OfficePanel, PersonPanel } from './pejabat-panel.tsx'
import { PersonForm } from './person-forms.tsx'
import { t } from './teks.ts'
import './screens.css'

export function PejabatPage() {
  const who = useWho()
  const [cari, ubah] = useCari()
  const [registering, setRegistering] = useState(false)
  const admin = who?.punya('ADMINISTRATOR') ?? false
  const hari = cari.tanggal ?? who?.hariIni
  const people = admin && cari.lihat === 'orang'
  return (
    <>
      <PageHead
        judul={t('pejabat.judul')}
        pengantar={t('pejabat.pengantar')}
        aksi={
          admin && (
            <Button rupa="utama" onClick={() => setRegistering(true)}>
              {t('pegawai.baru')}
            </Button>
          )
        }
      />
      {who && hari && (
        <>
          <Filters hari={hari} admin={admin} cari={cari} ubah={ubah} />
          {people ? <People cari={cari.cari} ubah={ubah} /> : <Offices hari={hari} cari={cari} ubah={ubah} />}
          <OfficePanel hari={hari} admin={admin} />
          {admin && <PersonPanel />}
        </>
      )}
      {registering && <PersonForm onTutup={() => setRegistering(false)} />}
    </>
  )
}

type Ubah = ReturnType<typeof useCari>[1]
type Lihat = 'semua' | 'kosong' | 'orang'

function Filters({ hari, admin, cari, ubah }: { hari: string; admin: boolean; cari: Cari; ubah: Ubah }) {
  const [text, setText] = useState(cari.cari ?? '')
  const shown = (['semua', 'kosong', ...(admin ? ['orang'] : [])] as Lihat[]).map((nilai) => ({
    nilai,
    label: t(`pejabat.${nilai}`),
  }))
  return (
    <>
      <div className="bilah">
        <Field
          label={t(cari.lihat === 'orang' ? 'pegawai.cari' : 'pejabat.cari')}
          type="search"
          value={text}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value)
            ubah({ cari: event.currentTarget.value.trim() || undefined }, true)
          }}
        />
        {cari.lihat !== 'orang' && (
          <Field
            label={t('pertanggal')}
            type="date"
            value={hari}
            min="1945-01-01"
            max="2100-12-31"
            onChange={(event) => event.currentTarget.value && ubah({ tanggal: event.currentTarget.value }, true)}
          />
        )}
      </div>
      <div className="org-lihat">
        <Choice
          label={t('pejabat.lihat')}
          nilai={(cari.lihat ?? 'semua') as Lihat}
          pilihan={shown}
          onPilih={(lihat) => ubah({ lihat: lihat === 'semua' ? undefined : lihat }, true)}
        />
        {cari.unit && (
          <p>
            {t('pejabat.hanya', { unit: cari.unit })}{' '}
            <button type="button" className="tautan-tombol" onClick={() => ubah({ unit: undefined })}>
              {t('pejabat.hanya.buang')}
            </button>
          </p>
        )}
      </div>
    </>
  )
}

function Offices({ hari, cari, ubah }: { hari: string; cari: Cari; ubah: Ubah }) {
  const wanted = useDeferredValue(cari.cari)
  const list = useList<Office>('/api/pejabat', {
    tanggal: hari,
    cari: wanted,
    unit: cari.unit,
    kosong: cari.lihat === 'kosong' ? 'true' : undefined,
  })
  const columns: Column<Office>[] = [
    {
      kunci: 'jabatan',
      judul: t('kolom.jabatan'),
      rupa: 'nama',
      isi: (j) => (
        <>
          <button type="button" className="tautan-tombol" aria-haspopup="dialog" onClick={() => ubah({ jabatan: j.kode })}>
            {j.nama}
          </button>
          <div className="small muted">{j.namaUnit}</div>
        </>
      ),
    },
    { kunci: 'pemegang', judul: t('kolom.pemegang'), lebar: true, isi: (j) => <Holders held={j.pemegang} /> },
    {
      kunci: 'sejak',
      judul: t('kolom.sejak'),
      lebar: true,
      isi: (j) => (
        <ul className="org-pemegang small">
          {j.pemegang.map((h) => (
            <li key={h.id}>{rentang(h)}</li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <ListFrame
      list={list}
      kosong={
        <EmptyState judul={t('pejabat.tak-ada')}>
          <p>{t('pejabat.tak-ada.isi')}</p>
        </EmptyState>
      }
    >
      <Table judul={t('pejabat.judul')} kolom={columns} kelompok={[{ baris: list.baris }]} kunci={(j) => j.kode} />
    </ListFrame>
  )
}

function Holders({ held }: { held: readonly Held[] }) {
  if (!held.length) return <span className="muted">{t('pejabat.lowong')}</span>
  return (
    <ul className="org-pemegang">
      {held.map((h) => (
        <li key={h.id} className={h.bertindak ? undefined : 'muted'}>
          {AWALAN[h.sifat]}
          {h.nama}
          {held.length > 1 && (
            <span className="small muted"> ({t(h.bertindak ? 'pejabat.bertindak' : 'pejabat.tidak-bertindak')})</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function People({ cari, ubah }: { cari: string | undefined; ubah: Ubah }) {
  const list = useList<Person>('/api/pegawai', { cari: useDeferredValue(cari) })
  const columns: Column<Person>[] = [
    {
      kunci: 'nama',
      judul: t('kolom.nama'),
      rupa: 'nama',
      isi: (p) => (
        <button type="button" className="tautan-tombol" aria-haspopup="dialog" onClick={() => ubah({ orang: p.id })}>
          {p.nama}
        </button>
      ),
    },
    {
      kunci: 'nip',
      judul: t('kolom.nip'),
      lebar: true,
      isi: (p) =>
        p.nip ? <span className="angka">{nipTampil(p.nip)}</span> : <span className="muted">{t('pegawai.tanpa-nip')}</span>,
    },
  ]
  return (
    <ListFrame
      list={list}
      kosong={
        <EmptyState judul={t('pegawai.kosong')}>
          <p>{t('pegawai.kosong.isi')}</p>
        </EmptyState>
      }
    >
      <Table judul={t('pejabat.orang')} kolom={columns} kelompok={[{ baris: list.baris }]} kunci={(p) => p.id} />
    </ListFrame>
  )
}
