// The lines of the ledger as a table to take along: what was asked for, at most so many, the newest first.
import type { Cell, Document } from '../platform/documents/blocks.ts'
import { dayInJakarta } from '../platform/kernel/time.ts'

/** One file holds at most so many lines; who needs more narrows the days. */
export const JEJAK_MAKS = 5_000

export type BarisJejak = {
  readonly at: string
  readonly office: string
  readonly seq: string
  readonly pelaku: string
  readonly act: string
  readonly subject: string
  readonly status: string | null
  readonly note: string | null
  readonly detail: string
  readonly hash: string
}

const KOLOM = ['Waktu (UTC)', 'Kantor', 'Nomor', 'Pelaku', 'Perbuatan', 'Perihal', 'Status', 'Catatan', 'Rincian', 'Hash']
const LEBAR = [3, 2, 1, 3, 3, 4, 2, 3, 6, 3]

export function jejakAudit(lines: readonly BarisJejak[], more: boolean, timestamp: string): Document {
  const text = (value: string): Cell => ({ text: value })
  return {
    title: `Jejak audit ${dayInJakarta(new Date(timestamp))}`,
    language: 'id',
    author: 'Selaras',
    timestamp,
    footer: more ? `Hanya ${JEJAK_MAKS} baris terbaru; persempit tanggalnya untuk yang lebih lama` : 'Jejak audit',
    sections: [
      {
        name: 'Jejak audit',
        orientation: 'landscape',
        blocks: [
          {
            kind: 'table',
            name: 'Jejak audit',
            columns: LEBAR.map((share) => ({ share })),
            header: [KOLOM.map(text)],
            groups: [
              {
                rows: lines.map((l) =>
                  [l.at, l.office, l.seq, l.pelaku, l.act, l.subject, l.status, l.note, l.detail, l.hash].map((v) => text(v ?? '')),
                ),
              },
            ],
            size: 8,
          },
        ],
      },
    ],
  }
}
