// Marks of lists in a DOCX (`a.`, `1)`, `II.`): Word counts them when it shows the page; so must a reader.
import { attribute, child, type Element, elementsOf, find, parseXml } from './xml.ts'

type Level = { readonly format: string; readonly text: string; readonly start: number }
export type NumberingMarks = (number: string, level: number) => string

export function numberingMarks(xml: string | undefined): NumberingMarks {
  const root = xml === undefined ? undefined : find(parseXml(xml), 'w:numbering')
  const lists = new Map<string, Level[]>()
  const numbers = new Map<string, string>()
  for (const e of root ? elementsOf(root) : [])
    if (e.name === 'w:abstractNum') lists.set(attribute(e, 'w:abstractNumId') ?? '', levelsOf(e))
    else if (e.name === 'w:num') numbers.set(attribute(e, 'w:numId') ?? '', attribute(child(e, 'w:abstractNumId'), 'w:val') ?? '')
  const counts = new Map<string, number[]>()
  return (number, at) => {
    const levels = lists.get(numbers.get(number) ?? '')
    const level = levels?.[at]
    if (!levels || !level || level.format === 'bullet') return '•'
    const count = counts.get(number) ?? []
    counts.set(number, count)
    count.length = at + 1
    count[at] = (count[at] ?? level.start - 1) + 1
    return level.text.replace(/%(\d)/g, (_, n: string) => {
      const i = Number(n) - 1
      return written(count[i] ?? levels[i]?.start ?? 1, levels[i]?.format ?? 'decimal')
    })
  }
}

function levelsOf(list: Element): Level[] {
  const levels: Level[] = []
  for (const e of elementsOf(list)) {
    if (e.name !== 'w:lvl') continue
    const value = (name: string) => attribute(child(e, name), 'w:val')
    levels[Number(attribute(e, 'w:ilvl') ?? 0)] = {
      format: value('w:numFmt') ?? 'decimal',
      text: value('w:lvlText') ?? '%1.',
      start: Number(value('w:start') ?? 1),
    }
  }
  return levels
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function written(n: number, format: string): string {
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format !== 'lowerRoman' && format !== 'upperRoman') return String(n)
  let roman = ''
  let left = n
  for (const [value, sign] of ROMAN)
    while (left >= value) {
      roman += sign
      left -= value
    }
  return format === 'upperRoman' ? roman.toUpperCase() : roman
}
