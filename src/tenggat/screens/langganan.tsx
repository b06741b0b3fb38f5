// One's own calendar address: made and shown once, made anew, revoked.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { useCopy } from '../../web/ui/copy.ts'
import { Skeleton } from '../../web/ui/empty.tsx'
import { Field } from '../../web/ui/field.tsx'
import { saat } from '../../web/ui/format.ts'
import { Failure, Notice } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { t } from './teks.ts'

const OWN = '/api/langganan-kalender'
type Own = { readonly sejak: string | null; readonly version: number }

export function LanggananButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('langganan.buka')}</Button>
      {open && (
        <Dialog judul={t('langganan.judul')} buka onTutup={() => setOpen(false)}>
          <Langganan />
        </Dialog>
      )}
    </>
  )
}

function Langganan() {
  const client = useQueryClient()
  const found = useQuery({ queryKey: [OWN], queryFn: () => get<Own>(OWN) })
  const [address, setAddress] = useState<string>()
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  if (found.isPending) return <Skeleton baris={4} />
  if (found.isError) return <Failure error={found.error} onLagi={() => found.refetch()} />
  const { sejak, version } = found.data
  const act = async (method: 'PUT' | 'DELETE') => {
    setBusy(true)
    setFailed(undefined)
    try {
      const { data } = await request<{ alamat?: string }>(method, OWN, { version })
      setAddress(data.alamat)
    } catch (error) {
      setFailed(error)
    }
    setBusy(false)
    await client.invalidateQueries({ queryKey: [OWN] })
  }
  return (
    <div className="stack">
      <p>{t('langganan.isi')}</p>
      {failed !== undefined && <Failure error={failed} />}
      {address !== undefined && <Address alamat={address} />}
      {sejak === null ? (
        <div className="row">
          <Button rupa="utama" sibuk={busy} onClick={() => act('PUT')}>
            {t('langganan.buat')}
          </Button>
        </div>
      ) : (
        <>
          {address === undefined && <p>{t('langganan.sejak', { saat: saat(sejak) })}</p>}
          <div className="row">
            <Button kecil sibuk={busy} onClick={() => act('PUT')}>
              {t('langganan.perbarui')}
            </Button>
            <Button kecil sibuk={busy} onClick={() => act('DELETE')}>
              {t('langganan.cabut')}
            </Button>
          </div>
          <p className="small muted">{t('langganan.perbarui.arti')}</p>
        </>
      )}
    </div>
  )
}

function Address({ alamat }: { alamat: string }) {
  const { copied, copy } = useCopy(alamat)
  return (
    <>
      <Notice jenis="peringatan" judul={t('langganan.sekali')}>
        <p>{t('langganan.sekali.isi')}</p>
      </Notice>
      <Field label={t('langganan.alamat')} readOnly value={alamat} onFocus={(event) => event.currentTarget.select()} />
      <div className="row">
        <Button rupa="utama" ikon="salin" onClick={copy}>
          {t('langganan.salin')}
        </Button>
        <a className="tombol tombol-kedua" href={alamat.replace(/^https?:/, 'webcal:')}>
          {t('langganan.program')}
        </a>
        <span role="status">{copied !== undefined && t(copied ? 'langganan.tersalin' : 'langganan.tak-tersalin')}</span>
      </div>
    </>
  )
}
