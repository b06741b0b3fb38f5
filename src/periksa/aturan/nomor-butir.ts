// The markers of lists and headings (1., a), (2), B.): each goes on from the one before it on its level. Levels are told by
// their form alone, since a paper's indents are lost; where the form is not enough, nothing is said.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { kataOf } from '../kata.ts'
import { cuplik } from '../naskah.ts'
import { type Petikan, petikan } from '../teks.ts'

export const nomorButir: Aturan = {
  kode: 'NOMOR-BUTIR',
  jenis: 'numbering',
  memeriksa: 'Butir dan judul bernomor berurutan dan sebentuk: sesudah a. datang b., sesudah (2) datang (3).',
  contoh: { benar: '1) …; 2) …; 3) …', salah: 'a. …; 2) …; 3) … atau (1) …, (2) …, …, (4) …' },
  periksa: (naskah) => {
    const all = petikan(naskah).filter((p) => p.jenis !== 'daftar' && p.jenis !== 'sel' && p.jenis !== 'keterangan')
    return { hitungan: [], temuan: [...lists(all), ...inline(all)] }
  },
}

type Tanda = { readonly bentuk: string; readonly nilai: number; readonly teks: string }
type Tingkat = { bentuk: string; nilai: number; readonly p: Petikan; last: Petikan; teks: string; count: number }

const MARKER = /^(\(?)(\d{1,2}|[a-zA-Z])([.)])\)?$/
const HEADED = /^(\(?)(\d{1,2}|[A-Z]|[a-z](?=\)))([.)])\s+\S/

function markerOf(p: Petikan): Tanda | undefined {
  const found = p.jenis === 'butir' ? MARKER.exec(p.tanda!.trim()) : p.jenis === 'judul' ? HEADED.exec(p.teks) : null
  if (!found) return undefined
  const [, open, sign, close] = found
  const kind = /\d/.test(sign!) ? '1' : sign === sign!.toLowerCase() ? 'a' : 'A'
  const nilai = kind === '1' ? Number(sign) : sign!.toLowerCase().charCodeAt(0) - 96
  return { bentuk: `${open}${kind}${close}`, nilai, teks: `${open}${sign}${close}` }
}

function lists(all: readonly Petikan[]): TemuanNaskah[] {
  const temuan: TemuanNaskah[] = []
  let levels: Tingkat[] = []
  for (const p of all) {
    if (p.jenis === 'judul' && /^(?:bab|lampiran)\b/i.test(p.teks)) levels = []
    const m = markerOf(p)
    if (!m) continue
    const at = levels.findLastIndex((l) => l.bentuk === m.bentuk && l.nilai + 1 === m.nilai)
    if (at >= 0) {
      levels.length = at + 1
      Object.assign(levels[at]!, { nilai: m.nilai, last: p, teks: m.teks, count: levels[at]!.count + 1 })
      continue
    }
    if (m.nilai !== 1) {
      const said = broken(levels, m, p)
      if (said) temuan.push(said)
    }
    levels.push({ bentuk: m.bentuk, nilai: m.nilai, p, last: p, teks: m.teks, count: 1 })
  }
  return temuan
}

function broken(levels: readonly Tingkat[], m: Tanda, p: Petikan): TemuanNaskah | undefined {
  const say = (keyakinan: number, seharusnya: string | null, penjelasan: string, from: Tingkat): TemuanNaskah => ({
    di: p.di,
    jenis: 'numbering',
    berat: 'rendah',
    keyakinan,
    letak: p.letak,
    tercetak: `${m.teks} ${cuplik(p.jenis === 'judul' ? p.teks.slice(m.teks.length + 1) : p.teks)}`,
    seharusnya,
    penjelasan,
    terkait: [from.last.di],
  })
  const near = levels.at(-1)
  if (!near) return undefined
  // The same form right before it: one is missing, or it stands twice.
  if (near.bentuk === m.bentuk && near.count > 1) {
    if (m.nilai === near.nilai)
      return say(0.75, next(m, 1), `Tanda ${m.teks} tercetak dua kali berturut-turut; yang kedua seharusnya ${next(m, 1)}.`, near)
    if (m.nilai === near.nilai + 2)
      return say(0.7, next(m, -1), `Sesudah ${near.teks} langsung ${m.teks}: ${next(m, -1)} tidak ada.`, near)
    // Titles that begin alike are of one row: a letter that was used in it before is the wrong one.
    const after = next({ ...m, nilai: near.nilai }, 1)
    if (m.nilai < near.nilai && m.nilai > 1 && near.count > 2 && alike(near.last, p))
      return say(0.85, after, `Sesudah ${near.teks} tanda ini seharusnya ${after}, bukan ${m.teks} lagi.`, near)
    return undefined
  }
  // `1) …, 2) …, c) …`: the row goes on in another form.
  const on = levels.findLast(
    (l) => l.nilai + 1 === m.nilai && l.count > 1 && digits(l) !== digits(m) && brackets(l) === brackets(m),
  )
  const right = on && next({ ...m, bentuk: on.bentuk }, 0)
  if (on && alike(on.last, p) && !levels.some((l) => l.bentuk === m.bentuk))
    return say(0.8, right!, `Sesudah ${on.teks} tanda butir yang setingkat seharusnya ${right}, bukan ${m.teks} lagi.`, on)
  if (m.nilai !== 2) return undefined
  // A second without a first of its form, and a first of another form that has no second.
  const first = levels.find((l) => l.nilai === 1 && l.count === 1 && l.bentuk.includes('1') !== m.bentuk.includes('1'))
  if (!first) return undefined
  const text = `Butir ini bertanda ${m.teks}, tetapi tidak ada ${next(m, -1)} sebelumnya; butir pertama yang setingkat tampaknya bertanda ${first.teks}. Samakan bentuk penomorannya.`
  return say(0.7, null, text, first)
}

const digits = ({ bentuk }: { bentuk: string }) => bentuk.includes('1')
const brackets = ({ bentuk }: { bentuk: string }) => bentuk.replace(/[1aA]/, '')
/** Two titles that begin with the same word, or the same two where it is a small one. */
function alike(a: Petikan, b: Petikan): boolean {
  const [x, y] = [kataOf(a.teks), kataOf(b.teks)]
  return x[0] === y[0] && (x[0]?.length ?? 0) > 5
}

function next({ bentuk, nilai }: Tanda, by: number): string {
  const n = nilai + by
  const sign = bentuk.includes('1') ? `${n}` : String.fromCharCode((bentuk.includes('a') ? 96 : 64) + n)
  return bentuk.replace(/[1aA]/, sign)
}

const IN_TEXT = /(?<!(?:ayat|angka|huruf|pasal|butir|nomor|tabel|gambar)\s*)(?<![\p{L}\d])\((\d{1,2})\)\s+(?=\p{L})/giu

/** `(1) …, (2) …` within sentences, which may go on in the next paragraph. */
function inline(all: readonly Petikan[]): TemuanNaskah[] {
  const temuan: TemuanNaskah[] = []
  let open: { nilai: number; di: Place } | undefined
  for (const p of all) {
    if (p.jenis !== 'alinea') {
      open = undefined
      continue
    }
    const marks = [...p.teks.matchAll(IN_TEXT)]
    for (const m of marks) {
      const nilai = Number(m[1])
      if (open && open.nilai >= 2 && nilai === open.nilai + 2)
        temuan.push({
          di: p.di,
          jenis: 'numbering',
          berat: 'rendah',
          keyakinan: 0.9,
          letak: p.letak,
          tercetak: `(${nilai}) ${cuplik(p.teks.slice(m.index + m[0].length))}`,
          seharusnya: `(${open.nilai + 1})`,
          penjelasan: `Perincian dalam kalimat berjalan dari (${open.nilai}) ke (${nilai}): nomor (${open.nilai + 1}) tidak ada.`,
          terkait: [open.di],
        })
      open = nilai === 1 || (open && nilai > open.nilai) ? { nilai, di: p.di } : undefined
    }
    if (/[.!?]["”]?\s*$/.test(p.teks)) open = undefined
  }
  return temuan
}
