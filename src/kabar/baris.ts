// A line of the ledger as the rows of `rules.ts` read it, and the roles that they name more than once.
import type { Untuk } from './kabar.ts'

/** A line of the ledger, as far as it is told of. */
export type Baris = {
  readonly office: string
  readonly seq: string
  readonly at: string
  readonly actor: string
  readonly act: string
  readonly subject: string
  readonly status: string | null
  /** What the act itself keeps of it. */
  readonly detail: Readonly<Record<string, unknown>> | null
}
/** Whom a forum invites, by its kind, and who of them advises: the rows of its own room. */
export type Diundang = Readonly<Record<string, { readonly peran: readonly string[]; readonly penasihat: readonly string[] }>>
/** A row of the table: who is told what of an act. */
export type Rule = (line: Baris, diundang: Diundang) => Untuk[]

/** The roles of an office's own people. */
export const OFFICE = ['KEPALA_PD', 'PENYUSUN'] as const
/** Who gathers the papers of an office and schedules its forum (Instruksi Sekda 4/2024, KESATU g). */
export const COLLECTOR = 'SUBKOORDINATOR'
