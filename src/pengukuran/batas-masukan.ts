// What the rule allows for an input of an official method, and the sentence where something else is entered. Pure, for the
// browser and the server alike; what a paper prints is imported as it stands and never passes here.
import { type BatasMasukan, type Rentang, rangeInWords } from '../peraturan/metode.ts'
import { compare, findDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import type { Figure } from '../platform/kernel/figure.ts'
import { nearest } from '../rumus/nearest.ts'

type Words = Readonly<Record<string, string>>

const written = (number: string) => number.replace('.', ',')
const said = ({ tercetak, nilai }: Pick<Figure, 'nilai' | 'tercetak'>) => tercetak || written(nilai!)
const list = (choices: readonly string[]) => `Pilihannya: ${choices.join(', ')}.`

/** The choice that a word stands for, in the spelling of the rule; undefined where it stands for none. */
export function choiceOf(typed: string, choices: readonly string[]): string | undefined {
  const same = (a: string) => a.trim().replace(/\s+/g, ' ').toLowerCase()
  return choices.find((one) => same(one) === same(typed))
}

export function notAChoice(typed: string, choices: readonly string[]): string {
  const meant = nearest(typed, choices)
  return `"${typed.slice(0, 60)}" bukan pilihan yang dikenal.${meant ? ` Mungkin maksudnya ${meant}.` : ''} ${list(choices)}`
}

/** The words of a row in the spelling of the rule, and what is wrong with those that it does not know. */
export function readWords({ pilihanKolom = {} }: BatasMasukan, words: Words) {
  const salah: { kolom: string; pesan: string }[] = []
  const dimensi = Object.entries(words).map(([kolom, typed]) => {
    const choices = pilihanKolom[kolom] && typed ? Object.keys(pilihanKolom[kolom]) : undefined
    const known = choices && choiceOf(typed, choices)
    if (choices && !known) salah.push({ kolom, pesan: notAChoice(typed, choices) })
    return [kolom, known ?? typed]
  })
  return { dimensi: Object.fromEntries(dimensi) as Record<string, string>, salah }
}

/** The bounds of a figure in a row with these words, those of its words by word. */
export function boundsOf(batas: BatasMasukan, words: Words): readonly { readonly untuk: string; readonly rentang: Rentang }[] {
  const ofWords = Object.entries(batas.pilihanKolom ?? {}).map(([kolom, choices]) => {
    const untuk = words[kolom] ?? ''
    return { untuk, rentang: choices[untuk] ?? {} }
  })
  return [{ untuk: '', rentang: { min: batas.min, maks: batas.maks } }, ...ofWords]
}

/** Why a figure cannot stand in a row with these words. What is not there is outside no bound. */
export function outside(batas: BatasMasukan, words: Words, figure: Pick<Figure, 'nilai' | 'tercetak'>): string | undefined {
  const nilai = findDecimal(figure.nilai)
  if (!nilai) return undefined
  for (const { untuk, rentang } of boundsOf(batas, words)) {
    const { min, maks } = rentang
    const below = min !== undefined && compare(nilai, parseDecimal(min)) < 0
    if (!below && (maks === undefined || compare(nilai, parseDecimal(maks)) <= 0)) continue
    const bound = below ? `di bawah ${written(min)}, batas terendah` : `di atas ${written(maks!)}, batas tertinggi`
    return `${said(figure)} ${bound}${untuk && ` untuk ${untuk}`}. Tulis angka ${rangeInWords(rentang)}.`
  }
  return undefined
}

/** Why a figure cannot stand beside the one that it is a part of. */
export function moreThanWhole(part: Figure | undefined, nama: string, whole: Figure | undefined): string | undefined {
  const [a, b] = [findDecimal(part?.nilai), findDecimal(whole?.nilai)]
  if (!a || !b || compare(a, b) <= 0) return undefined
  return `${said(part!)} lebih dari ${nama.replaceAll('_', ' ')} (${said(whole!)}), padahal termasuk di dalamnya. Perbaiki salah satunya.`
}
