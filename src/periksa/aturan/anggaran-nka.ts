// Nilai Kinerja Anggaran: its four variables and both aspects, where a paper prints them, reckoned by the pack's formulas.
import { formatDecimal, HUNDRED, parseDecimal, toText } from '../../platform/kernel/decimal.ts'
import { type Angka, agreement, angkaOf, bagi, dari, dariPersen, type Hasil, kali, kurang, terbaca, tetap } from '../angka.ts'
import { type Aturan, type Catatan, type Hitungan, hitung, type TemuanNaskah } from '../aturan.ts'
import { konsistensi, penarikanOf } from '../bulan.ts'
import { hitungMetode, metodeOf } from '../metode.ts'
import { type Baris, letakSel, type Naskah, namaTabel, type Tabel } from '../naskah.ts'
import { petikan, tempat } from '../teks.ts'
import { totalSpent } from './kosong-nol.ts'

export const anggaranNka: Aturan = {
  kode: 'NKA',
  jenis: 'ratio',
  memeriksa:
    'Nilai Kinerja Anggaran sama dengan hasil rumusnya: penyerapan, konsistensi, capaian output, efisiensi, dan kedua aspeknya.',
  contoh: {
    benar: '95 × 9,7% + 80 × 18,2% + 100 × 43,5% + 60 × 28,6% = 84,44',
    salah: 'efisiensi 4,35% tercetak sebagai nilai 58,00, bukan 60,88',
  },
  dasar: metodeOf('NKA_IMPLEMENTASI').dasar.split(';')[0]!,
  periksa: (naskah) => {
    const scores = naskah.tabel.flatMap((tabel) => {
      const vars = variablesOf(tabel)
      return vars.length ? [{ tabel, vars }] : []
    })
    const found = [
      ...scores.map((s) => scored(s.tabel, s.vars, naskah)),
      ...naskah.tabel.flatMap((t) => [efficient(t, naskah, scores), outputs(t, naskah)]),
    ]
    return { hitungan: found.flatMap((f) => f.hitungan), temuan: found.flatMap((f) => f.temuan) }
  },
}

const VARIABLES: readonly (readonly [string, RegExp])[] = [
  ['konsistensi', /konsistensi/i],
  ['capaian keluaran', /capaian\s+(?:output|keluaran)/i],
  ['efisiensi', /efisiensi/i],
  ['penyerapan', /penyerapan|serapan/i],
]
const NONE: Catatan = { hitungan: [], temuan: [] }

type Variabel = { readonly nama: string; readonly baris: Baris; readonly nilai: Angka; readonly bobot: Angka }

function variablesOf(tabel: Tabel): Variabel[] {
  const weight = tabel.kolom.find((k) => /^bobot\b/i.test(k.judul.at(-1) ?? ''))
  const value = tabel.kolom.find(
    (k) => /^(?:nilai|hasil|capaian)\b(?!.*[x×*])/i.test(k.judul.at(-1) ?? '') && k.nomor !== weight?.nomor,
  )
  if (!weight || !value) return []
  const all = VARIABLES.flatMap(([nama, words]) => {
    const baris = tabel.baris.find((b) => words.test(b.label) && (nama !== 'penyerapan' || !/konsistensi/i.test(b.label)))
    const [nilai, bobot] = [angkaOf(baris?.sel[value.nomor]), angkaOf(baris?.sel[weight.nomor])]
    return baris && nilai && bobot ? [{ nama, baris, nilai, bobot }] : []
  })
  return all.length === VARIABLES.length ? all : []
}

const implementasi = (vars: readonly Variabel[], of: (v: Variabel) => Hasil = (v) => dariPersen(v.nilai)) =>
  hitungMetode('NKA_IMPLEMENTASI', {
    variabel: vars.flatMap((v) => [
      { kunci: { variabel: v.nama, kolom: 'Nilai' }, nilai: of(v) },
      // Weights are fixed by the regulation and stand without rounding.
      { kunci: { variabel: v.nama, kolom: 'Bobot' }, nilai: tetap(v.bobot.nilai) },
    ]),
  })

/** The summary table: four variables, the aspect of implementation, of benefit, and both. */
function scored(tabel: Tabel, vars: readonly Variabel[], naskah: Naskah): Catatan {
  const nki = implementasi(vars)
  if (!nki) return NONE
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  const both = tabel.baris.find((b) => /manfaat/i.test(b.label) && /implementasi/i.test(b.label))
  const benefit = tabel.baris.find((b) => /manfaat/i.test(b.label) && b !== both)
  const impl = tabel.baris.find((b) => /implementasi/i.test(b.label) && b !== both && !vars.some((v) => v.baris === b))
  const printed = impl && against(tabel, impl, nki, 'Nilai kinerja atas aspek implementasi', hitungan, temuan)
  const manfaat = benefit && figures(benefit)[0]
  const mi = printed && manfaat && hitungMetode('NKA_MI', { implementasi: dariPersen(printed), manfaat: dariPersen(manfaat) })
  const total = mi && both ? against(tabel, both, mi, 'Nilai kinerja anggaran', hitungan, temuan) : undefined
  if (printed && manfaat && total) temuan.push(...fromBlankMonth(naskah, tabel, vars, manfaat, total, both!))
  return { hitungan, temuan }
}

const figures = (b: Baris): Angka[] =>
  b.sel.flatMap((s, k) => (s.asal.column === k && s.nilai.jenis === 'angka' ? (angkaOf(s) ?? []) : []))

/** The figure of a row that is the result; the first one where none agrees. */
function against(
  tabel: Tabel,
  baris: Baris,
  hasil: Hasil,
  nama: string,
  hitungan: Hitungan[],
  temuan: TemuanNaskah[],
): Angka | undefined {
  const all = figures(baris)
  const angka = all.find((a) => agreement(a, hasil)) ?? all[0]
  if (!angka) return undefined
  const letak = letakSel(
    tabel,
    baris,
    baris.sel.findIndex((s) => s.di === angka.di && s.teks === angka.tercetak),
  )
  const h = hitung(angka, hasil, letak)
  hitungan.push(h)
  const penjelasan = `${nama} tercetak ${angka.tercetak}, sedangkan dari bagian-bagiannya ${terbaca(h.rumus)} = ${formatDecimal(hasil.nilai, 4)}.`
  if (!h.cocok)
    temuan.push({
      di: angka.di,
      jenis: 'ratio',
      berat: 'tinggi',
      keyakinan: 0.88,
      letak,
      tercetak: angka.tercetak,
      seharusnya: formatDecimal(hasil.nilai, 2),
      penjelasan,
    })
  return angka
}

/** K that counted a blank month as nothing carries its error into the final score. */
function fromBlankMonth(
  naskah: Naskah,
  tabel: Tabel,
  vars: readonly Variabel[],
  manfaat: Angka,
  total: Angka,
  baris: Baris,
): TemuanNaskah[] {
  const k = vars.find((v) => v.nama === 'konsistensi')!
  for (const p of penarikanOf(naskah)) {
    const spent = totalSpent(naskah, p)
    const wrong = p.bulan.at(-1)!.baris.sel.some((s) => s.angka?.eq(k.nilai.nilai))
    const right = spent && konsistensi(p, p.bulan.length, 0, { bulan: p.bulan.at(-1)!.nama, nilai: spent.nilai })
    if (!wrong || !right || agreement(k.nilai, right)) continue
    const nki = implementasi(vars, (v) => (v === k ? right : dariPersen(v.nilai)))
    const mi = nki && hitungMetode('NKA_MI', { implementasi: nki, manfaat: tetap(manfaat.nilai) })
    if (!mi || agreement(total, mi)) continue
    const value = (h: Hasil) => formatDecimal(h.nilai, 2)
    const month = p.bulan.at(-1)!
    return [
      {
        di: total.di,
        jenis: 'cross-table',
        berat: 'tinggi',
        keyakinan: 0.93,
        // The figure follows from its parts; what is wrong is one of them.
        letak: `${letakSel(
          tabel,
          baris,
          baris.sel.findIndex((s) => s.di === total.di && s.teks === total.tercetak),
        )}, konsistensi di dalamnya`,
        tercetak: total.tercetak,
        seharusnya: value(mi),
        penjelasan: `Nilai ini memakai konsistensi ${k.nilai.tercetak}, yang menghitung realisasi ${month.nama} yang kosong sebagai nol (${namaTabel(p.tabel)}). Dengan realisasi ${spent.tercetak} konsistensinya ${value(right)}, nilai aspek implementasi ${value(nki)}, dan nilai kinerja anggaran ${value(mi)}.`,
        terkait: [month.selRa.di, month.baris.di, spent.di, k.nilai.di],
      },
    ]
  }
  return []
}

/** Allocation, spending and COP of each program: the efficiency, and what it comes to on the scale of 0 to 100. */
function efficient(tabel: Tabel, naskah: Naskah, scores: readonly { tabel: Tabel; vars: readonly Variabel[] }[]): Catatan {
  const at = (words: RegExp, not = /[x×*]/i) =>
    tabel.kolom.find((k) => words.test(k.judul.join(' ')) && !not.test(k.judul.join(' ')))?.nomor
  const [cop, aa, ra] = [at(/\bcop\b/i), at(/alokasi|pagu|anggaran\s*\(?aa/i), at(/realisasi/i, /[x×*%]/i)]
  if (cop === undefined || aa === undefined || ra === undefined) return NONE
  const rows = tabel.baris.flatMap((b) => {
    const [c, a, r] = [angkaOf(b.sel[cop]), angkaOf(b.sel[aa]), angkaOf(b.sel[ra])]
    return c && a && r && !b.jumlah ? [{ program: b.label, c, a, r }] : []
  })
  if (rows.length < 2) return NONE
  const ne = hitungMetode('NKA_EFISIENSI', {
    efisiensi: rows.flatMap(({ program, c, a, r }) => [
      { kunci: { program, kolom: 'COP per OP' }, nilai: tetap(c.nilai) },
      { kunci: { program, kolom: 'Alokasi Anggaran' }, nilai: dari(a) },
      { kunci: { program, kolom: 'Realisasi Anggaran' }, nilai: dari(r) },
    ]),
  })
  if (!ne) return NONE
  // NE = 50 + E/20 × 50, and E is clamped at 20: at the ends it cannot be told.
  const half = tetap(parseDecimal('50'))
  const e = bagi(kali(kurang(ne, half), tetap(parseDecimal('20'))), half)!
  const hitungan: Hitungan[] = []
  const effect = tabel.kolom.find((k) => /efisiensi/i.test(k.judul.join(' ')))
  for (const b of tabel.baris) {
    const angka = effect && b.sel[effect.nomor]!.asal.column === effect.nomor ? angkaOf(b.sel[effect.nomor]) : undefined
    if (angka && /%/.test(angka.tercetak) && agreement(angka, e))
      hitungan.push(hitung(angka, { ...e, rumus: 'SUM(AA x COP - RA) / SUM(AA) * 100' }, letakSel(tabel, b, effect!.nomor)))
  }
  const temuan: TemuanNaskah[] = []
  for (const { tabel: t, vars } of scores)
    against(t, vars.find((v) => v.nama === 'efisiensi')!.baris, ne, 'Nilai efisiensi', hitungan, temuan)
  hitungan.push(...spokenOf(naskah, /konversi|nilai efisiensi/i, ne))
  return { hitungan, temuan }
}

const PERCENT = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*%/g

/** Percentages of sentences that hold the words, where they are the result. */
function spokenOf(naskah: Naskah, words: RegExp, hasil: Hasil): Hitungan[] {
  return petikan(naskah).flatMap((p) => {
    if (p.jenis === 'sel' || p.jenis === 'daftar' || !words.test(p.teks)) return []
    return [...p.teks.matchAll(PERCENT)].flatMap((m) => {
      const angka = spoken(m, tempat(p, m.index))
      const h = hitung(angka, hasil, p.letak)
      return h.cocok && h.pembulatan !== 'dari-angka-belum-dibulatkan' ? [h] : []
    })
  })
}

function spoken(m: RegExpMatchArray, di: Angka['di']): Angka {
  const text = m[1]!.replace(',', '.')
  return { nilai: parseDecimal(text), desimal: text.split('.')[1]?.length ?? 0, tercetak: m[0], keyakinan: 0.95, di }
}

const OVERALL =
  /capaian\s+(?:output|keluaran)\s+program\s+(?:secara\s+)?keseluruhan\s+(?:sebesar\s+|adalah\s+|=\s*)?(\d{1,3}(?:[.,]\d{1,2})?)\s*%/i

/** COP: the geometric mean of indicators, outputs and programs. */
function outputs(tabel: Tabel, naskah: Naskah): Catatan {
  const at = (words: RegExp) => tabel.kolom.find((k) => words.test(k.judul.join(' ')))?.nomor
  const [target, real, cop] = [
    at(/target\s+(?:iop|indikator output|output)/i),
    at(/realisasi\s+(?:iop|indikator output|output)/i),
    at(/^cop\b/i),
  ]
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  if (target !== undefined && real !== undefined) {
    const keluaran = indicators(tabel, target, real)
    const hasil = keluaran.length ? hitungMetode('NKA_CAPAIAN_KELUARAN', { keluaran }, 'TANPA_BATAS') : undefined
    if (hasil)
      for (const t of naskah.tabel)
        for (const k of t.kolom.filter((x) => /capaian\s+(?:output|keluaran)/i.test(x.judul.join(' '))))
          for (const b of t.baris) {
            const angka = angkaOf(b.sel[k.nomor])
            if (angka && angka.desimal > 0 && agreement(angka, hasil)) hitungan.push(hitung(angka, hasil, letakSel(t, b, k.nomor)))
          }
  }
  if (cop !== undefined) {
    const programs = tabel.baris.flatMap((b) => (b.label && !b.jumlah ? (angkaOf(b.sel[cop]) ?? []) : []))
    if (programs.length >= 2) overall(naskah, programs, hitungan, temuan)
  }
  return { hitungan, temuan }
}

function overall(naskah: Naskah, programs: readonly Angka[], hitungan: Hitungan[], temuan: TemuanNaskah[]): void {
  const keluaran = programs.flatMap((c, i) => [
    { kunci: { program: `${i}`, output: '1', indikator: '1', kolom: 'Target' }, nilai: tetap(HUNDRED) },
    { kunci: { program: `${i}`, output: '1', indikator: '1', kolom: 'Realisasi' }, nilai: dariPersen(c) },
  ])
  const found = hitungMetode('NKA_CAPAIAN_KELUARAN', { keluaran }, 'TANPA_BATAS')
  if (!found) return
  const hasil = { ...found, rumus: `GEOMEAN(${programs.map((p) => toText(p.nilai)).join('; ')})` }
  for (const p of petikan(naskah)) {
    const m = OVERALL.exec(p.teks)
    if (!m || p.jenis === 'daftar') continue
    const at = tempat(p, m.index)
    const h = hitung(spoken(m, at), hasil, p.letak)
    hitungan.push({ ...h, tercetak: `${m[1]}%` })
    const value = formatDecimal(hasil.nilai, 2)
    const penjelasan = `Capaian output program keseluruhan adalah rata-rata geometrik capaian program: ${terbaca(hasil.rumus)} = ${value}, bukan ${m[1]}.`
    if (!h.cocok)
      temuan.push({
        di: at,
        jenis: 'average',
        berat: 'sedang',
        keyakinan: 0.8,
        letak: p.letak,
        tercetak: `${m[1]}%`,
        seharusnya: value,
        penjelasan,
        terkait: programs.map((x) => x.di),
      })
  }
}

function indicators(tabel: Tabel, target: number, real: number) {
  let [program, output] = ['', '']
  return tabel.baris.flatMap((b) => {
    const words = b.sel.slice(0, target).filter((s, k) => s.asal.column === k && /\p{L}{3}/u.test(s.teks))
    if (words.length >= 3) [program, output] = [words[0]!.teks, words[1]!.teks]
    const [t, r] = [angkaOf(b.sel[target]), angkaOf(b.sel[real])]
    const indikator = words.at(-1)?.teks
    if (!t || !r || !indikator || t.nilai.isZero()) return []
    const kunci = { program, output, indikator }
    return [
      { kunci: { ...kunci, kolom: 'Target' }, nilai: tetap(t.nilai) },
      { kunci: { ...kunci, kolom: 'Realisasi' }, nilai: tetap(r.nilai) },
    ]
  })
}
