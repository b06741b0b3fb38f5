// Who may act for an office on a day.
import type { Sifat } from './unit-kerja.ts'

export type Holder = { readonly jabatan: string; readonly pegawai: string; readonly sifat: Sifat }

/**
 * The one who acts for each office among its holders of one day: while a Plh or Plt is assigned, only that person;
 * otherwise the definitive holder or Pj. The printed name is the same person's.
 */
export function actingHolders<T extends Holder>(holders: readonly T[]): T[] {
  const acting = (h: Holder) => h.sifat === 'PLT' || h.sifat === 'PLH'
  return holders.filter((h) => acting(h) || !holders.some((other) => other.jabatan === h.jabatan && acting(other)))
}
