// Figures along time: a year that is made of its quarters, and years that rise by the same step. Both are confirmed where they
// hold; where they do not, that says nothing, for a target may be set otherwise.
import { HUNDRED } from '../../platform/kernel/decimal.ts'
import { disebut, type Hasil, jumlah, kurang, rerata, tambah, tetap } from '../angka.ts'
import type { Hubungan, Kejadian, Rumus } from './hubungan.ts'
import type { Kisi, Lajur, Petak } from './kisi.ts'

const QUARTER = /\b(?:triwulan|tw|tribulan|kuartal)\s*\.?\s*(?:iv|i{1,3}|[1-4])\b|(?:^|› )(?:iv|i{1,3})$/
const YEAR = /\b(?:tahunan|setahun|satu tahun|target tahun|akhir tahun)\b/
const HALF = /\bsemester\s*(?:i{1,2}|[12])\b/

/** `I`, `II`, `III`, `IV` before `Tahunan`: the last of them, their sum or their mean. */
export function tahunan({ kolom }: Kisi): Hubungan[] {
  const year = kolom.find((k) => YEAR.test(k.jalur) && !QUARTER.test(k.jalur))
  const parts = kolom.filter((k) => k !== year && (QUARTER.test(k.jalur) || HALF.test(k.jalur)) && (!year || k.nomor < year.nomor))
  if (parts.length < 2) return []
  return [...(year ? ofQuarters(year, parts) : []), ...hundred(year, parts)]
}

function ofQuarters(year: Lajur, parts: readonly Lajur[]): Hubungan[] {
  const make = (word: string, least: number, rumus: (unsur: readonly Petak[]) => Rumus): Hubungan => {
    const kejadian = year.isi.flatMap((hasil, n): Kejadian[] => {
      const unsur = parts.flatMap((p) => p.isi[n] ?? [])
      return hasil && unsur.length >= least ? [{ hasil, unsur, rumus: [rumus(unsur)], lunak: true }] : []
    })
    const [aturan, jenis] = word.startsWith('rata') ? ['TABEL-RERATA', 'average' as const] : ['TABEL-JUMLAH-KOLOM', 'sum' as const]
    return { aturan, jenis, sebutan: `${year.nama} = ${word}`, lajur: `tahunan, ${word}`, kata: 2, kejadian }
  }
  return [
    make('triwulan terakhir', 1, (unsur) => (v) => said('LAST', v(unsur.at(-1)!))),
    make('jumlah triwulan', 2, (unsur) => (v) => jumlah(unsur.map(v))),
    make('rata-rata triwulan', 2, (unsur) => (v) => rerata(unsur.map(v))),
  ]
}
const said = (name: string, h: Hasil): Hasil => disebut(h, (rumus) => `${name}(${rumus})`)

/** Shares of a year's work, a quarter at a time, that come to 100: the last is what the others leave. */
function hundred(year: Lajur | undefined, parts: readonly Lajur[]): Hubungan[] {
  if (year) return []
  const kejadian = (parts[0]?.isi ?? []).flatMap((_, n): Kejadian[] => {
    const shares = parts.flatMap((p) => (p.isi[n]?.persen ? p.isi[n] : []))
    const [hasil, ...unsur] = shares.toReversed()
    if (!hasil || unsur.length < 2 || unsur.some((u) => u.angka.nilai.eq(HUNDRED))) return []
    return [{ hasil, unsur, rumus: [(v) => kurang(tetap(HUNDRED), jumlah(unsur.toReversed().map(v)))], lunak: true }]
  })
  return [{ aturan: 'TABEL-JUMLAH-KOLOM', jenis: 'sum', sebutan: 'triwulan berjumlah 100', lajur: 'triwulan', kata: 2, kejadian }]
}

/** Targets of years side by side, each as much above the one before. */
export function langkah({ kolom }: Kisi): Hubungan[] {
  const years = kolom.filter((k) => k.tahun !== undefined)
  const runs = [...Map.groupBy(years, (k) => `${k.nama.replace(/\d/g, '')} ${k.blok.replace(/\d/g, '')}`).values()]
  return runs.flatMap((run): Hubungan[] => {
    if (run.length < 3 || run.some((k, i) => i > 0 && k.tahun !== run[i - 1]!.tahun! + 1)) return []
    const kejadian = run[0]!.isi.flatMap((_, n): Kejadian[] => {
      const row = run.map((k) => k.isi[n])
      return row.slice(2).flatMap((hasil, i): Kejadian[] => {
        const [a, b] = [row[i], row[i + 1]]
        // A figure that stays as it is takes no step.
        if (!hasil || !a || !b || a.angka.nilai.eq(b.angka.nilai)) return []
        return [{ hasil, unsur: [a, b], rumus: [(v) => exact(tambah(v(b), kurang(v(b), v(a))))], lunak: true }]
      })
    })
    return [{ aturan: 'TABEL-SELISIH', jenis: 'sum', sebutan: 'bertambah sama setiap tahun', lajur: `langkah ${run[0]!.blok}`, kata: 2, kejadian }] // biome-ignore format: a relation
  })
}
/** A step is as it is printed: within bounds of rounding any would do. */
const exact = ({ nilai, rumus }: Hasil): Hasil => ({ ...tetap(nilai), rumus })
