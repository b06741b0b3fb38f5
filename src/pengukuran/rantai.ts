// The chain of a value written out: every result below it once, numbered as in a paper, and the raw input of each. Pure;
// for the page and the document alike.

type Result<H> = {
  readonly unit: string
  readonly indikator: string
  readonly periode: string
  readonly agregasi: { readonly bagian: readonly H[] } | null
  readonly rujukan: readonly H[]
}
export type MataRantai<H> = {
  readonly nomor: string
  readonly hasil: H
  /** The results right below it, with their numbers: a result that stands elsewhere already keeps its number there. */
  readonly bawah: readonly { readonly nomor: string; readonly hasil: H }[]
}

/** From the value itself down, each above those it rests on. */
export function chainOf<H extends Result<H>>(top: H): MataRantai<H>[] {
  const known = new Map<string, string>()
  const made: MataRantai<H>[] = []
  const keyOf = (h: H) => `${h.unit} ${h.indikator} ${h.periode}`
  const walk = (h: H, nomor: string): void => {
    known.set(keyOf(h), nomor)
    const parts = [...(h.agregasi?.bagian ?? []), ...h.rujukan]
    const fresh = parts.filter((p, i) => !known.has(keyOf(p)) && parts.findIndex((o) => keyOf(o) === keyOf(p)) === i)
    fresh.forEach((p, i) => {
      known.set(keyOf(p), `${nomor}.${i + 1}`)
    })
    made.push({ nomor, hasil: h, bawah: parts.map((p) => ({ nomor: known.get(keyOf(p))!, hasil: p })) })
    for (const p of fresh) walk(p, known.get(keyOf(p))!)
  }
  walk(top, '1')
  return made
}

type Trace = {
  readonly teks: string
  readonly hasil: { readonly status: string; readonly nilai?: string | boolean }
  readonly asal?: unknown
  readonly sel?:
    | readonly {
        readonly dimensi: Readonly<Record<string, string>>
        readonly hasil: { readonly status: string; readonly nilai?: string | boolean }
        readonly asal?: unknown
      }[]
    | undefined
  readonly anak: readonly Trace[]
}
export type Mentah = {
  readonly tabel: string
  readonly nama: string
  readonly status: string
  readonly nilai: string | null
  readonly asal: string | null
}

const NUMBER = /^-?\d+(\.\d+)?$/

/** The figures that a formula began with: what it read, as it was entered. Words by which rows are told apart are none. */
export function rawOf(jejak: Trace | null | undefined): Mentah[] {
  const seen = new Set<string>()
  const found: Mentah[] = []
  const walk = (j: Trace): void => {
    for (const part of j.anak) walk(part)
    if (j.anak.length > 0) return
    if (seen.has(j.teks) || /^INDIKATOR\(/i.test(j.teks) || NUMBER.test(j.teks) || /^[-"\d]/.test(j.teks)) return
    seen.add(j.teks)
    const cells = j.sel ?? [{ dimensi: {}, hasil: j.hasil, asal: j.asal }]
    if (cells.every((c) => c.hasil.status === 'NILAI' && !NUMBER.test(String(c.hasil.nilai)))) return
    for (const { dimensi, hasil, asal } of cells)
      found.push({
        tabel: j.teks,
        nama: wordsOf(dimensi) || j.teks.replaceAll('_', ' '),
        status: hasil.status,
        nilai: hasil.nilai === undefined ? null : String(hasil.nilai),
        asal: typeof asal === 'string' ? asal : null,
      })
  }
  if (jejak) walk(jejak)
  return found
}

const wordsOf = (dimensi: Readonly<Record<string, string>>) =>
  Object.entries(dimensi)
    .filter(([name]) => name !== 'unit')
    .map(([, word]) => word)
    .join(' · ')

/** `rata-rata dari nilai kelurahan per kecamatan`: columns by their names, not by brackets. */
export function inWords(text: string): string {
  return text
    .replace(/\bper (\w+)\[(\w+)\]/g, 'per $2')
    .replace(/\bBY (\w+)\[(\w+)\]/g, 'per $2')
    .replace(/(\w+)\[(\w+)\]/g, '$2 $1')
    .replace(/^FILTER\((.+), (\w+) \w+ = "(.*)"\)$/, '$1 dengan $2 “$3”')
    .replace(/^AVERAGE\((.*)\)$/, 'rata-rata $1')
    .replace(/^SUM\((.*)\)$/, 'jumlah $1')
    .replaceAll('_', ' ')
}
