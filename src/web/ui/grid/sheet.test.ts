import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Jawaban } from './drafts.ts'
import type { Baris, Kolom } from './grid.ts'
import { AKTIF, createSheet, TERPILIH } from './sheet.ts'

const kolom: Kolom[] = [
  { kunci: 'nama', judul: 'Indikator', lebar: 200, rupa: 'panjang', maks: 20 },
  { kunci: 'tw1', judul: 'Triwulan I', lebar: 80, rupa: 'angka' },
  { kunci: 'sifat', judul: 'Sifat', lebar: 80, rupa: 'pilihan', pilihan: [{ nilai: 'A', label: 'Akumulasi' }] },
]

/** A sheet over a little server that keeps texts and answers as told. */
function desk(stored: Record<string, Record<string, string>>, locked: readonly string[] = []) {
  const sent: [string, Record<string, string>][] = []
  const answers: Jawaban[] = []
  let planned: (() => void) | undefined
  const sheet = createSheet({
    now: () => new Date('2026-01-05T07:32:00Z'),
    later: (act) => {
      planned = act
    },
    simpan: async (entitas, isi) => {
      sent.push([entitas, { ...isi }])
      const answer = answers.shift() ?? { jenis: 'tersimpan' }
      if (answer.jenis === 'tersimpan') stored[entitas] = { ...stored[entitas], ...isi }
      return answer
    },
  })
  const rows = (): Baris[] =>
    Object.entries(stored).map(([entitas, texts]) => ({
      kunci: entitas,
      sel: Object.fromEntries(
        kolom.map((k) => [
          k.kunci,
          {
            entitas,
            bidang: k.kunci,
            teks: texts[k.kunci] ?? '',
            ...(locked.includes(entitas) && { terkunci: 'Sudah disegel.' }),
          },
        ]),
      ),
    }))
  const look = () => sheet.receive(kolom, rows())
  look()
  const flush = async () => {
    planned?.()
    planned = undefined
    await sheet.flush()
  }
  const text = (entitas: string, bidang: string) => sheet.drafts.text(`${entitas}\n${bidang}`)
  const state = (entitas: string, bidang: string) => sheet.drafts.draft(`${entitas}\n${bidang}`)
  const type = (r: number, c: number, typed: string) => {
    sheet.go({ r, c })
    sheet.edit()
    sheet.type(typed)
    sheet.endEdit(true)
  }
  return { sheet, sent, answers, stored, look, flush, text, state, type }
}

describe('lines that move', () => {
  /** The lines in this order, as another person's change brings them. */
  const order = (d: ReturnType<typeof desk>, ...kunci: string[]) => {
    const old = { ...d.stored }
    for (const k of Object.keys(old)) delete d.stored[k]
    for (const k of kunci) d.stored[k] = old[k] ?? {}
    d.look()
  }
  const active = (d: ReturnType<typeof desk>) => d.sheet.bidang().baris[d.sheet.active().r]?.kunci

  test('the active cell and the selection stay with their lines', () => {
    const d = desk({ i1: { nama: 'IKM' }, i2: { nama: 'IEK' }, i3: { nama: 'SDI' } })
    d.sheet.go({ r: 1, c: 0 })
    d.sheet.go({ r: 2, c: 0 }, true)
    order(d, 'baru', 'i1', 'i2', 'i3')
    assert.deepEqual([active(d), d.sheet.active(), d.sheet.anchor()], ['i3', { r: 3, c: 0 }, { r: 2, c: 0 }])
    assert.deepEqual([d.sheet.look('i3', 0), d.sheet.look('baru', 0)], [AKTIF | TERPILIH, 0])
  })
  test('what is being typed is written to the line it was begun on', () => {
    const d = desk({ i1: { nama: 'IKM' }, i2: { nama: 'IEK' }, i3: {} })
    d.sheet.go({ r: 2, c: 0 })
    d.sheet.edit()
    d.sheet.type('Indikator baru')
    order(d, 'i3', 'i1', 'i2')
    assert.equal(d.sheet.ketikan(), 'Indikator baru', 'the field shows what was typed so far')
    d.sheet.endEdit(true)
    assert.deepEqual([d.text('i3', 'nama'), d.text('i2', 'nama')], ['Indikator baru', 'IEK'])
  })
  test('where the line is gone, what was typed is said and written nowhere', () => {
    const d = desk({ i1: { nama: 'IKM' }, i2: { nama: 'IEK' } })
    d.sheet.go({ r: 0, c: 0 })
    d.sheet.edit()
    d.sheet.type('Nama panjang')
    order(d, 'i2')
    assert.equal(d.sheet.sunting(), null)
    assert.match(d.sheet.pesan(), /sudah tidak ada.*Nama panjang/)
    d.sheet.endEdit(true)
    assert.equal(d.text('i2', 'nama'), 'IEK')
    assert.equal(active(d), 'i2')
  })
  test('a cell that was locked meanwhile keeps its text, and what was typed is said', () => {
    const locked: string[] = []
    const d = desk({ i1: { nama: 'IKM' } }, locked)
    d.sheet.go({ r: 0, c: 0 })
    d.sheet.edit()
    d.sheet.type('Lain')
    locked.push('i1')
    d.look()
    d.sheet.endEdit(true)
    assert.equal(d.text('i1', 'nama'), 'IKM')
    assert.match(d.sheet.pesan(), /sudah tidak dapat diubah: Sudah disegel\. Ketikan Anda: Lain/)
  })
})

describe('saving', () => {
  test('the cells of one record go together, and the mark says when', async () => {
    const d = desk({ i1: { nama: 'IKM' } })
    d.type(0, 0, 'IKL')
    d.type(0, 1, '93,93')
    assert.equal(d.sheet.drafts.ringkasan().belum, 2)
    await d.flush()
    assert.deepEqual(d.sent, [['i1', { nama: 'IKL', tw1: '93,93' }]])
    assert.equal(d.sheet.drafts.ringkasan().belum, 0)
    assert.equal(d.sheet.drafts.ringkasan().terakhir?.toISOString(), '2026-01-05T07:32:00.000Z')
    assert.equal(d.text('i1', 'nama'), 'IKL', 'shown before the page has asked again')
    d.look()
    assert.equal(d.sheet.asing().size, 0, 'our own save is nobody else’s')
  })
  test('a text that is no number stays in its cell, marked, and is not sent; the rest of the row is', async () => {
    const d = desk({ i1: {} })
    d.type(0, 1, 'sembilan')
    d.type(0, 0, 'IKL')
    await d.flush()
    assert.deepEqual(d.sent, [['i1', { nama: 'IKL' }]])
    assert.equal(d.text('i1', 'tw1'), 'sembilan')
    assert.match(d.state('i1', 'tw1')!.kalimat!, /bukan angka/)
  })
  test('a text that is too long is kept and says how long it may be', async () => {
    const d = desk({ i1: {} })
    d.type(0, 0, 'x'.repeat(21))
    await d.flush()
    assert.deepEqual(d.sent, [])
    assert.match(d.state('i1', 'nama')!.kalimat!, /Paling banyak 20 huruf; isian ini 21/)
  })
  test('a refusal marks its field with the sentence, and the other fields are sent again without it', async () => {
    const d = desk({ i1: {} })
    d.answers.push({ jenis: 'salah', bidang: 'tw1', kalimat: 'Melampaui skala.' })
    d.type(0, 0, 'IKL')
    d.type(0, 1, '900')
    await d.flush()
    assert.deepEqual(d.sent[1], ['i1', { nama: 'IKL' }])
    assert.equal(d.state('i1', 'tw1')!.kalimat, 'Melampaui skala.')
    assert.equal(d.state('i1', 'nama'), undefined)
  })
  test('what a lost network held back is kept and sent when asked again', async () => {
    const d = desk({ i1: {}, i2: {} })
    d.answers.push({ jenis: 'putus' }, { jenis: 'putus' })
    d.type(0, 0, 'a')
    d.type(1, 0, 'b')
    await d.flush()
    assert.equal(d.sheet.drafts.ringkasan().putus, 2)
    assert.equal(d.text('i2', 'nama'), 'b')
    await d.sheet.flush(true)
    assert.deepEqual(d.stored, { i1: { nama: 'a' }, i2: { nama: 'b' } })
  })
  test('an undo saved before the page has asked again shows the undone text, also when an older answer comes late', async () => {
    const d = desk({ i1: { tw1: '2' } })
    const rowsOf = (tw1: string): Baris[] => [{ kunci: 'i1', sel: { tw1: { entitas: 'i1', bidang: 'tw1', teks: tw1 } } }]
    d.type(0, 1, '8')
    await d.flush()
    d.sheet.undo()
    await d.flush()
    assert.equal(d.stored.i1!.tw1, '2')
    assert.equal(d.text('i1', 'tw1'), '2')
    d.sheet.receive(kolom, rowsOf('8'))
    assert.equal(d.text('i1', 'tw1'), '2')
    assert.equal(d.sheet.asing().size, 0, 'our own save between is nobody else’s')
    d.look()
    assert.equal(d.text('i1', 'tw1'), '2')
  })
  test('what is typed while a save is under way is sent after it', async () => {
    const d = desk({ i1: {} })
    d.type(0, 0, 'a')
    const first = d.sheet.flush()
    d.type(0, 0, 'ab')
    await first
    await d.flush()
    assert.equal(d.stored.i1!.nama, 'ab')
    assert.equal(d.sheet.drafts.ringkasan().belum, 0)
  })
})

describe('two people', () => {
  test('a row saved by somebody else is marked, and shows their text', () => {
    const d = desk({ i1: { nama: 'a' }, i2: { nama: 'b' } })
    d.stored.i2 = { nama: 'c' }
    d.look()
    assert.deepEqual([...d.sheet.asing()], ['i2'])
    assert.equal(d.text('i2', 'nama'), 'c')
  })
  test('the same cell changed by both keeps both until one is chosen', async () => {
    const d = desk({ i1: { nama: 'a' } })
    d.sheet.go({ r: 0, c: 0 })
    d.sheet.edit()
    d.sheet.type('milik saya')
    d.stored.i1 = { nama: 'milik mereka' }
    d.look()
    d.sheet.endEdit(true)
    await d.flush()
    assert.deepEqual(d.sent, [], 'nothing of theirs is overwritten unseen')
    assert.equal(d.text('i1', 'nama'), 'milik saya')
    assert.equal(d.state('i1', 'nama')!.milikMereka, 'milik mereka')
    d.sheet.drafts.choose('i1\nnama', 'saya')
    await d.flush()
    assert.equal(d.stored.i1!.nama, 'milik saya')
  })
  test('a conflict told by the server in another field of the record is none: ours goes on', async () => {
    const d = desk({ i1: { nama: 'a' } })
    d.answers.push({ jenis: 'bentrok', milikMereka: { nama: 'a', tw1: '5' } })
    d.type(0, 0, 'b')
    await d.flush()
    assert.equal(d.stored.i1!.nama, 'b')
    assert.equal(d.sent.length, 2)
  })
  test('in the same field it waits for the choice; theirs taken, ours is gone', async () => {
    const d = desk({ i1: { nama: 'a' } })
    d.answers.push({ jenis: 'bentrok', milikMereka: { nama: 'c' } })
    d.type(0, 0, 'b')
    await d.flush()
    assert.equal(d.sheet.drafts.ringkasan().bentrok, 1)
    assert.equal(d.sent.length, 1)
    d.sheet.drafts.choose('i1\nnama', 'tersimpan')
    assert.equal(d.text('i1', 'nama'), 'c')
    assert.equal(d.sheet.drafts.ringkasan().belum, 0)
  })
  test('a row deleted by somebody else gives up nothing typed without asking', () => {
    const d = desk({ i1: { nama: 'a' }, i2: {} })
    d.type(0, 0, 'b')
    delete d.stored.i1
    d.look()
    assert.equal(d.state('i1', 'nama')!.keadaan, 'hilang')
    assert.equal(d.state('i1', 'nama')!.teks, 'b')
  })
})

describe('blocks', () => {
  test('a paste is one step: one undo takes all of it back, by saving again', async () => {
    const d = desk({ i1: { nama: 'a' }, i2: { nama: 'b' } })
    d.sheet.go({ r: 0, c: 0 })
    d.sheet.paste('x\t1,5\ny\t2,5\n')
    await d.flush()
    assert.deepEqual(d.stored, { i1: { nama: 'x', tw1: '1,5' }, i2: { nama: 'y', tw1: '2,5' } })
    d.sheet.undo()
    await d.flush()
    assert.deepEqual(d.stored, { i1: { nama: 'a', tw1: '' }, i2: { nama: 'b', tw1: '' } })
    d.sheet.redo()
    assert.equal(d.text('i2', 'nama'), 'y')
  })
  test('a choice is pasted by its label, locked cells are left out and counted', () => {
    const d = desk({ i1: {}, i2: {} }, ['i2'])
    d.sheet.go({ r: 0, c: 1 })
    d.sheet.paste('1\takumulasi\n2\tAkumulasi')
    assert.equal(d.text('i1', 'sifat'), 'A')
    assert.equal(d.text('i2', 'tw1'), '')
    assert.match(d.sheet.pesan(), /2 sel ditempel, 2 sel terkunci/)
  })
  test('what does not fit waits for new rows and is then laid into them', () => {
    const d = desk({ i1: {} })
    d.sheet.paste('a\nb\nc')
    assert.equal(d.sheet.sisa()?.blok.length, 2)
    d.sheet.setSisa({ ...d.sheet.sisa()!, menunggu: true })
    d.stored.i2 = {}
    d.look()
    assert.equal(d.text('i2', 'nama'), '', 'one of two rows is there')
    d.stored.i3 = {}
    d.look()
    assert.equal(d.text('i2', 'nama'), 'b')
    assert.equal(d.text('i3', 'nama'), 'c')
    assert.equal(d.sheet.sisa(), null)
  })
  test('fill down repeats the topmost cell; one cell alone takes the one above', () => {
    const d = desk({ i1: { tw1: '7' }, i2: {}, i3: {} })
    d.sheet.go({ r: 0, c: 1 })
    d.sheet.go({ r: 2, c: 1 }, true)
    d.sheet.fillDown()
    assert.equal(d.text('i3', 'tw1'), '7')
    const e = desk({ i1: { nama: 'sama' }, i2: {} })
    e.sheet.go({ r: 1, c: 0 })
    e.sheet.fillDown()
    assert.equal(e.text('i2', 'nama'), 'sama')
  })
  test('copied cells come out as a block, choices by their label', () => {
    const d = desk({ i1: { nama: 'a\nb', sifat: 'A' }, i2: { nama: '=1+1' } })
    d.sheet.go({ r: 0, c: 0 })
    d.sheet.go({ r: 1, c: 2 }, true)
    assert.equal(d.sheet.copy(), '"a\nb"\t\tAkumulasi\r\n=1+1\t\t')
  })
})

test('proposals are taken as one step, which one undo takes back; what is locked or says something else is left as it is', () => {
  const d = desk({ i1: {}, i2: { tw1: '7' }, i3: {} })
  const sel = (entitas: string, teks: string, more: object = {}) => ({
    kunci: entitas,
    sel: { tw1: { entitas, bidang: 'tw1', teks, usulan: { teks: '93,93', kalimat: 'Target rencana.' }, ...more } },
  })
  d.sheet.receive(kolom, [sel('i1', ''), sel('i2', '7'), sel('i3', '', { terkunci: 'Diterbitkan.' })])
  assert.equal(d.sheet.proposed('kosong'), 1)
  d.sheet.propose('kosong')
  assert.deepEqual([d.text('i1', 'tw1'), d.text('i2', 'tw1'), d.text('i3', 'tw1')], ['93,93', '7', ''])
  d.sheet.propose(new Set(['i2', 'i3']))
  assert.deepEqual([d.text('i2', 'tw1'), d.text('i3', 'tw1')], ['93,93', ''])
  d.sheet.undo()
  assert.deepEqual([d.text('i1', 'tw1'), d.text('i2', 'tw1')], ['93,93', '7'])
  d.sheet.undo()
  assert.equal(d.text('i1', 'tw1'), '')
})
