// The result of a check for people at a terminal: grouped by kind, each with its place, what is printed and the arithmetic.
import type { Reviu, TemuanReviu } from './reviu.ts'
import { jumlahTemuan, SEBUTAN_JENIS, satuanTempat, tempatOf } from './sebutan.ts'
import { JENIS_TEMUAN } from './temuan.ts'

type Paint = (text: string, code: number) => string
const COLOUR: Readonly<Record<TemuanReviu['berat'], number>> = { tinggi: 31, sedang: 33, rendah: 36 }
const BOLD = 1
const FAINT = 2

export function untukTerminal(file: string, hasil: Reviu, { semua = false, warna = false } = {}): string {
  const paint: Paint = warna ? (text, code) => `\u001b[${code}m${text}\u001b[0m` : (text) => text
  const { dokumen, diperiksa, temuan } = hasil
  const what = [dokumen.jenis === 'LAIN' ? 'dokumen' : dokumen.jenis.replaceAll('_', ' '), dokumen.tahun, dokumen.unit]
  const groups = JENIS_TEMUAN.map((jenis) => [jenis, temuan.filter((t) => t.jenis === jenis)] as const)
  return [
    `${paint(file, BOLD)}: ${what.filter(Boolean).join(', ')}`,
    `  ${diperiksa.tabel} tabel, ${diperiksa.hitungan} hitungan diperiksa, ${diperiksa.cocok} cocok; ${jumlahTemuan(temuan)}.`,
    ...groups.flatMap(([jenis, found]) =>
      found.length
        ? ['', `  ${paint(`${SEBUTAN_JENIS[jenis]} (${found.length})`, BOLD)}`, ...found.flatMap((t) => lines(t, paint))]
        : [],
    ),
    ...(semua ? reckoned(hasil, paint) : []),
  ].join('\n')
}

function lines(t: TemuanReviu, paint: Paint): string[] {
  const sure = `keyakinan ${Math.round(t.keyakinan * 100)}%`
  const related = t.terkait.length ? `Lihat juga ${satuanTempat(t)} ${t.terkait.join(', ')}.` : ''
  const values = [
    t.tercetak !== null && `tercetak ${oneLine(t.tercetak)}`,
    t.seharusnya !== null && `seharusnya ${oneLine(t.seharusnya)}`,
  ]
  return [
    `    ${paint(t.berat.padEnd(6), COLOUR[t.berat])}  ${[tempatOf(t), t.letak].filter(Boolean).join(': ')}`,
    ...(values.some(Boolean) ? [`            ${values.filter(Boolean).join('; ')}`] : []),
    `            ${[t.penjelasan, related].filter(Boolean).join(' ')}`,
    `            ${paint(`${t.aturan}, ${sure}`, FAINT)}`,
  ]
}

function reckoned({ hitungan }: Reviu, paint: Paint): string[] {
  const line = (h: Reviu['hitungan'][number]) =>
    `    ${h.cocok ? 'cocok      ' : paint('tidak cocok', COLOUR.tinggi)}  ${tempatOf(h)}: ${oneLine(h.tercetak)} = ${h.rumus}${h.cocok ? '' : ` → ${h.dihitung}`}`
  return hitungan.length ? ['', `  ${paint(`Hitungan (${hitungan.length})`, BOLD)}`, ...hitungan.map(line)] : []
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
