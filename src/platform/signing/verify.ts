// From the bytes of a PDF to its signatures: who, when, whether each holds, and whether anything came after it. It asks
// nothing of the world; what it trusts is handed in.
import { createHash } from 'node:crypto'
import * as pkijs from 'pkijs'
import { nameIn } from './certificate.ts'
import { digest, OID, octets } from './cms.ts'
import { readStamp } from './time-stamp.ts'

export type FoundSignature = {
  readonly nama: string | null
  readonly jabatan: string | null
  /** What the file says; proven only by a time stamp. */
  readonly dinyatakan: Date | null
  readonly stempel: Date | null
  /** The signed bytes are those of the file, and the signature over them holds. */
  readonly sah: boolean
  /** Its certificate leads to an authority that is trusted. */
  readonly tepercaya: boolean
  /** SHA-256 of the file as it was when this signature was made: everything up to its end. */
  readonly sha256: string
  /** It reaches to the end of the file: nothing was added since. */
  readonly seluruh: boolean
}
export type Verdict = {
  readonly tandaTangan: readonly FoundSignature[]
  /** Every signature holds, and the last one covers the whole file. */
  readonly utuh: boolean
}

/** More signatures than any paper has: whoever made the file wants to keep us busy. */
const MOST = 20
const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

export const isPdf = (file: Uint8Array): boolean => Buffer.from(file.subarray(0, 1024)).includes('%PDF-')

export async function verifyPdf(file: Uint8Array, trusted: readonly pkijs.Certificate[]): Promise<Verdict> {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1')
  const found: FoundSignature[] = []
  for (const match of [...text.matchAll(RANGE)].slice(0, MOST)) {
    const one = await signatureAt(file, text, match, trusted)
    found.push(one)
  }
  return { tandaTangan: found, utuh: found.length > 0 && found.every((s) => s.sah) && found.some((s) => s.seluruh) }
}

async function signatureAt(
  file: Uint8Array,
  text: string,
  match: RegExpExecArray,
  trusted: readonly pkijs.Certificate[],
): Promise<FoundSignature> {
  const [start, length, next, rest] = match.slice(1).map(Number) as [number, number, number, number]
  const end = next + rest
  const hole = text.slice(length, next)
  const stated = statedTime(text.slice(match.index, match.index + 400))
  const bare: FoundSignature = {
    nama: null,
    jabatan: null,
    dinyatakan: stated,
    stempel: null,
    sah: false,
    tepercaya: false,
    sha256: createHash('sha256').update(file.subarray(0, end)).digest('hex'),
    seluruh: false,
  }
  // Nothing but the signature itself may stand in the hole, and the hole must be the only one.
  if (start !== 0 || next <= length || end > file.length || !/^<[0-9A-Fa-f\s]*>$/.test(hole)) return bare
  const seluruh = /^\s*$/.test(text.slice(end))
  try {
    const content = Buffer.concat([file.subarray(0, length), file.subarray(next, end)])
    return { ...bare, seluruh, ...(await readCms(Buffer.from(hole.slice(1, -1), 'hex'), content, stated, trusted)) }
  } catch {
    return { ...bare, seluruh } // what cannot be read does not hold
  }
}

type Read = Pick<FoundSignature, 'nama' | 'jabatan' | 'stempel' | 'sah' | 'tepercaya'>

async function readCms(raw: Buffer, content: Buffer, stated: Date | null, trusted: readonly pkijs.Certificate[]): Promise<Read> {
  const info = pkijs.ContentInfo.fromBER(new Uint8Array(withoutPadding(raw)))
  const signed = new pkijs.SignedData({ schema: info.content })
  const [signer] = signed.signerInfos
  const certificates = (signed.certificates ?? []).filter((c) => c instanceof pkijs.Certificate)
  const own = certificates.find((c) => signer?.sid instanceof pkijs.IssuerAndSerialNumber && isOf(c, signer.sid))
  if (signed.signerInfos.length !== 1 || !signer || !own) throw new Error('not one signer')
  const verified = await signed
    .verify({ signer: 0, data: octets(content), checkChain: false, extendedMode: true })
    .catch(() => undefined)
  const sah = verified?.signatureVerified === true && names(signer, own)
  const token = signer.unsignedAttrs?.attributes.find((a) => a.type === OID.timeStampToken)?.values[0]
  const stamp = token
    ? await readStamp(new pkijs.ContentInfo({ schema: token }), signer.signature.valueBlock.valueHexView)
    : undefined
  const at = stamp?.at ?? stated ?? new Date(0)
  return {
    nama: nameIn(own, 'CN'),
    jabatan: nameIn(own, 'title'),
    stempel: stamp?.at ?? null,
    // A time stamp that is there and does not fit is a sign of tampering.
    sah: sah && (token === undefined || stamp !== undefined),
    tepercaya: sah && (await leadsTo(own, certificates, trusted, at)),
  }
}

const isOf = (c: pkijs.Certificate, sid: pkijs.IssuerAndSerialNumber) =>
  c.serialNumber.isEqual(sid.serialNumber) && c.issuer.isEqual(sid.issuer)

/** The certificate is the one that was signed for (signing-certificate-v2), where the signature says which. */
function names(signer: pkijs.SignerInfo, own: pkijs.Certificate): boolean {
  const attribute = signer.signedAttrs?.attributes.find((a) => a.type === OID.signingCertificateV2)
  if (!attribute) return true
  const hash = digest(own.toSchema(true).toBER())
  return Buffer.from(attribute.values[0].toBER(false)).includes(hash)
}

async function leadsTo(
  own: pkijs.Certificate,
  certificates: pkijs.Certificate[],
  trusted: readonly pkijs.Certificate[],
  at: Date,
): Promise<boolean> {
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [...trusted],
    certs: [...certificates.filter((c) => c !== own), own],
    checkDate: at,
  })
  const { result } = await engine.verify().catch(() => ({ result: false }))
  return result
}

/** The place for a signature is larger than it; its own length says where it ends. */
function withoutPadding(raw: Buffer): Buffer {
  if (raw[0] !== 0x30 || raw[1] === undefined) throw new Error('no sequence')
  if (raw[1] < 0x80) return raw.subarray(0, 2 + raw[1])
  const digits = raw[1] & 0x7f
  if (digits < 1 || digits > 4) throw new Error('no length')
  return raw.subarray(0, 2 + digits + raw.readUIntBE(2, digits))
}

function statedTime(near: string): Date | null {
  const found = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)?/.exec(near)
  if (!found) return null
  const [, y, mo, d, h, mi, s, sign, oh, om] = found
  const utc = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s))
  const apart = sign ? (Number(oh) * 60 + Number(om)) * 60_000 * (sign === '+' ? 1 : -1) : 0
  return new Date(utc - apart)
}
