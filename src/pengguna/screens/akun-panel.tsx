// One account over the page: where its roles come from, its sessions, and what the administrator does with it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { get } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Skeleton } from '../../web/ui/empty.tsx'
import { saat } from '../../web/ui/format.ts'
import { Tautan } from '../../web/ui/link.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Panel } from '../../web/ui/panel.tsx'
import { namaPeran } from '../../web/ui/roles.ts'
import type { KunciSandi } from '../kunci-sandi.ts'
import { AccountAct, type Act, ChangeAccount } from './akun-forms.tsx'
import { type Account, Standing } from './akun-keadaan.tsx'
import { Remove } from './kunci-sandi-hapus.tsx'
import { t as k } from './kunci-sandi-teks.ts'
import { spanOf } from './rentang.ts'
import { t } from './teks.ts'

type Full = Account & {
  readonly kunciSandi: readonly KunciSandi[]
  readonly sesiTerbuka: readonly { readonly sejak: string; readonly terakhir: string; readonly habis: string }[]
  readonly penugasan: readonly {
    readonly jabatan: string
    readonly namaJabatan: string
    readonly unit: string
    readonly sifat: string
    readonly peran: readonly string[]
    readonly berlakuDari: string
    readonly berlakuSampai: string | null
  }[]
}

export function AccountPanel() {
  const [cari, ubah] = useCari()
  const username = cari.akun
  const found = useQuery({
    queryKey: ['pengguna', username],
    enabled: username !== undefined,
    queryFn: () => get<Full>(`/api/pengguna/${encodeURIComponent(username ?? '')}`),
  })
  return (
    <Panel judul={username ?? t('akun.judul')} buka={username !== undefined} onTutup={() => ubah({ akun: undefined })}>
      {found.isPending ? (
        <Skeleton baris={4} />
      ) : found.isError ? (
        <Failure error={found.error} onLagi={() => found.refetch()} />
      ) : (
        <Detail akun={found.data} />
      )}
    </Panel>
  )
}

function Detail({ akun }: { akun: Full }) {
  const [act, setAct] = useState<Act | 'ubah'>()
  const stop = () => setAct(undefined)
  const button = (one: Act | 'ubah') => (
    <Button kecil onClick={() => setAct(one)}>
      {t(`akun.${one}`)}
    </Button>
  )
  return (
    <div className="stack">
      <dl className="fakta">
        <div>
          <dt>{t('f.nama')}</dt>
          <dd>{akun.nama}</dd>
        </div>
        <div>
          <dt>{t('f.pegawai')}</dt>
          <dd>{akun.namaPegawai ?? t('akun.tanpa-pegawai')}</dd>
        </div>
        <div>
          <dt>{t('akun.keadaan')}</dt>
          <dd>
            <Standing akun={akun} />
          </dd>
        </div>
        <div>
          <dt>{t('kolom.masuk')}</dt>
          <dd>{akun.masukTerakhir ? saat(akun.masukTerakhir) : t('akun.belum-masuk')}</dd>
        </div>
      </dl>
      <div className="row">
        {button('ubah')}
        {button('atur-ulang')}
        {akun.terkunciSampai && button('buka-kunci')}
        {akun.sesi > 0 && button('akhiri-sesi')}
        {!akun.gantiSandi && button('wajib-ganti')}
        {button(akun.aktif ? 'nonaktifkan' : 'aktifkan')}
      </div>
      <Roles akun={akun} />
      <h3>{t('akun.sesi')}</h3>
      {akun.sesiTerbuka.length === 0 && <p className="muted">{t('akun.sesi.kosong')}</p>}
      <ul className="daftar-polos">
        {akun.sesiTerbuka.map((s) => (
          <li key={`${s.sejak} ${s.terakhir}`}>{t('akun.sesi.isi', { sejak: saat(s.sejak), terakhir: saat(s.terakhir) })}</li>
        ))}
      </ul>
      <Passkeys akun={akun} />
      {act === 'ubah' && <ChangeAccount akun={akun} onTutup={stop} />}
      {act !== undefined && act !== 'ubah' && <AccountAct akun={akun} act={act} onTutup={stop} />}
    </div>
  )
}

/** Removed in an emergency; only its owner adds one. */
function Passkeys({ akun }: { akun: Full }) {
  const client = useQueryClient()
  const [gone, setGone] = useState<KunciSandi>()
  const stop = () => setGone(undefined)
  return (
    <>
      <h3>{k('judul')}</h3>
      {akun.kunciSandi.length === 0 && <p className="muted">{k('admin.kosong')}</p>}
      <ul className="daftar-polos">
        {akun.kunciSandi.map((one) => (
          <li key={one.id} className="row">
            <span>
              <span className="strong">{one.nama}</span>
              <span className="small muted">
                {' '}
                {k('admin.butir', { dibuat: saat(one.dibuat), dipakai: one.dipakai ? saat(one.dipakai) : k('belum') })}
              </span>
            </span>
            <Button kecil aria-label={k('hapus.apa', { nama: one.nama })} onClick={() => setGone(one)}>
              {k('hapus')}
            </Button>
          </li>
        ))}
      </ul>
      {gone && (
        <Remove
          nama={gone.nama}
          alamat={`/api/pengguna/${akun.username}/kunci-sandi/${gone.id}`}
          onSelesai={() => {
            stop()
            client.invalidateQueries()
          }}
          onTutup={stop}
        >
          <p>{k('admin.isi', { nama: gone.nama, akun: akun.nama })}</p>
        </Remove>
      )}
    </>
  )
}

function Roles({ akun }: { akun: Full }) {
  return (
    <>
      <h3>{t('akun.peran')}</h3>
      {akun.penugasan.length === 0 && <p className="muted">{t(akun.pegawai ? 'akun.peran.kosong' : 'akun.peran.tanpa-pegawai')}</p>}
      <ul className="daftar-polos">
        {akun.penugasan.map((p) => (
          <li key={`${p.jabatan} ${p.berlakuDari} ${p.sifat}`}>
            <span className="strong">{p.peran.map(namaPeran).join(', ') || t('akun.peran.tak-berperan')}</span>
            <div>
              {p.namaJabatan} <span className="small muted">({p.unit})</span>
            </div>
            <div className="small muted">{spanOf(p.berlakuDari, p.berlakuSampai)}</div>
          </li>
        ))}
      </ul>
      {akun.pegawai && (
        <p>
          <Tautan ke="/administrasi/pejabat" cari={{ lihat: 'orang', orang: akun.pegawai }}>
            {t('akun.peran.ke')}
          </Tautan>
        </p>
      )}
    </>
  )
}
