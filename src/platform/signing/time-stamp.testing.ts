// A time-stamp service for tests: answers rightly, or in one of the ways in which such a service goes wrong.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { after } from 'node:test'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { certify, type Identity, newKeys } from './certificate.ts'
import { digest, OID, octets } from './cms.ts'
import { encoded, signingCertificate } from './pades.ts'

export type Misdeed = 'silent' | 'error' | 'garbage' | 'rejects' | 'other-imprint' | 'other-nonce' | 'forged'
export type TestStamp = { address: string; now: () => Date; misdeed: Misdeed | undefined; asked: number }

export async function testTimeStampService(): Promise<TestStamp> {
  const keys = await newKeys()
  const certificate = await certify({
    subject: { CN: 'Stempel waktu uji', C: 'ID' },
    keys,
    from: new Date('2020-01-01'),
    until: new Date('2040-01-01'),
    use: 'TIME_STAMP',
  })
  const service: TestStamp = { address: '', now: () => new Date(), misdeed: undefined, asked: 0 }
  const server = createServer(async (req, res) => {
    service.asked++
    const request = pkijs.TimeStampReq.fromBER(new Uint8Array(await buffer(req)))
    if (service.misdeed === 'silent') return
    if (service.misdeed === 'error') return void res.writeHead(500).end()
    const body =
      service.misdeed === 'garbage'
        ? Buffer.from('bukan stempel')
        : await answer(request, service, { certificate, key: keys.privateKey })
    res.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  service.address = `http://127.0.0.1:${port}/`
  return service
}

async function answer(request: pkijs.TimeStampReq, { now, misdeed }: TestStamp, { certificate, key }: Identity): Promise<Buffer> {
  if (misdeed === 'rejects') return response({ status: 2 })
  const imprint =
    misdeed === 'other-imprint'
      ? digest(Buffer.from('lain'))
      : Buffer.from(request.messageImprint.hashedMessage.valueBlock.valueHexView)
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new asn1.Null() }),
      hashedMessage: new asn1.OctetString({ valueHex: octets(imprint) }),
    }),
    serialNumber: new asn1.Integer({ value: 1 }),
    genTime: now(),
    nonce: misdeed === 'other-nonce' ? new asn1.Integer({ value: 7 }) : request.nonce,
  })
  const content = info.toSchema().toBER()
  const attributes = [
    new pkijs.Attribute({ type: OID.contentType, values: [new asn1.ObjectIdentifier({ value: OID.timeStampInfo })] }),
    new pkijs.Attribute({ type: OID.messageDigest, values: [new asn1.OctetString({ valueHex: octets(digest(content)) })] }),
    signingCertificate(certificate),
  ]
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: OID.timeStampInfo,
      eContent: new asn1.OctetString({ valueHex: content }),
    }),
    certificates: [certificate],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  })
  await signed.sign(misdeed === 'forged' ? (await newKeys()).privateKey : key, 0, 'SHA-256')
  return response({ status: 0, token: pkijs.ContentInfo.fromBER(octets(encoded(signed))) })
}

function response({ status, token }: { status: number; token?: pkijs.ContentInfo }): Buffer {
  const made = new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status }), ...(token && { timeStampToken: token }) })
  return Buffer.from(made.toSchema().toBER())
}
