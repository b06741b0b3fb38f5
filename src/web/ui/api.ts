// Speaks with the program's own HTTP API: JSON, versions by If-Match, refusals as ApiError with an Indonesian sentence.
import { t } from './teks.ts'

export type Problem = {
  readonly status: number
  /** The stable code of the refusal (`DILARANG`, `VERSI_USANG`, …), or TIDAK_TERSAMBUNG. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly field?: string
  readonly rule?: string
  readonly also?: readonly { readonly field?: string; readonly detail: string; readonly rule?: string }[]
  /** For VERSI_USANG: what is stored now, beside what was sent. */
  readonly current?: unknown
  readonly sent?: unknown
  readonly instance?: string
}

export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export type Answer<T> = {
  readonly data: T
  /** The version by ETag, to send with the next write of the same thing. */
  readonly version: number | null
  /** The server's clock. */
  readonly at: string | null
}
export type Options = {
  readonly body?: unknown
  /** The version that was seen: sent as If-Match. */
  readonly version?: number
  /** For routes that may be repeated safely: the same key for the same intent. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
  /** A missing session is an error here, not a reason to ask for one. */
  readonly quiet?: boolean
}

const JSON_TYPE = 'application/json'
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
let askForSession: (() => Promise<void>) | undefined

/** Who asks for a new session when one has ended; the promise is kept when there is one again. */
export function onSessionEnd(ask: () => Promise<void>): void {
  askForSession = ask
}

/** One request. Where the session has ended it waits for a new one and asks again, so that nothing typed is lost. */
export function request<T>(method: Method, url: string, options: Options = {}): Promise<Answer<T>> {
  return inSession(options, () => once<T>(method, url, options))
}

async function inSession<T>(options: Options, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const ended = error instanceof ApiError && error.problem.status === 401
      if (!ended || options.quiet || !askForSession) throw error
      await askForSession()
    }
  }
}

export async function get<T>(url: string, options: Options = {}): Promise<T> {
  return (await request<T>('GET', url, options)).data
}

export type Berkas = { readonly isi: Blob /** As the server calls it, where it says so. */; readonly nama: string | undefined }

/** A file, with the name that the server gives it. */
export function download(url: string, options: Options = {}): Promise<Berkas> {
  return inSession(options, async () => {
    const res = await send('GET', url, { ...options, body: undefined }, '*/*')
    if (!res.ok) throw refusalOf(res, await res.text())
    const isi = await res.blob().catch((error) => lost(error, options.signal))
    const named = /filename\*=UTF-8''([^;]+)/.exec(res.headers.get('content-disposition') ?? '')?.[1]
    return { isi, nama: named === undefined ? undefined : decodeURIComponent(named) }
  })
}

/** A file on its way: `onBagian` hears how much of it has left, 0 to 1. What leaves is only known of an XMLHttpRequest. */
export function upload<T>(url: string, berkas: File, onBagian: (bagian: number) => void, signal?: AbortSignal): Promise<T> {
  return inSession({}, () => {
    const call = new XMLHttpRequest()
    const body = new FormData()
    body.append('berkas', berkas)
    return new Promise<T>((resolve, reject) => {
      const broken = () => reject(signal?.aborted ? signal.reason : lostError())
      call.open('POST', url)
      call.setRequestHeader('accept', 'application/json')
      call.upload.onprogress = ({ loaded, total }) => onBagian(total ? loaded / total : 0)
      call.onload = () => {
        if (call.status < 300) return resolve(parse(call.responseText) as T)
        reject(problemOf(call.status, call.responseText))
      }
      call.onerror = broken
      call.onabort = broken
      signal?.addEventListener('abort', () => call.abort(), { once: true })
      call.send(body)
    })
  })
}

/** `/api/capaian?periode=2024&kursor=…` without what is undefined. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

type Early = { readonly res: Response; readonly text: string }
const early = new Map<string, Promise<Early | null>>()
const EARLY_MS = 10_000

/** Asks before anything is drawn, so that the page finds its first answers there. Each is taken once, and soon or never. */
export function askEarly(urls: readonly string[]): void {
  for (const url of urls) {
    const asked = fetch(url, { credentials: 'same-origin', headers: { accept: JSON_TYPE } })
    early.set(
      url,
      asked.then(async (res) => (res.ok ? { res, text: await res.text() } : null)).catch(() => null),
    )
  }
  setTimeout(() => early.clear(), EARLY_MS)
}

/** What was asked for before; nothing where it was refused or lost: then it is asked for again. */
async function takeEarly(method: Method, url: string): Promise<Early | null> {
  const asked = method === 'GET' ? early.get(url) : undefined
  early.delete(url)
  return asked ?? null
}

async function once<T>(method: Method, url: string, options: Options): Promise<Answer<T>> {
  const known = await takeEarly(method, url)
  const res = known?.res ?? (await send(method, url, options, JSON_TYPE))
  const text = known?.text ?? (await res.text())
  if (!res.ok) throw refusalOf(res, text)
  const etag = /^"(\d+)"$/.exec(res.headers.get('etag') ?? '')?.[1]
  return { data: parse(text) as T, version: etag === undefined ? null : Number(etag), at: res.headers.get('date') }
}

async function send(method: Method, url: string, options: Options, accept: string): Promise<Response> {
  const { body, version, idempotencyKey, signal } = options
  const form = body instanceof FormData
  try {
    return await fetch(url, {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        accept,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    })
  } catch (error) {
    return lost(error, signal)
  }
}

function lost(error: unknown, signal: AbortSignal | undefined): never {
  if (signal?.aborted) throw error
  throw lostError()
}
const lostError = () => new ApiError({ status: 0, code: 'TIDAK_TERSAMBUNG', title: t('muat.gagal'), detail: t('galat.jaringan') })

const refusalOf = (res: Response, text: string) => problemOf(res.status, text)

function problemOf(status: number, text: string): ApiError {
  const problem = parse(text) as Problem | undefined
  if (typeof problem?.detail === 'string' && typeof problem.code === 'string') return new ApiError({ ...problem, status })
  const detail = t('galat.jawaban', { status })
  return new ApiError({ status, code: 'JAWABAN_TIDAK_DIKENAL', title: t('muat.gagal'), detail })
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The sentence of whatever went wrong. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
