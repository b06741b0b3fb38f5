// Whole reports made up by a seed, each in the manner of another office. Everything in them agrees, so nothing may be found.
import { ANGGARAN } from './anggaran.testing.ts'
import { type Gaya, gayaOf, kali, type Lembar } from './gaya.testing.ts'
import { gambaran, penutup, uraian } from './kalimat.testing.ts'
import { KETENTUAN, ketentuan } from './ketentuan.testing.ts'
import { KINERJA } from './kinerja.testing.ts'
import { UKURAN } from './ukuran.testing.ts'

function cetakLembar(g: Gaya, l: Lembar, nomor: number): string[] {
  const width = l.kepala[0]!.split('\t').length
  const numbers = g.nomorKolom ? [kali(width, (i) => `(${i + 1})`).join('\t')] : []
  // Long tables go on after the page, under their header again.
  const cut = l.baris.length > 8 ? Math.floor(l.baris.length / 2) : l.baris.length
  const judul = `Tabel ${nomor} ${l.judul}`
  const part = (rows: readonly string[]) => [...l.kepala, ...numbers, ...rows]
  const turned = { kepala: ['', 'Dinas Contoh Kota Contoh', ''], nomor: ['', `${nomor + 20}`, ''], polos: [''] }[g.halaman]
  const more = l.baris.slice(cut)
  const rest = more.length ? [...turned, ...(g.kepalaLagi ? part(more) : more)] : []
  return [
    ...(l.pengantar ? [l.pengantar, ''] : []),
    ...(g.judulDiAtas ? [judul, ''] : []),
    ...part(l.baris.slice(0, cut)),
    ...rest,
    ...(g.judulDiAtas ? [] : ['', judul]),
    ...(l.catatan?.length ? ['', ...l.catatan] : []),
    '',
    ...(l.sesudah ?? []).flatMap((s) => [s, '']),
  ]
}

const BENTUK = [...KINERJA, ...UKURAN, ...KETENTUAN, ...ANGGARAN]
/** How many of ten shapes a paper has. */
const HELD = 6

/** The same for the same seed; each holds other shapes of tables, in the manner of its office. */
export function contohNaskah(seed: number): string {
  const g = gayaOf(seed)
  const lembar = BENTUK.filter(() => g.a.between(1, 10) <= HELD).map((make) => make(g))
  const list = lembar.map((l, i) => `Tabel ${i + 1} ${l.judul}\t${i + 4}`)
  const bab = (n: string, judul: string) => [`BAB ${n}`, '', judul, '']
  const apart = (lines: readonly string[]) => lines.flatMap((l) => [l, ''])
  const half = Math.ceil(lembar.length / 2)
  const shown = lembar.map((l, i) => cetakLembar(g, l, i + 1))
  return [
    ...['LAPORAN KINERJA INSTANSI PEMERINTAH', '', 'DINAS CONTOH KOTA CONTOH', `TAHUN ${g.tahun}`, ''],
    ...['DAFTAR TABEL', '', ...list, ''],
    ...bab('I', 'PENDAHULUAN'),
    ...apart(gambaran(g)),
    ...shown.slice(0, half).flat(),
    ...bab('II', 'AKUNTABILITAS KINERJA'),
    ...apart(uraian(g)),
    ...apart(ketentuan(g)),
    ...shown.slice(half).flat(),
    ...bab('III', 'PENUTUP'),
    ...apart(penutup(g)),
  ].join('\n')
}
