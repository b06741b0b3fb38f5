// Reads: who sees a forum, what is discussed in it, who is asked to come, its invitation and its minutes.
import { permits, reach, rolesFor } from '../pengguna/queries.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import { listLines } from '../platform/audit/ledger.ts'
import type { Db } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import type { Context } from '../platform/kernel/context.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { Day } from '../platform/kernel/time.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { commandChain, findUnit, koordinatorOn } from '../unit-kerja/queries.ts'
import { AWALAN, coordinates, type Sifat } from '../unit-kerja/unit-kerja.ts'
import { type BarisNaskah, barisPk, barisRa } from './baris.ts'
import type { Hadir, JenisForum, JenisNaskah, Undangan } from './forum.ts'
import { judulOf, notulen } from './notulen.document.ts'
import * as store from './store.ts'
import { undanganIcs } from './undangan.ts'
import { DIUNDANG, inOrder, PENASIHAT, PIMPINAN, wewenangOf } from './workflow.ts'

export { judulOf } from './notulen.document.ts'
export { listOf } from './store.ts'
export { DIUNDANG, PENASIHAT, WORKFLOW } from './workflow.ts'

export const LIHAT = 'forum.lihat'
export const subjectOf = (f: Pick<store.ForumRow, 'jenis' | 'unit' | 'periode' | 'urutan'>) =>
  `forum/${f.unit}/${f.periode}/${f.urutan}`

/** A forum that the actor may see: of the own office, or as somebody who works on all; the quarterly one all who see any. */
export async function visibleForum(on: Db, ctx: Context, id: string): Promise<store.ForumRow | Refusal> {
  const forum = await store.findForum(on, id)
  const seen = forum && (forum.jenis === 'TRIWULANAN' ? seesAny(ctx) : !(await permits(on, ctx, LIHAT, forum.unit)))
  return forum && seen ? forum : refuse('TIDAK_DITEMUKAN', 'Forum itu tidak ada, atau bukan forum satuan kerja Anda.')
}
const seesAny = ({ actor }: Context) => reach(actor.peran, LIHAT).length > 0

export async function listVisible(
  on: Db,
  ctx: Context,
  filter: { tahun: number; unit?: string; after?: readonly string[]; limit: number },
): Promise<store.ListedForum[]> {
  const reached = reach(ctx.actor.peran, LIHAT)
  if (!reached.length) return []
  return store.listForum(on, { ...filter, units: reached === 'SEMUA' ? null : reached })
}

/** A paper of a forum, as far as the forum needs to know it. */
export type Naskah = {
  readonly jenis: JenisNaskah
  readonly naskah: string
  readonly judul: string
  readonly status: string
  readonly version: number
  readonly unit: string
  /** The page on which it is read. */
  readonly ke: string
  /** What it says, where it is not a paper of its own. */
  readonly uraian: string | null
}
const versi = (n: number) => (n > 1 ? `, versi ${n}` : '')
const ofPk = (p: perjanjian.PkRow): Naskah => ({
  ...p,
  jenis: 'PERJANJIAN_KINERJA',
  naskah: p.id,
  judul: `Perjanjian Kinerja ${p.tahun}${versi(p.versi)}`,
  ke: `/perjanjian-kinerja/${p.unit}/${p.tahun}`,
  uraian: null,
})
const ofRa = (r: rencana.RencanaRow): Naskah => ({
  ...r,
  jenis: 'RENCANA_AKSI',
  naskah: r.id,
  judul: `Rencana Aksi ${r.tahun}${versi(r.versi)}`,
  ke: `/rencana-aksi/${r.unit}/${r.tahun}`,
  uraian: null,
})
const ofUsulan = (c: rencana.PerubahanRow, nama: string): Naskah => ({
  ...c,
  jenis: 'PERUBAHAN_RENCANA_AKSI',
  naskah: c.id,
  judul: `Perubahan Rencana Aksi ${c.tahun}: ${nama}`,
  ke: `/rencana-aksi/${c.unit}/${c.tahun}`,
})

/** The agreements and plans of an office and year. */
export async function papersOf(on: Db, unit: string, tahun: number): Promise<Naskah[]> {
  return [...(await perjanjian.listVersions(on, unit, tahun)).map(ofPk), ...(await rencana.listVersions(on, unit, tahun)).map(ofRa)]
}

async function usulanOf(on: Db, day: Day, ids?: readonly string[]): Promise<Naskah[]> {
  const found = await rencana.listUsulan(on, ids)
  return Promise.all(found.map(async (c) => ofUsulan(c, (await findUnit(on, c.unit, day))?.nama ?? c.unit)))
}

/** What waits to be discussed: agreements and plans of the office that were gathered, or the proposals of all offices. */
export async function waitingFor(on: Db, jenis: JenisForum, unit: string, periode: string, today: Day): Promise<Naskah[]> {
  if (jenis === 'TRIWULANAN') {
    const all = await usulanOf(on, today)
    const free: Naskah[] = []
    for (const n of all) if (!(await store.listOfNaskah(on, n.naskah)).some((f) => f.status !== 'DITETAPKAN')) free.push(n)
    return free
  }
  const papers = await papersOf(on, unit, Number(periode))
  const free: Naskah[] = []
  for (const p of papers) if (p.status === 'DIHIMPUN' || (p.status === 'FORUM' && !(await openForumOf(on, p.naskah)))) free.push(p)
  return free
}

/** The forum that is discussing a paper. */
export async function openForumOf(on: Db, naskah: string): Promise<store.ForumRow | undefined> {
  return (await store.listOfNaskah(on, naskah)).find((f) => f.status !== 'DITETAPKAN')
}

export type Dibahas = Naskah & Pick<store.NaskahRow, 'keputusan' | 'alasan'>

export async function naskahOf(on: Db, forum: store.ForumRow, day: Day): Promise<Dibahas[]> {
  const rows = await store.listNaskah(on, forum.id)
  const known =
    forum.jenis === 'TRIWULANAN'
      ? await usulanOf(
          on,
          day,
          rows.map((r) => r.naskah),
        )
      : await papersOf(on, forum.unit, Number(forum.periode))
  return known.flatMap((n) => {
    const row = rows.find((r) => r.naskah === n.naskah)
    return row ? [{ ...n, keputusan: row.keputusan, alasan: row.alasan }] : []
  })
}

/** The offices whose papers a forum discusses. */
export async function kantorOf(on: Db, forum: Pick<store.ForumRow, 'id' | 'jenis' | 'unit'>, day: Day): Promise<string[]> {
  if (forum.jenis === 'PENYUSUNAN') return [forum.unit]
  const rows = await store.listNaskah(on, forum.id)
  const found = await usulanOf(
    on,
    day,
    rows.map((r) => r.naskah),
  )
  return [...new Set(found.map((n) => n.unit))]
}

export async function linesOf(on: Db, { jenis, naskah }: Pick<Naskah, 'jenis' | 'naskah'>): Promise<BarisNaskah[]> {
  if (jenis === 'PERJANJIAN_KINERJA') return barisPk(await perjanjian.linesOf(on, naskah))
  return jenis === 'RENCANA_AKSI' ? barisRa(await rencana.linesOf(on, naskah)) : []
}

/** Who is asked to come, by the names of the day of the forum: whoever acts in an office, under its printed title. */
export async function undanganOf(on: Db, forum: store.ForumRow, day: Day): Promise<Undangan[]> {
  const kepala = await kantorOf(on, forum, day)
  const koordinator = await koordinatorOn(on, day)
  /** Of those who coordinate some offices each the one of this office, where it is said who. */
  const meant = (h: store.HolderRow) => ({
    ...h,
    peran: h.peran.filter((p) => coordinates(koordinator, p, forum.unit, h.jabatan)),
  })
  return (await store.listHolders(on, DIUNDANG[forum.jenis], kepala, day))
    .map(meant)
    .filter((h) => h.peran.length > 0)
    .map(
      ({ jabatan, namaJabatan, sifat, nama, peran }): Undangan => ({
        jabatan,
        namaJabatan: `${sifat ? AWALAN[sifat as Sifat] : ''}${namaJabatan}`,
        nama,
        peran,
      }),
    )
    .sort(inOrder(forum.jenis))
}

/** Who came, in the same order. */
async function hadirOf(on: Db, forum: store.ForumRow): Promise<Hadir[]> {
  return (await store.listHadir(on, forum.id)).sort(inOrder(forum.jenis))
}

/** The whole page of a forum, and what the one who asks may do in it now. */
export async function wholeOf(on: Db, ctx: Context, forum: store.ForumRow) {
  const { id, jenis, unit, status } = forum
  const [jadwal, ...jadwalLama] = await store.listJadwal(on, id)
  const day = jadwal!.tanggal
  const naskah = await naskahOf(on, forum, day)
  const saran = await store.listSaran(on, id)
  const undangan = await undanganOf(on, forum, day)
  const hadir = await hadirOf(on, forum)
  const may = async (act: Parameters<typeof wewenangOf>[1]) => !(await permits(on, ctx, wewenangOf(jenis, act), unit))
  const discussed = status === 'TERJADWAL' || status === 'BERLANGSUNG'
  const advising = jenis === 'PENYUSUNAN' && discussed ? rolesFor(ctx.actor.peran, 'forum.saran', unit) : []
  const open = naskah.filter((n) => n.keputusan === null)
  return {
    ...forum,
    judul: judulOf(forum, await nameOf(on, unit, day)),
    namaUnit: await nameOf(on, unit, day),
    jadwal: jadwal!,
    jadwalLama,
    undangan,
    hadir,
    naskah: await Promise.all(naskah.map(async (n) => ({ ...n, baris: advising.length ? await linesOf(on, n) : [] }))),
    saran,
    penasihat:
      jenis === 'PENYUSUNAN'
        ? Object.entries(PENASIHAT).map(([peran, tentang]) => ({ peran, tentang, sudah: saran.some((s) => s.peran === peran) }))
        : [],
    menunggu:
      discussed && (await may('jadwalkan'))
        ? (await waitingFor(on, jenis, unit, forum.periode, ctx.today)).map((n) => n.judul)
        : [],
    boleh: {
      jadwal: status === 'TERJADWAL' && (await may('jadwalkan')),
      hadir: status === 'BERLANGSUNG' && (await may('catat')),
      putus: status === 'BERLANGSUNG' && open.length > 0 && (await may('pimpin')),
      kesimpulan: (status === 'BERLANGSUNG' || status === 'NOTULEN') && (await may('catat')),
      saran: open.length ? advising : [],
      jawab: jenis === 'PENYUSUNAN' && !(await permits(on, ctx, 'forum.jawab', unit)),
    },
  }
}

async function nameOf(on: Db, unit: string, day: Day): Promise<string> {
  return (await findUnit(on, unit, day))?.nama ?? unit
}

/** Where a paper is discussed, or for which office and year a forum would be scheduled. */
export async function placeOf(on: Db, ctx: Context, naskah: string) {
  const forum = await openForumOf(on, naskah)
  if (forum) return { forum: forum.id, unit: forum.unit, tahun: Number(forum.periode.slice(0, 4)) }
  const pk = await perjanjian.visiblePk(on, ctx, naskah)
  const plan = 'refused' in pk ? await rencana.visibleRencana(on, ctx, naskah) : pk.pk
  return 'refused' in plan ? plan : { forum: null, unit: plan.unit, tahun: plan.tahun }
}

/** What a new forum would discuss, and the one that is open already. */
export async function beginningOf(on: Db, ctx: Context, unit: string, periode: string) {
  const jenis: JenisForum = periode.length === 4 ? 'PENYUSUNAN' : 'TRIWULANAN'
  const open = (await store.listOf(on, jenis, unit, periode)).find((f) => f.status !== 'DITETAPKAN')
  const boleh = !(await permits(on, ctx, wewenangOf(jenis, 'jadwalkan'), unit))
  const naskah = boleh ? await waitingFor(on, jenis, unit, periode, ctx.today) : []
  return { boleh, forum: open?.id ?? null, naskah: naskah.map((n) => n.judul), namaUnit: await nameOf(on, unit, ctx.today) }
}

/** What waits to be scheduled, for who schedules: papers by office, and proposals for the quarterly forum. */
export async function waitingOf(on: Db, ctx: Context) {
  const may = (act: string) => reach(ctx.actor.peran, act) === 'SEMUA'
  const province = may('forum.triwulanan') ? await provinceOf(on, ctx) : undefined
  return {
    penyusunan: may('forum.jadwalkan') ? await store.listWaiting(on, ctx.today) : [],
    /** Null for who does not hold the quarterly forum. */
    triwulanan: province ? { unit: province, usulan: (await waitingFor(on, 'TRIWULANAN', province, '', ctx.today)).length } : null,
  }
}

/** The province of whoever runs the quarterly forum. */
export async function provinceOf(on: Db, { actor, today }: Context): Promise<string | undefined> {
  const role = actor.peran.find((p) => p.peran === PIMPINAN.TRIWULANAN)
  return role && (await commandChain(on, role.unit, today)).at(-1)?.kode
}

/** Advice on a paper for its own page: nothing where the one who asks does not work on it. */
export async function saranOf(on: Db, ctx: Context, naskah: string): Promise<store.SaranRow[]> {
  const found = (await store.listSaranOf(on, naskah)).filter((s) => s.isi !== null)
  const seen = new Map<string, boolean>()
  for (const { forum } of found) if (!seen.has(forum)) seen.set(forum, !('refused' in (await visibleForum(on, ctx, forum))))
  return found.filter((s) => seen.get(s.forum))
}

/** The invitation of the schedule in force. */
export async function invitationOf(on: Db, forum: store.ForumRow): Promise<{ nama: string; isi: string }> {
  const [jadwal] = await store.listJadwal(on, forum.id)
  const undangan = await undanganOf(on, forum, jadwal!.tanggal)
  const judul = judulOf(forum, await nameOf(on, forum.unit, jadwal!.tanggal))
  const host = forum.jenis === 'TRIWULANAN' ? PIMPINAN.TRIWULANAN : 'SUBKOORDINATOR'
  const pengundang = undangan.find((u) => u.peran.includes(host)) ?? {
    jabatan: host.toLowerCase(),
    namaJabatan: 'Penyelenggara forum',
  }
  return { nama: `Undangan ${judul}.ics`, isi: undanganIcs({ id: forum.id, judul, jadwal: jadwal!, pengundang, undangan }) }
}

/** The minutes: once DITETAPKAN they no longer change, whatever is answered afterwards. */
export async function paperOf(on: Db, forum: store.ForumRow): Promise<Document> {
  const [jadwal] = await store.listJadwal(on, forum.id)
  const day = jadwal!.tanggal
  const root = (await commandChain(on, forum.unit, day)).at(-1)?.kode ?? forum.unit
  const [last] = await listLines(on, { subject: subjectOf(forum) }, 1)
  const fixed = forum.ditetapkanAt
  const saran = (await store.listSaran(on, forum.id)).map((s) =>
    fixed && s.dijawabAt && s.dijawabAt > fixed ? { ...s, jawaban: null, alasanJawaban: null } : s,
  )
  return notulen({
    ...forum,
    pemerintah: `Pemerintah ${await nameOf(on, root, day)}`,
    namaUnit: await nameOf(on, forum.unit, day),
    jadwal: jadwal!,
    hadir: await hadirOf(on, forum),
    naskah: await naskahOf(on, forum, day),
    saran,
    diambil: fixed ?? last?.at ?? `${day}T00:00:00.000Z`,
  })
}

/** The minutes of an office's newest forum of a year; of the province, of its newest quarterly one. */
export async function paperOfYear(on: Db, _ctx: Context, unit: string, tahun: number): Promise<Document | Refusal> {
  const found = await store.listForum(on, { tahun, unit, units: null, limit: 1 })
  const forum = found[0] && (await store.findForum(on, found[0].id))
  return forum ? paperOf(on, forum) : refuse('TIDAK_DITEMUKAN', `Belum ada forum ${unit} tahun ${tahun}.`, { field: 'unit' })
}
