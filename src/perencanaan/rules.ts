// What makes a tree of nodes a pohon kinerja (PermenPANRB 89/2021).
import type { Temuan } from '../periksa/temuan.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import type { JenisSimpul } from './jenis.ts'

export type Node = {
  readonly id: string
  readonly kode: string
  readonly dokumen: string
  readonly induk: string | null
  readonly jenis: string
  readonly pernyataan: string
  readonly indikator: readonly string[]
  readonly sumber?: string | null
}

/** Nodes whose words the office chooses; programs and below carry the names of the nomenklatur. */
const STATED: readonly string[] = ['TUJUAN', 'SASARAN', 'CSF'] satisfies JenisSimpul[]
const DOING = /^(?:pelaksanaan|penyusunan|penyelenggaraan|pembuatan|pengadaan|pemberian|kegiatan|rapat|sosialisasi)$/i

/** True where a statement begins as an activity (`Melaksanakan …`) and not as a condition (`Meningkatnya …`). */
export function isActivity(pernyataan: string): boolean {
  const first = pernyataan.trim().split(/\s+/)[0] ?? ''
  return DOING.test(first) || (/^(?:me[a-z]{3,}|ber[a-z]{3,})$/i.test(first) && !/nya$/i.test(first))
}

/**
 * What a tree still lacks: statements that are activities (PH-01, doubtful by nature), and nodes with children but
 * without an indicator (PH-02). Documents in `above` belong to others; their nodes are not judged here.
 */
export function treeFindings(nodes: readonly Node[], above: ReadonlySet<string> = new Set()): Temuan[] {
  const parents = new Set(nodes.map((n) => n.induk))
  return nodes
    .filter((n) => !above.has(n.dokumen))
    .flatMap((n) => {
      const found: Temuan[] = []
      if (STATED.includes(n.jenis) && isActivity(n.pernyataan))
        found.push(
          finding(
            n,
            'PH-01',
            0.7,
            `"${firstWords(n.pernyataan)}" menyatakan kegiatan. Nyatakan keadaan yang hendak dicapai, misalnya "Meningkatnya …" (PermenPANRB 89/2021).`,
          ),
        )
      if (parents.has(n.id) && !n.indikator.length)
        found.push(
          finding(
            n,
            'PH-02',
            1,
            `Simpul ${n.kode} punya turunan tetapi belum punya indikator. Tautkan sedikitnya satu indikator dari kamus.`,
          ),
        )
      return found
    })
}

export function finding(n: Node, aturan: string, keyakinan: number, penjelasan: string, berat: Temuan['berat'] = 'sedang'): Temuan {
  const line = /:(\d+)/.exec(n.sumber ?? '')?.[1]
  return {
    aturan,
    jenis: 'rule',
    berat,
    keyakinan,
    letak: `simpul ${n.kode}`,
    baris: line ? Number(line) : null,
    tercetak: n.pernyataan,
    seharusnya: null,
    penjelasan,
    terkait: [],
  }
}

const firstWords = (text: string) => text.split(/\s+/).slice(0, 5).join(' ')

type Placed = Pick<Node, 'id' | 'kode' | 'dokumen' | 'induk'>

/**
 * Whether a node may hang below `induk`: the parent is there, of the same document or the one above it, and not below
 * the node itself (a tree has no circles).
 */
export function refuseParent(
  node: Pick<Placed, 'id' | 'dokumen'>,
  induk: string | null,
  nodes: readonly Placed[],
  above: string | null,
): Refusal | undefined {
  if (induk === null) return undefined
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const parent = byId.get(induk)
  if (!parent) return refuse('TIDAK_VALID', 'Simpul induk itu tidak ada pada satuan kerja ini.', { field: 'induk' })
  if (parent.dokumen !== node.dokumen && parent.dokumen !== above)
    return refuse(
      'DITOLAK_ATURAN',
      `Induk ${parent.kode} milik dokumen ${parent.dokumen}; simpul ini milik ${node.dokumen}. Pilih induk dari dokumen yang sama atau dokumen di atasnya.`,
      { field: 'induk', rule: 'PH-04' },
    )
  const passed = new Set<string>()
  for (let up: string | null = induk; up !== null && !passed.has(up); up = byId.get(up)?.induk ?? null) {
    if (up === node.id)
      return refuse('DITOLAK_ATURAN', `${parent.kode} berada di bawah simpul ini; pohon kinerja tidak boleh melingkar.`, {
        field: 'induk',
        rule: 'PH-03',
      })
    passed.add(up)
  }
  return undefined
}

/** Parents before children, whatever the order in the file; undefined where some hang in a circle. */
export function inTreeOrder<T extends { readonly kode: string; readonly induk: string | null }>(
  rows: readonly T[],
): T[] | undefined {
  const known = new Set(rows.map((r) => r.kode))
  const placed = new Set<string>()
  const order: T[] = []
  for (let left = [...rows]; left.length; ) {
    const ready = left.filter((r) => r.induk === null || placed.has(r.induk) || !known.has(r.induk))
    if (!ready.length) return undefined
    for (const row of ready) placed.add(row.kode)
    order.push(...ready)
    left = left.filter((r) => !placed.has(r.kode))
  }
  return order
}
