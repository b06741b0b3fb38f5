// The one file of a request, read whole before anything of it is kept: who refuses it leaves nothing behind, and takes away nothing
// that another request with the same content is about to keep.
import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { Refused, refuse } from '../kernel/refusal.ts'

export type Upload = { readonly nama: string; readonly content: Buffer }

/** What goes around a file in multipart/form-data. */
const WRAPPING = 64 * 1024

/** Refused where there is not exactly one, and where it is longer than `limit` bytes: by what is announced, before any of it is read. */
export async function oneFile(req: FastifyRequest, limit: number): Promise<Upload> {
  const tooLarge = () =>
    new Refused(
      refuse('TERLALU_BESAR', `Berkas melebihi batas ${limit / 2 ** 20} MiB. Perkecil, atau bagi menjadi beberapa berkas.`),
    )
  if (Number(req.headers['content-length'] ?? 0) > limit + WRAPPING) throw tooLarge()
  const upload = await req.file({ limits: { fileSize: limit + 1, files: 1 } }).catch(() => undefined)
  if (!upload) throw new Refused(refuse('TIDAK_VALID', 'Kirim tepat satu berkas sebagai multipart/form-data.', { field: 'berkas' }))
  const content = await buffer(upload.file)
  if (content.length > limit) throw tooLarge()
  return { nama: fileName(upload.filename), content }
}

/** A name that can stand in a header, a list and a folder; its end, with what tells its kind. */
const fileName = (given: string): string => given.replace(/[^\p{L}\p{N} ._()-]/gu, '_').slice(-150) || 'berkas'
