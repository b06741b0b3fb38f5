// The way of a document from state to state: a table, looked up. The button, the check and the message come from the same row.
import { z } from 'zod'
import { PasskeyAnswer } from './passkey.ts'
import { type Refusal, refuse } from './refusal.ts'

export type Step<S extends string = string, P extends string = string> = {
  readonly dari: S
  readonly act: string
  /** `SISTEM`: the program itself does it, when what it says has happened. */
  readonly peran: readonly (P | 'SISTEM')[]
  readonly ke: S
  /** What the button says. */
  readonly label: string
  /** A return says why, advice says what: the note is the step. */
  readonly perluAlasan: boolean
  /** Where set: only for a revision with one of these reasons. */
  readonly hanyaRevisi?: readonly string[]
  /** Where set: taken only on this page, where more belongs to it (a forum has a schedule, and who was there). */
  readonly lewat?: string
}
export type Workflow<S extends string> = {
  /** As the sentences call it: `Perjanjian Kinerja`. */
  readonly naskah: string
  readonly table: readonly Step<S>[]
  readonly awal: S
  /** Where a document that is not replaced ends. */
  readonly akhir: S
}
/** Where a document stands: its state, and why it was revised, where it was. */
export type Standing<S extends string> = { readonly status: S; readonly alasanRevisi: string | null }

/** Who signs proves who he is again now. Never kept, logged, hashed or answered. */
export const Bukti = z.object({
  sandi: z.string().min(1).max(300).optional(),
  /** In the place of the password. */
  kunciSandi: PasskeyAnswer.optional(),
  /** The secret of a certificate that is kept by a service elsewhere. */
  frasa: z.string().min(1).max(300).optional(),
})
export type Bukti = z.infer<typeof Bukti>
/** What is asked for, by field; where a passkey is among it, it stands in the place of the password. */
export const DIMINTA = ['kunciSandi', 'sandi', 'frasa'] as const
export type Diminta = (typeof DIMINTA)[number]

/** A step as a page asks for it. */
export const IsianLangkah = z.object({
  act: z.string().min(1).max(40),
  catatan: z.string().trim().max(4000).optional(),
  /** What was seen of its content (`isi` of its standing): where a line has changed since, the step is refused (ADR 0008). */
  isi: z.number().int().min(0).optional(),
  bukti: Bukti.optional(),
})
export type IsianLangkah = z.infer<typeof IsianLangkah>

/** The act by which a document is signed: by who proves who he is again. */
export const TANDA_TANGAN = 'tanda-tangan'
/** The program's own act where an office changed hands between two signatures: what was signed is void. */
export const GANTI_PEMEGANG = 'ganti-pemegang'

/** Who has signed a document so far, under the code that is printed on it. */
export const TandaTangan = z.object({
  kode: z.string(),
  oleh: z.array(z.object({ nama: z.string(), jabatan: z.string(), pada: z.string() })),
  /** Whether the PDF that who asks downloads is the signed one: it holds the NIP. */
  berkas: z.boolean(),
})
export type TandaTangan = z.infer<typeof TandaTangan>

export const LangkahOut = z.object({
  version: z.number(),
  /** How many acts were done to it, where its version does not rise with every line that is changed. */
  isi: z.number().optional(),
  status: z.string(),
  /** The stages it passes, from the first to the last. */
  tahap: z.array(z.string()),
  tindakan: z.array(
    z.object({
      act: z.string(),
      label: z.string(),
      ke: z.string(),
      /** Towards the last stage; what returns, or leaves it where it is, does not. */
      maju: z.boolean(),
      perluAlasan: z.boolean(),
      /** What it asks for again of who takes it. */
      bukti: z.array(z.enum(DIMINTA)),
      /** Who takes it, and whether that is the person who asks. */
      peran: z.array(z.string()),
      giliranAnda: z.boolean(),
      /** The sentence with which it would be refused now, whoever takes it. */
      ditolak: z.string().nullable(),
      /** The page on which it is taken, where that is another one. */
      lewat: z.string().nullable(),
    }),
  ),
  riwayat: z.array(z.object({ at: z.string(), act: z.string(), oleh: z.string(), note: z.string().nullable() })),
})
export type LangkahOut = z.infer<typeof LangkahOut>

/** Every step that leads on from a state, whoever takes it. */
export function possible<S extends string>({ table }: Workflow<S>, { status, alasanRevisi }: Standing<S>): readonly Step<S>[] {
  return open(table, alasanRevisi).filter((s) => s.dari === status)
}

const open = <S extends string>(table: readonly Step<S>[], alasanRevisi: string | null) =>
  table.filter((s) => !s.hanyaRevisi || (alasanRevisi !== null && s.hanyaRevisi.includes(alasanRevisi)))

/** The steps that a state offers to somebody with these roles. */
export function stepsFrom<S extends string>(workflow: Workflow<S>, at: Standing<S>, peran: readonly string[]): Step<S>[] {
  return possible(workflow, at).filter((s) => s.peran.some((p) => peran.includes(p)))
}

/** The step an act makes, or the refusal that names what is possible instead. */
export function findStep<S extends string>(
  workflow: Workflow<S>,
  at: Standing<S>,
  { act, catatan }: IsianLangkah,
  peran: readonly string[],
  /** The page that asks, where it is not the document's own. */
  lewat?: string,
): Step<S> | Refusal {
  const mine = stepsFrom(workflow, at, peran)
  const found = mine.find((s) => s.act === act)
  const rule = `${workflow.naskah}: ${act}`
  if (!found) {
    const way = mine.length
      ? `Yang dapat Anda lakukan: ${mine.map((s) => s.label).join(', ')}.`
      : 'Tidak ada langkah untuk peran Anda pada status ini.'
    return refuse('DITOLAK_ATURAN', `${workflow.naskah} berstatus ${at.status} tidak dapat di-${act} oleh Anda. ${way}`, { rule })
  }
  if (found.lewat && found.lewat !== lewat)
    return refuse('DITOLAK_ATURAN', `${found.label} dilakukan dalam forumnya. Buka halaman Forum.`, { rule })
  if (found.perluAlasan && !catatan?.trim())
    return refuse('TIDAK_VALID', `${found.label} harus disertai alasan atau isinya.`, { field: 'catatan', rule })
  return found
}

/** The stages from the first through this one to the last, by the shortest way that the table knows. */
export function courseOf<S extends string>({ table, awal, akhir }: Workflow<S>, { status, alasanRevisi }: Standing<S>): S[] {
  const steps = open(table, alasanRevisi).filter((s) => !s.peran.includes('SISTEM'))
  const way = (from: S, to: S): S[] => {
    const before = new Map<S, S | undefined>([[from, undefined]])
    for (const at of before.keys()) for (const s of steps) if (s.dari === at && !before.has(s.ke)) before.set(s.ke, at)
    const found: S[] = []
    for (let at = before.has(to) ? to : undefined; at !== undefined; at = before.get(at)) found.unshift(at)
    return found
  }
  const here = way(awal, status)
  return here.length ? [...here, ...way(status, akhir).slice(1)] : way(awal, akhir)
}

/** What a page shows of a document: its stages, and each step from here; `ditolak` says by act why one cannot be taken now. */
export function langkahOf<S extends string>(
  workflow: Workflow<S>,
  at: Standing<S>,
  peran: readonly string[],
  ditolak: ReadonlyMap<string, string>,
  /** What who asks may prove himself by, before a signature. */
  bukti: readonly Diminta[] = [],
): Pick<LangkahOut, 'tahap' | 'tindakan'> {
  const tahap = courseOf(workflow, at)
  const steps = possible(workflow, at).filter((s) => !s.peran.includes('SISTEM'))
  return {
    tahap,
    tindakan: steps.map((s) => ({
      act: s.act,
      label: s.label,
      ke: s.ke,
      maju: tahap.indexOf(s.ke) > tahap.indexOf(at.status),
      perluAlasan: s.perluAlasan,
      bukti: s.act === TANDA_TANGAN ? [...bukti] : [],
      peran: [...s.peran],
      giliranAnda: s.peran.some((p) => peran.includes(p)),
      ditolak: ditolak.get(s.act) ?? null,
      lewat: s.lewat ?? null,
    })),
  }
}

/** For whoever asks for a step of a document that has moved on since. */
export function outdatedStep(naskah: string, current: { status: string; version: number }, asked: unknown): Refusal {
  // What proves who somebody is is not answered.
  const { bukti: _secret, ...sent } = { bukti: undefined, ...(asked as object) }
  return refuse(
    'VERSI_USANG',
    `${naskah} ini sudah berubah sejak Anda membukanya. Baca dahulu keadaannya sekarang, lalu ulangi bila masih perlu.`,
    { current, sent },
  )
}

/** What the rules found in a document, as far as it holds it back (`periksa/temuan.ts`). */
type Found = { readonly berat: string; readonly aturan: string; readonly letak: string; readonly penjelasan: string }

/** What must be mended before a document goes on. */
export const blocking = <T extends Pick<Found, 'berat'>>(temuan: readonly T[]): T[] => temuan.filter((t) => t.berat === 'tinggi')

/** Why a document with such findings does not go on; undefined where nothing holds it. */
export function refuseBlocking(temuan: readonly Found[]): Refusal | undefined {
  const found = blocking(temuan)
  if (!found.length) return undefined
  const rules = [...new Set(found.map((t) => t.aturan))].sort()
  return refuse('DITOLAK_ATURAN', `Masih ada ${found.length} temuan yang wajib diperbaiki (${rules.join(', ')}).`, {
    rule: rules[0],
    also: found.slice(0, 20).map((t) => ({ field: t.letak, detail: t.penjelasan, rule: t.aturan })),
  })
}
