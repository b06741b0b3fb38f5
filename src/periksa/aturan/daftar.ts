// Every rule, in the order in which a paper is read. A new rule is a file and a line here.
import type { Aturan } from '../aturan.ts'
import { bobot } from './bobot-seratus.ts'
import { peringkat } from './peringkat.ts'
import { TABEL } from './tabel.ts'

export const ATURAN: readonly Aturan[] = [...TABEL, bobot, peringkat]
