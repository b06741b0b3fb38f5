// A line dragged to another place with the pointer. Whoever uses no pointer moves it by the menu of its row.
import { type PointerEvent, type RefObject, useRef } from 'react'

/** Before or after the row that it is let go on. */
export type Sisi = 'sebelum' | 'sesudah'
/** A line (`seret` of its cell) is let go at a row. */
export type Pindah = (seret: string, baris: string, sisi: Sisi) => void

/** Near the edge of the window the page goes along, so many pixels from it and each time. */
const EDGE = 72
const STEP = 18

export function useDrag(frame: RefObject<HTMLElement | null>, onPindah: Pindah | undefined) {
  const ended = useRef<(() => void) | null>(null)
  return (event: PointerEvent<HTMLElement>): void => {
    const grip = (event.target as Element).closest<HTMLElement>('[data-seret]')
    if (!grip || !onPindah || event.button !== 0) return
    // So that it begins no selection of cells.
    event.preventDefault()
    ended.current?.()
    const from = grip.closest<HTMLElement>('tr')
    let at: { readonly row: HTMLElement; readonly sisi: Sisi } | null = null
    const unmark = () => {
      if (at) delete at.row.dataset.jatuh
      at = null
    }
    const over = ({ clientY }: globalThis.PointerEvent) => {
      unmark()
      const rows = [...(frame.current?.querySelectorAll<HTMLElement>('tbody tr[data-baris]') ?? [])]
      const row = rows.find((one) => clientY < one.getBoundingClientRect().bottom) ?? rows.at(-1)
      if (!row) return
      const { top, height } = row.getBoundingClientRect()
      at = { row, sisi: clientY < top + height / 2 ? 'sebelum' : 'sesudah' }
      row.dataset.jatuh = at.sisi
      if (clientY < EDGE) window.scrollBy(0, -STEP)
      if (clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP)
    }
    const stop = () => {
      unmark()
      if (from) delete from.dataset.diseret
      window.removeEventListener('pointermove', over)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', giveUp, true)
      ended.current = null
    }
    const drop = () => {
      const to = at
      stop()
      if (to) onPindah(grip.dataset.seret!, to.row.dataset.baris!, to.sisi)
    }
    const giveUp = (key: KeyboardEvent) => {
      if (key.key === 'Escape') stop()
    }
    if (from) from.dataset.diseret = ''
    window.addEventListener('pointermove', over)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', giveUp, true)
    ended.current = stop
  }
}
