// The calendar as iCalendar (RFC 5545): days without an hour, so that every program shows them on the same day.
import { icsDay, icsLines, icsText } from '../platform/kernel/icalendar.ts'
import { type Day, periodName } from '../platform/kernel/time.ts'
import type { TenggatHari } from './tenggat.ts'

/** `stamp`: when it was made, as an instant; `site`: where the links lead, without a slash at the end. */
export function toIcs(
  nama: string,
  unit: string,
  tenggat: readonly TenggatHari[],
  { stamp, site }: { stamp: string; site: string },
): string {
  const made = stamp.replaceAll(/[-:]|\.\d+/g, '')
  return icsLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Selaras//Kalender//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(`Tenggat ${nama}`)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...tenggat.flatMap((t) => (t.hari === null ? [] : event(t, t.hari, unit, made, site))),
    'END:VCALENDAR',
  ])
}

function event(t: TenggatHari, hari: Day, unit: string, made: string, site: string): string[] {
  const done = t.keadaan === 'SELESAI' ? ' (selesai)' : ''
  return [
    'BEGIN:VEVENT',
    `UID:${t.kode}.${t.periode}.${hari.replaceAll('-', '')}.${unit}@selaras`,
    `DTSTAMP:${made}`,
    ...icsDay(hari),
    `SUMMARY:${icsText(`${t.nama}, ${periodName(t.periode)}${done}`)}`,
    `DESCRIPTION:${icsText(`${t.waktu}. Dasar: ${t.dasar}`)}`,
    'TRANSP:TRANSPARENT',
    ...(t.ke ? [`URL:${site}${t.ke}`] : []),
    'END:VEVENT',
  ]
}
