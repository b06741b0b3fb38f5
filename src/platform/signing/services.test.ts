// The services that stand elsewhere, and every way in which they fail: refused with a sentence, and nothing signed.
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { toPdf } from '../documents/pdf.ts'
import { hasPoppler, poppler } from '../documents/reading.testing.ts'
import { accepted, isRefusal } from '../kernel/refusal.ts'
import { toPem } from './certificate.ts'
import { localSigner } from './local-authority.ts'
import { remoteSigner } from './remote.ts'
import { testAuthority } from './signing.testing.ts'
import { type Misdeed, testTimeStampService } from './time-stamp.testing.ts'
import { timeStampService } from './time-stamp.ts'
import { verifyPdf } from './verify.ts'

const AT = new Date('2026-01-20T03:00:00Z')
const authority = await testAuthority()
const WHO = { akun: 'akun-1', pegawai: 'p', nama: 'Kepala Contoh', jabatan: 'Kepala Badan' }
const WISH = { at: AT, alasan: 'Menandatangani' }
const plain = toPdf({ title: 'x', language: 'id', author: 'x', timestamp: AT.toISOString(), footer: 'x', sections: [] })
const stamps = await testTimeStampService()
const stamped = localSigner(authority, timeStampService(stamps.address))
/** Only what never answers is waited for this short: a busy machine may take longer over an answer. */
const SHORT = 300
const impatient = localSigner(authority, timeStampService(stamps.address, SHORT))

test('with a time-stamp service a signature says when it was there, and pdfsig finds it valid', async () => {
  stamps.now = () => new Date(AT.getTime() + 60_000)
  const pdf = accepted(await stamped.sign(plain, WHO, WISH))
  const { utuh, tandaTangan } = await verifyPdf(pdf, [authority.certificate])
  assert.deepEqual([utuh, tandaTangan[0]!.stempel], [true, stamps.now()])
  if (hasPoppler) assert.match(poppler('pdfsig', pdf, ['-nocert']), /Signature is Valid\./)
})

for (const [misdeed, said] of [
  ['silent', /tidak menjawab dalam 0\.3 detik/],
  ['error', /galat 500/],
  ['garbage', /tidak dapat dibaca/],
  ['rejects', /menolak \(status 2\)/],
  ['other-imprint', /bukan untuk tanda tangan ini/],
  ['other-nonce', /bukan untuk tanda tangan ini/],
  ['forged', /bukan untuk tanda tangan ini|tidak dapat dibaca/],
] as const satisfies readonly (readonly [Misdeed, RegExp])[])
  test(`a time-stamp service that does wrong (${misdeed}) is refused`, async () => {
    stamps.misdeed = misdeed
    const no = await (misdeed === 'silent' ? impatient : stamped).sign(plain, WHO, WISH)
    stamps.misdeed = undefined
    assert.ok(isRefusal(no) && no.refused === 'LAYANAN_GAGAL', misdeed)
    assert.match(no.detail, said)
    assert.match(no.detail, /Tidak ada yang ditandatangani/)
  })

test('a clock that is an hour off is refused, and whose clock it is is said', async () => {
  stamps.now = () => new Date(AT.getTime() + 3_600_000)
  const no = await stamped.sign(plain, WHO, WISH)
  assert.ok(isRefusal(no))
  assert.match(no.detail, /Jam server ini berbeda 60 menit dari jam layanan stempel waktu/)
})

test('a time-stamp service that is not there is refused', async () => {
  const no = await localSigner(authority, timeStampService('http://127.0.0.1:9/')).sign(plain, WHO, WISH)
  assert.ok(isRefusal(no))
  assert.match(no.detail, /tidak dapat dihubungi/)
})

// A stand-in of the BSrE kind: it signs with the same authority and keeps what it was sent.
const seen: { authorization: string | undefined; form: FormData }[] = []
let answers: 'signed' | 'wrong-secret' | 'down' | 'silent' = 'signed'
const server = createServer(async (req, res) => {
  const form = await formOf(req)
  seen.push({ authorization: req.headers.authorization, form })
  if (answers === 'silent') return
  if (req.url !== '/bsre/api/sign/pdf') return void res.writeHead(404).end()
  if (answers === 'down') return void res.writeHead(503).end('{"error":"gangguan 3171234567890123"}')
  if (answers === 'wrong-secret') return void res.writeHead(400).end('{"error":"Passphrase anda salah","status_code":2031}')
  const sent = new Uint8Array(await (form.get('file') as Blob).arrayBuffer())
  res.writeHead(200, { 'content-type': 'application/pdf' }).end(accepted(await localSigner(authority).sign(sent, WHO, WISH)))
})
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
after(() => {
  server.closeAllConnections()
  server.close()
})
const formOf = async (req: IncomingMessage) =>
  new Response(await buffer(req), { headers: { 'content-type': req.headers['content-type']! } }).formData()
const service = {
  address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bsre/`,
  user: 'selaras',
  password: 'rahasia',
  authorities: [toPem(authority.certificate)],
  nikOf: async (akun: string) => (akun === WHO.akun ? '3171234567890123' : undefined),
}
const remote = remoteSigner(service)
const wish = { ...WISH, frasa: 'frasa rahasia' }

test('a remote service gets the file, NIK and secret as it asks for them, and gives the signed file', async () => {
  answers = 'signed'
  const pdf = accepted(await remote.sign(plain, WHO, wish))
  assert.equal((await verifyPdf(pdf, [authority.certificate])).utuh, true)
  const { authorization, form } = seen.at(-1)!
  assert.equal(authorization, `Basic ${Buffer.from('selaras:rahasia').toString('base64')}`)
  assert.deepEqual(
    ['nik', 'passphrase', 'tampilan', 'halaman'].map((name) => form.get(name)),
    ['3171234567890123', 'frasa rahasia', 'invisible', 'PERTAMA'],
  )
})

test('neither NIK nor secret comes back in a refusal; a wrong secret is told at its field', async () => {
  for (const [answer, refused, said] of [
    ['wrong-secret', 'TIDAK_VALID', /Frasa sandi sertifikat elektronik salah/],
    ['down', 'LAYANAN_GAGAL', /menolak \(503\)/],
    ['silent', 'LAYANAN_GAGAL', /tidak menjawab dalam 0\.3 detik/],
  ] as const) {
    answers = answer
    const no = await (answer === 'silent' ? remoteSigner({ ...service, wait: SHORT }) : remote).sign(plain, WHO, wish)
    assert.ok(isRefusal(no) && no.refused === refused, answer)
    assert.match(no.detail, said)
    assert.doesNotMatch(JSON.stringify(no), /3171234567890123|frasa rahasia/)
  }
})

test('without a NIK or a secret nothing is sent', async () => {
  const before = seen.length
  const noSecret = await remote.sign(plain, WHO, WISH)
  assert.ok(isRefusal(noSecret) && noSecret.field === 'bukti.frasa')
  const noNik = await remote.sign(plain, { ...WHO, akun: 'lain' }, wish)
  assert.ok(isRefusal(noNik) && /NIK Kepala Contoh belum dicatat/.test(noNik.detail))
  assert.equal(seen.length, before)
})
