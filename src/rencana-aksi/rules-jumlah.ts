// RA-06: a number that a criterion promises is the sum of the numbers in its outputs.
import { finding } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { compare, type Decimal, formatDecimal, parseDecimal, ZERO } from '../platform/kernel/decimal.ts'
import type { RaNaskah } from './rencana-aksi.ts'
import { about, type TemuanRa } from './temuan.ts'

// A count in running text: `2.100 profil`, `411 pegawai`. Not a share (25%), not TW2, not a year or a date, not part of a code.
const COUNT = /(?<![\p{L}\d./,-])(\d{1,3}(?:\.\d{3})+|\d+)(?![\p{L}\d]|\s*%|\s*persen|[.,/-]\d)/giu
const NOT_A_COUNT = /(?:tahun|nomor|no\.?|bulan|tanggal|tgl\.?|pasal|ayat|triwulan|tw|semester|tahap)\s*$/iu

/** The counts that stand in a text, in order. */
export function countsIn(text: string): Decimal[] {
  return [...text.matchAll(COUNT)]
    .filter((m) => !NOT_A_COUNT.test(text.slice(0, m.index)))
    .map((m) => parseDecimal(m[1]!.replaceAll('.', '')))
}

export function checkSums({ kk: all }: RaNaskah, letak: string): TemuanRa[] {
  return all.flatMap((kk) => {
    const promised = kk.uraian === null ? [] : countsIn(kk.uraian)
    const parts = kk.output.map((o) => countsIn(o.uraian)).filter((counts) => counts.length)
    // Only where each side says one number is it plain which numbers belong together.
    if (promised.length !== 1 || !parts.length || parts.some((counts) => counts.length !== 1)) return []
    const sum = parts.reduce<Decimal>((total, [n]) => total.plus(n!), ZERO)
    if (compare(sum, promised[0]!) === 0) return []
    const shown = formatDecimal(promised[0]!, 0)
    const detail = `Kriteria menyebut ${shown}, sedangkan output-outputnya berjumlah ${parts.map(([n]) => formatDecimal(n!, 0)).join(' + ')} = ${formatDecimal(sum, 0)}.`
    return [
      about(
        kk,
        'uraian',
        finding('RA-06', 'sum', 'sedang', `${letak}, ${kk.kode ?? 'KK'}`, detail, {
          baris: kk.baris,
          tercetak: shown,
          seharusnya: formatDecimal(sum, 0),
        }),
      ),
    ]
  })
}
