// Who I am today, my password, and the way out.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { request } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Failure } from '../ui/notice.tsx'
import { Balon } from '../ui/panel.tsx'
import { namaPeran } from '../ui/roles.ts'
import { type Bahasa, bahasaKini } from '../ui/teks.ts'
import { BAHASA, gantiBahasa } from './bahasa.ts'
import { useUnit } from './place.ts'
import { type Peran, useSession } from './session.tsx'
import { t } from './teks.ts'

export function AccountMenu({ tahun }: { tahun: string }) {
  const { me } = useSession()
  const [at, setAt] = useState<HTMLElement | null>(null)
  return (
    <>
      <button
        type="button"
        className="akun-tombol"
        aria-label={t('akun', { nama: me.nama })}
        aria-haspopup="dialog"
        aria-expanded={at !== null}
        onClick={(event) => setAt(at ? null : event.currentTarget)}
      >
        <Icon name="orang" />
        <span className="akun-nama">{me.nama}</span>
        <Icon name="bawah" size={16} />
      </button>
      <Balon buka={at} judul={me.nama} kelas="akun" onTutup={() => setAt(null)}>
        <Account tahun={tahun} onTutup={() => setAt(null)} />
      </Balon>
    </>
  )
}

function Account({ tahun, onTutup }: { tahun: string; onTutup: () => void }) {
  const { me } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [failed, setFailed] = useState<unknown>()
  const leave = async () => {
    try {
      await request('DELETE', '/api/sesi', { quiet: true })
    } catch (error) {
      return setFailed(error)
    }
    await navigate({ to: '/' })
    client.clear()
    window.location.assign('/')
  }
  const go = (to: string) => {
    onTutup()
    navigate({ to })
  }
  return (
    <>
      <div>
        <h2>{me.nama}</h2>
        <p className="small muted">{me.username}</p>
      </div>
      <div>
        <h3 className="small muted">{t('akun.peran')}</h3>
        {me.peran.length === 0 && <p>{t('akun.tanpa-peran')}</p>}
        <ul>
          {me.peran.map((p) => (
            <Role key={`${p.peran} ${p.unit}`} peran={p} tahun={tahun} />
          ))}
        </ul>
      </div>
      {failed !== undefined && <Failure error={failed} />}
      <div className="akun-bahasa">
        <h3 className="small muted">{t('bahasa')}</h3>
        <div className="row">
          {(Object.keys(BAHASA) as Bahasa[]).map((one) => (
            <Button key={one} kecil lang={one} aria-pressed={one === bahasaKini()} onClick={() => gantiBahasa(one)}>
              {BAHASA[one]}
            </Button>
          ))}
        </div>
      </div>
      <div className="akun-aksi">
        <Button rupa="polos" ikon="kunci" onClick={() => go('/sandi')}>
          {t('sandi.judul')}
        </Button>
        <Button rupa="polos" ikon="sidik" onClick={() => go('/kunci-sandi')}>
          {t('kunci-sandi.judul')}
        </Button>
        <Button rupa="polos" ikon="lonceng" onClick={() => go('/kabar/setelan')}>
          {t('akun.kabar')}
        </Button>
        <Button rupa="polos" ikon="keluar" onClick={leave}>
          {t('akun.keluar')}
        </Button>
      </div>
    </>
  )
}

function Role({ peran: { peran, unit }, tahun }: { peran: Peran; tahun: string }) {
  const office = useUnit(unit === 'sistem' ? null : unit, tahun)
  return (
    <li>
      <span className="strong">{namaPeran(peran)}</span>
      {unit !== 'sistem' && <span className="small muted">{office.data?.nama ?? unit}</span>}
    </li>
  )
}
