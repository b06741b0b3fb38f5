// Where a number comes from, over any page of the room: fetched when the first number is asked for.
import { lazy, Suspense, useRef } from 'react'
import { useCari } from '../../web/ui/address.ts'

const Panel = lazy(async () => ({ default: (await import('./jelaskan.tsx')).JelaskanPanel }))

/** Opens where the address says `?jelaskan=IKL.2024`. */
export function JelaskanPanel({ unit }: { unit: string }) {
  const [cari] = useCari()
  const asked = useRef(false)
  asked.current ||= cari.jelaskan !== undefined
  return asked.current ? (
    <Suspense>
      <Panel unit={unit} />
    </Suspense>
  ) : null
}
