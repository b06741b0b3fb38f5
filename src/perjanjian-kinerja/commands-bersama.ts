// Issuing for all, withdrawing, and receiving into a draft: load → decide → save → tell.
import { receiveDefinition } from '../indikator/commands.ts'
import { versionOn } from '../indikator/queries.ts'
import { permits } from '../pengguna/queries.ts'
import { record } from '../platform/audit/ledger.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { fromColumns, toColumns } from '../platform/kernel/figure.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { officeOf, unknownUnits } from '../unit-kerja/queries.ts'
import { openForEdit, renumber, tell } from './commands.ts'
import { FIELD_RULES, type Field } from './fields.ts'
import { PERIODE_TARGET, sameText, unkeepable } from './perjanjian-kinerja.ts'
import { itemsFor, kamusOf, linesOf } from './queries.ts'
import { TERBITKAN } from './queries-bersama.ts'
import { bentukOf } from './rules.ts'
import { refuseIssue } from './rules-bersama.ts'
import { type IsianBersama, lineOf } from './sasaran-bersama.ts'
import * as bersama from './store/bersama.ts'
import * as store from './store.ts'

/** Issues (`seen` 0, with an id of the client's), changes, or issues again what was withdrawn. */
export async function issue(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianBersama,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const { pemilik, tahun } = isian
  const forbidden = await permits(tx, ctx, TERBITKAN, pemilik)
  if (forbidden) return forbidden
  const before = await bersama.lockBersama(tx, id)
  if (before && (before.pemilik !== pemilik || before.tahun !== tahun))
    return refuse('BENTROK', 'Butir itu milik satuan kerja atau tahun lain.', { field: 'pemilik' })
  if ((before?.version ?? 0) !== seen) return outdatedVersion(before ?? null, isian)
  const [unknown] = await unknownUnits(tx, [pemilik, ...(isian.untuk ?? [])], ctx.today)
  if (unknown !== undefined)
    return refuse('TIDAK_VALID', `Satuan kerja ${unknown} tidak dikenal.`, { field: unknown === pemilik ? 'pemilik' : 'untuk' })
  const target = Object.fromEntries(PERIODE_TARGET.map((p) => [p, fromColumns(toColumns(isian.target[p]))]))
  const unkept = PERIODE_TARGET.map((p) => unkeepable(toColumns(isian.target[p]))).find((fault) => fault !== undefined)
  if (unkept) return refuse('TIDAK_VALID', unkept, { field: 'target' })
  const kode = isian.kode ?? null
  const kamus = (await kamusOf(tx, { unit: pemilik, tahun, tanggal: null }, [kode])).get(kode ?? '')
  const { nama, satuan, sumberData = null, pengukuran = null } = isian
  const line = {
    kode,
    nama,
    satuan,
    sumberData,
    pengukuran,
    target,
    nomor: null,
    nilaiLebih: [],
    alasanTarget: null,
    dasarTarget: null,
  }
  const wrong = refuseIssue(
    { ...line, bersama: null, bersamaVersi: null, baris: null },
    isian.kelompok,
    bentukOf(tahun),
    kamus,
    tahun,
  )
  if (wrong) return wrong
  const version = await bersama.saveBersama(tx, id, isian)
  await tellOf(tx, ctx, pemilik, 'terbitkan-bersama', id, { version, ...isian, target })
  return { version }
}

/** Nobody has to receive it any more; who has received it is told why. */
export async function withdraw(
  tx: Tx,
  ctx: Context,
  id: string,
  alasan: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const before = await bersama.lockBersama(tx, id)
  if (!before) return refuse('TIDAK_DITEMUKAN', 'Butir itu tidak ada.')
  const forbidden = await permits(tx, ctx, TERBITKAN, before.pemilik)
  if (forbidden) return forbidden
  if (before.version !== seen) return outdatedVersion(before, { alasan })
  if (before.status === 'DITARIK') return refuse('BENTROK', 'Butir itu sudah ditarik.', { field: 'status' })
  const version = await bersama.withdrawBersama(tx, id, alasan)
  await tellOf(tx, ctx, before.pemilik, 'tarik-bersama', id, { version, nama: before.nama, alasan })
  return { version }
}

async function tellOf(tx: Tx, ctx: Context, pemilik: string, act: string, id: string, detail: object): Promise<void> {
  await record(tx, ctx, {
    office: await officeOf(tx, pemilik, ctx.today),
    act: `perjanjian-kinerja.${act}`,
    subject: `sasaran-bersama/${id}`,
    detail: JSON.parse(JSON.stringify(detail)),
  })
}

type Seen = { readonly id: string; readonly version: number }

/**
 * Receives items into a draft, each as it was seen: its line takes over texts and targets of the issuer, a line that the draft has
 * already under the same code or name becomes it. Lines of one sasaran text stand together.
 */
export async function receive(tx: Tx, ctx: Context, id: string, seen: readonly Seen[]): Promise<{ version: number } | Refusal> {
  const pk = await openForEdit(
    tx,
    ctx,
    id,
    Object.keys(FIELD_RULES).filter((f) => /^(sasaran|indikator|target)\./.test(f)) as Field[],
  )
  if (isRefusal(pk)) return pk
  const items = new Map((await itemsFor(tx, pk)).map((b) => [b.id, b]))
  for (const one of seen) {
    const item = items.get(one.id)
    if (!item || item.status === 'DITARIK')
      return refuse('TIDAK_DITEMUKAN', 'Butir itu tidak diterbitkan untuk satuan kerja ini, atau sudah ditarik.', {
        field: 'butir',
      })
    if (item.version !== one.version) return outdatedVersion(item, one)
    await receiveOne(tx, ctx, pk, item)
  }
  const version = await renumber(tx, pk)
  const butir = seen.map(({ id: baris, version: versi }) => ({ baris, versi, nama: items.get(baris)!.nama }))
  await tell(tx, ctx, pk, 'terima-bersama', { butir })
  return { version }
}

/** The code under which the unit measures an item: that of its own definition, else the issuer's, whose definition then holds here too. */
async function codeOf(tx: Tx, ctx: Context, pk: store.PkRow, item: bersama.BersamaRow, own: string | null): Promise<string | null> {
  if (item.kode === null) return own
  const on = `${pk.tahun}-12-31`
  const known = (unit: string, kode: string) => versionOn(tx, unit, kode, on)
  if ((await known(pk.unit, item.kode)) !== undefined) return item.kode
  if (own !== null && (await known(pk.unit, own)) !== undefined) return own
  if (!item.berkamus || item.pemilik === pk.unit) return own
  await receiveDefinition(tx, ctx, pk.unit, item.kode, item.pemilik)
  return item.kode
}

async function receiveOne(tx: Tx, ctx: Context, pk: store.PkRow, item: bersama.BersamaRow): Promise<void> {
  const { sasaran } = await linesOf(tx, pk.id)
  const line = lineOf(
    sasaran.flatMap((s) => s.indikator),
    item,
  )
  const stands = sasaran.find((s) => s.id === line?.sasaran)
  const same = sasaran.find((s) => s.kelompok === item.kelompok && sameText(s.uraian) === sameText(item.uraian))
  // Its own sasaran takes over the issuer's words where nothing else stands under it.
  const into = same ?? (stands?.indikator.length === 1 ? stands : undefined)
  const under = into?.id ?? ctx.newId()
  if (into?.uraian !== item.uraian || into.kelompok !== item.kelompok)
    await store.saveSasaran(tx, under, pk.id, {
      urutan: into?.urutan ?? sasaran.length + 1,
      nomor: into?.nomor ?? String(sasaran.length + 1),
      kelompok: item.kelompok,
      uraian: item.uraian,
    })
  const place = { id: line?.id ?? ctx.newId(), sasaran: under, urutan: line?.urutan ?? (into?.indikator.length ?? 0) + 1 }
  await bersama.receiveIndikator(tx, { ...place, kode: await codeOf(tx, ctx, pk, item, line?.kode ?? null) }, item)
  if (stands && stands.id !== under && stands.indikator.length === 1) await store.deleteSasaran(tx, stands.id)
  for (const periode of PERIODE_TARGET) {
    const now = line?.target[periode]
    const next = toColumns(item.target[periode]!)
    if (!now || JSON.stringify(toColumns(fromColumns(now))) !== JSON.stringify(next))
      await store.replaceTarget(tx, place.id, periode, next, (now?.version ?? 0) + 1, ctx.now)
  }
}
