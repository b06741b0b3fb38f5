import { useSyncExternalStore } from 'react'

function useMedia(media: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = window.matchMedia(media)
      query.addEventListener('change', tell)
      return () => query.removeEventListener('change', tell)
    },
    () => window.matchMedia(media).matches,
  )
}

/** Is the window as narrow as a phone's? Where a page shows less there, not where it only looks otherwise (that is CSS). */
export const usePhone = () => useMedia('(max-width: 47.99rem)')

/** Is there room for the rail at the side? Otherwise the bar at the bottom stands for it. */
export const useRail = () => useMedia('(min-width: 64rem)')
