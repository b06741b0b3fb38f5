// The one table from a refusal to its HTTP status, and the one shape of every error answer (RFC 9457).
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Refusal, type RefusalCode, Refused, refuse } from '../kernel/refusal.ts'

export const STATUS: Readonly<Record<RefusalCode, number>> = {
  TIDAK_VALID: 400,
  BELUM_MASUK: 401,
  DILARANG: 403,
  TIDAK_DITEMUKAN: 404,
  BENTROK: 409,
  VERSI_USANG: 412,
  TERLALU_BESAR: 413,
  JENIS_BERKAS: 415,
  DITOLAK_ATURAN: 422,
  TERSEGEL: 423,
  PERLU_IF_MATCH: 428,
  TERLALU_SERING: 429,
  LAYANAN_GAGAL: 502,
  SIBUK: 503,
  PENYIMPANAN_GAGAL: 507,
}

const TITLE: Readonly<Record<RefusalCode | 'GALAT_PROGRAM', string>> = {
  TIDAK_VALID: 'Isian belum benar',
  BELUM_MASUK: 'Belum masuk',
  DILARANG: 'Tidak berwenang',
  TIDAK_DITEMUKAN: 'Tidak ditemukan',
  BENTROK: 'Sudah ada atau sedang diubah',
  VERSI_USANG: 'Data sudah diubah orang lain',
  TERLALU_BESAR: 'Terlalu besar',
  JENIS_BERKAS: 'Jenis berkas tidak diterima',
  DITOLAK_ATURAN: 'Ditolak oleh aturan',
  TERSEGEL: 'Sudah dikunci',
  PERLU_IF_MATCH: 'Versi belum disebut',
  TERLALU_SERING: 'Terlalu sering',
  SIBUK: 'Sedang sibuk',
  PENYIMPANAN_GAGAL: 'Penyimpanan gagal',
  LAYANAN_GAGAL: 'Layanan lain gagal',
  GALAT_PROGRAM: 'Galat program',
}

export const Problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    field: z.string().optional(),
    rule: z.string().optional(),
    also: z.array(z.object({ field: z.string().optional(), detail: z.string(), rule: z.string().optional() })).optional(),
    current: z.unknown().optional(),
    sent: z.unknown().optional(),
    instance: z.string(),
  })
  .meta({ id: 'Problem' })

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { refused: code, ...rest } = refusal
  const status = STATUS[code]
  reply.request.refusal = refusal
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: TITLE[code], status, code, ...rest, instance: reply.request.id }))
}

/** What fastify says of a request that it cannot read, in the words of this program. */
const UNREADABLE: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'isinya bukan JSON yang benar',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'isinya kosong, padahal disebut JSON',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'jenis isinya (Content-Type) tidak diterima di alamat ini',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'panjang isinya berbeda dari Content-Length',
  FST_ERR_BAD_URL: 'alamatnya rusak',
  FST_ERR_MAX_PARAM_LENGTH: 'alamatnya terlalu panjang',
}
/** Texts that PostgreSQL cannot hold as what they should be (NUL, a date of no calendar, too large a number): from outside, always. */
const UNSTORABLE = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05'])

/** `/bukti/0/sha256` as refusals of the rules name it: `bukti[0].sha256`. */
const pathOf = (pointer: string) =>
  pointer
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replace(/^\//, '')
    .replaceAll('/', '.')

/** Whatever was thrown becomes a problem: a refusal by the table, a bad form by its fields, anything else a logged 500. */
export function onError(error: FastifyError | Error, req: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refused) return sendRefusal(reply, error.refusal)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const wrong = error.validation.map((v) => ({
      field: pathOf(v.instancePath) || error.validationContext,
      detail: v.message ?? 'tidak sesuai bentuknya',
    }))
    const [first, ...also] = wrong
    const detail = first ? `Isian ${first.field} belum benar: ${first.detail}.` : 'Isian belum benar.'
    return sendRefusal(reply, refuse('TIDAK_VALID', detail, { field: first?.field, also: also.length ? also : undefined }))
  }
  const code = (error as FastifyError).code
  const status = (error as FastifyError).statusCode
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return sendRefusal(
      reply,
      refuse('TERLALU_BESAR', 'Kiriman melebihi batas ukuran. Perkecil atau pecah berkasnya, lalu kirim lagi.'),
    )
  if (status === 429)
    return sendRefusal(reply, refuse('TERLALU_SERING', 'Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.'))
  if (status !== undefined && status >= 400 && status < 500)
    return sendRefusal(reply, refuse('TIDAK_VALID', `Permintaan tidak dapat dibaca: ${UNREADABLE[code] ?? error.message}.`))
  if (UNSTORABLE.has(code)) {
    req.log.warn({ err: error }, 'a value reached the database that it cannot hold')
    return sendRefusal(
      reply,
      refuse('TIDAK_VALID', 'Kiriman memuat teks, tanggal atau angka yang tidak dapat disimpan. Periksa isiannya.'),
    )
  }
  req.log.error({ err: error }, 'bug')
  return reply
    .code(500)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: TITLE.GALAT_PROGRAM,
        status: 500,
        code: 'GALAT_PROGRAM',
        detail: `Terjadi galat pada program. Tidak ada yang tersimpan dari permintaan ini. Sebutkan nomor ${req.id} kepada administrator.`,
        instance: req.id,
      }),
    )
}
