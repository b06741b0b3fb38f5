// RA-01 to RA-09 over one action plan; RA-10, about changing it, stands in perubahan.ts.
import type { Temuan } from '../periksa/temuan.ts'
import { finding, sameText } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { compare, parseDecimal } from '../platform/kernel/decimal.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import {
  type BarisPk,
  type IndikatorRencana,
  NAMA_TRIWULAN,
  type OutputNaskah,
  type RaNaskah,
  type Rencana,
  TRIWULAN,
} from './rencana-aksi.ts'
import { checkSums } from './rules-jumlah.ts'
import { checkKode } from './rules-kode.ts'
import { about, type TemuanRa } from './temuan.ts'

const outputsOf = (ra: RaNaskah): OutputNaskah[] => ra.kk.flatMap((k) => k.output)
const letakOf = (i: IndikatorRencana, at: number) => `indikator ${i.nomor ?? at + 1}`

/**
 * The line of the agreement a printed indicator acts for: the one of the same name; where the plan prints no name,
 * the one of the same number, if a single indicator has it.
 */
export function matchLine(printed: { nomor: string | null; nama: string | null }, lines: readonly BarisPk[]): BarisPk | undefined {
  const named = lines.filter((l) => printed.nama !== null && sameText(l.nama) === sameText(printed.nama))
  if (named.length) return named.length === 1 ? named[0] : named.find((l) => l.nomorSasaran === printed.nomor)
  const numbered = lines.filter((l) => l.nomorSasaran === printed.nomor)
  return numbered.length === 1 ? numbered[0] : undefined
}

export function checkRencanaAksi(rencana: Rencana, lines: readonly BarisPk[]): TemuanRa[] {
  const found = lines
    .filter((l) => !rencana.indikator.some((i) => i.pk === l.id && i.ra.length))
    .map((l) =>
      about(
        rencana.indikator.find((i) => i.pk === l.id),
        null,
        withoutAction(l),
      ),
    )
  rencana.indikator.forEach((indikator, at) => {
    const letak = letakOf(indikator, at)
    const line = lines.find((l) => l.id === indikator.pk)
    found.push(
      ...checkQuarters(indikator, line, letak),
      ...checkOutputs(indikator, letak),
      ...checkKode(indikator, letak),
      ...indikator.ra.flatMap((ra) => checkSums(ra, letak)),
      ...checkRoutine(indikator, letak, rencana.asal === 'SISTEM'),
      ...checkTexts(indikator, line, letak),
    )
  })
  return [...found, ...checkMitigation(rencana)]
}

const withoutAction = (line: BarisPk): Temuan =>
  finding(
    'RA-01',
    'missing-value',
    'tinggi',
    [`sasaran ${line.nomorSasaran}`, line.nomor && `indikator ${line.nomor}`].filter(Boolean).join(', '),
    `Indikator "${line.nama}" belum punya rencana aksi; setiap indikator kinerja utama wajib punya (Instruksi Sekda 4/2024).`,
  )

/** At least one step in each quarter; where that quarter has no target it is only doubtful (RA-02). */
function checkQuarters(indikator: IndikatorRencana, line: BarisPk | undefined, letak: string): TemuanRa[] {
  const { ra, baris } = indikator
  if (!ra.length) return []
  const steps = new Set(ra.flatMap(outputsOf).map((o) => o.triwulan))
  return TRIWULAN.filter((tw) => !steps.has(tw)).map((tw) => {
    const idle = line?.target[tw]?.status === 'TIDAK_DITARGETKAN'
    const why = idle ? ' Target triwulan itu N/A, jadi boleh jadi memang tidak ada.' : ''
    const detail = `Tidak ada tahapan pada ${NAMA_TRIWULAN[tw]}; setiap triwulan memuat paling sedikit satu (Instruksi Sekda 4/2024).${why}`
    return about(
      indikator,
      null,
      finding('RA-02', 'missing-value', idle ? 'sedang' : 'tinggi', `${letak}, ${NAMA_TRIWULAN[tw]}`, detail, { baris }),
    )
  })
}

/** Every RA yields an output with quantity and unit of its own (RA-04), at a time (RA-03), with somebody in charge (RA-07). */
function checkOutputs({ ra: all }: IndikatorRencana, letak: string): TemuanRa[] {
  const found: TemuanRa[] = []
  for (const ra of all)
    if (!outputsOf(ra).length)
      found.push(
        about(
          ra,
          null,
          finding(
            'RA-04',
            'missing-value',
            'tinggi',
            `${letak}, ${ra.kode ?? 'RA'}`,
            'Rencana aksi ini belum menghasilkan satu output pun.',
            { baris: ra.baris },
          ),
        ),
      )
  const outputs = all.flatMap(outputsOf)
  outputs.forEach((o, at) => {
    const place = `${letak}, ${o.kode ?? 'T/O'}`
    if (o.jumlah.status !== 'NILAI' || !o.satuan)
      found.push(
        about(
          o,
          o.jumlah.status === 'NILAI' ? 'satuan' : 'jumlah',
          finding('RA-04', 'missing-value', 'tinggi', place, 'Output belum punya jumlah dan satuan target.', { baris: o.baris }),
        ),
      )
    if (!o.triwulan)
      found.push(
        about(
          o,
          'triwulan',
          finding('RA-03', 'missing-value', 'tinggi', place, 'Output belum punya waktu penyelesaian (triwulan).', {
            baris: o.baris,
          }),
        ),
      )
    if (!o.penanggungJawab.length)
      found.push(
        about(
          o,
          'penanggungJawab',
          finding('RA-07', 'missing-value', 'tinggi', place, 'Output belum punya penanggung jawab.', { baris: o.baris }),
        ),
      )
    const sharers = sharersOf(outputs, at)
    if (!sharers.length) return
    const amount = `${o.jumlah.tercetak ?? o.jumlah.nilai} ${o.satuan ?? ''}`.trim()
    const detail = `Satu jumlah "${amount}" dipakai bersama ${sharers.length + 1} output (${[o, ...sharers].map((s) => s.kode).join(', ')}). Beri setiap output jumlah dan satuannya sendiri.`
    found.push(about(o, 'jumlah', finding('RA-04', 'count', 'tinggi', place, detail, { baris: o.baris, tercetak: amount })))
  })
  return found
}

/** The outputs after this one that take their quantity from its merged cell: those that name its code, up to the next that bears it. */
function sharersOf(outputs: readonly OutputNaskah[], at: number): OutputNaskah[] {
  const { kode } = outputs[at]!
  if (kode === null) return []
  const next = outputs.findIndex((o, later) => later > at && o.kode === kode)
  return outputs.slice(at + 1, next === -1 ? undefined : next).filter((o) => o.disalinDari?.jumlah === kode)
}

/** Every RA is secured by a risk mitigation: its own, or an action of kind MITIGASI for the same indicator (RA-03). */
function checkMitigation({ asal, indikator }: Rencana): TemuanRa[] {
  const berat = asal === 'SISTEM' ? 'tinggi' : 'sedang'
  const bare = indikator.flatMap((i, at) =>
    i.ra.some((ra) => ra.jenis === 'MITIGASI')
      ? []
      : i.ra
          .filter((ra) => !outputsOf(ra).some((o) => o.mitigasi))
          .map((ra) => ({ ra, letak: `${letakOf(i, at)}, ${ra.kode ?? 'RA'}` })),
  )
  const all = indikator.flatMap((i) => i.ra).length
  if (bare.length > 1 && bare.length === all) {
    const [first, ...others] = bare.map((b) => b.ra.baris).filter((b) => b !== null)
    const detail = `Tak satu pun dari ${all} rencana aksi memuat mitigasi risiko; setiap rencana aksi memerlukannya (Instruksi Sekda 4/2024).`
    return [
      about(
        undefined,
        null,
        finding('RA-03', 'missing-value', berat, 'seluruh rencana aksi', detail, { baris: first ?? null, terkait: others }),
      ),
    ]
  }
  return bare.map(({ ra, letak }) =>
    about(
      ra,
      null,
      finding('RA-03', 'missing-value', berat, letak, 'Rencana aksi ini belum memuat mitigasi risiko (Instruksi Sekda 4/2024).', {
        baris: ra.baris,
      }),
    ),
  )
}

/** An action is non-routine, or a routine one made sharper; in a draft somebody says which (RA-08). */
function checkRoutine({ ra: all }: IndikatorRencana, letak: string, draft: boolean): TemuanRa[] {
  return all
    .filter((ra) => ra.nonrutin === false || (draft && ra.nonrutin === null))
    .map((ra) => {
      const detail =
        ra.nonrutin === null
          ? 'Belum ditandai apakah rencana aksi ini nonrutin atau rutin yang dipertajam.'
          : 'Rencana aksi ini rutin. Pertajam kualitasnya, atau pilih tahapan yang nonrutin.'
      return about(ra, null, finding('RA-08', 'rule', 'rendah', `${letak}, ${ra.kode ?? 'RA'}`, detail, { baris: ra.baris }))
    })
}

/** Sasaran, name and target are those of the agreement (RA-09). */
function checkTexts(indikator: IndikatorRencana, line: BarisPk | undefined, letak: string): TemuanRa[] {
  const { sasaran, nama, target, baris } = indikator
  const of = (temuan: Temuan) => about(indikator, null, temuan)
  if (!line)
    return [
      of(
        finding('RA-09', 'cross-table', 'tinggi', letak, 'Indikator ini tidak ada dalam Perjanjian Kinerja.', {
          baris,
          tercetak: nama,
        }),
      ),
    ]
  const found: TemuanRa[] = []
  for (const [what, here, there] of [
    ['Sasaran', sasaran, line.sasaran],
    ['Nama indikator', nama, line.nama],
  ] as const) {
    const plain = (t: string) => t.replace(/\s+/g, ' ').trim()
    if (here !== null && plain(here) === plain(there)) continue
    const detail =
      here === null ? `${what} tidak tercetak; di Perjanjian Kinerja "${there}".` : `${what} berbeda dari Perjanjian Kinerja.`
    found.push(
      of(
        finding('RA-09', here === null ? 'missing-value' : 'text-vs-table', 'tinggi', letak, detail, {
          baris,
          tercetak: here,
          seharusnya: there,
        }),
      ),
    )
  }
  const year = line.target.TAHUNAN
  if (year && !sameTarget(target, year))
    found.push(
      of(
        finding(
          'RA-09',
          target.status === 'KOSONG' ? 'missing-value' : 'cross-table',
          'tinggi',
          `${letak}, target`,
          'Target berbeda dari target tahunan Perjanjian Kinerja.',
          {
            baris,
            tercetak: target.tercetak,
            seharusnya: year.tercetak ?? year.nilai,
          },
        ),
      ),
    )
  return found
}

function sameTarget(a: FigureOut, b: FigureOut): boolean {
  const same = (x: string | null, y: string | null) =>
    x === null || y === null ? x === y : compare(parseDecimal(x), parseDecimal(y)) === 0
  return a.status === b.status && same(a.nilai, b.nilai) && same(a.min, b.min) && same(a.maks, b.maks)
}
