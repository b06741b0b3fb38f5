// One indicator, one year, one measure: its figure is the same in every table that prints it. The executive summary, the agreement,
// the action plan and the chapters repeat each other; what most of them say weighs most.
import { formatDecimal } from '../../platform/kernel/decimal.ts'
import type { Aturan, Catatan, Hitungan, TemuanNaskah } from '../aturan.ts'
import { type FaktaSel, faktaOf } from '../fakta.ts'
import { kataOf, singkat } from '../kata.ts'
import { namaTabel, type Tabel } from '../naskah.ts'
import { berulang, samaAngka, samaSatuanLain, tempat } from '../sama.ts'

export const nilaiBerbeda: Aturan = {
  kode: 'NILAI-BERBEDA',
  jenis: 'cross-table',
  memeriksa:
    'Target, realisasi, capaian, atau anggaran satu indikator atau program pada tahun yang sama tercetak sama di semua tabel.',
  contoh: {
    benar: 'Indeks Layanan 2024: realisasi 97,77 di dua tabel',
    salah: 'Indeks Layanan 2024: realisasi 97,77 di satu tabel, 96,55 di tabel lain',
  },
  periksa: (naskah) => {
    const { sel, tahun, teks } = faktaOf(naskah)
    const changed = teks.some((t) => CHANGED.test(t.teks))
    const known = reached(withoutTitle(sel)).filter((s) => isName(s.nama) && ROLE.test(s.ukuran))
    const found = [...groups(known, (s) => s.nama).values()].flatMap((same) => compare(same, tahun))
    const kin = kinOf(known).map((pair) => compareKin(pair, tahun))
    const temuan = [...found, ...kin].flatMap((f) => f.temuan)
    return {
      hitungan: [...found, ...kin].flatMap((f) => f.hitungan),
      temuan: changed ? temuan.filter((t) => t.keyakinan !== RENCANA) : temuan,
    }
  },
}

/** A name over every column of the years says nothing of any of them: `Capaian Kinerja Program › Kinerja 2022 › Target`. */
function withoutTitle(sel: readonly FaktaSel[]): FaktaSel[] {
  return [...groups(sel, (s) => s.tabel).values()].flatMap((facts) => {
    const yearly = facts.filter((s) => s.tahunDari === 'kolom' && s.kolom.judul.length > 1)
    const [first] = yearly
    const title = first?.ukuran.split(' › ')[0]
    const over = title && yearly.length > 1 && yearly.every((s) => s.kolom.judul[0] === first.kolom.judul[0] && s.ukuran.startsWith(`${title} › `)) // biome-ignore format: one condition
    return over ? facts.map((s) => (yearly.includes(s) ? { ...s, ukuran: s.ukuran.slice(title.length + 3) } : s)) : facts
  })
}

/** `Capaian Target` beside a target is the realisation, where another table prints one of its figures as that. */
function reached(sel: readonly FaktaSel[]): readonly FaktaSel[] {
  const named = sel.filter((s) => s.ukuran === 'capaian target')
  const known = named.length ? groups(sel.filter((s) => s.ukuran === 'realisasi'), (s) => `${s.nama} ${s.tahun}`) : new Map<string, FaktaSel[]>() // biome-ignore format: one line
  const proved = named.filter((s) => known.get(`${s.nama} ${s.tahun}`)?.some((o) => samaAngka(o.angka, s.angka)))
  const tables = new Set(proved.map((s) => s.tabel))
  return tables.size ? sel.map((s) => (s.ukuran === 'capaian target' && tables.has(s.tabel) ? { ...s, ukuran: 'realisasi' } : s)) : sel // biome-ignore format: one line
}

const ROLE = /\b(?:target|realisasi|capaian|anggaran)\b/
/** The paper itself says that a target was changed against the plan. */
const CHANGED =
  /(?:penyesuaian|perubahan|revisi)\s+target|target[^.]{0,120}\b(?:disesuaikan|dinaikkan|diturunkan|diubah|direvisi)\b|tidak mengikuti rencana/i
const isName = (nama: string) =>
  nama.length >= 12 && nama.includes(' ') && !/^(?:sub )?(?:jumlah|total|rata rata|capaian)\b/.test(nama)

function groups<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const map = new Map<K, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const known = map.get(key)
    if (known) known.push(one)
    else map.set(key, [one])
  }
  return map
}

/** A name that stands in two rows of a table is none that could be found again. */
function unique(same: readonly FaktaSel[]): FaktaSel[] {
  const rows = groups(same, (s) => s.tabel)
  return same.filter((s) => rows.get(s.tabel)!.every((o) => o.baris === s.baris || o.ukuran !== s.ukuran || o.tahun !== s.tahun))
}

function compare(all: readonly FaktaSel[], year: number | null): Catatan[] {
  const same = unique(all)
  const late = tahunKeliru(same, year)
  return [
    ...late.map((l) => l.catatan),
    compareValues(
      same.filter((f) => !late.some((l) => l.facts.includes(f))),
      year,
    ),
  ]
}

function compareValues(same: readonly FaktaSel[], year: number | null): Catatan {
  const hitungan: Hitungan[] = []
  const temuan: TemuanNaskah[] = []
  const tables = groups(same, (s) => s.tabel)
  for (const facts of groups(same, (s) => `${s.ukuran} ${s.tahun ?? year}`).values()) {
    if (new Set(facts.map((f) => f.tabel)).size < 2) continue
    const values: FaktaSel[][] = []
    for (const fact of facts) {
      const like = values.find((v) => samaAngka(v[0]!.angka, fact.angka))
      if (like) {
        hitungan.push(berulang(fact.angka, like[0]!.angka, fact.letak))
        like.push(fact)
      } else values.push([fact])
    }
    const [most, ...others] = values.toSorted((a, b) => b.length - a.length)
    for (const other of others)
      for (const fact of other) {
        const against = most!.find((m) => m.tabel !== fact.tabel)
        if (against && comparable(fact, against) && values.length <= 3 && !isSeries(fact.tabel, against.tabel))
          temuan.push(say(fact, against, most!, tables))
      }
  }
  return { hitungan, temuan }
}

/** `Capaian Kecamatan A`, `Capaian Kecamatan B`: captions or sections that differ in a name tell of two things. */
function isSeries(a: Tabel, b: Tabel): boolean {
  const titles = (t: Tabel) => [t.judul?.text ?? '', t.bagian.at(-1) ?? '']
  return titles(a).some((title, i) => {
    const [x, y] = [title, titles(b)[i]!].map((t) => kataOf(t).filter((w) => !/^\d+$/.test(w)))
    const only = [x!.filter((w) => !y!.includes(w)), y!.filter((w) => !x!.includes(w))]
    return x!.length > 2 && only.every((o) => o.length > 0 && o.length <= 2 && !o.some((w) => ORDINARY.test(w)))
  })
}
const ORDINARY =
  /^(?:target|realisasi|capaian|ringkasan|rekap\w*|rincian|perbandingan|perjanjian|rencana|aksi|hasil|kinerja|indikator|anggaran|tahun)$/

/** Figures twenty times as large, or in another unit, stand in columns of another kind. */
function comparable(a: FaktaSel, b: FaktaSel): boolean {
  if (samaSatuanLain(a.angka.nilai, b.angka.nilai) || Math.min(a.angka.keyakinan, b.angka.keyakinan) < 0.6) return false
  const [small, large] = [a.angka.nilai.abs(), b.angka.nilai.abs()].sort((x, y) => x.cmp(y))
  return large!.lt(1000) || small!.times(20).gt(large!)
}

/**
 * A row whose figures under one year are, all of them, those that another table prints under another year, and not those printed
 * of its own year elsewhere: its column or caption kept a wrong year.
 */
function tahunKeliru(same: readonly FaktaSel[], year: number | null): { facts: FaktaSel[]; catatan: Catatan }[] {
  return [...groups(same, (s) => `${s.tabel.urutan} ${s.tahun}`).values()].flatMap((facts) => {
    const [{ tabel, tahun }] = facts as [FaktaSel]
    if (!tahun || new Set(facts.map((f) => f.angka.nilai.toString())).size < 2) return []
    const elsewhere = (fact: FaktaSel) => same.filter((o) => o.tabel !== tabel && o.ukuran === fact.ukuran)
    const years = new Set(same.flatMap((o) => (o.tabel !== tabel ? (o.tahun ?? year ?? []) : [])))
    years.delete(tahun)
    const holds = (fact: FaktaSel, y: number) =>
      elsewhere(fact).find((o) => (o.tahun ?? year) === y && samaAngka(o.angka, fact.angka))
    const other = [...years].find((y) => facts.every((f) => holds(f, y)))
    const own = facts.flatMap((f) => elsewhere(f).filter((o) => o.tahun === tahun))
    if (
      other === undefined ||
      !own.length ||
      own.some((o) => facts.some((f) => f.ukuran === o.ukuran && samaAngka(o.angka, f.angka)))
    )
      return []
    const models = facts.map((f) => holds(f, other)!)
    const header = tabel.asal.rows.find((r) => r.role === 'header' && r.cells.some((c) => c.text.includes(String(tahun))))
    const di = (facts[0]!.tahunDari === 'kolom' ? header?.at : tabel.judul?.at) ?? tabel.di
    const figures = facts.map((f) => f.angka.tercetak).join(', ')
    const temuan: TemuanNaskah = {
      di,
      jenis: 'caption',
      berat: 'sedang',
      keyakinan: 0.9,
      letak: `${namaTabel(tabel)}, tahun`,
      tercetak: `Tahun ${tahun}`,
      seharusnya: `Tahun ${other}`,
      penjelasan: `${namaTabel(tabel)} memberi tahun ${tahun} pada angka ${figures} untuk ${singkat(facts[0]!.sebutan)}, padahal ${namaTabel(models[0]!.tabel)} mencetak angka itu untuk tahun ${other} dan ${namaTabel(own[0]!.tabel)} mencetak ${own
        .map((o) => o.angka.tercetak)
        .slice(0, 3)
        .join(', ')} untuk tahun ${tahun}. Perbaiki tahunnya.`,
      terkait: [...(tabel.judul ? [tabel.judul.at] : []), facts[0]!.angka.di, models[0]!.angka.di, own[0]!.angka.di],
    }
    return [{ facts, catatan: { temuan: [temuan], hitungan: facts.map((f, i) => berulang(f.angka, models[i]!.angka, f.letak)) } }]
  })
}

function say(fact: FaktaSel, against: FaktaSel, most: readonly FaktaSel[], tables: ReadonlyMap<unknown, FaktaSel[]>): TemuanNaskah {
  // Two tables that agree on nothing else may be about two things of one name.
  const others = tables.get(against.tabel)!.filter((o) => o.ukuran !== fact.ukuran || o.tahun !== fact.tahun)
  const agree = tables.get(fact.tabel)!.filter((f) => others.some((o) => o.ukuran === f.ukuran && samaAngka(o.angka, f.angka)))
  const years = [fact, against].map((f) => (f.tahunDari === 'kolom' ? 1 : f.tahunDari === 'judul' ? 0.95 : 0.85))
  const support = agree.length ? 1 : most.length > 1 ? 0.95 : 0.8
  // A plan of several years may set one target and the agreement of the year another.
  const plan = [fact, against].filter((f) =>
    PLAN.test(`${f.tabel.judul?.text} ${f.tabel.kolom.map((k) => k.judul.join(' ')).join(' ')}`),
  )
  if (plan.length === 1 && fact.ukuran === 'target') return sayPlan(fact, against, most)
  const keyakinan = 0.95 * Math.min(...years) * support * Math.min(fact.angka.keyakinan, against.angka.keyakinan, 1)
  const places = most.map((m) => `${namaTabel(m.tabel)} (${tempat(m.angka.di)})`)
  return {
    di: fact.angka.di,
    jenis: 'cross-table',
    berat: /realisasi|capaian/.test(fact.ukuran) ? 'tinggi' : 'sedang',
    keyakinan: Math.round(keyakinan * 100) / 100,
    letak: versus(fact, against),
    tercetak: fact.angka.tercetak,
    seharusnya: formatDecimal(against.angka.nilai, against.angka.desimal),
    lain: against.angka.nilai,
    penjelasan: `${singkat(fact.sebutan)}: ${namaTabel(fact.tabel)} mencetak ${fact.ukuran} ${fact.angka.tercetak}, sedangkan ${places.slice(0, 3).join(', ')} mencetak ${against.angka.tercetak}. Samakan kedua angka, atau jelaskan perbedaannya.`,
    terkait: most.map((m) => m.angka.di),
  }
}

/** Its own place: a table may agree with itself and differ from another all the same. */
const versus = (fact: FaktaSel, against: FaktaSel) => `${fact.letak}, terhadap ${namaTabel(against.tabel)}`

/** How sure it is that a plan and an agreement should print one target. */
const RENCANA = 0.5
const PLAN = /\b(?:renstra|rpd|rpjmd|jangka menengah)\b|tujuan dan sasaran/i

function sayPlan(fact: FaktaSel, against: FaktaSel, most: readonly FaktaSel[]): TemuanNaskah {
  const name = singkat(fact.sebutan)
  return {
    di: fact.angka.di,
    jenis: 'cross-table',
    berat: 'rendah',
    keyakinan: RENCANA,
    letak: versus(fact, against),
    tercetak: fact.angka.tercetak,
    seharusnya: formatDecimal(against.angka.nilai, against.angka.desimal),
    lain: against.angka.nilai,
    penjelasan: `${name}: target ${fact.angka.tercetak} di ${namaTabel(fact.tabel)} dan ${against.angka.tercetak} di ${namaTabel(against.tabel)} berbeda antara rencana jangka menengah dan perjanjian tahun itu. Bila targetnya memang diubah, sebutkan dasarnya.`,
    terkait: most.map((m) => m.angka.di),
  }
}

/** Rows of two tables whose names begin alike, each the only one of its table: a name was shortened, or its end changed. */
function kinOf(known: readonly FaktaSel[]): [FaktaSel[], FaktaSel[]][] {
  const byStart = groups(
    known.filter((s) => s.nama.split(' ').length > KIN),
    (s) => s.nama.split(' ').slice(0, KIN).join(' '),
  )
  return [...byStart.values()].flatMap((same) => {
    const tables = [...groups(same, (s) => s.tabel).values()].filter((cells) => new Set(cells.map((c) => c.nama)).size === 1)
    return tables.flatMap((a, i) =>
      tables.slice(i + 1).flatMap((b) => (a[0]!.nama === b[0]!.nama ? [] : [[a, b] as [FaktaSel[], FaktaSel[]]])),
    )
  })
}
const KIN = 6

/** Said only where several years agree and one does not. */
function compareKin([a, b]: [FaktaSel[], FaktaSel[]], year: number | null): Catatan {
  const pairs = a.flatMap((x) => {
    const y = b.find((o) => o.ukuran === x.ukuran && (o.tahun ?? year) === (x.tahun ?? year))
    return y ? [[x, y] as const] : []
  })
  const differ = pairs.filter(([x, y]) => !samaAngka(x.angka, y.angka))
  const agree = pairs.filter(([x, y]) => samaAngka(x.angka, y.angka))
  const hitungan = agree.length > differ.length ? agree.map(([x, y]) => berulang(y.angka, x.angka, y.letak)) : []
  if (differ.length !== 1 || agree.length < 3) return { hitungan, temuan: [] }
  const [x, y] = differ[0]!
  const found = say(
    x,
    y,
    [y],
    groups([...a, ...b], (s) => s.tabel),
  )
  return { hitungan, temuan: [{ ...found, keyakinan: Math.min(found.keyakinan, 0.7) }] }
}
