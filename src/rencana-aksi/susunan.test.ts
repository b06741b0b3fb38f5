import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../platform/kernel/refusal.ts'
import type { Lines } from './baris.ts'
import type { JenisBaris } from './rencana-aksi.ts'
import { copyLines } from './salinan.ts'
import { arrange, changesIn, holdersOf, type Letak, leave, place, refuseRemoval, type Susunan, share, without } from './susunan.ts'

/** `'a ra i'`: line a of kind ra below i, in the order given. */
const plan = (...lines: string[]): Susunan => {
  const baris = lines.map((line, at): Letak => {
    const [id, jenis, induk] = line.split(' ') as [string, JenisBaris, string]
    return { id, jenis, induk, urutan: at + 1, kode: null, disalinDari: null }
  })
  return arrange({ indikator: ['i', 'j'], baris }, new Map())
}
const line = (id: string, jenis: JenisBaris, induk: string) => ({ id, jenis, induk, kode: null, disalinDari: null })
const codes = (s: Susunan) => s.baris.map((b) => `${b.id}=${b.kode}`).join(' ')
const small = plan(
  'a ra i',
  'b ra i',
  'c ra j',
  'ak kriteria a',
  'bk kriteria b',
  'x output ak',
  'y output ak',
  'z output ak',
  'w output bk',
)
/** x, y and z share one quantity, held by x. */
const shared = arrange(small, share(small, share(small, holdersOf(small), 'y', ['jumlah']), 'z', ['jumlah']))
const cells = (s: Susunan) =>
  s.baris.filter((b) => b.disalinDari).map((b) => `${b.id}: ${JSON.stringify(b.disalinDari)}`.replaceAll('"', ''))

test('codes begin again for each indicator and say where a line stands', () => {
  assert.equal(codes(small), 'a=RA1 ak=KK1.1 x=T/O1.1.1 y=T/O1.1.2 z=T/O1.1.3 b=RA2 bk=KK2.1 w=T/O2.1.1 c=RA1')
})

test('a line inserted between two others pushes the later ones down, with all their codes', () => {
  const after = arrange(place(small, line('n', 'ra', 'i'), 2), holdersOf(small))
  assert.equal(codes(after), 'a=RA1 ak=KK1.1 x=T/O1.1.1 y=T/O1.1.2 z=T/O1.1.3 n=RA2 b=RA3 bk=KK3.1 w=T/O3.1.1 c=RA1')
  assert.deepEqual(
    changesIn(small, after).map((b) => b.id),
    ['n', 'b', 'bk', 'w'],
  )
})

test('a line saved again stays where it stands; without a place a new one comes to the end', () => {
  assert.deepEqual(changesIn(small, arrange(place(small, line('y', 'output', 'ak')), holdersOf(small))), [])
  assert.match(codes(arrange(place(small, line('n', 'output', 'ak')), new Map())), /n=T\/O1\.1\.4/)
})

test('a line moved up, and one moved to another parent, get the codes of their new place', () => {
  assert.match(codes(arrange(place(small, line('z', 'output', 'ak'), 1), new Map())), /z=T\/O1\.1\.1 x=T\/O1\.1\.2 y=T\/O1\.1\.3/)
  assert.match(codes(arrange(place(small, line('b', 'ra', 'j')), new Map())), /c=RA1 b=RA2 bk=KK2\.1 w=T\/O2\.1\.1/)
  assert.match(
    codes(arrange(place(small, line('x', 'output', 'bk'), 99), new Map())),
    /y=T\/O1\.1\.1 z=T\/O1\.1\.2.* w=T\/O2\.1\.1 x=T\/O2\.1\.2/,
  )
})

test('without a line also what hangs below it is gone, and the others close up', () => {
  const { susunan, hilang } = without(small, 'a')
  assert.deepEqual([...hilang].sort(), ['a', 'ak', 'x', 'y', 'z'])
  assert.equal(codes(arrange(susunan, holdersOf(small))), 'b=RA1 bk=KK1.1 w=T/O1.1.1 c=RA1')
})

test('a merged cell names the output that holds it, also after it got another code', () => {
  assert.deepEqual(cells(shared), ['y: {jumlah:T/O1.1.1}', 'z: {jumlah:T/O1.1.1}'])
  const moved = arrange(place(shared, line('b', 'ra', 'i'), 1), holdersOf(shared))
  assert.deepEqual(cells(moved), ['y: {jumlah:T/O2.1.1}', 'z: {jumlah:T/O2.1.1}'])
})

test('where the holder of a merged cell goes, the next one holds it', () => {
  const after = arrange(without(shared, 'x').susunan, holdersOf(shared))
  assert.deepEqual(cells(after), ['z: {jumlah:T/O1.1.1}'])
})

test('a merged cell ends where its outputs no longer stand together', () => {
  const between = arrange(place(shared, line('n', 'output', 'ak'), 2), holdersOf(shared))
  assert.deepEqual(cells(between), ['z: {jumlah:T/O1.1.3}'])
  const away = arrange(place(shared, line('z', 'output', 'bk')), holdersOf(shared))
  assert.deepEqual(cells(away), ['y: {jumlah:T/O1.1.1}'])
})

test('an output leaves a merged cell alone, and its neighbours go on sharing', () => {
  assert.deepEqual(cells(arrange(shared, leave(holdersOf(shared), 'x', ['jumlah']))), ['z: {jumlah:T/O1.1.2}'])
  assert.deepEqual(cells(arrange(shared, share(shared, holdersOf(shared), 'y', []))), [])
})

test('of repeated codes, as papers have them, the nearest before holds the cell', () => {
  const output = (id: string, kode: string, disalinDari: Letak['disalinDari'] = null): Letak => ({
    ...line(id, 'output', 'ak'),
    urutan: Number(id.slice(1)),
    kode,
    disalinDari,
  })
  const baris = [
    { ...line('a', 'ra', 'i'), urutan: 1 },
    { ...line('ak', 'kriteria', 'a'), urutan: 1 },
    output('o1', 'T/O2.1.1'),
    output('o2', 'T/O2.1.1'),
    output('o3', 'T/O2.1.2', { triwulan: 'T/O2.1.1' }),
  ]
  const paper: Susunan = { indikator: ['i'], baris }
  assert.deepEqual(cells(arrange(paper, holdersOf(paper))), ['o3: {triwulan:T/O1.1.2}'])
})

test('the last action of an indicator of the agreement stays; one without outputs was only begun', () => {
  const of = (pkIndikator: string | null) => ({ pkIndikator, nama: 'Indeks X' })
  const only = without(small, 'b').susunan
  const refusal = refuseRemoval(only, 'a', of('p'))
  assert.ok(isRefusal(refusal) && refusal.rule === 'RA-01' && refusal.detail.includes('Indeks X'))
  assert.equal(refuseRemoval(small, 'a', of('p')), undefined, 'another is left')
  assert.equal(refuseRemoval(only, 'a', of(null)), undefined, 'the agreement does not have the indicator')
  assert.equal(refuseRemoval(only, 'c', of('p')), undefined, 'it holds no output')
  assert.equal(refuseRemoval(only, 'ak', of('p')), undefined)
})

test('lines are copied under the indicator of the same line or name, as the agreement or the plan itself has it', () => {
  const output = { id: 'o', kode: 'T/O9.9.9', uraian: 'O', disalinDari: null }
  const kk = { id: 'k', kode: 'KK9.9', uraian: null, output: [output] }
  const ra = { id: 'a', kode: 'RA9', uraian: 'A', kodeTercetak: 'RA.9', kk: [kk] }
  const source = [
    { id: 's1', pkIndikator: 'p1', ra: [ra] },
    { id: 's2', pkIndikator: 'p2', ra: [ra] },
  ] as unknown as Lines
  const names = new Map([
    ['s1', ['Percentase X', 'Persentase X']],
    ['s2', ['Indeks Y']],
  ])
  let n = 0
  const copied = copyLines([{ id: 't', pkIndikator: 'q', nama: 'persentase  X' }], source, names, () => `n${++n}`)
  assert.deepEqual(
    copied.ra.map((a) => [a.id, a.indikator, a.kode, a.kodeTercetak]),
    [['n1', 't', 'RA1', null]],
  )
  assert.deepEqual(
    copied.output.map((o) => [o.kk, o.kode, o.uraian]),
    [[copied.kriteria[0]!.id, 'T/O1.1.1', 'O']],
  )
  assert.deepEqual(copied.tidakDisalin, ['Indeks Y'], 'what the new agreement does not have is named, not lost in silence')
})
