// A year left standing from an older report: in the title that the report gives itself, in a caption whose columns or whose own
// introduction name another year.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { type Fakta, faktaOf, type Teks } from '../fakta.ts'
import { kataOf, singkat } from '../kata.ts'
import { type Naskah, namaTabel, type Tabel } from '../naskah.ts'

export const tahunTertinggal: Aturan = {
  kode: 'TAHUN-TERTINGGAL',
  jenis: 'caption',
  memeriksa:
    'Tahun di judul laporan, judul tabel, dan kepala kolom sama dengan tahun yang dilaporkan atau dijelaskan di sekitarnya.',
  contoh: {
    benar: 'Hasil penataan selama tahun 2024 …: Tabel 4 Hasil penataan selama tahun 2024',
    salah: 'Hasil penataan selama tahun 2024 …: Tabel 4 Hasil penataan selama tahun 2023',
  },
  periksa: (naskah) => {
    const fakta = faktaOf(naskah)
    const temuan = [...titles(fakta), ...naskah.tabel.flatMap((t) => [...captionAndColumns(t), ...surroundings(t, fakta, naskah)])]
    const seen = new Set<string>()
    return { hitungan: [], temuan: temuan.filter((t) => !seen.has(t.letak) && seen.add(t.letak)) }
  },
}

const YEAR = /(?<!\d)20\d\d(?!\d)/g
const yearsOf = (teks: string) => [...new Set((teks.match(YEAR) ?? []).map(Number))]

function say(
  di: Place,
  letak: string,
  wrong: number,
  right: number,
  keyakinan: number,
  why: string,
  terkait: Place[],
  jenis: 'caption' | 'copy-paste' = 'caption',
): TemuanNaskah {
  return {
    di, jenis, berat: 'rendah', keyakinan, letak, tercetak: `Tahun ${wrong}`, seharusnya: `Tahun ${right}`, penjelasan: `${why} Perbaiki tahunnya.`, terkait,
  } // biome-ignore format: one thing
}

/** `… penyusunan Laporan Kinerja Instansi Pemerintah … Tahun 2022` in the report of 2024. */
const OWN =
  /(?<opening>sistemati[sk]a|disusun|penyusunan|penyajian|menyusun|menyampaikan|menyajikan)[^.]*?\blaporan\s+kinerja(?:\s+instansi\s+pemerintah)?(?:\s*\((?:LKIP|LKJ|LAKIP|LKjIP)\))?(?<office>[^.,;:\d]{0,120}?)\s+tahun\s+(?:anggaran\s+)?(?<year>20\d\d)/is

function titles({ teks, tahun }: Fakta): TemuanNaskah[] {
  if (!tahun) return []
  return teks.flatMap((t, i) => {
    const joined = t.teks.length < 200 ? { ...t, teks: t.teks.replace(/\n/g, ' ') } : t
    const found = OWN.exec(joined.teks)
    const cover = t.teks.length < 120 && !found ? coverOf(t, teks[i - 1], teks[i - 2]) : undefined
    const year = Number(found?.groups?.year ?? cover)
    if (!year || year === tahun || /evaluasi|tahun\s+sebelumnya|dibanding|tindak lanjut|hasil/i.test(t.teks)) return []
    // A report that says of itself two years says its own, too.
    if (yearsOf(t.teks).includes(tahun)) return []
    const di = t.placeAt(t.teks.indexOf(String(year)))
    const why = `Laporan ini laporan tahun ${tahun}, sedangkan di sini tertulis "${singkat(t.teks.slice(Math.max(0, t.teks.indexOf(String(year)) - 90)), 110)}".`
    return [say(di, `judul laporan, "${singkat(t.teks, 50)}"`, year, tahun, found ? 0.9 : 0.8, why, [], 'copy-paste')]
  })
}

/** The year on a title page: short lines under `LAPORAN KINERJA`. */
function coverOf(t: Teks, before?: Teks, earlier?: Teks): string | undefined {
  const short = [before, earlier].some((a) => a && a.teks.length < 90 && /^laporan\s+(?:akuntabilitas\s+)?kinerja\b/i.test(a.teks))
  return short && t.blok < 25 && /^[\p{Lu}\s.,()\d]+$/u.test(t.teks) ? /\bTAHUN\s+(20\d\d)\s*$/.exec(t.teks)?.[1] : undefined
}

/** The caption says one year, every column that says a year another. */
function captionAndColumns(tabel: Tabel): TemuanNaskah[] {
  const years = new Set(tabel.kolom.flatMap((k) => yearsOf(k.judul.join(' '))))
  const [year] = years
  const said = yearsOf(tabel.judul?.text.replace(/\(?\s*sumber\b.*$/is, '') ?? '')
  const figures = tabel.kolom.filter(
    (k) => tabel.baris.some((b) => b.sel[k.nomor]!.angka) && !/^(?:no\.?|nomor)$/i.test(k.judul.at(-1) ?? ''),
  )
  if (years.size !== 1 || said.length !== 1 || said[0] === year || figures.some((k) => k.tahun !== year)) return []
  const header = headerWith(tabel, year!)
  const why = `Judul ${namaTabel(tabel)} menyebut tahun ${said[0]}, sedangkan kepala kolomnya tahun ${year}.`
  return [say(header, `${namaTabel(tabel)}, tahun`, year!, said[0]!, 0.75, why, [tabel.judul!.at])]
}
const headerWith = (tabel: Tabel, year: number): Place =>
  tabel.asal.rows.find((r) => r.role === 'header' && r.cells.some((c) => c.text.includes(String(year))))?.at ?? tabel.di

/** The words that lead to a table and those of its caption are the same but for the year; or its columns alone name a year gone by. */
function surroundings(tabel: Tabel, fakta: Fakta, { paper }: Naskah): TemuanNaskah[] {
  const at = fakta.blokOf.get(tabel)!
  const around = fakta.teks.filter((t) => t.jenis === 'paragraph' && Math.abs(t.blok - at) <= 2)
  const caption = tabel.judul?.text.replace(/\(?\s*sumber\b.*$/is, '') ?? ''
  const [said, ...more] = yearsOf(caption)
  if (said && !more.length) {
    const words = kataOf(caption)
      .filter((w) => w !== String(said))
      .join(' ')
    for (const t of around)
      for (const other of yearsOf(t.teks)) {
        const led = kataOf(t.teks).join(' ').includes(`${words} ${other}`) && !kataOf(t.teks).join(' ').includes(`${words} ${said}`)
        if (led && other !== said && words.split(' ').length >= 3) {
          const why = `Judul ${namaTabel(tabel)} "${singkat(caption, 90)}" menyebut tahun ${said}, sedangkan kalimat yang mengantarnya menyebut tahun ${other}.`
          return [say(tabel.judul!.at, `${namaTabel(tabel)}, tahun`, said, other, 0.9, why, [t.placeAt(0)])]
        }
      }
  }
  const columns = new Set(tabel.kolom.flatMap((k) => yearsOf(k.judul.join(' '))))
  const [year] = columns
  const { tahun } = fakta
  const measured =
    tabel.kolom.some((k) => /\btarget\b/i.test(k.judul.join(' '))) &&
    tabel.kolom.some((k) => /\brealisasi\b/i.test(k.judul.join(' ')))
  if (columns.size !== 1 || !tahun || year !== tahun - 1 || caption.match(YEAR) || !measured) return []
  const after = paper.blocks.slice(at + 1, at + 4).find((b) => b.kind === 'paragraph')
  const speaks = after && fakta.teks.find((t) => t.blok === paper.blocks.indexOf(after))
  if (
    !speaks ||
    !new RegExp(`(?:target|realisasi|capaian)[^.]{0,30}tahun\\s+${tahun}`, 'i').test(speaks.teks) ||
    yearsOf(speaks.teks).includes(year!)
  )
    return []
  const why = `Kepala kolom ${namaTabel(tabel)} menyebut tahun ${year}, sedangkan penjelasannya tentang tahun ${tahun}, tahun laporan ini.`
  return [say(headerWith(tabel, year!), `${namaTabel(tabel)}, tahun`, year!, tahun, 0.75, why, [speaks.placeAt(0)])]
}
