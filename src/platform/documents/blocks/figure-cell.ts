// Figures as official papers print them: 1.234,56; what is no number says so in words and is never 0.
import { findDecimal, formatDecimal } from '../../kernel/decimal.ts'
import type { FigureOut } from '../../kernel/figure.ts'
import type { Cell } from '../blocks.ts'

export const SEBUTAN_KOSONG = {
  TIDAK_DITARGETKAN: 'N/A',
  BELUM_RILIS: 'Data belum rilis',
  KOSONG: 'belum ada data',
} as const

const decimals = (text: string): number => text.split('.')[1]?.length ?? 0

/** With as many decimals as it was given with, so that 100 stays 100 and 86,75 stays 86,75. */
export function figureText(text: string): string {
  const number = findDecimal(text)
  return number ? formatDecimal(number, decimals(text)) : text
}

/** A figure of a form. A percent sign is printed where the office wrote one; the unit has its own column otherwise. */
export function figureCell(f: FigureOut | undefined): Cell {
  const status = f?.status ?? 'KOSONG'
  // N/A is a decision and stands in plain type; only what is still to come is grey.
  if (!f || status !== 'NILAI')
    return {
      text: SEBUTAN_KOSONG[status === 'NILAI' ? 'KOSONG' : status],
      align: 'center',
      ...(status === 'TIDAK_DITARGETKAN' ? {} : { kosong: true as const }),
    }
  const persen = f.tercetak?.trim().endsWith('%') ? '%' : ''
  if (f.min !== null && f.maks !== null) return { text: `${figureText(f.min)}–${figureText(f.maks)}${persen}`, align: 'center' }
  // Papers write both `(3) WTP` and `WTP (3)`; the office's own way is kept.
  if (f.kategori !== null) {
    const made = f.nilai === null ? f.kategori : `${f.kategori} (${figureText(f.nilai)})`
    return { text: f.tercetak?.trim() || made, align: 'center' }
  }
  if (f.nilai === null) return { text: SEBUTAN_KOSONG.KOSONG, align: 'center', kosong: true }
  const angka = { nilai: f.nilai, desimal: decimals(f.nilai), ...(persen ? { persen: true as const } : {}) }
  return { text: `${figureText(f.nilai)}${persen}`, align: 'center', angka }
}
