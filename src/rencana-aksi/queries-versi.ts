// The versions of a plan, and any two of them side by side: as known now or on a day, or with today's agreement.
import { permits } from '../pengguna/queries.ts'
import { heirsOf } from '../perjanjian-kinerja/queries.ts'
import { listLines } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import { comparison } from '../platform/documents/blocks/comparison.ts'
import type { Document } from '../platform/documents/blocks.ts'
import {
  compareLines,
  endOfDay,
  inForceOn,
  knownSentence,
  type Perbandingan,
  readSisi,
  type SisiOut,
  sebutanVersi,
  type VersiOut,
  withEnds,
} from '../platform/kernel/comparison.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, dayInJakarta, longDay } from '../platform/kernel/time.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import type { Lines } from './baris.ts'
import { KATA, linesToCompare, withTodaysAgreement } from './perbandingan.ts'
import { LIHAT_DRAF, linesOf, pkLines } from './queries.ts'
import { subjectOf, TERBUKA } from './rencana-aksi.ts'
import * as store from './store.ts'

type Dated = store.RencanaRow & { readonly berlakuDari: Day | null; readonly tandaTangan: readonly (Day | null)[] }

/** The visible versions as known now or at an instant, each since when it is in force; a paper from before the program, for its whole year. */
async function versions(on: Db, ctx: Context, unit: string, tahun: number, at?: string): Promise<Dated[]> {
  const inside = (await permits(on, ctx, LIHAT_DRAF, unit)) === undefined
  const found: Dated[] = []
  for (const row of await store.listVersions(on, unit, tahun, at)) {
    const open = TERBUKA.includes(row.status)
    if (!inside && !open) continue
    const signed = await listLines(on, { subject: subjectOf(row), act: 'rencana-aksi.tanda-tangan' }, 20)
    const dayOf = (status: string) => {
      const line = signed.find((l) => l.status === status)
      return line ? dayInJakarta(new Date(line.at)) : null
    }
    const tandaTangan = [open || row.status === 'TTD_PEMILIK' ? dayOf('TTD_PEMILIK') : null, open ? dayOf('DITETAPKAN') : null]
    found.push({ ...row, tandaTangan, berlakuDari: open ? (tandaTangan[1] ?? `${tahun}-01-01`) : null })
  }
  return found
}

/** Murni and each change: on which ground, from when until when, and when its owner and the Pejabat Penilai Kinerja signed. */
export async function listVersi(on: Db, ctx: Context, unit: string, tahun: number): Promise<VersiOut[]> {
  return withEnds(await versions(on, ctx, unit, tahun)).map((v) => ({
    id: v.id,
    versi: v.versi,
    sebutan: sebutanVersi(v.versi),
    status: v.status,
    alasan: v.versi > 1 ? v.keterangan : null,
    dasar: null,
    nomor: null,
    berlakuDari: v.berlakuDari,
    berlakuSampai: v.berlakuSampai,
    penandatangan: ['PEMILIK', 'PENILAI'].flatMap((pihak, at) =>
      v.tandaTangan[at] ? [{ pihak, nama: null, pada: v.tandaTangan[at] }] : [],
    ),
    bolehNomori: false,
    version: v.version,
  }))
}

type Side = { readonly sisi: SisiOut; readonly lines: Lines; readonly subject: string }

async function sideOf(on: Db, ctx: Context, unit: string, year: number, teks: string, field: string): Promise<Side | Refusal> {
  const read = readSisi(teks)
  if (isRefusal(read)) return { ...read, field }
  const { pilih, diketahui } = read
  const tahun = read.tahun ?? year
  const at = diketahui === null ? undefined : endOfDay(diketahui)
  const all = await versions(on, ctx, unit, tahun, at)
  const today = pilih === 'hari-ini'
  const day = !today && 'berlaku' in pilih ? pilih.berlaku : undefined
  const found = today ? all.at(-1) : 'versi' in pilih ? all.find((v) => v.versi === pilih.versi) : inForceOn(all, pilih.berlaku)
  if (!found) {
    const when = diketahui ? `, menurut yang diketahui pada ${longDay(diketahui)}` : ''
    const what = day ? `yang berlaku pada ${longDay(day)}` : 'itu'
    return refuse('TIDAK_DITEMUKAN', `Tidak ada Rencana Aksi ${tahun} ${what}${when}.`, { field })
  }
  const lines = await linesOf(on, found.id, at)
  const name = `Rencana Aksi ${tahun}, ${sebutanVersi(found.versi)}`
  const known = knownSentence(diketahui)
  const subject = subjectOf(found)
  if (today) {
    const source = `Sasaran, indikator, dan target Perjanjian Kinerja pada ${longDay(ctx.today)}; rencana dari ${name}`
    const now = withTodaysAgreement(lines, await pkLines(on, unit, tahun), await heirsOf(on, unit, tahun))
    return { sisi: { sebutan: 'Data hari ini', keterangan: [source, ...known] }, lines: now, subject }
  }
  const about = [`Status ${found.status}`, ...(found.versi > 1 && found.keterangan ? [found.keterangan] : [])].join('. ')
  const inForce = day ? [`Berlaku pada ${longDay(day)}`] : []
  return { sisi: { sebutan: name, keterangan: [about, ...inForce, ...known] }, lines, subject }
}

/** What changed from one side to the other. */
export async function bandingkan(
  on: Db,
  ctx: Context,
  unit: string,
  tahun: number,
  dari: string,
  ke: string,
): Promise<(Perbandingan & { readonly subjects: readonly string[] }) | Refusal> {
  const before = await sideOf(on, ctx, unit, tahun, dari, 'dari')
  if (isRefusal(before)) return before
  const after = await sideOf(on, ctx, unit, tahun, ke, 'ke')
  if (isRefusal(after)) return after
  return {
    dari: before.sisi,
    ke: after.sisi,
    ...compareLines(linesToCompare(before.lines), linesToCompare(after.lines)),
    subjects: [before.subject, after.subject],
  }
}

/** The same on paper. */
export async function perbandinganPaper(
  on: Db,
  ctx: Context,
  unit: string,
  tahun: number,
  dari: string,
  ke: string,
): Promise<Document | Refusal> {
  const found = await bandingkan(on, ctx, unit, tahun, dari, ke)
  if (isRefusal(found)) return found
  const last: string[] = []
  for (const subject of found.subjects) for (const line of await listLines(on, { subject }, 1)) last.push(line.at)
  return comparison({
    ...found,
    judul: `Perbandingan Rencana Aksi Tahun ${tahun}`,
    unitKerja: (await findUnit(on, unit, `${tahun}-12-31`))?.nama ?? unit,
    kata: KATA,
    diambil: [dari, ke].includes('hari-ini')
      ? `${ctx.today}T00:00:00.000Z`
      : (last.sort().at(-1) ?? `${tahun}-01-01T00:00:00.000Z`),
  })
}
