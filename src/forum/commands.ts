// Scheduling a forum: load → decide → save → tell, in the caller's transaction. What is discussed is taken in by the step of
// its own workflow, so that its state and the forum's are one.
import { permits } from '../pengguna/queries.ts'
import { type InForce, takeStep as stepOfPk } from '../perjanjian-kinerja/commands-langkah.ts'
import { record } from '../platform/audit/ledger.ts'
import { type Tx, undoable, violates } from '../platform/db/database.ts'
import type { Json } from '../platform/kernel/canonical.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { longDay } from '../platform/kernel/time.ts'
import { type IsianLangkah, outdatedStep } from '../platform/kernel/workflow.ts'
import { takeStep as stepOfRa } from '../rencana-aksi/commands-langkah.ts'
import { findUnit, officeOf } from '../unit-kerja/queries.ts'
import type { ForumBaru, Jadwal, JadwalBaru } from './forum.ts'
import { kantorOf, type Naskah, provinceOf, subjectOf, visibleForum, waitingFor } from './queries.ts'
import { refuseJadwal, refuseStatus } from './rules.ts'
import * as store from './store.ts'
import { NAMA_FORUM, type Perbuatan, wewenangOf } from './workflow.ts'

/** The page that hands a step on to the paper. */
const LEWAT = '/forum'
/** No step of a forum brings an agreement into force. */
const neverInForce: InForce = async () => {
  throw new Error('a forum step does not bring an agreement into force')
}

/** The step of a paper's own workflow, taken in its forum. */
export async function stepOf(tx: Tx, ctx: Context, n: Naskah, isian: IsianLangkah): Promise<Refusal | undefined> {
  const taken =
    n.jenis === 'PERJANJIAN_KINERJA'
      ? await stepOfPk(tx, ctx, n.naskah, isian, n.version, neverInForce, LEWAT)
      : await stepOfRa(tx, ctx, n.naskah, isian, n.version, LEWAT)
  return isRefusal(taken) ? taken : undefined
}

export async function tell(
  tx: Tx,
  ctx: Context,
  forum: Omit<store.ForumRow, 'version' | 'kesimpulan' | 'ditetapkanAt'>,
  act: string,
  { note, detail = {} }: { note?: string | null; detail?: Record<string, Json> } = {},
): Promise<void> {
  await record(tx, ctx, {
    office: await officeOf(tx, forum.unit, ctx.today),
    act: `forum.${act}`,
    subject: subjectOf(forum),
    status: forum.status,
    note: note || undefined,
    detail: { id: forum.id, ...detail },
  })
}

/** The forum, locked, for an act that the actor may do on the version seen. */
export async function lockFor(
  tx: Tx,
  ctx: Context,
  id: string,
  act: Perbuatan,
  seen: number | undefined,
  sent: unknown,
): Promise<store.ForumRow | Refusal> {
  const visible = await visibleForum(tx, ctx, id)
  if (isRefusal(visible)) return visible
  const forum = (await store.lockForum(tx, id))!
  const denied = await permits(tx, ctx, wewenangOf(forum.jenis, act), forum.unit)
  if (denied) return denied
  return seen === undefined || forum.version === seen ? forum : outdatedStep(NAMA_FORUM[forum.jenis], forum, sent)
}

/** Schedules a forum for the papers of an office that wait, or the one of a quarter. */
export async function scheduleForum(tx: Tx, ctx: Context, isian: ForumBaru): Promise<{ id: string; version: number } | Refusal> {
  const { jenis, jadwal } = isian
  const unit = jenis === 'PENYUSUNAN' ? isian.unit : await provinceOf(tx, ctx)
  const periode = jenis === 'PENYUSUNAN' ? String(isian.tahun) : isian.periode
  if (unit !== undefined && !(await findUnit(tx, unit, ctx.today)))
    return refuse('TIDAK_VALID', `Satuan kerja ${unit} tidak dikenal.`, { field: 'unit' })
  const denied = await permits(tx, ctx, wewenangOf(jenis, 'jadwalkan'), unit)
  if (denied || unit === undefined) return denied ?? refuse('DILARANG', 'Peran Anda hari ini tidak menyelenggarakan forum ini.')
  const wrong = refuseJadwal(jadwal, ctx.today)
  if (wrong) return wrong
  const before = await store.listOf(tx, jenis, unit, periode)
  if (before[0] && (jenis === 'TRIWULANAN' || before[0].status !== 'DITETAPKAN'))
    return refuse('BENTROK', `${NAMA_FORUM[jenis]} ini sudah ada (${before[0].status}). Ubah jadwal yang itu bila perlu.`, {
      field: jenis === 'PENYUSUNAN' ? 'unit' : 'periode',
    })
  const waiting = await waitingFor(tx, jenis, unit, periode, ctx.today)
  if (jenis === 'PENYUSUNAN' && !waiting.length)
    return refuse('DITOLAK_ATURAN', `Belum ada Perjanjian Kinerja atau Rencana Aksi ${periode} yang dihimpun untuk dibahas.`, {
      field: 'unit',
      rule: 'akip-rules 5.2',
    })
  const id = ctx.newId()
  const row = { id, jenis, unit, periode, urutan: (before[0]?.urutan ?? 0) + 1, status: 'TERJADWAL' } as const
  try {
    await undoable(tx, () => store.insertForum(tx, row))
  } catch (error) {
    if (violates(error, 'one_open_forum') || violates(error, 'forum_jenis_unit_periode_urutan_key'))
      return refuse('BENTROK', 'Forum itu baru saja dijadwalkan orang lain. Buka yang itu.', { field: 'unit' })
    throw error
  }
  await store.insertJadwal(tx, { forum: id, urutan: 0, alasan: null, ...jadwal }, ctx.now)
  const refused = await takeIn(tx, ctx, row, waiting)
  if (refused) return refused
  await tell(tx, ctx, row, 'jadwalkan', {
    note: inWords(jadwal),
    detail: { naskah: waiting.length, kantor: await kantorOf(tx, row, ctx.today), ...jadwal },
  })
  return { id, version: 1 }
}

const inWords = (j: Jadwal) => `${longDay(j.tanggal)} pukul ${j.mulai}–${j.selesai}, ${j.tempat}`

/** Papers that wait come into the forum; a paper that stands in it already (from before this room) only gets its row. */
async function takeIn(
  tx: Tx,
  ctx: Context,
  forum: Pick<store.ForumRow, 'id' | 'jenis'>,
  waiting: readonly Naskah[],
): Promise<Refusal | undefined> {
  for (const n of waiting) {
    await store.insertNaskah(tx, forum.id, n.jenis, n.naskah)
    const refused = n.status === 'DIHIMPUN' ? await stepOf(tx, ctx, n, { act: 'jadwalkan-forum' }) : undefined
    if (refused) return refused
  }
  return undefined
}

/** Another schedule beside the one before, which stays readable; the calendar moves by its SEQUENCE. */
export async function changeJadwal(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: JadwalBaru,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const forum = await lockFor(tx, ctx, id, 'jadwalkan', seen, isian)
  if (isRefusal(forum)) return forum
  const { alasan, ...jadwal } = isian
  const wrong = refuseStatus(forum, 'TERJADWAL') ?? refuseJadwal(jadwal, ctx.today)
  if (wrong) return wrong
  const [before] = await store.listJadwal(tx, id)
  await store.insertJadwal(tx, { forum: id, urutan: before!.urutan + 1, alasan, ...jadwal }, ctx.now)
  const version = await store.saveForum(tx, id)
  await tell(tx, ctx, forum, 'ubah-jadwal', {
    note: `${inWords(jadwal)}. ${alasan}`,
    detail: { ...jadwal, kantor: await kantorOf(tx, forum, ctx.today), sebelumnya: inWords(before!) },
  })
  return { version }
}

/** Takes in what was gathered since: the plan that came after its agreement, a proposal made meanwhile. */
export async function addWaiting(tx: Tx, ctx: Context, id: string, seen: number): Promise<{ version: number } | Refusal> {
  const forum = await lockFor(tx, ctx, id, 'jadwalkan', seen, null)
  if (isRefusal(forum)) return forum
  const late = refuseStatus(forum, 'TERJADWAL', 'BERLANGSUNG')
  if (late) return late
  const waiting = await waitingFor(tx, forum.jenis, forum.unit, forum.periode, ctx.today)
  if (!waiting.length) return refuse('DITOLAK_ATURAN', 'Tidak ada naskah lain yang menunggu dibahas.')
  const refused = await takeIn(tx, ctx, forum, waiting)
  if (refused) return refused
  const version = await store.saveForum(tx, id)
  const kantor = [...new Set(waiting.map((n) => n.unit))]
  await tell(tx, ctx, forum, 'masukkan-naskah', { note: waiting.map((n) => n.judul).join('; '), detail: { kantor } })
  return { version }
}
