// From a cell of the grid to a request: which record it belongs to, under which version it is sent, and what the answer means.

import { isRefusal } from '../../platform/kernel/refusal.ts'
import { ApiError, request } from '../../web/ui/api.ts'
import type { Jawaban, Simpan } from '../../web/ui/grid/drafts.ts'
import type { PeriodeTarget } from '../perjanjian-kinerja.ts'
import { type Indikator, type Kamus, type Lengkap, PERIODE, type Sasaran, type Target } from './data.ts'
import { readTarget, targetText } from './target-teks.ts'

export const ofSasaran = (id: string) => `sasaran/${id}`
export const ofIndikator = (id: string) => `indikator/${id}`
export const ofTarget = (id: string, periode: PeriodeTarget) => `indikator/${id}/target/${periode}`

type Texts = Readonly<Record<string, string>>
/** A record as last seen: its version, its texts by field, and what else is sent with it. */
type Known = { readonly version: number; readonly texts: Texts; readonly body: (texts: Texts) => unknown }

const orNull = (text: string | undefined) => text?.trim() || null
const sasaranTexts = (s: Sasaran): Texts => ({ uraian: s.uraian })
const indikatorTexts = (i: Indikator): Texts => ({
  nama: i.nama,
  kode: i.kode ?? '',
  sumberData: i.sumberData ?? '',
  pengukuran: i.pengukuran ?? '',
  satuan: i.satuan ?? '',
  alasanTarget: i.alasanTarget ?? '',
  dasarTarget: i.dasarTarget ?? '',
})

/** Keeps what is known of every record of one agreement, newer than the page where it has just been saved. */
export function createSaver(id: string, onSaved: () => void) {
  const known = new Map<string, Known>()
  let kamus: readonly Kamus[] = []

  const learn = (entitas: string, next: Known) => {
    if (next.version >= (known.get(entitas)?.version ?? 0)) known.set(entitas, next)
  }
  const knowSasaran = (s: Sasaran): Known => ({
    version: s.version,
    texts: sasaranTexts(s),
    body: ({ uraian }) => ({ urutan: s.urutan, nomor: s.nomor, kelompok: s.kelompok, uraian }),
  })
  const knowIndikator = (i: Omit<Indikator, 'target'>, sasaran: string): Known => ({
    version: i.version,
    texts: indikatorTexts(i as Indikator),
    body: (t) => ({
      sasaran,
      urutan: i.urutan,
      nomor: i.nomor,
      nama: t.nama ?? '',
      kode: orNull(t.kode),
      sumberData: orNull(t.sumberData),
      pengukuran: orNull(t.pengukuran),
      satuan: orNull(t.satuan),
      alasanTarget: orNull(t.alasanTarget),
      dasarTarget: orNull(t.dasarTarget),
    }),
  })
  const knowTarget = (target: Target | undefined, satuan: string): Known => ({
    version: target?.version ?? 0,
    texts: { nilai: targetText(target) },
    body: ({ nilai }) => readTarget(nilai ?? '', satuan),
  })

  function receive(pk: Lengkap, dictionary: readonly Kamus[]): void {
    kamus = dictionary
    for (const s of pk.sasaran) {
      learn(ofSasaran(s.id), knowSasaran(s))
      for (const i of s.indikator) {
        learn(ofIndikator(i.id), knowIndikator(i, s.id))
        for (const p of PERIODE) learn(ofTarget(i.id, p), knowTarget(i.target[p], i.satuan ?? ''))
      }
    }
  }

  /** A line newly joined to the dictionary takes over its name and unit where it has none. */
  function filled(texts: Texts, isi: Texts): Texts {
    const entry = isi.kode ? kamus.find((k) => k.kode === isi.kode) : undefined
    if (!entry) return texts
    return {
      ...texts,
      nama: texts.nama || entry.nama,
      satuan: texts.satuan || entry.satuan,
      sumberData: texts.sumberData || (entry.sumberData ?? ''),
    }
  }

  const simpan: Simpan = async (entitas, isi) => {
    const before = known.get(entitas)
    if (!before) return { jenis: 'salah', kalimat: 'Baris ini sudah tidak ada. Salin isinya, lalu muat ulang halaman.' }
    const texts = filled({ ...before.texts, ...isi }, isi)
    const body = before.body(texts)
    if (isRefusal(body)) return { jenis: 'salah', kalimat: body.detail }
    try {
      const { data } = await request<{ version: number }>('PUT', `/api/perjanjian-kinerja/${id}/${entitas}`, {
        body,
        version: before.version,
      })
      learn(entitas, { ...before, version: data.version, texts })
      onSaved()
      return { jenis: 'tersimpan' }
    } catch (error) {
      return refused(entitas, before, error)
    }
  }

  function refused(entitas: string, before: Known, error: unknown): Jawaban {
    if (!(error instanceof ApiError)) throw error
    const { status, code, detail, field, current } = error.problem
    if (status === 0 || status === 429 || status >= 502) return { jenis: 'putus' }
    if (code !== 'VERSI_USANG')
      return { jenis: 'salah', kalimat: detail, bidang: field && field in before.texts ? field : undefined }
    const next = readCurrent(entitas, before, current)
    known.set(entitas, next)
    return { jenis: 'bentrok', milikMereka: next.texts }
  }

  function readCurrent(entitas: string, before: Known, current: unknown): Known {
    if (entitas.startsWith('sasaran/')) return knowSasaran(current as Sasaran)
    if (!entitas.includes('/target/')) return knowIndikator(current as Indikator, (current as { sasaran: string }).sasaran)
    return {
      ...before,
      version: (current as Target | null)?.version ?? 0,
      texts: { nilai: targetText((current as Target | null) ?? undefined) },
    }
  }

  return { receive, simpan, versionOf: (entitas: string) => known.get(entitas)?.version ?? 0 }
}
export type Saver = ReturnType<typeof createSaver>
