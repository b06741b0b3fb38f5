// What opens over the page is fetched when it is first wanted, or once the page is at rest: nobody waits for it at the beginning.
import { type ComponentType, useEffect, useState } from 'react'
import { t } from './teks.ts'

type Wanted = {
  /** Anything but false and null: it is wanted. */
  readonly buka: unknown
}
/** Long after the first drawing of a slow phone. */
const REST_MS = 3000
/** A line that neither brings it nor breaks is as good as broken. */
const PATIENCE_MS = 5000

/** The component that `load` brings; where no network brings it, `Polos` does the same without it, so that nothing waits for a line. */
export function later<P extends Wanted>(load: () => Promise<ComponentType<P>>, Polos: ComponentType<P>): ComponentType<P> {
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
      const giveUp = () => here && setLost(true)
      const late = setTimeout(giveUp, PATIENCE_MS)
      bring().then((Part) => here && setDrawn({ Part }), giveUp)
      return () => {
        here = false
        clearTimeout(late)
      }
    }, [wanted, drawn, lost])
    const Part = drawn?.Part ?? (wanted && !lost ? come : undefined)
    if (Part) return <Part {...props} />
    if (!wanted) return null
    if (lost) return <Polos {...props} />
    return (
      <p className="susulan" role="status">
        {t('muat.tunggu')}
      </p>
    )
  }
}

/** Before the lost network comes the fetch, where it can: then everything opens as it should without one, too. */
function atRest(bring: () => Promise<unknown>): void {
  const quietly = () => void bring().catch(() => {}) // asked again when it is wanted
  setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(quietly) : quietly()), REST_MS)
}
