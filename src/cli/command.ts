// What a command is, what it is given, and what it gives back.
import type { Readable } from 'node:stream'
import type { ParseArgsOptionsConfig } from 'node:util'
import { type Connection, type Db, inTransaction, type Tx } from '../platform/db/database.ts'
import { FORMATS, type Format } from '../platform/documents/press.ts'
import type { Files } from '../platform/files/files.ts'
import { accepted, isRefusal } from '../platform/kernel/refusal.ts'
import type { MailSettings } from '../platform/mail/mail.ts'
import type { Vault } from '../platform/signing/identity.ts'
import type { Signing } from '../platform/signing/sign-paper.ts'

export type Instance = {
  readonly db: Db
  readonly connection: Connection
  readonly files: Files
  readonly signing: () => Promise<Signing>
  /** What NIK are sealed with. */
  readonly vault: () => Promise<Vault>
  readonly postmaster?: () => number
  readonly close: () => Promise<void>
}
export type World = {
  readonly root: string
  readonly production: boolean
  /** A PostgreSQL server of the operator's own, by DATABASE_URL. */
  readonly ownServer: boolean
  readonly port: number
  readonly host: string
  readonly logLevel: string
  readonly behindProxy: boolean
  /** Where people find the program: in the links of letters. */
  readonly site: string
  /** Absent: no letters are sent. */
  readonly mail?: MailSettings
  readonly clock: () => Date
  readonly stdin: Readable
  readonly out: (text: string) => void
  readonly progress: (text: string) => void
  /** Standard output is a terminal that shows colours. */
  readonly colours?: boolean
  readonly stopped: () => Promise<unknown>
  readonly open: (onProgress: (text: string) => void) => Promise<Instance>
}

export type Options = Record<string, string | boolean | undefined>
export type Many = Record<string, readonly string[] | undefined>
export type Outcome = { readonly json: unknown; readonly text: string; readonly exit?: 0 | 1 | 3 }
export type Command = {
  readonly usage: string
  readonly about: string
  /** How many words follow its name; `many`: one or more; `any`: as many as one likes. */
  readonly words?: number | 'many' | 'any'
  readonly options?: ParseArgsOptionsConfig
  readonly run: (words: string[], options: Options, world: World) => Promise<Outcome | number>
}

export class Usage extends Error {}

export function said(json: unknown, text: string, exit: 0 | 1 | 3 = 0): Outcome {
  return { json, text, exit }
}

export async function withInstance<T>(world: World, work: (instance: Instance) => Promise<T>): Promise<T> {
  const instance = await world.open((text) => world.progress(`Selaras: ${text}\n`))
  try {
    return await work(instance)
  } finally {
    await instance.close()
  }
}

/** Does the work in a transaction and, without `save`, takes it back. */
export async function trial<T extends object>(
  db: Db,
  save: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<Exclude<T, { refused: unknown }>> {
  class Undo extends Error {}
  let result: T | undefined
  try {
    await inTransaction(db, async (tx) => {
      result = await work(tx)
      if (!save || isRefusal(result)) throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  return accepted(result as T) as Exclude<T, { refused: unknown }>
}

export function isFormat(text: unknown): text is Format {
  return (FORMATS as readonly unknown[]).includes(text)
}
