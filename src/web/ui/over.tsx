// The dialog, the menu and the balloon of the library, in our dress. Only panel.tsx asks for them, by `later`.
import { Dialog } from '@base-ui/react/dialog'
import { Menu } from '@base-ui/react/menu'
import { Popover } from '@base-ui/react/popover'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import { t } from './teks.ts'

export type KotakProps = {
  readonly judul: string
  readonly buka: boolean
  readonly onTutup: () => void
  readonly children: ReactNode
  readonly kaki?: ReactNode
  readonly fokusAwal?: RefObject<HTMLElement | null>
  readonly rupa: 'panel' | 'kotak'
  /** It does not go away by Escape or a click beside it, because the page cannot go on without its answer. */
  readonly wajib?: boolean
}

export function Kotak({ judul, buka, onTutup, children, kaki, fokusAwal, rupa, wajib }: KotakProps) {
  // Without a better place the heading takes the focus, so that a reader hears first where they are.
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <Dialog.Root open={buka} onOpenChange={(open) => !open && !wajib && onTutup()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={`tirai ${rupa === 'kotak' ? 'tirai-atas' : ''}`} forceRender />
        <Dialog.Popup className={rupa} initialFocus={fokusAwal ?? title}>
          <div className="panel-kepala">
            <Dialog.Title
              render={
                <h2 ref={title} tabIndex={-1}>
                  {judul}
                </h2>
              }
            />
            {!wajib && (
              <Dialog.Close
                render={
                  <Button rupa="polos" ikon="tutup" kecil>
                    {t('tutup')}
                  </Button>
                }
              />
            )}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="panel-isi" tabIndex={0} aria-label={judul}>
            {children}
          </section>
          {kaki && <div className="panel-kaki">{kaki}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
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

/** The button that opened it closes it, too: what happens there is its own affair. */
const elsewhere = (pada: Element | undefined, { event }: { event: Event }) =>
  event instanceof KeyboardEvent ||
  ![event.target, (event as FocusEvent).relatedTarget].some((at) => at instanceof Node && pada?.contains(at))

/** The library gives a menu the focus with the next picture; a key that is pressed before it would be the button's. */
function FocusAtOnce({ buka }: Pick<MenuProps, 'buka'>) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const menu = buka && place.current?.closest<HTMLElement>('[role="menu"]')
    const first = buka?.papanKetik && menu?.querySelector<HTMLElement>('[role="menuitem"]')
    ;(first || menu)?.focus({ preventScroll: true })
  }, [buka])
  return <span ref={place} hidden />
}

export function MenuPada({ buka, butir, onTutup, rupa, align, wadah }: MenuProps) {
  const at = useRef(buka) // where it was, while it goes away
  // The act may lead elsewhere: the focus has gone back before it, and does not go back again when the menu has left.
  const acted = useRef(false)
  if (buka && buka !== at.current) acted.current = false
  if (buka) at.current = buka
  const back = () => at.current?.kembali ?? at.current?.pada ?? null
  const act = (onPilih: (() => void) | undefined) => () => {
    acted.current = true
    back()?.focus()
    onPilih?.()
  }
  return (
    <Menu.Root
      open={buka !== null}
      onOpenChange={(open, details) => !open && elsewhere(buka?.pada, details) && onTutup()}
      modal={false}
    >
      <Menu.Portal container={wadah}>
        <Menu.Positioner className={`${rupa}-letak`} anchor={at.current?.pada} align={align} sideOffset={6} collisionPadding={12}>
          <Menu.Popup
            className={rupa}
            aria-label={at.current?.pada.getAttribute('aria-label') ?? undefined}
            finalFocus={() => (acted.current ? false : back())}
          >
            <FocusAtOnce buka={buka} />
            {butir.map(({ label, isi, bahaya, onPilih, alamat }) => (
              <Menu.Item
                key={label}
                className={`${rupa}-butir ${bahaya ? `${rupa}-bahaya` : ''}`}
                label={label}
                onClick={act(onPilih)}
                render={alamat === undefined ? undefined : (props) => <a {...props} href={alamat} download />}
              >
                {isi ?? label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

export type BalonProps = {
  /** The button it hangs at. */
  readonly buka: HTMLElement | null
  readonly judul: string
  readonly kelas: string
  readonly onTutup: () => void
  readonly children: ReactNode
}

export function Balon({ buka, judul, kelas, onTutup, children }: BalonProps) {
  return (
    <Popover.Root
      open={buka !== null}
      onOpenChange={(open, details) => !open && elsewhere(buka ?? undefined, details) && onTutup()}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={buka} align="end" sideOffset={8} className={`${kelas}-letak`}>
          <Popover.Popup className={kelas} aria-label={judul}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
