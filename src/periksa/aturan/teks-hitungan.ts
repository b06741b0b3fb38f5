// Prose that reckons: `dianggarkan Rp A, terealisasi Rp B atau P%`, `R dari target T atau capaian P%`, `47 orang atau 44,33%` of a
// total that the section names. What comes out is confirmed; a percentage is said to be wrong only where its parts stand in a fixed pattern.
import { type Decimal, HUNDRED, toText } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, bagi, dari, type Hasil, kali, kurang, persen, terbaca, tetap } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { type Fakta, type FaktaTeks, faktaOf } from '../fakta.ts'

export const teksHitungan: Aturan = {
  kode: 'TEKS-HITUNGAN',
  jenis: 'text-vs-table',
  memeriksa: 'Persentase, capaian, dan selisih yang disebut dalam kalimat sesuai dengan angka-angka di kalimat itu.',
  contoh: {
    benar: 'dianggarkan Rp 200.000 dan terealisasi Rp 150.000 atau 75%',
    salah: 'dianggarkan Rp 200.000 dan terealisasi Rp 150.000 atau 85%',
  },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const figures = fakta.angkaTeks.filter((a) => !isYear(a))
    const byText = Map.groupBy(figures, (a) => a.dalam)
    const found = [...byText.values()].flatMap((angka) => [spending(angka), achievement(angka), change(angka)])
    const shares = [...Map.groupBy(figures, (a) => a.dalam.bagian).values()].map((angka) => share(angka, fakta))
    return {
      hitungan: [...found, ...shares].flatMap((f) => f.hitungan),
      temuan: [...found, ...shares].flatMap((f) => f.temuan),
    }
  },
}

const isYear = ({ angka, satuan }: FaktaTeks) => !satuan && /^(?:19|20)\d\d$/.test(angka.tercetak)
const between = (a: FaktaTeks, b: FaktaTeks) => a.dalam.teks.slice(a.akhir, b.awal)
const before = (a: FaktaTeks, letters: number) => a.dalam.teks.slice(Math.max(0, a.awal - letters), a.awal)
const isWhole = (s: string) => !/[.;]\s+\p{Lu}|\n\n/u.test(s)

type Tries = readonly (Hasil | undefined)[]

/** Held against several ways of reckoning: the one that holds, else the first. */
function against({ angka, letak }: FaktaTeks, tries: Tries): Hitungan | undefined {
  const made = tries.flatMap((t) => (t ? [hitung(angka, t, letak)] : []))
  return made.find((h) => h.cocok) ?? made[0]
}

function say(fact: FaktaTeks, { rumus, dihitung, letak }: Hitungan, keyakinan: number, parts: readonly Angka[]): TemuanNaskah {
  const shown = dihitung.includes('.') ? dihitung.slice(0, dihitung.indexOf('.') + 5) : dihitung
  return {
    di: fact.angka.di,
    jenis: 'ratio',
    berat: 'sedang',
    keyakinan: Math.round(Math.min(keyakinan, ...parts.map((p) => p.keyakinan)) * 100) / 100,
    letak,
    tercetak: fact.angka.tercetak,
    seharusnya: shown.replace('.', ','),
    penjelasan: `Kalimat itu menyebut ${fact.angka.tercetak}, sedangkan dari angka-angkanya ${terbaca(rumus)} = ${shown.replace('.', ',')}. Perbaiki salah satunya.`,
    terkait: parts.map((p) => p.di),
  }
}
const rate = (part: Angka, whole: Angka) => {
  const made = bagi(dari(part), dari(whole))
  return made && persen(made)
}
/** Said where it does not hold. */
function judged(fact: FaktaTeks, tries: Tries, keyakinan: number, parts: readonly Angka[]): Catatan {
  const made = against(fact, tries)
  if (!made) return { hitungan: [], temuan: [] }
  return { hitungan: [made], temuan: made.cocok ? [] : [say(fact, made, keyakinan, parts)] }
}
const join = (all: readonly Catatan[]): Catatan => ({
  hitungan: all.flatMap((c) => c.hitungan),
  temuan: all.flatMap((c) => c.temuan),
})

/** Two amounts in a row and a percentage after them. */
function spending(angka: readonly FaktaTeks[]): Catatan {
  return join(
    angka.flatMap((p, i) => {
      const [a, b] = [angka[i - 2], angka[i - 1]]
      if (p.satuan !== '%' || a?.satuan !== 'Rp' || b?.satuan !== 'Rp') return []
      const [first, second] = [between(a, b), between(b, p)]
      if (!isWhole(first) || !isWhole(second) || second.length > 80) return []
      if (
        !/realisasi|terserap|penyerapan/i.test(before(a, 80) + first + second) ||
        /sisa|efisiensi|selisih|naik|meningkat|turun|dibanding/i.test(first + second)
      )
        return []
      const [part, whole] = a.angka.nilai.lt(b.angka.nilai) ? [a, b] : [b, a]
      return [judged(p, [rate(part.angka, whole.angka), rate(whole.angka, part.angka)], 0.9, [a.angka, b.angka])]
    }),
  )
}

/** `90,35 dari target 85 atau capaian rata-rata 106,3%`; `target 85, realisasi 90,35 dan capaian 106,3%`. */
function achievement(angka: readonly FaktaTeks[]): Catatan {
  return join(
    angka.flatMap((c, i) => {
      const [a, b] = [angka[i - 2], angka[i - 1]]
      if (
        !a ||
        !b ||
        !/(?:capaian[^.;\d]{0,40}|atau\s+(?:sebesar\s+)?)$/i.test(between(b, c)) ||
        !isWhole(between(a, b)) ||
        !isWhole(between(b, c))
      )
        return []
      if (between(a, b).length > 90 || between(b, c).length > 60) return []
      const targets = [a, b].map((x) =>
        /target[^.;\d]{0,40}$/i.test(before(x, 60).replace(/(?:mencapai|melebihi|melampaui|di ?atas|di ?bawah)\s+target/gi, '')),
      )
      if (targets[0] === targets[1]) return []
      const [target, result] = targets[0] ? [a, b] : [b, a]
      if (target.satuan === 'Rp' || result.satuan === 'Rp') return []
      const up = rate(result.angka, target.angka)
      const down = kurang(kali(tetap(HUNDRED.div(50)), dari(target.angka)), dari(result.angka))
      const made = bagi(down, dari(target.angka))
      return [judged(c, [up, made && persen(made), rate(target.angka, result.angka)], 0.8, [target.angka, result.angka])]
    }),
  )
}

/** `naik sebesar 3,2 dari 86 menjadi 89,2`. */
function change(angka: readonly FaktaTeks[]): Catatan {
  return join(
    angka.flatMap((d, i) => {
      const [a, b] = [angka[i + 1], angka[i + 2]]
      if (
        !a ||
        !b ||
        !/(?:naik|kenaikan|meningkat|peningkatan|turun|penurunan|menurun|selisih|bertambah|berkurang)[^.;\d]{0,30}$/i.test(
          before(d, 50),
        )
      )
        return []
      if (
        !/^[^.;\d]{0,60}\bdari\b[^.;\d]{0,60}$/.test(between(d, a)) ||
        !/^[^.;\d]{0,60}\b(?:menjadi|ke)\b[^.;\d]{0,40}$/.test(between(a, b))
      )
        return []
      const [low, high] = a.angka.nilai.lt(b.angka.nilai) ? [a, b] : [b, a]
      const differ = kurang(dari(high.angka), dari(low.angka))
      const ratio = bagi(kurang(dari(b.angka), dari(a.angka)), dari(a.angka))
      const shares = ratio && persen(ratio)
      return [
        judged(
          d,
          [differ, shares, shares && { ...shares, nilai: shares.nilai.abs(), min: shares.nilai.abs(), maks: shares.nilai.abs() }],
          0.85,
          [a.angka, b.angka],
        ),
      ]
    }),
  )
}

/** Counts with their percentages, all of one total: the one that most of them agree on. */
function share(angka: readonly FaktaTeks[], fakta: Fakta): Catatan {
  const pairs = angka.flatMap((p, i) => {
    const n = angka[i - 1]
    if (p.satuan !== '%' || !n || n.satuan || n.dalam !== p.dalam || n.angka.desimal) return []
    return /^\s*(?:\p{L}+\s+){0,3}(?:\(|atau|sebesar|dengan persentase|\()\s*(?:sebesar\s*)?$/iu.test(between(n, p))
      ? [{ n, p }]
      : []
  })
  if (pairs.length < 2) return { hitungan: [], temuan: [] }
  const totals = new Map<string, Angka>()
  const offer = (a: Angka) => a.desimal === 0 && a.nilai.gt(1) && totals.set(toText(a.nilai), a)
  for (const a of angka) if (!a.satuan && /(?:total|jumlah|seluruh|dari|sebanyak)[^.;]{0,60}$/i.test(before(a, 80))) offer(a.angka)
  const bagian = angka[0]!.dalam.bagian
  for (const s of fakta.sel) if (s.baris.jumlah && s.tabel.bagian.at(-1) === bagian) offer(s.angka)
  const holds = (total: Angka) => pairs.filter(({ n, p }) => agrees(p.angka, n.angka.nilai, total))
  const [best, count] = [...totals.values()].map((t) => [t, holds(t).length] as const).sort((a, b) => b[1] - a[1])[0] ?? []
  if (!best || count! < 2 || count! * 2 < pairs.length) return { hitungan: [], temuan: [] }
  return join(pairs.map(({ n, p }) => judged(p, [rate(n.angka, best)], count! >= 3 ? 0.85 : 0.7, [n.angka, best])))
}
const agrees = (p: Angka, part: Decimal, total: Angka) => {
  const made = bagi(tetap(part), tetap(total.nilai))
  return made !== undefined && part.lte(total.nilai) && agreement(p, persen(made)) !== null
}
