// The words of two texts in one reading. Without zod, so that a page may read it too. Pure.

export type Potongan = { readonly jenis: 'sama' | 'hapus' | 'sisip'; readonly teks: string }
/** Word against word beyond this many pairs is not worth the wait: the texts stand as one exchange. */
const MOST_PAIRS = 4_000_000

/** The words of both texts in one reading: what stayed, what went, what came. */
export function wordDiff(sebelum: string, sesudah: string): Potongan[] {
  const words = (text: string) => text.match(/\S+\s*/g) ?? []
  const [a, b] = [words(sebelum), words(sesudah)]
  const same = (x: string | undefined, y: string | undefined) => x !== undefined && y !== undefined && x.trimEnd() === y.trimEnd()
  let head = 0
  while (head < a.length && same(a[head], b[head])) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const parts: [Potongan['jenis'], string][] = b.slice(0, head).map((w) => ['sama', w])
  if (x.length * y.length > MOST_PAIRS) parts.push(['hapus', x.join('')], ['sisip', y.join('')])
  else parts.push(...exchange(x, y, same))
  parts.push(...b.slice(b.length - tail).map((w): [Potongan['jenis'], string] => ['sama', w]))
  return parts.reduce<Potongan[]>((list, [jenis, teks]) => {
    const last = list.at(-1)
    if (last?.jenis === jenis) list[list.length - 1] = { jenis, teks: last.teks + teks }
    else if (teks) list.push({ jenis, teks })
    return list
  }, [])
}

/** The longest common sequence of words; between its words first what went, then what came. */
function exchange(
  x: readonly string[],
  y: readonly string[],
  same: (a?: string, b?: string) => boolean,
): [Potongan['jenis'], string][] {
  const width = y.length + 1
  const length = new Uint32Array((x.length + 1) * width)
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      length[i * width + j] = same(x[i], y[j])
        ? length[(i + 1) * width + j + 1]! + 1
        : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!)
  const parts: [Potongan['jenis'], string][] = []
  let [i, j] = [0, 0]
  while (i < x.length || j < y.length)
    if (i < x.length && j < y.length && same(x[i], y[j])) {
      parts.push(['sama', y[j]!])
      i++
      j++
    } else if (i < x.length && (j === y.length || length[(i + 1) * width + j]! >= length[i * width + j + 1]!))
      parts.push(['hapus', x[i++]!])
    else parts.push(['sisip', y[j++]!])
  return parts
}
