// A formula with its parts told apart, for reading. Colour is never alone: functions are bold, texts italic.
import { piecesOf } from '../periksa-rumus.ts'

type Mark = { readonly dari: number; readonly sampai: number; readonly berat: 'salah' | 'peringatan' }

export function RumusTeks({ teks, tanda = [] }: { teks: string; tanda?: readonly Mark[] }) {
  return (
    <code className="rumus-teks">
      <Pieces teks={teks} tanda={tanda} />
    </code>
  )
}

/** The pieces, each marked where something is wrong in it. A mark of no length stands at the end of the text. */
export function Pieces({ teks, tanda = [] }: { teks: string; tanda?: readonly Mark[] }) {
  const over = (dari: number, sampai: number) => tanda.find((m) => m.dari < sampai && m.sampai > dari)?.berat
  return piecesOf(teks).map((p) => {
    const wrong = over(p.dari, p.sampai)
    return (
      <span key={p.dari} className={`r-${p.rupa}${wrong ? ` r-tanda-${wrong}` : ''}`}>
        {p.teks}
      </span>
    )
  })
}
