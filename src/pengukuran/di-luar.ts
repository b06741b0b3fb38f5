// Inputs that no branch of an official method provides for: said in the words of the method, whose formula is not the office's to mend.
import type { Jejak, Tercatat } from '../rumus/trace.ts'
import type { Datum } from '../rumus/value.ts'
import type { Rujukan } from './hasil.ts'

const KODE = 'TIDAK_ADA_CABANG'
const isOutside = (found: Datum | Tercatat) => found.status === 'GALAT' && found.kode === KODE

/** The method's own sentence, none where the failing formula is the office's or of another indicator. */
export function outsideOf(diLuar: string | null, found: Datum, rujukan: readonly Rujukan[]): string | null {
  return isOutside(found) && !rujukan.some((r) => isOutside(r.datum)) ? diLuar : null
}

export function saidOutside<T extends Datum | Tercatat>(found: T, pesan: string | null): T {
  return pesan !== null && isOutside(found) ? { ...found, pesan } : found
}

/** The trace with the same sentence wherever it fails so. */
export function traceOutside(jejak: Jejak, pesan: string | null): Jejak {
  if (pesan === null) return jejak
  return {
    ...jejak,
    hasil: saidOutside(jejak.hasil, pesan),
    ...(jejak.sel && { sel: jejak.sel.map((cell) => ({ ...cell, hasil: saidOutside(cell.hasil, pesan) })) }),
    anak: jejak.anak.map((part) => traceOutside(part, pesan)),
  }
}
