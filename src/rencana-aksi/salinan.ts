// A draft that begins with the lines of another plan: last year's, or the one in force.
import { sameText } from '../perjanjian-kinerja/perjanjian-kinerja.ts'
import type { IndikatorRow, Lines, NewLines } from './baris.ts'
import { arrange, holdersOf, susunanOf } from './susunan.ts'

type Target = Pick<IndikatorRow, 'id' | 'pkIndikator' | 'nama'>
type Copied<T> = Omit<NewLines, 'indikator'> & {
  readonly indikator: readonly (T & { readonly silsilah: string | undefined })[]
  /** The indicators of the source that the new agreement does not have: nothing of theirs is copied. */
  readonly tidakDisalin: string[]
}

/** The lines of the source under the indicators of the same line or name, with codes of their own; words and merged cells stay. */
export function copyLines<T extends Target>(
  indikator: readonly T[],
  source: Lines,
  names: ReadonlyMap<string, readonly string[]>,
  newId: () => string,
): Copied<T> {
  const isNamed = (i: Lines[number], nama: string | null) =>
    nama !== null && (names.get(i.id) ?? []).some((name) => sameText(name) === sameText(nama))
  const renewed = <T extends object>(row: T) => ({ ...row, id: newId(), kodeTercetak: null, sumber: null, keterangan: null })
  const left = [...source]
  const copy = indikator.map((target) => {
    const same = left.findIndex((i) => i.pkIndikator !== null && i.pkIndikator === target.pkIndikator)
    const named = left.findIndex((i) => isNamed(i, target.nama))
    const at = same === -1 ? named : same
    const [from] = at === -1 ? [] : left.splice(at, 1)
    const ra = (from?.ra ?? []).map((a) => {
      const action = { ...renewed(a), indikator: target.id }
      const kk = a.kk.map((k) => {
        const criterion = { ...renewed(k), ra: action.id, tempat: [] }
        return { ...criterion, output: k.output.map((o) => ({ ...renewed(o), tercetak: null, kk: criterion.id })) }
      })
      return { ...action, kk }
    })
    return { ...target, silsilah: from?.silsilah, ra }
  })
  const before = susunanOf(copy as unknown as Lines)
  const places = new Map(
    arrange(before, holdersOf(before)).baris.map(({ id, urutan, kode, disalinDari }) => [id, { urutan, kode, disalinDari }]),
  )
  const placed = <T extends { id: string }>(row: T) => ({ ...row, ...places.get(row.id) })
  const ra = copy.flatMap((i) => i.ra)
  const kriteria = ra.flatMap((a) => a.kk)
  return {
    indikator: indikator.map((target, at) => ({ ...target, silsilah: copy[at]!.silsilah })),
    ra: ra.map(placed),
    kriteria: kriteria.map(placed),
    output: kriteria.flatMap((k) => k.output).map(placed),
    tidakDisalin: left.filter((i) => i.ra.length).map((i) => names.get(i.id)?.[0] ?? ''),
  }
}
