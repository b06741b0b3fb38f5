// What is told as a letter: one sentence, one link, how to stop it. No figure, no NIP, no reason: those stand behind the sign-in.
import type { Kabar } from './kabar.ts'
import { sentenceOf } from './sentences.ts'

/** As `platform/mail` takes it. */
type Surat = { readonly to: string; readonly subject: string; readonly text: string; readonly messageId: string }

const SUBJECT_MAX = 120

/** `site`: where Selaras stands, without a slash at the end. The id makes the letter the same on every attempt. */
export function suratOf({ id, ...kabar }: Kabar & { readonly id: string }, to: string, nama: string, site: string): Surat {
  const sentence = sentenceOf(kabar)
  const text = [
    `Yth. ${nama},`,
    '',
    sentence,
    ...(kabar.ke ? ['', `${site}${kabar.ke}`] : []),
    '',
    '--',
    'Surel ini dikirim oleh Selaras dan tidak perlu dibalas.',
    `Kabar mana yang dikirim lewat surel Anda atur di ${site}/kabar/setelan`,
    '',
  ].join('\n')
  const subject = sentence.length > SUBJECT_MAX ? `${sentence.slice(0, SUBJECT_MAX - 2)} …` : sentence
  return { to, subject, text, messageId: `<${id}@${hostOf(site)}>` }
}

const hostOf = (site: string) => (URL.canParse(site) ? new URL(site).hostname : 'selaras.invalid')
