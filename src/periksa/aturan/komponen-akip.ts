// The evaluation of AKIP: four components that add up to the score, none above its weight, and the predicate of the score.
import { findSkala, tingkatOf } from '../../peraturan/nasional/skala.ts'
import type { Place } from '../../platform/documents/blocks/paper.ts'
import { parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, dariPersen, terbaca } from '../angka.ts'
import { type Aturan, type Catatan, hitung, TANPA_CATATAN, type TemuanNaskah } from '../aturan.ts'
import { hitungMetode, metodeOf } from '../metode.ts'
import { type Petikan, petikan, tempat } from '../teks.ts'

export const komponenAkip: Aturan = {
  kode: 'AKIP',
  jenis: 'sum',
  memeriksa: 'Nilai AKIP adalah jumlah keempat komponennya (paling tinggi 30, 30, 15, 25), dan predikatnya sesuai dengan nilainya.',
  contoh: { benar: '25,50 + 25,50 + 12,75 + 22,00 = 85,75 (A)', salah: '25,50 + 25,50 + 12,75 + 22,00 tercetak 86,75; 85,42 (AA)' },
  dasar: 'PermenPANRB 88/2021',
  periksa: (naskah) => {
    const all = petikan(naskah).filter((p) => p.jenis !== 'daftar')
    const found = [...all.map((p, i) => components(p, all.slice(i + 1, i + 7))), ...all.map(predicates)]
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

/** The components with the weights of the regulation. */
const COMPONENTS: readonly (readonly [string, RegExp, number])[] = [
  ['Perencanaan Kinerja', /^\W*perencanaan\s+kinerja\b/i, 30],
  ['Pengukuran Kinerja', /^\W*pengukuran\s+kinerja\b/i, 30],
  ['Pelaporan Kinerja', /^\W*pelaporan\s+kinerja\b/i, 15],
  ['Evaluasi Internal', /^\W*evaluasi\s+(?:akuntabilitas\s+kinerja\s+)?internal\b/i, 25],
]
const NUMBER = /(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,2})?)(?![\d/]|[.,]\d)\s*%?/g
const SAKIP = /\b(?:sakip|akip|akuntabilitas kinerja)\b/i

const angkaAt = (text: string, tercetak: string, di: Place): Angka => {
  const plain = text.replace(',', '.')
  return { nilai: parseDecimal(plain), desimal: plain.split('.')[1]?.length ?? 0, tercetak, keyakinan: 0.95, di }
}

/** A sentence with the score, and the four components as the items or cells below it. */
function components(p: Petikan, below: readonly Petikan[]): Catatan {
  if (!SAKIP.test(p.teks) || !/\bnilai\b/i.test(p.teks)) return TANPA_CATATAN
  const parts = COMPONENTS.flatMap(([nama, words, maks]) => {
    const at = below.findIndex((b) => words.test(b.teks))
    const own = at < 0 ? undefined : [...below[at]!.teks.matchAll(NUMBER)].at(-1)
    return own
      ? [{ nama, maks: parseDecimal(`${maks}`), angka: angkaAt(own[1]!, own[0].trim(), below[at]!.di), letak: below[at]!.letak }]
      : []
  })
  if (parts.length !== COMPONENTS.length) return TANPA_CATATAN
  const sum = hitungMetode(
    'PREDIKAT_SAKIP',
    { komponen: parts.map((c) => ({ kunci: { komponen: c.nama }, nilai: dariPersen(c.angka) })) },
    'KOMPONEN',
  )!
  const hasil = { ...sum, rumus: parts.map((c) => toText(c.angka.nilai)).join(' + ') }
  const scores = [...p.teks.matchAll(/\bnilai\b[^.;\d]{0,40}?(\d{1,3}[.,]\d{1,2})(?![\d/])/gi)].map((m) =>
    angkaAt(m[1]!, m[1]!, tempat(p, m.index)),
  )
  const score = scores.find((s) => agreement(s, hasil)) ?? scores[0]
  const over = parts
    .filter((c) => c.angka.nilai.gt(c.maks))
    .map((c): TemuanNaskah => {
      const penjelasan = `Nilai komponen ${c.nama} paling tinggi ${toText(c.maks)}; tercetak ${c.angka.tercetak}.`
      return {
        di: c.angka.di,
        jenis: 'scale',
        berat: 'sedang',
        keyakinan: 0.9,
        letak: c.letak,
        tercetak: c.angka.tercetak,
        seharusnya: `paling tinggi ${toText(c.maks)}`,
        penjelasan,
      }
    })
  if (!score) return { hitungan: [], temuan: over }
  const h = hitung(score, hasil, p.letak)
  const terkait = parts.map((c) => c.angka.di)
  const penjelasan = `Jumlah keempat komponennya ${terbaca(h.rumus)} = ${terbaca(h.dihitung)}, bukan ${h.tercetak}.`
  const wrong: TemuanNaskah = {
    di: score.di,
    jenis: 'sum',
    berat: 'tinggi',
    keyakinan: 0.9,
    letak: p.letak,
    tercetak: h.tercetak,
    seharusnya: h.dihitung,
    penjelasan,
    terkait,
  }
  return { hitungan: [h], temuan: [...over, ...(h.cocok ? [] : [wrong])] }
}

const SCALE = findSkala(metodeOf('PREDIKAT_SAKIP').skala!)!
/** A smaller number in parentheses after a letter is a numbering or a note. */
const LOWEST = parseDecimal('50')
const GRADE = '(AA|A|BB|B|CC|C|D)'
const FORMS = [
  new RegExp(String.raw`(?<![\d.,])(\d{2,3}(?:[.,]\d{1,2})?)\s*\(\s*"?${GRADE}"?\s*\)`, 'g'),
  new RegExp(String.raw`(?<![\p{L}])${GRADE}\s*\(\s*(\d{2,3}(?:[.,]\d{1,2})?)\s*\)`, 'gu'),
  new RegExp(String.raw`\bpredikat\s+${GRADE}\s+(\d{2,3}(?:[.,]\d{1,2})?)(?![\d.,])`, 'gi'),
]

/** `85,42 (A)`, `A (82)`, `Predikat AA 91`, where AKIP is spoken of. */
function predicates(p: Petikan): Catatan {
  const found = FORMS.flatMap((form) => [...p.teks.matchAll(form)])
    .map((m) => {
      const [grade, number] = /\d/.test(m[1]!) ? [m[2]!, m[1]!] : [m[1]!, m[2]!]
      return { grade: grade.toUpperCase(), number, tercetak: m[0], at: m.index }
    })
    .filter((f) => parseDecimal(f.number.replace(',', '.')).gte(LOWEST))
  if (!found.length || !(SAKIP.test(p.teks) || SAKIP.test(p.letak))) return TANPA_CATATAN
  const all = found.map(({ grade, number, tercetak, at }) => {
    const right = tingkatOf(SCALE, parseDecimal(number.replace(',', '.')))?.kode ?? null
    return {
      di: tempat(p, at),
      letak: p.letak,
      tercetak,
      rumus: `predikat(${number})`,
      dihitung: right ?? '-',
      pembulatan: 'tepat' as const,
      cocok: right === grade,
    }
  })
  const temuan = all
    .filter((h) => !h.cocok && h.dihitung !== '-')
    .map(({ di, letak, tercetak, dihitung }): TemuanNaskah => {
      const penjelasan = `Nilai pada "${tercetak}" berpredikat ${dihitung} menurut PermenPANRB 88/2021.`
      return { di, letak, tercetak, jenis: 'scale', berat: 'tinggi', keyakinan: 0.85, seharusnya: dihitung, penjelasan }
    })
  return { hitungan: all.filter((h) => h.cocok), temuan }
}
