// The rows of a plan as they are stored, and the plan as a tree of them.
import type { FigureColumns } from '../platform/kernel/figure.ts'
import type { Fase, JenisRa, Triwulan } from './rencana-aksi.ts'

/** `silsilah`: the first line of which this one is a copy of a copy, through versions and years; itself where it is none. */
type Printed = { sumber: string | null; keterangan: string | null; silsilah: string }
export type IndikatorRow = FigureColumns &
  Printed & {
    id: string
    rencana: string
    pkIndikator: string | null
    urutan: number
    nomor: string | null
    sasaran: string | null
    nama: string | null
    version: number
  }
export type RaRow = Printed & {
  id: string
  indikator: string
  urutan: number
  jenis: JenisRa
  kode: string | null
  kodeTercetak: string | null
  uraian: string
  nonrutin: boolean | null
  fase: Fase | null
  version: number
}
export type KriteriaRow = Printed & {
  id: string
  ra: string
  urutan: number
  kode: string | null
  kodeTercetak: string | null
  uraian: string | null
  tempat: number[]
  version: number
}
export type OutputRow = FigureColumns &
  Printed & {
    id: string
    kk: string
    urutan: number
    kode: string | null
    kodeTercetak: string | null
    uraian: string
    satuan: string | null
    triwulan: Triwulan | null
    penanggungJawab: string[]
    mitigasi: string | null
    disalinDari: Record<string, string> | null
    version: number
  }

/** A new line has a lineage where it is a copy. */
type New<Row> = Omit<Row, 'version' | 'silsilah'> & { readonly silsilah?: string | undefined }

/** All lines of a new plan. */
export type NewLines = {
  readonly indikator: readonly New<IndikatorRow>[]
  readonly ra: readonly New<RaRow>[]
  readonly kriteria: readonly New<KriteriaRow>[]
  readonly output: readonly New<OutputRow>[]
}

export type Kriteria = KriteriaRow & { readonly output: readonly OutputRow[] }
export type Aksi = RaRow & { readonly kk: readonly Kriteria[] }
export type Lines = readonly (IndikatorRow & { readonly ra: readonly Aksi[] })[]
