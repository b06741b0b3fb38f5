// node bin/gambar-dokumen.ts: a picture of every page of every document of the example, into gambar/dokumen/ (not in git),
// to be looked at. Needs pdftoppm (poppler-utils).
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { example, type Person } from '../src/impor/contoh.testing.ts'
import { draftPk } from '../src/perjanjian-kinerja/contoh.testing.ts'

const OUT = join(import.meta.dirname, '../gambar/dokumen')
const TAHUN = [2023, 2024, 2025]

const sent = async (answer: ReturnType<Person['send']>) => {
  const { status, body } = await answer
  if (status >= 300) throw new Error(body.detail)
  return body
}

/** A forum of a draft, with the advice of two on it. */
async function forum(person: (username: string) => Promise<Person>): Promise<string> {
  const [clerk, head, biro] = (await Promise.all(['penyusun.bkd', 'kepala.bkd', 'biro.pemerintahan'].map(person))) as [
    Person,
    Person,
    Person,
  ]
  const ask: Parameters<typeof draftPk>[0] = (method, url, body, version) => sent(clerk.send(method, url, body, version))
  const pk = await draftPk(ask, 'dki.bkd', 2026, ['MR', 'KOMBEL'])
  const { version } = (await head.get(`/api/perjanjian-kinerja/${pk}/langkah`)).body
  await sent(head.send('POST', `/api/perjanjian-kinerja/${pk}/langkah`, { act: 'ajukan' }, version))
  const jadwal = { tanggal: '2026-02-10', mulai: '09:00', selesai: '11:30', tempat: 'Balai Kota', agenda: 'Konsep PK 2026' }
  const { id } = await sent(biro.send('POST', '/api/forum', { jenis: 'PENYUSUNAN', unit: 'dki.bkd', tahun: 2026, jadwal }))
  const advice = (peran: string, isi?: string) => ({ peran, ...(isi && { naskah: pk, isi }) })
  for (const [who, saran] of [
    ['inspektur', advice('INSPEKTUR', 'Lengkapi mitigasi risiko pada indikator pertama.')],
    ['bappeda', advice('BAPPEDA', 'Sesuaikan target triwulan III dengan Renstra.')],
    ['biro.orb', advice('BIRO_ORB')],
  ] as const)
    await sent((await person(who)).send('POST', `/api/forum/${id}/saran`, saran))
  return id
}

/** A report of one table whose total is not the sum of its rows, as it was checked. */
async function reviu(mayor: Person): Promise<string> {
  const rows = ['Kecamatan\tTarget\tRealisasi', 'Gambir\t10\t20', 'Menteng\t15\t25', 'Jumlah\t25\t46']
  const head = [
    '# LAPORAN KINERJA INSTANSI PEMERINTAH',
    'Kota Administrasi Jakarta Pusat Tahun 2024',
    'Tabel 1. Kegiatan menurut kecamatan',
  ]
  const text = [...head, rows.join('\n'), ''].join('\n\n')
  const { status, body } = await mayor.upload('/api/reviu/dki.jakpus', 'lkip.txt', Buffer.from(text))
  if (status !== 201) throw new Error(body.detail)
  return body.id
}

test('gambar dokumen', async () => {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const { person } = await example()
  const people = { 'dki.bkd': await person('kepala.bkd'), 'dki.jakpus': await person('walikota.jakpus') }
  const of = (unit: string) => people[unit as 'dki.bkd'] ?? people['dki.jakpus']
  type Ringkas = { id: string; unit: string; tahun: number; versi: number }
  const addresses = new Map<string, readonly [unit: string, address: string]>()
  for (const room of ['perjanjian-kinerja', 'rencana-aksi'])
    for (const { id, unit, tahun, versi } of (await people['dki.jakpus'].get(`/api/${room}?batas=200`)).body.isi as Ringkas[]) {
      addresses.set(`${room}-${unit}-${tahun}-${versi}`, [unit, `/api/${room}/${id}/dokumen`])
    }
  for (const unit of Object.keys(people))
    for (const tahun of TAHUN) {
      addresses.set(`capaian-${unit}-${tahun}`, [unit, `/api/capaian/${unit}/dokumen?tahun=${tahun}`])
      addresses.set(`pohon-${unit}-${tahun}`, [unit, `/api/perencanaan/${unit}/pohon/${tahun}/dokumen`])
      addresses.set(`kamus-${unit}-${tahun}`, [unit, `/api/kamus/${unit}/dokumen?tahun=${tahun}`])
    }
  addresses.set('provinsi-2024', ['dki.bkd', '/api/provinsi/dokumen?periode=2024'])
  for (const kode of ['IKL', 'NKA'])
    addresses.set(`jelaskan-${kode}-2024`, ['dki.jakpus', `/api/jelaskan/dokumen?unit=dki.jakpus&kode=${kode}&periode=2024`])
  addresses.set('koordinasi-2025', ['biro', '/api/koordinasi/2025/dokumen?naskah=RA'])
  const sides = 'unit=dki.jakpus&tahun=2024&dari=2023.v1&ke=v1'
  addresses.set('perbandingan-dki.jakpus-2024', ['dki.jakpus', `/api/perjanjian-kinerja/perbandingan/dokumen?${sides}`])
  addresses.set('notulen-dki.bkd-2026', ['biro', `/api/forum/${await forum(person)}/dokumen`])
  addresses.set('reviu-dki.jakpus-2024', ['dki.jakpus', `/api/reviu/${await reviu(people['dki.jakpus'])}/dokumen`])
  const biro = await person('biro.pemerintahan')
  for (const [name, [unit, address]] of addresses) {
    const { status, body } = await (unit === 'biro' ? biro : of(unit)).get(address)
    if (status !== 200) {
      console.log(`${name}: ${status} ${body.detail}`)
      continue
    }
    writeFileSync(join(OUT, `${name}.pdf`), body)
    execFileSync('pdftoppm', ['-r', '70', '-png', join(OUT, `${name}.pdf`), join(OUT, name)])
  }
})
