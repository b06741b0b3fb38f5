// What was copied and not changed: two numbered rows with one text, a term with two definitions.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { faktaOf, letakTeks, selTeks, type Teks } from '../fakta.ts'
import { kataOf, kunciOf, nomorAwal, singkat } from '../kata.ts'
import { type Baris, letakSel, type Naskah, type Sel, type Tabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const salinan: Aturan = {
  kode: 'SALINAN',
  jenis: 'copy-paste',
  memeriksa: 'Butir yang berlainan nomor berlainan isinya, dan satu istilah satu artinya.',
  contoh: { benar: 'RA3. Memantau risiko; RA4. Menilai risiko', salah: 'RA3. Memantau risiko; RA4. Memantau risiko' },
  periksa: (naskah) => {
    const texts = [...faktaOf(naskah).teks, ...selTeks(naskah)]
    return { hitungan: [], temuan: [...naskah.tabel.flatMap(doubledRows), ...texts.flatMap(definedTwice), ...doubledItems(naskah)] }
  },
}

/** Shorter items may rightly be alike: `Tidak ada`. */
const ITEM = 5
/** Two items of one numbered list, in a cell or in a row of paragraphs, word for word the same. */
function doubledItems(naskah: Naskah): TemuanNaskah[] {
  const inCells = selTeks(naskah).map((teks) => {
    const marks = [...teks.teks.matchAll(/(?:^|\s)(\d{1,2})[.)]\s+(?=\p{L})/gu)]
    const ordered = marks.filter((m, i) => Number(m[1]) === i + 1)
    return ordered.map((m, i) => ({ no: m[1]!, isi: teks.teks.slice(m.index + m[0].length, ordered[i + 1]?.index), di: teks.placeAt(m.index), letak: letakTeks(teks, singkat(m[0] + teks.teks.slice(m.index + m[0].length), 50)) })) // biome-ignore format: an item
  })
  const inLists = naskah.paper.blocks.flatMap((b) =>
    b.kind === 'list'
      ? [b.items.filter((i) => /\d/.test(i.marker)).map((i) => ({ no: i.marker.replace(/[^\d]/g, ''), isi: i.text, di: i.at, letak: `butir ${i.marker} "${singkat(i.text, 50)}"` }))] // biome-ignore format: an item
      : [],
  )
  return [...inCells, ...inLists].flatMap((items) => {
    const known = new Map<string, (typeof items)[number]>()
    return items.flatMap((item): TemuanNaskah[] => {
      const kata = kataOf(item.isi)
      const before = known.get(kata.join(' '))
      known.set(kata.join(' '), item)
      if (!before || kata.length < ITEM || before.no === item.no) return []
      const penjelasan = `Butir ${before.no} dan ${item.no} berbunyi sama: "${singkat(item.isi, 120)}". Periksa apakah salah satunya seharusnya lain.`
      return [{ di: item.di, jenis: 'copy-paste', berat: 'rendah', keyakinan: 0.8, letak: item.letak, tercetak: singkat(item.isi, 160), seharusnya: null, penjelasan, terkait: [before.di] }] // biome-ignore format: a case
    })
  })
}

type Butir = {
  readonly baris: Baris
  readonly sel: Sel
  readonly c: number
  readonly kode: string
  readonly isi: string
  readonly induk: string
}

/** Cells of one column that begin with a code, within the same parent. */
function doubledRows(tabel: Tabel): TemuanNaskah[] {
  const found: TemuanNaskah[] = []
  for (let c = 0; c < tabel.kolom.length; c++) {
    const items = tabel.baris.flatMap((baris): Butir[] => {
      const sel = baris.sel[c]!
      const found = sel.asal.column === c && sel.nilai.jenis === 'teks' ? nomorAwal(sel.teks) : undefined
      // Plain numbers begin anew in every cell.
      const kode = found && /^[A-Z]{2}/i.test(found) ? found : undefined
      const isi = kode ? kunciOf(sel.teks) : ''
      return kode && isi.split(' ').length >= 4 ? [{ baris, sel, c, kode, isi, induk: baris.label.split(' › ')[0]! }] : []
    })
    items.forEach((item, i) => {
      const before = items.slice(Math.max(0, i - 8), i).findLast((o) => o.induk === item.induk && o.isi === item.isi)
      if (before) found.push(...sayRow(tabel, item, before))
    })
  }
  return found
}

function sayRow(tabel: Tabel, item: Butir, before: Butir): TemuanNaskah[] {
  // Outputs of four quarters may read alike; what is to be done in them may not.
  if (/^T\/?O/i.test(item.kode) || item.sel.asal === before.sel.asal) return []
  if (item.kode === before.kode) return []
  return [
    {
      di: item.sel.di,
      jenis: 'copy-paste',
      berat: 'rendah',
      keyakinan: 0.85,
      letak: letakSel(tabel, item.baris, item.c),
      tercetak: singkat(item.sel.teks, 160),
      seharusnya: null,
      penjelasan: `Butir ${before.kode} dan ${item.kode} berbunyi sama: "${singkat(item.sel.teks, 120)}" (${tempat(before.sel.di)} dan ${tempat(item.sel.di)}). Periksa apakah salah satunya seharusnya lain.`,
      terkait: [before.sel.di],
    },
  ]
}

/** `Pengeluaran sebenarnya merupakan …` twice in one text, with two meanings. */
function definedTwice(teks: Teks): TemuanNaskah[] {
  const known = new Map<string, { arti: string; teks: string }>()
  for (const [, term, meaning] of teks.teks.matchAll(
    /(?:^|[.;:>•➤\n]\s*|\d[.)]\s*|[-–]\s+)((?:\p{Lu}\p{L}+)(?:\s+\p{L}+){1,3})\s+(?:merupakan|adalah)\s+(?=([^.;:]{20,200}))/gu,
  )) {
    const key = kunciOf(term!)
    if (/\b(?:ini|itu|tersebut|yang|dari|pada|tahun)\b|^(?:dalam|untuk|hal|salah)\b/.test(key)) continue
    const arti = kataOf(meaning!).slice(0, 12).join(' ')
    const before = known.get(key)
    known.set(key, { arti, teks: meaning! })
    if (!before || before.arti === arti || before.arti.startsWith(arti) || arti.startsWith(before.arti)) continue
    const at = teks.teks.indexOf(term!)
    return [
      {
        di: teks.placeAt(at),
        jenis: 'copy-paste',
        berat: 'rendah',
        keyakinan: 0.75,
        letak: letakTeks(teks, singkat(term!, 60)),
        tercetak: singkat(`${term} … ${before.teks}`, 120),
        seharusnya: null,
        penjelasan: `"${term}" diartikan dua kali dan berlainan: "${singkat(before.teks)}" dan "${singkat(meaning!)}". Salah satunya agaknya tentang istilah lain.`,
      },
    ]
  }
  return []
}
