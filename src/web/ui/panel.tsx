// What opens over a page: a panel from the right, a small dialog, a menu, a balloon. Escape closes; the focus comes back.
import { later } from './later.tsx'
import type { KotakProps } from './over.tsx'
import { BalonPolos, KotakPolos, MenuPolos } from './polos.tsx'

const Kotak = later(async () => (await import('./over.tsx')).Kotak, KotakPolos)

export function Panel(props: Omit<KotakProps, 'rupa' | 'wajib'>) {
  return <Kotak {...props} rupa="panel" />
}

export function Dialog(props: Omit<KotakProps, 'rupa'>) {
  return <Kotak {...props} rupa="kotak" />
}

export const MenuPada = later(async () => (await import('./over.tsx')).MenuPada, MenuPolos)

export const Balon = later(async () => (await import('./over.tsx')).Balon, BalonPolos)
