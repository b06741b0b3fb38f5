// The invitation as a calendar object (RFC 5545, RFC 5546 REQUEST): the same schedule gives the same bytes, a changed one the
// same UID with a higher SEQUENCE, so that a calendar moves the event and does not add another.
import { icsInstant, icsLines, icsText, jakartaInstant, plain } from '../platform/kernel/icalendar.ts'
import type { Jadwal, Undangan } from './forum.ts'

type Acara = {
  readonly id: string
  readonly judul: string
  readonly jadwal: Jadwal & { readonly urutan: number; readonly recordedAt: string }
  readonly pengundang: Pick<Undangan, 'jabatan' | 'namaJabatan'>
  readonly undangan: readonly Pick<Undangan, 'jabatan' | 'namaJabatan' | 'nama'>[]
}

/** A quoted parameter (3.2, with RFC 6868 for what may not stand in quotes). */
const quoted = (value: string) => `"${plain(value).replace(/\^/g, '^^').replace(/"/g, "^'").replace(/\n/g, '^n')}"`
/** An office has an address here, not a mailbox: a calendar needs a URI that names it. */
const address = (jabatan: string) => `urn:x-selaras:${encodeURIComponent(jabatan)}`

export function undanganIcs({ id, judul, jadwal, pengundang, undangan }: Acara): string {
  const attendee = (u: Acara['undangan'][number]) =>
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=${quoted(u.nama ? `${u.nama}, ${u.namaJabatan}` : u.namaJabatan)}:${address(u.jabatan)}`
  return icsLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Selaras//Forum//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${id}@selaras`,
    `SEQUENCE:${jadwal.urutan}`,
    `DTSTAMP:${icsInstant(new Date(jadwal.recordedAt))}`,
    `DTSTART:${jakartaInstant(jadwal.tanggal, jadwal.mulai)}`,
    `DTEND:${jakartaInstant(jadwal.tanggal, jadwal.selesai)}`,
    `SUMMARY:${icsText(judul)}`,
    `LOCATION:${icsText(jadwal.tempat)}`,
    `DESCRIPTION:${icsText(jadwal.agenda)}`,
    'STATUS:CONFIRMED',
    `ORGANIZER;CN=${quoted(pengundang.namaJabatan)}:${address(pengundang.jabatan)}`,
    ...undangan.map(attendee),
    'END:VEVENT',
    'END:VCALENDAR',
  ])
}
