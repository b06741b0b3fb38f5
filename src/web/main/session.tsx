// Who is signed in: the session, the page where one signs in, the dialog when a session ends, and one's own password.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { ApiError, onSessionEnd, request, sentence } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { adaKunciSandi, pakaiKunciSandi } from '../ui/kunci-sandi.ts'
import { Failure, Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page.tsx'
import { Dialog } from '../ui/panel.tsx'
import { t } from './teks.ts'

export type Peran = { readonly peran: string; readonly unit: string }
export type Me = {
  readonly id: string
  readonly username: string
  readonly nama: string
  readonly gantiSandi: boolean
  readonly peran: readonly Peran[]
}
type Session = { readonly me: Me; readonly tahunIni: number }

const Current = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(Current)
  if (!session) throw new Error('no session around this component')
  return session
}

async function findSession(): Promise<Session | null> {
  try {
    const { data, at } = await request<Me>('GET', '/api/sesi', { quiet: true })
    return { me: data, tahunIni: Number((at ? new Date(at).toISOString() : '2025').slice(0, 4)) }
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 401) return null
    throw error
  }
}

const SESSION = { queryKey: ['sesi'], queryFn: findSession, staleTime: Number.POSITIVE_INFINITY }

/** Finds out who asks, before anything is drawn. */
export const prepareSession = (client: QueryClient) => client.prefetchQuery(SESSION)

/** Everything inside is for somebody with a session and a password of their own. */
export function WithSession({ children }: { children: ReactNode }) {
  const session = useQuery(SESSION)
  const client = useQueryClient()
  const again = () => client.resetQueries()
  if (session.isPending)
    return (
      <main className="pintu">
        <Skeleton baris={3} />
      </main>
    )
  if (session.isError)
    return (
      <main className="pintu">
        <Failure error={session.error} onLagi={() => session.refetch()} />
      </main>
    )
  if (!session.data) return <SignInPage onMasuk={again} />
  if (session.data.me.gantiSandi)
    return (
      <Door>
        <PageHead judul={t('sandi.pertama')} pengantar={t('sandi.pertama.isi')} />
        <PasswordForm username={session.data.me.username} first onSelesai={again} />
      </Door>
    )
  return (
    <Current value={session.data}>
      {children}
      <SessionEnded username={session.data.me.username} />
    </Current>
  )
}

function Door({ children }: { children: ReactNode }) {
  return (
    <div className="pintu-luar">
      <header className="pintu-merek">
        <Wordmark />
        <p>{t('semboyan')}</p>
      </header>
      <main className="pintu">{children}</main>
    </div>
  )
}

export function Wordmark() {
  return (
    <span className="merek">
      <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="merek-dasar" />
        <path d="M7 11h18M7 16h18M7 21h11" className="merek-garis" />
        <circle cx="23.4" cy="21" r="2.6" className="merek-titik" />
      </svg>
      Selaras
    </span>
  )
}

function SignInPage({ onMasuk }: { onMasuk: () => void }) {
  return (
    <Door>
      <PageHead judul={t('masuk.judul')} />
      <SignInForm onMasuk={onMasuk} />
      <p className="small muted">{t('masuk.lupa')}</p>
    </Door>
  )
}

function SignInForm({ username, onMasuk }: { username?: string; onMasuk: (me: Me) => void }) {
  const [salah, setSalah] = useState<string>()
  const [busy, setBusy] = useState(false)
  const password = useRef<HTMLInputElement>(null)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const name = String(username ?? form.get('username') ?? '').trim()
    const secret = String(form.get('password') ?? '')
    if (busy) return
    if (!name || !secret) return setSalah(t('masuk.kosong'))
    setBusy(true)
    try {
      const { data } = await request<Me>('POST', '/api/sesi', { body: { username: name, password: secret }, quiet: true })
      onMasuk(data)
    } catch (error) {
      setSalah(sentence(error))
      password.current?.focus()
      password.current?.select()
    } finally {
      setBusy(false)
    }
  }
  const byPasskey = async () => {
    if (busy) return
    setBusy(true)
    try {
      const jawaban = await pakaiKunciSandi('/api/sesi/kunci-sandi/masuk/permintaan', undefined, true)
      onMasuk((await request<Me>('POST', '/api/sesi/kunci-sandi/masuk', { body: { jawaban }, quiet: true })).data)
    } catch (error) {
      setSalah(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={send} noValidate>
      {salah && <Notice jenis="salah">{salah}</Notice>}
      <Field
        label={t('masuk.nama')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={username !== undefined}
        defaultValue={username}
        maxLength={100}
      />
      <Field
        label={t('masuk.sandi')}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={300}
        ref={password}
      />
      <div className="row">
        <Button rupa="utama" type="submit" sibuk={busy}>
          {busy ? t('masuk.sibuk') : t('masuk.aksi')}
        </Button>
        {adaKunciSandi() && (
          <Button ikon="sidik" sibuk={busy} onClick={byPasskey}>
            {t('masuk.kunci')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Over the page when a session has ended; requests wait meanwhile, and what was typed stays. */
function SessionEnded({ username }: { username: string }) {
  const waiting = useRef<(() => void)[]>([])
  const [open, setOpen] = useState(false)
  useEffect(
    () =>
      onSessionEnd(
        () =>
          new Promise<void>((resolve) => {
            waiting.current.push(resolve)
            setOpen(true)
          }),
      ),
    [],
  )
  const back = (me: Me) => {
    // A passkey may be of somebody else: nothing of this page is theirs.
    if (me.username !== username) return window.location.reload()
    setOpen(false)
    for (const resolve of waiting.current.splice(0)) resolve()
  }
  return (
    <Dialog judul={t('sesi.habis')} buka={open} onTutup={() => {}} wajib>
      <div className="stack">
        <p>{t('sesi.habis.isi')}</p>
        <SignInForm username={username} onMasuk={back} />
        <div>
          <Button rupa="polos" kecil onClick={() => window.location.reload()}>
            {t('sesi.lain')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

export function PasswordForm({ username, first, onSelesai }: { username: string; first?: boolean; onSelesai: () => void }) {
  const [salah, setSalah] = useState<{ readonly bidang?: 'ulang'; readonly kata: string }>()
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (busy) return
    if (form.get('baru') !== form.get('ulang')) return setSalah({ bidang: 'ulang', kata: t('sandi.beda') })
    setBusy(true)
    try {
      await request('PUT', '/api/sesi/sandi', { body: { lama: form.get('lama'), baru: form.get('baru') } })
      onSelesai()
    } catch (error) {
      setSalah({ kata: sentence(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack sempit" onSubmit={send} noValidate>
      {salah && !salah.bidang && <Notice jenis="salah">{salah.kata}</Notice>}
      <input className="sr" tabIndex={-1} aria-hidden="true" name="username" autoComplete="username" value={username} readOnly />
      <Field
        label={t(first ? 'sandi.lama.sekali' : 'sandi.lama')}
        name="lama"
        type="password"
        autoComplete="current-password"
        maxLength={300}
      />
      <Field
        label={t('sandi.baru')}
        bantuan={t('sandi.baru.bantuan')}
        name="baru"
        type="password"
        autoComplete="new-password"
        maxLength={300}
      />
      <Field
        label={t('sandi.ulang')}
        name="ulang"
        type="password"
        autoComplete="new-password"
        maxLength={300}
        salah={salah?.bidang === 'ulang' ? salah.kata : undefined}
      />
      <div>
        <Button rupa="utama" type="submit" sibuk={busy}>
          {t('sandi.simpan')}
        </Button>
      </div>
    </form>
  )
}

export function PasswordPage() {
  const { me } = useSession()
  const [done, setDone] = useState(false)
  return (
    <>
      <PageHead judul={t('sandi.judul')} />
      {done ? (
        <Notice jenis="berhasil" judul={t('sandi.tersimpan')}>
          {t('sandi.tersimpan.isi')}
        </Notice>
      ) : (
        <PasswordForm username={me.username} onSelesai={() => setDone(true)} />
      )}
    </>
  )
}
