// The invitation as a calendar object (RFC 5545, RFC 5546 REQUEST): the same schedule gives the same bytes, a changed one the
// same UID with a higher SEQUENCE, so that a calendar moves the event and does not add another.
import type { Jadwal, Undangan } from './forum.ts'

type Acara = {
  readonly id: string
  readonly judul: string
  readonly jadwal: Jadwal & { readonly urutan: number; readonly recordedAt: string }
  readonly pengundang: Pick<Undangan, 'jabatan' | 'namaJabatan'>
  readonly undangan: readonly Pick<Undangan, 'jabatan' | 'namaJabatan' | 'nama'>[]
}

const encoder = new TextEncoder()
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** A value of type TEXT (3.3.11). */
const text = (value: string) =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\n/g, '\\n')
/** A quoted parameter (3.2, with RFC 6868 for what may not stand in quotes). */
const quoted = (value: string) =>
  `"${value.replace(/\r\n?/g, '\n').replace(CONTROL, '').replace(/\^/g, '^^').replace(/"/g, "^'").replace(/\n/g, '^n')}"`
const instant = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')
/** Jakarta has been seven hours before UTC since 1964, without summer time. */
const inUtc = (tanggal: string, jam: string) => instant(new Date(`${tanggal}T${jam}:00+07:00`))
/** An office has an address here, not a mailbox: a calendar needs a URI that names it. */
const address = (jabatan: string) => `urn:x-selaras:${encodeURIComponent(jabatan)}`

/** Lines of at most 75 octets, folded between characters (3.1). */
function fold(line: string): string {
  const lines: string[] = []
  let now = ''
  let size = 0
  for (const char of line) {
    const octets = encoder.encode(char).length
    if (size + octets > 75) {
      lines.push(now)
      now = ' '
      size = 1
    }
    now += char
    size += octets
  }
  return [...lines, now].join('\r\n')
}

export function undanganIcs({ id, judul, jadwal, pengundang, undangan }: Acara): string {
  const attendee = (u: Acara['undangan'][number]) =>
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=${quoted(u.nama ? `${u.nama}, ${u.namaJabatan}` : u.namaJabatan)}:${address(u.jabatan)}`
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Selaras//Forum//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${id}@selaras`,
    `SEQUENCE:${jadwal.urutan}`,
    `DTSTAMP:${instant(new Date(jadwal.recordedAt))}`,
    `DTSTART:${inUtc(jadwal.tanggal, jadwal.mulai)}`,
    `DTEND:${inUtc(jadwal.tanggal, jadwal.selesai)}`,
    `SUMMARY:${text(judul)}`,
    `LOCATION:${text(jadwal.tempat)}`,
    `DESCRIPTION:${text(jadwal.agenda)}`,
    'STATUS:CONFIRMED',
    `ORGANIZER;CN=${quoted(pengundang.namaJabatan)}:${address(pengundang.jabatan)}`,
    ...undangan.map(attendee),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n')
}
