import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { readNaskah } from './commands-naskah.ts'

test('a table of a hundred thousand rows is given up in time, and the program goes on meanwhile', async () => {
  const header = 'No\tSasaran\tIndikator Kinerja\tSumber Data\tTW I\tTW II\tTW III\tTW IV\tTahunan\tSatuan'
  const rows = Array.from(
    { length: 100_000 },
    (_, i) => `${i}\tSasaran ${i}\tIndikator ${i}\te-Kinerja\tN/A\t10\t20\t30\t30\tPersen`,
  )
  let ticks = 0
  const clock = setInterval(() => ticks++, 20)
  const read = await readNaskah(Buffer.from([header, ...rows].join('\n')), 'pk', { timeout: 1500 })
  clearInterval(clock)
  assert.ok(isRefusal(read) && read.refused === 'TERLALU_BESAR')
  assert.ok(ticks > 10, `${ticks}`)
})
