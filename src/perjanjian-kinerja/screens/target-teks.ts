// A target as it is typed into a cell and as it is shown. `93,93`, `N/A`, `Data belum rilis`, `80–100`, `WTP (3)`; empty is empty.
// The text to edit has no grouping (`1234,5`), so that typing it again means the same in every unit.
import type { Figure, FigureOut } from '../../platform/kernel/figure.ts'
import { readNumber } from '../../platform/kernel/read-number.ts'
import { isRefusal, type Refusal, refuse } from '../../platform/kernel/refusal.ts'
import { angkaLengkap } from '../../web/ui/format.ts'

type Shown = Pick<FigureOut, 'status' | 'nilai' | 'kategori' | 'min' | 'maks' | 'tercetak'>

const comma = (text: string) => text.replace('.', ',')

function words(f: Shown | undefined, number: (text: string) => string): string {
  if (!f || f.status === 'KOSONG') return ''
  if (f.status === 'TIDAK_DITARGETKAN') return 'N/A'
  if (f.status === 'BELUM_RILIS') return 'Data belum rilis'
  const percent = f.tercetak?.trim().endsWith('%') ? '%' : ''
  if (f.min !== null && f.maks !== null) return `${number(f.min)}–${number(f.maks)}${percent}`
  if (f.kategori !== null) return f.nilai === null ? f.kategori : `${f.kategori} (${number(f.nilai)})`
  return f.nilai === null ? '' : `${number(f.nilai)}${percent}`
}

/** What is edited. */
export const targetText = (f: Shown | undefined): string => words(f, comma)
/** What is shown: `1.234,5`. */
export const targetShown = (f: Shown | undefined): string => words(f, angkaLengkap)

/** What was typed, as it is sent; a refusal with its sentence where it is no target. */
export function readTarget(typed: string, satuan: string): Pick<Figure, 'status'> | Partial<Figure> | Refusal {
  const text = typed.trim()
  if (text === '') return { status: 'KOSONG' }
  if (/^n\s*\/\s*a$/i.test(text)) return { status: 'TIDAK_DITARGETKAN', tercetak: text }
  if (/^(data )?belum rilis$/i.test(text)) return { status: 'BELUM_RILIS', tercetak: text }
  const range = /^([\d.,]+)\s*(?:–|-|\.\.|s\.?\s?d\.?)\s*([\d.,]+)\s*%?$/.exec(text)
  if (range) {
    const [min, maks] = [readNumber(range[1]!, satuan), readNumber(range[2]!, satuan)]
    return isRefusal(min) ? min : isRefusal(maks) ? maks : { status: 'NILAI', min, maks, tercetak: text }
  }
  const named =
    /^([\p{L}][\p{L}\d .+-]{0,60}?)\s*\(\s*([\d.,]+)\s*\)$/u.exec(text) ??
    swap(/^\(\s*([\d.,]+)\s*\)\s*([\p{L}][\p{L}\d .+-]{0,60})$/u.exec(text))
  if (named) {
    const nilai = readNumber(named[2]!, satuan)
    return isRefusal(nilai) ? nilai : { status: 'NILAI', kategori: named[1]!.trim(), nilai, tercetak: text }
  }
  const nilai = readNumber(text, satuan)
  if (!isRefusal(nilai)) return { status: 'NILAI', nilai, tercetak: text.slice(0, 300) }
  if (/\d/.test(text) && /^[\d.,%-]+$/.test(text)) return nilai
  return refuse(
    'TIDAK_VALID',
    `"${text.slice(0, 60)}" bukan target. Tulis angka seperti 98,63, N/A bila tidak ditargetkan, rentang seperti 80–100, atau predikat dengan angkanya seperti WTP (3).`,
    { field: 'nilai' },
  )
}

const swap = (m: RegExpExecArray | null) => m && [m[0], m[2]!, m[1]!]
