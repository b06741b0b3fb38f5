// Months as rows of a table, and the plan and spending of each: what the consistency of absorption is reckoned from.
import type { Decimal } from '../platform/kernel/decimal.ts'
import { BULAN } from '../platform/kernel/time.ts'
import { type Angka, angkaOf, dari, type Hasil } from './angka.ts'
import { hitungMetode, type Isi } from './metode.ts'
import type { Baris, Naskah, Sel, Tabel } from './naskah.ts'

export type Penarikan = {
  readonly tabel: Tabel
  readonly rpd: number
  readonly ra: number
  /** The rows of months, each with the cells of its plan and its spending. */
  readonly bulan: readonly {
    readonly nama: string
    readonly baris: Baris
    readonly rpd?: Angka
    readonly ra?: Angka
    readonly selRa: Sel
  }[]
  readonly kumulatif: boolean
}

const BULAN_KECIL = BULAN.map((b) => b.toLowerCase())
const PLAN = /\b(?:rpd|sps|anggaran kas|rencana penarikan|rencana)\b/i
const SPENT = /\b(?:ra|realisasi)\b/i

const known = new WeakMap<Naskah, readonly Penarikan[]>()
export function penarikanOf(naskah: Naskah): readonly Penarikan[] {
  const found = known.get(naskah) ?? naskah.tabel.flatMap(ofTable)
  known.set(naskah, found)
  return found
}

function ofTable(t: Tabel): Penarikan[] {
  const heads = t.kolom.map((k) => k.judul.join(' '))
  const rpd = heads.findIndex((h) => PLAN.test(h))
  const ra = heads.findIndex((h, i) => i !== rpd && SPENT.test(h) && !/%|persen/i.test(h))
  const bulan = t.baris.flatMap((baris) => {
    const nama = BULAN_KECIL.find((b) => baris.sel.some((s) => s.teks.trim().toLowerCase() === b))
    if (!nama || rpd < 0 || ra < 0) return []
    const [plan, spent] = [angkaOf(baris.sel[rpd]), angkaOf(baris.sel[ra])]
    return [{ nama, baris, selRa: baris.sel[ra]!, ...(plan ? { rpd: plan } : {}), ...(spent ? { ra: spent } : {}) }]
  })
  if (bulan.length < 3 || bulan.some((b) => !b.rpd)) return []
  const rising = bulan.every((b, i) => i === 0 || b.rpd!.nilai.gte(bulan[i - 1]!.rpd!.nilai))
  return [{ tabel: t, rpd, ra, bulan, kumulatif: /kumulatif/i.test(heads[rpd]! + heads[ra]!) || (rising && bulan.length > 6) }]
}

/** K of the months up to `until`, by the pack's formula; undefined where a month is blank and not given in `isi`. */
export function konsistensi(
  p: Penarikan,
  until: number,
  from = 0,
  isi?: { readonly bulan: string; readonly nilai: Decimal },
): Hasil | undefined {
  const penarikan = p.bulan.slice(from, until).flatMap(({ nama, rpd, ra }) => {
    const spent: Isi = ra
      ? dari(ra)
      : isi?.bulan === nama
        ? { nilai: isi.nilai, min: isi.nilai, maks: isi.nilai, rumus: isi.nilai.toFixed() }
        : null
    return [
      { kunci: { bulan: nama, kolom: 'RPD' }, nilai: rpd ? dari(rpd) : null },
      { kunci: { bulan: nama, kolom: 'Realisasi' }, nilai: spent },
    ]
  })
  return hitungMetode('NKA_KONSISTENSI', { penarikan }, p.kumulatif ? 'KUMULATIF' : 'BULANAN')
}
