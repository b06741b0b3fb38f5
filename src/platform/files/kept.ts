// Which tables keep a file by its hash. One content may be kept by several.
import { type Db, many, sql } from '../db/database.ts'

export type KeptFile = { readonly office: string; readonly sha256: string; readonly nama: string }

const KEPT = sql`select 'bukti' as office, sha256, 'bukti ' || nama as nama from bukti
  union select 'reviu', sha256, 'yang direviu ' || min(nama) from reviu group by sha256
  union select 'tanda-tangan', s.sha256, 'bertanda tangan ' || p.title || ', tanda tangan ke-' || s.seq
    from signature s join signed_paper p on p.code = s.code`

/** Each content once for everything that keeps it. */
export function listKept(on: Db): Promise<KeptFile[]> {
  return many(on, sql<KeptFile>`select office, sha256, nama from (${KEPT}) f order by 1, 2`)
}
