// What opens over a page: a panel from the right, or a small dialog. Escape closes; focus stays inside and comes back.
import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, type RefObject, useRef } from 'react'
import { Button } from './button.tsx'
import { t } from './teks.ts'

type Props = {
  readonly judul: string
  readonly buka: boolean
  readonly onTutup: () => void
  readonly children: ReactNode
  readonly kaki?: ReactNode
  readonly fokusAwal?: RefObject<HTMLElement | null>
}

export function Panel(props: Props) {
  return <Over {...props} rupa="panel" />
}

export function Dialog(props: Props & { readonly wajib?: boolean }) {
  return <Over {...props} rupa="kotak" />
}

/** `wajib`: it does not go away by Escape or a click beside it, because the page cannot go on without its answer. */
function Over({
  judul,
  buka,
  onTutup,
  children,
  kaki,
  fokusAwal,
  rupa,
  wajib,
}: Props & { rupa: 'panel' | 'kotak'; wajib?: boolean }) {
  // Without a better place the heading takes the focus, so that a reader hears first where they are.
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <Base.Root open={buka} onOpenChange={(open) => !open && !wajib && onTutup()}>
      <Base.Portal>
        <Base.Backdrop className={`tirai ${rupa === 'kotak' ? 'tirai-atas' : ''}`} forceRender />
        <Base.Popup className={rupa} initialFocus={fokusAwal ?? title}>
          <div className="panel-kepala">
            <Base.Title
              render={
                <h2 ref={title} tabIndex={-1}>
                  {judul}
                </h2>
              }
            />
            {!wajib && (
              <Base.Close
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
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
