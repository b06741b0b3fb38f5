// The states of one measurement (akip-rules 5.2, Pengukuran TW): a table, looked up. The button, the check and the
// message come from the same row.
import { type Refusal, refuse } from '../platform/kernel/refusal.ts'

export type StatusPengukuran = 'DRAF' | 'DIAJUKAN' | 'DIVALIDASI_ATASAN' | 'TERVERIFIKASI' | 'TERKUNCI'
export type ActPengukuran = 'ajukan' | 'validasi' | 'verifikasi' | 'kunci' | 'kembalikan'
export type Langkah = {
  readonly act: ActPengukuran
  readonly dari: StatusPengukuran
  readonly ke: StatusPengukuran
  /** The act of the permission table that whoever takes this step must hold. */
  readonly wewenang: string
  readonly label: string
  readonly perluAlasan?: true
  readonly perluBukti?: true
}

const kembalikan = (dari: StatusPengukuran, wewenang: string): Langkah => ({
  act: 'kembalikan',
  dari,
  ke: 'DRAF',
  wewenang,
  label: 'Minta perbaikan',
  perluAlasan: true,
})

export const LANGKAH: readonly Langkah[] = [
  { act: 'ajukan', dari: 'DRAF', ke: 'DIAJUKAN', wewenang: 'pengukuran.isi', label: 'Ajukan', perluBukti: true },
  { act: 'validasi', dari: 'DIAJUKAN', ke: 'DIVALIDASI_ATASAN', wewenang: 'pengukuran.validasi', label: 'Validasi' },
  { act: 'verifikasi', dari: 'DIVALIDASI_ATASAN', ke: 'TERVERIFIKASI', wewenang: 'pengukuran.verifikasi', label: 'Verifikasi' },
  { act: 'kunci', dari: 'TERVERIFIKASI', ke: 'TERKUNCI', wewenang: 'pengukuran.kunci', label: 'Kunci' },
  kembalikan('DIAJUKAN', 'pengukuran.validasi'),
  kembalikan('DIVALIDASI_ATASAN', 'pengukuran.verifikasi'),
  kembalikan('TERVERIFIKASI', 'pengukuran.kunci'),
]

export function findLangkah(act: ActPengukuran, dari: StatusPengukuran): Langkah | undefined {
  return LANGKAH.find((l) => l.act === act && l.dari === dari)
}

/** The step, or the refusal that says which acts the state allows. */
export function langkah(act: ActPengukuran, dari: StatusPengukuran): Langkah | Refusal {
  const found = findLangkah(act, dari)
  if (found) return found
  const possible = LANGKAH.filter((l) => l.dari === dari).map((l) => l.label)
  const rest = possible.length
    ? `Yang mungkin sekarang: ${possible.join(', ')}.`
    : 'Status ini tidak berubah lagi kecuali dengan koreksi.'
  return refuse('DITOLAK_ATURAN', `Pengukuran berstatus ${dari} tidak dapat di-${act}. ${rest}`, { rule: 'akip-rules 5.2' })
}

/** Only a draft in an open period may be written to. */
export function sealed(status: StatusPengukuran | undefined, period: string | undefined): Refusal | undefined {
  if (period === 'TERKUNCI')
    return refuse('TERSEGEL', 'Periode ini sudah dikunci. Perbaikan hanya melalui catatan koreksi.', { rule: 'periode' })
  if (period === 'DITUTUP' && !status)
    return refuse('TERSEGEL', 'Pengisian periode ini sudah ditutup. Minta Bappeda membukanya kembali, dengan alasannya.', {
      rule: 'periode',
    })
  if (period === 'BELUM_DIBUKA') return refuse('TERSEGEL', 'Periode ini belum dibuka untuk pengisian.', { rule: 'periode' })
  if (status && status !== 'DRAF')
    return refuse('TERSEGEL', `Pengukuran ini berstatus ${status} dan tidak dapat diubah. Minta dikembalikan dahulu.`, {
      rule: 'status',
    })
  return undefined
}
