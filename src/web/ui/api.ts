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

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
let askForSession: (() => Promise<void>) | undefined

/** Who asks for a new session when one has ended; the promise is kept when there is one again. */
export function onSessionEnd(ask: () => Promise<void>): void {
  askForSession = ask
}

/** One request. Where the session has ended it waits for a new one and asks again, so that nothing typed is lost. */
export async function request<T>(method: Method, url: string, options: Options = {}): Promise<Answer<T>> {
  for (;;) {
    try {
      return await once<T>(method, url, options)
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

/** `/api/capaian?periode=2024&kursor=…` without what is undefined. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

async function once<T>(method: Method, url: string, { body, version, idempotencyKey, signal }: Options): Promise<Answer<T>> {
  let res: Response
  const form = body instanceof FormData
  try {
    res = await fetch(url, {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError({ status: 0, code: 'TIDAK_TERSAMBUNG', title: t('muat.gagal'), detail: t('galat.jaringan') })
  }
  const text = await res.text()
  const json = parse(text)
  if (!res.ok) {
    const problem = json as Problem | undefined
    if (typeof problem?.detail === 'string' && typeof problem.code === 'string') throw new ApiError(problem)
    throw new ApiError({
      status: res.status,
      code: 'JAWABAN_TIDAK_DIKENAL',
      title: t('muat.gagal'),
      detail: t('galat.jawaban', { status: res.status }),
    })
  }
  const etag = /^"(\d+)"$/.exec(res.headers.get('etag') ?? '')?.[1]
  return { data: json as T, version: etag === undefined ? null : Number(etag), at: res.headers.get('date') }
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
