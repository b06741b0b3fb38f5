// A paper that somebody sent: read, matched with the offices of the province, and, when asked to, kept through the rooms' own
// commands: as a draft, or as a document that was signed before the program.
import { importHasilTahunan } from '../indikator/commands.ts'
import { listKamus } from '../indikator/queries.ts'
import { permits } from '../pengguna/queries.ts'
import { recomputeYear } from '../pengukuran/commands-hitungan.ts'
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
import { type Bounds, inThread } from '../platform/documents/reading/bounded.ts'
import { MOST_FILE, tooBig } from '../platform/documents/reading/kind.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import * as ra from '../rencana-aksi/commands.ts'
import * as raQueries from '../rencana-aksi/queries.ts'
import { RencanaAksiFile } from '../rencana-aksi/rencana-aksi.ts'
import { findUnit, listUnits, officeOf } from '../unit-kerja/queries.ts'
import type { IsiTerbaca } from './baca-naskah.ts'
import { isKosong } from './baca-nilai.ts'
import { PkTerbaca, RaTerbaca } from './bentuk-terbaca.ts'
import { cocokUnit, type UnitCandidate } from './cocok-unit.ts'
import { type Dilewati, hasilSebagaiBerkas } from './hasil-lkip.ts'
import {
  type BerkasTerbaca,
  type Cara,
  JENIS_NASKAH,
  type JenisNaskah,
  NAMA_JENIS,
  refuseShape,
  type SimpanNaskah,
  type Temuan,
} from './impor.ts'
import { pkSebagaiBerkas, raSebagaiBerkas } from './jadi-berkas.ts'
import { kunciNama, LkipTerbaca } from './lkip.ts'
import * as store from './store.ts'

export type Terbaca = { readonly sha256: string; readonly bentuk: PaperForm; readonly paper: ReadPaper; readonly isi: IsiTerbaca }
export type Asked = { readonly file: Uint8Array; readonly jenis: JenisNaskah }
export type Understood = { readonly paper: ReadPaper; readonly isi: IsiTerbaca | undefined }

/** Read and understood in a thread with bounds; nothing in the file is executed, nothing is fetched. */
export async function readNaskah(file: Uint8Array, jenis: JenisNaskah, bounds: Bounds = {}): Promise<Terbaca | Refusal> {
  if (file.length > MOST_FILE) return tooBig(file.length, MOST_FILE)
  const asked: Asked = { file, jenis }
  const read = await inThread<Understood>(new URL('./commands-naskah-thread.ts', import.meta.url), asked, bounds)
  if (isRefusal(read)) return read
  const { paper, isi } = read
  if (!isi)
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
    readonly dokumen: string | null
    readonly cara: Cara
    readonly pada: string
    readonly unit: string
    readonly namaUnit: string
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
          namaUnit: units.find((u) => u.kode === before.unit)?.nama ?? before.unit,
          tahun: before.tahun,
        }
      : null,
  }
}

export type Tersimpan = {
  /** Results of a report become none. */
  readonly dokumen: string | null
  readonly cara: Cara
  /** Of which office and year it is kept: of a paper that was kept before, those of then. */
  readonly unit: string
  readonly tahun: number
  readonly dimuat: number
  readonly temuan: readonly Temuan[]
  readonly sudahAda: boolean
  /** What of a report was not kept, and why. */
  readonly dilewati: readonly Dilewati[]
}

/** Keeps what was read and corrected, for who may. */
export async function keepNaskah(tx: Tx, ctx: Context, naskah: SimpanNaskah): Promise<Tersimpan | Refusal> {
  const { jenis, unit, cara } = naskah
  const forbidden = await permits(
    tx,
    ctx,
    cara === 'DRAF' ? `${jenis === 'pk' ? 'perjanjian-kinerja' : 'rencana-aksi'}.susun` : 'impor.naskah',
    unit,
  )
  return forbidden ?? storeNaskah(tx, ctx, naskah)
}

/** What `selaras import pk --json` says, and whoever corrected it, as it is kept: the office by its code, or by a name that is surely its own. */
export async function keepRead(tx: Tx, ctx: Context, nama: string, read: BerkasTerbaca): Promise<Tersimpan | Refusal> {
  const jenis = JENIS_NASKAH.find((j) => read.skema === `selaras/${j}/1`)!
  const [tahun, said] = [Number(read.tahun.dibaca), read.unit.dibaca]
  const found = (await findUnit(tx, said, ctx.today))?.kode ?? sureUnit(said, await listUnits(tx, { day: ctx.today, limit: 5000 }))
  if (!found || !(tahun >= 2000 && tahun <= 2100))
    return refuse(
      'TIDAK_VALID',
      `${nama}: ${found ? `tahun "${read.tahun.dibaca}" tidak terbaca; tulis tahunnya di tahun.dibaca` : `satuan kerja "${said}" tidak cocok dengan tepat satu; tulis kodenya di unit.dibaca, misalnya dki.bkd`}.`,
      { field: found ? 'tahun.dibaca' : 'unit.dibaca' },
    )
  const cara = jenis === 'lkip' ? 'TERCETAK' : 'DITETAPKAN'
  return storeNaskah(tx, ctx, { sha256: read.sha256, jenis, nama: read.berkas, unit: found, tahun, cara, isi: read })
}

function sureUnit(said: string, units: Parameters<typeof cocokUnit>[1]): string | undefined {
  const sure = cocokUnit(said, units).filter((u) => u.keyakinan === 1)
  return sure.length === 1 ? sure[0]!.kode : undefined
}

/**
 * The same file again stores nothing and says so; whatever is refused leaves nothing behind. Only of a report, what its office's
 * dictionary did not know then is taken in when it knows it.
 */
async function storeNaskah(tx: Tx, ctx: Context, naskah: SimpanNaskah): Promise<Tersimpan | Refusal> {
  const { sha256: hash, jenis, nama, unit, tahun, cara } = naskah
  const before = await store.findNaskah(tx, hash, jenis)
  if (before && !(jenis === 'lkip' && before.unit === unit)) return asBefore(before)
  if (!(await findUnit(tx, unit, ctx.today))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const keep = { pk: keepPk, 'rencana-aksi': keepRa, lkip: keepLkip }[jenis]
  // A result has its paper for a source: by the name of then it is the one that was kept, by another it would be a second one.
  const done = await keep(tx, ctx, { ...naskah, nama: before?.nama ?? nama })
  if (isRefusal(done)) return done
  if (before && !done.dimuat) return { ...asBefore(before), dilewati: done.dilewati ?? [] }
  if (!before)
    await store.insertNaskah(tx, { sha256: hash, jenis, nama, unit, tahun, dokumen: done.id, cara, actor: ctx.actor.id }, ctx.now)
  await record(tx, ctx, {
    office: await officeOf(tx, unit, ctx.today),
    act: 'impor.naskah',
    subject: `impor/${hash}`,
    detail: { jenis, nama, unit, tahun, cara, dokumen: done.id, dimuat: done.dimuat },
  })
  const { id: dokumen, dimuat, temuan, dilewati = [] } = done
  return { dokumen, cara, unit, tahun, dimuat, temuan, sudahAda: false, dilewati }
}

const asBefore = ({ dokumen, cara, unit, tahun }: store.NaskahRow): Tersimpan => ({
  ...{ dokumen, cara, unit, tahun },
  ...{ dimuat: 0, temuan: [], sudahAda: true, dilewati: [] },
})

type Kept = {
  readonly id: string | null
  readonly dimuat: number
  readonly temuan: readonly Temuan[]
  readonly dilewati?: readonly Dilewati[]
}

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

/**
 * Yearly results are the home of what a paper prints: every printing is kept with its line, and none takes the place of a result in
 * force. A claim of a measurement would not do: it has no target and no capaian, and might be taken for the value.
 */
async function keepLkip(tx: Tx, ctx: Context, { isi, nama, unit, tahun }: SimpanNaskah): Promise<Kept | Refusal> {
  const read = LkipTerbaca.safeParse(isi)
  if (!read.success) return refuseShape(nama, read.error)
  const { file, dilewati } = hasilSebagaiBerkas(read.data, { unit, berkas: nama }, await kodeIn(tx, unit, tahun, read.data))
  if (!file.hasil.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Tidak satu pun dari ${read.data.hasil.length} hasil di ${nama} bernama seperti indikator di kamus ${unit}. Lengkapi kamusnya, atau pastikan satuan kerjanya benar.`,
      { field: 'indikator', rule: 'HT-02' },
    )
  const done = await importHasilTahunan(tx, ctx, file)
  if (isRefusal(done)) return done
  for (const year of new Set(file.hasil.map((h) => h.tahun))) await recomputeYear(tx, ctx, unit, year)
  return { id: null, ...done, dilewati }
}

/** The code of an indicator by its printed name, in any year that the report speaks of; of several alike, the one that was agreed on. */
async function kodeIn(tx: Tx, unit: string, tahun: number, { hasil }: LkipTerbaca) {
  const names = new Map<string, Set<string>>()
  const years = hasil.map((h) => Number(h.periode.dibaca.slice(0, 4))).filter((year) => year > 1945 && year <= 2100)
  for (const year of new Set([tahun, ...years]))
    for (const { kode, nama } of await listKamus(tx, unit, year))
      names.set(kunciNama(nama), (names.get(kunciNama(nama)) ?? new Set()).add(kode))
  const pk = await pkQueries.inForce(tx, unit, tahun)
  const agreed = new Set(pk ? (await pkQueries.linesOf(tx, pk.id)).sasaran.flatMap((s) => s.indikator.map((i) => i.kode)) : [])
  return (nama: string): string | null => {
    const found = [...(names.get(kunciNama(nama)) ?? [])]
    const own = found.length > 1 ? found.filter((kode) => agreed.has(kode)) : found
    return own.length === 1 ? own[0]! : null
  }
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
        `Indikator ${[i.no, `"${i.nama ?? 'tanpa nama'}"`].filter(Boolean).join(' ')} tidak ada di Perjanjian Kinerja ${file.unit} tahun ${file.tahun}. Perbaiki namanya agar sama dengan perjanjian.`,
        { field: 'indikator', rule: 'RA-09' },
      )
    const name = `indikator ${i.no ?? i.nama ?? 'tanpa nama'}`
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
      if (isRefusal(kept)) return at(kept, `${name}, ${a.kode ?? 'RA'}`)
      for (const k of a.kk) {
        const kk = ctx.newId()
        const saved = await ra.saveLine(tx, ctx, draft.id, kk, { kind: 'kriteria', isi: { ra: aksi, uraian: k.uraian ?? null } }, 0)
        if (isRefusal(saved)) return at(saved, `${name}, ${k.kode ?? 'KK'}`)
        for (const { uraian, jumlah, satuan, triwulan, penanggungJawab, mitigasi, kode } of k.to) {
          const isi = { kk, uraian, jumlah, satuan, triwulan, penanggungJawab, mitigasi }
          const output = await ra.saveLine(tx, ctx, draft.id, ctx.newId(), { kind: 'output', isi }, 0)
          if (isRefusal(output)) return at(output, `${name}, ${kode ?? 'T/O'}`)
          outputs++
        }
      }
    }
  }
  const found = await raQueries.visibleRencana(tx, ctx, draft.id)
  return { id: draft.id, dimuat: outputs, temuan: isRefusal(found) ? [] : await raQueries.temuanOf(tx, found) }
}
