// The plan as the official table: rows of the grid under the columns of the year's form. Pure.
import { findDecimal } from '../../platform/kernel/decimal.ts'
import type { FigureOut } from '../../platform/kernel/figure.ts'
import { readNumber } from '../../platform/kernel/read-number.ts'
import { isRefusal } from '../../platform/kernel/refusal.ts'
import { angkaLengkap } from '../../web/ui/format.ts'
import type { Baris, Kolom, Sel, Tanda } from '../../web/ui/grid/grid.ts'
import type { TemuanRa } from '../temuan.ts'
import type { Output, Pohon, Rencana, SimpulAksi, SimpulKriteria, SimpulOutput } from './data.ts'
import { t } from './teks.ts'

const FASE_RA = [
  { nilai: 'PERENCANAAN', label: t('fase.PERENCANAAN') },
  { nilai: 'PELAKSANAAN', label: t('fase.PELAKSANAAN') },
  { nilai: 'MONITORING_EVALUASI', label: t('fase.MONITORING_EVALUASI') },
] as const

export const TW = [
  { nilai: 'TW1', label: 'TW I' },
  { nilai: 'TW2', label: 'TW II' },
  { nilai: 'TW3', label: 'TW III' },
  { nilai: 'TW4', label: 'TW IV' },
] as const

export type Saringan = { readonly triwulan: string; readonly penanggungJawab: string }

/** What marks a cell: a finding, or the advice of a forum. */
type Ditandai = Pick<TemuanRa, 'tempat' | 'berat' | 'penjelasan'>

/** One row of the table, with all it belongs to. */
export type Garis = { readonly ra: SimpulAksi; readonly kk: SimpulKriteria | undefined; readonly output: SimpulOutput | undefined }

/** A figure as it is shown in the cell and typed again: `1.234,5` is never shown, so that what is copied reads back the same. */
export function figureText(f: FigureOut): string {
  if (f.status === 'TIDAK_DITARGETKAN') return 'N/A'
  if (f.status === 'BELUM_RILIS') return 'Belum rilis'
  if (f.min !== null || f.maks !== null) return f.tercetak ?? `${f.min ?? ''} - ${f.maks ?? ''}`
  if (f.nilai !== null) return f.nilai.replace('.', ',')
  return f.kategori ?? f.tercetak ?? ''
}

/** What was typed as a figure, or the sentence that says why it is none. Empty is missing, which is not 0. */
export function readFigure(teks: string, satuan: string): Partial<FigureOut> | string {
  const typed = teks.trim()
  if (typed === '') return { status: 'KOSONG' }
  if (/^n\/?a$/i.test(typed)) return { status: 'TIDAK_DITARGETKAN', tercetak: typed }
  if (/^belum rilis$/i.test(typed)) return { status: 'BELUM_RILIS' }
  const read = readNumber(typed, satuan)
  return isRefusal(read) ? read.detail : { status: 'NILAI', nilai: read, tercetak: typed }
}

export const namesIn = (teks: string): string[] =>
  teks
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter(Boolean)

export function columnsOf(bentuk: Rencana['bentuk']): Kolom[] {
  const head = new Map(bentuk.kolom.map((k) => [k.isi, k.nama]))
  const output = head.get('output')
  const amount = head.get('jumlah') ?? head.get('outputDanJumlah')
  const own = t('kolom.pelengkap')
  return [
    { kunci: 'ra', judul: head.get('rencanaAksi')!, lebar: 165, rupa: 'panjang', maks: 4000, periksa: required },
    { kunci: 'kk', judul: head.get('kriteria')!, lebar: 165, rupa: 'panjang', maks: 4000, periksa: required },
    {
      kunci: 'output',
      judul: output ?? t('kolom.output'),
      kelompok: output ? undefined : amount,
      lebar: 225,
      rupa: 'panjang',
      maks: 4000,
      periksa: required,
    },
    { kunci: 'jumlah', judul: t('kolom.jumlah'), kelompok: amount, lebar: 64, rupa: 'angka', periksa: amountFault },
    { kunci: 'satuan', judul: t('kolom.satuan'), kelompok: amount, lebar: 92, rupa: 'teks', maks: 100 },
    { kunci: 'triwulan', judul: head.get('waktu')!, lebar: 76, rupa: 'pilihan', pilihan: TW },
    {
      kunci: 'penanggungJawab',
      judul: head.get('penanggungJawab') ?? t('kolom.pj'),
      kelompok: head.has('penanggungJawab') ? undefined : own,
      lebar: 165,
      rupa: 'panjang',
      maks: 4000,
    },
    {
      kunci: 'mitigasi',
      judul: t('kolom.mitigasi'),
      kelompok: head.has('penanggungJawab') ? undefined : own,
      lebar: 148,
      rupa: 'panjang',
      maks: 4000,
    },
    { kunci: 'fase', judul: t('kolom.fase'), lebar: 130, rupa: 'pilihan', pilihan: FASE_RA },
  ]
}

const required = (teks: string): string | null => (teks.trim() === '' ? t('sel.wajib') : null)
const amountFault = (teks: string, sel: Sel): string | null => {
  const read = readFigure(teks, sel.catatan ?? '')
  return typeof read === 'string' ? read : null
}

/** The text of each field of a line, as a cell holds it. */
export function textsOf(
  o: Pick<Output, 'uraian' | 'jumlah' | 'satuan' | 'triwulan' | 'penanggungJawab' | 'mitigasi'>,
): Record<string, string> {
  return {
    uraian: o.uraian,
    jumlah: figureText(o.jumlah),
    satuan: o.satuan ?? '',
    triwulan: o.triwulan ?? '',
    penanggungJawab: o.penanggungJawab.join('; '),
    mitigasi: o.mitigasi ?? '',
  }
}

const fits = (o: Output | undefined, s: Saringan) =>
  o === undefined ||
  ((!s.triwulan || o.triwulan === s.triwulan) && (!s.penanggungJawab || o.penanggungJawab.includes(s.penanggungJawab)))

/** The rows of an indicator: one an output; what has nothing below it gets its row, but not where a filter asks for outputs. */
function linesOf(all: readonly SimpulAksi[], saring: Saringan, filtered: boolean): Garis[] {
  const bare = (line: Garis): Garis[] => (filtered ? [] : [line])
  return all.flatMap((ra) => {
    if (!ra.anak.length) return bare({ ra, kk: undefined, output: undefined })
    return ra.anak.flatMap((kk): Garis[] => {
      if (!kk.anak.length) return bare({ ra, kk, output: undefined })
      const shown = kk.anak.filter((o) => (o.data ? fits(o.data, saring) : !filtered))
      return shown.map((output) => ({ ra, kk, output }))
    })
  })
}

export type Lembar = { readonly baris: readonly Baris[]; readonly garis: ReadonlyMap<string, Garis> }

export function rowsOf(pohon: Pohon, temuan: readonly Ditandai[], saring: Saringan, terkunci: string | undefined): Lembar {
  const baris: Baris[] = []
  const garis = new Map<string, Garis>()
  const marks = marksOf(temuan)
  const filtered = saring.triwulan !== '' || saring.penanggungJawab !== ''
  const cell = (entitas: string, bidang: string, teks: string, more: Partial<Sel> = {}): Sel => {
    const tanda = marks.get(`${entitas} ${bidang}`)
    return { entitas, bidang, teks, ...more, ...(tanda && { tanda }), ...(terkunci !== undefined && { terkunci }) }
  }
  const named = (kode: string | null | undefined, uraian: string) => (kode && uraian ? { tampil: `${kode}. ${uraian}` } : {})
  // Only what is stored has a place to be moved from.
  const grip = (line: { id: string; data?: unknown }) => (line.data && terkunci === undefined ? { seret: line.id } : {})
  let sasaran: string | null = null
  for (const { indikator, ra } of pohon) {
    const lines = linesOf(ra, saring, filtered)
    if (filtered && !lines.length) continue
    const group = [indikator.kelompok, indikator.sasaran].filter(Boolean).join(' · ')
    if (group && group !== sasaran) baris.push({ kunci: `sasaran ${indikator.id}`, judul: group, sel: {} })
    sasaran = group
    baris.push({ kunci: `indikator ${indikator.id}`, judul: headingOf(indikator), sel: {} })
    const shared = sharedCells(lines.map((l) => l.output?.data))
    lines.forEach((line, at) => {
      const begins = (same: (other: Garis) => boolean) => at === 0 || !same(lines[at - 1]!)
      const height = (same: (other: Garis) => boolean) => {
        const n = lines.slice(at).findIndex((other) => !same(other))
        const tinggi = n === -1 ? lines.length - at : n
        return tinggi > 1 ? { tinggi } : {}
      }
      const sameRa = (other: Garis) => other.ra === line.ra
      const sameKk = (other: Garis) => other.ra === line.ra && other.kk === line.kk
      const sel: Record<string, Sel | null> = {}
      if (begins(sameRa)) {
        const uraian = line.ra.data?.uraian ?? ''
        sel.ra = cell(line.ra.id, 'uraian', uraian, { ...named(line.ra.data?.kode, uraian), ...height(sameRa), ...grip(line.ra) })
        sel.fase = cell(line.ra.id, 'fase', line.ra.data?.fase ?? '', height(sameRa))
      }
      if (line.kk && begins(sameKk)) {
        const uraian = line.kk.data?.uraian ?? ''
        sel.kk = cell(line.kk.id, 'uraian', uraian, { ...named(line.kk.data?.kode, uraian), ...height(sameKk), ...grip(line.kk) })
      }
      if (line.output) {
        const data = line.output.data
        const texts = data ? textsOf(data) : EMPTY
        const add = (kunci: string, bidang: string, more: Partial<Sel> = {}) => {
          sel[kunci] = cell(line.output!.id, bidang, texts[bidang]!, more)
        }
        add('output', 'uraian', { ...named(data?.kode, texts.uraian!), ...grip(line.output) })
        for (const [kunci, of] of SHARED) {
          const span = shared[of][at]!
          if (span === 0) continue
          const tampil = kunci === 'jumlah' && data ? { tampil: angkaShown(data.jumlah), catatan: data.satuan ?? '' } : {}
          add(kunci, kunci, { ...tampil, ...(span > 1 && { tinggi: span }) })
        }
        add('mitigasi', 'mitigasi')
      }
      const kunci = line.output?.id ?? line.kk?.id ?? line.ra.id
      baris.push({ kunci, sel })
      garis.set(kunci, line)
    })
  }
  return { baris, garis }
}

const angkaShown = (f: FigureOut) =>
  f.nilai !== null && f.min === null && findDecimal(f.nilai) ? angkaLengkap(f.nilai) : figureText(f)
const EMPTY: Record<string, string> = { uraian: '', jumlah: '', satuan: '', triwulan: '', penanggungJawab: '', mitigasi: '' }
// The unit stands in the same merged cell as the amount.
const SHARED = [
  ['jumlah', 'jumlah'],
  ['satuan', 'jumlah'],
  ['triwulan', 'triwulan'],
  ['penanggungJawab', 'penanggungJawab'],
] as const
type Bersama = 'jumlah' | 'triwulan' | 'penanggungJawab'

/** For each row, over how many its cell reaches; 0 where it lies under the cell of a row above. */
function sharedCells(outputs: readonly (Output | undefined)[]): Record<Bersama, number[]> {
  const spans = { jumlah: [] as number[], triwulan: [] as number[], penanggungJawab: [] as number[] }
  for (const bidang of ['jumlah', 'triwulan', 'penanggungJawab'] as const) {
    let head = 0
    let holder: string | undefined
    outputs.forEach((o, at) => {
      const from = o?.disalinDari?.[bidang]
      // A filter may hide the output that holds the cell: the first that is shown stands for it.
      if (at > 0 && from !== undefined && from === holder) {
        spans[bidang][head]!++
        spans[bidang].push(0)
      } else {
        head = at
        holder = from ?? o?.kode ?? undefined
        spans[bidang].push(1)
      }
    })
  }
  return spans
}

function headingOf({ nomor, nama, target }: Pohon[number]['indikator']): string {
  const isi = { nomor: nomor ?? '', nama: nama ?? t('judul.tanpa-nama') }
  const figure = target.nilai !== null ? angkaShown(target) : figureText(target)
  return figure ? t('judul.indikator', { ...isi, target: figure }) : t('judul.indikator.tanpa', isi)
}

function marksOf(temuan: readonly Ditandai[]): Map<string, Tanda[]> {
  const marks = new Map<string, Tanda[]>()
  for (const { tempat, berat, penjelasan } of temuan) {
    if (!tempat) continue
    const key = `${tempat.baris} ${tempat.bidang ?? 'uraian'}`
    marks.set(key, [...(marks.get(key) ?? []), { berat, kalimat: penjelasan }])
  }
  return marks
}
