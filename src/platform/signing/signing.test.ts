import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import * as pkijs from 'pkijs'
import type { Document } from '../documents/blocks.ts'
import { toPdf } from '../documents/pdf.ts'
import { hasPoppler, poppler } from '../documents/reading.testing.ts'
import { accepted } from '../kernel/refusal.ts'
import { certify, fromPem, newKeys, toPem } from './certificate.ts'
import { checkNik, openVault, vaultOf } from './identity.ts'
import { localSigner, openAuthority } from './local-authority.ts'
import { signPdf } from './pades.ts'
import { testAuthority } from './signing.testing.ts'
import { verifyPdf } from './verify.ts'

const AT = new Date('2026-01-20T03:00:00Z')
const paper: Document = {
  title: 'Perjanjian',
  language: 'id',
  author: 'Uji',
  timestamp: AT.toISOString(),
  footer: 'Uji',
  seal: { address: 'https://selaras.example/verifikasi/0123-4567-89AB' },
  sections: [{ name: 'Isi', orientation: 'portrait', blocks: [{ kind: 'paragraph', text: 'Kami berjanji.' }] }],
}
const authority = await testAuthority()
const trusted = [authority.certificate]
const signer = localSigner(authority)
const KEPALA = { akun: 'a', pegawai: 'a', nama: 'Kepala Contoh (Ánë)', jabatan: 'Kepala Badan' }
const GUBERNUR = { akun: 'b', pegawai: 'b', nama: 'Gubernur Contoh', jabatan: 'Gubernur' }
const sign = async (pdf: Uint8Array, who = KEPALA) => accepted(await signer.sign(pdf, who, { at: AT, alasan: 'Menandatangani' }))
const plain = toPdf(paper)
const once = await sign(plain)
const twice = await sign(once, GUBERNUR)

test('a second signature leaves every byte of the first, and both hold', async () => {
  assert.ok(Buffer.from(twice.subarray(0, once.length)).equals(Buffer.from(once)))
  const { utuh, tandaTangan } = await verifyPdf(twice, trusted)
  assert.equal(utuh, true)
  assert.deepEqual(
    tandaTangan.map(({ nama, jabatan, sah, tepercaya, seluruh, dinyatakan }) => [
      nama,
      jabatan,
      sah,
      tepercaya,
      seluruh,
      dinyatakan,
    ]),
    [
      ['Kepala Contoh (Ánë)', 'Kepala Badan', true, true, false, AT],
      ['Gubernur Contoh', 'Gubernur', true, true, true, AT],
    ],
  )
})

test('pdfsig says that both are valid and that the last covers the whole document', { skip: !hasPoppler && 'no poppler' }, () => {
  const said = poppler('pdfsig', twice, ['-nocert'])
  assert.equal(said.match(/Signature is Valid\./g)?.length, 2, said)
  assert.equal(said.match(/ETSI\.CAdES\.detached/g)?.length, 2)
  assert.match(said.slice(said.indexOf('Signature #2')), /- Total document signed/)
})

test('one changed byte is found wherever it is, but in the room that a signature leaves empty', async () => {
  for (const at of [20, 900, plain.length - 40, once.length + 30, twice.length - 12]) {
    const changed = Buffer.from(twice)
    changed[at]! ^= 1
    assert.equal((await verifyPdf(changed, trusted)).utuh, false, `byte ${at}`)
  }
})

test('what is added after the last signature is seen', async () => {
  const more = await verifyPdf(Buffer.concat([twice, Buffer.from('\n9 0 obj\n<<>>\nendobj\n%%EOF\n')]), trusted)
  assert.equal(more.utuh, false)
  assert.ok(
    more.tandaTangan.every((s) => s.sah && !s.seluruh),
    'the signatures hold, over less than the file',
  )
})

test('a signature that was taken out of another paper does not hold', async () => {
  const other = await sign(
    toPdf({
      ...paper,
      title: 'Lain',
      sections: [{ ...paper.sections[0]!, blocks: [{ kind: 'paragraph', text: 'Kami tidak berjanji.' }] }],
    }),
  )
  const hex = (pdf: Uint8Array) => /\/Contents <([0-9a-f]+)>/.exec(Buffer.from(pdf).toString('latin1'))![1]!
  const replayed = Buffer.from(Buffer.from(other).toString('latin1').replace(hex(other), hex(once)), 'latin1')
  const { utuh, tandaTangan } = await verifyPdf(replayed, trusted)
  assert.deepEqual([utuh, tandaTangan[0]!.sah, tandaTangan[0]!.tepercaya], [false, false, false])
})

test('anybody can make a certificate with a name: that it leads to no known authority is said', async () => {
  const keys = await newKeys()
  const certificate = await certify({
    subject: { CN: GUBERNUR.nama, title: GUBERNUR.jabatan },
    keys,
    from: new Date('2025-01-01'),
    until: new Date('2030-01-01'),
    use: 'AUTHORITY',
  })
  const forged = accepted(
    await signPdf(plain, { certificate, key: keys.privateKey }, [], { nama: GUBERNUR.nama, alasan: 'x', at: AT }, undefined),
  )
  const [found] = (await verifyPdf(forged, trusted)).tandaTangan
  assert.deepEqual([found!.nama, found!.sah, found!.tepercaya], [GUBERNUR.nama, true, false])
})

test('a signer cannot certify another signer', async () => {
  const leaf = await newKeys()
  const signerOf = await certify({
    subject: { CN: 'Kepala' },
    keys: leaf,
    issuer: authority,
    from: new Date('2025-01-01'),
    until: new Date('2030-01-01'),
    use: 'SIGNATURE',
  })
  const keys = await newKeys()
  const issued = await certify({
    subject: { CN: GUBERNUR.nama },
    keys,
    issuer: { certificate: signerOf, key: leaf.privateKey },
    from: new Date('2025-01-01'),
    until: new Date('2030-01-01'),
    use: 'SIGNATURE',
  })
  const forged = accepted(
    await signPdf(plain, { certificate: issued, key: keys.privateKey }, [signerOf], { nama: 'x', alasan: 'x', at: AT }, undefined),
  )
  assert.equal((await verifyPdf(forged, trusted)).tandaTangan[0]!.tepercaya, false)
})

test('what is no signed PDF has no signature, whatever it says', async () => {
  for (const file of [
    '',
    '%PDF-1.7',
    '/ByteRange [0 1 2 3]',
    '/ByteRange [0 10 20 9999999999] /Contents <00>',
    `${'x'.repeat(100)}/ByteRange [0 5 9 3]`,
  ])
    assert.equal((await verifyPdf(Buffer.from(file), trusted)).utuh, false, file)
  assert.deepEqual(await verifyPdf(plain, trusted), { tandaTangan: [], utuh: false })
})

test('the authority is made once, for the owner of the folder only, and says what it is for', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'selaras-ttd-')), 'tanda-tangan')
  const first = await openAuthority(folder, AT)
  const again = await openAuthority(folder, new Date('2027-01-01'))
  assert.equal(toPem(again.certificate), toPem(first.certificate))
  assert.equal(statSync(join(folder, 'otoritas.pem')).mode & 0o777, 0o600)
  const signed = accepted(await localSigner(again).sign(plain, KEPALA, { at: AT, alasan: 'x' }))
  assert.equal((await verifyPdf(signed, [first.certificate])).tandaTangan[0]!.tepercaya, true)
  const held = new pkijs.SignedData({ schema: fromContents(signed).content }).certificates![0] as pkijs.Certificate
  assert.match(held.issuer.typesAndValues.map((t) => t.value.valueBlock.value).join(), /untuk uji coba/)
})

const fromContents = (pdf: Uint8Array) =>
  pkijs.ContentInfo.fromBER(
    new Uint8Array(Buffer.from(/\/Contents <([0-9a-f]+)>/.exec(Buffer.from(pdf).toString('latin1'))![1]!, 'hex')),
  )

test('a NIK is sealed for its account, and opens with no other key or account', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-nik-'))
  const [vault, again] = [await openVault(folder), await openVault(folder)]
  const sealed = vault.seal('akun-1', '3171234567890123')
  assert.doesNotMatch(sealed, /3171234567890123/)
  assert.equal(again.open('akun-1', sealed), '3171234567890123')
  assert.equal(again.open('akun-2', sealed), undefined)
  assert.equal(vaultOf(Buffer.alloc(32)).open('akun-1', sealed), undefined)
  assert.equal(vault.open('akun-1', 'v1.x.y.z'), undefined)
  assert.equal(statSync(join(folder, 'nik.kunci')).mode & 0o777, 0o600)
  assert.doesNotMatch(checkNik('31712345')!.detail, /31712345/)
  assert.equal(readFileSync(join(folder, 'nik.kunci'), 'utf8').length, 44)
  assert.equal(fromPem('tidak ada').length, 0)
})
