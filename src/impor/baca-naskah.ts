// From a paper to what it says, by its kind. Pure.
import type { ReadPaper } from '../platform/documents/blocks/paper.ts'
import type { PkTerbaca, RaTerbaca } from './bentuk-terbaca.ts'
import type { JenisNaskah } from './impor.ts'
import { bacaLkip, type LkipTerbaca } from './lkip.ts'
import { bacaPk } from './pk.ts'
import { bacaRa } from './rencana-aksi.ts'

export type IsiTerbaca = PkTerbaca | RaTerbaca | LkipTerbaca

/** Nothing where the paper has no table of that kind. */
export function bacaNaskah(paper: ReadPaper, jenis: JenisNaskah): IsiTerbaca | undefined {
  if (jenis === 'pk') return bacaPk(paper)
  if (jenis === 'rencana-aksi') return bacaRa(paper)
  const isi = bacaLkip(paper)
  return isi.hasil.length || isi.perjanjianKinerja ? isi : undefined
}
