// Filling in a quarter: what stands in a sheet, what it would come to while it is typed, and what is still missing. Pure.
import { batasPengisian } from '../peraturan/dki-jakarta/batas-pengisian.ts'
import { type FigureOut, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { daysOf } from '../platform/kernel/time.ts'
import { explainFrom, type Penjelasan } from './explanation.ts'
import { formulaOf, inputsOf } from './formula.ts'
import type { Klaim, Loaded, Tabel, Versi } from './hasil.ts'
import { untold } from './klaim.ts'
import { type BarisMasukan, placeOf, readSheet, type SalahMasukan } from './masukan.ts'
import { measure } from './measure.ts'
import type { BuktiRef, Lembar, Place } from './pengukuran.ts'
import { readIsian } from './rules.ts'
import type { StatusPengukuran } from './workflow.ts'

/** The day until which a quarter is filled in: as set for the period, else by the pack. */
export function batasOf(periode: string, set: string | null | undefined): string {
  return set ?? batasPengisian(daysOf(periode).sampai)
}

/** The quarter to fill in: of a year gone by the last, of this year the last that has ended, else the first. */
export function dueTriwulan(tahun: string, today: string): string {
  const quarters = ['TW4', 'TW3', 'TW2', 'TW1'].map((q) => `${tahun}-${q}`)
  return quarters.find((q) => daysOf(q).sampai < today) ?? `${tahun}-TW1`
}

/** What the office itself says: a value it proposes, or what its formula measured; not what a paper or another party says. */
export function ownClaim(bahan: Loaded, { unit, kode, periode }: Place): Klaim | undefined {
  return bahan.klaim(unit, kode, periode).findLast((k) => (k.peran === 'DIUSULKAN' || k.peran === 'DIUKUR') && k.sumber === null)
}

const typedOf = (f: FigureOut) => f.tercetak ?? f.nilai ?? f.kategori ?? ''

/** The variables as they are stored, in the form in which they are typed. */
function storedMasukan(bahan: Loaded, { unit, kode, periode }: Place, names: readonly string[]): Record<string, BarisMasukan[]> {
  const tables = bahan.tabel(unit, kode, periode, 'MASUKAN').filter((t) => names.includes(t.nama))
  return Object.fromEntries(
    tables.map((t) => [t.nama, t.isian.map(({ dimensi, nilai }) => ({ dimensi, tercetak: typedOf(nilai) }))]),
  )
}

export type LembarTersimpan = Required<Omit<Lembar, 'bukti' | 'masukan'>> & {
  readonly masukan: Readonly<Record<string, readonly BarisMasukan[]>>
  readonly bukti: Klaim['bukti']
  readonly oleh: string | null
  readonly dicatat: string | null
}

/** The sheet as it is stored, in the form in which it is sent. */
export function storedLembar(
  bahan: Loaded,
  at: Place,
  versi: Versi,
  row: { hambatan: string | null; tindakLanjut: string | null } | undefined,
): LembarTersimpan {
  const formula = formulaOf(versi)
  const own = ownClaim(bahan, at)
  const masukan = storedMasukan(
    bahan,
    at,
    inputsOf(formula).map((m) => m.nama),
  )
  const state = own && own.nilai.status !== 'NILAI' && own.keterangan ? own.nilai.status : undefined
  const byFormula = Object.keys(masukan).length > 0 || own?.peran === 'DIUKUR' || (!own && formula !== undefined)
  const cara = own?.peran === 'DIUSULKAN' && state ? state : byFormula ? 'RUMUS' : 'NILAI'
  return {
    cara,
    tercetak: cara === 'NILAI' && own ? typedOf(own.nilai) : null,
    masukan,
    keterangan: own?.keterangan ?? null,
    surat: own?.surat ?? null,
    tanggal: own?.tanggal ?? null,
    bukti: own?.bukti ?? [],
    hambatan: row?.hambatan ?? null,
    tindakLanjut: row?.tindakLanjut ?? null,
    oleh: own?.oleh ?? null,
    dicatat: own?.dicatat ?? null,
  }
}

export type LembarDibaca = { readonly tabel: readonly Tabel[]; readonly salah: readonly SalahMasukan[] }

/** The variables of a sheet, read; none where the sheet says its value otherwise. */
export function readLembar(bahan: Loaded, at: Place, versi: Versi, lembar: Lembar): LembarDibaca {
  if (lembar.cara !== 'RUMUS') return { tabel: [], salah: [] }
  const asked = inputsOf(formulaOf(versi))
  const tersimpan = storedMasukan(
    bahan,
    at,
    asked.map((m) => m.nama),
  )
  const read = readSheet(asked, lembar.masukan, versi.jenisNilai === 'KATEGORI', tersimpan)
  return {
    tabel: read.flatMap(({ nama, isian }) =>
      isian.length
        ? [{ nama, isian: isian.map(({ dimensi, nilai }) => ({ dimensi, nilai: toColumns(nilai) as FigureOut, sumber: null })) }]
        : [],
    ),
    salah: read.flatMap((r) => r.salah),
  }
}

/** What the sheet would come to if it were saved now: the same measuring, over what is typed instead of what is stored. */
export function preview(bahan: Loaded, at: Place, versi: Versi, lembar: Lembar): { p: Penjelasan; salah: readonly string[] } {
  const { tabel, salah } = readLembar(bahan, at, versi, lembar)
  const figure =
    lembar.cara === 'RUMUS' ? undefined : readIsian(versi, { ...toIsian(lembar), keterangan: lembar.keterangan || '–' })
  const here = (u: string, k: string, p: string) => u === at.unit && k === at.kode && p === at.periode
  const typed: Klaim[] =
    figure && !isRefusal(figure) ? [{ ...draftClaim(at), nilai: toColumns(figure) as FigureOut, bukti: [] }] : []
  const over: Loaded = {
    ...bahan,
    tabel: (u, k, p, dari) => (here(u, k, p) && dari === 'MASUKAN' ? tabel : bahan.tabel(u, k, p, dari)),
    klaim: (u, k, p) => {
      const stored = bahan.klaim(u, k, p)
      return here(u, k, p) ? [...stored.filter((c) => c !== ownClaim(bahan, at)), ...typed] : stored
    },
  }
  const wrong = salah.map(placeOf)
  return {
    p: explainFrom(over, at.unit, at.kode, at.periode),
    salah: isRefusal(figure) && lembar.tercetak?.trim() ? [...wrong, figure.detail] : wrong,
  }
}

const draftClaim = (at: Place) => ({ ...untold, ...at, id: 'konsep', peran: 'DIUSULKAN' as const, pihak: at.unit })

export function toIsian({ cara, tercetak, keterangan, surat, tanggal, bukti }: Lembar) {
  const status = cara === 'RUMUS' ? ('NILAI' as const) : cara
  return {
    status,
    tercetak: cara === 'NILAI' ? (tercetak ?? '') : undefined,
    keterangan,
    surat,
    tanggal,
    bukti: bukti as BuktiRef[],
  }
}

export const KURANG = ['REALISASI', 'BUKTI', 'AJUKAN'] as const
export type Kurang = (typeof KURANG)[number]

export type BarisTriwulan = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly desimal: number
  readonly pemilikData: string | null
  readonly status: StatusPengukuran | 'BELUM_DIISI'
  readonly target: { readonly status: string; readonly tampil: string } | null
  /** The period that the value is of: the quarter, or the semester that ends with it. */
  readonly periode: string
  readonly nilai: { readonly status: string; readonly nilai: string | null }
  readonly capaian: { readonly status: string; readonly nilai: string | null }
  readonly jatuhTempo: boolean
  readonly terisi: boolean
  readonly kurang: Kurang | null
}

/** One indicator's line in the quarter: what is there, what is asked, what is missing. */
export function barisTriwulan(
  bahan: Loaded,
  at: Place,
  versi: Versi,
  row: { status: StatusPengukuran; version: number } | undefined,
): BarisTriwulan {
  const own = ownClaim(bahan, at)
  const semester = /-TW([24])$/.exec(at.periode)?.[1]
  const whole = semester && `${at.periode.slice(0, 4)}-S${semester === '2' ? 1 : 2}`
  const here = explainFrom(bahan, at.unit, at.kode, at.periode)
  const bare = here.hasil.cara === 'TIDAK_ADA' && !here.hasil.klaim.length
  const ofHalf = bare && whole && measure(bahan, at.unit, at.kode, whole).hasil.cara !== 'TIDAK_ADA'
  const p = ofHalf ? explainFrom(bahan, at.unit, at.kode, whole) : here
  const { status, nilai } = p.hasil.nilai
  const terisi = status === 'NILAI' || (own !== undefined && own.nilai.status !== 'NILAI' && own.nilai.status !== 'KOSONG')
  const state = row && row.version > 0 ? row.status : undefined
  const target = p.target ?? here.target
  const jatuhTempo = target?.figure.status !== 'TIDAK_DITARGETKAN' || own !== undefined
  const draft = own !== undefined && (state ?? 'DRAF') === 'DRAF'
  const kurang: Kurang | null =
    !terisi && jatuhTempo ? 'REALISASI' : draft ? (status === 'NILAI' && !own.bukti.length ? 'BUKTI' : 'AJUKAN') : null
  return {
    kode: at.kode,
    nama: versi.nama,
    satuan: versi.satuan,
    desimal: versi.desimal,
    pemilikData: versi.pemilikData,
    status: state ?? 'BELUM_DIISI',
    target: target && { status: target.figure.status, tampil: target.tampil },
    periode: p.hasil.periode,
    nilai: { status, nilai },
    capaian: { status: p.capaian.status, nilai: p.capaian.nilai },
    jatuhTempo,
    terisi,
    kurang,
  }
}
