// A draft agreement of any length, made through the program's own API.
import type { APIRequestContext } from 'playwright-core'

/** One sasaran with `rows` indicators and a yearly target each; signs in as the drafter of Jakarta Pusat. Its id. */
export async function draftOf(request: APIRequestContext, unit: string, tahun: number, rows: number): Promise<string> {
  const send = async (method: 'POST' | 'PUT', url: string, data: object) => {
    const answer = await request.fetch(url, { method, data, headers: method === 'PUT' ? { 'if-match': '"0"' } : {} })
    if (!answer.ok()) throw new Error(`${method} ${url}: ${await answer.text()}`)
    return answer.json()
  }
  await send('POST', '/api/sesi', { username: 'penyusun.jakpus', password: 'selaras-contoh' })
  const { id } = await send('POST', '/api/perjanjian-kinerja', { unit, tahun })
  const sasaran = crypto.randomUUID()
  const url = `/api/perjanjian-kinerja/${id}`
  await send('PUT', `${url}/sasaran/${sasaran}`, { urutan: 1, nomor: '1', kelompok: 'STRATEGIS', uraian: 'Sasaran uji' })
  for (let urutan = 1; urutan <= rows; urutan++) {
    const line = { sasaran, urutan, nama: `Persentase uji ke-${urutan}`, satuan: 'Persen', pengukuran: 'Bagian dari keseluruhan.' }
    const baris = crypto.randomUUID()
    await send('PUT', `${url}/indikator/${baris}`, line)
    await send('PUT', `${url}/indikator/${baris}/target/TAHUNAN`, { nilai: '100' })
  }
  return id
}
