// What opens over a page: a panel from the right, a small dialog, a menu, a balloon. Escape closes; the focus comes back.
import type { ReactNode, RefObject } from 'react'
import { later } from './later.tsx'

type Props = {
  readonly judul: string
  readonly buka: boolean
  readonly onTutup: () => void
  readonly children: ReactNode
  readonly kaki?: ReactNode
  readonly fokusAwal?: RefObject<HTMLElement | null>
}
/** `wajib`: it does not go away by Escape or a click beside it, because the page cannot go on without its answer. */
export type KotakProps = Props & { readonly rupa: 'panel' | 'kotak'; readonly wajib?: boolean }

const Kotak = later(async () => (await import('./over.tsx')).Kotak)

export function Panel(props: Props) {
  return <Kotak {...props} rupa="panel" />
}

export function Dialog(props: Props & { readonly wajib?: boolean }) {
  return <Kotak {...props} rupa="kotak" />
}

/** An act of a menu, or the address of a file. */
export type Butir = {
  readonly label: string
  /** What is seen; the label without it. */
  readonly isi?: ReactNode
  readonly bahaya?: boolean
  readonly onPilih?: () => void
  readonly alamat?: string
}
export type MenuProps = {
  /** The button it opens at and, where it is another, the place the focus goes to afterwards; by keyboard the first act has the focus at once. */
  readonly buka: { readonly pada: HTMLElement; readonly kembali?: HTMLElement; readonly papanKetik?: boolean } | null
  readonly butir: readonly Butir[]
  readonly onTutup: () => void
  readonly rupa: 'pilih' | 'lembar-menu'
  readonly align: 'start' | 'end'
  readonly wadah?: RefObject<HTMLElement | null>
}
export const MenuPada = later(async () => (await import('./over.tsx')).MenuPada)

export type BalonProps = {
  /** The button it hangs at. */
  readonly buka: HTMLElement | null
  readonly judul: string
  readonly kelas: string
  readonly onTutup: () => void
  readonly children: ReactNode
}
export const Balon = later(async () => (await import('./over.tsx')).Balon)
