// The permission a route declares, and what OpenAPI says of every route beyond its own schema: who may call it, and that every refusal is a Problem.
import type { FastifyRequest } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/**
 * Who may call a route: an act of the permission table, with the unit it touches (where it touches one),
 * or `signed-in` (anybody with a session), or `public`.
 */
export type Permission =
  | 'public'
  | 'signed-in'
  | { readonly act: string; readonly unit?: (req: FastifyRequest) => string | undefined }

type Transform = typeof jsonSchemaTransform
type Operation = { security?: object[]; description?: string; response?: Record<string, unknown>; hide?: boolean }

export const describeRoute: Transform = (input) => {
  const result = jsonSchemaTransform(input)
  const schema = result.schema as Operation
  const may = (input.route?.config as { may?: Permission } | undefined)?.may
  if (schema.hide || may === undefined) return result
  const who = may === 'public' ? 'Terbuka.' : may === 'signed-in' ? 'Perlu masuk.' : `Perlu wewenang ${may.act}.`
  const problem = {
    description: 'Ditolak atau gagal: kode tetap, penjelasan dalam bahasa Indonesia, dan bidang yang dimaksud (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    ...result,
    schema: {
      ...schema,
      description: who,
      ...(may === 'public' ? {} : { security: [{ sesi: [] }] }),
      response: { ...schema.response, default: problem },
    },
  } as ReturnType<Transform>
}
