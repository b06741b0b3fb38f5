// Two papers of one kind side by side: which lines were added, taken away or changed, and in which words. Pure.
import { z } from 'zod'
import { type Refusal, refuse } from './refusal.ts'
import { type Day, isDay, longDay } from './time.ts'

/** A line of a paper as it is compared. */
export type Baris = {
  readonly id: string
  /** The line it stands under; null at the top. */
  readonly induk: string | null
  /** What kind of line it is: only lines of one kind are matched. */
  readonly tingkat: string
  /** By what it is known again, the surest first: its lineage, then its words. A null matches nothing. */
  readonly kunci: readonly (string | null)[]
  /** Where it stands, in words: `Sasaran 1`, `T/O1.2.3`. */
  readonly letak: string
  readonly nama: string
  /** Its fields as they are printed; null where a field is empty. */
  readonly isi: Readonly<Record<string, string | null>>
}

export const JENIS_PERUBAHAN = ['DITAMBAH', 'DIHAPUS', 'DIUBAH'] as const
export const PerubahanOut = z.object({
  jenis: z.enum(JENIS_PERUBAHAN),
  tingkat: z.string(),
  letak: z.string(),
  nama: z.string(),
  bidang: z.array(z.object({ bidang: z.string(), sebelum: z.string().nullable(), sesudah: z.string().nullable() })),
})
export type Perubahan = z.infer<typeof PerubahanOut>

/** One of the two papers, in words that a reader understands. */
export const SisiOut = z.object({
  /** `Perjanjian Kinerja 2024, Perubahan ke-1`. */
  sebutan: z.string(),
  /** State, day, legal reason, as known when: one sentence each. */
  keterangan: z.array(z.string()),
})
export type SisiOut = z.infer<typeof SisiOut>
export const PerbandinganOut = z.object({
  dari: SisiOut,
  ke: SisiOut,
  perubahan: z.array(PerubahanOut),
  /** Lines that say the same in both. */
  sama: z.number(),
})
export type Perbandingan = z.infer<typeof PerbandinganOut>

/** `Murni` the first, `Perubahan ke-n` what came after it. */
export const sebutanVersi = (versi: number): string => (versi === 1 ? 'Murni' : `Perubahan ke-${versi - 1}`)

/** For each line of `after` the line of `before` that it was: by the surest key first, each line once. */
export function matchLines(before: readonly Baris[], after: readonly Baris[]): Map<string, Baris> {
  const found = new Map<string, Baris>()
  const left = new Set(before)
  const passes = Math.max(0, ...after.map((b) => b.kunci.length))
  for (let pass = 0; pass < passes; pass++)
    for (const line of after) {
      const key = line.kunci[pass]
      if (found.has(line.id) || key === null || key === undefined) continue
      for (const old of left)
        if (old.tingkat === line.tingkat && old.kunci[pass] === key) {
          found.set(line.id, old)
          left.delete(old)
          break
        }
    }
  return found
}

/** What became of the lines, in the order of the later paper; what it no longer has stands where it was. */
export function compareLines(
  before: readonly Baris[],
  after: readonly Baris[],
): { readonly perubahan: Perubahan[]; readonly sama: number } {
  const was = matchLines(before, after)
  const now = new Map([...was].map(([id, old]) => [old.id, after.findIndex((b) => b.id === id)]))
  const names = (lines: readonly Baris[]) => new Map(lines.map((b) => [b.id, b.nama]))
  const [oldNames, newNames] = [names(before), names(after)]
  const told: { at: number; perubahan: Perubahan }[] = []
  const tell = (at: number, jenis: Perubahan['jenis'], { tingkat, letak, nama }: Baris, bidang: Perubahan['bidang']) =>
    told.push({ at, perubahan: { jenis, tingkat, letak, nama, bidang } })
  // What is called by its words need not say them twice.
  const all = ({ isi, nama }: Baris, side: 'sebelum' | 'sesudah') =>
    Object.entries(isi)
      .filter(([, value]) => value !== null && value !== nama)
      .map(([bidang, value]) => ({ bidang, sebelum: null, sesudah: null, [side]: value }))
  let sama = 0
  for (const [at, line] of after.entries()) {
    const old = was.get(line.id)
    if (!old) {
      tell(at, 'DITAMBAH', line, all(line, 'sesudah'))
      continue
    }
    const bidang = [...new Set([...Object.keys(old.isi), ...Object.keys(line.isi)])]
      .map((key) => ({ bidang: key, sebelum: old.isi[key] ?? null, sesudah: line.isi[key] ?? null }))
      .filter((b) => !sameWords(b.sebelum, b.sesudah))
    const stayed = line.induk === null || old.induk === null || was.get(line.induk)?.id === old.induk
    if (!stayed)
      bidang.push({ bidang: 'induk', sebelum: oldNames.get(old.induk!) ?? null, sesudah: newNames.get(line.induk!) ?? null })
    if (bidang.length) tell(at, 'DIUBAH', line, bidang)
    else sama++
  }
  let at = -1
  for (const line of before) {
    const stands = now.get(line.id)
    if (stands === undefined) tell(at + 0.5, 'DIHAPUS', line, all(line, 'sebelum'))
    else at = stands
  }
  return { perubahan: told.sort((a, b) => a.at - b.at).map((t) => t.perubahan), sama }
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
/** White space is no change: papers break their lines where there is room. */
const sameWords = (a: string | null, b: string | null) => (a === null || b === null ? a === b : squeezed(a) === squeezed(b))
/** The words of a line as a key: case and white space aside. */
export const wordsKey = (text: string | null): string | null => (text && squeezed(text) ? squeezed(text).toLowerCase() : null)

/** A paper as an address names it: which version, or the one in force on a day, or today's data; and as known when. */
export type Sisi = {
  /** Another year than the page's. */
  readonly tahun: number | null
  readonly pilih: { readonly versi: number } | { readonly berlaku: Day } | 'hari-ini'
  readonly diketahui: Day | null
}
const SISI = /^(?:(\d{4})\.)?(?:v(\d{1,3})|(\d{4}-\d{2}-\d{2})|(hari-ini))(?:@(\d{4}-\d{2}-\d{2}))?$/
export const TeksSisi = z.string().max(40).regex(SISI, 'harus seperti v1, 2023.v1, 2024-05-01, v1@2024-05-01 atau hari-ini')

/** Reads `v2`, `2023.v1`, `2024-05-01` (in force on that day), `v1@2024-05-01` (as known on that day), `hari-ini`. */
export function readSisi(teks: string): Sisi | Refusal {
  const match = SISI.exec(teks)
  const [, tahun, versi, berlaku, , diketahui] = match ?? []
  const wrong = [berlaku, diketahui].find((day) => day !== undefined && !isDay(day))
  if (!match || wrong) return refuse('TIDAK_VALID', `${wrong ?? teks} bukan versi atau tanggal yang dikenal.`, { field: 'dari' })
  return {
    tahun: tahun ? Number(tahun) : null,
    pilih: versi ? { versi: Number(versi) } : berlaku ? { berlaku } : 'hari-ini',
    diketahui: diketahui ?? null,
  }
}

/** What was known on a day: up to its last moment in Jakarta. */
export const endOfDay = (day: Day): string => `${day}T23:59:59.999+07:00`

/** How a chosen side says from when its knowledge is. */
export const knownSentence = (day: Day | null): string[] => (day ? [`Seperti diketahui pada ${longDay(day)}`] : [])

/** A version of a paper as a list of versions shows it: since when and until when it is in force, and who signed it. */
export const VersiOut = z.object({
  id: z.string(),
  versi: z.number(),
  /** `Murni`, `Perubahan ke-1`. */
  sebutan: z.string(),
  status: z.string(),
  /** Why it was made, in words; null of the first. */
  alasan: z.string().nullable(),
  /** The letter, instruction or decision by which it was made. */
  dasar: z.string().nullable(),
  nomor: z.string().nullable(),
  berlakuDari: z.string().nullable(),
  berlakuSampai: z.string().nullable(),
  penandatangan: z.array(z.object({ pihak: z.string(), nama: z.string().nullable(), pada: z.string().nullable() })),
  /** Whether the reader may give it its number. */
  bolehNomori: z.boolean(),
  version: z.number(),
})
export type VersiOut = z.infer<typeof VersiOut>

/** The day before a day. */
const dayBefore = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Each version until the day before the next that came into force. */
export function withEnds<T extends Dated>(versions: readonly T[]): (T & { readonly berlakuSampai: Day | null })[] {
  return versions.map((v) => {
    const next = v.berlakuDari === null ? undefined : versions.find((n) => n.versi > v.versi && n.berlakuDari !== null)
    return { ...v, berlakuSampai: next ? dayBefore(next.berlakuDari!) : null }
  })
}

type Dated = { readonly versi: number; readonly berlakuDari: Day | null }
/** The version in force on a day: the last that had come into force by then. */
export function inForceOn<T extends Dated>(versions: readonly T[], day: Day): T | undefined {
  return versions
    .filter((v) => v.berlakuDari !== null && v.berlakuDari <= day)
    .sort((a, b) => a.versi - b.versi)
    .at(-1)
}
