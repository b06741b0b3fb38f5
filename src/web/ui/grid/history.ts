// What was done, step by step, so that it can be taken back: one typed cell is a step, one paste is a step. Pure.

export type Perubahan = { readonly entitas: string; readonly bidang: string; readonly dari: string; readonly ke: string }
export type Langkah = readonly Perubahan[]
export type Riwayat = { readonly lalu: readonly Langkah[]; readonly nanti: readonly Langkah[] }

export const BELUM: Riwayat = { lalu: [], nanti: [] }
const MOST = 200

/** A new step; what had been taken back is gone. A step that changes nothing is none. */
export function done(riwayat: Riwayat, langkah: Langkah): Riwayat {
  const changed = langkah.filter((p) => p.dari !== p.ke)
  return changed.length ? { lalu: [...riwayat.lalu, changed].slice(-MOST), nanti: [] } : riwayat
}

/** The last step backwards, as texts to write again: an undo is a new save. */
export function undo(riwayat: Riwayat): { riwayat: Riwayat; langkah: Langkah } | null {
  const last = riwayat.lalu.at(-1)
  if (!last) return null
  return {
    riwayat: { lalu: riwayat.lalu.slice(0, -1), nanti: [...riwayat.nanti, last] },
    langkah: last.map((p) => ({ ...p, dari: p.ke, ke: p.dari })),
  }
}

export function redo(riwayat: Riwayat): { riwayat: Riwayat; langkah: Langkah } | null {
  const next = riwayat.nanti.at(-1)
  if (!next) return null
  return { riwayat: { lalu: [...riwayat.lalu, next], nanti: riwayat.nanti.slice(0, -1) }, langkah: next }
}
