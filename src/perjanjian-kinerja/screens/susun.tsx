// How an agreement begins: empty, from an earlier year, or as a revision with its legal reason.
import { useState } from 'react'
import { useCari } from '../../web/ui/address.ts'
import { request } from '../../web/ui/api.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty.tsx'
import { Field, Select } from '../../web/ui/field.tsx'
import { Failure } from '../../web/ui/notice.tsx'
import { Dialog } from '../../web/ui/panel.tsx'
import { ALASAN, type Awal, useSegarkan } from './data.ts'
import { t } from './teks.ts'

type Place = { readonly unit: string; readonly tahun: string }

/** One draft for one intent: a repeated press is answered with the same draft. */
function useBegin({ unit, tahun }: Place) {
  const refresh = useSegarkan()
  const [, ubah] = useCari()
  const [key] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState<string | null>(null)
  const [wrong, setWrong] = useState<unknown>(null)
  const begin = async (what: string, more: object) => {
    setBusy(what)
    setWrong(null)
    try {
      await request('POST', '/api/perjanjian-kinerja', {
        body: { unit, tahun: Number(tahun), ...more },
        idempotencyKey: `${key}-${what}`,
      })
      ubah({ versi: undefined }, true)
      await refresh()
    } catch (error) {
      setWrong(error)
    } finally {
      setBusy(null)
    }
  }
  return { begin, busy, wrong }
}

export function Begin({ awal, ...place }: Place & { awal: Awal }) {
  const { begin, busy, wrong } = useBegin(place)
  const { tahun } = place
  const years = awal.sumber.map((s) => s.tahun)
  const offered = awal.sumber.slice(0, 3)
  return (
    <EmptyState judul={t('kosong.judul', { tahun })}>
      <p>{t('kosong.isi', { tahun })}</p>
      <p>{!awal.boleh ? t('kosong.tunggu') : offered.length ? t('kosong.mulai', { tahun }) : t('kosong.mulai.saja')}</p>
      {awal.boleh && awal.rencana.indikator > 0 && <p>{t('susun.rencana.isi', { tahun, ...awal.rencana })}</p>}
      {wrong !== null && <Failure error={wrong} />}
      {awal.boleh && (
        <div className="row">
          {offered.map((s, at) => (
            <Button
              key={s.id}
              rupa={at === 0 ? 'utama' : 'kedua'}
              sibuk={busy !== null}
              onClick={() => begin(s.id, { salinDari: s.id })}
            >
              {years.filter((y) => y === s.tahun).length > 1
                ? t('susun.dari.versi', { tahun: s.tahun, versi: s.versi })
                : t('susun.dari', { tahun: s.tahun })}
            </Button>
          ))}
          {awal.rencana.indikator > 0 && (
            <Button
              rupa={offered.length ? 'kedua' : 'utama'}
              sibuk={busy !== null}
              onClick={() => begin('rencana', { dariRencana: true })}
            >
              {t('susun.rencana', { tahun })}
            </Button>
          )}
          <Button
            rupa={offered.length || awal.rencana.indikator ? 'kedua' : 'utama'}
            sibuk={busy !== null}
            onClick={() => begin('kosong', {})}
          >
            {t('susun.kosong')}
          </Button>
        </div>
      )}
    </EmptyState>
  )
}

export function Revise(place: Place) {
  const [open, setOpen] = useState(false)
  const [alasan, setAlasan] = useState('')
  const [dasar, setDasar] = useState('')
  // Another ground is another request: it must not be answered as the one before.
  const [attempt, setAttempt] = useState(0)
  const [asked, setAsked] = useState(false)
  const { begin, busy, wrong } = useBegin(place)
  const go = async () => {
    setAsked(true)
    if (alasan) await begin(`revisi-${alasan}-${attempt}`, { alasanRevisi: alasan, dasarRevisi: dasar.trim() || null })
  }
  return (
    <>
      <Button rupa="utama" onClick={() => setOpen(true)}>
        {t('susun.revisi')}
      </Button>
      <Dialog
        judul={t('susun.revisi.judul', { tahun: place.tahun })}
        buka={open}
        onTutup={() => setOpen(false)}
        kaki={
          <Button rupa="utama" sibuk={busy !== null} onClick={go}>
            {t('susun.revisi')}
          </Button>
        }
      >
        <div className="stack">
          <p>{t('susun.revisi.isi')}</p>
          {wrong !== null && <Failure error={wrong} />}
          <Select
            label={t('susun.revisi.alasan')}
            value={alasan}
            salah={asked && !alasan ? t('susun.revisi.wajib') : undefined}
            onChange={(event) => setAlasan(event.currentTarget.value)}
          >
            <option value="">{t('susun.revisi.pilih')}</option>
            {ALASAN.map((a) => (
              <option key={a} value={a}>
                {t(`alasan.${a}`)}
              </option>
            ))}
          </Select>
          <Field
            label={t('susun.revisi.dasar')}
            bantuan={t('susun.revisi.dasar.bantuan')}
            value={dasar}
            maxLength={300}
            onChange={(event) => {
              setDasar(event.currentTarget.value)
              setAttempt(attempt + 1)
            }}
          />
        </div>
      </Dialog>
    </>
  )
}
