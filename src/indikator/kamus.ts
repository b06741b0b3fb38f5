// An entry of the dictionary as people read it: the version in force with its formula in words, its variables with their
// sources, its scales, and what it is bound to. Pages and papers are made of this and nothing else.
import { findMetode } from '../peraturan/dki-jakarta/metode.ts'
import { declaredInputs } from '../peraturan/masukan-sendiri.ts'
import { batasInWords, type Metode } from '../peraturan/metode.ts'
import { findSkala, SKALA_BAKU, type Skala } from '../peraturan/nasional/skala.ts'
import { dependencies } from '../rumus/dependencies.ts'
import { parse } from '../rumus/parse.ts'
import type { IndikatorRef } from '../rumus/tree.ts'
import { fold } from '../rumus/value.ts'
import { explainInWords } from '../rumus/words.ts'
import type { VersiContent } from './content.ts'
import { TRIWULAN, type VersiIndikator } from './indikator.ts'

export type VersiKamus = VersiContent & { readonly unit: string; readonly kode: string; readonly versi: number }

export type RumusKamus = { readonly teks: string; readonly kata: string }
export type BacaanKamus = RumusKamus & { readonly nama: string; readonly arti: string; readonly baku: boolean }
/** A figure or table of the formula: what it means, what it is counted in, and where it comes from. */
export type VariabelKamus = {
  readonly nama: string
  readonly jenis: 'ANGKA' | 'TABEL' | 'INDIKATOR'
  readonly kolom: readonly string[]
  readonly arti: string | null
  readonly satuan: string | null
  /** What may be entered, where the method says it. */
  readonly batas: string | null
  readonly dari: 'SURVEI' | 'MASUKAN' | 'INDIKATOR'
}
export type SkalaKamus = Pick<Skala, 'nama' | 'dasar' | 'tingkat'>

export type EntriKamus<V extends VersiKamus = VersiKamus> = V & {
  readonly rumusBerlaku: RumusKamus | null
  readonly metodeResmi: {
    readonly kode: string
    readonly nama: string
    readonly dasar: string
    readonly bacaan: string
    readonly pilihan: readonly BacaanKamus[]
  } | null
  readonly triwulan: readonly {
    readonly triwulan: (typeof TRIWULAN)[number]
    readonly polaritas: string | null
    readonly agregasi: string | null
    readonly rumus: RumusKamus | null
  }[]
  readonly variabel: readonly VariabelKamus[]
  readonly skalaCapaian: SkalaKamus
  /** The scale of the value itself, where its method has one (mutu, predikat). */
  readonly skalaNilai: SkalaKamus | null
}

type Known = ReadonlyMap<string, Pick<VersiKamus, 'nama' | 'satuan'>>

/** `others`: the dictionary of the same office and year, for the names of what a formula refers to. */
export function entryOf<V extends VersiKamus>(v: V, others: Known): EntriKamus<V> {
  const metode = v.metode ? findMetode(v.metode) : undefined
  const bacaan = v.bacaan ?? metode?.bacaanBaku
  const teks = metode ? metode.bacaan[bacaan!]?.rumus : v.rumus
  return {
    ...v,
    rumusBerlaku: inWords(teks),
    metodeResmi: metode
      ? { kode: metode.kode, nama: metode.nama, dasar: metode.dasar, bacaan: bacaan!, pilihan: readingsOf(metode) }
      : null,
    triwulan: TRIWULAN.flatMap((triwulan) => {
      const own = v.perTriwulan?.[triwulan]
      return own
        ? [
            {
              triwulan,
              polaritas: own.polaritas ?? null,
              agregasi: own.agregasi ?? null,
              rumus: inWords(own.rumus ?? (own.bacaan && metode?.bacaan[own.bacaan]?.rumus)),
            },
          ]
        : []
    }),
    variabel: variablesOf(teks, metode, v.masukan, others),
    skalaCapaian: scale(findSkala(v.skala ?? '') ?? SKALA_BAKU),
    skalaNilai: metode?.skala ? scale(findSkala(metode.skala)!) : null,
  }
}

const scale = ({ nama, dasar, tingkat }: Skala): SkalaKamus => ({ nama, dasar, tingkat })

export function readingsOf({ bacaan, bacaanBaku }: Metode): BacaanKamus[] {
  return Object.entries(bacaan).map(([nama, { rumus, arti }]) => ({
    nama,
    arti,
    baku: nama === bacaanBaku,
    ...(inWords(rumus) ?? { teks: rumus, kata: '' }),
  }))
}

function inWords(teks: string | null | undefined): RumusKamus | null {
  const parsed = teks ? parse(teks) : undefined
  return parsed?.ok ? { teks: teks!, kata: explainInWords(parsed.tree) } : null
}

function variablesOf(
  teks: string | null | undefined,
  metode: Metode | undefined,
  own: VersiIndikator['masukan'],
  others: Known,
): VariabelKamus[] {
  const parsed = teks ? parse(teks) : undefined
  if (!parsed?.ok) return []
  const { names, tables, indikator } = dependencies(parsed.tree)
  const inputs = metode?.masukan ?? declaredInputs({ names, tables }, own)
  const declared = (name: string) => Object.entries(inputs).find(([known]) => fold(known) === fold(name))
  const raw = (nama: string, jenis: 'ANGKA' | 'TABEL', kolom: readonly string[]): VariabelKamus => {
    const [known, masukan] = declared(nama) ?? []
    return {
      nama: (metode && known) ?? nama,
      jenis,
      kolom: masukan?.kolom ?? kolom,
      arti: masukan?.arti ?? null,
      satuan: masukan?.satuan ?? null,
      batas: masukan ? batasInWords(masukan) : null,
      dari: masukan?.dari ?? 'MASUKAN',
    }
  }
  const refs = new Map(indikator.map((ref) => [referenceName(ref), ref]))
  return [
    ...names.map((name) => raw(name, 'ANGKA', [])),
    ...Object.entries(tables).map(([name, kolom]) => raw(name, 'TABEL', kolom)),
    ...[...refs].map(([nama, ref]): VariabelKamus => {
      const other = others.get(ref.kode)
      return {
        nama,
        jenis: 'INDIKATOR',
        kolom: [],
        arti: other?.nama ?? null,
        satuan: other?.satuan ?? null,
        batas: null,
        dari: 'INDIKATOR',
      }
    }),
  ]
}

function referenceName({ kode, periode, tahun, anak }: IndikatorRef): string {
  const shift = (n: number, word: string) => (n === 0 ? '' : `, ${Math.abs(n)} ${word} ${n < 0 ? 'sebelumnya' : 'sesudahnya'}`)
  return `${kode}${shift(periode, 'periode')}${shift(tahun, 'tahun')}${anak ? ', unit di bawahnya' : ''}`
}

/** What every formula that a version may be computed by refers to: its method's reading or its own, and those of single quarters. */
export function referencesOf(v: Pick<VersiIndikator, 'metode' | 'bacaan' | 'rumus' | 'perTriwulan'>): readonly IndikatorRef[] {
  const metode = v.metode ? findMetode(v.metode) : undefined
  const main = metode ? metode.bacaan[v.bacaan ?? metode.bacaanBaku]?.rumus : v.rumus
  const quarterly = TRIWULAN.map((q) => v.perTriwulan?.[q]).map((own) => own?.rumus ?? metode?.bacaan[own?.bacaan ?? '']?.rumus)
  return [main, ...quarterly].flatMap((teks) => {
    const parsed = teks ? parse(teks) : undefined
    return parsed?.ok ? dependencies(parsed.tree).indikator : []
  })
}

export type KaitanKamus = {
  readonly unit: string
  readonly kode: string
  readonly nama: string
  /** `langsung`, or through others. */
  readonly langsung: boolean
}

/** What an indicator rests on and what rests on it, each directly or through others. `anak`: what the office above computes from it. */
export function relations(
  kode: string,
  own: readonly VersiKamus[],
  above: readonly VersiKamus[],
): { memakai: KaitanKamus[]; dipakai: KaitanKamus[] } {
  const refs = new Map(
    own.map((v) => [
      v.kode,
      referencesOf(v)
        .filter((r) => !r.anak)
        .map((r) => r.kode),
    ]),
  )
  const down = reach(kode, (k) => refs.get(k) ?? [])
  const up = reach(kode, (k) => [...refs].filter(([, to]) => to.includes(k)).map(([from]) => from))
  const told = (found: ReadonlyMap<string, boolean>): KaitanKamus[] =>
    [...found].map(([k, langsung]) => {
      const known = own.find((v) => v.kode === k)
      return { unit: known?.unit ?? own[0]?.unit ?? '', kode: k, nama: known?.nama ?? k, langsung }
    })
  const outside = above
    .filter((v) => referencesOf(v).some((r) => r.anak && r.kode === kode))
    .map(({ unit, kode: k, nama }) => ({ unit, kode: k, nama, langsung: true }))
  return { memakai: told(down), dipakai: [...told(up), ...outside] }
}

function reach(start: string, next: (kode: string) => readonly string[]): Map<string, boolean> {
  const found = new Map<string, boolean>()
  const queue = [{ kode: start, far: 0 }]
  for (let step = queue.shift(); step; step = queue.shift())
    for (const kode of next(step.kode)) {
      if (found.has(kode) || kode === start) continue
      found.set(kode, step.far === 0)
      queue.push({ kode, far: step.far + 1 })
    }
  return found
}
