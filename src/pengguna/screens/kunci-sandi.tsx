// One's own passkeys: added on this device, named, removed.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState, Skeleton } from '../../web/ui/empty.tsx'
import { Field } from '../../web/ui/field.tsx'
import { saat } from '../../web/ui/format.ts'
import { adaKunciSandi, buatKunciSandi } from '../../web/ui/kunci-sandi.ts'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Table } from '../../web/ui/table.tsx'
import type { KunciSandi } from '../kunci-sandi.ts'
import { Remove } from './kunci-sandi-hapus.tsx'
import { t } from './kunci-sandi-teks.ts'

const MINE = '/api/sesi/kunci-sandi'
type Mine = { readonly isi: readonly KunciSandi[]; readonly maks: number }
type Asked = { readonly apa: 'tambah' } | { readonly apa: 'namai' | 'hapus'; readonly kunci: KunciSandi }

export function KunciSandiPage() {
  const client = useQueryClient()
  const found = useQuery({ queryKey: [MINE], queryFn: () => get<Mine>(MINE) })
  const [asked, setAsked] = useState<Asked>()
  const stop = () => setAsked(undefined)
  const done = () => {
    stop()
    client.invalidateQueries()
  }
  const can = adaKunciSandi()
  const full = found.data !== undefined && found.data.isi.length >= found.data.maks
  const add = can && found.data && !full && (
    <Button rupa="utama" onClick={() => setAsked({ apa: 'tambah' })}>
      {t('tambah')}
    </Button>
  )
  return (
    <>
      <PageHead judul={t('judul')} pengantar={<p>{t('pengantar')}</p>} aksi={found.data?.isi.length ? add : undefined} />
      <div className="stack">
        {!can && <Notice>{t('tak-bisa')}</Notice>}
        {full && <Notice>{t('penuh', { n: found.data.maks })}</Notice>}
        {found.isPending ? (
          <Skeleton baris={4} />
        ) : found.isError ? (
          <Failure error={found.error} onLagi={() => found.refetch()} />
        ) : found.data.isi.length ? (
          <List isi={found.data.isi} onMinta={setAsked} />
        ) : (
          <EmptyState judul={t('kosong')}>
            <p>{t('kosong.isi')}</p>
            {add}
          </EmptyState>
        )}
      </div>
      {asked?.apa === 'tambah' && <Add onSelesai={done} onTutup={stop} />}
      {asked?.apa === 'namai' && <Rename kunci={asked.kunci} onSelesai={done} onTutup={stop} />}
      {asked?.apa === 'hapus' && (
        <Remove nama={asked.kunci.nama} alamat={`${MINE}/${asked.kunci.id}`} onSelesai={done} onTutup={stop}>
          <p>{t('hapus.isi', { nama: asked.kunci.nama })}</p>
          <p>{t('hapus.sisa')}</p>
        </Remove>
      )}
    </>
  )
}

function List({ isi, onMinta }: { isi: readonly KunciSandi[]; onMinta: (asked: Asked) => void }) {
  return (
    <Table
      judul={t('daftar')}
      kunci={(k: KunciSandi) => k.id}
      kolom={[
        { kunci: 'nama', judul: t('nama'), rupa: 'nama', isi: (k) => k.nama },
        { kunci: 'dibuat', judul: t('dibuat'), isi: (k) => saat(k.dibuat) },
        { kunci: 'dipakai', judul: t('dipakai'), isi: (k) => (k.dipakai ? saat(k.dipakai) : t('belum')) },
        {
          kunci: 'aksi',
          judul: t('aksi'),
          isi: (k) => (
            <span className="row">
              {(['namai', 'hapus'] as const).map((apa) => (
                <Button key={apa} kecil aria-label={t(`${apa}.apa`, { nama: k.nama })} onClick={() => onMinta({ apa, kunci: k })}>
                  {t(apa)}
                </Button>
              ))}
            </span>
          ),
        },
      ]}
      kelompok={[{ baris: isi }]}
    />
  )
}

type Ends = { readonly onSelesai: () => void; readonly onTutup: () => void }

function Name({ nilai, salah, onUbah }: { nilai: string; salah: string | undefined; onUbah: (nama: string) => void }) {
  return (
    <Field
      label={t('nama')}
      name="nama"
      bantuan={t('nama.bantuan')}
      value={nilai}
      maxLength={60}
      autoComplete="off"
      salah={salah}
      onChange={(event) => onUbah(event.currentTarget.value)}
    />
  )
}

function Add({ onSelesai, onTutup }: Ends) {
  const [nama, setNama] = useState('')
  const [sandi, setSandi] = useState('')
  const send = async () => {
    const jawaban = await buatKunciSandi(`${MINE}/permintaan`, { sandi })
    return request('POST', MINE, { body: { nama, jawaban } })
  }
  return (
    <ActDialog
      judul={t('tambah')}
      aksi={t('tambah')}
      bidang={{ nama: t('nama'), sandi: t('sandi') }}
      wajib={{ nama, sandi }}
      kirim={send}
      onSelesai={onSelesai}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <p>{t('tambah.isi')}</p>
          <Name nilai={nama} salah={salah('nama')} onUbah={setNama} />
          <Field
            label={t('sandi')}
            name="sandi"
            bantuan={t('sandi.bantuan')}
            type="password"
            autoComplete="current-password"
            maxLength={300}
            value={sandi}
            salah={salah('sandi')}
            onChange={(event) => setSandi(event.currentTarget.value)}
          />
        </>
      )}
    </ActDialog>
  )
}

function Rename({ kunci, onSelesai, onTutup }: Ends & { kunci: KunciSandi }) {
  const [nama, setNama] = useState(kunci.nama)
  return (
    <ActDialog
      judul={t('namai')}
      aksi={t('simpan')}
      bidang={{ nama: t('nama') }}
      wajib={{ nama }}
      kirim={() => request('PATCH', `${MINE}/${kunci.id}`, { body: { nama } })}
      onSelesai={onSelesai}
      onTutup={onTutup}
    >
      {(salah) => <Name nilai={nama} salah={salah('nama')} onUbah={setNama} />}
    </ActDialog>
  )
}
