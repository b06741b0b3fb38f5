// What is done with an account. A one-time password stands on the screen once, and nowhere else.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../web/ui/act-dialog.tsx'
import { address, get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Chooser, type Pilihan } from '../../web/ui/chooser.tsx'
import { useCopy } from '../../web/ui/copy.ts'
import { Field, Select } from '../../web/ui/field.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import type { Account } from './akun-keadaan.tsx'
import { t } from './teks.ts'

type Person = { readonly id: string; readonly nama: string; readonly nip: string | null }
const cariPegawai = async (cari: string, signal: AbortSignal): Promise<Pilihan[]> =>
  (await get<{ isi: Person[] }>(address('/api/pegawai', { cari, batas: 20 }), { signal })).isi.map((p) => ({
    kunci: p.id,
    nama: p.nama,
    keterangan: p.nip ? `NIP ${p.nip}` : undefined,
  }))

const BIDANG = () => ({
  username: t('f.username'),
  nama: t('f.nama'),
  pegawai: t('f.pegawai'),
  administrator: t('f.administrator'),
})

type Isian = { readonly nama: string; readonly pegawai: Pilihan | null; readonly administrator: boolean }

function Fields({ isi, onUbah, salah }: { isi: Isian; onUbah: (isi: Isian) => void; salah: (b: string) => string | undefined }) {
  return (
    <>
      <Field
        label={t('f.nama')}
        name="nama"
        bantuan={t('f.nama.bantuan')}
        value={isi.nama}
        maxLength={200}
        autoComplete="off"
        salah={salah('nama')}
        onChange={(event) => onUbah({ ...isi, nama: event.currentTarget.value })}
      />
      <Chooser
        label={t('f.pegawai')}
        name="pegawai"
        bantuan={t('f.pegawai.bantuan')}
        nilai={isi.pegawai}
        salah={salah('pegawai')}
        onPilih={(pegawai) => onUbah({ ...isi, pegawai })}
        cari={cariPegawai}
      />
      <Select
        label={t('f.administrator')}
        name="administrator"
        bantuan={t('f.administrator.bantuan')}
        value={isi.administrator ? 'ya' : 'tidak'}
        salah={salah('administrator')}
        onChange={(event) => onUbah({ ...isi, administrator: event.currentTarget.value === 'ya' })}
      >
        <option value="tidak">{t('tidak')}</option>
        <option value="ya">{t('ya')}</option>
      </Select>
    </>
  )
}

export function CreateAccount({ onTutup }: { onTutup: () => void }) {
  const client = useQueryClient()
  const [username, setUsername] = useState('')
  const [isi, setIsi] = useState<Isian>({ nama: '', pegawai: null, administrator: false })
  const [password, setPassword] = useState<string>()
  if (password) return <OneTime username={username} password={password} onTutup={onTutup} />
  return (
    <ActDialog
      judul={t('akun.baru')}
      aksi={t('akun.baru')}
      bidang={BIDANG()}
      wajib={{ username, nama: isi.nama }}
      kirim={async () => {
        const body = {
          username: username.trim(),
          nama: isi.nama,
          pegawai: isi.pegawai?.kunci ?? null,
          administrator: isi.administrator,
        }
        const { data } = await request<{ password: string }>('POST', '/api/pengguna', { body })
        setPassword(data.password)
      }}
      onSelesai={() => client.invalidateQueries()}
      onTutup={onTutup}
    >
      {(salah) => (
        <>
          <Field
            label={t('f.username')}
            name="username"
            bantuan={t('f.username.bantuan')}
            value={username}
            maxLength={60}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            salah={salah('username')}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <Fields isi={isi} onUbah={setIsi} salah={salah} />
        </>
      )}
    </ActDialog>
  )
}

/** Shown once. It closes by its button only, so that no stray click takes it away. */
function OneTime({ username, password, onTutup }: { username: string; password: string; onTutup: () => void }) {
  const { copied, copy } = useCopy(password)
  return (
    <Dialog judul={t('akun.sandi')} buka onTutup={onTutup} wajib>
      <div className="stack">
        <Notice jenis="peringatan">{t('akun.sandi.isi')}</Notice>
        <dl className="fakta">
          <div>
            <dt>{t('f.username')}</dt>
            <dd>{username}</dd>
          </div>
          <div>
            <dt>{t('akun.sandi')}</dt>
            <dd>
              <code className="akun-sandi">{password}</code>
            </dd>
          </div>
        </dl>
        <div className="row">
          <Button rupa="utama" onClick={onTutup}>
            {t('akun.sandi.selesai')}
          </Button>
          <Button ikon="salin" onClick={copy}>
            {t(copied ? 'akun.sandi.tersalin' : 'akun.sandi.salin')}
          </Button>
          <span role="status">{copied === false && t('akun.sandi.tak-tersalin')}</span>
        </div>
      </div>
    </Dialog>
  )
}

export function ChangeAccount({ akun, onTutup }: { akun: Account; onTutup: () => void }) {
  const client = useQueryClient()
  const person = akun.pegawai ? { kunci: akun.pegawai, nama: akun.namaPegawai ?? akun.pegawai } : null
  const [isi, setIsi] = useState<Isian>({ nama: akun.nama, pegawai: person, administrator: akun.administrator })
  return (
    <ActDialog
      judul={`${t('akun.ubah')}: ${akun.username}`}
      aksi={t('simpan')}
      bidang={BIDANG()}
      wajib={{ nama: isi.nama }}
      kirim={({ versi }) =>
        request('PATCH', `/api/pengguna/${akun.username}`, {
          body: { nama: isi.nama, pegawai: isi.pegawai?.kunci ?? null, administrator: isi.administrator },
          version: versi ?? akun.version,
        })
      }
      onSelesai={() => {
        client.invalidateQueries()
        onTutup()
      }}
      onTutup={onTutup}
    >
      {(salah) => <Fields isi={isi} onUbah={setIsi} salah={salah} />}
    </ActDialog>
  )
}

export type Act = 'atur-ulang' | 'buka-kunci' | 'akhiri-sesi' | 'wajib-ganti' | 'nonaktifkan' | 'aktifkan'
const CHANGE: Partial<Record<Act, object>> = {
  'wajib-ganti': { gantiSandi: true },
  nonaktifkan: { aktif: false },
  aktifkan: { aktif: true },
}

/** Says what will happen, and does it when that is confirmed. */
export function AccountAct({ akun, act, onTutup }: { akun: Account; act: Act; onTutup: () => void }) {
  const client = useQueryClient()
  const [password, setPassword] = useState<string>()
  if (password) return <OneTime username={akun.username} password={password} onTutup={onTutup} />
  const url = `/api/pengguna/${akun.username}`
  return (
    <ActDialog
      judul={`${t(`akun.${act}`)}: ${akun.username}`}
      aksi={t(`akun.${act}`)}
      bahaya={act === 'atur-ulang' || act === 'nonaktifkan'}
      kirim={async ({ versi }) => {
        const change = CHANGE[act]
        if (change) await request('PATCH', url, { body: change, version: versi ?? akun.version })
        else {
          const { data } = await request<{ password?: string }>('POST', `${url}/${act}`)
          if (data.password) setPassword(data.password)
        }
      }}
      onSelesai={() => {
        client.invalidateQueries()
        if (act !== 'atur-ulang') onTutup()
      }}
      onTutup={onTutup}
    >
      {() => <p>{t(`akun.${act}.isi`, { nama: akun.nama })}</p>}
    </ActDialog>
  )
}
