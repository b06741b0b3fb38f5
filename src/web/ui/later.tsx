// What opens over the page is fetched when it is first wanted, or once the page is at rest: nobody waits for it at the beginning.
import { type ComponentType, useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { t } from './teks.ts'

type Wanted = {
  /** Anything but false and null: it is wanted. */
  readonly buka: unknown
  readonly onTutup: () => void
  readonly wajib?: boolean
}
/** Long after the first drawing of a slow phone. */
const REST_MS = 3000

/** The component that `load` brings. A fetch that fails says so and can be repeated; a click is never lost. */
export function later<P extends Wanted>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let come: ComponentType<P> | undefined
  const bring = async () => {
    come ??= await load()
    return come
  }
  atRest(bring)
  return function Later(props: P) {
    const wanted = props.buka !== false && props.buka !== null
    // Once drawn it stays, so that it can leave the page in its own way.
    const [drawn, setDrawn] = useState<{ readonly Part: ComponentType<P> }>()
    const [lost, setLost] = useState(false)
    useEffect(() => {
      if (!wanted) setLost(false)
      if (!wanted || drawn || lost) return
      let here = true
      bring().then(
        (Part) => here && setDrawn({ Part }),
        () => here && setLost(true),
      )
      return () => {
        here = false
      }
    }, [wanted, drawn, lost])
    const Part = drawn?.Part ?? (wanted ? come : undefined)
    if (Part) return <Part {...props} />
    if (!wanted) return null
    if (lost) return <Lost onLagi={() => setLost(false)} onTutup={props.wajib ? undefined : props.onTutup} />
    return (
      <p className="susulan" role="status">
        {t('muat.tunggu')}
      </p>
    )
  }
}

/** Before the lost network comes the fetch, where it can: then everything opens without one, too. */
function atRest(bring: () => Promise<unknown>): void {
  const quietly = () => void bring().catch(() => {}) // told when it is wanted
  setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(quietly) : quietly()), REST_MS)
}

/** In the browser's own dialog, which needs nothing fetched. Closed before anything else is drawn, it gives the focus back. */
function Lost({ onLagi, onTutup }: { onLagi: () => void; onTutup: (() => void) | undefined }) {
  const [box, setBox] = useState<HTMLDialogElement | null>(null)
  useEffect(() => box?.showModal(), [box])
  const leave = (then: () => void) => () => {
    box?.close()
    then()
  }
  return (
    <dialog
      ref={setBox}
      className="kotak susulan-gagal"
      aria-label={t('susulan.gagal')}
      onCancel={(event) => {
        event.preventDefault()
        if (onTutup) leave(onTutup)()
      }}
    >
      <Notice jenis="salah" judul={t('susulan.gagal')}>
        {t('susulan.gagal.isi')}
      </Notice>
      <div className="row">
        <Button rupa="utama" onClick={leave(onLagi)}>
          {t('muat.lagi')}
        </Button>
        {onTutup && <Button onClick={leave(onTutup)}>{t('tutup')}</Button>}
      </div>
    </dialog>
  )
}
