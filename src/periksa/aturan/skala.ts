// A printed scale names a class for every value once: its intervals touch, none is turned round, and none is missing.
import { type Decimal, ONE, parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { agreement, tetap } from '../angka.ts'
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type Kelas, type SkalaTercetak, skalaResmi, skalaTercetak } from '../skala-tercetak.ts'

export const skala: Aturan = {
  kode: 'SKALA',
  jenis: 'scale',
  memeriksa:
    'Kelas-kelas sebuah skala bersambung: tidak bercelah, tidak tumpang tindih, tidak terbalik, dan tidak ada yang hilang.',
  contoh: { benar: '0–50, 50,01–65, 65,01–75, 75,01–90, di atas 90', salah: '≤ 5, 50,01–65, …: nilai 5 sampai 50 tanpa kelas' },
  dasar: 'Permendagri 86/2017; PermenPANRB 14/2017, 40/2018, 88/2021; Peraturan BKN 8/2019',
  periksa: (naskah) => {
    const found = skalaTercetak(naskah).map(checkScale)
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

function checkScale(s: SkalaTercetak): Catatan {
  const joints = s.kelas.slice(1).map((upper, i) => joint(s.kelas[i]!, upper))
  const turned = s.kelas.filter((k) => k.min && k.maks && k.min.nilai.gt(k.maks.nilai)).map(reversed)
  const temuan = [...turned, ...joints.flatMap((j) => j.temuan)]
  // Where nothing joins, the intervals are no scale but a list of ranges.
  const held = joints.flatMap((j) => j.hitungan)
  if (!held.length) return { hitungan: [], temuan: [] }
  return { hitungan: [...held, ...equal(s)], temuan: [...temuan, ...(temuan.length ? [] : lowest(s))] }
}

const step = (decimals: number): Decimal => ONE.div(parseDecimal(`1${'0'.repeat(decimals)}`))

/** The upper end of a class against the lower end of the next. */
function joint(lower: Kelas, upper: Kelas): Catatan {
  const [top, bottom] = [lower.maks, upper.min]
  if (!top || !bottom) return { hitungan: [], temuan: [] }
  const smallest = step(Math.max(top.desimal, bottom.desimal))
  const apart = bottom.nilai.minus(top.nilai)
  if (apart.eq(smallest) && top.termasuk && bottom.termasuk)
    return { hitungan: [joined(upper, `${toText(top.nilai)} + ${toText(smallest)}`)], temuan: [] }
  if (apart.isZero() && top.termasuk !== bottom.termasuk) return { hitungan: [joined(upper, toText(top.nilai))], temuan: [] }
  const right = bottom.termasuk && top.termasuk ? bottom.nilai.minus(smallest) : bottom.nilai
  const say = (keyakinan: number, berat: TemuanNaskah['berat'], text: string): Catatan => {
    const seharusnya = `batas atas ${toText(right)}`
    return {
      hitungan: [],
      temuan: [
        {
          di: lower.di,
          jenis: 'scale',
          berat,
          keyakinan,
          letak: lower.letak,
          tercetak: lower.teks,
          seharusnya,
          penjelasan: text,
          terkait: [upper.di],
        },
      ],
    }
  }
  const names = `${named(lower)} dan ${named(upper)}`
  if (apart.isZero() && !top.termasuk)
    return say(0.8, 'rendah', `Nilai tepat ${toText(top.nilai)} tidak masuk kelas mana pun: ${names} sama-sama tidak memuatnya.`)
  if (apart.isZero()) return say(0.55, 'rendah', `Nilai tepat ${toText(top.nilai)} masuk dua kelas: ${names}.`)
  if (apart.isNegative())
    return say(0.9, 'sedang', `Kelas ${names} tumpang tindih pada ${toText(bottom.nilai)} sampai ${toText(top.nilai)}.`)
  return say(
    0.95,
    'sedang',
    `Antara kelas ${names} ada celah: nilai di atas ${toText(top.nilai)} sampai di bawah ${toText(bottom.nilai)} tidak punya kelas. Batas atas kelas pertama seharusnya ${toText(right)}.`,
  )
}

const named = (k: Kelas) => (k.sebutan ? `"${k.sebutan}" (${k.teks})` : k.teks)

function joined(upper: Kelas, rumus: string): Hitungan {
  const dihitung = toText(upper.min!.nilai)
  return { di: upper.di, letak: upper.letak, rumus, tercetak: lowerEnd(upper), dihitung, pembulatan: 'tepat', cocok: true }
}

/** As it is printed: `3,07` of `3,07 – 3,53`. */
const lowerEnd = ({ teks }: Kelas) => /\d(?:[\d.,]*\d)?/.exec(teks)?.[0] ?? teks

function reversed(k: Kelas): TemuanNaskah {
  const penjelasan = `Interval ${k.teks} terbalik: batas bawahnya lebih besar daripada batas atasnya.`
  return {
    di: k.di,
    jenis: 'scale',
    berat: 'sedang',
    keyakinan: 0.95,
    letak: k.letak,
    tercetak: k.teks,
    seharusnya: null,
    penjelasan,
  }
}

/** Classes of equal width: every lower end is the lowest plus so many shares of the whole. */
function equal({ kelas }: SkalaTercetak): Hitungan[] {
  const [low, high] = [kelas[0]!.min?.nilai, kelas.at(-1)!.maks?.nilai]
  if (!low || !high || kelas.some((k) => !k.min)) return []
  const share = high.minus(low).div(kelas.length)
  const found = kelas.slice(1).map((k, i): Hitungan => {
    const hasil = tetap(low.plus(share.times(i + 1)))
    const angka = { nilai: k.min!.nilai, desimal: k.min!.desimal, tercetak: k.teks, keyakinan: 1, di: k.di }
    const pembulatan = agreement(angka, hasil)
    const rumus = `${toText(low)} + ${i + 1} * (${toText(high)} - ${toText(low)}) / ${kelas.length}`
    return {
      di: k.di,
      letak: k.letak,
      rumus,
      tercetak: lowerEnd(k),
      dihitung: toText(hasil.nilai),
      pembulatan,
      cocok: pembulatan !== null,
    }
  })
  return found.every((h) => h.cocok) ? found : []
}

/** An official scale printed without its lowest class. */
function lowest(s: SkalaTercetak): TemuanNaskah[] {
  const resmi = skalaResmi(s)
  const first = s.kelas[0]!
  if (!resmi || !first.min || first.min.nilai.isZero()) return []
  const last = resmi.skala.tingkat.at(-1)!
  const missing = resmi.tingkat[0] !== undefined && resmi.tingkat[0] < resmi.skala.tingkat.length - 1 && last.dari === null
  if (!missing) return []
  return [
    {
      di: first.di,
      jenis: 'scale',
      berat: 'rendah',
      keyakinan: 0.85,
      letak: first.letak,
      tercetak: first.teks,
      seharusnya: `kelas "${last.sebutan}" untuk nilai di bawah ${toText(first.min.nilai)}`,
      penjelasan: `Kelas terendah yang tercetak dimulai pada ${toText(first.min.nilai)}; nilai di bawahnya tidak punya kelas. ${resmi.skala.nama} juga memuat "${last.sebutan}" (${resmi.skala.dasar.split(';')[0]}).`,
      terkait: s.kelas.slice(1).map((k) => k.di),
    },
  ]
}
