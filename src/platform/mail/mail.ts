// Mail as the rooms see it: something that takes one letter and says what became of it.
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every attempt at the same letter, so that a receiver who has it already can tell. */
  readonly messageId: string
}
export type Outcome =
  | { readonly outcome: 'sent' }
  /** The address itself is refused for good: another attempt would be refused too. */
  | { readonly outcome: 'unreachable'; readonly reason: string }
  /** The server is away, busy, or does not take our letters: not the fault of the address. */
  | { readonly outcome: 'later'; readonly reason: string }
export type Mailer = { readonly send: (letter: Letter) => Promise<Outcome>; readonly close: () => void }

export type MailSettings = {
  /** `smtp://user:password@host:587`, `smtps://host:465`. */
  readonly server: string
  /** Whose letters they are: `Selaras <selaras@jakarta.example>`. */
  readonly from: string
}
