// From claims, inputs and formulas to one result with its whole provenance. Pure: everything it may know is in `Bahan`.
//
// Which value is in force, and why, is decided here and said in `alasan`:
//   1. what the data owner verified, where the dictionary names an owner;
//   2. what the formula gives from the inputs, at the period itself or aggregated from the parts of the period;
//   3. other claims at the period: validated, measured, reported, proposed, in this order;
//   4. claims of the parts of the period, aggregated.
import { formatDecimal, HUNDRED, isDecimal, parseDecimal, toText } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { periodName } from '../platform/kernel/time.ts'
import type { Context as RumusContext } from '../rumus/context.ts'
import { compute, evaluate } from '../rumus/evaluate.ts'
import { parse } from '../rumus/parse.ts'
import { type TableRow, table } from '../rumus/table.ts'
import type { Jejak } from '../rumus/trace.ts'
import type { IndikatorRef, Tree } from '../rumus/tree.ts'
import { type Datum, exact, fold, galat, isColumn, type Table, type Value } from '../rumus/value.ts'
import { explainInWords } from '../rumus/words.ts'
import { aggregate } from './aggregate.ts'
import { formulaOf } from './formula.ts'
import type { Bacaan, Bahan, Hasil, Klaim, Nilai, Rujukan, Tabel, Versi } from './hasil.ts'
import type { PeranKlaim, Place } from './pengukuran.ts'
import { partsOf, shift } from './periode.ts'
import { PlaceMap, placeKey } from './place-map.ts'

export type Found = {
  /** The exact value: capaian is computed on the unrounded number. */
  readonly datum: Datum
  readonly cara: Hasil['cara']
  /** A formula gave it, at the period itself or at one of its parts. */
  readonly computed: boolean
  /** The result as it is told, with its whole provenance; made when it is asked for. */
  readonly hasil: Hasil
  /** The formula that gave it, and what it was computed from. */
  readonly hitungan?: (() => { readonly tree: Tree; readonly context: RumusContext }) | undefined
}

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
    if (claim) return claimed(versi, unit, periode, klaim, claim, CLAIM_REASON[claim.peran])
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
    const context = (rujukan: Rujukan[]): RumusContext => ({
      data: (name) => toData(named(name), masukan[name]?.jenis === 'ANGKA' ? 'ANGKA' : 'TABEL', needs.includes(name)),
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
    const datum = nihil ? exact(HUNDRED) : computed
    const tell = () => {
      const { metode, bacaan, arti, dasar } = formula
      const { jejak } = evaluate(tree, context([]))
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
    const { anak, tersimpan } = this.#bahan
    const children = anak(unit, at).map((child) => {
      return { child, found: tersimpan?.(child, ref.kode, at) ?? this.of(child, ref.kode, at) }
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
      const due = found.map((f, i) =>
        f.cara === 'TIDAK_ADA' && this.#bahan.tidakDitargetkan(unit, versi.kode, parts[i]!)
          ? { status: 'TIDAK_DITARGETKAN' as const }
          : f.datum,
      )
      const datum = aggregate(versi.agregasi, due, versi.kebijakan?.kosong === 'HITUNG_YANG_ADA')
      const computed = found.some((f) => f.computed)
      return made(versi, unit, periode, datum, 'AGREGASI', computed, () => ({
        alasan: `${AGREGASI[versi.agregasi] ?? versi.agregasi} dari ${parts.map(periodName).join(', ')}`,
        agregasi: { jenis: versi.agregasi, bagian: found.map((f) => f.hasil) },
      }))
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

const CLAIM_REASON: Readonly<Record<PeranKlaim, string>> = {
  DIVERIFIKASI: 'nilai yang diverifikasi',
  DIVALIDASI: 'nilai yang divalidasi atasan',
  DIUKUR: 'nilai yang diukur',
  DILAPORKAN: 'nilai yang dilaporkan',
  DIUSULKAN: 'nilai yang diusulkan, belum divalidasi',
}
const ORDER: readonly PeranKlaim[] = ['DIVERIFIKASI', 'DIVALIDASI', 'DIUKUR', 'DILAPORKAN', 'DIUSULKAN']
export const AGREGASI: Readonly<Record<string, string>> = {
  TERAKHIR: 'posisi terakhir',
  JUMLAH: 'jumlah',
  RATA_RATA: 'rata-rata',
  SETIAP: 'rata-rata (tiap periode harus tercapai)',
  SEKALI: 'satu-satunya periode yang jatuh tempo',
}

/** A claim counts where its kind is the indicator's: `WTP (3)` is no percentage (rule MS-05). */
function fits(claim: Klaim, versi: Versi): boolean {
  const { status, kategori, nilai } = claim.nilai
  return status === 'NILAI' && nilai !== null && (versi.jenisNilai === 'KATEGORI' || kategori === null)
}

function pick(klaim: readonly Klaim[], versi: Versi, wanted: (k: Klaim) => boolean): Klaim | undefined {
  if (!klaim.length) return undefined
  for (const peran of ORDER) {
    const found = klaim.find((k) => k.peran === peran && fits(k, versi) && wanted(k))
    if (found) return found
  }
  return undefined
}

function stateOf(klaim: readonly Klaim[]): 'BELUM_RILIS' | 'TIDAK_DITARGETKAN' | undefined {
  const states = klaim.map((k) => k.nilai.status)
  return (['BELUM_RILIS', 'TIDAK_DITARGETKAN'] as const).find((s) => states.includes(s))
}

function claimed(
  versi: Versi,
  unit: string,
  periode: string,
  klaim: readonly Klaim[],
  claim: Klaim,
  alasan: string,
  computed?: Found,
): Found {
  const datum: Datum = { status: 'NILAI', nilai: parseDecimal(claim.nilai.nilai), asal: claim.sumber ?? claim.id }
  return made(versi, unit, periode, datum, 'KLAIM', false, () => {
    const { rumus = null, agregasi = null, rujukan = [] } = computed?.hasil ?? {}
    return { alasan, rumus, agregasi, rujukan, klaim: klaim.map((k) => ({ ...k, berlaku: k === claim })) }
  })
}

function withClaims(found: Found, klaim: readonly Klaim[]): Found {
  if (!klaim.length) return found
  const { datum, cara, computed, hitungan } = found
  const tell = () => ({ ...found.hasil, klaim: klaim.map((k) => ({ ...k, berlaku: false })) })
  return told(datum, cara, computed, tell, hitungan)
}

function made(
  versi: Versi,
  unit: string,
  periode: string,
  datum: Datum,
  cara: Hasil['cara'],
  computed: boolean,
  more: () => Pick<Hasil, 'alasan'> & Partial<Hasil>,
  hitungan?: Found['hitungan'],
): Found {
  const tell = () => {
    const { id, dasarHukum, berlakuDari, berlakuSampai, sumber } = versi
    return {
      ...bare(unit, versi.kode, periode),
      nama: versi.nama,
      satuan: versi.satuan,
      nilai: shown(datum, versi.desimal),
      cara,
      versi: { id, versi: versi.versi, berlakuDari, berlakuSampai, dasarHukum, sumber, kebijakan: versi.kebijakan ?? null },
      ...more(),
    }
  }
  return told(datum, cara, computed, tell, hitungan)
}

function nothing(unit: string, kode: string, periode: string, versi: Versi | undefined, datum: Datum): Found {
  const alasan = datum.status === 'GALAT' ? datum.pesan : 'belum ada nilai maupun masukannya'
  if (versi) return made(versi, unit, periode, datum, 'TIDAK_ADA', false, () => ({ alasan }))
  return told(datum, 'TIDAK_ADA', false, () => ({ ...bare(unit, kode, periode), nilai: shown(datum, 2), alasan }))
}

function bare(unit: string, kode: string, periode: string): Omit<Hasil, 'nilai' | 'alasan'> {
  return {
    unit,
    indikator: kode,
    nama: kode,
    periode,
    namaPeriode: periodName(periode),
    satuan: '',
    cara: 'TIDAK_ADA',
    versi: null,
    tidakAdaObjek: false,
    rumus: null,
    agregasi: null,
    klaim: [],
    rujukan: [],
  }
}

function told(datum: Datum, cara: Hasil['cara'], computed: boolean, tell: () => Hasil, hitungan?: Found['hitungan']): Found {
  return new Told(datum, cara, computed, tell, hitungan)
}

/** A province is measured without a sentence; the telling waits until somebody asks, and is done once. */
class Told implements Found {
  readonly datum: Datum
  readonly cara: Hasil['cara']
  readonly computed: boolean
  readonly hitungan: Found['hitungan']
  readonly #tell: () => Hasil
  #hasil: Hasil | undefined

  constructor(datum: Datum, cara: Hasil['cara'], computed: boolean, tell: () => Hasil, hitungan: Found['hitungan']) {
    this.datum = datum
    this.cara = cara
    this.computed = computed
    this.#tell = tell
    this.hitungan = hitungan
  }

  get hasil(): Hasil {
    this.#hasil ??= this.#tell()
    return this.#hasil
  }
}

export const SEBUTAN_STATUS: Readonly<Record<string, string>> = {
  TIDAK_DITARGETKAN: 'N/A',
  BELUM_RILIS: 'Data belum rilis',
  KOSONG: 'belum ada data',
  GALAT: 'tidak dapat dihitung',
}

export function shown(datum: Datum, desimal: number): Nilai {
  if (datum.status === 'GALAT')
    return { status: 'GALAT', nilai: null, tampil: SEBUTAN_STATUS.GALAT!, kode: datum.kode, pesan: datum.pesan }
  if (datum.status !== 'NILAI') return { status: datum.status, nilai: null, tampil: SEBUTAN_STATUS[datum.status]! }
  if (isDecimal(datum.nilai)) return { status: 'NILAI', nilai: toText(datum.nilai), tampil: formatDecimal(datum.nilai, desimal) }
  return { status: 'NILAI', nilai: String(datum.nilai), tampil: String(datum.nilai) }
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
