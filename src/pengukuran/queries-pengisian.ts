// What the pages of entering a quarter ask for, each in one go: the quarter of an office, the sheet of one indicator, a
// preview of what is typed, and the outputs of the action plan that are due.
import { listResults } from '../indikator/queries.ts'
import { permits } from '../pengguna/queries.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { fromColumns } from '../platform/kernel/figure.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { daysOf, yearOf } from '../platform/kernel/time.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { findUnit } from '../unit-kerja/queries.ts'
import { explainFrom } from './explanation.ts'
import { formulaOf, inputsOf, sentenceOf } from './formula.ts'
import type { Loaded, Versi } from './hasil.ts'
import { measure } from './measure.ts'
import { barisTriwulan, batasOf, dueTriwulan, ownClaim, preview, storedLembar } from './pengisian.ts'
import type { Lembar, Place } from './pengukuran.ts'
import { loadBahan } from './queries-bahan.ts'
import { notTheOwner } from './rules.ts'
import * as kemajuan from './store/kemajuan.ts'
import * as store from './store.ts'
import { LANGKAH, type Langkah, sealed } from './workflow.ts'

const NOT_ENTERED = refuse('TIDAK_DITEMUKAN', 'Isi dan simpan dahulu realisasinya.')
const unknownUnit = (unit: string, periode: string) =>
  refuse('TIDAK_DITEMUKAN', `Satuan kerja ${unit} tidak ada pada ${periode}.`, { field: 'unit' })

/** Why nobody may write into this measurement now, or why this actor may not; undefined where they may. */
async function closedFor(
  on: Db,
  ctx: Context,
  at: { unit: string; periode: string },
  row: store.PengukuranRow | undefined,
): Promise<Refusal | undefined> {
  const period = await store.findPeriode(on, at.periode)
  return (
    sealed(row && row.version > 0 ? row.status : undefined, period?.status) ?? (await permits(on, ctx, 'pengukuran.isi', at.unit))
  )
}

/** Why this actor may not take this step now; undefined where they may. The button is greyed by what refuses the act. */
export async function refusalOf(
  on: Db,
  ctx: Context,
  at: Place,
  versi: Versi,
  found: Langkah,
  bahan: Loaded,
): Promise<Refusal | undefined> {
  const denied =
    (await permits(on, ctx, found.wewenang, at.unit)) ?? (found.act === 'verifikasi' ? notTheOwner(ctx.actor, versi) : undefined)
  if (denied || !found.perluBukti) return denied
  const own = ownClaim(bahan, at)
  if (!own && !bahan.klaim(at.unit, at.kode, at.periode).length)
    return refuse('DITOLAK_ATURAN', 'Belum ada realisasi yang dapat diajukan.', { rule: 'MS-01' })
  const { hasil } = measure(bahan, at.unit, at.kode, at.periode)
  if (hasil.nilai.status === 'GALAT')
    return refuse('DITOLAK_ATURAN', `Rumusnya belum memberi nilai: ${hasil.nilai.pesan}`, { rule: 'MS-01' })
  if (own?.nilai.status === 'KOSONG' && !own.keterangan)
    return refuse('DITOLAK_ATURAN', 'Realisasi belum lengkap. Lengkapi isiannya, atau pilih “Belum ada data” dengan alasannya.', {
      rule: 'MS-01',
    })
  if (hasil.nilai.status === 'NILAI' && (await store.countBukti(on, at.unit, at.kode, at.periode)).jumlah === 0)
    return refuse(
      'DITOLAK_ATURAN',
      'Realisasi tidak dapat diajukan tanpa bukti. Unggah paling sedikit satu bukti dengan halaman dan penerbitnya.',
      { rule: 'MS-01', field: 'bukti' },
    )
  return undefined
}

/** The indicators of an office in the order of its agreement, the rest of its dictionary after them. */
async function inOrder(on: Db, bahan: Loaded, unit: string, periode: string): Promise<{ kode: string; anggota: string[] }[]> {
  const known = (kode: string | null): kode is string => kode !== null && bahan.versi(unit, kode, periode) !== undefined
  const pk = await perjanjian.inForce(on, unit, yearOf(periode))
  const agreed = pk ? (await perjanjian.linesOf(on, pk.id)).sasaran : []
  const groups = new Map<string, string[]>()
  for (const s of agreed)
    for (const { kode } of s.indikator) if (known(kode)) groups.set(s.kelompok, [...(groups.get(s.kelompok) ?? []), kode])
  const seen = new Set([...groups.values()].flat())
  const rest = bahan.kode(unit).filter((kode) => !seen.has(kode) && known(kode))
  const kelompok = [...groups].map(([kode, anggota]) => ({ kode, anggota: [...new Set(anggota)] }))
  return rest.length ? [...kelompok, { kode: 'LAIN', anggota: rest }] : kelompok
}

/** A quarter of an office: every indicator with what is asked and missing, until when, and who may fill it in. */
export async function triwulan(on: Db, ctx: Context, unit: string, wanted: { periode?: string; tahun?: string }) {
  const periode = wanted.periode ?? dueTriwulan(wanted.tahun ?? ctx.today.slice(0, 4), ctx.today)
  const office = await findUnit(on, unit, daysOf(periode).sampai)
  if (!office) return unknownUnit(unit, periode)
  const bahan = await loadBahan(on, unit, yearOf(periode))
  const rows = new Map((await store.listPengukuran(on, unit, periode, undefined)).map((r) => [r.kode, r]))
  const period = await store.findPeriode(on, periode)
  const kelompok = (await inOrder(on, bahan, unit, periode)).map(({ kode, anggota }) => ({
    kode,
    indikator: anggota.map((k) => barisTriwulan(bahan, { unit, kode: k, periode }, bahan.versi(unit, k, periode)!, rows.get(k))),
  }))
  return {
    saya: ctx.actor.id,
    nama: office.nama,
    periode,
    status: period?.status ?? ('TERBUKA' as const),
    batas: batasOf(periode, period?.batas),
    hariIni: ctx.today,
    ditolak: (await closedFor(on, ctx, { unit, periode }, undefined))?.detail ?? null,
    kelompok,
  }
}

/** One indicator's sheet: what is asked, what is stored, what it comes to, what may be done now, and what was done. */
export async function lembar(on: Db, ctx: Context, at: Place) {
  const { unit, kode, periode } = at
  const year = yearOf(periode)
  if (!(await findUnit(on, unit, daysOf(periode).sampai))) return unknownUnit(unit, periode)
  const bahan = await loadBahan(on, unit, year)
  const versi = bahan.versi(unit, kode, periode) as (Versi & Partial<Uraian>) | undefined
  if (!versi) return refuse('TIDAK_DITEMUKAN', `Indikator ${kode} tidak ada di kamus ${unit} untuk ${periode}.`, { field: 'kode' })
  const row = await store.findPengukuran(on, unit, kode, periode)
  const period = await store.findPeriode(on, periode)
  const formula = formulaOf(versi)
  const order = (await inOrder(on, bahan, unit, periode)).flatMap((g) => g.anggota)
  const here = order.indexOf(kode)
  const owner = versi.pemilikData ? await findUnit(on, versi.pemilikData, daysOf(periode).sampai) : undefined
  const tindakan = []
  const entered = row !== undefined && row.version > 0
  for (const l of LANGKAH.filter((l) => l.dari === (entered ? row.status : 'DRAF')))
    tindakan.push({
      act: l.act,
      label: l.label,
      perluAlasan: l.perluAlasan ?? false,
      bolehNilai: l.act === 'validasi' || l.act === 'verifikasi',
      ditolak:
        (period?.status === 'TERKUNCI'
          ? sealed('DRAF', 'TERKUNCI')
          : entered
            ? await refusalOf(on, ctx, at, versi, l, bahan)
            : NOT_ENTERED
        )?.detail ?? null,
    })
  return {
    saya: ctx.actor.id,
    version: row?.version ?? 0,
    status: row && row.version > 0 ? row.status : ('BELUM_DIISI' as const),
    periode,
    statusPeriode: period?.status ?? ('TERBUKA' as const),
    batas: batasOf(periode, period?.batas),
    hariIni: ctx.today,
    ke: here + 1,
    dari: order.length,
    sebelum: order[here - 1] ?? null,
    sesudah: order[here + 1] ?? null,
    indikator: {
      kode,
      nama: versi.nama,
      satuan: versi.satuan,
      desimal: versi.desimal,
      jenisNilai: versi.jenisNilai,
      definisi: versi.definisi ?? null,
      caraUkur: versi.caraUkur ?? null,
      sumberData: versi.sumberData ?? null,
      skalaMin: versi.skalaMin ?? null,
      skalaMaks: versi.skalaMaks ?? null,
      dasarHukum: versi.dasarHukum,
      pemilik: owner?.nama ?? versi.pemilikData,
    },
    rumus: formula?.ok
      ? {
          teks: formula.tree.text,
          kata: sentenceOf(formula),
          arti: formula.arti,
          dasar: formula.dasar,
          masukan: inputsOf(formula),
        }
      : null,
    survei: inputsOf(formula).flatMap(({ nama, dari }) => {
      const found = dari === 'SURVEI' ? bahan.tabel(unit, kode, periode, 'SURVEI').find((t) => t.nama === nama) : undefined
      return found ? [{ nama, baris: found.isian.length }] : []
    }),
    lembar: storedLembar(bahan, at, versi, row),
    penjelasan: explainFrom(bahan, unit, kode, periode),
    perjalanan: await course(on, bahan, at, year),
    ditolak: (await closedFor(on, ctx, at, row))?.detail ?? null,
    tindakan,
    riwayat: await kemajuan.listRiwayat(on, `pengukuran/${unit}/${kode}/${periode}`),
  }
}

type Uraian = {
  definisi: string | null
  caraUkur: string | null
  sumberData: string | null
  skalaMin: string | null
  skalaMaks: string | null
}

/** Result and target of the years before, and of the quarters of this one: for the small chart. */
async function course(on: Db, bahan: Loaded, { unit, kode }: Place, year: number) {
  const printed = await listResults(on, { unit, kode, berlaku: true })
  const said = (tahun: number, unsur: string) => printed.find((r) => r.tahun === tahun && r.unsur === unsur)?.nilai ?? null
  const tahun = [year - 2, year - 1].map((y) => ({ nama: String(y), realisasi: said(y, 'REALISASI'), target: said(y, 'TARGET') }))
  const triwulan = [1, 2, 3, 4].map((n) => {
    const p = explainFrom(bahan, unit, kode, `${year}-TW${n}`)
    const { status, nilai } = p.hasil.nilai
    return { nama: `${year}-TW${n}`, realisasi: status === 'NILAI' ? nilai : null, target: p.target?.figure.nilai ?? null }
  })
  const whole = bahan.target(unit, kode, String(year))
  return {
    tahun: tahun.filter((t) => t.realisasi !== null || t.target !== null),
    triwulan,
    targetTahun: whole?.figure.nilai ?? null,
  }
}

/** What the typed sheet would come to; nothing is stored. */
export async function pratinjau(on: Db, at: Place, typed: Lembar) {
  const bahan = await loadBahan(on, at.unit, yearOf(at.periode))
  const versi = bahan.versi(at.unit, at.kode, at.periode)
  if (!versi)
    return refuse('TIDAK_DITEMUKAN', `Indikator ${at.kode} tidak ada di kamus ${at.unit} untuk ${at.periode}.`, { field: 'kode' })
  const { p, salah } = preview(bahan, at, versi, typed)
  return {
    nilai: p.hasil.nilai,
    capaian: p.capaian,
    kata: p.hasil.cara === 'RUMUS' ? (p.hasil.rumus?.kata ?? null) : null,
    alasan: p.hasil.alasan,
    salah,
  }
}

/** The outputs of the action plan in force that are due in a quarter, with their progress. */
export async function keluaran(on: Db, ctx: Context, unit: string, periode: string) {
  const plan = await rencana.inForce(on, unit, yearOf(periode))
  if (!plan) return { saya: ctx.actor.id, rencana: null, ditolak: null, isi: [] }
  const part = periode.slice(5)
  const agreed = new Map((await rencana.pkLines(on, unit, yearOf(periode))).map((l) => [l.id, l.nama]))
  const due = (await rencana.linesOf(on, plan.id)).flatMap((i) =>
    i.ra.flatMap((a) =>
      a.kk.flatMap((k) =>
        k.output
          .filter((o) => o.triwulan === part)
          .map((o) => ({
            o,
            indikator: i.nama ?? agreed.get(i.pkIndikator ?? '') ?? i.sasaran ?? `Indikator ${i.nomor ?? ''}`,
            aksi: a.uraian,
            kriteria: k.uraian,
          })),
      ),
    ),
  )
  const done = new Map(
    (
      await kemajuan.listKemajuan(
        on,
        due.map(({ o }) => o.id),
      )
    ).map((k) => [k.output, k]),
  )
  return {
    saya: ctx.actor.id,
    rencana: plan.id,
    ditolak: (await closedFor(on, ctx, { unit, periode }, undefined))?.detail ?? null,
    isi: due.map(({ o, ...of }) => ({ ...of, ...toKeluaran(o, done.get(o.id)) })),
  }
}

function toKeluaran(o: rencana.OutputRow, k: kemajuan.KemajuanRow | undefined) {
  const { id, kode, uraian, satuan, penanggungJawab, mitigasi } = o
  const kemajuanNow = k && { ...fromColumns(k), catatan: k.catatan, oleh: k.oleh, dicatat: k.dicatat, bukti: k.bukti }
  return {
    id,
    kode,
    uraian,
    satuan,
    penanggungJawab,
    mitigasi,
    jumlah: fromColumns(o),
    kemajuan: kemajuanNow ?? null,
    version: k?.version ?? 0,
  }
}

export { listKemajuan } from './store/kemajuan.ts'
