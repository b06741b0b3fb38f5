// My address and what is sent there; for the administrator, how the letters fare.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError, get, request, sentence } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Field } from '../../web/ui/field.tsx'
import { tanggal } from '../../web/ui/format.ts'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { PageHead } from '../../web/ui/page.tsx'
import { Table } from '../../web/ui/table.tsx'
import { useWho } from '../../web/ui/who.ts'
import type { JenisKabar } from '../kabar.ts'
import { t } from './teks.ts'
import './screens.css'

type Setelan = {
  readonly alamat: string | null
  readonly surel: readonly JenisKabar[]
  readonly tidakTerjangkau: string | null
  readonly dikirim: boolean
  readonly version: number
}
const JENIS: readonly JenisKabar[] = ['TUGAS', 'PENGINGAT', 'INFORMASI']
const KEY = ['kabar', 'setelan']

export function SetelanKabarPage() {
  const who = useWho()
  const [saved, setSaved] = useState(false)
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => get<Setelan>('/api/kabar/setelan', { signal }) })
  return (
    <>
      <PageHead judul={t('setelan.judul')} pengantar={t('setelan.pengantar')} />
      <div className="stack">
        {saved && <Notice jenis="berhasil">{t('setelan.tersimpan')}</Notice>}
        {found.isPending ? (
          <Skeleton baris={4} />
        ) : found.isError ? (
          <Failure error={found.error} onLagi={() => found.refetch()} />
        ) : (
          <Form key={found.data.version} setelan={found.data} onSimpan={() => setSaved(true)} />
        )}
        {who?.punya('ADMINISTRATOR') && <Letters />}
      </div>
    </>
  )
}

function Form({ setelan, onSimpan }: { setelan: Setelan; onSimpan: () => void }) {
  const client = useQueryClient()
  const [alamat, setAlamat] = useState(setelan.alamat ?? '')
  const [surel, setSurel] = useState(setelan.surel)
  const [busy, setBusy] = useState(false)
  const [salah, setSalah] = useState<string>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setSalah(undefined)
    try {
      const body = { alamat: alamat.trim() || null, surel }
      await request('PUT', '/api/kabar/setelan', { body, version: setelan.version })
      onSimpan()
      await client.invalidateQueries({ queryKey: KEY })
    } catch (error) {
      setSalah(error instanceof ApiError ? (error.problem.also?.[0]?.detail ?? error.problem.detail) : sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack sempit" onSubmit={send} noValidate>
      {!setelan.dikirim && <Notice>{t('setelan.tanpa-smtp')}</Notice>}
      {setelan.tidakTerjangkau && (
        <Notice jenis="peringatan">{t('setelan.ditolak', { tanggal: tanggal(setelan.tidakTerjangkau) })}</Notice>
      )}
      <Field
        label={t('setelan.alamat')}
        bantuan={t('setelan.alamat.bantuan')}
        name="alamat"
        type="email"
        autoComplete="email"
        maxLength={254}
        value={alamat}
        salah={salah}
        onChange={(event) => setAlamat(event.currentTarget.value)}
      />
      <fieldset className="kabar-jenis">
        <legend>{t('setelan.jenis')}</legend>
        {JENIS.map((j) => (
          <label key={j}>
            <input
              type="checkbox"
              checked={surel.includes(j)}
              onChange={(event) => setSurel(event.currentTarget.checked ? [...surel, j] : surel.filter((one) => one !== j))}
            />
            <span>
              <span className="strong">{t(`jenis.${j}`)}</span> <span className="muted">{t(`jenis.${j}.arti`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button rupa="utama" type="submit" sibuk={busy}>
          {t('setelan.simpan')}
        </Button>
      </div>
    </form>
  )
}

type Keadaan = {
  readonly jumlah: readonly { readonly status: string; readonly jumlah: number }[]
  readonly ditolak: readonly {
    readonly username: string
    readonly nama: string
    readonly sejak: string
    readonly sebab: string | null
  }[]
}

function Letters() {
  const found = useQuery({ queryKey: ['kabar', 'surel'], queryFn: ({ signal }) => get<Keadaan>('/api/kabar/surel', { signal }) })
  if (!found.data) return found.isError ? <Failure error={found.error} /> : <Skeleton baris={3} />
  const { jumlah, ditolak } = found.data
  return (
    <section className="stack" aria-labelledby="surel-judul">
      <h2 id="surel-judul">{t('surel.judul')}</h2>
      {jumlah.length === 0 ? (
        <p className="muted">{t('surel.kosong')}</p>
      ) : (
        <Table
          judul={t('surel.judul')}
          kunci={(k) => k.status}
          kelompok={[{ baris: jumlah }]}
          kolom={[
            { kunci: 'status', judul: t('surel.keadaan'), rupa: 'nama', isi: (k) => t(`surel.${k.status}` as 'surel.TERKIRIM') },
            { kunci: 'jumlah', judul: t('surel.jumlah'), rupa: 'angka', isi: (k) => k.jumlah },
          ]}
        />
      )}
      {ditolak.length > 0 && (
        <Table
          judul={t('surel.akun')}
          kunci={(d) => d.username}
          kelompok={[{ judul: t('surel.akun'), baris: ditolak }]}
          kolom={[
            { kunci: 'akun', judul: t('surel.akun.nama'), rupa: 'nama', isi: (d) => `${d.nama} (${d.username})` },
            { kunci: 'sejak', judul: t('surel.akun.sejak'), isi: (d) => tanggal(d.sejak) },
            { kunci: 'sebab', judul: t('surel.akun.sebab'), lebar: true, isi: (d) => d.sebab ?? '–' },
          ]}
        />
      )}
    </section>
  )
}
