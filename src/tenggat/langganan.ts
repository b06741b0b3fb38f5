// The calendar that a program reads by itself: deadlines and forums of all offices that somebody sees, as titles, days and names only.
import { icsDay, icsInstant, icsLines, icsText, jakartaInstant } from '../platform/kernel/icalendar.ts'
import { type Day, periodName } from '../platform/kernel/time.ts'
import type { TenggatHari } from './tenggat.ts'

export type TenggatUnit = TenggatHari & { readonly kantor: string }
export type JadwalForum = {
  readonly id: string
  readonly judul: string
  readonly tanggal: Day
  readonly mulai: string
  readonly selesai: string
}
/** So many offices are named; of more the number says enough. */
const NAMED = 20

/** `now`: when it is read. The same deadline of many offices on one day is one event, so that a coordinator sees days, not 800 lines. */
export function langgananIcs(nama: string, tenggat: readonly TenggatUnit[], forum: readonly JadwalForum[], now: Date): string {
  const stamp = icsInstant(now)
  const days = Map.groupBy(
    tenggat.filter((t) => t.hari !== null),
    (t) => `${t.kode}.${t.periode}.${t.hari!.replaceAll('-', '')}`,
  )
  return icsLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Selaras//Langganan//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(nama)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...[...days].flatMap(([uid, same]) => deadline(uid, same, stamp)),
    ...forum.flatMap((f) => meeting(f, stamp)),
    'END:VCALENDAR',
  ])
}

function deadline(uid: string, same: readonly TenggatUnit[], stamp: string): string[] {
  const [{ nama, periode, hari }] = same as [TenggatUnit]
  const open = same.filter((t) => t.keadaan !== 'SELESAI')
  const who = (open.length ? open : same).map((t) => t.kantor)
  const whose = who.length === 1 ? who[0]! : `${who.length} perangkat daerah`
  return [
    'BEGIN:VEVENT',
    `UID:${uid}.langganan@selaras`,
    `DTSTAMP:${stamp}`,
    ...icsDay(hari!),
    `SUMMARY:${icsText(`${nama}, ${periodName(periode)}: ${whose}${open.length ? '' : ' (selesai)'}`)}`,
    ...(who.length > 1 ? [`DESCRIPTION:${icsText(listed(who))}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const listed = (names: readonly string[]) =>
  names.slice(0, NAMED).join('\n') + (names.length > NAMED ? `\ndan ${names.length - NAMED} lainnya` : '')

/** Its place and agenda stand in the invitation. An event of its own: what was accepted there is not moved from here. */
const meeting = ({ id, judul, tanggal, mulai, selesai }: JadwalForum, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:forum.${id}.langganan@selaras`,
  `DTSTAMP:${stamp}`,
  `DTSTART:${jakartaInstant(tanggal, mulai)}`,
  `DTEND:${jakartaInstant(tanggal, selesai)}`,
  `SUMMARY:${icsText(judul)}`,
  'END:VEVENT',
]
