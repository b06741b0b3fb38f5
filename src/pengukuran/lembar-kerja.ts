// A value as a workbook that lives: from the capaian down to the raw input every number is a formula of the numbers below it.
// The first sheet lists every value of the chain; each formula brings its data and its steps on sheets of its own.
//
// A spreadsheet computes in binary. Values that end exactly on the half may fall on the other side there; they are listed.
import { parseDecimal } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { CannotExport, type Isi, type Lembar, onTheHalf, toFormula } from '../rumus/spreadsheet.ts'
import type { IndikatorRef } from '../rumus/tree.ts'
import type { Penjelasan } from './explanation.ts'
import type { Bacaan, Hasil, Loaded } from './hasil.ts'
import { Measurement } from './measure.ts'
import { shift } from './periode.ts'
import { ownOr } from './target.ts'

const HASIL = 'Hasil'
/** Where the list of values begins, below the facts of the one that is explained. */
const HEAD = 15
const COLUMNS = ['No', 'Indikator', 'Nama', 'Periode', 'Nilai', 'Dibulatkan', 'Menurut Selaras', 'Cara', 'Lembar', 'Catatan']
const HALF = 'Tepat di tengah pembulatan: hitungan biner lembar kerja dapat jatuh ke sisi yang lain.'

const teks = (text: string): Isi => ({ teks: text })
const keyOf = (h: { unit: string; indikator: string; periode: string }) => `${h.unit} ${h.indikator} ${h.periode}`
const isNumber = (nilai: string | null): nilai is string => nilai !== null && /^-?\d+(\.\d+)?$/.test(nilai)

export function lembarKerja(bahan: Loaded, p: Penjelasan, namaUnit: string, bacaan: Bacaan = {}): Lembar[] {
  return new Book(bahan, bacaan).of(p, namaUnit)
}

class Book {
  readonly #bahan: Loaded
  readonly #measured: Measurement
  readonly #rows = new Map<string, { readonly row: number; readonly hasil: Hasil }>()
  readonly #sel = new Map<string, Isi>()
  readonly #more: Lembar[] = []

  constructor(bahan: Loaded, bacaan: Bacaan) {
    this.#bahan = bahan
    this.#measured = new Measurement(bahan, bacaan)
  }

  of(p: Penjelasan, namaUnit: string): Lembar[] {
    this.#number(p.hasil)
    COLUMNS.forEach((name, i) => {
      this.#sel.set(`${String.fromCharCode(65 + i)}${HEAD}`, teks(name))
    })
    for (const { row, hasil } of this.#rows.values()) this.#value(row, hasil)
    this.#facts(p, namaUnit)
    return [{ nama: HASIL, sel: this.#sel }, ...this.#more]
  }

  /** Every value of the chain once, those above before those below. */
  #number(h: Hasil): void {
    if (this.#rows.has(keyOf(h))) return
    this.#rows.set(keyOf(h), { row: HEAD + 1 + this.#rows.size, hasil: h })
    for (const part of [...(h.agregasi?.bagian ?? []), ...h.rujukan]) this.#number(part)
  }

  #cell(h: { unit: string; indikator: string; periode: string }): string | undefined {
    const found = this.#rows.get(keyOf(h))
    return found && `${HASIL}!$E$${found.row}`
  }

  #value(row: number, h: Hasil): void {
    const number = row - HEAD
    const { nilai } = h.nilai
    const desimal = this.#bahan.versi(h.unit, h.indikator, h.periode)?.desimal ?? 2
    const put = (column: string, isi: Isi) => this.#sel.set(`${column}${row}`, isi)
    put('A', { angka: String(number) })
    put('B', teks(h.indikator))
    put('C', teks(h.nama))
    put('D', teks(h.namaPeriode))
    put('H', teks(h.alasan))
    if (!isNumber(nilai)) return void put('E', teks(h.nilai.tampil))
    const made = this.#formulaOf(h, number)
    put('E', made ? { rumus: made.rumus, hasil: nilai } : { angka: nilai })
    put('F', { rumus: `ROUND(E${row},${desimal})`, hasil: h.nilai.tampil.replaceAll('.', '').replace(',', '.') })
    put('G', teks(nilai))
    if (made?.lembar) put('I', teks(made.lembar))
    if (onTheHalf(parseDecimal(nilai), desimal)) put('J', teks(HALF))
  }

  #formulaOf(h: Hasil, number: number): { rumus: string; lembar: string } | undefined {
    if (h.cara === 'AGREGASI') {
      const rumus = this.#aggregate(h)
      return rumus === undefined ? undefined : { rumus, lembar: '' }
    }
    const { hitungan } = this.#measured.of(h.unit, h.indikator, h.periode)
    if (h.cara !== 'RUMUS' || !hitungan) return undefined
    const names = { hitungan: `Hitungan ${number}`, data: `Data ${number}` }
    try {
      const { tree, context } = hitungan()
      const { rumus, lembar } = toFormula(tree, context, {
        ...names,
        rujukan: (ref) => this.#cellsOf(ref, h),
      })
      this.#more.push(...lembar)
      return { rumus, lembar: lembar.map((l) => l.nama).join(', ') }
    } catch (error) {
      if (error instanceof CannotExport) return undefined
      throw error
    }
  }

  /** The cells of what a formula refers to, where all of them are numbers of this workbook. */
  #cellsOf(ref: IndikatorRef, { unit, periode }: Hasil): readonly string[] | undefined {
    const at = shift(periode, ref.periode, ref.tahun)
    if (!at) return undefined
    const units = ref.anak ? this.#bahan.anak(unit, at) : [unit]
    const cells = units.map((u) => this.#cell({ unit: u, indikator: ref.kode, periode: at }))
    const found = cells.filter((c) => c !== undefined)
    return found.length === units.length && units.length > 0 ? found : undefined
  }

  #aggregate({ agregasi }: Hasil): string | undefined {
    const asked = ({ unit, indikator, periode }: Hasil) => !this.#bahan.tidakDitargetkan(unit, indikator, periode)
    const due = agregasi!.bagian.some(asked) ? agregasi!.bagian.filter(asked) : agregasi!.bagian
    const parts = due.filter((b) => isNumber(b.nilai.nilai)).flatMap((b) => this.#cell(b) ?? [])
    if (!parts.length) return undefined
    switch (agregasi!.jenis) {
      case 'JUMLAH':
        return `SUM(${parts.join(',')})`
      case 'RATA_RATA':
      case 'SETIAP':
        return `AVERAGE(${parts.join(',')})`
      default:
        return parts.at(-1)
    }
  }

  #capaian({ hasil, target }: Penjelasan): string | undefined {
    const { unit, indikator: kode, periode } = hasil
    const versi = this.#bahan.versi(unit, kode, periode)
    const { parts } = this.#measured.of(unit, kode, periode)
    if (!parts) return capaianFormula(versi?.polaritas ?? 'MAKSIMAL', target!.figure)
    const each = parts.flatMap(({ periode, datum }) => {
      const { figure } = ownOr(this.#bahan.target(unit, kode, periode), target!)
      if (datum.status !== 'NILAI' || figure.status === 'TIDAK_DITARGETKAN') return []
      const polaritas = this.#bahan.versi(unit, kode, periode)?.polaritas ?? 'MAKSIMAL'
      const made = capaianFormula(polaritas, figure, {
        realisasi: this.#cell({ unit, indikator: kode, periode }) ?? '',
        target: figure.nilai ?? '',
        min: figure.min ?? '',
        maks: figure.maks ?? '',
      })
      return [made && `MIN(100,${made})`]
    })
    if (!each.length || each.includes(undefined)) return undefined
    return `${versi?.kebijakan?.setiap === 'TERENDAH' ? 'MIN' : 'AVERAGE'}(${each.join(',')})`
  }

  #facts(p: Penjelasan, namaUnit: string): void {
    const { hasil, target, capaian } = p
    const versi = this.#bahan.versi(hasil.unit, hasil.indikator, hasil.periode)
    const desimal = versi?.desimal ?? 2
    const rumus = target && isNumber(capaian.nilai) ? this.#capaian(p) : undefined
    const halves = [...this.#sel].filter(([, isi]) => 'teks' in isi && isi.teks === HALF).length
    const half = capaian.nilai !== null && isNumber(capaian.nilai) && onTheHalf(parseDecimal(capaian.nilai), 2)
    const value = isNumber(hasil.nilai.nilai)
    const facts: readonly (readonly [string, Isi])[] = [
      ['Indikator', teks(`${hasil.nama} (${hasil.indikator})`)],
      ['Unit kerja', teks(namaUnit)],
      ['Periode', teks(hasil.namaPeriode)],
      ['Satuan', teks(hasil.satuan)],
      ['Realisasi', value ? { rumus: `E${HEAD + 1}`, hasil: hasil.nilai.nilai! } : teks(hasil.nilai.tampil)],
      [
        `Realisasi, ${desimal} desimal`,
        value ? { rumus: `ROUND(B5,${desimal})`, hasil: plainOf(hasil.nilai.tampil) } : teks(hasil.nilai.tampil),
      ],
      ['Target', target ? targetCell(target.figure, target.tampil) : teks('belum ada')],
      [
        'Capaian',
        rumus ? { rumus, hasil: capaian.nilai! } : isNumber(capaian.nilai) ? { angka: capaian.nilai } : teks(capaian.tampil),
      ],
      [
        'Capaian, 2 desimal',
        isNumber(capaian.nilai) ? { rumus: 'ROUND(B8,2)', hasil: plainOf(capaian.tampil) } : teks(capaian.tampil),
      ],
      ['Kategori', teks(capaian.kategori ?? '–')],
      ['Realisasi menurut Selaras', teks(hasil.nilai.nilai ?? hasil.nilai.tampil)],
      ['Capaian menurut Selaras', teks(capaian.nilai ?? capaian.tampil)],
      [
        'Beda yang diketahui',
        teks(
          halves + Number(half) === 0
            ? 'Tidak ada: tidak satu pun nilai tepat di tengah pembulatan.'
            : `${half ? 'Capaian' : ''}${half && halves ? ' dan ' : ''}${halves ? `${halves} nilai (lihat Catatan)` : ''}. ${HALF}`,
        ),
      ],
    ]
    facts.forEach(([label, isi], i) => {
      this.#sel.set(`A${i + 1}`, teks(label)).set(`B${i + 1}`, isi)
    })
    if (target?.figure.min && target.figure.maks)
      this.#sel.set('C7', { angka: target.figure.min }).set('D7', { angka: target.figure.maks })
  }
}

const plainOf = (tampil: string) => tampil.replaceAll('.', '').replace(',', '.')
const targetCell = ({ nilai }: FigureOut, tampil: string): Isi => (isNumber(nilai) ? { angka: nilai } : teks(tampil))

/** Where the figures of a capaian stand, or what they are. */
const FACTS = { realisasi: 'B5', target: 'B7', min: 'C7', maks: 'D7' }

/** Undefined where a person must judge. */
function capaianFormula(polaritas: string, { nilai, min, maks }: FigureOut, at = FACTS): string | undefined {
  const { realisasi: r, target: t } = at
  if (polaritas === 'STABIL_RENTANG')
    return min && maks
      ? `MAX(0,IF(AND(${r}>=${at.min},${r}<=${at.maks}),100,IF(${r}<${at.min},${r}/${at.min},(2*${at.maks}-${r})/${at.maks})*100))`
      : undefined
  if (!isNumber(nilai) || parseDecimal(nilai).lte(0)) return undefined
  switch (polaritas) {
    case 'MINIMAL':
      return `MAX(0,(2*${t}-${r})/${t}*100)`
    case 'MINIMAL_RASIO':
      return `${t}/${r}*100`
    case 'STABIL_TITIK':
      return `MAX(0,(${t}-ABS(${r}-${t}))/${t}*100)`
    default:
      return `MAX(0,${r}/${t}*100)`
  }
}
