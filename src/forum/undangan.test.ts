import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { undanganIcs } from './undangan.ts'

const jadwal = {
  tanggal: '2026-02-10',
  mulai: '09:00',
  selesai: '11:30',
  tempat: 'Ruang Pola; lantai 2',
  agenda: 'Pembahasan, mitigasi\nlalu penutup',
  urutan: 0,
  recordedAt: '2026-02-03T04:05:06.000Z',
}
const kepala = { jabatan: 'kepala.dki.bkd', namaJabatan: 'Plt. Kepala "BKD"', nama: 'Chaidir' }
const acara = (more: Partial<Parameters<typeof undanganIcs>[0]> = {}) =>
  undanganIcs({ id: 'a1', judul: 'Forum 2026: BKD', jadwal, pengundang: kepala, undangan: [kepala], ...more })

/** As a calendar reads it: lines unfolded, names and values apart. */
function read(ics: string): Map<string, string> {
  assert.ok(ics.endsWith('END:VCALENDAR\r\n'))
  const lines = ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
  for (const line of lines) assert.match(line, /^[A-Z-]+[:;]/, line)
  return new Map(lines.map((line) => [/^[A-Z-]+/.exec(line)![0], line.slice(/^[A-Z-]+/.exec(line)![0].length)]))
}
const textOf = (value: string) => value.slice(1).replace(/\\([\\;,nN])/g, (_, c) => (/n/i.test(c) ? '\n' : c))

describe('the invitation', () => {
  test('is a request with the times of Jakarta in UTC, and the same schedule gives the same bytes', () => {
    const lines = read(acara())
    assert.deepEqual(
      ['METHOD', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND'].map((name) => lines.get(name)),
      [':REQUEST', ':a1@selaras', ':0', ':20260203T040506Z', ':20260210T020000Z', ':20260210T043000Z'],
    )
    assert.equal(textOf(lines.get('LOCATION')!), jadwal.tempat)
    assert.equal(textOf(lines.get('DESCRIPTION')!), jadwal.agenda)
    assert.equal(acara(), acara())
  })
  test('names each office in quotes, with nothing that could end them', () => {
    const attendee = read(acara()).get('ATTENDEE')!
    assert.ok(attendee.includes(`CN="Chaidir, Plt. Kepala ^'BKD^'"`), attendee)
    assert.ok(attendee.endsWith(':urn:x-selaras:kepala.dki.bkd'))
  })
  test('cannot be made to say something else by a hostile title', () => {
    const judul = 'Rapat\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:lain@contoh;\\n, "x"\u0000\u001b'
    const ics = acara({ judul, undangan: [{ ...kepala, nama: 'A"\r\nX-LAIN:1' }] })
    const lines = ics.replace(/\r\n /g, '').split('\r\n')
    assert.equal(lines.filter((l) => l === 'BEGIN:VEVENT').length, 1)
    assert.equal(lines.filter((l) => l.startsWith('ATTENDEE')).length, 1)
    assert.ok(!lines.some((l) => l.startsWith('X-LAIN')))
    assert.equal(textOf(read(ics).get('SUMMARY')!), 'Rapat\nEND:VEVENT\nBEGIN:VEVENT\nATTENDEE:mailto:lain@contoh;\\n, "x"')
  })
  test('no line is longer than 75 octets, and no letter is cut in two, whatever the title', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(texts, (judul) => {
        const ics = acara({ judul })
        for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
        const kept = judul
          .replace(/\r\n?/g, '\n')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        assert.equal(textOf(read(ics).get('SUMMARY')!), kept)
      }),
      { seed: 4, numRuns: 300 },
    )
  })
})
