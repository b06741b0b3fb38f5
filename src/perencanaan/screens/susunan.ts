// From the flat list of the API to the tree that is shown: nodes, and what crosses over to other offices.

export type Simpul = {
  readonly id: string
  readonly dokumen: string
  readonly kode: string
  readonly induk: string | null
  readonly jenis: string
  readonly pernyataan: string
  readonly urutan: number
  readonly indikator: readonly string[]
  readonly sumber: string | null
  readonly keterangan: string | null
  readonly version: number
}
export type Kontribusi = {
  readonly simpul: string
  readonly kodeSimpul: string
  readonly unitSimpul: string
  readonly namaUnitSimpul: string
  readonly pernyataan: string
  readonly unit: string
  readonly namaUnit: string
  readonly kontribusi: string
  readonly status: string
  readonly alasan: string | null
  readonly sumber: string | null
  readonly version: number
}

/** One item of the tree: a node, another office that contributes, or many of them under one head. */
export type Butir = {
  readonly id: string
  readonly tingkat: number
  readonly induk: Butir | null
  readonly anak: readonly Butir[]
} & (
  | { readonly jenis: 'simpul'; readonly simpul: Simpul }
  | { readonly jenis: 'silang'; readonly kontribusi: Kontribusi }
  | { readonly jenis: 'kelompok'; readonly kontribusi: readonly Kontribusi[] }
)

/** Up to so many contributors stand one by one; more stand under one head that opens. */
const ONE_BY_ONE = 2

/** Nodes whose parent is not among them are tops. */
export function susun(simpul: readonly Simpul[], kontribusi: readonly Kontribusi[]): Butir[] {
  const known = new Set(simpul.map((s) => s.id))
  const below = Map.groupBy(simpul, (s) => (s.induk !== null && known.has(s.induk) ? s.induk : null))
  const asked = Map.groupBy(kontribusi, (k) => k.simpul)
  const crossing = (list: readonly Kontribusi[], induk: Butir, tingkat: number): Butir[] =>
    list.map((k) => ({ id: `${k.simpul}/${k.unit}`, tingkat, induk, anak: [], jenis: 'silang', kontribusi: k }))
  const make = (s: Simpul, induk: Butir | null, tingkat: number): Butir => {
    const anak: Butir[] = []
    const butir: Butir = { id: s.id, tingkat, induk, anak, jenis: 'simpul', simpul: s }
    for (const child of below.get(s.id) ?? []) anak.push(make(child, butir, tingkat + 1))
    const others = asked.get(s.id) ?? []
    if (others.length <= ONE_BY_ONE) anak.push(...crossing(others, butir, tingkat + 1))
    else {
      const inside: Butir[] = []
      const head: Butir = {
        id: `${s.id}/`,
        tingkat: tingkat + 1,
        induk: butir,
        anak: inside,
        jenis: 'kelompok',
        kontribusi: others,
      }
      inside.push(...crossing(others, head, tingkat + 2))
      anak.push(head)
    }
    return butir
  }
  return (below.get(null) ?? []).map((s) => make(s, null, 1))
}

/** Every item, in reading order. */
export function semua(butir: readonly Butir[]): Butir[] {
  return butir.flatMap((b) => [b, ...semua(b.anak)])
}

/** What can be seen while some are closed. */
export function tampak(butir: readonly Butir[], tutup: ReadonlySet<string>): Butir[] {
  return butir.flatMap((b) => [b, ...(tutup.has(b.id) ? [] : tampak(b.anak, tutup))])
}

/** From the top down to the item itself. */
export function jalur(butir: Butir | null): Butir[] {
  return butir ? [...jalur(butir.induk), butir] : []
}

/** Closed at first: contributors under their head, and of a large tree what lies deep. */
export function tutupAwal(butir: readonly Butir[], telepon: boolean): Set<string> {
  const all = semua(butir)
  const deep = telepon ? 3 : all.length > 120 ? 4 : Number.POSITIVE_INFINITY
  return new Set(all.filter((b) => b.anak.length && (b.jenis === 'kelompok' || b.tingkat >= deep)).map((b) => b.id))
}

/** The item to go to from `dari` by a key of the tree pattern, or what to open or close; undefined for other keys. */
export function langkah(
  key: string,
  dari: Butir,
  terlihat: readonly Butir[],
  tutup: ReadonlySet<string>,
): { readonly ke: Butir } | { readonly alih: Butir } | undefined {
  const at = terlihat.findIndex((b) => b.id === dari.id)
  const go = (to: Butir | null | undefined) => (to ? { ke: to } : undefined)
  switch (key) {
    case 'ArrowDown':
      return go(terlihat[at + 1])
    case 'ArrowUp':
      return go(terlihat[at - 1])
    case 'Home':
      return go(terlihat[0])
    case 'End':
      return go(terlihat.at(-1))
    case 'ArrowRight':
      return dari.anak.length && tutup.has(dari.id) ? { alih: dari } : go(dari.anak[0])
    case 'ArrowLeft':
      return dari.anak.length && !tutup.has(dari.id) ? { alih: dari } : go(dari.induk)
    default:
      return undefined
  }
}

/** A code for the next node below `induk`: `T1.S1.P2` after `T1.S1.P1`. */
export function kodeBerikut(jenis: string, induk: Simpul | null, dokumen: string, simpul: readonly Simpul[]): string {
  const letter = jenis === 'SUB_KEGIATAN' ? 'SK' : jenis[0]!
  const own = induk?.dokumen === dokumen ? `${induk.kode}.` : ''
  const taken = new Set(simpul.filter((s) => s.dokumen === dokumen).map((s) => s.kode))
  for (let n = 1; ; n++) if (!taken.has(`${own}${letter}${n}`)) return `${own}${letter}${n}`
}
