// Every stored file that the database knows must be there, with the content its name says: evidence, papers that were checked,
// and signed papers with the snapshot that was signed.
import { type Db, many, sql } from '../db/database.ts'
import { sha256 as hash } from '../kernel/canonical.ts'
import { type Files, hashOf } from './files.ts'
import { listKept } from './kept.ts'

export type FileDamage = { readonly office: string; readonly seq: string; readonly detail: string }

export async function verifyFiles(db: Db, files: Files): Promise<{ files: number; damage: FileDamage[] }> {
  const damage: FileDamage[] = []
  const known = await listKept(db)
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
