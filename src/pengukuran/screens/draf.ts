// What was typed and not yet saved: kept in this window until it is, so that leaving a page or losing the network loses nothing.
import { useEffect, useState } from 'react'

type Kept<T> = { readonly dasar: number; readonly isi: T }

const keyOf = (saya: string, apa: string) => `selaras.draf.${saya}.${apa}`

function find<T>(key: string): Kept<T> | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept<T> | null) ?? undefined
  } catch {
    return undefined
  }
}

function keep<T>(key: string, kept: Kept<T> | undefined): void {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept))
    else sessionStorage.removeItem(key)
  } catch {} // a window that keeps nothing still works
}

/** Has this person typed something about this that is not saved? */
export function hasDraf(saya: string, apa: string): boolean {
  return find(keyOf(saya, apa)) !== undefined
}

export type Draf<T> = {
  readonly isi: T
  readonly ubah: (isi: T) => void
  /** The version that was seen when typing began: what If-Match names. */
  readonly dasar: number
  readonly berubah: boolean
  /** It was typed on an earlier visit and came back. */
  readonly pulih: boolean
  /** What is stored now is this, at this version; the draft is gone. */
  readonly tersimpan: (isi: T, version: number) => void
}

export function useDraf<T>(saya: string, apa: string, stored: T, version: number): Draf<T> {
  const key = keyOf(saya, apa)
  const [state, setState] = useState(() => {
    const kept = find<T>(key)
    const differs = kept && JSON.stringify(kept.isi) !== JSON.stringify(stored)
    return { isi: differs ? kept.isi : stored, base: stored, dasar: differs ? kept.dasar : version, pulih: Boolean(differs) }
  })
  const berubah = JSON.stringify(state.isi) !== JSON.stringify(state.base)
  useEffect(() => keep(key, berubah ? { dasar: state.dasar, isi: state.isi } : undefined), [key, berubah, state.dasar, state.isi])
  useEffect(() => {
    // Somebody acted on it meanwhile (validated it, sent it back): show what is there, unless something is typed over it.
    setState((s) =>
      version > s.dasar && JSON.stringify(s.isi) === JSON.stringify(s.base)
        ? { isi: stored, base: stored, dasar: version, pulih: false }
        : s,
    )
  }, [version, stored])
  return {
    isi: state.isi,
    dasar: state.dasar,
    berubah,
    pulih: state.pulih && berubah,
    ubah: (isi) => setState((s) => ({ ...s, isi })),
    tersimpan: (isi, at) => setState({ isi, base: isi, dasar: at, pulih: false }),
  }
}
