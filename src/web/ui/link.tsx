import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

/** A link to a page of this program: the address as text, `/capaian/dki.jakpus/2024`. */
export function Tautan({
  ke,
  cari,
  className,
  children,
  title,
}: {
  readonly ke: string
  readonly cari?: Readonly<Record<string, string>>
  readonly className?: string
  readonly title?: string
  readonly children: ReactNode
}) {
  return (
    <Link to={ke} search={(cari ?? {}) as never} className={className} title={title}>
      {children}
    </Link>
  )
}

/** A link that leads on as the main thing to do: it looks like a button. */
export function TautanTombol({
  ke,
  cari,
  rupa = 'kedua',
  ikon,
  children,
}: {
  readonly ke: string
  readonly cari?: Readonly<Record<string, string>>
  readonly rupa?: 'utama' | 'kedua' | 'polos'
  readonly ikon?: IconName
  readonly children: ReactNode
}) {
  return (
    <Link to={ke} search={(cari ?? {}) as never} className={`tombol tombol-${rupa}`}>
      {ikon && <Icon name={ikon} />}
      {children}
    </Link>
  )
}
