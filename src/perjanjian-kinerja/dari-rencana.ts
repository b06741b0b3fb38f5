// The lines of a draft that begins with the plan: its tujuan and sasaran, each indicator as the dictionary has it. Pure.
import type { Bentuk } from '../peraturan/dki-jakarta/bentuk.ts'
import { groupIn } from './susunan.ts'

type Simpul = { readonly pernyataan: string; readonly indikator: readonly string[] }
type Entri = {
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly dasarHukum: readonly string[]
  readonly definisi?: string | null
  readonly caraUkur?: string | null
  readonly sumberData?: string | null
}
/** What an earlier agreement of the office says of the same indicator: its group, and the system it is reported in. */
export type Terdahulu = { readonly kelompok: string; readonly sumberData: string | null }

type IndikatorRencana = Pick<Entri, 'kode' | 'nama' | 'satuan'> & {
  readonly pengukuran: string | null
  readonly sumberData: string | null
}
export type SasaranRencana = {
  readonly kelompok: string
  readonly uraian: string
  readonly indikator: readonly IndikatorRencana[]
}

/** The fixed inner structure of the column Pengukuran Kinerja (naskah 000, baris 56-89), as far as the dictionary fills it. */
function pengukuranOf({ dasarHukum, definisi, caraUkur, sumberData }: Entri): string | null {
  const parts = [
    ['Dasar Hukum', dasarHukum.join('; ')],
    ['Definisi Operasional', definisi],
    ['Metode Pengukuran/Formula', caraUkur],
    ['Sumber Data', sumberData],
  ]
  return (
    parts
      .filter(([, text]) => text)
      .map(([name, text]) => `${name}: ${text}`)
      .join('\n') || null
  )
}

/**
 * Each node with the indicators that the dictionary of the year has; an indicator that two nodes share stands under the first.
 * A node goes where its first indicator stood before, else into the first group of the form, which is that of the plan.
 */
export function fromPlan(
  simpul: readonly Simpul[],
  kamus: ReadonlyMap<string, Entri>,
  bentuk: Bentuk,
  terdahulu: ReadonlyMap<string, Terdahulu>,
): SasaranRencana[] {
  const taken = new Set<string>()
  return simpul.flatMap(({ pernyataan, indikator }) => {
    const entries = indikator.flatMap((kode) => (taken.has(kode) ? [] : (kamus.get(kode) ?? [])))
    if (!entries.length) return []
    for (const { kode } of entries) taken.add(kode)
    const before = entries.map((e) => terdahulu.get(e.kode)).find((t) => t !== undefined)
    const kelompok = before ? groupIn(bentuk, before.kelompok) : bentuk.kelompok[0]!.kode
    const systems = bentuk.kelompok.find((k) => k.kode === kelompok)!.sumberData
    const line = (entri: Entri): IndikatorRencana => ({
      kode: entri.kode,
      nama: entri.nama,
      satuan: entri.satuan,
      pengukuran: pengukuranOf(entri),
      // The Sumber Data of the form is the system that is reported in, that of the dictionary where the figures come from.
      sumberData: terdahulu.get(entri.kode)?.sumberData ?? systems[0] ?? null,
    })
    return [{ kelompok, uraian: pernyataan, indikator: entries.map(line) }]
  })
}
