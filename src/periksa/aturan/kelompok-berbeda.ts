// A group has the same members wherever it is listed: the sasaran of a group in the agreement, the action plan and the report; the
// kelurahan of a kecamatan in every table that has both columns.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { beda, kunciOf, singkat } from '../kata.ts'
import { letakSel, type Naskah, namaTabel, type Sel, type Tabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const kelompokBerbeda: Aturan = {
  kode: 'KELOMPOK-BERBEDA',
  jenis: 'cross-table',
  memeriksa:
    'Anggota satu kelompok sama di semua tabel: sasaran suatu kelompok di perjanjian, rencana aksi, dan laporan; induk suatu wilayah.',
  contoh: {
    benar: 'Sasaran Khusus: 9 di perjanjian, 9 di rencana aksi',
    salah: 'Sasaran Khusus: 9 di perjanjian, 14 di rencana aksi',
  },
  periksa: (naskah) => ({ hitungan: [], temuan: [...members(naskah), ...parents(naskah)] }),
}

type Anggota = { readonly tabel: Tabel; readonly kelompok: string; readonly nama: ReadonlyMap<string, Sel> }

/** The named rows of each group: under a row of its name, or in a section of its name. */
function groupsOf(tabel: Tabel, sections: ReadonlySet<string>): Anggota[] {
  const c = tabel.kolom.findIndex((k) => /^(?:sasaran|tujuan)\b/i.test(k.judul.at(-1) ?? ''))
  if (c < 0) return []
  const section = kunciOf(tabel.bagian.at(-1) ?? '')
  const found = new Map<string, Map<string, Sel>>()
  for (const row of tabel.baris) {
    const sel = row.sel[c]!
    const kelompok = row.kelompok ? kunciOf(row.kelompok) : sections.has(section) ? section : undefined
    if (row.peran !== 'body' || row.jumlah || !kelompok || sel.asal.column !== c || sel.nilai.jenis !== 'teks') continue
    const names = found.get(kelompok) ?? new Map<string, Sel>()
    if (!names.has(startOf(sel.teks))) names.set(startOf(sel.teks), sel)
    found.set(kelompok, names)
  }
  return [...found].map(([kelompok, nama]) => ({ tabel, kelompok, nama }))
}
/** A name is known by how it begins: its end is cut and changed most. */
const startOf = (teks: string) => kunciOf(teks).replaceAll('resiko', 'risiko').split(' ').slice(0, 4).join(' ')

function members({ tabel }: Naskah): TemuanNaskah[] {
  const sections = new Set(tabel.flatMap((t) => t.baris.flatMap((b) => (b.kelompok ? kunciOf(b.kelompok) : []))))
  const all = tabel.flatMap((t) => groupsOf(t, sections)).filter((g) => g.nama.size >= 3)
  return [...Map.groupBy(all, (g) => g.kelompok).values()].flatMap((same) => {
    const sizes = [...Map.groupBy(same, (g) => g.nama.size).values()].sort((a, b) => b.length - a.length)
    const [most] = sizes
    if (!most || most.length < 2 || (sizes[1]?.length ?? 0) >= most.length) return []
    // A table of fewer may be a part; one of more has what the others do not know.
    return same.filter((g) => g.nama.size > most[0]!.nama.size).flatMap((g) => sayMembers(g, most))
  })
}

function sayMembers(group: Anggota, most: readonly Anggota[]): TemuanNaskah[] {
  const model = most[0]!
  const extra = [...group.nama].filter(([name]) => !model.nama.has(name)).map(([, sel]) => sel)
  const [first] = [...group.nama.values()]
  if (group.nama.size - extra.length < 3 || !extra.length) return []
  const name = group.kelompok.replace(/\b\p{L}/gu, (l) => l.toUpperCase())
  return [
    {
      di: first!.di,
      jenis: 'cross-table',
      berat: 'sedang',
      keyakinan: 0.8,
      letak: `${namaTabel(group.tabel)}, kelompok ${name}`,
      tercetak: String(group.nama.size),
      seharusnya: String(model.nama.size),
      penjelasan: `${namaTabel(group.tabel)} memuat ${group.nama.size} sasaran dalam kelompok ${name}, sedangkan ${most.map((m) => `${namaTabel(m.tabel)} (${tempat(m.tabel.di)})`).join(', ')} memuat ${model.nama.size}. Yang tidak ada di sana: ${extra
        .slice(0, 6)
        .map((s) => `"${singkat(s.teks, 60)}" (${tempat(s.di)})`)
        .join('; ')}. Samakan daftarnya.`,
      terkait: [...extra.map((s) => s.di), ...[...model.nama.values()].map((s) => s.di)],
    },
  ]
}

type Induk = { readonly tabel: Tabel; readonly anak: Sel; readonly letak: string; readonly induk: string; readonly printed: string }

/** Columns of two kinds of place, of which every one of the second lies in one of the first. */
function parents({ tabel }: Naskah): TemuanNaskah[] {
  const found = new Map<string, Induk[]>()
  for (const t of tabel) {
    const title = (c: number) => kunciOf(t.kolom[c]?.judul.at(-1) ?? '')
    for (let c = 1; c < t.kolom.length; c++) {
      if (!WILAYAH.has(title(c - 1)) || !WILAYAH.has(title(c))) continue
      let above = ''
      for (const b of t.baris) {
        const [parent, child] = [b.sel[c - 1]!, b.sel[c]!]
        if (parent.teks !== '') above = parent.teks
        if (b.peran !== 'body' || b.jumlah || child.nilai.jenis !== 'teks' || child.asal.column !== c || !above) continue
        const key = `${title(c - 1)} ${title(c)} ${kunciOf(child.teks)}`
        const known = found.get(key) ?? []
        if (!known.some((k) => k.tabel === t))
          found.set(key, [...known, { tabel: t, anak: child, letak: letakSel(t, b, c), induk: kunciOf(above), printed: above }])
      }
    }
  }
  const pairs = [...found.values()].filter((f) => f.length > 1)
  // One letter apart is a slip of spelling, and one place.
  const differ = pairs.filter((f) => f.some((o) => beda(o.induk, f[0]!.induk, 2) > 2))
  if (differ.length * 4 > pairs.length) return []
  return differ.flatMap((f) => {
    const [most] = [...Map.groupBy(f, (o) => o.induk).values()].sort((a, b) => b.length - a.length)
    const odd = f.find((o) => o.induk !== most![0]!.induk)!
    const right = most![0]!
    return [
      {
        di: odd.anak.di,
        jenis: 'cross-table' as const,
        berat: 'rendah' as const,
        keyakinan: most!.length > 1 ? 0.85 : 0.65,
        letak: odd.letak,
        tercetak: odd.printed,
        seharusnya: right.printed,
        penjelasan: `${odd.anak.teks} berada di bawah ${odd.printed} di ${namaTabel(odd.tabel)} (${tempat(odd.anak.di)}), tetapi di bawah ${right.printed} di ${namaTabel(right.tabel)} (${tempat(right.anak.di)}).`,
        terkait: f.filter((o) => o !== odd).map((o) => o.anak.di),
      },
    ]
  })
}
const WILAYAH = new Set(['provinsi', 'kota', 'kabupaten', 'kota kabupaten', 'kecamatan', 'kelurahan', 'desa', 'rw'])
