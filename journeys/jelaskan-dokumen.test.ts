// Where 104,08 comes from, taken away: as a paper, and as a workbook that another program computes to the same value.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { example } from '../src/impor/contoh.testing.ts'

const SOFFICE = process.env.SELARAS_SOFFICE ?? '/usr/bin/soffice'
const { person, visitor } = await example()
const walikota = await person('walikota.jakpus')
const AT = '/api/jelaskan/dokumen?unit=dki.jakpus&kode=IKL&periode=2024'
const bytes = async (format: string, at = AT) => {
  const { status, body, headers } = await walikota.get(`${at}&format=${format}`)
  assert.equal(status, 200)
  return { content: Buffer.from(body as Uint8Array), headers }
}

describe('the explanation as a document', () => {
  test('the paper leads from capaian to the kelurahan, the line of the paper and who recorded it', async () => {
    const html = (await bytes('html')).content.toString('utf8').replace(/\u00ad/g, '')
    for (const word of [
      '104,08',
      '97,76528608630952380952380952380952',
      '1.1.1. IKM Semester I 2024',
      'Petojo Utara',
      '82,36',
      '003_7ac1d614aa532084.txt:1935',
      'PermenPANRB 14/2017',
      'Dilaporkan dalam naskah',
      'capaian 104,09',
    ])
      assert.ok(html.includes(word), word)
  })
  test('it comes in every form, as a download, the same bytes each time', async () => {
    for (const format of ['pdf', 'docx', 'xlsx']) {
      const [one, two] = [await bytes(format), await bytes(format)]
      assert.match(String(one.headers['content-disposition']), /^attachment; filename\*=UTF-8''Penjelasan%20Nilai%20IKL%202024\./)
      assert.deepEqual(one.content, two.content, format)
    }
  })
  test('the workbook holds formulas all the way down, and texts are never formulas', async () => {
    const book = new Workbook()
    await book.xlsx.load((await bytes('xlsx')).content)
    const first = book.getWorksheet('Hasil')!
    assert.equal(first.getCell('B8').formula, 'MAX(0,B5/B7*100)')
    assert.equal(first.getCell('E16').formula, 'AVERAGE(Hasil!$E$17,Hasil!$E$20)')
    assert.match(first.getCell('E18').formula ?? '', /^AVERAGE\('Hitungan 3'!/)
    assert.match(book.getWorksheet('Hitungan 3')!.getCell('A2').formula ?? '', /^AVERAGE\('Data 3'!/)
    assert.equal(first.getCell('B13').value, 'Tidak ada: tidak satu pun nilai tepat di tengah pembulatan.')
    assert.ok(book.getWorksheet('Catatan dan bukti')!.rowCount > 5)
  })
  test('LibreOffice computes 104,08 from the downloaded file, from the raw input up', {
    skip: !existsSync(SOFFICE) && 'LibreOffice is not here',
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'selaras-jelaskan-'))
    try {
      // The values that were written beside the formulas are spoiled, so that only what is computed anew can be right.
      const book = new Workbook()
      await book.xlsx.load((await bytes('xlsx')).content)
      for (const sheet of book.worksheets)
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.formula) cell.value = { formula: cell.formula }
          }),
        )
      writeFileSync(join(folder, 'ikl.xlsx'), new Uint8Array(await book.xlsx.writeBuffer()))
      const args = [`-env:UserInstallation=file://${folder}/profil`, '--headless', '--convert-to', 'csv', '--outdir', folder]
      execFileSync(SOFFICE, [...args, join(folder, 'ikl.xlsx')], { stdio: 'ignore', timeout: 120_000 })
      const csv = readFileSync(join(folder, 'ikl.csv'), 'utf8')
      assert.match(csv, /^"?Capaian, 2 desimal"?,104\.08,/m)
      assert.match(csv, /^"?Realisasi, 2 desimal"?,97\.77,/m)
      const { body } = await walikota.get('/api/jelaskan?unit=dki.jakpus&kode=IKL&periode=2024')
      assert.equal(body.capaian.tampil, '104,08')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
  test('a value that the owner of the data verified, one that is missing, and another reading can be taken away too', async () => {
    for (const at of [
      '/api/jelaskan/dokumen?unit=dki.jakpus&kode=NKA&periode=2024',
      '/api/jelaskan/dokumen?unit=dki.jakpus&kode=CRM&periode=2024-TW1',
      `${AT}&bacaan=IEK:VARIABEL`,
    ])
      for (const format of ['html', 'xlsx']) assert.ok((await bytes(format, at)).content.length > 1000)
  })
  test('only for who may see it, and what does not exist is refused', async () => {
    assert.equal((await visitor.get(AT)).status, 401)
    assert.equal((await walikota.get(AT.replace('IKL', 'XYZ'))).status, 404)
    assert.equal((await walikota.get(AT.replace('2024', '2024-TW9'))).status, 400)
  })
})
