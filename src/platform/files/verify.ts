// Every stored file that the database knows must be there, with the content its name says: evidence, and signed papers with
// the snapshot that was signed.
import { type Db, many, sql } from '../db/database.ts'
import { sha256 as hash } from '../kernel/canonical.ts'
import { type Files, hashOf } from './files.ts'

export type FileDamage = { readonly office: string; readonly seq: string; readonly detail: string }
type Known = { readonly office: string; readonly sha256: string; readonly nama: string }

export async function verifyFiles(db: Db, files: Files): Promise<{ files: number; damage: FileDamage[] }> {
  const damage: FileDamage[] = []
  const known = await many(
    db,
    sql<Known>`select 'bukti' as office, sha256, 'bukti ' || nama as nama from bukti
    union all select 'tanda-tangan', s.sha256, 'bertanda tangan ' || p.title || ', tanda tangan ke-' || s.seq
      from signature s join signed_paper p on p.code = s.code
    order by 1, 2`,
  )
  for (const { office, sha256, nama } of known) {
    const found = await hashOf(files, sha256)
    if (found === sha256) continue
    const detail = `Berkas ${nama} ${found ? 'berubah' : 'hilang'} (sha256 ${sha256}).`
    damage.push({ office, seq: sha256.slice(0, 12), detail })
  }
  return { files: known.length, damage: [...damage, ...(await changedSnapshots(db))] }
}

async function changedSnapshots(db: Db): Promise<FileDamage[]> {
  const papers = await many(
    db,
    sql<{ code: string; title: string; snapshot: string; hash: string }>`select code, title, snapshot, snapshot_sha256 as hash
    from signed_paper order by code`,
  )
  return papers
    .filter((p) => hash(p.snapshot) !== p.hash)
    .map((p) => ({ office: 'tanda-tangan', seq: p.code, detail: `Cuplikan ${p.title} yang ditandatangani berubah.` }))
}
