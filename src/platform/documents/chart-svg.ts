// A chart as SVG: bars and lines over categories, drawn by a pure function with our own type and colours, so that the
// same data gives the same picture in the PDF and in the preview. A point without a value is drawn hatched, with the
// word that says why, and never as zero.
import type { Chart, Series } from './blocks.ts'

const WIDE = 640
const HIGH = 190
const LEFT = 52
const RIGHT = 12
const TOP = 34
const BOTTOM = 28
const INK = '#14213D'
const MUTED = '#4B5873'
const COLOURS = { bar: ['#0B4F8A', '#5B8DB8'], line: ['#B93A0A', '#17693E'] } as const

/** Figures stay readable where a line runs behind them. */
const HALO = 'stroke="#FFFFFF" stroke-width="3" paint-order="stroke" stroke-linejoin="round"'

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
/** Two places: the picture needs no more, and the file stays the same on every machine. */
const n = (value: number) => String(Math.round(value * 100) / 100)
const indonesian = (value: number, places: number) => value.toFixed(places).replace('.', ',')

/** `id` names the hatch, for pages with several pictures. */
export function chartSvg(chart: Chart, shown: (text: string) => string = (t) => t, id = 'kosong'): string {
  const { low, high, step } = scaleOf(chart.series)
  const y = (value: number) => TOP + (HIGH - TOP - BOTTOM) * (1 - (value - low) / (high - low))
  const slot = (WIDE - LEFT - RIGHT) / Math.max(1, chart.categories.length)
  const middle = (at: number) => LEFT + slot * (at + 0.5)
  const text = (x: number, at: number, words: string, more = '') =>
    `<text x="${n(x)}" y="${n(at)}" font-size="11" ${more}>${escapeXml(shown(words))}</text>`

  const places = step < 1 ? 1 : 0
  const grid = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step).map(
    (value) =>
      `<path d="M${LEFT} ${n(y(value))}H${WIDE - RIGHT}" stroke="#D9DEEA"/>` +
      text(LEFT - 6, y(value) + 4, indonesian(value, places), `text-anchor="end" fill="${MUTED}"`),
  )
  const names = chart.categories.map((c, at) => text(middle(at), HIGH - 10, c, `text-anchor="middle" fill="${INK}"`))
  const bars = chart.series.filter((s) => s.draw === 'bar')
  const width = Math.min(44, (slot * 0.6) / Math.max(1, bars.length))
  const lineTops = (at: number) =>
    chart.series
      .filter((s) => s.draw === 'line')
      .flatMap(({ points }) => (points[at]?.nilai == null ? [] : [y(Number(points[at].nilai))]))
  const drawn = bars.flatMap((s, k) =>
    s.points.map((p, at) => {
      const x = middle(at) + (k - bars.length / 2) * width
      const label = (top: number, fill: string) =>
        text(x + width / 2, top - 5, p.tampil, `text-anchor="middle" fill="${fill}" ${HALO}`)
      if (p.nilai === null) {
        const top = HIGH - BOTTOM - 36
        return `<rect x="${n(x)}" y="${top}" width="${n(width)}" height="36" fill="url(#${id})" stroke="#6B7588"/>${label(top, MUTED)}`
      }
      const top = y(Math.max(low, Number(p.nilai)))
      // A figure stands clear of a line that passes over its bar.
      const near = lineTops(at).filter((line) => Math.abs(line - top) < 16)
      return (
        `<rect x="${n(x)}" y="${n(top)}" width="${n(width)}" height="${n(HIGH - BOTTOM - top)}" fill="${COLOURS.bar[k % 2]}"/>` +
        label(near.length ? Math.min(top, ...near) - 4 : top, INK)
      )
    }),
  )
  const lines = chart.series.filter((s) => s.draw === 'line').map((s, k) => drawLine(s, COLOURS.line[k % 2]!, middle, y))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" font-family="Arimo, Arial, sans-serif">` +
    `<defs><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" stroke="#6B7588"/></pattern></defs>` +
    [...grid, ...drawn, ...lines, ...names, legend(chart, text)].join('') +
    '</svg>'
  )
}

/** Through the points that have a value; a gap stays a gap. Marked by squares, so that it reads without colour. */
function drawLine(s: Series, colour: string, x: (at: number) => number, y: (value: number) => number): string {
  let pen = 'M'
  let path = ''
  let marks = ''
  s.points.forEach((p, at) => {
    if (p.nilai === null) {
      pen = 'M'
      return
    }
    const top = y(Number(p.nilai))
    path += `${pen}${n(x(at))} ${n(top)}`
    marks += `<rect x="${n(x(at) - 4)}" y="${n(top - 4)}" width="8" height="8" fill="#FFFFFF" stroke="${colour}" stroke-width="2"/>`
    pen = 'L'
  })
  return `<path d="${path || 'M0 0'}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="6 3"/>${marks}`
}

type Words = (x: number, at: number, words: string, more?: string) => string

function legend(chart: Chart, text: Words): string {
  let x = LEFT
  const count = { bar: 0, line: 0 }
  const parts = chart.series.map((s) => {
    const colour = COLOURS[s.draw][count[s.draw]++ % 2]
    const mark =
      s.draw === 'bar'
        ? `<rect x="${x}" y="7" width="10" height="10" fill="${colour}"/>`
        : `<path d="M${x - 4} 12H${x + 14}" stroke="${colour}" stroke-width="2"/><rect x="${x + 1}" y="8" width="8" height="8" fill="#FFFFFF" stroke="${colour}" stroke-width="2"/>`
    const part = mark + text(x + 18, 16, s.name, `fill="${INK}"`)
    x += 34 + s.name.length * 6.2
    return part
  })
  return parts.join('') + text(WIDE - RIGHT, 16, chart.unit, `text-anchor="end" fill="${MUTED}"`)
}

/** Round numbers around all values. Bars begin at zero, or the eye is told a lie. */
function scaleOf(series: readonly Series[]): { low: number; high: number; step: number } {
  const values = series.flatMap((s) => s.points.flatMap((p) => (p.nilai === null ? [] : [Number(p.nilai)])))
  const low = Math.min(0, ...values)
  const most = Math.max(...values, low + 1)
  const rough = (most - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? 10 * power
  return { low: Math.floor(low / step) * step, high: Math.ceil((most * 1.02) / step) * step, step }
}
