// The accounts: who may sign in, in which state, and when last.
import { useDeferredValue, useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { saat } from '../../web/ui/format.ts'
import { ListFrame, useList } from '../../web/ui/list.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { type Column, Table } from '../../web/ui/table.tsx'
import { CreateAccount } from './akun-forms.tsx'
import { type Account, Standing } from './akun-keadaan.tsx'
import { AccountPanel } from './akun-panel.tsx'
import { t } from './teks.ts'
import './screens.css'

const KEADAAN = ['aktif', 'nonaktif', 'terkunci', 'administrator'] as const

export function AkunPage() {
  const [cari, ubah] = useCari()
  const [text, setText] = useState(cari.cari ?? '')
  const [creating, setCreating] = useState(false)
  const list = useList<Account>('/api/pengguna', { cari: useDeferredValue(text.trim()) || undefined, keadaan: cari.keadaan })
  return (
    <>
      <PageHead
        judul={t('akun.judul')}
        pengantar={t('akun.pengantar')}
        aksi={
          list.isSuccess && (
            <Button rupa="utama" onClick={() => setCreating(true)}>
              {t('akun.baru')}
            </Button>
          )
        }
      />
      {!list.isError && (
        <div className="bilah">
          <Field
            label={t('akun.cari')}
            type="search"
            value={text}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Select
            label={t('akun.keadaan')}
            value={cari.keadaan ?? ''}
            onChange={(event) => ubah({ keadaan: event.currentTarget.value || undefined }, true)}
          >
            <option value="">{t('akun.semua')}</option>
            {KEADAAN.map((k) => (
              <option key={k} value={k}>
                {t(`akun.${k}`)}
              </option>
            ))}
          </Select>
        </div>
      )}
      <ListFrame
        list={list}
        kosong={
          <EmptyState judul={t('akun.kosong')}>
            <p>{t('akun.kosong.isi')}</p>
          </EmptyState>
        }
      >
        <Table
          judul={t('akun.judul')}
          kolom={columns((akun) => ubah({ akun }))}
          kelompok={[{ baris: list.baris }]}
          kunci={(a) => a.username}
        />
      </ListFrame>
      <AccountPanel />
      {creating && <CreateAccount onTutup={() => setCreating(false)} />}
    </>
  )
}

function columns(buka: (username: string) => void): Column<Account>[] {
  return [
    {
      kunci: 'akun',
      judul: t('kolom.akun'),
      rupa: 'nama',
      isi: (a) => (
        <>
          <button type="button" className="tautan-tombol" aria-haspopup="dialog" onClick={() => buka(a.username)}>
            {a.username}
          </button>
          <div className="small muted">{a.nama}</div>
        </>
      ),
    },
    {
      kunci: 'pegawai',
      judul: t('kolom.pegawai'),
      lebar: true,
      isi: (a) => a.namaPegawai ?? <span className="muted">{t('akun.tanpa-pegawai')}</span>,
    },
    { kunci: 'keadaan', judul: t('akun.keadaan'), lebar: true, isi: (a) => <Standing akun={a} /> },
    {
      kunci: 'masuk',
      judul: t('kolom.masuk'),
      lebar: true,
      isi: (a) =>
        a.masukTerakhir ? (
          <span className="small">{saat(a.masukTerakhir)}</span>
        ) : (
          <span className="muted">{t('akun.belum-masuk')}</span>
        ),
    },
    { kunci: 'sesi', judul: t('kolom.sesi'), rupa: 'angka', isi: (a) => a.sesi },
  ]
}
