// Figures to try a formula with: typed by hand, pasted as a table, or those of a measurement that was explained.
import { isDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { readNumber } from '../platform/kernel/read-number.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { STATUS_KOSONG } from '../platform/kernel/status-figure.ts'
import type { Jejak, Tercatat } from '../rumus/trace.ts'
import { standalone } from './periksa-rumus.ts'

/** As it is typed: figures by name, and tables as lines with a head of column names. */
export type IsianCoba = { readonly angka: Readonly<Record<string, string>>; readonly tabel: Readonly<Record<string, string>> }

type Sel = string | { readonly status: string }
type BarisCoba = Readonly<Record<string, Sel>>

/** What a trace read: its figures, other indicators' results, and its tables, row by row. */
export function figuresOf(jejak: Jejak): IsianCoba {
  const angka = new Map<string, string>()
  const tables = new Map<string, Map<string, string>[]>()
  const visit = (part: Jejak): void => {
    part.anak.forEach(visit)
    const { rumus, acuan } = /^INDIKATOR\(/i.test(part.teks) ? standalone(part.teks) : { rumus: part.teks, acuan: [] }
    const column = /^([\p{L}\p{N}\p{M}_]+)\[([\p{L}\p{N}\p{M}_]+)\]$/u.exec(rumus)
    if (column && part.sel) {
      const rows = tables.get(column[1]!) ?? part.sel.map(() => new Map<string, string>())
      tables.set(column[1]!, rows)
      for (const [i, cell] of part.sel.entries()) {
        if (acuan.length === 0) for (const [name, word] of Object.entries(cell.dimensi)) rows[i]?.set(name, word)
        rows[i]?.set(column[2]!, typed(cell.hasil))
      }
    } else if (/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(rumus)) angka.set(rumus, typed(part.hasil))
  }
  visit(jejak)
  return { angka: Object.fromEntries(angka), tabel: Object.fromEntries([...tables].map(([name, rows]) => [name, lines(rows)])) }
}

function typed(hasil: Tercatat): string {
  if (hasil.status !== 'NILAI' || 'panjang' in hasil)
    return hasil.status === 'NILAI' || hasil.status === 'GALAT' ? '' : hasil.status
  return String(hasil.nilai).replace(/^(-?\d+)\.(\d+)$/, '$1,$2')
}

function lines(rows: readonly ReadonlyMap<string, string>[]): string {
  // The figure stands last, as in the tables of the pack.
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort((a, b) => Number(a === 'nilai') - Number(b === 'nilai'))
  return [names, ...rows.map((row) => names.map((name) => row.get(name) ?? ''))].map((cells) => cells.join('\t')).join('\n')
}

/** The data of one `calc` case; empty cells are KOSONG, which is not 0. */
export function dataOf({ angka, tabel }: IsianCoba): Record<string, Sel | BarisCoba[]> {
  return {
    ...Object.fromEntries(Object.entries(angka).map(([name, text]) => [name, cell(text)])),
    ...Object.fromEntries(Object.entries(tabel).map(([name, text]) => [name, tableOf(text)])),
  }
}

function cell(text: string): Sel {
  const word = text.trim()
  const state = word === '' ? 'KOSONG' : STATUS_KOSONG.find((one) => one === word.toUpperCase().replaceAll(' ', '_'))
  if (state) return { status: state }
  const number = readNumber(word, '')
  return isRefusal(number) ? word : number
}

function tableOf(text: string): BarisCoba[] {
  const [head, ...rows] = text.split('\n').filter((line) => line.trim() !== '')
  const mark = head?.includes('\t') ? '\t' : ';'
  const names = (head ?? '').split(mark).map((name) => name.trim())
  return rows.map((row) => {
    const cells = row.split(mark)
    return Object.fromEntries(names.flatMap((name, i) => (name ? [[name, cell(cells[i] ?? '')]] : [])))
  })
}

/** A target or result that was typed, as exact text; null where it is none. */
export function exactText(text: string): string | null {
  const read = readNumber(text, '')
  return !isRefusal(read) && isDecimal(parseDecimal(read)) ? read : null
}
