// What signing, stamping and verifying share of CMS (RFC 5652).
import { createHash } from 'node:crypto'

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

export function digest(content: Uint8Array | ArrayBuffer): Buffer {
  return createHash('sha256')
    .update(content instanceof ArrayBuffer ? new Uint8Array(content) : content)
    .digest()
}

/** A buffer of its own, as the ASN.1 library wants it. */
export const octets = (content: Uint8Array): ArrayBuffer => new Uint8Array(content).buffer
