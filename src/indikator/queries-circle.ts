// Whether a formula would come back to itself, asked before its version is written: over this office's dictionary, and over those
// of the offices by which a line leads down to it again.
import type { Db } from '../platform/db/database.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { circleFrom, circleInWords } from './circle.ts'
import type { VersiIndikator } from './indikator.ts'
import { referencesOf } from './kamus.ts'
import { placeVersion } from './rules.ts'
import * as store from './store.ts'

/** A version among the others of its code, in place of `corrected` where there is one. */
type Wanted = {
  readonly unit: string
  readonly kode: string
  readonly versi: VersiIndikator
  readonly live: readonly store.VersiRow[]
  readonly corrected?: store.VersiRow
}

/** A formula must not come back to its own value, in whichever period and by whichever office. */
export async function refuseCircle(on: Db, { unit, kode, versi, live, corrected }: Wanted): Promise<Refusal | undefined> {
  if (!referencesOf(versi).length) return undefined
  const placed = placeVersion(othersThan(corrected, live), versi, 1)
  if (isRefusal(placed)) return undefined // told when it is written
  const own = othersThan(corrected, live).map((v) => (v.id === placed.ends?.id ? { ...v, berlakuSampai: placed.last! } : v))
  const lines = await store.listLinesAbout(on, unit)
  const units = new Set([unit])
  for (const at of units) for (const line of lines) if (line.induk === at) units.add(line.unit)
  const rest = (await store.listVersions(on, { units: [...units] })).filter((v) => v.unit !== unit || v.kode !== kode)
  const start = { ...versi, unit, kode, berlakuSampai: placed.berlakuSampai, references: referencesOf(versi) }
  const others = [...own, ...rest].map((v) => ({ ...v, references: referencesOf(v) }))
  const circle = circleFrom(start, others, lines)
  if (!circle) return undefined
  const detail = `Rumus merujuk kembali ke nilainya sendiri (mulai ${circle.year}): ${circleInWords(circle)}. Hilangkan salah satu rujukannya, atau rujuk periode sebelumnya dengan PERIODE(-1).`
  return refuse('DITOLAK_ATURAN', detail, { field: 'rumus', rule: 'IND-06' })
}

export const othersThan = (one: store.VersiRow | undefined, live: readonly store.VersiRow[]) => live.filter((v) => v.id !== one?.id)
