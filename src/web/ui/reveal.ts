// A line that an address names, brought into view and given the focus.
import { useEffect } from 'react'

/** Once the line is there; `data-baris` says which it is. Without a line, nothing. */
export function useReveal(baris: string | undefined, ready: boolean, how: (baris: string) => void = show): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line is shown once, not whenever the way to show it is made anew
  useEffect(() => {
    if (!baris || !ready) return
    const soon = setTimeout(() => how(baris), 80)
    return () => clearTimeout(soon)
  }, [baris, ready])
}

function show(baris: string): void {
  const line = document.querySelector<HTMLElement>(`[data-baris="${CSS.escape(baris)}"]`)
  line?.scrollIntoView({ block: 'center' })
  line?.focus({ preventScroll: true })
}
