// A real SMTP server for tests: it keeps what it gets, and answers as it is told.
import { once } from 'node:events'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'

type Reply = [code: number, text: string] | undefined
export type PostOffice = { readonly address: string; readonly got: { readonly to: string[]; readonly raw: string }[] }
type Habits = {
  readonly from?: () => Reply
  readonly rcpt?: (address: string) => Reply
  readonly data?: (raw: string) => Reply
  /** How long it takes to take a letter, in milliseconds. */
  readonly slow?: number
}

export async function postOffice({ from, rcpt, data, slow = 0 }: Habits = {}): Promise<PostOffice> {
  const got: { to: string[]; raw: string }[] = []
  const no = (reply: Reply) => (reply ? Object.assign(new Error(reply[1]), { responseCode: reply[0] }) : null)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom: (_address, _session, done) => done(no(from?.())),
    onRcptTo: ({ address }, _session, done) => done(no(rcpt?.(address))),
    onData(stream, session, done) {
      let raw = ''
      stream.setEncoding('utf8').on('data', (part: string) => {
        raw += part
      })
      stream.on('end', () =>
        setTimeout(() => {
          const refused = no(data?.(raw))
          if (!refused) got.push({ to: session.envelope.rcptTo.map((r) => r.address), raw })
          done(refused)
        }, slow),
      )
    },
  })
  server.on('error', () => {}) // a client that leaves
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { address: `smtp://127.0.0.1:${(listening.address() as { port: number }).port}`, got }
}
