// From a paper, `selaras/rencana-aksi/1`, to rows: repeated codes, merged cells and missing criteria as they are printed.
import { originOf } from '../indikator/indikator.ts'
import { unkeepable } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { toColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { NewLines } from './baris.ts'
import { readKode } from './kode.ts'
import type { BarisPk, RencanaAksiFile } from './rencana-aksi.ts'
import { matchLine } from './rules.ts'

/** The first figure that cannot be kept as it is, as a refusal with its place. */
export function refuseFigures(file: RencanaAksiFile): Refusal | undefined {
  for (const i of file.indikator)
    for (const [row, figure] of [
      [i, i.target],
      ...i.ra.flatMap((a) => a.kk.flatMap((k) => k.to.map((o) => [o, o.jumlah] as const))),
    ] as const) {
      const fault = unkeepable(toColumns(figure))
      if (fault) return refuse('TIDAK_VALID', `${originOf(file, row, figure) ?? `indikator ${i.no}`}: ${fault}`)
    }
  return undefined
}

type Coded = { kode?: string | null; kodeTercetak?: string | null }

/** The code as it should be, and what is printed where that is something else. */
function codes({ kode = null, kodeTercetak = null }: Coded): { kode: string | null; kodeTercetak: string | null } {
  const baku = kode === null ? null : (readKode(kode)?.baku ?? kode)
  return { kode: baku, kodeTercetak: kodeTercetak ?? (baku === kode ? null : kode) }
}

/** A paper as rows, each with where it stands in it. */
export function paperLines(newId: () => string, rencana: string, file: RencanaAksiFile, pk: readonly BarisPk[]): NewLines {
  const lines = {
    indikator: [] as NewLines['indikator'][number][],
    ra: [] as NewLines['ra'][number][],
    kriteria: [] as NewLines['kriteria'][number][],
    output: [] as NewLines['output'][number][],
  }
  file.indikator.forEach((i, urutanI) => {
    const indikator = newId()
    const printed = { nomor: i.no ?? null, nama: i.nama ?? null }
    lines.indikator.push({
      id: indikator,
      rencana,
      pkIndikator: matchLine(printed, pk)?.id ?? null,
      urutan: urutanI + 1,
      ...printed,
      sasaran: i.sasaran ?? null,
      ...toColumns(i.target),
      sumber: originOf(file, i),
      keterangan: i.keterangan ?? null,
    })
    i.ra.forEach((a, urutanA) => {
      const ra = newId()
      lines.ra.push({
        id: ra,
        indikator,
        urutan: urutanA + 1,
        jenis: a.jenis ?? 'AKSI',
        ...codes(a),
        uraian: a.uraian,
        nonrutin: null,
        fase: null,
        sumber: originOf(file, a),
        keterangan: a.keterangan ?? null,
      })
      a.kk.forEach((k, urutanK) => {
        const kk = newId()
        lines.kriteria.push({
          id: kk,
          ra,
          urutan: urutanK + 1,
          ...codes(k),
          uraian: k.uraian ?? null,
          tempat: [k.baris ?? []].flat(),
          sumber: k.baris === undefined ? null : originOf(file, k),
          keterangan: k.keterangan ?? null,
        })
        k.to.forEach((o, urutanO) => {
          lines.output.push({
            id: newId(),
            kk,
            urutan: urutanO + 1,
            ...codes(o),
            uraian: o.uraian,
            ...toColumns(o.jumlah),
            satuan: o.satuan ?? null,
            triwulan: o.triwulan ?? null,
            penanggungJawab: o.penanggungJawab,
            mitigasi: o.mitigasi ?? null,
            disalinDari: o.disalinDari ?? null,
            sumber: originOf(file, o),
            keterangan: o.keterangan ?? null,
          })
        })
      })
    })
  })
  return lines
}
