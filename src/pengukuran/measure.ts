// From claims, inputs and formulas to one result with its whole provenance. Pure: everything it may know is in `Bahan`.
//
// Which value is in force, and why, is decided here and said in `alasan`:
//   1. what the data owner verified, where the dictionary names an owner;
//   2. what the formula gives from the inputs, at the period itself or aggregated from the parts of the period;
//   3. other claims at the period: validated, measured, reported, proposed, in this order;
//   4. claims of the parts of the period, aggregated.
import { HUNDRED, parseDecimal } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { periodName } from '../platform/kernel/time.ts'
import type { Context as RumusContext } from '../rumus/context.ts'
import { compute, evaluate } from '../rumus/evaluate.ts'
import { parse } from '../rumus/parse.ts'
import { type TableRow, table } from '../rumus/table.ts'
import type { Jejak } from '../rumus/trace.ts'
import type { IndikatorRef } from '../rumus/tree.ts'
import { type Datum, exact, fold, galat, isColumn, type Table, type Value } from '../rumus/value.ts'
import { explainInWords } from '../rumus/words.ts'
import { aggregate } from './aggregate.ts'
import { outsideOf, saidOutside, traceOutside } from './di-luar.ts'
import { formulaOf } from './formula.ts'
import { claimed, type Found, made, nothing, withClaims } from './found.ts'
import type { Bacaan, Bahan, Rujukan, Tabel, Versi } from './hasil.ts'
import { ALASAN_KLAIM, pick, stateOf } from './klaim.ts'
import type { Place } from './pengukuran.ts'
import { isSemester, partsOf, shift } from './periode.ts'
import { PlaceMap, placeKey } from './place-map.ts'

const NOWHERE = { jalur: 'indikator' }

export function measure(bahan: Bahan, unit: string, kode: string, periode: string, bacaan: Bacaan = {}): Found {
  return new Measurement(bahan, bacaan).of(unit, kode, periode)
}

/** Measures many cells over the same Bahan: what one rests on is not measured again for the next. */
export class Measurement {
  readonly #bahan: Bahan
  readonly #bacaan: Bacaan
  readonly #known = new PlaceMap<Found>()
  /** What is being measured, each resting on the next: a cell that comes up again rests on itself. */
  readonly #open: Place[] = []

  constructor(bahan: Bahan, bacaan: Bacaan = {}) {
    this.#bahan = bahan
    this.#bacaan = bacaan
  }

  of(unit: string, kode: string, periode: string): Found {
    const known = this.#known.get(unit, kode, periode)
    if (known) return known
    const versi = this.#bahan.versi(unit, kode, periode)
    const begun = this.#open.findIndex((o) => o.periode === periode && o.kode === kode && o.unit === unit)
    const place = { unit, kode, periode }
    if (begun >= 0) {
      const path = [...this.#open.slice(begun), place].map(placeKey).join(' → ')
      return nothing(unit, kode, periode, versi, galat('RUMUS_MELINGKAR', `Rumus merujuk dirinya sendiri: ${path}.`, NOWHERE))
    }
    this.#open.push(place)
    const found = versi
      ? this.#decide(versi, unit, periode)
      : nothing(
          unit,
          kode,
          periode,
          versi,
          galat('INDIKATOR_TIDAK_DIKENAL', `Indikator ${kode} tidak ada di kamus ${unit} untuk ${periodName(periode)}.`, NOWHERE),
        )
    this.#open.pop()
    this.#known.set(unit, kode, periode, found)
    return found
  }

  #decide(versi: Versi, unit: string, periode: string): Found {
    const klaim = this.#bahan.klaim(unit, versi.kode, periode)
    const owner = pick(klaim, versi, (k) => k.peran === 'DIVERIFIKASI' && k.pihak === versi.pemilikData)
    const computed = this.#byFormula(versi, unit, periode) ?? this.#byParts(versi, unit, periode, true)
    if (owner) return claimed(versi, unit, periode, klaim, owner, `ditetapkan pemilik data ${owner.namaPihak}`, computed)
    if (computed) return withClaims(computed, klaim)
    const claim = pick(klaim, versi, () => true)
    if (claim) return claimed(versi, unit, periode, klaim, claim, ALASAN_KLAIM[claim.peran])
    const parts = this.#byParts(versi, unit, periode, false)
    if (parts) return withClaims(parts, klaim)
    const bare = this.#bahan.tidakDitargetkan(unit, versi.kode, periode) ? ('TIDAK_DITARGETKAN' as const) : ('KOSONG' as const)
    return withClaims(nothing(unit, versi.kode, periode, versi, { status: stateOf(klaim) ?? bare }), klaim)
  }

  /** The formula at the period itself; undefined where there is none or none of its inputs is there. */
  #byFormula(versi: Versi, unit: string, periode: string): Found | undefined {
    const formula = formulaOf(versi, this.#bacaan[versi.kode])
    if (!formula) return undefined
    if (!formula.ok) return nothing(unit, versi.kode, periode, versi, galat(formula.kode, formula.pesan, NOWHERE))
    const { masukan, tree, names: needs } = formula
    const survei = this.#bahan.tabel(unit, versi.kode, periode, 'SURVEI')
    const isian = this.#bahan.tabel(unit, versi.kode, periode, 'MASUKAN')
    const named = (name: string) => tableNamed(survei, name) ?? tableNamed(isian, name)
    if (needs.length > 0 && !needs.some(named)) return undefined
    // Each table once: a filtered column finds its rows again only in the same table.
    let tables: Map<string, Datum | Table | undefined> | undefined
    const dataOf = (name: string) => {
      if (masukan[name]?.jenis === 'ANGKA') return toData(named(name), 'ANGKA', needs.includes(name))
      tables ??= new Map()
      if (!tables.has(name)) tables.set(name, toData(named(name), 'TABEL', needs.includes(name)))
      return tables.get(name)
    }
    const context = (rujukan: Rujukan[]): RumusContext => ({
      data: dataOf,
      indikator: (ref) => this.#refer(ref, unit, periode, rujukan),
      kebijakan: versi.kebijakan?.kosong === 'HITUNG_YANG_ADA' ? COUNTS_WHAT_IS_THERE : undefined,
    })
    const rujukan: Rujukan[] = []
    const hasil = compute(tree, context(rujukan))
    if (needs.length === 0 && rujukan.length > 0 && rujukan.every((r) => r.cara === 'TIDAK_ADA' && r.datum.status !== 'GALAT'))
      return undefined
    const computed = isColumn(hasil)
      ? galat(
          'BUKAN_SATU_NILAI',
          'Rumus menghasilkan kolom; bungkus dengan AVERAGE, SUM atau fungsi lain yang memberi satu nilai.',
          NOWHERE,
        )
      : hasil
    const nihil =
      versi.kebijakan?.tidakAdaObjek === true &&
      computed.status === 'GALAT' &&
      computed.kode === 'BAGI_NOL' &&
      nothingToCount(evaluate(tree, context([])).jejak)
    const diLuar = outsideOf(formula.diLuar, computed, rujukan)
    const datum = nihil ? exact(HUNDRED) : saidOutside(computed, diLuar)
    const tell = () => {
      const { metode, bacaan, arti, dasar } = formula
      const jejak = traceOutside(evaluate(tree, context([])).jejak, diLuar)
      return {
        alasan: nihil ? NIHIL : 'dihitung dengan rumus dari masukannya',
        tidakAdaObjek: nihil,
        rumus: { teks: tree.text, kata: explainInWords(tree, jejak), metode, bacaan, arti, dasar, jejak },
        rujukan: rujukan.flatMap((r) => r.hasil ?? []),
      }
    }
    return made(versi, unit, periode, datum, 'RUMUS', true, tell, () => ({ tree, context: context([]) }))
  }

  #refer(ref: IndikatorRef, unit: string, periode: string, seen: Rujukan[]): Value {
    const at = shift(periode, ref.periode, ref.tahun)
    if (!at) return galat('PERIODE_TIDAK_ADA', `Tidak ada periode ${ref.periode} langkah dari ${periode}.`, NOWHERE)
    if (!ref.anak) {
      const found = this.of(unit, ref.kode, at)
      seen.push(found)
      return found.datum
    }
    const { anak, diketahui } = this.#bahan
    const children = anak(unit, at).map((child) => {
      return { child, found: diketahui?.(child, ref.kode, at) ?? this.of(child, ref.kode, at) }
    })
    for (const { found } of children) seen.push(found)
    const rows = children.map(({ child, found }) => ({ cells: { unit: exact(child), nilai: found.datum } }))
    return compute(childColumn, { data: () => table(rows) })
  }

  /** The parts of a year or semester, aggregated as the dictionary says; from formulas only, or from whatever is there. */
  #byParts(versi: Versi, unit: string, periode: string, computedOnly: boolean): Found | undefined {
    for (const parts of partsOf(periode)) {
      const found = parts.map((part) => this.of(unit, versi.kode, part))
      if (!found.some((f) => (computedOnly ? f.computed : f.cara !== 'TIDAK_ADA'))) continue
      // A year is of its quarters (akip-rules 2.4); of its semesters where these have a value of their own, as a survey has.
      if (isSemester(parts[0]!) && found.every((f) => f.cara === 'AGREGASI' || f.cara === 'TIDAK_ADA')) continue
      // A part that was not aimed at is information only, whatever it says (akip-rules 2.3), unless none was.
      const asked = parts.map((part) => !this.#bahan.tidakDitargetkan(unit, versi.kode, part))
      const due = found.map((f, i) =>
        !asked[i] && (f.cara === 'TIDAK_ADA' || asked.includes(true)) ? { status: 'TIDAK_DITARGETKAN' as const } : f.datum,
      )
      const datum = aggregate(versi.agregasi, due, versi.kebijakan?.kosong === 'HITUNG_YANG_ADA')
      const computed = found.some((f) => f.computed)
      const each = versi.agregasi === 'SETIAP' ? parts.map((periode, i) => ({ periode, datum: due[i]! })) : undefined
      const tell = () => ({
        alasan: `${AGREGASI[versi.agregasi] ?? versi.agregasi} dari ${parts.map(periodName).join(', ')}${each ? reachedInWords(versi) : ''}`,
        agregasi: { jenis: versi.agregasi, bagian: found.map((f) => f.hasil) },
      })
      return made(versi, unit, periode, datum, 'AGREGASI', computed, tell, undefined, each)
    }
    return undefined
  }
}

const COUNTS_WHAT_IS_THERE = { hitungYangAda: true }
const tableNamed = (tables: readonly Tabel[], name: string) => tables.find((t) => t.nama === name || fold(t.nama) === name)

const NIHIL = 'tidak ada yang diukur (pembilang dan penyebutnya 0), dinilai 100 menurut kebijakan indikator'

/** Zero out of zero: there was nothing to do. Something out of zero is a fault of the data, and stays one. */
function nothingToCount({ anak }: Jejak): boolean {
  const failed = anak.find((part) => part.hasil.status === 'GALAT')
  if (failed) return nothingToCount(failed)
  return anak.length === 2 && anak.every(({ hasil }) => hasil.status === 'NILAI' && 'nilai' in hasil && hasil.nilai === '0')
}

const childColumn = (() => {
  const parsed = parse('anak[nilai]')
  if (!parsed.ok) throw new Error('anak[nilai]')
  return parsed.tree
})()

const reachedInWords = ({ kebijakan }: Versi) =>
  `; setiap periode harus tercapai, dan capaiannya ${kebijakan?.setiap === 'TERENDAH' ? 'yang terendah' : 'rata-rata'} dari capaian setiap periode, masing-masing paling tinggi 100`

const AGREGASI: Readonly<Record<string, string>> = {
  TERAKHIR: 'posisi terakhir',
  JUMLAH: 'jumlah',
  RATA_RATA: 'rata-rata',
  SETIAP: 'rata-rata',
  SEKALI: 'satu-satunya periode yang jatuh tempo',
}

function toData(found: Tabel | undefined, jenis: 'ANGKA' | 'TABEL', known: boolean): Datum | Table | undefined {
  if (!found) return known ? (jenis === 'TABEL' ? table([]) : { status: 'KOSONG' as const }) : undefined
  if (jenis === 'ANGKA')
    return found.isian[0] ? toDatum(found.isian[0].nilai, found.isian[0].sumber) : { status: 'KOSONG' as const }
  const rows: TableRow[] = found.isian.map(({ dimensi, nilai, sumber }) => ({
    cells: { ...Object.fromEntries(Object.entries(dimensi).map(([k, v]) => [k, exact(v)])), nilai: toDatum(nilai, sumber) },
    asal: sumber ?? undefined,
  }))
  return table(rows)
}

function toDatum(figure: FigureOut, sumber: string | null): Datum {
  const asal = sumber ?? undefined
  if (figure.status !== 'NILAI') return { status: figure.status, asal }
  return { status: 'NILAI', nilai: figure.nilai === null ? (figure.kategori ?? '') : parseDecimal(figure.nilai), asal }
}
