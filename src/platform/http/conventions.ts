// What all routes share: versions by If-Match, pages by cursor, answers of commands.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accepted, type Refusal, Refused, refuse } from '../kernel/refusal.ts'

/** The version that If-Match names; Refused (428) where a write does not say which version it saw. */
export function versionSeen(req: FastifyRequest): number {
  const header = req.headers['if-match']
  const match = /^"(\d+)"$/.exec(header ?? '')
  if (!match)
    throw new Refused(
      refuse('PERLU_IF_MATCH', 'Kirim If-Match dengan versi yang sedang Anda lihat (ETag), misalnya If-Match: "3".', {
        field: 'If-Match',
      }),
    )
  return Number(match[1])
}

/** Sends what a command returned, with its version as ETag; a refusal is thrown to the error table. */
export function answer<T extends { version: number }>(reply: FastifyReply, result: T | Refusal, status = 200): T {
  const value = accepted(result)
  reply.code(status).header('etag', `"${value.version}"`)
  return value
}

export const PageQuery = z.object({
  batas: z.coerce.number().int().min(1).max(200).default(50),
  kursor: z.string().max(500).optional(),
})

export function page<T extends z.ZodType>(item: T) {
  return z.object({ isi: z.array(item), lanjut: z.string().nullable() })
}

/** A page of rows read with limit + 1: the cursor is the key of the last row shown. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  key: (row: T) => readonly string[],
): { isi: T[]; lanjut: string | null } {
  const isi = rows.slice(0, limit)
  const more = rows.length > limit
  return { isi, lanjut: more ? Buffer.from(JSON.stringify(key(isi.at(-1)!))).toString('base64url') : null }
}

/** The key a cursor stands for, of exactly `parts` texts (each like its `shapes`, if given); undefined without a cursor; Refused where it was not made by us. */
export function fromCursor(cursor: string | undefined, parts: number, shapes: readonly RegExp[] = []): string[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(key) && key.length === parts && key.every((k, i) => typeof k === 'string' && (shapes[i]?.test(k) ?? true)))
      return key
  } catch {}
  throw new Refused(refuse('TIDAK_VALID', 'Kursor halaman tidak dikenal. Mulai lagi dari halaman pertama.', { field: 'kursor' }))
}
