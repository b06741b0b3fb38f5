// A document as a download: never shown inline, whatever it holds.
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Document } from '../documents/blocks.ts'
import { FORMATS, type Format, print } from '../documents/print.ts'

export const FormatQuery = z.object({ format: z.enum(FORMATS).default('pdf') })

export async function sendDocument(reply: FastifyReply, document: Document, format: Format): Promise<FastifyReply> {
  const { content, type, nama } = await print(document, format)
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .type(type)
    .send(Buffer.from(content))
}
