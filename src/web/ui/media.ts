import { useSyncExternalStore } from 'react'

const PHONE = '(max-width: 47.99rem)'

/** Is the window as narrow as a phone's? Where a page shows less there, not where it only looks otherwise (that is CSS). */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = window.matchMedia(PHONE)
      query.addEventListener('change', tell)
      return () => query.removeEventListener('change', tell)
    },
    () => window.matchMedia(PHONE).matches,
  )
}
