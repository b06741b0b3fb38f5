// Letters by SMTP. Which refusal is whose fault: a 5xx to RCPT TO or to the letter itself is the address's, all else the server's.
import type { Mailer, MailSettings, Outcome } from './mail.ts'

const PATIENCE_MS = 20_000

/** Connects when there is something to send. `patience`: how long a silent server is waited for, in milliseconds. */
export async function smtpMailer({ server, from }: MailSettings, patience = PATIENCE_MS): Promise<Mailer> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(server, {
    from,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  return {
    async send({ to, subject, text, messageId }) {
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { outcome: 'sent' }
      } catch (error) {
        return outcomeOf(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

type SmtpError = Error & { readonly code?: string; readonly command?: string; readonly responseCode?: number }

/** What a failed attempt means, from the reply code of RFC 5321 and the command it answered. */
export function outcomeOf({ message, command, responseCode = 0 }: SmtpError): Outcome {
  const toTheAddress = command === 'RCPT TO' || command === 'DATA'
  return { outcome: responseCode >= 500 && toTheAddress ? 'unreachable' : 'later', reason: message.slice(0, 300) }
}
