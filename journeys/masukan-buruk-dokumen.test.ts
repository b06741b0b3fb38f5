// HTML, formulas of a spreadsheet and marks that turn the reading order, put through the API into every text that reaches a document:
// each comes out as the text that was typed, in every form of the document, and nothing of it runs.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { example } from '../src/impor/contoh.testing.ts'
import { printable } from '../src/platform/documents/printable.ts'
import { bare, PRINTERS, partsOf, stands } from '../src/platform/documents/reading.testing.ts'

const { person } = await example()
const clerk = await person('penyusun.jakpus')
const admin = await person('administrator')

const BEGINS = ['=HYPERLINK("http://jahat.example","klik")', "+cmd|' /C calc'!A0", '@SUM(1)', '-2+3', '{=1+1}']
let counted = 0
/** Another text each time, so that none is found in the place of another. */
const hostile = () =>
  `${BEGINS[counted++ % BEGINS.length]} <img src=x onerror=alert(${counted})> &amp; {{7*7}} \u202eu\u2066\u0007 #strong[${counted}]`

async function put(method: 'POST' | 'PUT' | 'PATCH', url: string, body: unknown, version?: number) {
  const answer = await (url.startsWith('/api/unit-kerja') ? admin : clerk).send(method, url, body, version)
  assert.ok(answer.status < 300, `${method} ${url}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
/** Every text of an object replaced by a hostile one; `said` collects them. */
function filled<T extends Record<string, unknown>>(shape: T, said: string[]): T {
  return Object.fromEntries(
    Object.entries(shape).map(([key, value]) => {
      if (value !== TEXT) return [key, value]
      const text = hostile()
      said.push(text)
      return [key, text]
    }),
  ) as T
}
const TEXT = 'diganti dengan teks asing'

/** What a live sheet of ours reckons: a cell, or a cell rounded. */
const OURS = /<f>(?:ROUND\()?[A-Z]+\d+(?:,\d\))?<\/f>/g

async function inEveryForm(url: string, texts: readonly string[], formula?: RegExp) {
  assert.ok(texts.length)
  for (const { name, skip } of PRINTERS) {
    if (skip) continue
    const { status, body } = await clerk.get(`${url}${url.includes('?') ? '&' : '?'}format=${name.toLowerCase()}`)
    assert.equal(status, 200, `${name} ${url}`)
    await noneActive(name, new Uint8Array(body as Buffer), texts, formula)
  }
}

/** The texts stand in the file letter for letter, and it holds nothing that a reader's program would run, fetch or reckon. */
async function noneActive(name: string, file: Uint8Array, texts: readonly string[], formula?: RegExp) {
  const { read } = PRINTERS.find((p) => p.name === name)!
  const found = bare(await read(file))
  for (const text of texts) assert.ok(stands(printable(text), found, name === 'PDF'), `${name}: ${text}`)
  for (const sign of '\u202e\u2066\u0007') assert.ok(!found.includes(sign), `${name} keeps ${sign.codePointAt(0)!.toString(16)}`)
  if (name === 'HTML') assert.doesNotMatch(new TextDecoder().decode(file), /<img|<script|<[a-z]+[^>]*\son\w+=/i)
  if (name === 'PDF') assert.doesNotMatch(Buffer.from(file).toString('latin1'), /\/(?:JavaScript|JS|Launch|URI|OpenAction)\b/)
  if (name === 'DOCX' || name === 'XLSX')
    for (const [part, xml] of await partsOf(file)) {
      if (part.startsWith('xl/worksheets/'))
        assert.doesNotMatch(formula ? xml.replaceAll(formula, '') : xml, /<f[ >/]|<hyperlink|t="(?:e|str)"/, part)
      if (part.startsWith('word/') && part.endsWith('.xml')) {
        assert.doesNotMatch(xml, /<w:hyperlink|<w:altChunk/, part)
        const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, code]) => code!.trim())
        assert.deepEqual(
          fields.filter((code) => !/^(?:PAGE|NUMPAGES|SECTIONPAGES)$/.test(code)),
          [],
          part,
        )
      }
      if (part.endsWith('.rels')) assert.doesNotMatch(xml, /TargetMode="External"/, part)
    }
}

describe('texts of every room, in every form of its document', () => {
  const unitName = hostile().slice(0, 300)
  test('the name of an office and all texts of a Perjanjian Kinerja', async () => {
    const { version } = (await admin.get('/api/unit-kerja/dki.jakpus')).body
    await put('PATCH', '/api/unit-kerja/dki.jakpus', { mulai: '2025-01-01', nama: unitName }, version)
    const { id } = await put('POST', '/api/perjanjian-kinerja', { unit: 'dki.jakpus', tahun: 2025 })
    const at = `/api/perjanjian-kinerja/${id}`
    const said = [unitName]
    const pihak = () => filled({ nama: TEXT, nip: null, jabatan: TEXT }, said)
    await put('PUT', `${at}/pihak`, { pihakPertama: pihak(), pihakKedua: pihak() }, 1)
    const sasaran = randomUUID()
    await put('PUT', `${at}/sasaran/${sasaran}`, filled({ urutan: 1, nomor: '=9*9', kelompok: 'STRATEGIS', uraian: TEXT }, said), 0)
    const line = filled({ sasaran, urutan: 1, nomor: '+1', nama: TEXT, sumberData: TEXT, pengukuran: TEXT, satuan: TEXT }, said)
    const indikator = randomUUID()
    await put('PUT', `${at}/indikator/${indikator}`, line, 0)
    await put('PUT', `${at}/indikator/${indikator}/target/TAHUNAN`, { kategori: '=SUM(A1:A9)' }, 0)
    await inEveryForm(`${at}/dokumen`, [...said, '=9*9', '=SUM(A1:A9)'])
  })

  test('all texts of a Rencana Aksi, with those it takes over from the agreement', async () => {
    const { id } = await put('POST', '/api/rencana-aksi', { unit: 'dki.jakpus', tahun: 2025 })
    const at = `/api/rencana-aksi/${id}`
    const [{ id: indikator, sasaran, nama }] = (await clerk.get(at)).body.indikator
    const said = [sasaran, nama]
    const [ra, kk] = [randomUUID(), randomUUID()]
    await put('PUT', `${at}/ra/${ra}`, filled({ indikator, uraian: TEXT }, said), 0)
    await put('PUT', `${at}/kriteria/${kk}`, filled({ ra, uraian: TEXT }, said), 0)
    const output = filled({ kk, uraian: TEXT, satuan: TEXT, triwulan: 'TW1', mitigasi: TEXT, jumlah: { nilai: '1' } }, said)
    const penanggungJawab = [hostile(), hostile()]
    await put('PUT', `${at}/output/${randomUUID()}`, { ...output, penanggungJawab }, 0)
    await inEveryForm(`${at}/dokumen`, [...said, ...penanggungJawab])
  })

  test('statements of a pohon kinerja, what is asked of another office, and the name of that office', async () => {
    const { body } = await clerk.get('/api/perencanaan/dki.jakpus/pohon/2024')
    const [root] = body.simpul
    const said: string[] = []
    const kode = 'T9'
    const node = filled({ dokumen: root.dokumen, kode, jenis: root.jenis, induk: root.induk, pernyataan: TEXT }, said)
    const { id } = await put('POST', '/api/perencanaan/dki.jakpus/simpul', node)
    const { version } = (await admin.get('/api/unit-kerja/dki.bkd')).body
    await put('PATCH', '/api/unit-kerja/dki.bkd', filled({ mulai: '2025-01-01', nama: TEXT }, said), version)
    // What is asked stands on the page of the tree; its document names only the office that is asked.
    await put('POST', '/api/perencanaan/dki.jakpus/crosscutting', { simpul: id, unit: 'dki.bkd', kontribusi: hostile() })
    await inEveryForm('/api/perencanaan/dki.jakpus/pohon/2024/dokumen', said)
  })

  test('all texts of the kamus indikator', async () => {
    const said: string[] = []
    const versi = filled(
      { nama: TEXT, definisi: TEXT, caraUkur: TEXT, sumberData: TEXT, keterangan: TEXT, satuan: '=1+1', berlakuDari: '2024-01-01' },
      said,
    )
    const dasarHukum = [hostile()]
    const kinds = { jenisNilai: 'ANGKA', polaritas: 'MAKSIMAL', agregasi: 'TERAKHIR' }
    await put('POST', '/api/indikator', { unit: 'dki.jakpus', kode: 'ASING', versi: { ...versi, ...kinds, dasarHukum } })
    await inEveryForm('/api/kamus/dki.jakpus/dokumen?tahun=2024&indikator=ASING', [...said, ...dasarHukum, '=1+1'])
  })

  test('the tables of Bab III and the list of all offices, with what they take from the other rooms', async () => {
    const { nama } = (await clerk.get('/api/kamus/dki.jakpus/ASING?tahun=2025')).body.entri
    const sheet = { cara: 'NILAI', tercetak: '88,5', keterangan: hostile(), hambatan: hostile(), tindakLanjut: hostile() }
    await put('PUT', '/api/pengisian/dki.jakpus/ASING/2025-TW4', sheet, 0)
    await inEveryForm('/api/capaian/dki.jakpus/dokumen?tahun=2025', [unitName, nama])
    await inEveryForm('/api/provinsi/dokumen?periode=2025', [unitName])
  })

  test('the evidence under a value: the name of its file, its page and who issued it', async () => {
    const said: string[] = []
    const nama = '=1+1 <script>alert(1)<script>.pdf'
    const { body } = await clerk.upload('/api/bukti/dki.jakpus', nama, Buffer.from('%PDF-1.4\n%%EOF\n'))
    const bukti = [filled({ sha256: body.sha256, halaman: '=1+2', penerbit: TEXT }, said)]
    await put('PUT', '/api/pengisian/dki.jakpus/ASING/2025-TW3', { cara: 'NILAI', tercetak: '87,5', bukti }, 0)
    await inEveryForm(
      '/api/jelaskan/dokumen?unit=dki.jakpus&kode=ASING&periode=2025-TW3',
      [...said, '_1_1 _script_alert(1)_script_.pdf', '=1+2'],
      OURS,
    )
  })

  test('the audit trail, which repeats what was typed', async () => {
    const alasan = hostile()
    const bappeda = await person('bappeda')
    const period = (body: object, seen: number) => bappeda.send('PUT', '/api/periode/2025-TW1', body, seen)
    assert.equal((await period({ status: 'TERBUKA', dibuka: '2025-04-01', batas: '2025-04-15' }, 0)).status, 200)
    assert.equal((await period({ status: 'DITUTUP' }, 1)).status, 200)
    assert.equal((await period({ status: 'TERBUKA', alasan }, 2)).status, 200)
    const { body } = await (await person('inspektur')).get('/api/audit/unduh?subject=periode/2025-TW1')
    await noneActive('XLSX', new Uint8Array(body as Buffer), [alasan])
  })
})
