// Saving one cell of an agreement of 30 rows, each joined to the dictionary, and reading what all rules see afterwards: what a
// drafter waits for at each cell, on the embedded database.
import { rm } from 'node:fs/promises'
import { type APIResponse, request } from 'playwright-core'
import { draftOf } from './draft.ts'
import { measured, percentile, timed, type Workload } from './measure.ts'
import { newFolder } from './province.ts'
import { startServing } from './serve.ts'

const ROWS = 30
const CELLS = 100
const UNIT = 'dki.jakpus'
const YEAR = 2026

export const simpanSel: Workload = async (tell) => {
  const folder = newFolder()
  const serving = await startServing(folder)
  const client = await request.newContext({ baseURL: serving.address })
  const well = async (answer: APIResponse) => {
    if (!answer.ok()) throw new Error(`${answer.url()}: ${await answer.text()}`)
    return answer.json()
  }
  try {
    const id = await draftOf(client, UNIT, YEAR, ROWS)
    const url = `/api/perjanjian-kinerja/${id}`
    const { isi: kamus } = await well(await client.get(`/api/indikator?unit=${UNIT}&berlaku=${YEAR}-12-31&batas=200`))
    const [sasaran] = (await well(await client.get(url))).sasaran
    const put = (path: string, data: object, version: number) =>
      client.put(`${url}/${path}`, { data, headers: { 'if-match': `"${version}"` } }).then(well)
    let joined = 0
    for (const [at, { id: baris, urutan, nama, satuan, version }] of sasaran.indikator.entries()) {
      const kode = kamus[at]?.kode ?? null
      if (kode) joined++
      await put(`indikator/${baris}`, { sasaran: sasaran.id, urutan, nama, satuan, kode }, version)
    }
    tell(`${sasaran.indikator.length} rows, ${joined} of them joined to the dictionary`)
    const line = sasaran.indikator[0]
    const cells: number[] = []
    const bare: number[] = []
    let version = line.target.TAHUNAN.version
    for (let n = 0; n < CELLS; n++) {
      const { ms } = await timed(async () => {
        version = (await put(`indikator/${line.id}/target/TAHUNAN`, { nilai: `9${n % 10}` }, version)).version
        await well(await client.get(`${url}/temuan`))
      })
      cells.push(ms)
      const twice = async () => {
        await client.get('/api/sesi')
        await client.get('/api/sesi')
      }
      bare.push((await timed(twice)).ms)
    }
    const reference = { what: 'asking twice who is signed in', value: percentile(bare, 95) }
    const what = `a cell saved and all rules read, ${ROWS} rows, p95 of ${CELLS}`
    return [measured({ what, value: percentile(cells, 95), unit: 'ms' }, { reference, most: 100 })]
  } finally {
    await client.dispose()
    await serving.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
