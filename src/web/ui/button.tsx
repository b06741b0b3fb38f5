import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icons.tsx'

type Props = ComponentProps<'button'> & {
  readonly rupa?: 'utama' | 'kedua' | 'polos' | 'bahaya'
  readonly kecil?: boolean
  readonly ikon?: IconName
  /** While an act is under way: the button keeps its place and focus, and acts once. */
  readonly sibuk?: boolean
}

/** A button is a verb: Simpan, Ajukan, Setujui. */
export function Button({ rupa = 'kedua', kecil, ikon, sibuk, className = '', children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`tombol tombol-${rupa} ${kecil ? 'tombol-kecil' : ''} ${className}`}
      aria-disabled={sibuk || undefined}
      onClick={sibuk ? (event) => event.preventDefault() : onClick}
    >
      {ikon && <Icon name={ikon} />}
      {children}
    </button>
  )
}
