// The domain says no: a returned value with its reason, never an exception. What it becomes on the wire stands in one
// table, platform/http/problems.ts.

export type RefusalCode =
  | 'TIDAK_VALID' // the input breaks its form
  | 'BELUM_MASUK' // nobody is signed in, or the session has ended
  | 'DILARANG' // the permission table does not allow it
  | 'TIDAK_DITEMUKAN'
  | 'BENTROK' // it exists already, or somebody else was first
  | 'VERSI_USANG' // If-Match names an older version
  | 'PERLU_IF_MATCH'
  | 'TERLALU_BESAR'
  | 'JENIS_BERKAS' // the content is not what it says it is, or not allowed
  | 'DITOLAK_ATURAN' // a rule of law or of the form says no
  | 'TERSEGEL' // the field or period is sealed
  | 'TERLALU_SERING'
  | 'SIBUK' // more is asked for at once than the program can do; later it can
  | 'PENYIMPANAN_GAGAL'
  | 'LAYANAN_GAGAL' // a service elsewhere (signing, time stamps) did not do what it must

export type Refusal = {
  readonly refused: RefusalCode
  /** A whole Indonesian sentence: what, where, and how to mend it. */
  readonly detail: string
  /** The field, cell or line it is about, as a path: `triwulan[4]`, `baris 12`. */
  readonly field?: string
  /** The rule's code (`PK-03`) or article. */
  readonly rule?: string
  /** More than one thing wrong at once. */
  readonly also?: readonly { readonly field?: string; readonly detail: string; readonly rule?: string }[]
  /** For VERSI_USANG: what is stored now, beside what was sent. */
  readonly current?: unknown
  readonly sent?: unknown
}

export function refuse(refused: RefusalCode, detail: string, more: Omit<Refusal, 'refused' | 'detail'> = {}): Refusal {
  return { refused, detail, ...more }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'detail' in value
}

/** Carries a refusal out of a transaction, so that nothing of it is kept. Caught at the edges only. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.detail)
    this.refusal = refusal
  }
}

/** The value, or `Refused` thrown: for the ends (routes, command line, loaders), not for rules. */
export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Refused(result)
  return result
}
