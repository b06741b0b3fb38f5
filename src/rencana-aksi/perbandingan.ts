// A plan as lines that can be compared with those of another version or year.
import { figureCell } from '../platform/documents/blocks/figure-cell.ts'
import { plain } from '../platform/documents/blocks.ts'
import { type Baris, wordsKey } from '../platform/kernel/comparison.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import type { IndikatorRow, Lines, OutputRow } from './baris.ts'
import { type BarisPk, NAMA_TRIWULAN, SEBUTAN_FASE } from './rencana-aksi.ts'

/** How the fields and kinds of lines are called on paper. */
export const KATA: Readonly<Record<string, string>> = {
  INDIKATOR: 'Indikator',
  RA: 'Rencana aksi',
  KK: 'Kriteria keberhasilan',
  TO: 'Target/output',
  nama: 'Indikator',
  sasaran: 'Sasaran',
  target: 'Target',
  jenis: 'Jenis',
  fase: 'Fase',
  uraian: 'Uraian',
  jumlah: 'Jumlah',
  triwulan: 'Waktu',
  penanggungJawab: 'Penanggung jawab',
  mitigasi: 'Mitigasi',
  induk: 'Letak',
}

const figureWords = (row: IndikatorRow | OutputRow) => (row.status === 'KOSONG' ? null : plain(figureCell(fromColumns(row)).text))
const amount = (o: OutputRow) => {
  const figure = figureWords(o)
  return figure === null ? o.satuan : [figure, o.satuan].filter(Boolean).join(' ')
}

/** Codes are left out: they follow from the place of a line. */
export function linesToCompare(lines: Lines): Baris[] {
  return lines.flatMap((i): Baris[] => {
    const at = `Indikator ${i.nomor ?? lines.indexOf(i) + 1}`
    const place = (kode: string | null, kind: string) => `${at}, ${kode ?? kind}`
    return [
      {
        id: i.id,
        induk: null,
        tingkat: 'INDIKATOR',
        kunci: [i.silsilah, i.pkIndikator, wordsKey(i.nama)],
        letak: at,
        nama: i.nama ?? '',
        isi: { nama: i.nama, sasaran: i.sasaran, target: figureWords(i) },
      },
      ...i.ra.flatMap((a): Baris[] => [
        {
          id: a.id,
          induk: i.id,
          tingkat: 'RA',
          kunci: [a.silsilah, wordsKey(a.uraian)],
          letak: place(a.kode, 'RA'),
          nama: a.uraian,
          isi: {
            jenis: a.jenis === 'MITIGASI' ? 'Mitigasi risiko' : 'Aksi',
            uraian: a.uraian,
            fase: a.fase && SEBUTAN_FASE[a.fase],
          },
        },
        ...a.kk.flatMap((k): Baris[] => [
          {
            id: k.id,
            induk: a.id,
            tingkat: 'KK',
            kunci: [k.silsilah, wordsKey(k.uraian), k.uraian === null ? `${wordsKey(a.uraian)} ${k.urutan}` : null],
            letak: place(k.kode, 'KK'),
            nama: k.uraian ?? '',
            isi: { uraian: k.uraian },
          },
          ...k.output.map(
            (o): Baris => ({
              id: o.id,
              induk: k.id,
              tingkat: 'TO',
              // The same words in several quarters are several outputs: first the one of the same quarter.
              kunci: [o.silsilah, `${wordsKey(o.uraian)} ${o.triwulan}`, wordsKey(o.uraian)],
              letak: place(o.kode, 'T/O'),
              nama: o.uraian,
              isi: {
                uraian: o.uraian,
                jumlah: amount(o),
                triwulan: o.triwulan && NAMA_TRIWULAN[o.triwulan],
                penanggungJawab: o.penanggungJawab.join('; ') || null,
                mitigasi: o.mitigasi,
              },
            }),
          ),
        ]),
      ]),
    ]
  })
}

/** The same plan with sasaran, indicators and targets as the agreement has them today. */
export function withTodaysAgreement(lines: Lines, agreed: readonly BarisPk[], heirs: ReadonlyMap<string, string>): Lines {
  const target = (line: BarisPk, i: IndikatorRow) => ({ ...i, ...(line.target.TAHUNAN ?? {}) })
  return lines.map((i) => {
    const line =
      agreed.find((l) => l.id === heirs.get(i.pkIndikator ?? '')) ?? agreed.find((l) => wordsKey(l.nama) === wordsKey(i.nama))
    return line ? { ...target(line, i), nama: line.nama, sasaran: line.sasaran, ra: i.ra } : i
  })
}
