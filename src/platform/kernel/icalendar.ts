// iCalendar (RFC 5545), as far as everything that is written in it is the same: text, days, instants, lines.
import { type Day, daysAfter } from './time.ts'

const encoder = new TextEncoder()
const OCTETS = 75
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g

export const plain = (value: string): string => value.replace(/\r\n?/g, '\n').replace(CONTROL, '')
/** A value of type TEXT (3.3.11). */
export const icsText = (value: string): string =>
  plain(value)
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\n/g, '\\n')
export const icsInstant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')
/** Jakarta has been seven hours before UTC since 1964, without summer time. */
export const jakartaInstant = (day: Day, time: string): string => icsInstant(new Date(`${day}T${time}:00+07:00`))
/** A whole day, without an hour: so every program shows it on the same one. */
export const icsDay = (day: Day): string[] => [
  `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  `DTEND;VALUE=DATE:${daysAfter(day, 1).replaceAll('-', '')}`,
]

/** Lines of at most 75 octets, folded between characters (3.1), each ended as the standard has it. */
export function icsLines(lines: readonly string[]): string {
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const char of line) {
    const octets = encoder.encode(char).length
    if (size + octets > OCTETS) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += char
    size += octets
  }
  return [...parts, part].join('\r\n')
}
