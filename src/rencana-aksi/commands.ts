// load → decide → save → tell, in the caller's transaction.
import { type Imported, originOf } from '../indikator/indikator.ts'
import { permits } from '../pengguna/queries.ts'
import { unkeepable } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Tx, undoable, violates } from '../platform/db/database.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { KOSONG, toColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import { type JenisKode, readKode } from './kode.ts'
import { pkLines, temuanOf } from './queries.ts'
import type { BarisPk, DrafBaru, IsianKriteria, IsianOutput, IsianRa, RencanaAksiFile } from './rencana-aksi.ts'
import { matchLine } from './rules.ts'
import * as store from './store.ts'

const SUSUN = 'rencana-aksi.susun'
const subject = (r: { unit: string; tahun: number; versi: number }) => `rencana-aksi/${r.unit}/${r.tahun}/${r.versi}`

/** The first draft of a year, with one row for each indicator of the agreement. */
export async function createDraft(
  tx: Tx,
  ctx: Context,
  { unit, tahun }: DrafBaru,
): Promise<{ id: string; version: number } | Refusal> {
  if (!(await findUnit(tx, unit, ctx.today))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const before = (await store.listVersions(tx, unit, tahun)).at(-1)
  if (before) {
    const hint = before.status === 'DRAFT' ? 'Lanjutkan yang itu.' : 'Perubahannya diusulkan lewat Forum Kinerja Triwulanan.'
    return refuse('BENTROK', `Rencana Aksi ${unit} tahun ${tahun} sudah ada (versi ${before.versi}, ${before.status}). ${hint}`, {
      field: 'tahun',
    })
  }
  const lines = await pkLines(tx, unit, tahun)
  if (!lines.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Belum ada Perjanjian Kinerja ${unit} tahun ${tahun} dengan indikator. Susun dahulu perjanjiannya.`,
      { field: 'tahun', rule: 'RA-09' },
    )
  const id = ctx.newId()
  try {
    await undoable(tx, () =>
      store.insertRencana(tx, {
        id,
        unit,
        tahun,
        versi: 1,
        status: 'DRAFT',
        asal: 'SISTEM',
        sumber: null,
        keterangan: null,
        isiSha256: null,
      }),
    )
  } catch (error) {
    if (violates(error, 'rencana_aksi_unit_tahun_versi_key'))
      return refuse('BENTROK', 'Rencana Aksi itu baru saja disusun orang lain. Buka yang itu.', { field: 'tahun' })
    throw error
  }
  const indikator = lines.map((line, at) => ({
    id: ctx.newId(),
    rencana: id,
    pkIndikator: line.id,
    urutan: at + 1,
    nomor: line.nomorSasaran,
    sasaran: line.sasaran,
    nama: line.nama,
    ...(line.target.TAHUNAN ?? toColumns(KOSONG)),
    sumber: null,
    keterangan: null,
  }))
  await store.insertLines(tx, { indikator, ra: [], kriteria: [], output: [] })
  const office = await officeOf(tx, unit, ctx.today)
  await record(tx, ctx, {
    office,
    act: SUSUN,
    subject: subject({ unit, tahun, versi: 1 }),
    status: 'DRAFT',
    detail: { id, indikator: lines.length },
  })
  return { id, version: 1 }
}

export type Isian =
  | { readonly kind: 'ra'; readonly isi: IsianRa }
  | { readonly kind: 'kriteria'; readonly isi: IsianKriteria }
  | { readonly kind: 'output'; readonly isi: IsianOutput }

const PARENT = { ra: 'indikator', kriteria: 'ra', output: 'kriteria' } as const
const JENIS: Record<Isian['kind'], JenisKode> = { ra: 'RA', kriteria: 'KK', output: 'T/O' }
const parentId = (isian: Isian) =>
  isian.kind === 'ra' ? isian.isi.indikator : isian.kind === 'kriteria' ? isian.isi.ra : isian.isi.kk

/** Creates (`seen` 0, with an id of the client's) or changes one RA, criterion or output of a draft. */
export async function saveLine(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  isian: Isian,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const plan = await store.lockRencana(tx, id)
  if (!plan) return refuse('TIDAK_DITEMUKAN', 'Rencana Aksi itu tidak ada.')
  const forbidden = await permits(tx, ctx, SUSUN, plan.unit)
  if (forbidden) return forbidden
  if (plan.status !== 'DRAFT')
    return refuse('TERSEGEL', `Rencana Aksi berstatus ${plan.status}. Perubahannya diusulkan lewat Forum Kinerja Triwulanan.`, {
      rule: 'RA-10',
    })
  if ((await store.findLine(tx, PARENT[isian.kind], parentId(isian)))?.rencana !== id)
    return refuse('TIDAK_VALID', 'Induk baris itu tidak ada dalam Rencana Aksi ini.', {
      field: isian.kind === 'ra' ? 'indikator' : isian.kind === 'kriteria' ? 'ra' : 'kk',
    })
  const kode = readKode(isian.isi.kode)
  const jenis = JENIS[isian.kind]
  if (kode?.jenis !== jenis)
    return refuse(
      'TIDAK_VALID',
      `Kode ${isian.isi.kode} tidak berbentuk ${jenis === 'RA' ? 'RA1' : jenis === 'KK' ? 'KK1.1' : 'T/O1.1.1'}.`,
      { field: 'kode', rule: 'RA-05' },
    )
  const unkept = isian.kind === 'output' ? unkeepable(toColumns(isian.isi.jumlah)) : undefined
  if (unkept) return refuse('TIDAK_VALID', unkept, { field: 'jumlah' })
  const before = await store.findLine(tx, isian.kind, baris)
  if (before && before.rencana !== id) return refuse('BENTROK', 'Baris itu milik Rencana Aksi lain.', { field: 'baris' })
  if ((before?.version ?? 0) !== seen)
    return outdatedVersion(before ? await currentLine(tx, isian.kind, id, baris) : null, isian.isi)
  const version = await save(tx, baris, isian, kode.baku)
  const detail = JSON.parse(JSON.stringify({ baris, ...isian.isi, kode: kode.baku })) as Json
  await record(tx, ctx, {
    office: await officeOf(tx, plan.unit, ctx.today),
    act: `rencana-aksi.isi-${isian.kind}`,
    subject: subject(plan),
    status: plan.status,
    detail,
  })
  return { version }
}

function save(tx: Tx, id: string, isian: Isian, kode: string): Promise<number> {
  if (isian.kind === 'ra') return store.saveRa(tx, id, { ...isian.isi, kode })
  if (isian.kind === 'kriteria') return store.saveKriteria(tx, id, { ...isian.isi, kode })
  return store.saveOutput(tx, id, { ...isian.isi, kode })
}

async function currentLine(tx: Tx, kind: Isian['kind'], plan: string, id: string): Promise<unknown> {
  const rows =
    kind === 'ra'
      ? await store.listRa(tx, plan)
      : kind === 'kriteria'
        ? await store.listKriteria(tx, plan)
        : await store.listOutput(tx, plan)
  return rows.find((row) => row.id === id) ?? null
}

/** Keeps a plan that was signed before the program, as it is: repeated codes, merged cells and missing criteria included. */
export async function importRencanaAksi(
  tx: Tx,
  ctx: Context,
  file: RencanaAksiFile,
): Promise<(Imported & { id: string }) | Refusal> {
  if (!(await findUnit(tx, file.unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${file.unit} tidak dikenal. Muat dahulu satuan kerjanya.`, { field: 'unit' })
  const digest = sha256(canonical(file as unknown as Json))
  const before = (await store.listVersions(tx, file.unit, file.tahun)).find((v) => v.versi === file.versi)
  if (before && before.isiSha256 !== digest)
    return refuse('BENTROK', `Rencana Aksi ${file.unit} tahun ${file.tahun} versi ${file.versi} sudah ada dengan isi lain.`, {
      field: 'versi',
    })
  if (before) return { id: before.id, dimuat: 0, temuan: await temuanOf(tx, before) }
  const { unit, tahun, versi } = file
  const unkept = refuseFigures(file)
  if (unkept) return unkept
  const id = ctx.newId()
  const row = {
    id,
    unit,
    tahun,
    versi,
    status: 'DITETAPKAN',
    asal: 'SEBELUM_SISTEM',
    sumber: originOf({}, file),
    keterangan: file.keterangan ?? null,
    isiSha256: digest,
  } as const
  await store.insertRencana(tx, row)
  const lines = linesOf(ctx, id, file, await pkLines(tx, unit, tahun))
  await store.insertLines(tx, lines)
  const detail = {
    berkas: file.berkas ?? null,
    sha256: digest,
    ra: lines.ra.length,
    kriteria: lines.kriteria.length,
    output: lines.output.length,
  }
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: 'rencana-aksi.impor',
    subject: subject(file),
    status: 'DITETAPKAN',
    detail,
  })
  return { id, dimuat: lines.output.length, temuan: await temuanOf(tx, { ...row, version: 1 }) }
}

function refuseFigures(file: RencanaAksiFile): Refusal | undefined {
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

function linesOf(ctx: Context, rencana: string, file: RencanaAksiFile, pk: readonly BarisPk[]): store.NewLines {
  const lines = {
    indikator: [] as store.NewLines['indikator'][number][],
    ra: [] as store.NewLines['ra'][number][],
    kriteria: [] as store.NewLines['kriteria'][number][],
    output: [] as store.NewLines['output'][number][],
  }
  file.indikator.forEach((i, urutanI) => {
    const indikator = ctx.newId()
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
      const ra = ctx.newId()
      lines.ra.push({
        id: ra,
        indikator,
        urutan: urutanA + 1,
        jenis: a.jenis ?? 'AKSI',
        ...codes(a),
        uraian: a.uraian,
        nonrutin: null,
        sumber: originOf(file, a),
        keterangan: a.keterangan ?? null,
      })
      a.kk.forEach((k, urutanK) => {
        const kk = ctx.newId()
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
            id: ctx.newId(),
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
