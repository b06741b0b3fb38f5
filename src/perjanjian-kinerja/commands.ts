// load → decide → save → tell, in the caller's transaction.

import { type Imported, originOf } from '../indikator/indikator.ts'
import { permits } from '../pengguna/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Tx, undoable, violates } from '../platform/db/database.ts'
import { recordsAt } from '../platform/db/two-times.ts'
import { canonical, type Json, sha256 } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Figure, fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { commandChain, findUnit, officeOf } from '../unit-kerja/queries.ts'
import type { SasaranRencana } from './dari-rencana.ts'
import { type Field, refuseSealed } from './fields.ts'
import { otherPrints, readBerkas, refuseWrongRows, rowsOf } from './naskah.ts'
import type {
  DrafBaru,
  IsianIndikator,
  IsianNomor,
  IsianPihak,
  IsianSasaran,
  IsianSusunan,
  PeriodeTarget,
  PerjanjianKinerjaFile,
} from './perjanjian-kinerja.ts'
import { NAMA_PERIODE, PERIODE_TARGET, subjectOf as subject, TERBUKA, unkeepable } from './perjanjian-kinerja.ts'
import { kamusOf, linesFromPlan, linesOf, temuanOf } from './queries.ts'
import { bentukOf, findBentuk } from './rules.ts'
import { beyondScale } from './rules-target.ts'
import { findBersama } from './store/bersama.ts'
import * as store from './store.ts'
import { groupIn, numberLines, orderOf, refuseOtherLines, type Susunan } from './susunan.ts'

const SUSUN = 'perjanjian-kinerja.susun'
const NOMORI = 'perjanjian-kinerja.nomori'

/** The first draft of a year, or (after one that is DITETAPKAN) a revision with its legal reason. */
export async function createDraft(tx: Tx, ctx: Context, draf: DrafBaru): Promise<{ id: string; version: number } | Refusal> {
  const { unit, tahun } = draf
  if (!(await findUnit(tx, unit, ctx.today))) return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const bentuk = bentukOf(tahun)
  if (!bentuk)
    return refuse('TIDAK_VALID', `Belum ada bentuk Perjanjian Kinerja untuk tahun ${tahun} dalam paket peraturan.`, {
      field: 'tahun',
    })
  const before = (await store.listVersions(tx, unit, tahun)).at(-1)
  if (before && before.status !== 'DITETAPKAN' && before.status !== 'DIPUBLIKASI')
    return refuse(
      'BENTROK',
      `Perjanjian Kinerja ${unit} tahun ${tahun} sudah disusun (versi ${before.versi}, ${before.status}). Lanjutkan yang itu.`,
      { field: 'tahun' },
    )
  if (before && !draf.alasanRevisi)
    return refuse(
      'DITOLAK_ATURAN',
      'Perjanjian Kinerja yang sudah ditetapkan hanya dapat direvisi dengan salah satu alasan yang sah.',
      { field: 'alasanRevisi', rule: 'PermenPANRB 53/2014' },
    )
  const source = draf.salinDari ? await store.findPk(tx, draf.salinDari) : undefined
  if (draf.salinDari && (before || source?.unit !== unit || source.tahun >= tahun || !TERBUKA.includes(source.status)))
    return refuse(
      'TIDAK_VALID',
      'Draf baru hanya dapat disalin dari Perjanjian Kinerja yang ditetapkan pada tahun sebelumnya, dari satuan kerja yang sama.',
      { field: 'salinDari' },
    )
  if (draf.dariRencana && (before || source))
    return refuse('TIDAK_VALID', 'Hanya draf pertama suatu tahun, dan tanpa salinan, yang dapat dimulai dari rencana.', {
      field: 'dariRencana',
    })
  const plan = draf.dariRencana ? await linesFromPlan(tx, unit, tahun) : []
  if (draf.dariRencana && !plan.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Rencana ${unit} tahun ${tahun} belum memuat tujuan atau sasaran yang indikatornya ada di kamus. Lengkapi pohon kinerjanya, atau mulai dengan cara lain.`,
      { field: 'dariRencana', rule: 'PK-10' },
    )
  await recordsAt(tx, ctx.now)
  const id = ctx.newId()
  const versi = (before?.versi ?? 0) + 1
  const [pertama, kedua] = await partiesOf(tx, ctx, draf)
  try {
    await undoable(tx, () =>
      store.insertPk(tx, {
        id,
        unit,
        tahun,
        versi,
        bentuk: bentuk.kode,
        status: 'DRAFT',
        asal: 'SISTEM',
        alasanRevisi: before ? (draf.alasanRevisi ?? null) : null,
        namaPertama: pertama?.nama ?? null,
        nipPertama: pertama?.nip ?? null,
        jabatanPertama: pertama?.jabatan ?? null,
        namaKedua: kedua?.nama ?? null,
        nipKedua: kedua?.nip ?? null,
        jabatanKedua: kedua?.jabatan ?? null,
        cetakanLain: [],
        tanggal: null,
        sumber: null,
        keterangan: null,
        isiSha256: null,
        dasarRevisi: before ? (draf.dasarRevisi ?? null) : null,
      }),
    )
  } catch (error) {
    if (violates(error, 'perjanjian_kinerja_unit_tahun_versi_key'))
      return refuse('BENTROK', 'Perjanjian Kinerja itu baru saja disusun orang lain. Buka yang itu.', { field: 'tahun' })
    throw error
  }
  if (before) await copyLines(tx, ctx, before.id, id)
  else if (source) await carryLines(tx, ctx, source, (await store.findPk(tx, id))!)
  else if (plan.length) await plantLines(tx, ctx, plan, (await store.findPk(tx, id))!)
  const office = await officeOf(tx, unit, ctx.today)
  await record(tx, ctx, {
    office,
    act: SUSUN,
    subject: subject({ unit, tahun, versi }),
    status: 'DRAFT',
    note: draf.alasanRevisi ?? undefined,
    detail: {
      id,
      ...(source && { salinDari: source.id }),
      ...(plan.length && { dariRencana: plan.length }),
      ...(before && draf.dasarRevisi && { dasarRevisi: draf.dasarRevisi }),
    },
  })
  return { id, version: 1 }
}

/** As the draft says, else who holds the office today and who holds the one above it. */
async function partiesOf(tx: Tx, ctx: Context, { unit, pihakPertama, pihakKedua }: DrafBaru) {
  const chain = (await commandChain(tx, unit, ctx.today)).map((u) => u.kode)
  const holders = await store.listHolders(tx, chain, ctx.today)
  const above = chain.slice(1).flatMap((kode) => holders.filter((h) => h.unit === kode))[0]
  return [pihakPertama ?? holders.find((h) => h.unit === unit), pihakKedua ?? (above && { ...above, nip: null })]
}

/** A new year begins with the lines and targets of an earlier one, in the groups and numbers of its own form. */
async function carryLines(tx: Tx, ctx: Context, from: store.PkRow, to: store.PkRow): Promise<void> {
  await copyLines(tx, ctx, from.id, to.id, {
    kelompok: (kode) => groupIn(findBentuk(to.bentuk)!, kode),
    kode: await knownCodes(tx, from.id, to),
  })
  await renumber(tx, to)
}

/** A new year begins with what the unit's plan aims at; its targets are proposed beside the cells, not written. */
async function plantLines(tx: Tx, ctx: Context, plan: readonly SasaranRencana[], to: store.PkRow): Promise<void> {
  const none = { nomor: null, sumber: null, keterangan: null }
  const sasaran = plan.map(({ kelompok, uraian }, at) => ({
    ...none,
    id: ctx.newId(),
    pk: to.id,
    urutan: at + 1,
    nomor: String(at + 1),
    kelompok,
    uraian,
  }))
  const indikator = plan.flatMap((s, at) =>
    s.indikator.map((i, n) => ({ ...newLine, ...none, ...i, id: ctx.newId(), sasaran: sasaran[at]!.id, urutan: n + 1 })),
  )
  await store.insertLines(tx, { sasaran, indikator, target: [] }, ctx.now)
  await renumber(tx, to)
}

const newLine = { nilaiLebih: [], alasanTarget: null, dasarTarget: null, bersama: null, bersamaVersi: null }

/** The codes that the dictionary of the new year still has; a line without one is a finding (PK-10). */
async function knownCodes(tx: Tx, from: string, to: store.PkRow): Promise<(kode: string | null) => string | null> {
  const known = await kamusOf(
    tx,
    to,
    (await store.listIndikator(tx, from)).map((i) => i.kode),
  )
  return (kode) => (kode !== null && known.has(kode) ? kode : null)
}

type Carried = { readonly kelompok: (kode: string) => string; readonly kode: (kode: string | null) => string | null }

/** A revision begins with the lines of the version before, as they are; a new year says what becomes of them. */
async function copyLines(tx: Tx, ctx: Context, from: string, to: string, carried?: Carried): Promise<void> {
  // A line of another year does not stand on the paper that it was copied from.
  const place = carried && { sumber: null, keterangan: null }
  const renamed = new Map<string, string>()
  const fresh = (id: string) => renamed.get(id) ?? renamed.set(id, ctx.newId()).get(id)!
  const sasaran = (await store.listSasaran(tx, from)).map((s) => ({
    ...s,
    ...place,
    id: fresh(s.id),
    pk: to,
    kelompok: carried?.kelompok(s.kelompok) ?? s.kelompok,
  }))
  const indikator = (await store.listIndikator(tx, from)).map((i) => ({
    ...i,
    ...place,
    // Reasons are those of a year, and so is what others issue.
    ...(carried && { alasanTarget: null, dasarTarget: null, bersama: null, bersamaVersi: null }),
    id: fresh(i.id),
    sasaran: fresh(i.sasaran),
    kode: carried ? carried.kode(i.kode) : i.kode,
    nilaiLebih: [],
  }))
  const target = (await store.listTarget(tx, from)).map((t) => ({
    ...t,
    ...(carried && { sumber: null, tercetak: null }),
    indikator: fresh(t.indikator),
  }))
  await store.insertLines(tx, { sasaran, indikator, target }, ctx.now)
}

/** The agreement, locked, for whoever may draft it and while the fields are open; else the refusal. */
export async function openForEdit(tx: Tx, ctx: Context, id: string, fields: readonly Field[]): Promise<store.PkRow | Refusal> {
  const pk = await store.lockPk(tx, id)
  if (!pk) return refuse('TIDAK_DITEMUKAN', 'Perjanjian Kinerja itu tidak ada.')
  await recordsAt(tx, ctx.now)
  return (await permits(tx, ctx, SUSUN, pk.unit)) ?? refuseSealed(fields, pk.status) ?? pk
}

export async function tell(tx: Tx, ctx: Context, pk: store.PkRow, act: string, detail: Json): Promise<void> {
  await record(tx, ctx, {
    office: await officeOf(tx, pk.unit, ctx.today),
    act: `perjanjian-kinerja.${act}`,
    subject: subject(pk),
    status: pk.status,
    detail,
  })
}

/** Creates (`seen` 0, with an id of the client's) or changes a sasaran. */
export async function saveSasaran(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  isian: IsianSasaran,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(
    tx,
    ctx,
    id,
    (Object.keys(isian) as (keyof IsianSasaran)[]).map((key) => `sasaran.${key}` as const),
  )
  if (isRefusal(pk)) return pk
  const groups = findBentuk(pk.bentuk)?.kelompok.map((k) => k.kode) ?? []
  if (!groups.includes(isian.kelompok))
    return refuse('TIDAK_VALID', `Bentuk ${pk.bentuk} tidak mengenal kelompok ${isian.kelompok}; pilih ${groups.join(', ')}.`, {
      field: 'kelompok',
      rule: 'PK-01',
    })
  const before = await store.findSasaran(tx, baris)
  if (before && before.pk !== id) return refuse('BENTROK', 'Baris itu milik Perjanjian Kinerja lain.', { field: 'baris' })
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, isian)
  if (before && (before.uraian !== isian.uraian || before.kelompok !== isian.kelompok)) {
    const received = (await store.listIndikator(tx, id)).filter((i) => i.sasaran === baris && i.bersama !== null)
    for (const line of received) {
      const locked = await refuseIssued(tx, line, 'uraian')
      if (locked) return locked
    }
  }
  const version = await store.saveSasaran(tx, baris, id, isian)
  await tell(tx, ctx, pk, 'isi-sasaran', { baris, ...isian })
  return { version }
}

/** Creates (`seen` 0) or changes an indicator under a sasaran of the same agreement. */
export async function saveIndikator(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  isian: IsianIndikator,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(
    tx,
    ctx,
    id,
    (Object.keys(isian) as (keyof IsianIndikator)[]).map((key) => `indikator.${key}` as const),
  )
  if (isRefusal(pk)) return pk
  if ((await store.findSasaran(tx, isian.sasaran))?.pk !== id)
    return refuse('TIDAK_VALID', 'Sasaran itu tidak ada dalam Perjanjian Kinerja ini.', { field: 'sasaran' })
  const before = await store.findIndikator(tx, baris)
  if (before && before.pk !== id) return refuse('BENTROK', 'Baris itu milik Perjanjian Kinerja lain.', { field: 'baris' })
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, isian)
  if (isian.kode && !(await kamusOf(tx, pk, [isian.kode])).has(isian.kode))
    return refuse('TIDAK_VALID', `Indikator ${isian.kode} tidak ada di kamus indikator ${pk.unit} untuk tahun ${pk.tahun}.`, {
      field: 'kode',
      rule: 'PK-10',
    })
  const changed = DITERBITKAN.find((bidang) => before && (before[bidang] ?? null) !== (isian[bidang] ?? null))
  const locked = before && changed && (await refuseIssued(tx, before, changed))
  if (locked) return locked
  const version = await store.saveIndikator(tx, baris, isian)
  await tell(tx, ctx, pk, 'isi-indikator', { baris, ...isian })
  return { version }
}

/** The texts of a line that are the issuer's where it was received. */
const DITERBITKAN = ['nama', 'sumberData', 'pengukuran', 'satuan'] as const

/** What another office has issued is changed by that office, until it withdraws it. */
async function refuseIssued(tx: Tx, { bersama }: Pick<store.IndikatorRow, 'bersama'>, field: string): Promise<Refusal | undefined> {
  const item = bersama === null ? undefined : await findBersama(tx, bersama)
  if (item?.status !== 'DITERBITKAN') return undefined
  return refuse(
    'TERSEGEL',
    `Baris ini diterbitkan ${item.namaPemilik} untuk semua satuan kerja; teks dan targetnya hanya diubah oleh penerbitnya.`,
    { field, rule: 'PK-14' },
  )
}

/** Writes one target cell (`seen` 0 where it was empty); the one before is superseded. */
export async function saveTarget(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  periode: PeriodeTarget,
  figure: Figure,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, [`target.${periode}`])
  if (isRefusal(pk)) return pk
  const indikator = await store.findIndikator(tx, baris)
  if (indikator?.pk !== id)
    return refuse('TIDAK_DITEMUKAN', 'Indikator itu tidak ada dalam Perjanjian Kinerja ini.', { field: 'baris' })
  const before = await store.findTarget(tx, baris, periode)
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, figure)
  const unkept = unkeepable(toColumns(figure))
  if (unkept) return refuse('TIDAK_VALID', unkept, { field: 'nilai' })
  const locked = await refuseIssued(tx, indikator, 'nilai')
  if (locked) return locked
  const kamus = indikator.kode ? (await kamusOf(tx, pk, [indikator.kode])).get(indikator.kode) : undefined
  const beyond = kamus && beyondScale(fromColumns(toColumns(figure)), kamus)
  if (beyond)
    return refuse('DITOLAK_ATURAN', `${beyond} Periksa satuan dan tanda desimalnya (${NAMA_PERIODE[periode]}).`, {
      field: 'nilai',
      rule: 'PK-06',
    })
  const version = seen + 1
  await store.replaceTarget(tx, baris, periode, toColumns(figure), version, ctx.now)
  await tell(tx, ctx, pk, 'isi-target', { baris, periode, ...toColumns(figure) })
  return { version }
}

/** The number of the document, as BKD or the office gives it; also after it is signed, which it does not change. */
export async function saveNomor(
  tx: Tx,
  ctx: Context,
  id: string,
  { nomor }: IsianNomor,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await store.lockPk(tx, id)
  if (!pk) return refuse('TIDAK_DITEMUKAN', 'Perjanjian Kinerja itu tidak ada.')
  const refused = (await permits(tx, ctx, NOMORI, pk.unit)) ?? refuseSealed(['nomor'], pk.status)
  if (refused) return refused
  if (pk.version !== seen) return outdatedVersion({ nomor: pk.nomor, version: pk.version }, { nomor })
  await recordsAt(tx, ctx.now)
  const version = await store.saveNomor(tx, id, nomor)
  await tell(tx, ctx, pk, 'nomori', { semula: pk.nomor, nomor })
  return { version }
}

const PIHAK_FIELDS = (['nama', 'nip', 'jabatan'] as const).flatMap((key) => [`pihakPertama.${key}`, `pihakKedua.${key}`] as const)

/** Who signs. The NIP itself does not enter the ledger. */
export async function saveParties(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianPihak,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, PIHAK_FIELDS)
  if (isRefusal(pk)) return pk
  if (pk.version !== seen) return outdatedVersion(pk, isian)
  const version = await store.saveParties(tx, id, isian)
  const without = ({ nama, jabatan }: IsianPihak['pihakPertama']) => ({ nama, jabatan })
  await tell(tx, ctx, pk, 'isi-pihak', { pihakPertama: without(isian.pihakPertama), pihakKedua: without(isian.pihakKedua) })
  return { version }
}

/** Puts the lines into another order and numbers them as the form does. */
export async function arrange(
  tx: Tx,
  ctx: Context,
  id: string,
  { susunan }: IsianSusunan,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, [
    'sasaran.urutan',
    'sasaran.nomor',
    'indikator.sasaran',
    'indikator.urutan',
    'indikator.nomor',
  ])
  if (isRefusal(pk)) return pk
  if (pk.version !== seen) return outdatedVersion({ version: pk.version }, { susunan })
  const wrong = refuseOtherLines((await linesOf(tx, id)).sasaran, susunan)
  if (wrong) return wrong
  const version = await renumber(tx, pk, susunan)
  await tell(tx, ctx, pk, 'susun-ulang', { susunan })
  return { version }
}

export async function renumber(tx: Tx, pk: store.PkRow, susunan?: Susunan): Promise<number> {
  const { sasaran } = await linesOf(tx, pk.id)
  return store.saveOrder(tx, pk.id, numberLines(findBentuk(pk.bentuk)!, sasaran, susunan ?? orderOf(sasaran)))
}

/** Deletes a sasaran of a draft that measures nothing any more; those after it move up. */
export async function deleteSasaran(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, ['sasaran.uraian'])
  if (isRefusal(pk)) return pk
  const line = (await linesOf(tx, id)).sasaran.find((s) => s.id === baris)
  if (!line) return refuse('TIDAK_DITEMUKAN', 'Sasaran itu tidak ada dalam Perjanjian Kinerja ini; mungkin sudah dihapus.')
  const { indikator, ...sasaran } = line
  if (sasaran.version !== seen) return outdatedVersion(sasaran, null)
  if (indikator.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Sasaran ${sasaran.nomor} masih memuat ${indikator.length} indikator. Hapus atau pindahkan dahulu indikatornya.`,
      { field: 'baris', rule: 'PK-01' },
    )
  await store.deleteSasaran(tx, baris)
  await tell(tx, ctx, pk, 'hapus-sasaran', { baris, nomor: sasaran.nomor, kelompok: sasaran.kelompok, uraian: sasaran.uraian })
  return { version: await renumber(tx, pk) }
}

/** Deletes an indicator of a draft with its targets. */
export async function deleteIndikator(
  tx: Tx,
  ctx: Context,
  id: string,
  baris: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(tx, ctx, id, ['indikator.nama', ...PERIODE_TARGET.map((p) => `target.${p}` as const)])
  if (isRefusal(pk)) return pk
  const line = (await linesOf(tx, id)).sasaran.flatMap((s) => s.indikator).find((i) => i.id === baris)
  if (!line) return refuse('TIDAK_DITEMUKAN', 'Indikator itu tidak ada dalam Perjanjian Kinerja ini; mungkin sudah dihapus.')
  const { target, ...indikator } = line
  if (indikator.version !== seen) return outdatedVersion(indikator, null)
  await store.deleteIndikator(tx, baris)
  await tell(tx, ctx, pk, 'hapus-indikator', {
    baris,
    kode: indikator.kode,
    nama: indikator.nama,
    target: Object.fromEntries(Object.entries(target).map(([periode, t]) => [periode, toColumns(fromColumns(t))])),
  })
  return { version: await renumber(tx, pk) }
}

/**
 * Keeps a paper that was signed before the program, as it is. What its rules see is returned as findings and blocks
 * nothing; only what cannot be stored is refused. The same content again is recognised and stores nothing.
 */
export async function importPerjanjianKinerja(
  tx: Tx,
  ctx: Context,
  file: PerjanjianKinerjaFile,
): Promise<(Imported & { id: string }) | Refusal> {
  const wrong = refuseWrongRows(file)
  if (wrong) return wrong
  if (!(await findUnit(tx, file.unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${file.unit} tidak dikenal. Muat dahulu satuan kerjanya.`, { field: 'unit' })
  const digest = sha256(canonical(file as unknown as Json))
  const before = (await store.listVersions(tx, file.unit, file.tahun)).find((v) => v.versi === file.versi)
  if (before && before.isiSha256 !== digest)
    return refuse('BENTROK', `Perjanjian Kinerja ${file.unit} tahun ${file.tahun} versi ${file.versi} sudah ada dengan isi lain.`, {
      field: 'versi',
    })
  if (before) return { id: before.id, dimuat: 0, temuan: await temuanOf(tx, before, ctx.today) }

  await recordsAt(tx, ctx.now)
  const id = ctx.newId()
  const { pihakPertama, pihakKedua } = readBerkas(file)
  await store.insertPk(tx, {
    id,
    unit: file.unit,
    tahun: file.tahun,
    versi: file.versi,
    bentuk: file.bentuk,
    status: 'DITETAPKAN',
    asal: 'SEBELUM_SISTEM',
    alasanRevisi: file.alasanRevisi ?? null,
    namaPertama: pihakPertama.nama,
    nipPertama: pihakPertama.nip,
    jabatanPertama: pihakPertama.jabatan,
    namaKedua: pihakKedua.nama,
    nipKedua: pihakKedua.nip,
    jabatanKedua: pihakKedua.jabatan,
    cetakanLain: otherPrints(file),
    tanggal: file.tanggal ?? null,
    sumber: originOf({}, file),
    keterangan: file.keterangan ?? null,
    isiSha256: digest,
    dasarRevisi: null,
  })
  const lines = rowsOf(file, id, ctx.newId)
  await store.insertLines(tx, lines, ctx.now)
  const detail = { berkas: file.berkas ?? null, sha256: digest, sasaran: lines.sasaran.length, indikator: lines.indikator.length }
  await record(tx, ctx, {
    office: await officeOf(tx, file.unit, ctx.today),
    act: 'perjanjian-kinerja.impor',
    subject: subject(file),
    status: 'DITETAPKAN',
    detail,
  })
  return { id, dimuat: lines.indikator.length, temuan: await temuanOf(tx, (await store.findPk(tx, id))!, ctx.today) }
}
