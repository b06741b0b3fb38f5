// An act in a dialog. What was typed stays until it is stored: over a refusal, a lost network, another version, the back button.
import { useBlocker } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { ApiError, type Problem } from './api.ts'
import { Button } from './button.tsx'
import { tanggal } from './format.ts'
import { Failure, Notice } from './notice.tsx'
import { Dialog } from './panel.tsx'
import { t } from './teks.ts'

export type Send = {
  /** To send as Idempotency-Key: the same for the same attempt, also where its answer was lost. */
  readonly kunci: string
  /** The version that is stored now, where somebody has chosen to write over it. */
  readonly versi?: number
}
type Props = {
  readonly judul: string
  /** The verb of the button. */
  readonly aksi: string
  readonly bahaya?: boolean
  /** The fields that show their own fault, with the words for them. */
  readonly bidang?: Readonly<Record<string, string>>
  /** What must not be empty; asked for before anything is sent. */
  readonly wajib?: Readonly<Record<string, string | null | undefined>>
  readonly kirim: (send: Send) => Promise<unknown>
  readonly onSelesai: () => void
  readonly onTutup: () => void
  readonly children: (salah: (bidang: string) => string | undefined) => ReactNode
}

export function ActDialog({ judul, aksi, bahaya, bidang = {}, wajib = {}, kirim, onSelesai, onTutup, children }: Props) {
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [typed, setTyped] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const key = useRef<string>(undefined)
  const form = useRef<HTMLFormElement>(null)
  const done = useRef(false)
  const blocker = useBlocker({
    shouldBlockFn: () => typed && !done.current,
    enableBeforeUnload: () => typed && !done.current,
    withResolver: true,
  })
  const problem = failed instanceof ApiError ? failed.problem : undefined
  const named = problem?.field?.split(/[/.]/).at(-1)
  const atField = named !== undefined && named in bidang && problem?.status !== 412
  const stop = () => (typed ? setLeaving(true) : onTutup())
  const stay = () => {
    setLeaving(false)
    blocker.reset?.()
  }
  const go = () => {
    done.current = true
    if (blocker.status === 'blocked') blocker.proceed()
    else onTutup()
  }
  const refused = (error: unknown) => {
    setFailed(error)
    const at = error instanceof ApiError ? error.problem.field?.split(/[/.]/).at(-1) : undefined
    if (at) setTimeout(() => form.current?.querySelector<HTMLElement>(`[name="${at}"]`)?.focus())
  }
  const send = async (versi?: number) => {
    if (busy) return
    const missing = Object.keys(wajib).find((name) => !wajib[name]?.trim())
    if (missing) return refused(new ApiError(missingField(missing, bidang[missing] ?? missing)))
    setBusy(true)
    key.current ??= crypto.randomUUID()
    try {
      await kirim({ kunci: key.current, versi })
      done.current = true
      onSelesai()
    } catch (error) {
      // An answer that was lost may have acted: only then is the same key sent again.
      if (!(error instanceof ApiError && error.problem.code === 'TIDAK_TERSAMBUNG')) key.current = undefined
      refused(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <Dialog judul={judul} buka onTutup={stop}>
      <form className="stack" ref={form} onSubmit={submit} onInput={() => setTyped(true)} noValidate>
        {(leaving || blocker.status === 'blocked') && (
          <Notice jenis="peringatan" judul={t('tinggal.judul')}>
            <div className="row">
              <Button kecil onClick={stay}>
                {t('tinggal.tetap')}
              </Button>
              <Button kecil rupa="polos" onClick={go}>
                {t('tinggal.pergi')}
              </Button>
            </div>
          </Notice>
        )}
        {problem?.status === 412 ? (
          <Versions problem={problem} bidang={bidang} onTimpa={send} onPakai={onSelesai} />
        ) : (
          failed !== undefined && !atField && <Failure error={failed} />
        )}
        {children((field) => (atField && named === field ? problem?.detail : undefined))}
        <div className="row">
          <Button rupa={bahaya ? 'bahaya' : 'utama'} type="submit" sibuk={busy}>
            {busy ? t('sibuk') : problem?.code === 'TIDAK_TERSAMBUNG' ? t('muat.lagi') : aksi}
          </Button>
          <Button onClick={stop}>{t('batal')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Two tabs, or two people: what is stored now beside what was typed here. */
function Versions(props: {
  problem: Problem
  bidang: Readonly<Record<string, string>>
  onTimpa: (versi: number) => void
  onPakai: () => void
}) {
  const stored = (props.problem.current ?? {}) as Record<string, unknown>
  const sent = (props.problem.sent ?? {}) as Record<string, unknown>
  const text = (value: unknown) => {
    if (value === null || value === undefined || value === '') return '–'
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? tanggal(String(value)) : String(value)
  }
  const rows = Object.keys(props.bidang).filter((key) => key in sent && text(sent[key]) !== text(stored[key] ?? stored[snake(key)]))
  return (
    <Notice jenis="peringatan" judul={t('versi.judul')}>
      <div className="stack">
        {rows.map((key) => (
          <dl key={key} className="dua-versi">
            <div>
              <dt>{t('versi.tersimpan', { apa: props.bidang[key]! })}</dt>
              <dd>{text(stored[key] ?? stored[snake(key)])}</dd>
            </div>
            <div>
              <dt>{t('versi.isian', { apa: props.bidang[key]! })}</dt>
              <dd>{text(sent[key])}</dd>
            </div>
          </dl>
        ))}
        <div className="row">
          <Button kecil onClick={() => props.onTimpa(Number(stored.version ?? 0))}>
            {t('versi.timpa')}
          </Button>
          <Button kecil rupa="polos" onClick={props.onPakai}>
            {t('versi.pakai')}
          </Button>
        </div>
      </div>
    </Notice>
  )
}

const missingField = (field: string, apa: string): Problem => ({
  status: 400,
  code: 'TIDAK_VALID',
  title: t('kurang.judul'),
  detail: t('kurang.isi', { apa }),
  field,
})

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
