// What one office issues once for all offices (5.5: "issue its items to all offices"): a sasaran with one indicator and its targets.
import { z } from 'zod'
import { Figure, type FigureOut } from '../platform/kernel/figure.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'
import { figureWords } from './perbandingan.ts'
import { type IndikatorNaskah, PERIODE_TARGET, type PeriodeTarget, sameText } from './perjanjian-kinerja.ts'

export const STATUS_BERSAMA = ['DITERBITKAN', 'DITARIK'] as const
export type StatusBersama = (typeof STATUS_BERSAMA)[number]

const text = (most: number) => z.string().trim().min(1).max(most)
export const IsianBersama = z.object({
  pemilik: KodeUnit,
  tahun: z.number().int().min(2000).max(2100),
  kelompok: text(40),
  uraian: text(2000),
  kode: text(40).nullish(),
  nama: text(2000),
  sumberData: text(300).nullish(),
  pengukuran: text(20_000).nullish(),
  satuan: text(100),
  /** Only these offices; without it every Perangkat Daerah. */
  untuk: z.array(KodeUnit).min(1).max(500).nullish(),
  target: z.object({ TW1: Figure, TW2: Figure, TW3: Figure, TW4: Figure, TAHUNAN: Figure } satisfies Record<
    PeriodeTarget,
    unknown
  >),
})
export type IsianBersama = z.infer<typeof IsianBersama>

/** What it says, as it is received. */
export type Butir = {
  readonly id: string
  readonly pemilik: string
  readonly namaPemilik: string
  readonly kelompok: string
  readonly uraian: string
  readonly kode: string | null
  /** The issuer's own dictionary defines it in that year: its definition holds for who receives it. */
  readonly berkamus: boolean
  readonly nama: string
  readonly sumberData: string | null
  readonly pengukuran: string | null
  readonly satuan: string | null
  readonly target: Readonly<Partial<Record<PeriodeTarget, FigureOut>>>
  readonly status: StatusBersama
  readonly alasan: string | null
  readonly version: number
}

type Received = IndikatorNaskah & { readonly uraian: string; readonly kelompok: string }
export type Beda = { readonly bidang: string; readonly sebelum: string | null; readonly sesudah: string | null }

/** The fields in which a line says something else than what is issued. */
function differencesOf(line: Received, butir: Butir): Beda[] {
  const fields = (of: Received | Butir): Record<string, string | null> => ({
    kelompok: of.kelompok,
    uraian: of.uraian,
    nama: of.nama,
    sumberData: of.sumberData,
    pengukuran: of.pengukuran,
    satuan: of.satuan,
    ...Object.fromEntries(PERIODE_TARGET.map((p) => [p, figureWords(of.target[p])])),
  })
  const [is, shall] = [fields(line), fields(butir)]
  return Object.entries(shall).flatMap(([bidang, sesudah]) => {
    const sebelum = is[bidang] ?? null
    return sebelum === sesudah ? [] : [{ bidang, sebelum, sesudah }]
  })
}

/** The line of a draft that is meant by an item: the one that received it, else one of the same code or name that nobody issued. */
export function lineOf<Line extends Pick<IndikatorNaskah, 'bersama' | 'kode' | 'nama'>>(
  lines: readonly Line[],
  butir: Pick<Butir, 'id' | 'kode' | 'nama'>,
): Line | undefined {
  const free = lines.filter((l) => l.bersama === null)
  return (
    lines.find((l) => l.bersama === butir.id) ??
    (butir.kode === null ? undefined : free.find((l) => l.kode === butir.kode)) ??
    free.find((l) => sameText(l.nama) === sameText(butir.nama))
  )
}

/** BELUM: not in the draft. BERUBAH: received, and changed since. DITARIK: received, and withdrawn since. */
export type KeadaanBersama = 'BELUM' | 'BERUBAH' | 'DITERIMA' | 'DITARIK'
export type Penerimaan = {
  readonly butir: Butir
  readonly keadaan: KeadaanBersama
  /** The line that received it; null where none did. */
  readonly indikator: string | null
  readonly beda: Beda[]
}

/** How a draft stands to each item that is meant for it, or that it has received. */
export function receptionOf(lines: readonly Received[], items: readonly Butir[]): Penerimaan[] {
  return items.flatMap((butir): Penerimaan[] => {
    const line = lines.find((l) => l.bersama === butir.id)
    const at = { butir, indikator: line?.id ?? null }
    if (butir.status === 'DITARIK') return line ? [{ ...at, keadaan: 'DITARIK', beda: [] }] : []
    if (line) {
      const beda = differencesOf(line, butir)
      // Defined by its issuer since: what was received without a code is received again, with the definition.
      const defined = line.kode === null && butir.kode !== null && butir.berkamus
      return [{ ...at, keadaan: beda.length || defined || line.bersamaVersi !== butir.version ? 'BERUBAH' : 'DITERIMA', beda }]
    }
    const own = lineOf(lines, butir)
    return [{ ...at, keadaan: 'BELUM', beda: own ? differencesOf(own, butir) : [] }]
  })
}
