// Who looks at the page, for what it offers: the server decides, the page only leaves out what would be refused.
import { useQuery } from '@tanstack/react-query'
import { dayInJakarta } from '../../platform/kernel/time.ts'
import { request } from './api.ts'

type Saya = {
  readonly id: string
  readonly username: string
  readonly peran: readonly { readonly peran: string; readonly unit: string }[]
}
export type Who = Saya & {
  /** By the server's clock. */
  readonly hariIni: string
  readonly punya: (...peran: readonly string[]) => boolean
}

export function useWho(): Who | undefined {
  const found = useQuery({
    queryKey: ['saya'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { data, at } = await request<Saya>('GET', '/api/sesi')
      return { data, at }
    },
  })
  if (!found.data) return undefined
  const { data, at } = found.data
  return {
    ...data,
    hariIni: dayInJakarta(new Date(at ?? 0)),
    punya: (...peran) => data.peran.some((p) => peran.includes(p.peran)),
  }
}
