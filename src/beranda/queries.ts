// What the home page and the search read: each gathers what the pure rules decide from.
import { WORKFLOW as FORUM } from '../forum/queries.ts'
import { reach } from '../pengguna/queries.ts'
import { buktiDiminta } from '../pengguna/queries-tanda-tangan.ts'
import * as pengukuran from '../pengukuran/queries.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import type { Db } from '../platform/db/database.ts'
import type { Context } from '../platform/kernel/context.ts'
import { blocking } from '../platform/kernel/workflow.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { batasNaskah } from '../tenggat/queries.ts'
import { listKoordinator, listKoordinatorKosong } from '../unit-kerja/queries.ts'
import { coordinates, koordinatorBy, PERAN_KOORDINATOR } from '../unit-kerja/unit-kerja.ts'
import { likeAll, wordsSought } from './cari.ts'
import { sentenceOf } from './sentences.ts'
import * as store from './store.ts'
import { giliranOf } from './tanda-tangan.ts'
import { type Bahan, type Naskah, type Queue, quartersEnded, type Tugas, tugasOf } from './tugas.ts'

const PERIODS = 200
const IN_A_GROUP = 6
const WAITING: readonly Queue['keadaan'][] = ['KOSONG', 'DRAF', 'DIAJUKAN', 'DIVALIDASI_ATASAN', 'TERVERIFIKASI']

export type TugasSaid = Tugas & { readonly kalimat: string }

/** What is due for the person who asks, over all offices and roles of today; run it in a snapshot. */
export async function tugas(on: Db, ctx: Context): Promise<{ isi: TugasSaid[]; menunggu: TugasSaid[] }> {
  const { isi, menunggu } = tugasOf(await gather(on, ctx))
  const say = (t: Tugas): TugasSaid => ({ ...t, kalimat: sentenceOf(t) })
  return { isi: isi.map(say), menunggu: menunggu.map(say) }
}

async function gather(on: Db, { actor, today }: Context): Promise<Bahan> {
  const { peran } = actor
  const tahun = Number(today.slice(0, 4))
  const known = await pengukuran.listPeriode(on, undefined, `${tahun - 2}`, PERIODS)
  const quarters = known.filter((p) => /-TW[1-4]$/.test(p.periode))
  const of = (status: string) => quarters.filter((p) => p.status === status).map((p) => p.periode)
  const [terbuka, terkunci, belum] = [of('TERBUKA'), of('TERKUNCI'), of('BELUM_DIBUKA')]
  const past = quarters.filter((p) => p.status === 'TERBUKA' && p.batas !== null && p.batas < today).map((p) => p.periode)
  const ended = quartersEnded(today)
  const offices = ownOffices(peran)
  const lain = await coordinatedByOthers(on, peran, today)
  const all = { units: null, terbuka, terkunci, day: today }
  const reaches = (act: string) => reach(peran, act) === 'SEMUA'
  const keadaan = [
    ...(reaches('pengukuran.verifikasi') ? (['DIVALIDASI_ATASAN'] as const) : []),
    ...(reaches('pengukuran.kunci') ? (['KOSONG', 'DRAF', 'TERVERIFIKASI'] as const) : []),
  ]
  const without = offices.length ? await store.listTanpaNaskah(on, offices, tahun, today) : []
  return {
    today,
    peran,
    langkah: { pengukuran: pengukuran.LANGKAH, pk: perjanjian.WORKFLOW, ra: rencana.WORKFLOW, forum: FORUM },
    forum: await forums(on, peran, today),
    usulan: reaches('forum.triwulanan') ? await store.countUsulan(on) : 0,
    periode: quarters,
    belumDibuka: ended.filter((p) => belum.includes(p) || !quarters.some((q) => q.periode === p)),
    batasNaskah: offices.length ? await batasNaskah(on, offices, [tahun - 1, tahun], today) : undefined,
    kantor: {
      antrean: offices.length ? await store.listQueues(on, { ...all, units: offices, keadaan: WAITING }) : [],
      dikembalikan: offices.length ? await store.listReturned(on, offices, terkunci, today) : [],
      pk: offices.length
        ? await withFindings(await store.listPkBerjalan(on, offices, today), (n) => findingsOfPk(on, n, today))
        : [],
      ra: offices.length ? await withFindings(await store.listRaBerjalan(on, offices, today), (n) => findingsOfRa(on, n)) : [],
      tanpaPk: without.filter((u) => !u.pk),
      tanpaRa: without.filter((u) => u.pk && !u.ra),
    },
    provinsi: {
      // Of every office only what is past its day is counted: that is what is acted on, and it is read from 800 agreements.
      antrean: keadaan.length ? await store.listQueues(on, { ...all, terbuka: past, keadaan }) : [],
      pk: reaches('perjanjian-kinerja.lihat-draf') ? await store.listPkBerjalan(on, null, today, lain) : [],
      ra: reaches('rencana-aksi.lihat-draf') ? await store.listRaBerjalan(on, null, today, lain) : [],
    },
    dikoordinasiLain: new Set(lain),
    koordinatorKosong: reaches('unit-kerja.kelola') ? (await listKoordinatorKosong(on, today)).length : 0,
    sandiSekaliPakai: reaches('pengguna.kelola') ? await store.countOneTimePasswords(on) : 0,
  }
}

/** Offices of which it is said that others coordinate them in every role that this Asisten or Subkoordinator has. */
async function coordinatedByOthers(on: Db, peran: Context['actor']['peran'], today: string): Promise<string[]> {
  const held = peran.filter((p) => (PERAN_KOORDINATOR as readonly string[]).includes(p.peran))
  if (!held.length) return []
  const said = await listKoordinator(on, today)
  const all = koordinatorBy(said)
  return [...new Set(said.map((k) => k.unit))].filter((unit) => !held.some((h) => coordinates(all, h.peran, unit, h.jabatan)))
}

/** The offices whose own work it is: those for which one may draft or fill in. */
function ownOffices(peran: Context['actor']['peran']): string[] {
  const drafts = reach(peran, 'perjanjian-kinerja.susun')
  return drafts === 'SEMUA' ? [] : drafts
}

/** Of every office for who works on all of them, else of the own. */
async function forums(on: Db, peran: Context['actor']['peran'], today: string) {
  const seen = reach(peran, 'forum.lihat')
  return seen.length ? store.listForumBerjalan(on, seen === 'SEMUA' ? null : seen, today) : []
}

/** Only what must be mended counts: a draft with nothing but advice waits for its next step. */
async function withFindings(rows: readonly Naskah[], count: (n: Naskah) => Promise<number>): Promise<Naskah[]> {
  const counted: Naskah[] = []
  for (const n of rows) counted.push(n.status === 'DRAFT' ? { ...n, temuan: await count(n) } : n)
  return counted
}

async function findingsOfPk(on: Db, { unit, tahun }: Naskah, today: string): Promise<number> {
  const draft = (await perjanjian.listVersions(on, unit, tahun)).findLast((v) => v.status === 'DRAFT')
  return draft ? blocking(await perjanjian.temuanOf(on, draft, today)).length : 0
}

async function findingsOfRa(on: Db, { unit, tahun }: Naskah): Promise<number> {
  const draft = (await rencana.listVersions(on, unit, tahun)).findLast((v) => v.status === 'DRAFT')
  return draft ? blocking(await rencana.temuanOf(on, draft)).length : 0
}

/** Units, indicators and documents that hold every word, a handful of each; drafts and results only where one may see them. */
export async function cari(on: Db, { actor, today }: Context, text: string) {
  const patterns = likeAll(wordsSought(text))
  if (!patterns.length) return { unit: [], indikator: [], naskah: [] }
  const units = (act: string) => {
    const reached = reach(actor.peran, act)
    return reached === 'SEMUA' ? null : reached
  }
  const hasil = units('pengukuran.lihat')
  const at = { day: today, own: actor.peran.map((p) => p.unit), limit: IN_A_GROUP }
  const [unit, indikator, naskah] = await Promise.all([
    store.findUnits(on, patterns, today, IN_A_GROUP),
    store.findIndikators(on, patterns, at),
    store.findNaskah(on, patterns, { ...at, drafts: units('perjanjian-kinerja.lihat-draf'), hasil }),
  ])
  return { unit, indikator: indikator.map((i) => ({ ...i, hasil: hasil === null || hasil.includes(i.unit) })), naskah }
}

/** Papers whose next signature is that of the person who asks, and what he is asked for then. */
export async function mejaTandaTangan(on: Db, ctx: Context, perluFrasa: boolean) {
  return { isi: await menungguTandaTangan(on, ctx), bukti: await buktiDiminta(on, ctx, perluFrasa) }
}

async function menungguTandaTangan(on: Db, { actor, today }: Context) {
  const giliran = giliranOf(actor.peran, { 'perjanjian-kinerja': perjanjian.WORKFLOW, 'rencana-aksi': rencana.WORKFLOW })
  return giliran.length ? store.listMenungguTandaTangan(on, giliran, today) : []
}
