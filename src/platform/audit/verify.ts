// Reads every chain from its first line and says what does not follow: a changed, missing or reordered line.
import { type Db, inSnapshot, many, sql } from '../db/database.ts'
import { anchorHash, FIRST, type Line, lineHash } from './ledger.ts'

export type Damage = { readonly office: string; readonly seq: string; readonly detail: string }
export type Verdict = {
  readonly lines: number
  readonly offices: number
  readonly damage: readonly Damage[]
  /** Up to here also a cut-off tail would be noticed; null before the first anchor. */
  readonly provenUpTo: { readonly anchor: string; readonly at: string } | null
}

const BATCH = 5_000

/** `tell` hears after every batch how many lines were read. */
export function verifyLedger(db: Db, tell: (lines: number) => void = () => {}): Promise<Verdict> {
  return inSnapshot(db, async (tx) => {
    const damage: Damage[] = []
    const heads = await many(tx, sql<{ office: string; seq: string; hash: string }>`select * from ledger_head order by office`)
    const anchors = await many(
      tx,
      sql<{ seq: string; at: string; heads: string; previous: string; hash: string }>`select * from ledger_anchor order by seq`,
    )
    const anchored = new Map<string, string>() // office/seq → hash, as the anchors saw it
    let previousAnchor = FIRST
    let expected = 1n
    for (const a of anchors) {
      if (BigInt(a.seq) !== expected || a.previous !== previousAnchor || a.hash !== anchorHash(a))
        damage.push({ office: 'sistem', seq: a.seq, detail: `Jangkar ${a.seq} berubah, hilang atau bertukar tempat.` })
      for (const [office, [seq, hash]] of Object.entries(JSON.parse(a.heads) as Record<string, [string, string]>))
        anchored.set(`${office}/${seq}`, hash)
      previousAnchor = a.hash
      expected = BigInt(a.seq) + 1n
    }
    let lines = 0
    let at = { office: '', seq: 0n, hash: FIRST }
    const ends = new Map<string, { seq: bigint; hash: string }>()
    for (let after = { office: '', seq: '0' }; ; ) {
      const batch = await many(
        tx,
        sql<Line>`select * from ledger where (office, seq) > (${after.office}, ${after.seq}::bigint) order by office, seq limit ${BATCH}`,
      )
      for (const line of batch) {
        if (line.office !== at.office) at = { office: line.office, seq: 0n, hash: FIRST }
        const seq = BigInt(line.seq)
        if (seq !== at.seq + 1n)
          damage.push({ office: line.office, seq: line.seq, detail: `Baris ${at.seq + 1n} sampai ${seq - 1n} hilang dari rantai.` })
        else if (line.previous !== at.hash)
          damage.push({
            office: line.office,
            seq: line.seq,
            detail: `Baris ${line.seq} tidak menyambung ke baris sebelumnya: berubah atau bertukar tempat.`,
          })
        if (line.hash !== lineHash(line))
          damage.push({ office: line.office, seq: line.seq, detail: `Isi baris ${line.seq} tidak cocok dengan hash-nya: berubah.` })
        const seen = anchored.get(`${line.office}/${line.seq}`)
        if (seen !== undefined && seen !== line.hash)
          damage.push({ office: line.office, seq: line.seq, detail: `Baris ${line.seq} berbeda dari yang dicatat jangkar.` })
        anchored.delete(`${line.office}/${line.seq}`)
        at = { office: line.office, seq, hash: line.hash }
        ends.set(line.office, { seq, hash: line.hash })
        lines++
      }
      tell(lines)
      const last = batch.at(-1)
      if (!last || batch.length < BATCH) break
      after = last
    }
    for (const [key] of anchored) {
      const [office, seq] = [key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1)]
      if (seq !== '0') damage.push({ office, seq, detail: `Baris ${seq} pernah dicatat jangkar tetapi tidak ada lagi.` })
    }
    for (const { office, seq, hash } of heads) {
      const end = ends.get(office) ?? { seq: 0n, hash: FIRST }
      if (end.seq !== BigInt(seq) || end.hash !== hash)
        damage.push({ office, seq, detail: `Ujung rantai seharusnya baris ${seq}; yang ada baris ${end.seq}.` })
    }
    for (const office of ends.keys())
      if (!heads.some((h) => h.office === office)) damage.push({ office, seq: '0', detail: 'Catatan ujung rantai hilang.' })
    const last = anchors.at(-1)
    return { lines, offices: ends.size, damage, provenUpTo: last ? { anchor: last.seq, at: last.at } : null }
  })
}
