// The arrangement of a draft: where each line stands. Codes and merged cells follow from it, so nobody types them (RA-05).

import { toColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Lines, OutputRow } from './baris.ts'
import { type JenisKode, writeKode } from './kode.ts'
import { BIDANG_BERSAMA, type BidangBersama, type IsianOutput, type JenisBaris } from './rencana-aksi.ts'

export type Letak = {
  readonly jenis: JenisBaris
  readonly id: string
  /** The line it hangs below: an indicator, an RA or a criterion. */
  readonly induk: string
  readonly urutan: number
  readonly kode: string | null
  /** Of an output: which of its cells are another's, and that other's code. */
  readonly disalinDari: Readonly<Record<string, string>> | null
}
/** The lines of one plan: its indicators in printed order, and what hangs below them. */
export type Susunan = { readonly indikator: readonly string[]; readonly baris: readonly Letak[] }

export function susunanOf(lines: Lines): Susunan {
  const letak = (jenis: JenisBaris, induk: string, rows: readonly { id: string; kode: string | null }[]): Letak[] =>
    rows.map((row, at) => ({ disalinDari: null, ...row, jenis, induk, urutan: at + 1 }))
  const baris = lines.flatMap((i) => [
    ...letak('ra', i.id, i.ra),
    ...i.ra.flatMap((a) => [...letak('kriteria', a.id, a.kk), ...a.kk.flatMap((k) => letak('output', k.id, k.output))]),
  ])
  return {
    indikator: lines.map((i) => i.id),
    baris: baris.map(({ jenis, id, induk, urutan, kode, disalinDari }) => ({ jenis, id, induk, urutan, kode, disalinDari })),
  }
}

const KODE: Readonly<Record<JenisBaris, JenisKode>> = { ra: 'RA', kriteria: 'KK', output: 'T/O' }

const below = (baris: readonly Letak[], induk: string): Letak[] =>
  baris.filter((b) => b.induk === induk).sort((a, b) => a.urutan - b.urutan)

/** An indicator's outputs in reading order. */
const outputsOf = (baris: readonly Letak[], indikator: string): Letak[] =>
  below(baris, indikator).flatMap((ra) => below(baris, ra.id).flatMap((kk) => below(baris, kk.id)))

/** A line at its place among its new neighbours, who make room; without `urutan` where it stands already, else at the end. */
export function place({ indikator, baris }: Susunan, line: Omit<Letak, 'urutan'>, urutan?: number): Susunan {
  const stood = baris.find((b) => b.id === line.id)
  const others = baris.filter((b) => b.id !== line.id)
  const stays = stood?.induk === line.induk ? below(baris, line.induk).indexOf(stood) : undefined
  const neighbours = below(others, line.induk)
  neighbours.splice(urutan === undefined ? (stays ?? neighbours.length) : urutan - 1, 0, { ...line, urutan: 0 })
  return {
    indikator,
    baris: [...others.filter((b) => b.induk !== line.induk), ...neighbours.map((b, at) => ({ ...b, urutan: at + 1 }))],
  }
}

/** The arrangement without a line and what hangs below it, and the lines that went. */
export function without(
  { indikator, baris }: Susunan,
  id: string,
): { readonly susunan: Susunan; readonly hilang: readonly string[] } {
  const gone = new Set([id])
  // Twice, because an RA has two levels below it.
  for (let level = 0; level < 2; level++) for (const b of baris) if (gone.has(b.induk)) gone.add(b.id)
  return { susunan: { indikator, baris: baris.filter((b) => !gone.has(b.id)) }, hilang: [...gone] }
}

/** For each output and merged cell, whose cell it is: the id of the output that holds it. Papers repeat codes: the nearest before counts. */
export type Pemegang = Map<string, Partial<Record<BidangBersama, string>>>

export function holdersOf({ indikator, baris }: Susunan): Pemegang {
  const holders: Pemegang = new Map()
  for (const i of indikator) {
    const seen = new Map<string, string>()
    for (const o of outputsOf(baris, i)) {
      const own: Partial<Record<BidangBersama, string>> = {}
      for (const bidang of BIDANG_BERSAMA) {
        const holder = seen.get(o.disalinDari?.[bidang] ?? '')
        if (holder) own[bidang] = holders.get(holder)?.[bidang] ?? holder
      }
      holders.set(o.id, own)
      if (o.kode !== null) seen.set(o.kode, o.id)
    }
  }
  return holders
}

/** What an output shall share with the one right before it: exactly these cells, all others are its own. */
export function share({ indikator, baris }: Susunan, holders: Pemegang, id: string, bersama: readonly BidangBersama[]): Pemegang {
  const outputs = indikator.map((i) => outputsOf(baris, i)).find((list) => list.some((o) => o.id === id)) ?? []
  const before = outputs[outputs.findIndex((o) => o.id === id) - 1]?.id
  // Under a name that no output has, an output leaves its neighbours, who go on sharing without it.
  const whose = (bidang: BidangBersama) =>
    before && bersama.includes(bidang) ? (holders.get(before)?.[bidang] ?? before) : `${id} sendiri`
  return new Map(holders).set(id, Object.fromEntries(BIDANG_BERSAMA.map((bidang) => [bidang, whose(bidang)])))
}

/** The output without these merged cells: they are its own from now on, and its neighbours go on sharing without it. */
export function leave(holders: Pemegang, id: string, cells: readonly BidangBersama[]): Pemegang {
  return new Map(holders).set(id, { ...holders.get(id), ...Object.fromEntries(cells.map((bidang) => [bidang, `${id} sendiri`])) })
}

type IsiSel = Pick<OutputRow, 'status' | 'nilai' | 'kategori' | 'min' | 'maks' | 'satuan' | 'triwulan' | 'penanggungJawab'>
const SEL: Readonly<Record<BidangBersama, (o: IsiSel) => string>> = {
  jumlah: (o) => JSON.stringify([o.status, o.nilai, o.kategori, o.min, o.maks, o.satuan]),
  triwulan: (o) => o.triwulan ?? '',
  penanggungJawab: (o) => o.penanggungJawab.join('\n'),
}

/** The merged cells for which an output now says something else than the output that holds them. */
export function differing(lines: Lines, holders: Pemegang, id: string, isi: IsianOutput): BidangBersama[] {
  const outputs = lines
    .flatMap((i) => i.ra)
    .flatMap((a) => a.kk)
    .flatMap((k) => k.output)
  const { satuan = null, triwulan = null, penanggungJawab } = isi
  const said = { ...toColumns(isi.jumlah), satuan, triwulan, penanggungJawab }
  return BIDANG_BERSAMA.filter((bidang) => {
    const holder = outputs.find((o) => o.id === holders.get(id)?.[bidang])
    return holder !== undefined && SEL[bidang](holder) !== SEL[bidang](said)
  })
}

/** Every line with the place, code and merged cells that follow. A merged cell is one only while its outputs stand together. */
export function arrange({ indikator, baris }: Susunan, holders: Pemegang): Susunan {
  const done: Letak[] = []
  for (const i of indikator) {
    let before: Letak | undefined
    const first: Partial<Record<BidangBersama, string>> = {}
    const merged = (o: Letak, kode: string): Letak['disalinDari'] => {
      const cells: Record<string, string> = {}
      const whose = (id: string, bidang: BidangBersama) => holders.get(id)?.[bidang] ?? id
      for (const bidang of BIDANG_BERSAMA)
        if (before && whose(before.id, bidang) === whose(o.id, bidang)) cells[bidang] = first[bidang]!
        else first[bidang] = kode
      before = o
      return Object.keys(cells).length ? cells : null
    }
    const walk = (induk: string, angka: readonly number[]): void =>
      below(baris, induk).forEach((line, at) => {
        const numbers = [...angka, at + 1]
        const kode = writeKode(KODE[line.jenis], numbers)
        done.push({ ...line, urutan: at + 1, kode, disalinDari: line.jenis === 'output' ? merged(line, kode) : null })
        walk(line.id, numbers)
      })
    walk(i, [])
  }
  return { indikator, baris: done }
}

/** Who takes which cell from whom. */
export function sharersOf(susunan: Susunan): { bidang: BidangBersama; pemegang: string; id: string }[] {
  return [...holdersOf(susunan)].flatMap(([id, cells]) =>
    BIDANG_BERSAMA.flatMap((bidang) => (cells[bidang] ? [{ bidang, pemegang: cells[bidang], id }] : [])),
  )
}

/** The lines whose place, code or merged cells are others than before. */
export function changesIn(before: Susunan, after: Susunan): Letak[] {
  const known = new Map(before.baris.map((b) => [b.id, b]))
  const cells = (b: Letak) => BIDANG_BERSAMA.map((bidang) => b.disalinDari?.[bidang] ?? '').join(' ')
  return after.baris.filter((b) => {
    const was = known.get(b.id)
    return !was || was.induk !== b.induk || was.urutan !== b.urutan || was.kode !== b.kode || cells(was) !== cells(b)
  })
}

/** The refusal to take the last action from an indicator of the agreement; one that holds no output yet was only begun. */
export function refuseRemoval(
  { baris }: Susunan,
  id: string,
  indikator: { pkIndikator: string | null; nama: string | null },
): Refusal | undefined {
  const line = baris.find((b) => b.id === id)
  if (line?.jenis !== 'ra' || indikator.pkIndikator === null || below(baris, line.induk).length > 1) return undefined
  if (!below(baris, id).some((kk) => below(baris, kk.id).length)) return undefined
  return refuse(
    'DITOLAK_ATURAN',
    `${line.kode ?? 'RA'} satu-satunya rencana aksi untuk indikator "${indikator.nama ?? ''}"; setiap indikator kinerja utama wajib punya (Instruksi Sekda 4/2024). Ubah isinya, atau tambah penggantinya dahulu.`,
    { field: 'baris', rule: 'RA-01' },
  )
}
