// The calendar as iCalendar (RFC 5545): days without an hour, so that every program shows them on the same day.
import { type Day, daysAfter, periodName } from '../platform/kernel/time.ts'
import type { TenggatHari } from './tenggat.ts'

const OCTETS = 75

/** `stamp`: when it was made, as an instant; `site`: where the links lead, without a slash at the end. */
export function toIcs(
  nama: string,
  unit: string,
  tenggat: readonly TenggatHari[],
  { stamp, site }: { stamp: string; site: string },
): string {
  const made = stamp.replaceAll(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Selaras//Kalender//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`Tenggat ${nama}`)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...tenggat.flatMap((t) => (t.hari === null ? [] : event(t, t.hari, unit, made, site))),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function event(t: TenggatHari, hari: Day, unit: string, made: string, site: string): string[] {
  const day = (d: Day) => d.replaceAll('-', '')
  const done = t.keadaan === 'SELESAI' ? ' (selesai)' : ''
  return [
    'BEGIN:VEVENT',
    `UID:${t.kode}.${t.periode}.${day(hari)}.${unit}@selaras`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${day(hari)}`,
    `DTEND;VALUE=DATE:${day(daysAfter(hari, 1))}`,
    `SUMMARY:${escaped(`${t.nama}, ${periodName(t.periode)}${done}`)}`,
    `DESCRIPTION:${escaped(`${t.waktu}. Dasar: ${t.dasar}`)}`,
    'TRANSP:TRANSPARENT',
    ...(t.ke ? [`URL:${site}${t.ke}`] : []),
    'END:VEVENT',
  ]
}

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')

/** No line is longer than 75 octets; what goes on begins with a blank. A letter of several octets is not cut. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > OCTETS) {
      parts.push(part)
      part = ' '
    }
    part += letter
  }
  return [...parts, part].join('\r\n')
}
