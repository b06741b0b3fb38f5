// What other offices have issued for this draft: what is missing, what has changed, received with one press.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { alamatPk, kunciPk, type Lengkap, PERIODE, type Penerimaan, usePenerimaan } from './data.ts'
import { targetShown } from './target-teks.ts'
import { t } from './teks.ts'

type Seen = { readonly id: string; readonly version: number }

/** Receives items as they were seen, and reads the draft again. */
export function useTerima(pk: Lengkap, before: () => Promise<unknown>) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<unknown>(null)
  const terima = async (butir: readonly Seen[]) => {
    setBusy(true)
    setWrong(null)
    try {
      await before()
      await request('POST', `${alamatPk(pk.id)}/bersama`, { body: { butir: butir.map(({ id, version }) => ({ id, version })) } })
    } catch (error) {
      setWrong(error)
    } finally {
      await client.invalidateQueries({ queryKey: kunciPk(pk.id) })
      setBusy(false)
    }
  }
  return { terima, busy, wrong }
}

export function Bersama({ pk, terima, busy, wrong }: { pk: Lengkap } & ReturnType<typeof useTerima>) {
  const all = usePenerimaan(pk)
  const open = all.filter((p) => p.keadaan === 'BELUM' || p.keadaan === 'BERUBAH')
  const [shown, show] = useState(false)
  if (!open.length && wrong === null) return null
  return (
    <section className="pk-bersama" aria-label={t('bersama.judul')}>
      <p>{t('bersama.menunggu', { n: open.length })}</p>
      <div className="row">
        <Button kecil onClick={() => show(true)}>
          {t('bersama.lihat')}
        </Button>
        <Button kecil rupa="utama" sibuk={busy} onClick={() => terima(open.map((p) => p.butir))}>
          {t('bersama.terima-semua')}
        </Button>
      </div>
      {wrong !== null && <Failure error={wrong} />}
      <Dialog judul={t('bersama.judul')} buka={shown} onTutup={() => show(false)}>
        <ul className="pk-bersama-daftar">
          {open.map((p) => (
            <Item key={p.butir.id} penerimaan={p} busy={busy} onTerima={() => terima([p.butir])} />
          ))}
        </ul>
      </Dialog>
    </section>
  )
}

function Item({
  penerimaan: { butir, keadaan, beda },
  busy,
  onTerima,
}: {
  penerimaan: Penerimaan
  busy: boolean
  onTerima: () => void
}) {
  return (
    <li>
      <p className="strong">{butir.nama}</p>
      <p className="muted">
        {t(`bersama.keadaan.${keadaan}`)} · {t('bersama.dari', { pemilik: butir.namaPemilik })}
      </p>
      <p>{butir.uraian}</p>
      <p className="angka">
        {PERIODE.map((p) => `${t(`kolom.${p}`)} ${targetShown(butir.target[p])}`).join(' · ')} {butir.satuan}
      </p>
      {beda.length > 0 && (
        <dl className="pk-bersama-beda">
          {beda.map((b) => (
            <div key={b.bidang}>
              <dt>{t(`bidang.${b.bidang as 'nama'}`)}</dt>
              <dd>
                <del>{b.sebelum ?? t('bersama.kosong')}</del> <ins>{b.sesudah ?? t('bersama.kosong')}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Button kecil rupa="utama" sibuk={busy} onClick={onTerima}>
        {t('bersama.terima')}
      </Button>
    </li>
  )
}
