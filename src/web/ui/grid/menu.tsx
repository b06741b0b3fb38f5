// What can be done with a whole row: insert, move, delete. One menu for the grid, opened at a row's button or by Shift + F10.
import { Menu } from '@base-ui/react/menu'
import { memo } from 'react'
import { Icon } from '../icons.tsx'
import { t } from './teks.ts'

export type ButirBaris = { readonly label: string; readonly bahaya?: boolean; readonly onPilih: () => void }
/** Which row's menu is open, at which element, and where the keyboard goes afterwards. */
export type MenuBuka = { readonly kunci: string; readonly pada: HTMLElement; readonly kembali: HTMLElement }

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

export function RowMenu({
  buka,
  butir,
  onTutup,
}: {
  buka: MenuBuka | null
  butir: (kunci: string) => readonly ButirBaris[]
  onTutup: () => void
}) {
  return (
    <Menu.Root open={buka !== null} onOpenChange={(open) => !open && onTutup()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner className="lembar-menu-letak" anchor={buka?.pada} align="start" sideOffset={4}>
          <Menu.Popup className="lembar-menu" finalFocus={() => buka?.kembali ?? null}>
            {buka &&
              butir(buka.kunci).map((b) => (
                <Menu.Item
                  key={b.label}
                  className={`lembar-menu-butir ${b.bahaya ? 'lembar-menu-bahaya' : ''}`}
                  onClick={b.onPilih}
                >
                  {b.label}
                </Menu.Item>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
