// An agreement on paper → what it says: persons, groups, sasaran, indicators with quarters, year and unit. Pure.
import { BENTUK, bentukOf } from '../peraturan/dki-jakarta/bentuk.ts'
import { bacaNaskah, type Tabel } from '../periksa/naskah.ts'
import type { Doubt, ReadPaper } from '../platform/documents/blocks/paper.ts'
import { isKosong, NOT_PRINTED, samePlace, teksTerbaca, type tempatOf } from './baca-nilai.ts'
import { bagianNaskah, linesIn } from './bagian.ts'
import { type Isi, letakPk, PkRows } from './baris-pk.ts'
import type { PkTerbaca } from './bentuk-terbaca.ts'
import type { Letak } from './kolom.ts'
import { type Masalah, masalahPembaca } from './masalah.ts'
import { bacaPihak } from './pihak.ts'
import { readDayIn } from './tanggal.ts'
import type { Terbaca } from './terbaca.ts'

/** Undefined where the paper has no table of targets. */
export function bacaPk(whole: ReadPaper): PkTerbaca | undefined {
  const paper = bagianNaskah(whole, 'PK')
  const naskah = bacaNaskah(paper)
  const tables: { tabel: Tabel; letak: Letak<Isi> }[] = []
  for (const tabel of naskah.tabel) {
    const before = tables.at(-1)
    // A part without a header of its own goes on with the columns before it.
    const letak =
      letakPk(tabel) ??
      (before && tabel.kolom.every((k) => !k.judul.length) && tabel.kolom.length === before.tabel.kolom.length
        ? before.letak
        : undefined)
    if (letak) tables.push({ tabel, letak })
  }
  if (!tables.length) return undefined
  const lines = linesIn(paper)
  const para = bacaPihak(lines)
  const tahun = tahunOf(lines)
  const bentuk = bentukOf(Number(tahun.dibaca)) ?? BENTUK.at(-1)!
  const reading = new PkRows(bentuk.kode, paper.doubts)
  for (const { tabel, letak } of tables) for (const baris of tabel.baris) reading.read(baris, letak)
  const unit = isKosong(para.unitKerja) ? unitFrom(para.pertama.jabatan) : para.unitKerja
  return {
    skema: 'selaras/pk/1',
    tahun,
    unit,
    bentuk: bentuk.kode,
    tanggal: readDayIn(lines),
    pihakPertama: para.pertama,
    pihakKedua: para.kedua,
    kelompok: reading.kelompok,
    masalah: [
      ...para.masalah,
      ...masalahPembaca(
        doubtsIn(
          paper.doubts,
          tables.map((t) => t.tabel.asal),
        ),
      ),
      ...reading.finish(),
    ].sort(byPlace),
  }
}

const byPlace = (a: Masalah, b: Masalah) => (a.baris ?? a.halaman ?? a.paragraf ?? 0) - (b.baris ?? b.halaman ?? b.paragraf ?? 0)

/** The doubts that lie within these tables. */
export function doubtsIn(doubts: readonly Doubt[], tables: readonly Tabel['asal'][]): Doubt[] {
  const places = tables.flatMap((t) => [
    ...t.parts.flatMap((p) => [p.at, ...p.repeated]),
    ...t.rows.flatMap((r) => [r.at, ...r.cells.flatMap((c) => c.more ?? [])]),
  ])
  return doubts.filter((d) => places.some((p) => samePlace(p, d.at)))
}

/** The year that a title names: `PERJANJIAN KINERJA … TAHUN 2023`. */
export function tahunOf(lines: readonly { text: string; at: Parameters<typeof tempatOf>[0] }[]): Terbaca {
  const named = lines.find((l) => /^(?!.*\bnomor\b).*\btahun\s+20\d\d\b/i.test(l.text) && l.text.length < 120)
  const any = named ?? lines.find((l) => /^(?:.{0,40}\D)?20\d\d$/.test(l.text))
  const year = /20\d\d/.exec(any?.text.slice(any.text.search(/tahun\s+20\d\d/i)) ?? '')?.[0] ?? /20\d\d/.exec(any?.text ?? '')?.[0]
  return any && year ? { ...teksTerbaca(any.text, any.at), dibaca: year, keyakinan: named ? 1 : 0.7 } : NOT_PRINTED
}

/** `Kepala Badan Kepegawaian Daerah …` is the head of `Badan Kepegawaian Daerah …`. */
export function unitFrom(jabatan: Terbaca): Terbaca {
  if (isKosong(jabatan)) return NOT_PRINTED
  const dibaca = jabatan.dibaca
    .replace(/^(?:plt\.?|plh\.?|pj\.?)\s+/i, '')
    .replace(/^(?:kepala|direktur(?: utama)?|camat|lurah)\s+/i, '')
    .replace(/^(?:walikota|bupati)\s+/i, '')
  return { ...jabatan, dibaca, keyakinan: 0.8, alasan: 'dari jabatan pihak pertama' }
}
