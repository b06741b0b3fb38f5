// What an office says of the inputs of its own formulas, judged against the formulas and itself; and as the form of a version needs it.
import { byFoldedName, type Dijelaskan, ownInputs } from '../peraturan/masukan-sendiri.ts'
import { batasInWords } from '../peraturan/metode.ts'
import { compare, parseDecimal } from '../platform/kernel/decimal.ts'
import { type Dependencies, dependencies } from '../rumus/dependencies.ts'
import { nearest } from '../rumus/nearest.ts'
import { parse } from '../rumus/parse.ts'
import { fold } from '../rumus/value.ts'

export { batasInWords, byFoldedName }

/** The inputs that a formula names, folded, in its order; none of one that cannot be read. */
export function inputsNamed(text: string): readonly { readonly nama: string; readonly jenis: 'ANGKA' | 'TABEL' }[] {
  const parsed = parse(text)
  return parsed.ok ? Object.entries(ownInputs(dependencies(parsed.tree))).map(([nama, { jenis }]) => ({ nama, jenis })) : []
}

/** What cannot be said of an input, by its name and part: `sampai.maks`. `needs` are those of every formula of the version. */
export function wrongInputs(
  needs: Pick<Dependencies, 'names' | 'tables'>,
  said: Dijelaskan,
): readonly { readonly field: string; readonly pesan: string }[] {
  const inputs = ownInputs(needs)
  const known = Object.keys(inputs)
  const seen = new Set<string>()
  return Object.entries(said ?? {}).flatMap(([name, { satuan, min, maks, pilihan, kolom, bagianDari }]) => {
    const wrong = (part: string, pesan: string) => ({ field: part ? `${name}.${part}` : name, pesan })
    const key = fold(name)
    if (!Object.hasOwn(inputs, key)) {
      const near = nearest(key, known)
      const hint = near
        ? `Mungkin maksudnya ${near}.`
        : known.length
          ? `Yang disebut: ${known.join(', ')}.`
          : 'Hapus penjelasannya.'
      return [wrong('', `Masukan ${name} tidak disebut dalam rumus. ${hint}`)]
    }
    if (seen.has(key)) return [wrong('', `Masukan ${name} dijelaskan dua kali. Hapus salah satunya.`)]
    seen.add(key)
    const whole = bagianDari === undefined ? undefined : fold(bagianDari)
    const figure = (one: string) => inputs[one]?.jenis === 'ANGKA'
    return [
      ...(min !== undefined && maks !== undefined && compare(parseDecimal(min), parseDecimal(maks)) > 0
        ? [wrong('maks', `Batas tertinggi ${name} lebih kecil daripada batas terendahnya. Tukar atau perbaiki salah satunya.`)]
        : []),
      ...(pilihan && (satuan !== undefined || min !== undefined || maks !== undefined)
        ? [wrong('pilihan', `Masukan ${name} diisi dengan kata, jadi tidak punya satuan atau batas. Kosongkan salah satunya.`)]
        : []),
      ...(kolom && (figure(key) || kolom.some((one) => fold(one) === 'nilai'))
        ? [wrong('kolom', `Kolom pembeda baris hanya bagi tabel, dan kolom nilai tidak termasuk di dalamnya.`)]
        : []),
      ...(whole !== undefined && (whole === key || !figure(key) || !figure(whole))
        ? [wrong('bagianDari', `Masukan ${name} hanya dapat menjadi bagian dari angka lain yang disebut rumus.`)]
        : []),
    ]
  })
}
