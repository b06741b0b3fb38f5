// A data file: JSON whose `skema` says which room understands it. Read whole before anything is written.
import type { z } from 'zod'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'

export const MAX_DATA = 20 * 1024 * 1024

/** Parsed JSON with its `skema`, or the refusal that says which file and where. */
export function readDataFile(nama: string, content: string): { skema: string; json: unknown } | Refusal {
  if (content.length > MAX_DATA) return refuse('TERLALU_BESAR', `${nama} melebihi 20 MiB. Pecah berkasnya.`)
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (error) {
    return refuse('TIDAK_VALID', `${nama} bukan JSON yang utuh: ${(error as Error).message}.`)
  }
  const skema = (json as { skema?: unknown } | null)?.skema
  if (typeof skema !== 'string')
    return refuse('TIDAK_VALID', `${nama} tidak menyebut "skema" (misalnya "selaras/pk/1").`, { field: 'skema' })
  return { skema, json }
}

/** The first things that are wrong with a file's form, each with its path. */
export function refuseShape(nama: string, error: z.ZodError): Refusal {
  const wrong = error.issues.slice(0, 20).map((i) => ({ field: pathOf(i.path), detail: i.message }))
  const [first, ...also] = wrong
  return refuse('TIDAK_VALID', `${nama}, ${first!.field || 'berkas'}: ${first!.detail}.`, {
    field: first!.field,
    also: also.length ? also : undefined,
  })
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`))
    .join('')
    .replace(/^\./, '')
}

export { Temuan } from '../periksa/temuan.ts'
