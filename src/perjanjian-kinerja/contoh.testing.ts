// What this room's tests share: the example papers, and figures and indicators in few words.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importIndikator } from '../indikator/commands.ts'
import { IndikatorFile } from '../indikator/indikator.ts'
import type { Db } from '../platform/db/database.ts'
import { inTransaction } from '../platform/db/database.ts'
import { contextAt } from '../platform/kernel/context.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { createUnit } from '../unit-kerja/commands.ts'
import { readBerkas } from './naskah.ts'
import type { IndikatorNaskah, Kamus, Naskah } from './perjanjian-kinerja.ts'
import { PerjanjianKinerjaFile } from './perjanjian-kinerja.ts'
import type { Keadaan } from './rules.ts'

const CONTOH = join(import.meta.dirname, '../../contoh')
export const contoh = (name: string): unknown => JSON.parse(readFileSync(join(CONTOH, name), 'utf8'))
export const adaContoh = (name: string): boolean => existsSync(join(CONTOH, name))
export const paper = (name: string): PerjanjianKinerjaFile => PerjanjianKinerjaFile.parse(contoh(name))

/** `'86.75'`, `'N/A'`, `''` (missing), `'WTP=3'`, `'80..100'`. */
export function cell(text: string): FigureOut {
  const none = { nilai: null, kategori: null, min: null, maks: null, tercetak: text }
  if (text === 'N/A') return { ...none, status: 'TIDAK_DITARGETKAN' }
  if (text === '') return { ...none, status: 'KOSONG' }
  if (text.includes('..')) return { ...none, status: 'NILAI', min: text.split('..')[0]!, maks: text.split('..')[1]! }
  if (text.includes('=')) return { ...none, status: 'NILAI', kategori: text.split('=')[0]!, nilai: text.split('=')[1]! }
  return { ...none, status: 'NILAI', nilai: text }
}

export function indikator(
  cells: readonly [string, string, string, string, string],
  more: Partial<IndikatorNaskah> = {},
): IndikatorNaskah {
  const [TW1, TW2, TW3, TW4, TAHUNAN] = cells.map(cell) as [FigureOut, FigureOut, FigureOut, FigureOut, FigureOut]
  return {
    nomor: '1',
    kode: 'X',
    nama: 'Indeks X',
    sumberData: 'e-Kinerja',
    pengukuran: 'x',
    satuan: 'Nilai',
    target: { TW1, TW2, TW3, TW4, TAHUNAN },
    nilaiLebih: [],
    alasanTarget: null,
    dasarTarget: null,
    bersama: null,
    bersamaVersi: null,
    baris: 10,
    ...more,
  }
}

export const kamus = (more: Partial<Kamus> = {}): Kamus => ({
  definisi: 'd',
  caraUkur: 'c',
  satuan: 'Nilai',
  sumberData: 's',
  polaritas: 'MAKSIMAL',
  agregasi: 'TERAKHIR',
  polaritasTriwulan: {},
  skalaMin: null,
  skalaMaks: null,
  hasilLalu: null,
  sumberHasil: null,
  sumberTargetLalu: null,
  targetLalu: null,
  targetRencana: null,
  sumberRencana: null,
  ...more,
})

export function naskah(more: Partial<Naskah> = {}): Naskah {
  const sasaran = ['STRATEGIS', 'KHUSUS', 'OPERASIONAL'].map((kelompok, at) => ({
    nomor: String(at + 1),
    kelompok,
    uraian: `Sasaran ${at + 1}`,
    baris: at + 1,
    indikator: [indikator(['N/A', 'N/A', 'N/A', '80', '80'], { nama: `Indikator ${at + 1}` })],
  }))
  return {
    unit: 'dki.x',
    tahun: 2023,
    bentuk: 'DKI_2023',
    asal: 'SISTEM',
    tanggal: null,
    cetakanLain: [],
    sasaran,
    pihakPertama: { nama: 'Dhany Sukma', nip: '197403091993111001', jabatan: 'Walikota' },
    pihakKedua: { nama: 'Heru Budi Hartono', nip: null, jabatan: 'Pj. Gubernur' },
    ...more,
  }
}

export const keadaan = (more: Partial<Keadaan> = {}): Keadaan => ({
  kamus: () => kamus(),
  dpaDisahkan: null,
  pemegang: { unit: [], atasan: [] },
  bersama: [],
  today: '2023-06-01',
  ...more,
})

/** A paper of the example with the example's dictionary, before anything is stored. */
export function fromContoh(pk: string, dictionary: string): { naskah: Naskah; keadaan: Keadaan } {
  type Versi = Partial<Kamus> & { berlakuDari: string; berlakuSampai?: string | null }
  const { indikator: known } = contoh(dictionary) as { indikator: { kode: string; versi: Versi[] }[] }
  const read = readBerkas(paper(pk))
  const day = `${read.tahun}-12-31`
  const versionOf = (kode: string | null) =>
    known.find((i) => i.kode === kode)?.versi.find((v) => v.berlakuDari <= day && (v.berlakuSampai ?? day) >= day)
  return { naskah: read, keadaan: keadaan({ kamus: (kode) => (versionOf(kode) ? kamus(versionOf(kode)) : undefined) }) }
}

/** The units of the example that the papers name, in an empty database. */
export async function withUnits(db: Db, ...codes: string[]): Promise<void> {
  const ctx = contextAt(new Date('2025-01-10T00:00:00Z'))
  for (const kode of ['dki', ...codes])
    await inTransaction(db, async (tx) =>
      accepted(
        await createUnit(tx, ctx, {
          kode,
          jenis: kode === 'dki' ? 'PROVINSI' : 'BADAN',
          nama: kode,
          induk: kode === 'dki' ? null : 'dki',
          garis: 'KOMANDO',
          berlakuDari: '2020-01-01',
        }),
      ),
    )
}

/** The dictionaries of these example files; their data owners are other units, which these tests do not need. */
export async function withDictionary(db: Db, ...files: string[]): Promise<void> {
  const ctx = contextAt(new Date('2025-01-10T00:00:00Z'))
  for (const name of files) {
    const file = IndikatorFile.parse(contoh(name))
    const indikator = file.indikator.map((i) => ({ ...i, versi: i.versi.map((v) => ({ ...v, pemilikData: null })) }))
    await inTransaction(db, async (tx) => accepted(await importIndikator(tx, ctx, { ...file, indikator })))
  }
}

type Asked = { readonly id?: string; readonly version?: number }
/** Who sends a request, in a test of the routes or in a browser. */
export type Ask = (method: 'POST' | 'PUT', url: string, body: object, version?: number) => Promise<Asked>

/** A draft of the smallest agreement that the rules have nothing against: two groups, an indicator each. */
export async function draftPk(ask: Ask, unit: string, tahun: number, kodes: readonly [string, string]): Promise<string> {
  const { id } = await ask('POST', '/api/perjanjian-kinerja', { unit, tahun })
  const url = `/api/perjanjian-kinerja/${id}`
  for (const [at, kode] of kodes.entries()) {
    const [sasaran, baris] = [randomUUID(), randomUUID()]
    const nomor = String(at + 1)
    const kelompok = at ? 'RELEVAN_LAINNYA' : 'STRATEGIS'
    await ask('PUT', `${url}/sasaran/${sasaran}`, { urutan: at + 1, nomor, kelompok, uraian: `Sasaran contoh ${nomor}` }, 0)
    const line = {
      sasaran,
      urutan: 1,
      nomor: '1',
      kode,
      nama: `Indikator contoh ${nomor}`,
      sumberData: 'e-Kinerja',
      satuan: 'Persentase',
    }
    await ask('PUT', `${url}/indikator/${baris}`, line, 0)
    for (const periode of ['TW1', 'TW2', 'TW3'])
      await ask('PUT', `${url}/indikator/${baris}/target/${periode}`, { status: 'TIDAK_DITARGETKAN' }, 0)
    for (const periode of ['TW4', 'TAHUNAN']) await ask('PUT', `${url}/indikator/${baris}/target/${periode}`, { nilai: '100' }, 0)
  }
  return id!
}

type Rencana = { readonly indikator: readonly { readonly id: string }[] }

/** A draft of the smallest plan that the rules have nothing against: for each indicator a mitigation with an output a quarter. */
export async function draftRa(ask: Ask, read: (url: string) => Promise<unknown>, unit: string, tahun: number): Promise<string> {
  const { id } = await ask('POST', '/api/rencana-aksi', { unit, tahun })
  const url = `/api/rencana-aksi/${id}`
  for (const { id: indikator } of ((await read(url)) as Rencana).indikator) {
    const [ra, kk] = [randomUUID(), randomUUID()]
    await ask('PUT', `${url}/ra/${ra}`, { indikator, jenis: 'MITIGASI', uraian: 'Menyusun langkah contoh', nonrutin: true }, 0)
    await ask('PUT', `${url}/kriteria/${kk}`, { ra, uraian: 'Tersusunnya langkah contoh' }, 0)
    for (const triwulan of ['TW1', 'TW2', 'TW3', 'TW4']) {
      const output = {
        kk,
        uraian: 'Laporan contoh',
        jumlah: { nilai: '1' },
        satuan: 'Laporan',
        triwulan,
        penanggungJawab: ['Sekretaris'],
      }
      await ask('PUT', `${url}/output/${randomUUID()}`, output, 0)
    }
  }
  return id!
}

type Sender = {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any answer
  readonly get: (url: string) => Promise<{ body: any }>
  readonly send: (
    method: 'POST' | 'PUT',
    url: string,
    body: unknown,
    version?: number,
    // biome-ignore lint/suspicious/noExplicitAny: see above
  ) => Promise<{ status: number; body: any }>
}
type People = (username: string) => Promise<Sender>

/** Brings a draft of BKD (or a plan, whose way is shorter) through its forum to where its head signs it. */
export async function toSigning(url: string, kepala: Sender, person: People, hari: string): Promise<void> {
  await step(kepala, url, 'ajukan')
  await inForum(url, person, hari)
  await step(await person('biro.pemerintahan'), url, 'sampaikan')
  if (url.includes('perjanjian-kinerja')) await step(await person('biro.orb'), url, 'serahkan')
}

async function sent(who: Sender, method: 'POST' | 'PUT', url: string, body: unknown, version?: number) {
  const res = await who.send(method, url, body, version)
  if (res.status >= 300) throw new Error(`${url}: ${res.body.detail}`)
  return res.body
}

const step = async (who: Sender, url: string, act: string) =>
  sent(who, 'POST', `${url}/langkah`, { act }, (await who.get(`${url}/langkah`)).body.version)

/** A forum of the day that approves the paper. */
async function inForum(url: string, person: People, hari: string): Promise<void> {
  const { tahun } = (await (await person('biro.pemerintahan')).get(url)).body
  const body = { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun }
  await held(body, person, {
    subkoordinator: 'biro.pemerintahan',
    pimpinan: 'asisten.pemerintahan',
    hari,
    naskah: url.split('/').at(-1)!,
  })
}

type Held = { readonly subkoordinator: string; readonly pimpinan: string; readonly hari: string; readonly naskah: string }

/** A forum from its schedule to its minutes: everybody came, and it approves. */
export async function held(forum: object, person: People, { subkoordinator, pimpinan, hari, naskah }: Held): Promise<void> {
  const jadwal = { tanggal: hari, mulai: '09:00', selesai: '11:00', tempat: 'Balai Kota', agenda: 'Pembahasan' }
  const { id } = await sent(await person(subkoordinator), 'POST', '/api/forum', { ...forum, jadwal })
  const url = `/api/forum/${id}`
  const chair = await person(pimpinan)
  const read = async () => (await chair.get(url)).body
  await step(chair, url, 'mulai')
  const { undangan, version } = await read()
  const hadir = undangan.map(({ jabatan, nama }: { jabatan: string; nama: string | null }) => ({
    jabatan,
    kehadiran: nama ? 'SENDIRI' : 'TIDAK_HADIR',
  }))
  await sent(chair, 'PUT', `${url}/hadir`, { hadir }, version)
  await sent(chair, 'POST', `${url}/keputusan`, { naskah, keputusan: 'DISETUJUI' }, (await read()).version)
  await step(chair, url, 'tutup')
  await step(chair, url, 'tetapkan')
}
