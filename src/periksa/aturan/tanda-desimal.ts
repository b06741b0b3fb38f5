// One decimal mark in one table: 93,93 beside 97.77 leaves the reader to guess, and 62.066.326162 says nothing for sure.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { letakSel, namaTabel, type Sel, type Tabel } from '../naskah.ts'

export const tandaDesimal: Aturan = {
  kode: 'TANDA-DESIMAL',
  jenis: 'format',
  memeriksa: 'Tanda desimal dan pemisah ribuan sama di seluruh tabel, dan setiap bilangan dapat dibaca dengan satu cara.',
  contoh: { benar: '93,93 dan 97,77', salah: '93.93 dan 97,77 dalam satu baris; 62.066.326162' },
  periksa: ({ tabel }) => ({
    hitungan: [],
    temuan: tabel.flatMap((t) => [...mixed(t, DECIMAL, 'desimal'), ...mixed(t, GROUPED, 'ribuan'), ...unreadable(t)]),
  }),
}

/** `93.93`, `4,5%`: no grouping has one or two figures after its mark. */
const DECIMAL = /^(?:Rp\.?\s*)?\d{1,3}([.,])\d{1,2}\s*%?$/
const GROUPED = /^(?:Rp\.?\s*)?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?:[.,]-|[.,]00)?$/

type Bertanda = { readonly sel: Sel; readonly letak: string; readonly tanda: string }

/** `1.1`, `1.2`, `2.1`: numbers of lines, which only rise. */
function isNumbering(tabel: Tabel, k: number): boolean {
  if (/^no/i.test(tabel.kolom[k]!.judul[0] ?? '')) return true
  const texts = tabel.baris.flatMap((b) => (b.sel[k]!.asal.column === k && b.sel[k]!.teks.trim()) || [])
  if (texts.length < 2 || !texts.every((t) => /^\d{1,2}(?:\.\d{1,2})+\.?$/.test(t))) return false
  const parts = texts.map((t) => t.split('.').map((n) => n.padStart(2, '0')).join('.')) // biome-ignore format: one line
  return parts.every((t, i) => i === 0 || t > parts[i - 1]!)
}

function marked(tabel: Tabel, form: RegExp): Bertanda[] {
  const numbering = new Set(tabel.kolom.flatMap(({ nomor }) => (isNumbering(tabel, nomor) ? nomor : [])))
  return tabel.baris.flatMap((b) =>
    b.sel.flatMap((sel, k): Bertanda[] => {
      const tanda = sel.asal.column === k && !numbering.has(k) ? form.exec(sel.teks.trim())?.[1] : undefined
      return tanda ? [{ sel, letak: letakSel(tabel, b, k), tanda }] : []
    }),
  )
}

/** One finding for a table, at the first figure of the rarer kind. */
function mixed(tabel: Tabel, form: RegExp, nama: 'desimal' | 'ribuan'): TemuanNaskah[] {
  const all = marked(tabel, form)
  const [points, commas] = ['.', ','].map((t) => all.filter((m) => m.tanda === t))
  if (!points!.length || !commas!.length) return []
  const [few, many] = points!.length <= commas!.length ? [points!, commas!] : [commas!, points!]
  const first = few[0]!
  const list = few
    .slice(0, 6)
    .map((m) => m.sel.teks)
    .join('; ')
  const penjelasan = `Tanda ${nama} bercampur pada ${namaTabel(tabel)}: ${list}${few.length > 6 ? '; …' : ''} memakai ${name(first.tanda)}, sedangkan ${many.length} bilangan lain (${many[0]!.sel.teks}${many[1] ? `; ${many[1].sel.teks}` : ''}) memakai ${name(many[0]!.tanda)}. Pakai koma untuk desimal dan titik untuk ribuan.`
  const seharusnya =
    nama === 'desimal' && many[0]!.tanda === ',' ? first.sel.teks.replace(/[.,](?=\d{1,2}\s*%?$)/, many[0]!.tanda) : null
  const terkait = [...few.slice(1), ...many.slice(0, 3)].map((m) => m.sel.di)
  return [
    {
      di: first.sel.di,
      jenis: 'format',
      berat: 'rendah',
      keyakinan: 0.95,
      letak: first.letak,
      tercetak: first.sel.teks,
      seharusnya,
      penjelasan,
      terkait,
    },
  ]
}
const name = (tanda: string) => (tanda === '.' ? 'titik' : 'koma')

/** Groups of three whose marks differ or are lost: 200.328,516 or 62.066.326162. */
const BROKEN =
  /^(?:Rp\.?\s*)?(?:\d{1,3}(?:[.,]\d{3})*\.\d{3},\d{3}|\d{1,3}(?:,\d{3})*,\d{3}\.\d{3}(?:[.,]\d{3})*|\d{1,3}(?:[.,]\d{3})*[.,]\d{4,6}(?:[.,]\d{3})*|\d{1,3}(?:\.\d{3})+,\d{3}(?:[.,]\d{3})*)$/

function unreadable(tabel: Tabel): TemuanNaskah[] {
  const cells = tabel.baris.flatMap((b) =>
    b.sel.flatMap((sel, k) =>
      sel.asal.column === k && BROKEN.test(sel.teks.trim()) && sel.teks.replace(/\D/g, '').length >= 6
        ? [{ sel, letak: letakSel(tabel, b, k) }]
        : [],
    ),
  )
  const [first] = cells
  if (!first) return []
  const list = cells
    .slice(0, 8)
    .map((c) => c.sel.teks)
    .join('; ')
  const penjelasan = `Pemisah ribuan pada ${namaTabel(tabel)} tidak beraturan: ${list}${cells.length > 8 ? '; …' : ''}. Tulis dengan titik pada tiap tiga angka.`
  const terkait = cells.slice(1).map((c) => c.sel.di)
  return [
    {
      di: first.sel.di,
      jenis: 'format',
      berat: 'rendah',
      keyakinan: 0.85,
      letak: first.letak,
      tercetak: first.sel.teks,
      seharusnya: null,
      penjelasan,
      terkait,
    },
  ]
}
