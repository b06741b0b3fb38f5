// One office, or one person, over the page: everybody who held it, every office held, and what the administrator does with it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { address, get } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Panel } from '../../web/ui/panel.tsx'
import { namaPeran } from '../../web/ui/roles.ts'
import { AWALAN, type Held, kata, nipTampil, type Office, type Person, rentang } from './data.ts'
import { AssignForm, EndForm, OfficeForm } from './office-forms.tsx'
import { PersonForm } from './person-forms.tsx'
import { t } from './teks.ts'

export function OfficePanel({ hari, admin }: { hari: string; admin: boolean }) {
  const [cari, ubah] = useCari()
  const kode = cari.jabatan
  // The list is asked for the one office of its code, so that the day's holders come along.
  const office = useQuery({
    queryKey: ['pejabat', kode, hari],
    enabled: kode !== undefined,
    queryFn: async () => (await get<{ isi: Office[] }>(address('/api/pejabat', { kode, tanggal: hari }))).isi[0] ?? null,
  })
  return (
    <Panel judul={office.data?.nama ?? t('pejabat.judul')} buka={kode !== undefined} onTutup={() => ubah({ jabatan: undefined })}>
      {office.isPending ? (
        <Skeleton baris={4} />
      ) : office.isError ? (
        <Failure error={office.error} onLagi={() => office.refetch()} />
      ) : office.data ? (
        <OfficeDetail office={office.data} hari={hari} admin={admin} />
      ) : (
        <p>{t('pejabat.tak-ada')}</p>
      )}
    </Panel>
  )
}

type Act = { readonly apa: 'tugaskan' | 'ubah' } | { readonly apa: 'akhiri'; readonly held: Held }

function OfficeDetail({ office, hari, admin }: { office: Office; hari: string; admin: boolean }) {
  const [act, setAct] = useState<Act>()
  const [, ubah] = useCari()
  const history = useQuery({
    queryKey: ['jabatan', 'riwayat', office.kode],
    queryFn: () => get<{ isi: Held[] }>(`/api/jabatan/${encodeURIComponent(office.kode)}/riwayat`),
  })
  const stop = () => setAct(undefined)
  const mayEnd = (h: Held) => h.berlakuSampai === null || h.berlakuSampai >= hari
  return (
    <div className="stack">
      <dl className="fakta">
        <div>
          <dt>{t('kolom.induk')}</dt>
          <dd>{office.namaUnit}</dd>
        </div>
        <div>
          <dt>{t('f.jenjang')}</dt>
          <dd>{kata(office.jenjang)}</dd>
        </div>
        <div>
          <dt>{t('jabatan.peran')}</dt>
          <dd>{office.peran.map(namaPeran).join(', ') || t('jabatan.peran.tanpa')}</dd>
        </div>
        <div>
          <dt>{t('kolom.berlaku')}</dt>
          <dd>{rentang(office)}</dd>
        </div>
      </dl>
      {admin && (
        <div className="row">
          <Button kecil rupa="utama" onClick={() => setAct({ apa: 'tugaskan' })}>
            {t('jabatan.tugaskan')}
          </Button>
          <Button kecil onClick={() => setAct({ apa: 'ubah' })}>
            {t('jabatan.ubah')}
          </Button>
        </div>
      )}
      <h3>{t('jabatan.riwayat')}</h3>
      {history.isError && <Failure error={history.error} onLagi={() => history.refetch()} />}
      {history.data?.isi.length === 0 && <p className="muted">{t('jabatan.riwayat.kosong')}</p>}
      <ul className="daftar-polos">
        {history.data?.isi.map((h) => (
          <li key={h.id} className="org-tugas">
            <div>
              {admin ? (
                <button type="button" className="tautan-tombol" onClick={() => ubah({ jabatan: undefined, orang: h.pegawai })}>
                  {AWALAN[h.sifat]}
                  {h.nama}
                </button>
              ) : (
                `${AWALAN[h.sifat]}${h.nama}`
              )}
              <div className="small muted">
                {rentang(h)}
                {!h.tanggalPasti && ` (${t('jabatan.tanggal-kira')})`}
              </div>
            </div>
            {admin && mayEnd(h) && (
              <Button kecil onClick={() => setAct({ apa: 'akhiri', held: h })}>
                {t('jabatan.akhiri')}
                <span className="sr"> {h.nama}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {act?.apa === 'tugaskan' && <AssignForm office={office} hari={hari} onTutup={stop} />}
      {act?.apa === 'ubah' && <OfficeForm unit={office.unit} hari={hari} office={office} onTutup={stop} />}
      {act?.apa === 'akhiri' && <EndForm held={act.held} hari={hari} onTutup={stop} />}
    </div>
  )
}

export function PersonPanel() {
  const [cari, ubah] = useCari()
  const [editing, setEditing] = useState(false)
  const id = cari.orang
  const person = useQuery({
    queryKey: ['pegawai', id],
    enabled: id !== undefined,
    queryFn: () => get<Person & { penugasan: readonly Held[] }>(`/api/pegawai/${encodeURIComponent(id ?? '')}`),
  })
  const found = person.data
  return (
    <Panel judul={found?.nama ?? t('pejabat.orang')} buka={id !== undefined} onTutup={() => ubah({ orang: undefined })}>
      {person.isError && <Failure error={person.error} onLagi={() => person.refetch()} />}
      {found && (
        <div className="stack">
          <dl className="fakta">
            <div>
              <dt>{t('kolom.nip')}</dt>
              <dd className="angka">{found.nip ? nipTampil(found.nip) : t('pegawai.tanpa-nip')}</dd>
            </div>
          </dl>
          <div>
            <Button kecil onClick={() => setEditing(true)}>
              {t('pegawai.ubah')}
            </Button>
          </div>
          <h3>{t('pegawai.penugasan')}</h3>
          {found.penugasan.length === 0 && <p className="muted">{t('pegawai.penugasan.kosong')}</p>}
          <ul className="daftar-polos">
            {found.penugasan.map((h) => (
              <li key={h.id}>
                <button type="button" className="tautan-tombol" onClick={() => ubah({ orang: undefined, jabatan: h.jabatan })}>
                  {AWALAN[h.sifat]}
                  {h.namaJabatan}
                </button>
                <div className="small muted">{rentang(h)}</div>
              </li>
            ))}
          </ul>
          {editing && <PersonForm person={found} onTutup={() => setEditing(false)} />}
        </div>
      )}
    </Panel>
  )
}
