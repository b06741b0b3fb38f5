// The lines of a paper as advice names them: `Sasaran 1`, `Indikator 2: Indeks …`, `Indikator 1, T/O2.1.1`.
type LinesPk = {
  readonly sasaran: readonly {
    readonly id: string
    readonly nomor: string
    readonly uraian: string
    readonly indikator: readonly { readonly id: string; readonly nomor: string | null; readonly nama: string }[]
  }[]
}
type Coded = { readonly id: string; readonly kode: string | null; readonly uraian: string | null }
type LinesRa = readonly {
  readonly id: string
  readonly nomor: string | null
  readonly nama: string | null
  readonly ra: readonly (Coded & { readonly kk: readonly (Coded & { readonly output: readonly Coded[] })[] })[]
}[]
/** `letak` is kept with the advice, `uraian` helps to find the line. */
export type BarisNaskah = { readonly id: string; readonly letak: string; readonly uraian: string }

export function barisPk({ sasaran }: LinesPk): BarisNaskah[] {
  return sasaran.flatMap((s) => [
    { id: s.id, letak: `Sasaran ${s.nomor}`, uraian: s.uraian },
    ...s.indikator.map((i) => ({
      id: i.id,
      letak: `Sasaran ${s.nomor}, indikator${i.nomor ? ` ${i.nomor}` : ''}`,
      uraian: i.nama,
    })),
  ])
}

export function barisRa(lines: LinesRa): BarisNaskah[] {
  return lines.flatMap((i, at) => {
    const under = `Indikator ${i.nomor ?? at + 1}`
    const line = ({ id, kode, uraian }: Coded): BarisNaskah => ({
      id,
      letak: `${under}, ${kode ?? 'tanpa kode'}`,
      uraian: uraian ?? '',
    })
    return [
      { id: i.id, letak: under, uraian: i.nama ?? '' },
      ...i.ra.flatMap((a) => [line(a), ...a.kk.flatMap((k) => [line(k), ...k.output.map(line)])]),
    ]
  })
}
