// The dialog, the menu and the balloon in the browser's own dialog, which needs nothing fetched: for when over.tsx does not come.
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { Button } from './button.tsx'
import type { BalonProps, KotakProps, MenuProps } from './over.tsx'
import { t } from './teks.ts'

type Props = {
  readonly judul: string
  readonly onTutup: () => void
  readonly wajib?: boolean
  readonly fokusAwal?: RefObject<HTMLElement | null>
  readonly children: ReactNode
  readonly kaki?: ReactNode
}

function Polos({ judul, onTutup, wajib, fokusAwal, children, kaki }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  // Closed before it leaves the page, it gives the focus back.
  useLayoutEffect(() => {
    const dialog = box.current!
    dialog.showModal()
    fokusAwal?.current?.focus()
    return () => dialog.close()
  }, [fokusAwal])
  return (
    <dialog
      ref={box}
      className="kotak polos"
      aria-label={judul}
      onCancel={(event) => {
        event.preventDefault()
        if (!wajib) onTutup()
      }}
    >
      <div className="panel-kepala">
        <h2>{judul}</h2>
        {!wajib && (
          <Button rupa="polos" ikon="tutup" kecil onClick={onTutup}>
            {t('tutup')}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="panel-isi" tabIndex={0} aria-label={judul}>
        {children}
      </section>
      {kaki && <div className="panel-kaki">{kaki}</div>}
    </dialog>
  )
}

export const KotakPolos = ({ buka: _, rupa: __, ...props }: KotakProps) => <Polos {...props} />

export const BalonPolos = ({ judul, onTutup, children, kelas }: BalonProps) => (
  <Polos judul={judul} onTutup={onTutup}>
    <div className={`${kelas} polos-isi`}>{children}</div>
  </Polos>
)

export const MenuPolos = ({ buka, butir, onTutup, rupa }: MenuProps) => (
  <Polos judul={buka?.pada.getAttribute('aria-label') ?? buka?.pada.textContent ?? ''} onTutup={onTutup}>
    <ul className="daftar-polos">
      {butir.map(({ label, isi, bahaya, onPilih, alamat }) => {
        const kelas = `${rupa}-butir ${bahaya ? `${rupa}-bahaya` : ''}`
        return (
          <li key={label}>
            {alamat === undefined ? (
              <button
                type="button"
                className={kelas}
                onClick={() => {
                  onTutup()
                  onPilih?.()
                }}
              >
                {isi ?? label}
              </button>
            ) : (
              <a className={kelas} href={alamat} download onClick={onTutup}>
                {isi ?? label}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  </Polos>
)
