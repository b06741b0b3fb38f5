// Checking every chain and every evidence file in the background: one check at a time, and what the last one found.
import type { Db } from '../db/database.ts'
import type { Files } from '../files/files.ts'
import { verifyFiles } from '../files/verify.ts'
import { type Damage, type Verdict, verifyLedger } from './verify.ts'

/** So many damages are told; more of them say nothing new. */
const TOLD = 200

export type Check = {
  readonly keadaan: 'BELUM' | 'BERJALAN' | 'SELESAI' | 'GAGAL'
  readonly mulai: string | null
  readonly selesai: string | null
  /** Lines read so far. */
  readonly terbaca: number
  readonly hasil: {
    readonly baris: number
    readonly kantor: number
    readonly berkas: number
    readonly kerusakan: Damage[]
    readonly terbuktiSampai: Verdict['provenUpTo']
  } | null
}
export type LedgerCheck = {
  readonly seen: () => Check
  /** Begins a check unless one is under way. */
  readonly start: (clock: () => Date, onFailure: (error: unknown) => void) => void
}

export function ledgerCheck(db: Db, files: Files): LedgerCheck {
  let check: Check = { keadaan: 'BELUM', mulai: null, selesai: null, terbaca: 0, hasil: null }
  const run = async (): Promise<Check['hasil']> => {
    const ledger = await verifyLedger(db, (terbaca) => {
      check = { ...check, terbaca }
    })
    const stored = await verifyFiles(db, files)
    return {
      baris: ledger.lines,
      kantor: ledger.offices,
      berkas: stored.files,
      kerusakan: [...ledger.damage, ...stored.damage].slice(0, TOLD),
      terbuktiSampai: ledger.provenUpTo,
    }
  }
  return {
    seen: () => check,
    start(clock, onFailure) {
      if (check.keadaan === 'BERJALAN') return
      check = { keadaan: 'BERJALAN', mulai: clock().toISOString(), selesai: null, terbaca: 0, hasil: null }
      run()
        .then((hasil) => {
          check = { ...check, keadaan: 'SELESAI', selesai: clock().toISOString(), hasil }
        })
        .catch((error) => {
          check = { ...check, keadaan: 'GAGAL', selesai: clock().toISOString() }
          onFailure(error)
        })
    },
  }
}
