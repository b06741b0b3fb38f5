// What can be done with a whole row: insert, move, delete. One menu for the grid, opened at a row's button or by Shift + F10.
import { memo } from 'react'
import { Icon } from '../icons.tsx'
import type { Butir } from '../over.tsx'
import { MenuPada } from '../panel.tsx'
import { t } from './teks.ts'

export type ButirBaris = Butir & { readonly onPilih: () => void }
/** Which row's menu is open, at which element, and where the keyboard goes afterwards. */
export type MenuBuka = {
  readonly kunci: string
  readonly pada: HTMLElement
  readonly kembali: HTMLElement
  readonly papanKetik: boolean
}

export const RowButton = memo(function RowButton({ n, kunci, tabIndex }: { n: number; kunci: string; tabIndex?: number }) {
  return (
    <button
      type="button"
      className="lembar-menu-tombol"
      data-menu={kunci}
      tabIndex={tabIndex}
      aria-haspopup="menu"
      aria-label={t('baris.menu', { n })}
    >
      <Icon name="lainnya" />
    </button>
  )
})

type Props = {
  readonly buka: MenuBuka | null
  readonly butir: (kunci: string) => readonly Butir[]
  readonly onTutup: () => void
}
export function RowMenu({ buka, butir, onTutup }: Props) {
  return <MenuPada buka={buka} butir={buka ? butir(buka.kunci) : []} onTutup={onTutup} rupa="lembar-menu" align="start" />
}
