// Which office and year one is looking at: from the address, else as last looked at, else one's own and its last year with results.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useCari } from '../ui/address.ts'
import { ApiError, address, get } from '../ui/api.ts'
import { type Me, useSession } from './session.tsx'

export type Place = { readonly unit: string | null; readonly tahun: string }

const STORE = 'selaras.tempat'
type Remembered = { readonly oleh: string; readonly unit?: string; readonly tahun?: string }

const listeners = new Set<() => void>()
const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
function stored(): string | null {
  try {
    return localStorage.getItem(STORE)
  } catch {
    return null // a browser that keeps nothing still works
  }
}

function remembered(me: Me, text = stored()): Remembered {
  try {
    const found = JSON.parse(text ?? 'null') as Remembered | null
    if (found?.oleh === me.id) return found
  } catch {}
  return { oleh: me.id }
}

export function remember(me: Me, place: { unit?: string; tahun?: string }): void {
  try {
    const given = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
    localStorage.setItem(STORE, JSON.stringify({ ...remembered(me), ...given }))
  } catch {}
  for (const tell of listeners) tell()
}

const OFFICE_ROLES = new Set(['KEPALA_PD', 'PENYUSUN'])

/** The office somebody works for; null for the administrator, the governor and others who look at all. */
export function ownOffice(me: Me): string | null {
  return me.peran.find((p) => OFFICE_ROLES.has(p.peran) && p.unit.includes('.'))?.unit ?? null
}

type Result = { readonly periode: string; readonly status: string }

/** The place to show, or undefined while the year is being found out. */
export function usePlace(): Place | undefined {
  const { me, tahunIni } = useSession()
  const params = useParams({ strict: false }) as { unit?: string; tahun?: string; periode?: string }
  const [cari] = useCari()
  const last = remembered(me, useSyncExternalStore(listen, stored))
  const unit = params.unit ?? last.unit ?? ownOffice(me)
  const tahun = params.tahun ?? params.periode?.slice(0, 4) ?? /^\d{4}$/.exec(cari.tahun ?? '')?.[0] ?? last.tahun
  const found = useQuery({
    queryKey: ['tahun-terakhir', unit],
    enabled: tahun === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => lastYear(unit, tahunIni),
  })
  if (tahun) return { unit, tahun }
  return found.isPending ? undefined : { unit, tahun: found.data ?? String(tahunIni) }
}

async function lastYear(unit: string | null, now: number): Promise<string> {
  if (unit) {
    const { isi } = await get<{ isi: Result[] }>(address(`/api/capaian/${unit}`, { dari: now - 3, sampai: now }))
    const years = isi.filter((r) => r.status === 'NILAI').map((r) => r.periode.slice(0, 4))
    const last = years.sort().at(-1)
    if (last) return last
  }
  for (let year = now; year > now - 4; year--) {
    const { isi } = await get<{ isi: { bernilai: number }[] }>(address('/api/capaian', { periode: year, batas: 200 }))
    if (isi.some((u) => u.bernilai > 0)) return String(year)
  }
  return String(now)
}

export type Unit = { readonly kode: string; readonly jenis: string; readonly nama: string; readonly induk: string | null }

/** The office under its name of that year; of today for a year in which it was not there. */
export function useUnit(unit: string | null, tahun: string | undefined) {
  return useQuery({
    queryKey: ['unit-kerja', unit, tahun],
    enabled: unit !== null && tahun !== undefined,
    staleTime: 600_000,
    queryFn: () =>
      get<Unit>(address(`/api/unit-kerja/${unit}`, { tanggal: `${tahun}-12-31` })).catch((error: unknown) => {
        if (error instanceof ApiError && error.problem.status === 404) return get<Unit>(`/api/unit-kerja/${unit}`)
        throw error
      }),
  })
}
