// Reads a paper that somebody sent, in bounded memory and time. Nothing in it is executed, nothing is fetched.
import type { Refusal } from '../../kernel/refusal.ts'
import type { ReadPaper } from '../blocks/paper.ts'
import { type Bounds, inThread } from './bounded.ts'
import { MOST_FILE, tooBig } from './kind.ts'

/** The paper, or why it cannot be read and what to do. */
export async function readPaper(file: Uint8Array, bounds: Bounds = {}): Promise<ReadPaper | Refusal> {
  if (file.length > MOST_FILE) return tooBig(file.length, MOST_FILE)
  return inThread<ReadPaper>(new URL('./read-worker.ts', import.meta.url), file, bounds)
}
