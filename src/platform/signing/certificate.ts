// Certificates of the local authority (X.509), and reading those of others.
import { randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { octets } from './cms.ts'

export type KeyPair = { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }
/** A certificate with the key that goes with it. */
export type Identity = { readonly certificate: pkijs.Certificate; readonly key: CryptoKey }

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const NAME = { CN: '2.5.4.3', O: '2.5.4.10', title: '2.5.4.12', C: '2.5.4.6' } as const
const [BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE] = ['2.5.29.19', '2.5.29.15', '2.5.29.37']

export type Names = Partial<Readonly<Record<keyof typeof NAME, string>>>

export function newKeys(): Promise<KeyPair> {
  return crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
}

type Request = {
  readonly subject: Names
  readonly keys: KeyPair
  /** Absent: it certifies itself. */
  readonly issuer?: Identity
  readonly from: Date
  readonly until: Date
  readonly use: 'AUTHORITY' | 'SIGNATURE' | 'TIME_STAMP'
}

export async function certify({ subject, keys, issuer, from, until, use }: Request): Promise<pkijs.Certificate> {
  const made = new pkijs.Certificate({ version: 2 })
  made.serialNumber = new asn1.Integer({ valueHex: octets(Buffer.concat([Buffer.from([1]), randomBytes(15)])) })
  made.subject = namesOf(subject)
  made.issuer = issuer ? issuer.certificate.subject : made.subject
  made.notBefore = timeOf(from)
  made.notAfter = timeOf(until)
  const authority = use === 'AUTHORITY'
  const extensions = [
    extension(BASIC_CONSTRAINTS!, true, new pkijs.BasicConstraints(authority ? { cA: true } : {}).toSchema()),
    // Bits from the left: digitalSignature and nonRepudiation, or keyCertSign.
    extension(
      KEY_USAGE!,
      true,
      new asn1.BitString({ valueHex: octets(Buffer.from([authority ? 0x04 : 0xc0])), unusedBits: authority ? 2 : 6 }),
    ),
  ]
  if (use === 'TIME_STAMP')
    extensions.push(extension(EXTENDED_KEY_USAGE!, true, new pkijs.ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema()))
  made.extensions = extensions
  await made.subjectPublicKeyInfo.importKey(keys.publicKey)
  await made.sign(issuer?.key ?? keys.privateKey, 'SHA-256')
  return made
}

/** RFC 5280: two digits of a year up to 2049, four after it. */
const timeOf = (value: Date) =>
  new pkijs.Time({ type: value.getUTCFullYear() < 2050 ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime, value })

/** One name after the other; the library alone would put all into one. */
function namesOf(subject: Names): pkijs.RelativeDistinguishedNames {
  const one = ([name, value]: [string, string]) =>
    new pkijs.AttributeTypeAndValue({ type: NAME[name as keyof Names], value: new asn1.Utf8String({ value }) }).toSchema()
  const sets = Object.entries(subject).map((entry) => new asn1.Set({ value: [one(entry)] }))
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1.Sequence({ value: sets }).toBER())
}

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() })
}

export function toPem(certificate: pkijs.Certificate): string {
  const text = Buffer.from(certificate.toSchema(true).toBER()).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

/** Every certificate of a PEM text; throws where one cannot be read. */
export function fromPem(text: string): pkijs.Certificate[] {
  return [...text.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g)].map(([, body]) =>
    pkijs.Certificate.fromBER(new Uint8Array(Buffer.from(body!, 'base64'))),
  )
}

/** A name of the subject; null where the certificate does not have it. */
export function nameIn(certificate: pkijs.Certificate, name: keyof Names): string | null {
  const found = certificate.subject.typesAndValues.find((t) => t.type === NAME[name])
  return found ? String(found.value.valueBlock.value) : null
}
