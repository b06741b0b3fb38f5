// Whether a tree comes down as it should, and when a node may go: each result is broken down until somebody can do it, and
// has a target of the year (PermenPANRB 89/2021; akip-rules 1.4).
import type { Temuan } from '../periksa/temuan.ts'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { type JenisSimpul, kindsBelow, sebutanJenis } from './jenis.ts'
import { finding, type Node } from './rules.ts'

/** Nodes that somebody above promises: their indicators have a target in every year of the plan. */
const PROMISED: readonly string[] = ['TUJUAN', 'SASARAN', 'PROGRAM'] satisfies JenisSimpul[]

/**
 * PH-05 a node stands below one of a lower kind · PH-06 a tujuan or sasaran that nothing brings about · PH-07 an indicator
 * of a tujuan, sasaran or program without a target in the year. Documents in `above` belong to others.
 */
export function cascadeFindings(
  nodes: readonly Node[],
  above: ReadonlySet<string> = new Set(),
  year?: { readonly tahun: number; readonly targets: readonly { readonly indikator: string }[] },
): Temuan[] {
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const parents = new Set(nodes.map((n) => n.induk))
  const planned = new Set(year?.targets.map((t) => t.indikator))
  return nodes
    .filter((n) => !above.has(n.dokumen))
    .flatMap((n) => {
      const found: Temuan[] = []
      const parent = n.induk === null ? undefined : byId.get(n.induk)
      if (parent?.dokumen === n.dokumen && !(kindsBelow(parent.jenis) as readonly string[]).includes(n.jenis))
        found.push(
          finding(
            n,
            'PH-05',
            1,
            `${sebutanJenis(n.jenis)} ${n.kode} berada di bawah ${sebutanJenis(parent.jenis).toLowerCase()} ${parent.kode}. Pindahkan ke bawah simpul yang lebih tinggi.`,
          ),
        )
      if ((n.jenis === 'TUJUAN' || n.jenis === 'SASARAN') && !parents.has(n.id))
        found.push(
          finding(
            n,
            'PH-06',
            1,
            `${sebutanJenis(n.jenis)} ${n.kode} belum diturunkan. Tambahkan apa yang harus terjadi agar hasil ini tercapai, sampai yang dapat dikerjakan.`,
            'rendah',
          ),
        )
      const missing = year && PROMISED.includes(n.jenis) ? n.indikator.filter((kode) => !planned.has(kode)) : []
      if (missing.length)
        found.push(
          finding(
            n,
            'PH-07',
            1,
            `Target ${year!.tahun} belum ada untuk ${missing.join(', ')} pada ${n.kode}. Isi target tahun itu, atau catat bahwa tahun itu tidak ditargetkan.`,
            'rendah',
          ),
        )
      return found
    })
}

type Asked = { readonly simpul: string; readonly namaUnit: string; readonly status: string }

/** Why a node may not go: others hang from it, or another office has promised to contribute to it. */
export function refuseDeletion(node: Node, nodes: readonly Node[], asked: readonly Asked[]): Refusal | undefined {
  const below = nodes.filter((n) => n.induk === node.id)
  if (below.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Simpul ${node.kode} masih punya ${below.length} turunan: ${listed(below.map((n) => n.kode))}. Pindahkan atau hapus turunannya dahulu.`,
      { rule: 'PH-08' },
    )
  const promised = asked.filter((c) => c.simpul === node.id && c.status === 'DITERIMA')
  if (promised.length)
    return refuse(
      'DITOLAK_ATURAN',
      `Kontribusi pada simpul ${node.kode} sudah diterima oleh ${listed(promised.map((c) => c.namaUnit))}. Tarik dahulu permintaannya.`,
      { rule: 'PH-09' },
    )
  return undefined
}

const listed = (words: readonly string[]) =>
  words.length > 3 ? `${words.slice(0, 3).join(', ')} dan ${words.length - 3} lainnya` : words.join(', ')
