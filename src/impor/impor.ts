// A data file: JSON whose `skema` says which room understands it. Read whole before anything is written.
import { z } from 'zod'
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'
import { KodeUnit } from '../unit-kerja/unit-kerja.ts'

export const MAX_DATA = 20 * 1024 * 1024

/** Parsed JSON with its `skema`, or the refusal that says which file and where. */
export function readDataFile(nama: string, content: string): { skema: string; json: unknown } | Refusal {
  if (content.length > MAX_DATA) return refuse('TERLALU_BESAR', `${nama} melebihi 20 MiB. Pecah berkasnya.`)
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (error) {
    return refuse('TIDAK_VALID', `${nama} bukan JSON yang utuh: ${(error as Error).message}.`)
  }
  if (Array.isArray(json))
    return refuse(
      'TIDAK_VALID',
      `${nama} memuat ${json.length} bagian dalam satu daftar. Muat satu per satu, masing-masing sebagai berkasnya sendiri.`,
    )
  const skema = (json as { skema?: unknown } | null)?.skema
  if (typeof skema !== 'string')
    return refuse('TIDAK_VALID', `${nama} tidak menyebut "skema" (misalnya "selaras/pk/1").`, { field: 'skema' })
  return { skema, json }
}

/** The first things that are wrong with a file's form, each with its path. */
export function refuseShape(nama: string, error: z.ZodError): Refusal {
  const wrong = error.issues.slice(0, 20).map((i) => ({ field: pathOf(i.path), detail: i.message }))
  const [first, ...also] = wrong
  return refuse('TIDAK_VALID', `${nama}, ${first!.field || 'berkas'}: ${first!.detail}.`, {
    field: first!.field,
    also: also.length ? also : undefined,
  })
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`))
    .join('')
    .replace(/^\./, '')
}

export { Temuan } from '../periksa/temuan.ts'

// ── papers ──
export const JENIS_NASKAH = ['pk', 'rencana-aksi', 'lkip'] as const
export type JenisNaskah = (typeof JENIS_NASKAH)[number]
export const NAMA_JENIS: Readonly<Record<JenisNaskah, string>> = {
  pk: 'Perjanjian Kinerja',
  'rencana-aksi': 'Rencana Aksi',
  lkip: 'capaian kinerja',
}
/** TERCETAK: of a report, its results as they are printed, beside what is computed. */
export const CARA_SIMPAN = ['DRAF', 'DITETAPKAN', 'TERCETAK'] as const
export type Cara = (typeof CARA_SIMPAN)[number]

/** The head of what `selaras import … --json` prints: what was read of one paper, with the doubts that are left. */
export const BerkasTerbaca = z.looseObject({
  skema: z.enum(['selaras/pk/1', 'selaras/rencana-aksi/1', 'selaras/lkip/1']),
  berkas: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'harus 64 angka heksadesimal'),
  unit: z.looseObject({ dibaca: z.string() }),
  tahun: z.looseObject({ dibaca: z.string() }),
  masalah: z.array(z.unknown()),
})
export type BerkasTerbaca = z.infer<typeof BerkasTerbaca>

/** What was read and corrected, to be kept; its shape is checked by whoever keeps it. */
export const SimpanNaskah = z
  .object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'harus 64 angka heksadesimal'),
    jenis: z.enum(JENIS_NASKAH),
    nama: z.string().trim().min(1).max(200),
    unit: KodeUnit,
    tahun: z.number().int().min(2000).max(2100),
    cara: z.enum(CARA_SIMPAN),
    isi: z.unknown(),
  })
  .refine(({ jenis, cara }) => (jenis === 'lkip') === (cara === 'TERCETAK'), {
    path: ['cara'],
    message: 'hasil laporan disimpan sebagai TERCETAK; perjanjian dan rencana aksi sebagai DRAF atau DITETAPKAN',
  })
export type SimpanNaskah = z.infer<typeof SimpanNaskah>
