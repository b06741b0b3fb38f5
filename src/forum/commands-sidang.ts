// What happens in a forum: who came, advice and its answers, decisions, the minutes.
import { permits, rolesFor } from '../pengguna/queries.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { isRefusal, type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { longDay } from '../platform/kernel/time.ts'
import { outdatedVersion } from '../platform/kernel/version.ts'
import { findStep, type IsianLangkah } from '../platform/kernel/workflow.ts'
import { decidePerubahan } from '../rencana-aksi/commands-perubahan.ts'
import { lockFor, stepOf, tell } from './commands.ts'
import type { DaftarHadir, Hadir, JawabanBaru, KeputusanBaru, SaranBaru, StatusForum } from './forum.ts'
import { judulOf } from './notulen.document.ts'
import { kantorOf, linesOf, naskahOf, undanganOf, visibleForum } from './queries.ts'
import { hindranceOf } from './queries-langkah.ts'
import { refuseJawaban, refuseKeputusan, refuseStatus } from './rules.ts'
import * as store from './store.ts'
import { LANGKAH_KEPUTUSAN, standing, wewenangOf, workflowOf } from './workflow.ts'

const dayOf = async (tx: Tx, id: string) => (await store.listJadwal(tx, id))[0]!.tanggal

/** One step of the forum's own way: opened on its day, closed when all is decided, minutes DITETAPKAN. */
export async function takeStep(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: IsianLangkah,
  seen: number,
): Promise<{ version: number; status: StatusForum } | Refusal> {
  const forum = await lockFor(tx, ctx, id, 'pimpin', seen, isian)
  if (isRefusal(forum)) return forum
  const roles = rolesFor(ctx.actor.peran, wewenangOf(forum.jenis, 'pimpin'), forum.unit)
  const step = findStep(workflowOf(forum.jenis), standing(forum), isian, roles)
  if (isRefusal(step)) return step
  const hindered = await hindranceOf(tx, forum, step, ctx)
  if (hindered) return hindered
  const ended = step.ke === 'DITETAPKAN' ? { ditetapkanAt: ctx.now } : {}
  const version = await store.saveForum(tx, id, { status: step.ke, ...ended })
  await tell(tx, ctx, { ...forum, status: step.ke }, step.act, {
    note: isian.catatan,
    detail: { kantor: await kantorOf(tx, forum, ctx.today) },
  })
  return { version, status: step.ke }
}

/** Who came, as which office: under the name of whoever acted in it on the day of the forum. */
export async function recordHadir(
  tx: Tx,
  ctx: Context,
  id: string,
  { hadir }: DaftarHadir,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const forum = await lockFor(tx, ctx, id, 'catat', seen, { hadir })
  if (isRefusal(forum)) return forum
  const early = refuseStatus(forum, 'BERLANGSUNG')
  if (early) return early
  const asked = await undanganOf(tx, forum, await dayOf(tx, id))
  const rows: Hadir[] = []
  for (const [at, { jabatan, kehadiran, wakil }] of hadir.entries()) {
    const office = asked.find((u) => u.jabatan === jabatan)
    const field = `hadir[${at}]`
    if (!office || rows.some((r) => r.jabatan === jabatan))
      return refuse('TIDAK_VALID', `Jabatan ${jabatan} tidak diundang, atau tertulis dua kali.`, { field })
    if (kehadiran === 'SENDIRI' && !office.nama)
      return refuse('TIDAK_VALID', `${office.namaJabatan} belum ada pemegangnya pada hari itu.`, { field })
    if (kehadiran === 'DIWAKILI' && !wakil)
      return refuse('TIDAK_VALID', `Sebutkan siapa yang mewakili ${office.namaJabatan}.`, { field })
    rows.push({ ...office, kehadiran, wakil: kehadiran === 'DIWAKILI' ? wakil! : null })
  }
  await store.replaceHadir(tx, id, rows)
  const version = await store.saveForum(tx, id)
  const came = rows.filter((r) => r.kehadiran !== 'TIDAK_HADIR').length
  await tell(tx, ctx, forum, 'hadir', { detail: { hadir: came, diundang: asked.length } })
  return { version }
}

/**
 * Advice of a role on a paper or a line of it, by the step `catat-saran` of the paper's own workflow; or that the role has
 * none. Several advise at once, so it asks for no version.
 */
export async function advise(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: SaranBaru,
): Promise<{ id: string; version: number } | Refusal> {
  const forum = await visibleForum(tx, ctx, id)
  if (isRefusal(forum)) return forum
  const denied = await permits(tx, ctx, 'forum.saran', forum.unit)
  if (denied) return denied
  await store.lockForum(tx, id)
  const { peran, naskah = null, baris = null, isi = null } = isian
  if (!rolesFor(ctx.actor.peran, 'forum.saran', forum.unit).includes(peran))
    return refuse('DILARANG', `Anda tidak memberi saran sebagai ${peran}.`, { field: 'peran', rule: 'forum.saran' })
  if (forum.jenis !== 'PENYUSUNAN')
    return refuse('DITOLAK_ATURAN', 'Forum Kinerja Triwulanan memutuskan usulan; saran diberikan lisan.')
  const closed = refuseStatus(forum, 'TERJADWAL', 'BERLANGSUNG')
  if (closed) return closed
  const saran = { id: ctx.newId(), forum: id, peran, oleh: ctx.actor.nama }
  if (isi === null) {
    if ((await store.listSaran(tx, id)).some((s) => s.peran === peran))
      return refuse('BENTROK', 'Peran ini sudah memberi saran, atau sudah menyatakan tidak ada saran.', { field: 'isi' })
    await store.insertSaran(tx, { ...saran, naskah: null, baris: null, letak: null, isi }, ctx.now)
    await tell(tx, ctx, forum, 'tidak-ada-saran', { detail: { peran } })
    return { id: saran.id, version: 1 }
  }
  const paper = (await naskahOf(tx, forum, await dayOf(tx, id))).find((n) => n.naskah === naskah)
  if (!paper) return refuse('TIDAK_VALID', 'Pilih naskah yang dibahas dalam forum ini.', { field: 'naskah' })
  const line = baris === null ? undefined : (await linesOf(tx, paper)).find((b) => b.id === baris)
  if (baris !== null && !line) return refuse('TIDAK_VALID', 'Baris itu tidak ada (lagi) dalam naskahnya.', { field: 'baris' })
  const letak = line?.letak ?? null
  const refused = await stepOf(tx, ctx, paper, { act: 'catat-saran', catatan: letak ? `${letak}: ${isi}` : isi })
  if (refused) return refused
  await store.insertSaran(tx, { ...saran, naskah: paper.naskah, baris, letak, isi }, ctx.now)
  return { id: saran.id, version: 1 }
}

/** What the office does with an advice, or why not. */
export async function answerSaran(
  tx: Tx,
  ctx: Context,
  id: string,
  saranId: string,
  isian: JawabanBaru,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const forum = await visibleForum(tx, ctx, id)
  if (isRefusal(forum)) return forum
  const denied = await permits(tx, ctx, 'forum.jawab', forum.unit)
  if (denied) return denied
  const saran = await store.lockSaran(tx, saranId, id)
  if (!saran) return refuse('TIDAK_DITEMUKAN', 'Saran itu tidak ada dalam forum ini.')
  if (saran.version !== seen) return outdatedVersion(saran, isian)
  const wrong = refuseJawaban(saran, forum.status, isian)
  if (wrong) return wrong
  const alasan = isian.alasan || null
  const version = await store.saveJawaban(tx, saranId, { jawaban: isian.jawaban, alasan, oleh: ctx.actor.nama }, ctx.now)
  await tell(tx, ctx, forum, 'jawab', { note: alasan, detail: { saran: saranId, peran: saran.peran, jawaban: isian.jawaban } })
  return { version }
}

/** The forum's decision on a paper: the step of the paper's own workflow, or of a proposed change. */
export async function decide(
  tx: Tx,
  ctx: Context,
  id: string,
  isian: KeputusanBaru,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const forum = await lockFor(tx, ctx, id, 'pimpin', seen, isian)
  if (isRefusal(forum)) return forum
  const closed = refuseStatus(forum, 'BERLANGSUNG')
  if (closed) return closed
  const day = await dayOf(tx, id)
  const paper = (await naskahOf(tx, forum, day)).find((n) => n.naskah === isian.naskah)
  if (!paper) return refuse('TIDAK_VALID', 'Naskah itu tidak dibahas dalam forum ini.', { field: 'naskah' })
  const wrong = refuseKeputusan(forum.jenis, paper.keputusan, isian, await store.listHadir(tx, id))
  if (wrong) return wrong
  const { keputusan } = isian
  const alasan = isian.alasan || null
  const taken =
    paper.jenis === 'PERUBAHAN_RENCANA_AKSI'
      ? await decidePerubahan(tx, ctx, paper.naskah, {
          status: keputusan === 'DISETUJUI' ? 'DISETUJUI' : 'DITOLAK',
          forum: `${judulOf(forum, '')}, ${longDay(day)}`,
          alasan,
        })
      : await stepOf(tx, ctx, paper, { act: LANGKAH_KEPUTUSAN[keputusan]!, catatan: alasan ?? undefined })
  if (isRefusal(taken)) return taken
  await store.saveKeputusan(tx, id, { naskah: paper.naskah, keputusan, alasan }, ctx.now)
  const version = await store.saveForum(tx, id)
  await tell(tx, ctx, forum, 'putuskan', {
    note: [paper.judul, alasan].filter(Boolean).join(': '),
    detail: { naskah: paper.naskah, keputusan },
  })
  return { version }
}

export async function saveKesimpulan(
  tx: Tx,
  ctx: Context,
  id: string,
  kesimpulan: string,
  seen: number,
): Promise<{ version: number } | Refusal> {
  const forum = await lockFor(tx, ctx, id, 'catat', seen, { kesimpulan })
  if (isRefusal(forum)) return forum
  const closed = refuseStatus(forum, 'BERLANGSUNG', 'NOTULEN')
  if (closed) return closed
  const version = await store.saveForum(tx, id, { kesimpulan })
  await tell(tx, ctx, forum, 'kesimpulan', { note: kesimpulan })
  return { version }
}
