// Texts as Word's runs: soft hyphens are signs of their own there, and new lines are breaks.
import { AlignmentType, type IRunOptions, SoftHyphen, TextRun } from 'docx'
import { runs, type Text } from './blocks.ts'
import { printable } from './printable.ts'

export const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'size' | 'color'>

export function runsOf(text: Text, look: Look = {}, shown: (text: string) => string = (t) => t): TextRun[] {
  return runs(text).flatMap((r) => {
    const changed = { ...(r.deleted && { strike: true }), ...(r.inserted && { underline: {} }) }
    const hand = { ...look, ...changed, bold: look.bold || r.bold, italics: look.italics || r.italic }
    return shown(printable(r.text))
      .split('\n')
      .map((line, at) => new TextRun({ ...hand, ...(at > 0 ? { break: 1 } : {}), children: hyphenated(line) }))
  })
}

function hyphenated(line: string): (string | SoftHyphen)[] {
  return line.split('\u00ad').flatMap((part, at) => (at > 0 ? [new SoftHyphen(), part] : [part]))
}
