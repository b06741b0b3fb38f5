// A time-stamp service (RFC 3161) over HTTP: it says when a signature was there, whatever our own clock says.
import { randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { digest, OID, octets } from './cms.ts'

/** The token over a signature; a refusal where the service gives none, or one that cannot be right. */
export type TimeStamp = (signature: Uint8Array, at: Date) => Promise<pkijs.ContentInfo | Refusal>

const WAIT = 10_000
/** The law dates by the day; more than this is a wrong clock. */
export const MOST_APART = 5 * 60_000
const MOST_BYTES = 64 * 1024

const NOTHING = 'Tidak ada yang ditandatangani; coba lagi, atau hubungi administrator.'
const no = (why: string) => refuse('LAYANAN_GAGAL', `Layanan stempel waktu ${why}. ${NOTHING}`, { rule: 'stempel-waktu' })

/** `wait`: milliseconds until an answer is no longer waited for. */
export function timeStampService(address: string, wait = WAIT): TimeStamp {
  return async (signature, at) => {
    const imprint = digest(signature)
    const nonce = Buffer.concat([Buffer.from([1]), randomBytes(8)])
    const request = new pkijs.TimeStampReq({
      version: 1,
      messageImprint: new pkijs.MessageImprint({
        hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new asn1.Null() }),
        hashedMessage: new asn1.OctetString({ valueHex: octets(imprint) }),
      }),
      nonce: new asn1.Integer({ valueHex: octets(nonce) }),
      certReq: true,
    })
    let answer: Uint8Array
    try {
      const res = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: request.toSchema().toBER(),
        signal: AbortSignal.timeout(wait),
        redirect: 'error',
      })
      if (!res.ok) return no(`menjawab dengan galat ${res.status}`)
      answer = new Uint8Array(await res.arrayBuffer())
    } catch (error) {
      return no((error as Error).name === 'TimeoutError' ? `tidak menjawab dalam ${wait / 1000} detik` : 'tidak dapat dihubungi')
    }
    if (answer.length > MOST_BYTES) return no('memberi jawaban yang terlalu panjang')
    return checked(answer, signature, nonce, at)
  }
}

async function checked(answer: Uint8Array, signature: Uint8Array, nonce: Buffer, at: Date): Promise<pkijs.ContentInfo | Refusal> {
  let token: pkijs.ContentInfo | undefined
  let found: Stamp | undefined
  try {
    const response = pkijs.TimeStampResp.fromBER(new Uint8Array(answer))
    token = response.timeStampToken
    if (response.status.status > 1 || !token) return no(`menolak (status ${response.status.status})`)
    found = await readStamp(token, signature)
    const theirs = found && Buffer.from(found.info.nonce?.valueBlock.valueHexView ?? [])
    if (!found || !theirs?.equals(nonce)) return no('memberi stempel yang bukan untuk tanda tangan ini')
  } catch {
    return no('memberi jawaban yang tidak dapat dibaca')
  }
  const apart = Math.abs(found.at.getTime() - at.getTime())
  if (apart > MOST_APART)
    return refuse(
      'LAYANAN_GAGAL',
      `Jam server ini berbeda ${Math.round(apart / 60_000)} menit dari jam layanan stempel waktu. ${NOTHING} Administrator perlu menyetel jam server.`,
      { rule: 'stempel-waktu' },
    )
  return token
}

type Stamp = { readonly at: Date; readonly info: pkijs.TSTInfo }

/** What a token says, where it is over this signature and its own signature holds; undefined otherwise. */
export async function readStamp(token: pkijs.ContentInfo, signature: Uint8Array): Promise<Stamp | undefined> {
  const signed = new pkijs.SignedData({ schema: token.content })
  const content = signed.encapContentInfo.eContent?.getValue()
  if (!content || signed.encapContentInfo.eContentType !== OID.timeStampInfo) return undefined
  const info = pkijs.TSTInfo.fromBER(content)
  // Where the token is over something else, the library throws.
  const result = await signed
    .verify({ signer: 0, data: octets(signature), extendedMode: true, checkChain: false })
    .catch(() => ({ signatureVerified: false }))
  return result.signatureVerified ? { at: info.genTime, info } : undefined
}
