// Every evidence file that the database knows must be there, with the content its name says.
import { type Db, many, sql } from '../db/database.ts'
import { type Files, hashOf } from './files.ts'

export type FileDamage = { readonly office: string; readonly seq: string; readonly detail: string }

export async function verifyFiles(db: Db, files: Files): Promise<{ files: number; damage: FileDamage[] }> {
  const damage: FileDamage[] = []
  const known = await many(db, sql<{ sha256: string; nama: string }>`select sha256, nama from bukti order by sha256`)
  for (const { sha256, nama } of known) {
    const found = await hashOf(files, sha256)
    if (found === sha256) continue
    const detail = found
      ? `Isi berkas bukti ${nama} berubah (sha256 ${sha256}).`
      : `Berkas bukti ${nama} hilang (sha256 ${sha256}).`
    damage.push({ office: 'bukti', seq: sha256.slice(0, 12), detail })
  }
  return { files: known.length, damage }
}
