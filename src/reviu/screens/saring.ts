// Which findings are shown: by kind, weight, decision and least confidence, as the address says.
import type { Cari } from '../../web/ui/address.ts'
import type { Temuan } from './data.ts'

export const BERAT = ['tinggi', 'sedang', 'rendah'] as const
export const SIKAP = ['BELUM', 'DITERIMA', 'DIJELASKAN', 'DITOLAK'] as const
export const KEYAKINAN = ['50', '80', '95'] as const
export const SARINGAN = ['jenis', 'berat', 'putusan', 'yakin'] as const

const sikapOf = (t: Temuan) => t.putusan?.putusan ?? 'BELUM'

export function saring(temuan: readonly Temuan[], { jenis, berat, putusan, yakin }: Cari): Temuan[] {
  const least = Number(yakin ?? 0) / 100
  return temuan.filter(
    (t) =>
      (!jenis || t.jenis === jenis) &&
      (!berat || t.berat === berat) &&
      (!putusan || sikapOf(t) === putusan) &&
      t.keyakinan >= least,
  )
}

/** The one before or after, and around the end. */
export function tetangga(temuan: readonly Temuan[], kunci: string | undefined, langkah: 1 | -1): Temuan | undefined {
  if (!temuan.length) return undefined
  const at = temuan.findIndex((t) => t.kunci === kunci)
  if (at < 0) return langkah > 0 ? temuan[0] : temuan.at(-1)
  return temuan[(at + langkah + temuan.length) % temuan.length]
}
