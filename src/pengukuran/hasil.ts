// What a measurement rests on and what it comes to: the words of `measure`, `explain` and the wire.
import type { Kebijakan, VersiIndikator } from '../indikator/indikator.ts'
import type { Sebutan } from '../peraturan/sebutan.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import type { Jejak } from '../rumus/trace.ts'
import type { Datum } from '../rumus/value.ts'
import type { PeranKlaim } from './pengukuran.ts'

type PerTriwulan = NonNullable<VersiIndikator['perTriwulan']>

export type Versi = {
  readonly id: string
  readonly unit: string
  readonly kode: string
  readonly versi: number
  readonly nama: string
  readonly dasarHukum: readonly string[]
  readonly satuan: string
  readonly jenisNilai: string
  readonly polaritas: string
  readonly agregasi: string
  readonly desimal: number
  readonly skala?: string | null
  readonly pemilikData: string | null
  readonly metode: string | null
  readonly bacaan: string | null
  readonly rumus: string | null
  readonly masukan?: VersiIndikator['masukan']
  readonly kebijakan?: Kebijakan | null
  readonly perTriwulan?: PerTriwulan | null
  readonly berlakuDari: string
  readonly berlakuSampai: string | null
  readonly sumber: string | null
}
export type Klaim = {
  readonly id: string
  readonly unit: string
  readonly kode: string
  readonly periode: string
  readonly peran: PeranKlaim
  readonly nilai: FigureOut
  readonly pihak: string | null
  /** The name of the office that `pihak` is the code of; else as it stands. */
  readonly namaPihak: string | null
  readonly surat: string | null
  readonly tanggal: string | null
  readonly keterangan: string | null
  readonly sumber: string | null
  readonly oleh: string
  readonly dicatat: string
  readonly bukti: readonly {
    sha256: string
    nama: string
    halaman: string | null
    tanggal: string | null
    penerbit: string | null
  }[]
}
export type Tabel = {
  readonly nama: string
  readonly isian: readonly { dimensi: Record<string, string>; nilai: FigureOut; sumber: string | null }[]
}

/** All that a measurement may rest on, loaded beforehand. Periods without anything give empty lists. */
export type Bahan = {
  readonly versi: (unit: string, kode: string, periode: string) => Versi | undefined
  readonly klaim: (unit: string, kode: string, periode: string) => readonly Klaim[]
  readonly tabel: (unit: string, kode: string, periode: string, dari: 'SURVEI' | 'MASUKAN') => readonly Tabel[]
  /** Whether the agreement marks the period as not due (printed N/A). */
  readonly tidakDitargetkan: (unit: string, kode: string, periode: string) => boolean
  /** The units below it in the period's year. */
  readonly anak: (unit: string, periode: string) => readonly string[]
  /** What a child unit's cell is known to come to, where it need not be measured. */
  readonly diketahui?: (unit: string, kode: string, periode: string) => Rujukan | undefined
}

/** What a formula refers to: the exact value, and where it comes from. */
export type Rujukan = { readonly datum: Datum; readonly cara: Hasil['cara']; readonly hasil?: Hasil }

export type Target = { readonly figure: FigureOut; readonly asal: 'PK' | 'RENSTRA' | 'LAPORAN'; readonly sumber: string | null }
/** Bahan as it is loaded for one office and year, with the targets its results are held against. */
export type Loaded = Bahan & {
  readonly target: (unit: string, kode: string, periode: string) => Target | undefined
  /** The codes of the unit's dictionary in the years that were loaded. */
  readonly kode: (unit: string) => readonly string[]
}

export type Nilai = {
  readonly status: string
  readonly nilai: string | null
  readonly tampil: string
  readonly kode?: string
  readonly pesan?: string
}
export type Rumus = {
  readonly teks: string
  readonly kata: string
  readonly metode: string | null
  readonly bacaan: string | null
  readonly arti: string | null
  readonly dasar: string
  readonly jejak: Jejak | null
}
export type Hasil = {
  readonly unit: string
  readonly indikator: string
  readonly nama: string
  readonly periode: string
  readonly namaPeriode: string
  readonly satuan: string
  readonly nilai: Nilai
  /** The name of the value in the scale of its official method; given when it is explained. */
  readonly sebutan: Sebutan | null
  readonly cara: 'RUMUS' | 'AGREGASI' | 'KLAIM' | 'TIDAK_ADA'
  readonly alasan: string
  readonly versi: {
    id: string
    versi: number
    berlakuDari: string
    berlakuSampai: string | null
    dasarHukum: readonly string[]
    sumber: string | null
    kebijakan: Kebijakan | null
  } | null
  /** Nothing was there to count, and the indicator's policy values that at 100 (akip-rules 2.3; seed 002, line 1527). */
  readonly tidakAdaObjek: boolean
  readonly rumus: Rumus | null
  readonly agregasi: { readonly jenis: string; readonly bagian: readonly Hasil[] } | null
  readonly klaim: readonly (Klaim & { readonly berlaku: boolean })[]
  readonly rujukan: readonly Hasil[]
}
export type Bacaan = Readonly<Record<string, string>>
