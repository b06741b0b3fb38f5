// The versions of an agreement, and any two of them side by side: as known now or on a day, or with what is true today.
import { versionOn } from '../indikator/queries.ts'
import { permits } from '../pengguna/queries.ts'
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
import { fromColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type Day, dayInJakarta, longDay } from '../platform/kernel/time.ts'
import { commandChain, findUnit } from '../unit-kerja/queries.ts'
import { KATA, linesToCompare, type PerjanjianKinerjaIsi, withTodaysData } from './perbandingan.ts'
import { SEBUTAN_ALASAN, subjectOf, TERBUKA } from './perjanjian-kinerja.ts'
import { LIHAT_DRAF, linesOf } from './queries.ts'
import * as store from './store.ts'

/** The day it is in force from: that of the agreement; a paper that prints none holds for its whole year. */
const inForceFrom = ({ status, tanggal, tahun }: store.PkRow): Day | null =>
  TERBUKA.includes(status) ? (tanggal ?? `${tahun}-01-01`) : null

async function visibleVersions(on: Db, ctx: Context, unit: string, tahun: number, at?: string) {
  const inside = (await permits(on, ctx, LIHAT_DRAF, unit)) === undefined
  const all = await store.listVersions(on, unit, tahun, at)
  // A version that was a draft then is shown to those who could see it then, whatever became of it.
  return { inside, versi: all.filter((v) => inside || TERBUKA.includes(v.status)) }
}

/** Murni and each revision: why, on which ground, under which number, from when until when, signed by whom and when. */
export async function listVersi(on: Db, ctx: Context, unit: string, tahun: number): Promise<VersiOut[]> {
  const { versi } = await visibleVersions(on, ctx, unit, tahun)
  const may = (await permits(on, ctx, 'perjanjian-kinerja.nomori', unit)) === undefined
  const found: VersiOut[] = []
  for (const v of withEnds(versi.map((row) => ({ ...row, berlakuDari: inForceFrom(row) })))) {
    const signed = await listLines(on, { subject: subjectOf(v), act: 'perjanjian-kinerja.tanda-tangan' }, 20)
    const dayOf = (status: string) => {
      const line = signed.find((l) => l.status === status)
      return line ? dayInJakarta(new Date(line.at)) : v.tanggal
    }
    const [first, second] = [v.status === 'TTD_P1' || TERBUKA.includes(v.status), TERBUKA.includes(v.status)]
    found.push({
      id: v.id,
      versi: v.versi,
      sebutan: sebutanVersi(v.versi),
      status: v.status,
      alasan: v.alasanRevisi && SEBUTAN_ALASAN[v.alasanRevisi],
      dasar: v.dasarRevisi,
      nomor: v.nomor,
      berlakuDari: v.berlakuDari,
      berlakuSampai: v.berlakuSampai,
      penandatangan: [
        ...(first ? [{ pihak: 'PERTAMA', nama: v.namaPertama, pada: dayOf('TTD_P1') }] : []),
        ...(second ? [{ pihak: 'KEDUA', nama: v.namaKedua, pada: dayOf('DITETAPKAN') }] : []),
      ],
      bolehNomori: may && v.status !== 'DIGANTI',
      version: v.version,
    })
  }
  return found
}

type Side = { readonly sisi: SisiOut; readonly naskah: PerjanjianKinerjaIsi; readonly subject: string }

async function sideOf(on: Db, ctx: Context, unit: string, year: number, teks: string, field: string): Promise<Side | Refusal> {
  const read = readSisi(teks)
  if (isRefusal(read)) return { ...read, field }
  const { pilih, diketahui } = read
  const tahun = read.tahun ?? year
  const at = diketahui === null ? undefined : endOfDay(diketahui)
  const { versi } = await visibleVersions(on, ctx, unit, tahun, at)
  const today = pilih === 'hari-ini'
  const found = today
    ? versi.at(-1)
    : 'versi' in pilih
      ? versi.find((v) => v.versi === pilih.versi)
      : inForceOn(
          versi.map((row) => ({ ...row, berlakuDari: inForceFrom(row) })),
          pilih.berlaku,
        )
  if (!found) {
    const what = !today && 'berlaku' in pilih ? `yang berlaku pada ${longDay(pilih.berlaku)}` : 'itu'
    const when = diketahui ? `, menurut yang diketahui pada ${longDay(diketahui)}` : ''
    return refuse('TIDAK_DITEMUKAN', `Tidak ada Perjanjian Kinerja ${tahun} ${what}${when}.`, { field })
  }
  const { sasaran } = await linesOf(on, found.id, at)
  const naskah: PerjanjianKinerjaIsi = {
    bentuk: found.bentuk,
    pihakPertama: { nama: found.namaPertama, nip: found.nipPertama, jabatan: found.jabatanPertama },
    pihakKedua: { nama: found.namaKedua, nip: found.nipKedua, jabatan: found.jabatanKedua },
    sasaran: sasaran.map((s) => ({
      ...s,
      indikator: s.indikator.map((i) => ({
        ...i,
        target: Object.fromEntries(Object.entries(i.target).map(([periode, t]) => [periode, fromColumns(t)])),
      })),
    })),
  }
  const name = `Perjanjian Kinerja ${tahun}, ${sebutanVersi(found.versi)}`
  const about = [
    `Status ${found.status}`,
    ...(found.tanggal ? [`tanggal ${longDay(found.tanggal)}`] : []),
    ...(found.alasanRevisi ? [`karena ${SEBUTAN_ALASAN[found.alasanRevisi]}`] : []),
  ].join(', ')
  const inForce = !today && 'berlaku' in pilih ? [`Berlaku pada ${longDay(pilih.berlaku)}`] : []
  const sisi = { sebutan: name, keterangan: [about, ...inForce, ...knownSentence(diketahui)] }
  const subject = subjectOf(found)
  if (!today) return { sisi, naskah, subject }
  const source = `Pemegang jabatan dan kamus indikator pada ${longDay(ctx.today)}; baris dari ${name}`
  return {
    sisi: { sebutan: 'Data hari ini', keterangan: [source, ...knownSentence(diketahui)] },
    naskah: await asOfToday(on, ctx, unit, naskah),
    subject,
  }
}

async function asOfToday(on: Db, ctx: Context, unit: string, naskah: PerjanjianKinerjaIsi): Promise<PerjanjianKinerjaIsi> {
  const chain = (await commandChain(on, unit, ctx.today)).map((u) => u.kode)
  const holders = await store.listHolders(on, chain, ctx.today)
  const above = chain.slice(1).flatMap((kode) => holders.filter((h) => h.unit === kode))[0]
  const kamus = new Map<string, { nama: string; satuan: string }>()
  for (const kode of new Set(naskah.sasaran.flatMap((s) => s.indikator.map((i) => i.kode)))) {
    const version = kode === null ? undefined : await versionOn(on, unit, kode, ctx.today)
    if (kode !== null && version) kamus.set(kode, version)
  }
  return withTodaysData(naskah, { unit: holders.find((h) => h.unit === unit), atasan: above }, kamus)
}

/** What changed from one side to the other; a NIP only for who may see drafts. */
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
  const nip = (await permits(on, ctx, LIHAT_DRAF, unit)) === undefined
  return {
    dari: before.sisi,
    ke: after.sisi,
    ...compareLines(linesToCompare(before.naskah, nip), linesToCompare(after.naskah, nip)),
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
    judul: `Perbandingan Perjanjian Kinerja Tahun ${tahun}`,
    unitKerja: (await findUnit(on, unit, `${tahun}-12-31`))?.nama ?? (await findUnit(on, unit, ctx.today))?.nama ?? unit,
    kata: KATA,
    // The last act on either: the same papers give the same bytes. What is of today is of this day.
    diambil: [dari, ke].includes('hari-ini')
      ? `${ctx.today}T00:00:00.000Z`
      : (last.sort().at(-1) ?? `${tahun}-01-01T00:00:00.000Z`),
  })
}
