// Reads offered to later rooms.

import type { PkTerbaca, RaTerbaca } from './bentuk-terbaca.ts'
import type { LkipTerbaca } from './lkip.ts'
import { keraguan as count, naskahInWords as inWords } from './ringkasan.ts'

export { SEBUTAN_DILEWATI } from './hasil-lkip.ts'
export { SEBUTAN_CARA } from './ringkasan.ts'
export { listImpor } from './store.ts'

/** How many values of a paper were not read with certainty, and what was not understood at all. */
export const keraguan = (isi: PkTerbaca | RaTerbaca | LkipTerbaca): number => count(isi)
/** What was read, in a few lines for people. */
export const naskahInWords: typeof inWords = (nama, isi, known) => inWords(nama, isi, known)
