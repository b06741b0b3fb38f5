import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Workbook } from '@cj-tech-master/excelts'
import { isRefusal, type RefusalCode } from '../../kernel/refusal.ts'
import type { Document } from '../blocks.ts'
import { toDocx } from '../docx.ts'
import { toPdf } from '../pdf.ts'
import { partsOf } from './archive.ts'
import { EMPTY_PDF, LOCKED_PDF, office, zipBomb } from './bad-input.testing.ts'
import { readPaper } from './read-paper.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

async function refused(file: Uint8Array, code: RefusalCode, says: RegExp, options?: Parameters<typeof readPaper>[1]) {
  const outcome = await readPaper(file, options)
  assert.ok(isRefusal(outcome), `read as ${JSON.stringify(outcome).slice(0, 200)}`)
  assert.equal(outcome.refused, code, outcome.detail)
  assert.match(outcome.detail, says)
}
async function texts(file: Uint8Array): Promise<string> {
  const paper = await readPaper(file)
  assert.ok(!isRefusal(paper), JSON.stringify(paper))
  const cells = paper.blocks.flatMap((b) => (b.kind === 'table' ? b.rows.flatMap((r) => r.cells.map((c) => c.text)) : []))
  return [...paper.blocks.map((b) => ('text' in b ? b.text : '')), ...cells, ...paper.doubts.map((d) => d.detail)].join('\n')
}

const PAPER: Document = {
  title: 'Naskah uji',
  language: 'id',
  author: 'Contoh',
  timestamp: '2025-01-01T00:00:00.000Z',
  footer: 'Naskah uji',
  sections: [
    {
      name: 'Isi',
      orientation: 'portrait',
      blocks: [{ kind: 'paragraph', text: 'Capaian tahun ini seratus persen dari target.' }],
    },
  ],
}
const word = (body: string, head = '') => ({
  '[Content_Types].xml': '<Types/>',
  'word/document.xml': `<?xml version="1.0"?>${head}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
})

describe('what cannot be read is refused, with what to do instead', () => {
  test('an empty file', () => refused(new Uint8Array(), 'TIDAK_VALID', /kosong/))
  test('a DOCX and a PDF that were cut off', async () => {
    const docx = await toDocx(PAPER)
    await refused(docx.slice(0, docx.length / 2), 'TIDAK_VALID', /rusak atau terpotong/)
    const pdf = toPdf(PAPER)
    await refused(pdf.slice(0, 300), 'TIDAK_VALID', /rusak atau terpotong/)
  })
  test('pictures, programs, old Word, other archives, RTF', async () => {
    await refused(latin('\xff\xd8\xff\xe0 JFIF'), 'JENIS_BERKAS', /gambar.*OCR/)
    await refused(latin('\x7fELF\x02\x01\x01\0\0\0\0'), 'JENIS_BERKAS', /bukan teks/)
    await refused(latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 lama'), 'JENIS_BERKAS', /DOC, XLS/)
    await refused(await office({ 'a.txt': 'x' }), 'JENIS_BERKAS', /bukan DOCX/)
    await refused(bytes('{\\rtf1 a}'), 'JENIS_BERKAS', /RTF/)
  })
  test('OpenDocument', async () => {
    await refused(await office({ mimetype: 'application/x', 'content.xml': '<x/>' }), 'JENIS_BERKAS', /ODT, ODS.*DOCX/)
  })
  test('a workbook with entities of its own', async () => {
    const book = new Workbook()
    book.addWorksheet('Lembar').getCell('A1').value = 'Isi'
    const { parts } = await partsOf(new Uint8Array(await book.xlsx.writeBuffer()), () => true)
    const sheet = parts.get('xl/worksheets/sheet1.xml')!
    const own = sheet
      .replace(/(<\?xml[^>]*>)?/, '$1<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>')
      .replace('<sheetData', '&a;<sheetData')
    await refused(await office({ ...Object.fromEntries(parts), 'xl/worksheets/sheet1.xml': own }), 'TIDAK_VALID', /rusak/)
  })
  test('a file with a password', async () => {
    const container = Buffer.concat([
      Buffer.from(latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    await refused(container, 'JENIS_BERKAS', /kata sandi/)
    await refused(latin(LOCKED_PDF), 'JENIS_BERKAS', /kata sandi/)
  })
  test('a PDF of pictures', () => refused(latin(EMPTY_PDF), 'JENIS_BERKAS', /hanya berisi gambar.*OCR/))
  test('macros', async () => refused(await office({ ...word('<w:p/>'), 'word/vbaProject.bin': 'x' }), 'JENIS_BERKAS', /makro/))
})

describe('memory and time are bounded', () => {
  test('a ZIP that would unpack to more than is allowed is not unpacked', async () => {
    const bomb = await zipBomb()
    assert.ok(bomb.length < 2 ** 20)
    await refused(bomb, 'TERLALU_BESAR', /setelah dibuka/)
  })
  test('500 MB are not looked at', async () => {
    const start = performance.now()
    await refused(new Uint8Array(500 * 2 ** 20), 'TERLALU_BESAR', /500 MB/)
    assert.ok(performance.now() - start < 2000)
  })
  test('a text of 30 MB, and a line of two million signs', async () => {
    await refused(bytes('kata '.repeat(6 * 2 ** 20)), 'TERLALU_BESAR', /30 MB/)
    await refused(bytes('x'.repeat(2 * 2 ** 20)), 'TIDAK_VALID', /Satu baris/)
  })
  test('who takes too long or too much memory is stopped', async () => {
    const endless = bytes(`No\tNama\n${Array.from({ length: 200_000 }, (_, i) => `${i}\tBaris ${i}`).join('\n')}`)
    await refused(endless, 'TERLALU_BESAR', /terlalu rumit/, { timeout: 30 })
    await refused(endless, 'TERLALU_BESAR', /terlalu rumit/, { memory: 24 })
  })
})

describe('nothing is executed or fetched', () => {
  test('external entities of a DOCX and scripts of a page are not part of its text', async () => {
    const secret = pathToFileURL(import.meta.filename).href
    const head = `<!DOCTYPE w [<!ENTITY rahasia SYSTEM "${secret}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`
    const docx = await office(word('<w:p><w:r><w:t>Isi &rahasia; &b; tetap</w:t></w:r></w:p>', head))
    const text = await texts(docx)
    assert.match(text, /Isi .* tetap/)
    assert.doesNotMatch(text, /nothing is executed|aaaaaaaaaa/)
    const mark = join(tmpdir(), `selaras-${process.pid}-dijalankan`)
    rmSync(mark, { force: true })
    const page = bytes(
      `<html><body><script>require('fs').writeFileSync(${JSON.stringify(mark)},'')</script><p onclick="x()">Tampak</p><p hidden>Tersembunyi</p></body></html>`,
    )
    assert.equal((await texts(page)).trim(), 'Tampak')
    assert.ok(!existsSync(mark))
  })
  test('what a reader of the page does not see is not read: deleted and hidden text, hidden sheets', async () => {
    const run = (text: string, more = '') => `<w:r>${more}<w:t>${text}</w:t></w:r>`
    const docx = await office(
      word(`<w:p>${run('tampak')}<w:del>${run('dihapus')}</w:del>${run('rahasia', '<w:rPr><w:vanish/></w:rPr>')}</w:p>`),
    )
    assert.equal((await texts(docx)).trim(), 'tampak')
    const book = new Workbook()
    book.addWorksheet('Tampak').getCell('A1').value = 'isi'
    const hidden = book.addWorksheet('Rahasia')
    hidden.state = 'hidden'
    hidden.getCell('A1').value = 'tersembunyi'
    const text = await texts(new Uint8Array(await book.xlsx.writeBuffer()))
    assert.match(text, /isi/)
    assert.doesNotMatch(text, /tersembunyi\n|^tersembunyi/)
    assert.match(text, /Lembar "Rahasia" disembunyikan/)
  })
})

describe('encodings', () => {
  test('a page of HTML may stand on one line', async () => {
    const page = `<html><body><p>Awal</p>${'<p>kata</p>'.repeat(100_000)}</body></html>`
    assert.match(await texts(bytes(page)), /^Awal/)
  })
  test('UTF-8 with a mark, UTF-16 and Windows-1252 are the same text; the last is said to be a guess', async () => {
    const text = 'Capaian ≥ 90 “baik”\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const file of [bytes(`\ufeff${text}`), new Uint8Array(utf16)]) assert.equal((await texts(file)).trim(), text.trim())
    const windows = await readPaper(latin('Capaian \x93baik\x94\n'))
    assert.ok(!isRefusal(windows))
    assert.deepEqual(
      windows.blocks.map((b) => ('text' in b ? b.text : '')),
      ['Capaian “baik”'],
    )
    assert.equal(windows.doubts[0]?.why, 'ENCODING')
  })
})
