// node bin/gambar-dokumen.ts: a picture of every page of every document of the example, into gambar/dokumen/ (not in git),
// to be looked at. Needs pdftoppm (poppler-utils).
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'

const OUT = join(import.meta.dirname, '../gambar/dokumen')
const TAHUN = [2023, 2024, 2025]

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
  for (const [name, [unit, address]] of addresses) {
    const { status, body } = await of(unit).get(address)
    if (status !== 200) {
      console.log(`${name}: ${status} ${body.detail}`)
      continue
    }
    writeFileSync(join(OUT, `${name}.pdf`), body)
    execFileSync('pdftoppm', ['-r', '70', '-png', join(OUT, `${name}.pdf`), join(OUT, name)])
  }
})
