// A paper that somebody sent: read, matched with the offices of the province, and, when asked to, kept through the rooms' own
// commands: as a draft, or as a document that was signed before the program.
import { listKamus } from '../indikator/queries.ts'
import { permits } from '../pengguna/queries.ts'
import { saveIndikator, saveSasaran, saveTarget } from '../perjanjian-kinerja/commands-baris.ts'
import { createDraft } from '../perjanjian-kinerja/commands-draf.ts'
import { importPerjanjianKinerja } from '../perjanjian-kinerja/commands-naskah.ts'
import {
  type PerjanjianKinerjaFile,
  PerjanjianKinerjaFile as PkFile,
  sameText,
  TRIWULAN,
} from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import * as pkQueries from '../perjanjian-kinerja/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import type { PaperForm, ReadPaper } from '../platform/documents/blocks/paper.ts'
import { readPaper } from '../platform/documents/reading/read-paper.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import * as ra from '../rencana-aksi/commands.ts'
import * as raQueries from '../rencana-aksi/queries.ts'
import { RencanaAksiFile } from '../rencana-aksi/rencana-aksi.ts'
import { findUnit, listUnits, officeOf } from '../unit-kerja/queries.ts'
import { isKosong } from './baca-nilai.ts'
import { PkTerbaca, RaTerbaca } from './bentuk-terbaca.ts'
import { cocokUnit, type UnitCandidate } from './cocok-unit.ts'
import { type JenisNaskah, NAMA_JENIS, refuseShape, type SimpanNaskah, type Temuan } from './impor.ts'
import { pkSebagaiBerkas, raSebagaiBerkas } from './jadi-berkas.ts'
import { bacaLkip, type LkipTerbaca } from './lkip.ts'
import { bacaPk } from './pk.ts'
import { bacaRa } from './rencana-aksi.ts'
import * as store from './store.ts'

export type IsiTerbaca = PkTerbaca | RaTerbaca | LkipTerbaca
export type Terbaca = { readonly sha256: string; readonly bentuk: PaperForm; readonly paper: ReadPaper; readonly isi: IsiTerbaca }

/** In a thread with bounds; nothing in the file is executed, nothing is fetched. */
export async function readNaskah(file: Uint8Array, jenis: JenisNaskah): Promise<Terbaca | Refusal> {
  const paper = await readPaper(file)
  if (isRefusal(paper)) return paper
  const isi = jenis === 'pk' ? bacaPk(paper) : jenis === 'rencana-aksi' ? bacaRa(paper) : bacaLkip(paper)
  if (!isi || (isi.skema === 'selaras/lkip/1' && !isi.hasil.length && !isi.perjanjianKinerja))
    return refuse(
      'TIDAK_VALID',
      `Tidak ada tabel ${NAMA_JENIS[jenis]} yang dikenali di berkas ini. Yang dicari adalah tabel dengan kolom ${KOLOM_DICARI[jenis]}.`,
      { field: 'berkas' },
    )
  return { sha256: sha256(file), bentuk: paper.form, paper, isi }
}

const KOLOM_DICARI: Readonly<Record<JenisNaskah, string>> = {
  pk: 'sasaran, indikator dan target (triwulan atau tahunan)',
  'rencana-aksi': 'rencana aksi dan output',
  lkip: 'indikator, realisasi atau capaian',
}

export type Dikenali = {
  readonly unit: readonly UnitCandidate[]
  readonly sudahAda: {
    readonly dokumen: string
    readonly cara: string
    readonly pada: string
    readonly unit: string
    readonly tahun: number
  } | null
}

/** The offices that the paper may be of, and whether it was kept already. */
export async function recognise(on: Db, ctx: Context, read: Terbaca, jenis: JenisNaskah): Promise<Dikenali> {
  const units = await listUnits(on, { day: ctx.today, limit: 5000 })
  const before = await store.findNaskah(on, read.sha256, jenis)
  return {
    unit: isKosong(read.isi.unit) ? [] : cocokUnit(read.isi.unit.dibaca, units),
    sudahAda: before
      ? {
          dokumen: before.dokumen,
          cara: before.cara,
          pada: new Date(before.recorded_at).toISOString(),
          unit: before.unit,
          tahun: before.tahun,
        }
      : null,
  }
}

export type Tersimpan = {
  readonly dokumen: string
  readonly cara: string
  readonly dimuat: number
  readonly temuan: readonly Temuan[]
  readonly sudahAda: boolean
}

/** Keeps what was read and corrected. The same file again stores nothing and says so; whatever is refused leaves nothing behind. */
export async function keepNaskah(tx: Tx, ctx: Context, naskah: SimpanNaskah): Promise<Tersimpan | Refusal> {
  const { sha256: hash, jenis, nama, unit, tahun, cara } = naskah
  const forbidden = await permits(
    tx,
    ctx,
    cara === 'DRAF' ? `${jenis === 'pk' ? 'perjanjian-kinerja' : 'rencana-aksi'}.susun` : 'impor.naskah',
    unit,
  )
  if (forbidden) return forbidden
  const before = await store.findNaskah(tx, hash, jenis)
  if (before) return { dokumen: before.dokumen, cara: before.cara, dimuat: 0, temuan: [], sudahAda: true }
  if (!(await findUnit(tx, unit, ctx.today))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const done = jenis === 'pk' ? await keepPk(tx, ctx, naskah) : await keepRa(tx, ctx, naskah)
  if (isRefusal(done)) return done
  await store.insertNaskah(tx, { sha256: hash, jenis, nama, unit, tahun, dokumen: done.id, cara, actor: ctx.actor.id }, ctx.now)
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: 'impor.naskah',
    subject: `impor/${hash}`,
    detail: { jenis, nama, unit, tahun, cara, dokumen: done.id, dimuat: done.dimuat },
  })
  return { dokumen: done.id, cara, dimuat: done.dimuat, temuan: done.temuan, sudahAda: false }
}

type Kept = { readonly id: string; readonly dimuat: number; readonly temuan: readonly Temuan[] }

async function keepPk(tx: Tx, ctx: Context, { isi, nama, unit, tahun, cara }: SimpanNaskah): Promise<Kept | Refusal> {
  const read = PkTerbaca.safeParse(isi)
  if (!read.success) return refuseShape(nama, read.error)
  const versi = Math.max(0, ...(await pkQueries.listVersions(tx, unit, tahun)).map((v) => v.versi)) + 1
  const names = Map.groupBy(await listKamus(tx, unit, tahun), (k) => sameText(k.nama))
  // Two indicators of one name cannot be told apart by it.
  const kodeOf = (name: string) => {
    const found = names.get(sameText(name)) ?? []
    return found.length === 1 ? found[0]!.kode : null
  }
  const file = PkFile.safeParse(pkSebagaiBerkas(read.data, { unit, tahun, versi, berkas: nama }, read.data.bentuk, kodeOf))
  if (!file.success) return refuseShape(nama, file.error)
  return cara === 'DRAF' ? draftPk(tx, ctx, file.data) : importPerjanjianKinerja(tx, ctx, file.data)
}

/** A draft through the commands of whoever writes one by hand, line by line. */
async function draftPk(tx: Tx, ctx: Context, file: PerjanjianKinerjaFile): Promise<Kept | Refusal> {
  const pihak = ({ nama, nip, jabatan }: PerjanjianKinerjaFile['pihakPertama']) => ({ nama, nip: nip ?? null, jabatan })
  const draft = await createDraft(tx, ctx, {
    unit: file.unit,
    tahun: file.tahun,
    pihakPertama: pihak(file.pihakPertama),
    pihakKedua: pihak(file.pihakKedua),
  })
  if (isRefusal(draft)) return draft
  let lines = 0
  for (const [urutan, { kelompok, s }] of file.kelompok
    .flatMap((k) => k.sasaran.map((s) => ({ kelompok: k.kelompok, s })))
    .entries()) {
    const sasaran = ctx.newId()
    const kept = await saveSasaran(tx, ctx, draft.id, sasaran, { urutan: urutan + 1, nomor: s.no, kelompok, uraian: s.uraian }, 0)
    if (isRefusal(kept)) return at(kept, `sasaran ${s.no}`)
    for (const [n, i] of s.indikator.entries()) {
      const baris = ctx.newId()
      const { no: nomor, kode, nama, sumberData, pengukuran, satuan } = i
      const line = await saveIndikator(
        tx,
        ctx,
        draft.id,
        baris,
        { sasaran, urutan: n + 1, nomor, kode, nama, sumberData, pengukuran, satuan },
        0,
      )
      if (isRefusal(line)) return at(line, `sasaran ${s.no}, indikator ${nama}`)
      for (const [periode, figure] of [...TRIWULAN.map((t, q) => [t, i.triwulan[q]] as const), ['TAHUNAN', i.tahunan] as const]) {
        if (!figure || figure.status === 'KOSONG') continue
        const cell = await saveTarget(tx, ctx, draft.id, baris, periode, figure, 0)
        if (isRefusal(cell)) return at(cell, `sasaran ${s.no}, indikator ${nama}`)
      }
      lines++
    }
  }
  const found = await pkQueries.visiblePk(tx, ctx, draft.id)
  return { id: draft.id, dimuat: lines, temuan: isRefusal(found) ? [] : await pkQueries.temuanOf(tx, found.pk, ctx.today) }
}

const at = (refusal: Refusal, letak: string): Refusal => ({ ...refusal, detail: `${letak}: ${refusal.detail}` })

async function keepRa(tx: Tx, ctx: Context, { isi, nama, unit, tahun, cara }: SimpanNaskah): Promise<Kept | Refusal> {
  const read = RaTerbaca.safeParse(isi)
  if (!read.success) return refuseShape(nama, read.error)
  const versi = Math.max(0, ...(await raQueries.listVersions(tx, unit, tahun)).map((v) => v.versi)) + 1
  const file = RencanaAksiFile.safeParse(raSebagaiBerkas(read.data, { unit, tahun, versi, berkas: nama }))
  if (!file.success) return refuseShape(nama, file.error)
  return cara === 'DRAF' ? draftRa(tx, ctx, file.data) : ra.importRencanaAksi(tx, ctx, file.data)
}

/** A draft acts for the lines of the agreement; each indicator of the paper must be one of them. */
async function draftRa(tx: Tx, ctx: Context, file: RencanaAksiFile): Promise<Kept | Refusal> {
  const draft = await ra.createDraft(tx, ctx, { unit: file.unit, tahun: file.tahun })
  if (isRefusal(draft)) return draft
  const rows = await raQueries.linesOf(tx, draft.id)
  let outputs = 0
  for (const i of file.indikator) {
    const line =
      rows.find((r) => i.nama && sameText(r.nama ?? '') === sameText(i.nama)) ?? rows.find((r) => i.no && r.nomor === i.no)
    if (!line)
      return refuse(
        'DITOLAK_ATURAN',
        `Indikator ${i.no ?? ''} "${i.nama ?? 'tanpa nama'}" tidak ada di Perjanjian Kinerja ${file.unit} tahun ${file.tahun}. Perbaiki namanya agar sama dengan perjanjian.`,
        { field: 'indikator', rule: 'RA-09' },
      )
    for (const a of i.ra) {
      const aksi = ctx.newId()
      const kept = await ra.saveLine(
        tx,
        ctx,
        draft.id,
        aksi,
        { kind: 'ra', isi: { indikator: line.id, jenis: a.jenis ?? 'AKSI', uraian: a.uraian } },
        0,
      )
      if (isRefusal(kept)) return at(kept, `indikator ${i.no}, ${a.kode ?? 'RA'}`)
      for (const k of a.kk) {
        const kk = ctx.newId()
        const saved = await ra.saveLine(tx, ctx, draft.id, kk, { kind: 'kriteria', isi: { ra: aksi, uraian: k.uraian ?? null } }, 0)
        if (isRefusal(saved)) return at(saved, `indikator ${i.no}, ${k.kode ?? 'KK'}`)
        for (const { uraian, jumlah, satuan, triwulan, penanggungJawab, mitigasi, kode } of k.to) {
          const isi = { kk, uraian, jumlah, satuan, triwulan, penanggungJawab, mitigasi }
          const output = await ra.saveLine(tx, ctx, draft.id, ctx.newId(), { kind: 'output', isi }, 0)
          if (isRefusal(output)) return at(output, `indikator ${i.no}, ${kode ?? 'T/O'}`)
          outputs++
        }
      }
    }
  }
  const found = await raQueries.visibleRencana(tx, ctx, draft.id)
  return { id: draft.id, dimuat: outputs, temuan: isRefusal(found) ? [] : await raQueries.temuanOf(tx, found) }
}
