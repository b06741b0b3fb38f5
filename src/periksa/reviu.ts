// A paper checked by every rule: what was reckoned and what was found, in the shape of `selaras review` (a contract). Pure.
import { z } from 'zod'
import type { Place, ReadPaper } from '../platform/documents/blocks/paper.ts'
import { ATURAN } from './aturan/daftar.ts'
import type { Aturan, TemuanNaskah } from './aturan.ts'
import { jangkarIn } from './jangkar.ts'
import { type Dokumen, kenali } from './kenali.ts'
import { bacaNaskah } from './naskah.ts'
import { Temuan } from './temuan.ts'

const Tempat = z.object({
  /** 1-based line of a text file. */
  baris: z.number().int().nullable(),
  halaman: z.number().int().nullable(),
  paragraf: z.number().int().nullable(),
  lembar: z.string().nullable(),
})
export const TemuanReviu = Temuan.extend(Tempat.omit({ baris: true }).shape).extend({
  /** Its spot in the blocks of the paper (`jangkar.ts`), and those of what it rests on. */
  jangkar: z.string().nullable(),
  jangkarTerkait: z.array(z.string()),
})
export type TemuanReviu = z.infer<typeof TemuanReviu>
export const HitunganReviu = Tempat.extend({
  jangkar: z.string().nullable(),
  letak: z.string(),
  aturan: z.string(),
  rumus: z.string(),
  tercetak: z.string(),
  dihitung: z.string(),
  pembulatan: z.enum(['tepat', 'setengah-naik', 'potong', 'dari-angka-belum-dibulatkan']).nullable(),
  cocok: z.boolean(),
})
export type HitunganReviu = z.infer<typeof HitunganReviu>
export type Reviu = {
  readonly dokumen: Dokumen
  readonly diperiksa: { readonly tabel: number; readonly hitungan: number; readonly cocok: number }
  readonly temuan: readonly TemuanReviu[]
  readonly hitungan: readonly HitunganReviu[]
}

/** What is missing, misnamed or misspelt stays so, whatever comes out of it. */
const NEVER_CONTRADICTED: ReadonlySet<string> = new Set([
  'missing-value',
  'unit',
  'format',
  'caption',
  'numbering',
  'copy-paste',
  'rule',
])
/** Two readings of one figure, one of which holds: the other is not worth more than this. */
const CONTRADICTED = 0.6
/** Below this a finding is a guess, and is not said. */
export const LEAST = 0.3

export function reviu(paper: ReadPaper, aturan: readonly Aturan[] = ATURAN): Reviu {
  const naskah = bacaNaskah(paper)
  const spot = jangkarIn(paper)
  const hitungan: HitunganReviu[] = []
  const temuan: TemuanReviu[] = []
  const found: { kode: string; jenis: Temuan['jenis']; temuan: TemuanNaskah }[] = []
  for (const { kode, jenis, periksa } of aturan) {
    const seen = periksa(naskah)
    for (const { di, ...rest } of seen.hitungan) hitungan.push({ ...placed(di), ...rest, aturan: kode, jangkar: spot(di, rest) })
    found.push(...seen.temuan.map((t) => ({ kode, jenis, temuan: t })))
  }
  for (const { kode, jenis, temuan: t } of causes(found)) {
    const { di, terkait = [], dengan: _dengan, lain: _lain, ...rest } = t
    temuan.push({
      ...placed(di),
      ...rest,
      jenis: rest.jenis ?? jenis,
      aturan: kode,
      terkait: linesOf(terkait),
      jangkar: spot(di, rest),
      jangkarTerkait: [...new Set(terkait.flatMap((at) => spot(at, { letak: rest.letak }) ?? []))],
    })
  }
  const reckoned = once(hitungan, (h) => `${where(h)} ${h.tercetak} ${h.rumus}`)
  return {
    dokumen: kenali(paper),
    diperiksa: { tabel: naskah.tabel.length, hitungan: reckoned.length, cocok: reckoned.filter((h) => h.cocok).length },
    temuan: settled(temuan, reckoned),
    hitungan: reckoned,
  }
}

/**
 * A figure that differs from another place, and with which a reckoning of its own table would hold: the reckoning is not found a
 * second time, it is what speaks for the other figure.
 */
function causes<T extends { readonly temuan: TemuanNaskah }>(found: readonly T[]): T[] {
  const differing = found.filter(({ temuan }) => temuan.lain !== undefined)
  const mendedBy = (t: TemuanNaskah) => differing.find(({ temuan: { di, lain } }) => t.dengan?.(di, lain!))
  const mended = new Map(found.flatMap((f) => (mendedBy(f.temuan) ? [[f, mendedBy(f.temuan)!] as const] : [])))
  return found.flatMap((f) => {
    if (mended.has(f)) return []
    const speaks = [...mended].filter(([, cause]) => cause === f).map(([{ temuan }]) => temuan)
    const more = speaks.map((t) => ` Angka ${t.tercetak} (${t.letak}) pun hanya cocok dengan ${f.temuan.seharusnya}.`).join('')
    return [more ? { ...f, temuan: { ...f.temuan, penjelasan: f.temuan.penjelasan + more } } : f]
  })
}

/** The same figure found twice is one finding, the surer one; where another reckoning confirms it, it is less sure. */
function settled(temuan: readonly TemuanReviu[], hitungan: readonly HitunganReviu[]): TemuanReviu[] {
  const confirmed = new Set(hitungan.filter((h) => h.cocok).map((h) => `${where(h)} ${h.letak}`))
  const weighed = temuan.map((t) =>
    !NEVER_CONTRADICTED.has(t.jenis) && confirmed.has(`${where(t)} ${t.letak}`)
      ? { ...t, keyakinan: Math.round(t.keyakinan * CONTRADICTED * 100) / 100 }
      : t,
  )
  const surest = weighed.toSorted((a, b) => b.keyakinan - a.keyakinan)
  return once(surest, (t) => `${where(t)} ${t.letak} ${t.jenis} ${t.tercetak}`)
    .filter((t) => t.keyakinan >= LEAST)
    .sort((a, b) => (a.baris ?? a.halaman ?? a.paragraf ?? 0) - (b.baris ?? b.halaman ?? b.paragraf ?? 0))
}

const where = (t: { baris: number | null; halaman: number | null; paragraf: number | null; lembar: string | null }) =>
  `${t.lembar ?? ''} ${t.halaman ?? ''} ${t.paragraf ?? ''} ${t.baris ?? ''}`
const placed = ({ line, page, paragraph, sheet }: Place) => ({
  baris: line ?? null,
  halaman: page ?? null,
  paragraf: paragraph ?? null,
  lembar: sheet ?? null,
})
const linesOf = (places: readonly Place[]) => [...new Set(places.flatMap((p) => p.line ?? p.page ?? p.paragraph ?? []))]

function once<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>()
  return list.filter((one) => {
    const key = keyOf(one)
    return !seen.has(key) && seen.add(key)
  })
}
