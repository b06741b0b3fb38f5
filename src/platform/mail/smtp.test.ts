// Letters against a real SMTP server that takes them, refuses them, and says nothing at all.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { after, describe, test } from 'node:test'
import { postOffice } from './smtp.testing.ts'
import { smtpMailer } from './smtp.ts'

const LETTER = {
  to: 'chaidir@kantor.example',
  subject: 'Perjanjian Kinerja 2026 menunggu Anda',
  text: 'Teks – ringkas.\n',
  messageId: '<1@selaras.example>',
}
const sendTo = async (server: string, letter = LETTER, patience = 2000) => {
  const mailer = await smtpMailer({ server, from: 'Selaras <selaras@kantor.example>' }, patience)
  try {
    return await mailer.send(letter)
  } finally {
    mailer.close()
  }
}

describe('a letter', () => {
  test('arrives as it was written, with its own Message-ID', async () => {
    const office = await postOffice()
    assert.deepEqual(await sendTo(office.address), { outcome: 'sent' })
    const [got] = office.got
    assert.deepEqual(got!.to, [LETTER.to])
    assert.match(got!.raw, /^Message-ID: <1@selaras\.example>\r?$/m)
    assert.match(got!.raw, /^Auto-Submitted: auto-generated\r?$/m)
    assert.match(got!.raw, /^Subject: Perjanjian Kinerja 2026 menunggu Anda\r?$/m)
  })
  test('to an address that nobody has is not tried again', async () => {
    const office = await postOffice({ rcpt: () => [550, 'no such user'] })
    const sent = await sendTo(office.address)
    assert.equal(sent.outcome, 'unreachable')
    assert.match((sent as { reason: string }).reason, /no such user/)
  })
  test('that is refused after its text is not tried again', async () => {
    const office = await postOffice({ data: () => [554, 'rejected'] })
    assert.equal((await sendTo(office.address)).outcome, 'unreachable')
  })
  test('to a full mailbox, or a busy server, is tried later', async () => {
    const office = await postOffice({ rcpt: () => [452, 'mailbox full'] })
    assert.equal((await sendTo(office.address)).outcome, 'later')
    const greylisting = await postOffice({ data: () => [451, 'try again'] })
    assert.equal((await sendTo(greylisting.address)).outcome, 'later')
  })
  test('of a sender whom the server does not take is not the fault of the address', async () => {
    const office = await postOffice({ from: () => [550, 'sender denied'] })
    assert.equal((await sendTo(office.address)).outcome, 'later')
  })
  test('is tried later where nobody listens, or the server says nothing', async () => {
    const silent = await new Promise<Server>((resolve) => {
      const server = createServer(() => {}).listen(0, '127.0.0.1', () => resolve(server))
    })
    after(() => silent.close())
    const { port } = silent.address() as { port: number }
    assert.equal((await sendTo(`smtp://127.0.0.1:${port}`, LETTER, 100)).outcome, 'later')
    assert.equal((await sendTo('smtp://127.0.0.1:1')).outcome, 'later')
  })
  test('carries no header that a name or a subject smuggles in', async () => {
    const office = await postOffice()
    await sendTo(office.address, { ...LETTER, subject: 'Satu\r\nBcc: dua@kantor.example' })
    assert.deepEqual(office.got[0]!.to, [LETTER.to])
    assert.doesNotMatch(office.got[0]!.raw, /^Bcc:/m)
  })
})
