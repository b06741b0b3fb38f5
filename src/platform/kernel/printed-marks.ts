// Points and commas in printed numbers: which part thousands and which are decimal marks. What one number leaves open
// (`1.234`) its neighbours in the column often decide (`1.234.567`, `86.75`). Never a silent guess (akip-rules 0.1).

export type Mark = '.' | ','
/** What numbers nearby prove: a mark may be proven to be both, where a paper mixes its habits. */
export type Marks = { readonly ribuan: ReadonlySet<Mark>; readonly desimal: ReadonlySet<Mark> }
export type MarksRead = {
  /** Point as decimal mark, no grouping. */
  readonly nilai: string
  readonly keyakinan: number
  readonly alasan?: string
  readonly lain?: readonly string[]
}
/** `whole`: the unit is counted in whole ones (rupiah, persons); `part`: it is a percentage, score or index. */
export type MarksContext = { readonly marks?: Marks; readonly kind?: 'whole' | 'part' }

export const NO_MARKS: Marks = { ribuan: new Set(), desimal: new Set() }

/** A number of digits, points and commas; undefined where it is none (`5.1.02`, `1..2`). */
export function readMarks(digits: string, { marks = NO_MARKS, kind }: MarksContext = {}): MarksRead | undefined {
  if (/^\d+$/.test(digits)) return { nilai: plain(digits), keyakinan: 1 }
  if (!/^\d+(?:[.,]\d+)+$/.test(digits)) return undefined
  const groups = digits.split(/[.,]/)
  const used = [...digits.replace(/\d/g, '')] as Mark[]
  const last = used.at(-1)!
  if (used.some((m) => m !== last)) return readBoth(digits, last)
  if (used.length > 1) return readRepeated(groups, last)
  return readOne(groups as [string, string], last, marks, kind)
}

/** Two kinds of mark: the last one parts the decimals. */
function readBoth(digits: string, last: Mark): MarksRead | undefined {
  const other = last === '.' ? ',' : '.'
  const [whole, fraction, ...more] = digits.split(last)
  if (more.length && isGrouped(digits.split(/[.,]/)))
    return { nilai: plain(digits.replace(/[.,]/g, '')), keyakinan: 0.7, alasan: 'ribuan dipisah dengan titik dan koma' }
  if (more.length || fraction === undefined) return undefined
  const groups = whole!.split(other)
  const nilai = `${plain(groups.join(''))}.${fraction}`
  if (isGrouped(groups)) return { nilai, keyakinan: 1 }
  return { nilai, keyakinan: 0.6, alasan: 'pemisah ribuannya tidak beraturan' }
}

/** `1.234.567`; or with a mark lost (`62.066.326162`), or with a decimal mark of the wrong kind (`1.234.567.89`). */
function readRepeated(groups: readonly string[], mark: Mark): MarksRead | undefined {
  const whole = plain(groups.join(''))
  if (isGrouped(groups)) return { nilai: whole, keyakinan: 1 }
  const [first, ...rest] = groups as [string, ...string[]]
  if (first.length > 3 || first.startsWith('0')) return undefined
  if (rest.every((g) => g.length % 3 === 0))
    return { nilai: whole, keyakinan: 0.85, alasan: `satu tanda ${mark} di antara ribuan hilang` }
  const tail = rest.at(-1)!
  // With two groups only it is a code or a numbering: 5.1.02.
  if (rest.slice(0, -1).every((g) => g.length === 3) && tail.length <= 2 && rest.length >= 2)
    return {
      nilai: `${plain(groups.slice(0, -1).join(''))}.${tail}`,
      keyakinan: 0.7,
      alasan: `tanda ${mark} dipakai untuk ribuan dan desimal`,
      lain: [whole],
    }
  return undefined
}

function readOne([whole, rest]: [string, string], mark: Mark, marks: Marks, kind?: 'whole' | 'part'): MarksRead {
  const desimal = `${plain(whole)}.${rest}`
  const ribuan = plain(whole + rest)
  const asDecimal = (keyakinan: number, alasan?: string): MarksRead => ({
    nilai: desimal,
    keyakinan,
    ...(alasan ? { alasan, lain: [ribuan] } : {}),
  })
  const asThousands = (keyakinan: number, alasan?: string): MarksRead => ({
    nilai: ribuan,
    keyakinan,
    ...(alasan ? { alasan, lain: [desimal] } : {}),
  })
  if (kind === 'whole' && rest.length === 6 && whole.length <= 3)
    return { nilai: ribuan, keyakinan: 0.8, alasan: `satu tanda ${mark} di antara ribuan hilang` }
  if (rest.length !== 3 || whole.length > 3 || whole.startsWith('0'))
    return asDecimal(kind === 'whole' && rest.length > 2 ? 0.7 : 1)
  if (kind === 'whole') return asThousands(1)
  const [isRibuan, isDesimal] = [marks.ribuan.has(mark), marks.desimal.has(mark)]
  if (isRibuan && !isDesimal) return asThousands(0.97)
  if (isDesimal && !isRibuan) return asDecimal(0.93)
  if (!isDesimal && marks.desimal.size) return asThousands(0.9, `tanda desimal di sekitarnya ${[...marks.desimal].join('')}`)
  if (kind === 'part') return asDecimal(0.9, 'satuannya persen, nilai atau indeks')
  return mark === '.'
    ? asThousands(0.7, 'titik sebelum tiga angka dapat berarti ribuan atau desimal')
    : asDecimal(0.6, 'koma sebelum tiga angka dapat berarti desimal atau ribuan')
}

/** What the numbers of a column prove about its marks. */
export function marksOf(numbers: Iterable<string>): Marks {
  const ribuan = new Set<Mark>()
  const desimal = new Set<Mark>()
  const open = new Map<Mark, number>()
  for (const digits of numbers) {
    const used = [...digits.replace(/\d/g, '')] as Mark[]
    const last = used.at(-1)
    if (!last || !/^\d+(?:[.,]\d+)+$/.test(digits)) continue
    const groups = digits.split(/[.,]/)
    const rest = groups.at(-1)!
    if (used.some((m) => m !== last)) {
      desimal.add(last)
      ribuan.add(last === '.' ? ',' : '.')
    } else if (used.length > 1) {
      if (isGrouped(groups)) ribuan.add(last)
    } else if (rest.length !== 3 || groups[0]!.length > 3 || digits.startsWith('0')) {
      if (rest.length <= 2 || digits.startsWith('0')) desimal.add(last)
    } else open.set(last, (open.get(last) ?? 0) + 1)
  }
  // Decimals that all happen to be three digits long are rare; thousands always are.
  for (const [mark, times] of open) if (times >= 2 && !desimal.has(mark)) ribuan.add(mark)
  return { ribuan, desimal }
}

const isGrouped = ([first, ...rest]: readonly string[]) =>
  first!.length <= 3 && !/^0/.test(first!) && rest.every((g) => g.length === 3)
const plain = (digits: string) => digits.replace(/^0+(?=\d)/, '')
