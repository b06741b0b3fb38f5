// The parties: their NIP (PK-09), the day of signing (PK-12), the offices they hold (PK-13).
import type { Temuan } from '../periksa/temuan.ts'
import type { Day } from '../platform/kernel/time.ts'
import { longDay, monthsAfter } from '../platform/kernel/time.ts'
import { checkNip } from '../unit-kerja/unit-kerja.ts'
import { finding, type Naskah, type Pihak, sameText } from './perjanjian-kinerja.ts'

export type Pemegang = { readonly nama: string; readonly nip: string | null; readonly jabatan: string }

/** The first party's NIP is well formed and the same on all pages; the Gubernur has none. */
export function checkNips({ pihakPertama: { nip, nama }, pihakKedua, cetakanLain }: Naskah): Temuan[] {
  const found: Temuan[] = []
  if (!nip) {
    if (nama) found.push(finding('PK-09', 'missing-value', 'tinggi', 'pihak pertama, NIP', 'NIP pihak pertama belum diisi.'))
  }
  for (const [letak, value] of [
    ['pihak pertama, NIP', nip],
    ['pihak kedua, NIP', pihakKedua.nip],
  ] as const)
    for (const fault of value ? checkNip(value) : [])
      found.push(finding('PK-09', 'format', fault.berat, letak, fault.detail, { tercetak: value }))
  for (const other of cetakanLain) {
    if (other.pihak !== 'PERTAMA' || other.hal !== 'NIP' || other.tercetak === nip) continue
    const fault = checkNip(other.tercetak)[0]
    const detail = `NIP pihak pertama di halaman ini berbeda dari halaman lain. ${fault ? fault.detail : 'Bentuknya benar, tetapi orangnya lain.'}`
    const [baris = null, ...terkait] = other.baris
    found.push(
      finding('PK-09', 'format', 'tinggi', 'pihak pertama, NIP', detail, {
        baris,
        tercetak: other.tercetak,
        seharusnya: nip,
        terkait,
      }),
    )
  }
  return found
}

/** One month after a day: the same day of the next month, or its last day. */
export const oneMonthAfter = (day: Day): Day => monthsAfter(day, 1)

/** The agreement is final one month after the budget document is ratified, at the latest (Instruksi Sekda 4/2024). */
export function checkDeadline({ tanggal }: Naskah, dpaDisahkan: Day | null, today: Day): Temuan[] {
  if (!dpaDisahkan) return []
  const due = oneMonthAfter(dpaDisahkan)
  if ((tanggal ?? today) <= due) return []
  const state = tanggal ? `ditandatangani ${longDay(tanggal)}` : 'belum ditandatangani'
  const detail = `Perjanjian Kinerja ${state}; batasnya ${longDay(due)}, satu bulan sesudah DPA disahkan (${longDay(dpaDisahkan)}).`
  return [finding('PK-12', 'rule', 'sedang', 'tanggal', detail, { tercetak: tanggal, seharusnya: due })]
}

/** Both parties hold an office there on the day of signing. Where nobody's assignment is known, nothing can be said. */
export function checkHolders(
  { tanggal, asal, pihakPertama, pihakKedua }: Naskah,
  pemegang: { unit: readonly Pemegang[]; atasan: readonly Pemegang[] },
): Temuan[] {
  if (!tanggal) {
    if (asal === 'SISTEM') return []
    return [
      finding(
        'PK-13',
        'missing-value',
        'rendah',
        'tanggal',
        'Tanggal tanda tangan tidak tercetak, sehingga jabatan kedua pihak pada hari itu tidak dapat diperiksa.',
      ),
    ]
  }
  const check = (letak: string, pihak: Pihak, known: readonly Pemegang[]) => {
    const holds = (h: Pemegang) => (pihak.nip && h.nip ? h.nip === pihak.nip : sameText(h.nama) === sameText(pihak.nama ?? ''))
    if (!pihak.nama || !known.length || known.some(holds)) return []
    const names = known.map((h) => `${h.nama} (${h.jabatan})`).join(', ')
    const detail = `Pada ${longDay(tanggal)} ${pihak.nama} tidak tercatat memegang jabatan ${pihak.jabatan ?? 'itu'}. Yang tercatat: ${names}.`
    return [finding('PK-13', 'rule', 'tinggi', letak, detail, { tercetak: pihak.nama })]
  }
  return [...check('pihak pertama', pihakPertama, pemegang.unit), ...check('pihak kedua', pihakKedua, pemegang.atasan)]
}
