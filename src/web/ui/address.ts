// The state of a page that belongs into its address (filters, an open panel), so that a link opens the same view.
import { useNavigate, useSearch } from '@tanstack/react-router'

export type Cari = Readonly<Record<string, string | undefined>>

/** What stands behind the `?`, and a way to change parts of it; `undefined` takes a part away. `ganti` leaves no step for the back button. */
export function useCari(): readonly [Cari, (ubahan: Cari, ganti?: boolean) => void] {
  const cari = useSearch({ strict: false }) as Cari
  const navigate = useNavigate()
  return [
    cari,
    (ubahan, ganti = false) => {
      navigate({ to: '.', search: (before: Cari) => ({ ...before, ...ubahan }), replace: ganti, resetScroll: false } as never)
    },
  ]
}

export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** `?jelaskan=IKL.2024&bacaan=IEK:VARIABEL`: only what would be misread is encoded. */
export function writeSearch(cari: Readonly<Record<string, unknown>>): string {
  const encode = (value: unknown) => encodeURIComponent(String(value)).replaceAll('%3A', ':').replaceAll('%2C', ',')
  const parts = Object.entries(cari).filter(([, value]) => value !== undefined && value !== '')
  return parts.length ? `?${parts.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}` : ''
}
