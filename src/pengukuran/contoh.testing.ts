// The example office of Jakarta Pusat 2024 in memory, read from contoh/: for rules that need no database.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FigureOut, fromColumns, sourceText, toColumns } from '../platform/kernel/figure.ts'
import type { Klaim, Loaded, Tabel, Versi } from './hasil.ts'
import { PengukuranFile } from './pengukuran.ts'

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../contoh', name), 'utf8'))
const figure = (f: object): FigureOut => fromColumns(toColumns(f as Parameters<typeof toColumns>[0]))
const statused = (f: { nilai?: string; status?: string }): FigureOut => figure({ ...f, status: f.status ?? 'NILAI' })

type Isian = { periode: string; dimensi: Record<string, string>; nilai: { nilai?: string; status?: string }; baris: number }

/** Everything of dki.jakpus 2024 that a measurement rests on. */
export function jakartaPusat2024(): Loaded {
  const versions: Versi[] = read('jakpus/indikator.json').indikator.flatMap((i: { kode: string; versi: object[] }) =>
    i.versi.map((v, n) => ({
      id: `${i.kode}-${n + 1}`,
      unit: 'dki.jakpus',
      kode: i.kode,
      versi: n + 1,
      pemilikData: null,
      metode: null,
      bacaan: null,
      rumus: null,
      berlakuSampai: null,
      sumber: null,
      ...v,
    })),
  )
  const file = PengukuranFile.parse(read('jakpus/pengukuran-2024.json'))
  const claims: Klaim[] = file.klaim.map((k, i) => ({
    id: String(i),
    unit: 'dki.jakpus',
    kode: k.indikator,
    periode: k.periode,
    peran: k.peran,
    nilai: figure(k.nilai),
    pihak: k.pihak ?? null,
    namaPihak: k.pihak ?? null,
    surat: k.surat ?? null,
    tanggal: k.tanggal ?? null,
    keterangan: k.keterangan ?? null,
    sumber: sourceText(file.berkas, k.baris),
    oleh: 'Selaras',
    dicatat: '2026-01-01T00:00:00.000Z',
    bukti: [],
  }))
  const surveys = ['IKM', 'IEK'].flatMap((kode) => {
    const paper = read(`jakpus/survei-${kode.toLowerCase()}-2024.json`)
    return paper.tabel.flatMap((t: { nama: string; isian: Isian[] }) =>
      t.isian.map((c) => ({ kode, tabel: t.nama, ...c, sumber: sourceText(paper.berkas, c.baris) })),
    )
  })
  const tables = (
    rows: { tabel: string; dimensi: Record<string, string>; nilai: { nilai?: string }; sumber: string | null }[],
  ): Tabel[] =>
    [...Map.groupBy(rows, (r) => r.tabel)].map(([nama, cells]) => ({
      nama,
      isian: cells.map(({ dimensi, nilai, sumber }) => ({ dimensi, nilai: statused(nilai), sumber })),
    }))
  const pk = read('jakpus/pk-2024.json')
  const targets = new Map<string, { nilai: string }>(
    pk.kelompok.flatMap((k: { sasaran: { indikator: { kode: string; tahunan: { nilai: string } }[] }[] }) =>
      k.sasaran.flatMap((s) => s.indikator.map((i) => [i.kode, i.tahunan] as const)),
    ),
  )
  return {
    versi: (_unit, kode, periode) => versions.findLast((v) => v.kode === kode && v.berlakuDari <= `${periode.slice(0, 4)}-12-31`),
    klaim: (_unit, kode, periode) => claims.filter((k) => k.kode === kode && k.periode === periode),
    tabel: (_unit, kode, periode, dari) =>
      dari === 'SURVEI'
        ? tables(surveys.filter((s) => s.kode === kode && s.periode === periode))
        : file.tabel
            .filter((t) => t.indikator === kode && t.periode === periode)
            .map((t) => ({
              nama: t.nama,
              isian: t.isian.map((c) => ({ dimensi: c.dimensi, nilai: figure(c.nilai), sumber: sourceText(file.berkas, c.baris) })),
            })),
    tidakDitargetkan: () => false,
    anak: () => [],
    target: (_unit, kode, periode) => {
      const found = periode === '2024' ? targets.get(kode) : undefined
      return found && { figure: statused(found), asal: 'PK', sumber: null }
    },
    kode: () => [...new Set(versions.map((v) => v.kode))],
  }
}
