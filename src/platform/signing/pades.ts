// A signature as PAdES asks for it (ETSI EN 319 142-1, B-B; B-T with a time stamp): CMS over the file, with the
// certificate bound in by signing-certificate-v2, and without signing-time, which stands in the PDF.
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Identity } from './certificate.ts'
import { digest, OID, octets } from './cms.ts'
import { fill, prepare, type Stated, signedBytes } from './pdf-update.ts'
import type { TimeStamp } from './time-stamp.ts'

/** The PDF with one more signature; a refusal where the time-stamp service gives none. */
export async function signPdf(
  pdf: Uint8Array,
  identity: Identity,
  chain: readonly pkijs.Certificate[],
  stated: Stated,
  stamp: TimeStamp | undefined,
): Promise<Uint8Array | Refusal> {
  const prepared = prepare(pdf, stated)
  const signed = await signedData(signedBytes(prepared), identity, chain)
  if (stamp) {
    const token = await stamp(new Uint8Array(signed.signerInfos[0]!.signature.valueBlock.valueHexView), stated.at)
    if (isRefusal(token)) return token
    signed.signerInfos[0]!.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new pkijs.Attribute({ type: OID.timeStampToken, values: [token.toSchema()] })],
    })
  }
  return fill(prepared, encoded(signed))
}

export function encoded(signed: pkijs.SignedData): Uint8Array {
  const content = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER())
}

/** A detached CMS over the content. */
async function signedData(
  content: Uint8Array,
  { certificate, key }: Identity,
  chain: readonly pkijs.Certificate[],
): Promise<pkijs.SignedData> {
  const attributes = [
    new pkijs.Attribute({ type: OID.contentType, values: [new asn1.ObjectIdentifier({ value: OID.data })] }),
    new pkijs.Attribute({ type: OID.messageDigest, values: [new asn1.OctetString({ valueHex: octets(digest(content)) })] }),
    signingCertificate(certificate),
  ]
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate, ...chain],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  })
  await signed.sign(key, 0, 'SHA-256', octets(content))
  return signed
}

/** Which certificate signed (RFC 5035): another one for the same key does not fit. */
export function signingCertificate(certificate: pkijs.Certificate): pkijs.Attribute {
  const hash = new asn1.OctetString({ valueHex: octets(digest(certificate.toSchema(true).toBER())) })
  const one = new asn1.Sequence({ value: [hash] })
  const value = new asn1.Sequence({ value: [new asn1.Sequence({ value: [one] })] })
  return new pkijs.Attribute({ type: OID.signingCertificateV2, values: [value] })
}
