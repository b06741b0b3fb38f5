// Why a text cannot be sent from a cell, as a sentence; null where it can. And choices as people type them.

import { readNumber } from '../../../platform/kernel/read-number.ts'
import { isRefusal } from '../../../platform/kernel/refusal.ts'
import type { Kolom, Sel } from './grid.ts'
import { t } from './teks.ts'

export function check(kolom: Kolom, sel: Sel, teks: string): string | null {
  if (kolom.maks !== undefined && teks.length > kolom.maks)
    return t('sel.panjang', { maks: kolom.maks.toLocaleString('id-ID'), n: teks.length.toLocaleString('id-ID') })
  if (kolom.periksa) return kolom.periksa(teks, sel)
  const short = teks.slice(0, 60)
  if (kolom.rupa === 'angka' && teks.trim() !== '' && isRefusal(readNumber(teks, ''))) return t('sel.angka', { teks: short })
  if (kolom.rupa === 'pilihan' && teks !== '' && !kolom.pilihan?.some((p) => p.nilai === teks))
    return t('sel.pilihan', {
      teks: short,
      pilihan: (kolom.pilihan ?? [])
        .map((p) => p.label)
        .join(', ')
        .slice(0, 300),
    })
  return null
}

/** What a typed or pasted text means in a column: the value of a choice by its label, else the text itself. */
export function meant(kolom: Kolom, teks: string): string {
  if (kolom.rupa !== 'pilihan') return kolom.rupa === 'panjang' ? teks : teks.replace(/\s*\n\s*/g, ' ').trim()
  const wanted = teks.trim().toLowerCase()
  return kolom.pilihan?.find((p) => p.label.toLowerCase() === wanted || p.nilai.toLowerCase() === wanted)?.nilai ?? teks.trim()
}

export function labelOf(kolom: Kolom, teks: string): string {
  return (kolom.rupa === 'pilihan' && kolom.pilihan?.find((p) => p.nilai === teks)?.label) || teks
}
