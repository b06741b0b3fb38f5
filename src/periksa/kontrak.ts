// The result of a check in the shape that other programs rely on (`selaras review --json`).
import type { HitunganReviu, Reviu, TemuanReviu } from './reviu.ts'

export type Kontrak = {
  readonly file: string
  readonly dokumen: Reviu['dokumen']
  readonly diperiksa: Reviu['diperiksa']
  readonly temuan: readonly Omit<TemuanReviu, 'jangkar' | 'jangkarTerkait'>[]
  /** With `semua` every one; else none, and `diperiksa` counts them. */
  readonly hitungan: readonly Omit<HitunganReviu, 'jangkar'>[]
}

export function kontrak(file: string, { dokumen, diperiksa, temuan, hitungan }: Reviu, semua = false): Kontrak {
  return {
    file,
    dokumen,
    diperiksa,
    temuan: temuan.map(({ jangkar: _, jangkarTerkait: __, ...t }) => t),
    hitungan: semua ? hitungan.map(({ jangkar: _, ...h }) => h) : [],
  }
}
