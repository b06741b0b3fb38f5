// RA-05: codes are unique within an indicator and stand where their numbers say.
import type { Temuan } from '../periksa/temuan.ts'
import { finding } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { isUnder, readKode } from './kode.ts'
import type { IndikatorRencana } from './rencana-aksi.ts'
import { about, type TemuanRa } from './temuan.ts'

type Coded = {
  readonly id?: string
  readonly kode: string | null
  readonly kodeTercetak: string | null
  readonly baris: number | null
}

export function checkKode({ ra: all }: IndikatorRencana, letak: string): TemuanRa[] {
  const found: TemuanRa[] = []
  const seen = new Map<string, number | null>()
  const check = (what: string, one: Coded, parents: readonly (Coded | undefined)[]) => {
    const { kode, kodeTercetak, baris } = one
    const tell = (temuan: Temuan) => found.push(about(one, null, temuan))
    const at = { baris, tercetak: kodeTercetak ?? kode }
    if (kode === null) {
      tell(finding('RA-05', 'missing-value', 'tinggi', letak, `${what} tercetak tanpa kode.`, at))
      return
    }
    const place = `${letak}, ${kode}`
    const read = readKode(kode)
    if (!read) tell(finding('RA-05', 'format', 'tinggi', place, `Kode ${kode} tidak berbentuk RA1, KK1.1 atau T/O1.1.1.`, at))
    if (kodeTercetak)
      tell(
        finding('RA-05', 'format', 'rendah', place, `Kode tercetak "${kodeTercetak}", dibaca ${kode}.`, {
          ...at,
          seharusnya: kode,
        }),
      )
    if (seen.has(kode)) {
      const first = seen.get(kode)
      const detail = `Kode ${kode} dipakai lebih dari sekali dalam indikator ini${first ? ` (pertama kali di baris ${first})` : ''}.`
      tell(finding('RA-05', 'numbering', 'tinggi', place, detail, { ...at, terkait: first ? [first] : [] }))
    } else seen.set(kode, baris)
    const parent = parents.find((p) => p?.kode)?.kode
    const above = parent ? readKode(parent) : undefined
    if (read && above && !isUnder(read, above))
      tell(
        finding(
          'RA-05',
          'numbering',
          'tinggi',
          place,
          `Kode ${kode} tercetak di bawah ${parent}; nomornya menunjuk ke tempat lain.`,
          at,
        ),
      )
  }
  for (const ra of all) {
    check('Rencana aksi', ra, [])
    for (const kk of ra.kk) {
      check('Kriteria keberhasilan', { ...kk, baris: kk.baris ?? kk.output[0]?.baris ?? ra.baris }, [ra])
      for (const output of kk.output) check('Output', output, [kk, ra])
    }
  }
  return found
}
