// A document as a download: never shown inline, whatever it holds. While it is made, who asked for it may ask how far it is.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Document } from '../documents/blocks.ts'
import { FORMATS, type Stage } from '../documents/press.ts'
import { type Printed, print } from '../documents/print.ts'
import { Refused, refuse } from '../kernel/refusal.ts'
import type { App } from './server.ts'

const Kunci = z.string().regex(/^[\w-]{16,64}$/, 'harus 16 sampai 64 huruf, angka, _ atau -')
/** `kunci`: drawn by who asks, to ask by it how far the document is. */
export const FormatQuery = z.object({ format: z.enum(FORMATS).default('pdf'), kunci: Kunci.optional() })

const TAHAP = ['MEMBACA', 'ANTRE', 'MENYUSUN', 'MENULIS'] as const
/** `jumlah`: documents before it in the line, rows to lay out, pages to write. */
type Kemajuan = { tahap: 'MEMBACA'; jumlah: null } | Stage
const Kemajuan = z.object({ tahap: z.enum(TAHAP), jumlah: z.number().int().nullable() })

/** Only of documents that are being made now, under the account that asked and its key. */
const underWay = new Map<string, Kemajuan>()
const nameOf = (req: FastifyRequest, kunci: string) => `${req.ctx.actor.id} ${kunci}`

export async function sendDocument(
  req: FastifyRequest,
  reply: FastifyReply,
  { format, kunci }: z.infer<typeof FormatQuery>,
  /** The paper; or what is already printed, where a form is not made of it. */
  read: () => Promise<Document | Printed>,
): Promise<FastifyReply> {
  const name = kunci === undefined ? undefined : nameOf(req, kunci)
  const onStage = (kemajuan: Kemajuan) => name !== undefined && underWay.set(name, kemajuan)
  const gone = new AbortController()
  const leave = () => gone.abort()
  reply.raw.once('close', leave)
  try {
    onStage({ tahap: 'MEMBACA', jumlah: null })
    const made = await read()
    const { content, type, nama } = 'content' in made ? made : await print(made, format, { signal: gone.signal, onStage })
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .type(type)
      .send(Buffer.from(content))
  } catch (error) {
    // Nobody is there to read an answer.
    if (gone.signal.aborted) return reply.hijack()
    throw error
  } finally {
    reply.raw.off('close', leave)
    if (name !== undefined) underWay.delete(name)
  }
}

export function routes(app: App): void {
  app.get(
    '/api/unduhan/:kunci',
    {
      config: { may: 'signed-in' },
      schema: {
        tags: ['operasi'],
        summary: 'Sejauh mana dokumen yang sedang Anda unduh sudah disusun',
        params: z.object({ kunci: Kunci }),
        response: { 200: Kemajuan },
      },
    },
    (req) => {
      const found = underWay.get(nameOf(req, req.params.kunci))
      if (!found) throw new Refused(refuse('TIDAK_DITEMUKAN', 'Tidak ada dokumen yang sedang disusun untuk Anda dengan kunci itu.'))
      return found
    },
  )
}
