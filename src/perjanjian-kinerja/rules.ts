// PK-01 to PK-14 over one agreement. Of a paper signed before the program they are findings and block nothing.
import { bentukOf, findBentuk, namaKelompok } from '../peraturan/dki-jakarta/bentuk.ts'
import type { Temuan } from '../periksa/temuan.ts'
import type { Day } from '../platform/kernel/time.ts'
import type { Kamus, KamusOf, Naskah, TemuanPk } from './perjanjian-kinerja.ts'
import { checkBersama } from './rules-bersama.ts'
import { checkDeadline, checkHolders, checkNips, type Pemegang } from './rules-pihak.ts'
import { checkCells, checkGroups, checkNames, checkNumbers, gatherMissing } from './rules-susunan.ts'
import { checkAggregation, checkDictionary, checkPlan, checkRatchet, checkScale } from './rules-target.ts'
import type { Butir } from './sasaran-bersama.ts'

export { bentukOf, findBentuk, namaKelompok }

export type Keadaan = {
  readonly kamus: KamusOf
  /** The day the budget document was ratified, where it is known. */
  readonly dpaDisahkan: Day | null
  /** Who held offices on the signing day: of the unit itself, and of those above it. */
  readonly pemegang: { readonly unit: readonly Pemegang[]; readonly atasan: readonly Pemegang[] }
  /** What other offices issue for this unit (PK-14). */
  readonly bersama: readonly Butir[]
  readonly today: Day
}

export function checkPerjanjianKinerja(naskah: Naskah, { kamus, dpaDisahkan, pemegang, bersama, today }: Keadaan): TemuanPk[] {
  const bentuk = findBentuk(naskah.bentuk)
  const ofPaper = (list: readonly Temuan[]) => list.map((t) => ({ ...t, indikator: null }))
  const found: TemuanPk[] = ofPaper([...checkGroups(naskah, bentuk), ...checkNumbers(naskah, bentuk)])
  found.push(...checkNames(naskah))
  for (const sasaran of naskah.sasaran)
    for (const indikator of sasaran.indikator) {
      const letak = `sasaran ${sasaran.nomor}, indikator ${indikator.nomor ?? sasaran.indikator.indexOf(indikator) + 1}`
      const known: Kamus | undefined = kamus(indikator.kode)
      const own = [
        ...checkCells(indikator, letak),
        ...checkAggregation(indikator, known, letak),
        ...checkScale(indikator, known, letak),
        ...(bentuk?.targetTidakTurun ? checkRatchet(indikator, known, letak, naskah.tahun) : []),
        ...checkPlan(indikator, known, letak, naskah.tahun),
      ]
      // The targets of what another office issues are that office's to answer for.
      const ofLine = [...(indikator.bersama ? [] : own), ...checkDictionary(indikator, known, letak)]
      found.push(...ofLine.map((t) => ({ ...t, indikator: indikator.id ?? null })))
    }
  const lines = naskah.asal === 'SEBELUM_SISTEM' ? gatherMissing(found) : found
  return [
    ...lines,
    ...checkBersama(naskah, bersama, bentuk),
    ...ofPaper([...checkNips(naskah), ...checkDeadline(naskah, dpaDisahkan, today), ...checkHolders(naskah, pemegang)]),
  ]
}
