// A QR code as SVG: one path of squares, so that a camera finds it on paper at any size.
import { createRequire } from 'node:module'

/** What we use of the library, which comes without types. */
type Made = { readonly modules: { readonly size: number; get(row: number, column: number): number } }
const { create } = createRequire(import.meta.url)('qrcode') as {
  create(text: string, options: { errorCorrectionLevel: 'M' }): Made
}
/** The quiet zone that ISO/IEC 18004 asks for. */
const QUIET = 4

export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const places = Array.from({ length: modules.size ** 2 }, (_, i) => [Math.floor(i / modules.size), i % modules.size] as const)
  const path = places.filter(([y, x]) => modules.get(y, x)).map(([y, x]) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`)
  const side = modules.size + 2 * QUIET
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path.join('')}"/></svg>`
}
