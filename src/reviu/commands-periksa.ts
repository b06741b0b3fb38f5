// Reads a paper and checks it in one thread with bounds. It needs no database.
import { join } from 'node:path'
import type { ReadPaper } from '../platform/documents/blocks/paper.ts'
import { type Bounds, inThread } from '../platform/documents/reading/bounded.ts'
import { MOST_FILE, tooBig } from '../platform/documents/reading/kind.ts'
import { readFolder } from '../platform/files/folder.ts'
import { canonical, sha256 } from '../platform/kernel/canonical.ts'
import type { Refusal } from '../platform/kernel/refusal.ts'
import type { HasilPeriksa } from './reviu.ts'

export { MOST_FILE }
export type Wanted = {
  /** Codes of the rules; all of them without. */
  readonly aturan?: readonly string[]
  /** The paper too, for who shows it. */
  readonly naskah?: boolean
}
export type Hasil = { readonly reviu: HasilPeriksa; readonly naskah?: ReadPaper }

/** What was reckoned and found; or why the paper cannot be read and what to do. */
export async function checkPaper(file: Uint8Array, wanted: Wanted = {}, bounds: Bounds = {}): Promise<Hasil | Refusal> {
  if (file.length > MOST_FILE) return tooBig(file.length, MOST_FILE)
  return inThread<Hasil>(new URL('./commands-periksa-thread.ts', import.meta.url), { file, wanted }, bounds)
}

/** Where everything stands that a check is reckoned with: scales and formulas of the regulations too. */
export const RULES_FROM = [
  '../periksa',
  '../peraturan',
  '../rumus',
  '../platform/documents/blocks',
  '../platform/documents/reading',
  '../platform/kernel',
] as const

/** The rules and readers as they are now: their source says whether a paper would be checked otherwise today. */
export async function rulesVersion(): Promise<string> {
  known ??= digest()
  return known
}
let known: Promise<string> | undefined

async function digest(): Promise<string> {
  const sources = await Promise.all(RULES_FROM.map((folder) => readFolder(join(import.meta.dirname, folder))))
  const texts = sources.map((files) => files.filter(({ nama }) => /(?<!\.test|\.testing)\.ts$/.test(nama)))
  return sha256(canonical(texts)).slice(0, 12)
}
