import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { sha256 } from '../kernel/canonical.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { folderFiles, hashOf, type Stored } from './files.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'selaras-bukti-'))
const of = (...chunks: string[]) => Readable.from(chunks.map((c) => Buffer.from(c)))
const MIB = 1024 * 1024
/** Every file below a folder, with the parts of an upload that was broken off. */
const everything = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => e.name)

test('what is put is kept under its hash, and read back byte for byte', async () => {
  const files = folderFiles(newFolder())
  const stored = (await files.put(of('laporan ', 'kinerja'), MIB)) as Stored
  assert.deepEqual(stored, { sha256: sha256('laporan kinerja'), ukuran: 15 })
  assert.equal(String(await buffer((await files.read(stored.sha256))!)), 'laporan kinerja')
  assert.equal(await files.size(stored.sha256), 15)
  assert.equal(await hashOf(files, stored.sha256), stored.sha256)
})

test('the same content twice is one file, also when both arrive at once', async () => {
  const folder = newFolder()
  const files = folderFiles(folder)
  const [a, b] = await Promise.all([files.put(of('sama'), MIB), files.put(of('sa', 'ma'), MIB)])
  assert.deepEqual(a, b)
  await files.put(of('sama'), MIB)
  assert.deepEqual(everything(folder), [sha256('sama')])
})

test('the list names each file once, and nothing that is still coming in', async () => {
  const folder = newFolder()
  const files = folderFiles(folder)
  assert.deepEqual(await Array.fromAsync(files.list()), [])
  for (const text of ['a', 'b', 'c']) await files.put(of(text), MIB)
  writeFileSync(join(folder, 'masuk', 'setengah'), 'x')
  assert.deepEqual((await Array.fromAsync(files.list())).sort(), ['a', 'b', 'c'].map(sha256).sort())
})

test('what was never put is not there; a name that is no hash reaches no file', async () => {
  const folder = newFolder()
  const files = folderFiles(join(folder, 'bukti'))
  writeFileSync(join(folder, 'rahasia'), 'x')
  for (const name of [sha256('tak ada'), '../rahasia', '..', '', sha256('a').toUpperCase()]) {
    assert.equal(await files.read(name), undefined)
    assert.equal(await files.size(name), undefined)
    await files.remove(name)
  }
  assert.ok(existsSync(join(folder, 'rahasia')))
})

test('a removed file is gone', async () => {
  const files = folderFiles(newFolder())
  const { sha256: name } = (await files.put(of('hapus'), MIB)) as Stored
  await files.remove(name)
  assert.equal(await files.size(name), undefined)
  assert.equal(await hashOf(files, name), undefined)
})

test('the limit counts the bytes that come, whatever was announced', async () => {
  const folder = newFolder()
  const files = folderFiles(folder)
  assert.deepEqual(((await files.put(of('12', '34'), 4)) as Stored).ukuran, 4)
  let sent = 0
  const endless = new Readable({
    highWaterMark: 1024,
    read() {
      sent += 1024
      this.push(Buffer.alloc(1024))
    },
  })
  const no = await files.put(Object.assign(endless, { headers: { 'content-length': '10' } }), MIB)
  assert.ok(isRefusal(no) && no.refused === 'TERLALU_BESAR', JSON.stringify(no))
  assert.match(no.detail, /1 MiB/)
  assert.ok(sent < 2 * MIB && endless.destroyed, 'the sender is cut off')
  assert.deepEqual(everything(folder), [sha256('1234')])
})

test('an upload that breaks off leaves nothing behind', async () => {
  const folder = newFolder()
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('setengah')
      throw Object.assign(new Error('putus'), { code: 'ECONNRESET' })
    })(),
  )
  const no = await folderFiles(folder).put(broken, MIB)
  assert.ok(isRefusal(no) && no.refused === 'PENYIMPANAN_GAGAL')
  assert.match(no.detail, /ECONNRESET.*Tidak ada yang tercatat/)
  assert.deepEqual(everything(folder), [])
})

test('a folder that cannot be written gives PENYIMPANAN_GAGAL, and the upload is not left waiting', async () => {
  const file = join(newFolder(), 'bukan-folder')
  writeFileSync(file, '')
  const content = of('isi')
  const no = await folderFiles(file).put(content, MIB)
  assert.ok(isRefusal(no) && no.refused === 'PENYIMPANAN_GAGAL', JSON.stringify(no))
  assert.ok(content.destroyed)
})

test('a disk that fails when the file is named leaves no half of it', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, sha256('isi').slice(0, 2)), 'a file where a folder should be')
  const no = await folderFiles(folder).put(of('isi'), MIB)
  assert.ok(isRefusal(no) && no.refused === 'PENYIMPANAN_GAGAL')
  assert.deepEqual(readdirSync(join(folder, 'masuk')), [])
})

test('a folder without permission to write is refused too', {
  skip: process.getuid?.() === 0 && 'root may write everywhere',
}, async () => {
  const folder = newFolder()
  chmodSync(folder, 0o500)
  const no = await folderFiles(folder).put(of('isi'), MIB)
  assert.ok(isRefusal(no) && no.refused === 'PENYIMPANAN_GAGAL' && no.detail.includes('EACCES'))
})
