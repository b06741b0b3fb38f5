// Writing from this page: one act at a time; a conflict keeps both versions, a lost network keeps what was typed.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, type Options, request } from '../../web/ui/api.ts'

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Tulis = {
  readonly sibuk: boolean
  readonly galat: unknown
  /** What is stored now, where somebody else saved first. */
  readonly bentrok: unknown
  /** The answer, or undefined where it was refused; then `galat` or `bentrok` says why. */
  readonly kirim: <T>(method: Method, url: string, options?: Options) => Promise<T | undefined>
  readonly bersihkan: () => void
}

export function useTulis(): Tulis {
  const client = useQueryClient()
  const [state, setState] = useState<{ sibuk: boolean; galat: unknown; bentrok: unknown }>(IDLE)
  // The same key while the same thing is tried again, so that a lost answer does not make two of it.
  const intent = useRef<{ of: string; key: string } | null>(null)
  return {
    ...state,
    bersihkan: () => setState(IDLE),
    kirim: async <T>(method: Method, url: string, options: Options = {}) => {
      const of = JSON.stringify([method, url, options.body])
      if (intent.current?.of !== of) intent.current = { of, key: newKey() }
      setState({ ...IDLE, sibuk: true })
      try {
        const repeat = method === 'POST' && options.version === undefined ? { idempotencyKey: intent.current.key } : {}
        const { data } = await request<T>(method, url, { ...options, ...repeat })
        intent.current = null
        await client.invalidateQueries({ queryKey: ['pohon'] })
        setState(IDLE)
        return data
      } catch (error) {
        // A refusal is remembered under its key: what is mended and sent again is another try.
        if (error instanceof ApiError && error.problem.status !== 0) intent.current = null
        const conflict = error instanceof ApiError && error.problem.code === 'VERSI_USANG'
        setState({ sibuk: false, galat: conflict ? null : error, bentrok: conflict ? (error.problem.current ?? {}) : undefined })
        return undefined
      }
    },
  }
}

const IDLE = { sibuk: false, galat: null, bentrok: undefined }

/** Not randomUUID, which browsers keep from pages without TLS. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')
