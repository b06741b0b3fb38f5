// How wide each column is, remembered in the browser for each grid.
import { useCallback, useState } from 'react'
import type { Kolom } from './grid.ts'

export const SEMPIT = 56
const LEBAR = 900

function remembered(store: string): Record<string, number> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(store) ?? '{}')
    return typeof found === 'object' && found !== null ? (found as Record<string, number>) : {}
  } catch {
    return {}
  }
}

export function useWidths(nama: string, kolom: readonly Kolom[]) {
  const store = `selaras.lebar.${nama}`
  const [own, setOwn] = useState(() => remembered(store))
  const widths = kolom.map((k) => Math.min(LEBAR, Math.max(SEMPIT, Number(own[k.kunci]) || k.lebar)))
  /** `null` gives a column back its first width. */
  const setWidth = useCallback(
    (kunci: string, lebar: number | null) =>
      setOwn((before) => {
        const { [kunci]: _, ...rest } = before
        const next = lebar === null ? rest : { ...rest, [kunci]: Math.round(Math.min(LEBAR, Math.max(SEMPIT, lebar))) }
        try {
          localStorage.setItem(store, JSON.stringify(next))
        } catch {} // a browser that keeps nothing still works
        return next
      }),
    [store],
  )
  return [widths, setWidth] as const
}
