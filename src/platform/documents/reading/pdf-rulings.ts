// The lines that a PDF page draws: strokes, and rectangles so thin that they are lines. Pure.

export type Level = { readonly y: number; readonly x0: number; readonly x1: number }
export type Upright = { readonly x: number; readonly y0: number; readonly y1: number }
export type Rulings = { readonly levels: readonly Level[]; readonly uprights: readonly Upright[] }
/** Names of the operations, as the PDF library numbers them. */
export type Operations = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'constructPath'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>
export type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]
const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as unknown as number[]).length === 6

/** A filled rectangle no thicker than this is a line. */
const THIN = 2.5
const LEVEL = 0.6
/** Lines this near are one; a gap this small is none. */
const NEAR = 1.5
/** A drawing of so many strokes is a picture. */
const MOST = 40_000

/** Numbers of the parts of a path: move, line, curve (three points), another curve (two), close. */
const STEPS = [2, 2, 6, 4, 0]

export function rulingsOf({ fnArray, argsArray }: OperatorList, ops: Operations): Rulings {
  const levels: Level[] = []
  const uprights: Upright[] = []
  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const fills = new Set([ops.fill, ops.eoFill])
  const stack: Matrix[] = []
  let now = IDENTITY
  const add = (x0: number, y0: number, x1: number, y1: number) => {
    if (levels.length + uprights.length > MOST) return
    if (Math.abs(y0 - y1) <= LEVEL && Math.abs(x0 - x1) > NEAR)
      levels.push({ y: (y0 + y1) / 2, x0: Math.min(x0, x1), x1: Math.max(x0, x1) })
    else if (Math.abs(x0 - x1) <= LEVEL && Math.abs(y0 - y1) > NEAR)
      uprights.push({ x: (x0 + x1) / 2, y0: Math.min(y0, y1), y1: Math.max(y0, y1) })
  }
  const point = (x: number, y: number) => [now[0] * x + now[2] * y + now[4], now[1] * x + now[3] * y + now[5]] as const
  const path = (data: ArrayLike<number>, filled: boolean) => {
    let [x, y] = [0, 0]
    let first: readonly [number, number] = [0, 0]
    let box: readonly [number, number, number, number] | undefined
    for (let i = 0; i < data.length; ) {
      const step = data[i]!
      const size = STEPS[step]
      if (size === undefined) return
      const to = size ? point(data[i + size - 1]!, data[i + size]!) : first
      if (step === 0) first = to
      else if (!filled && (step === 1 || step === 4)) add(x, y, to[0], to[1])
      box = box
        ? [Math.min(box[0], to[0]), Math.min(box[1], to[1]), Math.max(box[2], to[0]), Math.max(box[3], to[1])]
        : [to[0], to[1], to[0], to[1]]
      ;[x, y] = to
      i += size + 1
    }
    if (!filled || !box) return
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    if (height <= THIN && width > 4 * height) add(box[0], (box[1] + box[3]) / 2, box[2], (box[1] + box[3]) / 2)
    else if (width <= THIN && height > 4 * width) add((box[0] + box[2]) / 2, box[1], (box[0] + box[2]) / 2, box[3])
  }
  fnArray.forEach((fn, i) => {
    const args = argsArray[i] as readonly unknown[] | null
    if (fn === ops.save) stack.push(now)
    else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) now = stack.pop() ?? IDENTITY
    else if (fn === ops.transform && isMatrix(args)) now = times(now, args)
    else if (fn === ops.paintFormXObjectBegin) {
      stack.push(now)
      if (isMatrix(args?.[0])) now = times(now, args[0])
    } else if (fn === ops.constructPath && args) {
      const [how, paths] = args as [number, readonly (ArrayLike<number> | null)[]]
      const filled = fills.has(how)
      if (filled || strokes.has(how)) for (const data of paths ?? []) if (data) path(data, filled)
    }
  })
  return {
    levels: merged(levels.map((l) => ({ at: l.y, from: l.x0, to: l.x1 }))).map((l) => ({ y: l.at, x0: l.from, x1: l.to })),
    uprights: merged(uprights.map((u) => ({ at: u.x, from: u.y0, to: u.y1 }))).map((u) => ({ x: u.at, y0: u.from, y1: u.to })),
  }
}

type Segment = { at: number; from: number; to: number }

/** Pieces of one line, each drawn for its own cell, as one line. */
function merged(segments: Segment[]): Segment[] {
  const out: Segment[] = []
  let band: Segment[] = []
  const endBand = () => {
    const at = band.reduce((sum, s) => sum + s.at, 0) / band.length
    let last: Segment | undefined
    for (const s of band.sort((a, b) => a.from - b.from))
      if (last && s.from <= last.to + NEAR) last.to = Math.max(last.to, s.to)
      else {
        last = { at, from: s.from, to: s.to }
        out.push(last)
      }
    band = []
  }
  for (const s of segments.sort((a, b) => a.at - b.at)) {
    if (band.length && s.at - band[0]!.at > NEAR) endBand()
    band.push(s)
  }
  if (band.length) endBand()
  return out
}
