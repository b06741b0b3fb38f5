// A trend in the size of a word: years from left to right, a gap where a year is missing, the last year marked.
import { findDecimal } from '../../platform/kernel/decimal.ts'

export type Titik = { readonly nama: string; readonly nilai: string | null }

/** `kata` says the same for who cannot see it. Positions on a picture may be floats; what is read never is. */
export function Sparkline({
  titik,
  kata,
  lebar = 96,
  tinggi = 28,
}: {
  titik: readonly Titik[]
  kata: string
  lebar?: number
  tinggi?: number
}) {
  const values = titik.map((p) => (p.nilai === null ? null : (findDecimal(p.nilai)?.toNumber() ?? null)))
  const known = values.filter((v) => v !== null)
  if (known.length < 2) return <span className="muted small">–</span>
  const least = Math.min(...known)
  const most = Math.max(...known)
  const x = (i: number) => 3 + (i * (lebar - 6)) / Math.max(1, values.length - 1)
  const y = (v: number) => (most === least ? tinggi / 2 : tinggi - 4 - ((v - least) * (tinggi - 8)) / (most - least))
  const at = (i: number) => `${x(i).toFixed(1)} ${y(values[i]!).toFixed(1)}`
  let path = ''
  values.forEach((v, i) => {
    if (v !== null) path += `${i > 0 && values[i - 1] !== null ? 'L' : 'M'}${at(i)}`
  })
  const last = values.findLastIndex((v) => v !== null)
  return (
    <svg className="garis-kecil" width={lebar} height={tinggi} viewBox={`0 0 ${lebar} ${tinggi}`} role="img" aria-label={kata}>
      <path d={path} fill="none" stroke="var(--line-strong)" strokeWidth="1.6" strokeLinejoin="round" strokeLinecap="round" />
      {values.map((v, i) =>
        v !== null && values[i - 1] == null && values[i + 1] == null ? (
          <circle key={titik[i]!.nama} cx={x(i)} cy={y(v)} r="1.6" fill="var(--line-strong)" />
        ) : null,
      )}
      <circle cx={x(last)} cy={y(values[last]!)} r="3" fill="var(--primary)" />
    </svg>
  )
}
