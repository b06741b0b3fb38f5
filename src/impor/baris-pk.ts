// The rows of an agreement's tables, one after the other, become groups, sasaran and indicators. Pure.
import { BENTUK } from '../peraturan/dki-jakarta/bentuk.ts'
import type { Baris, Sel, Tabel } from '../periksa/naskah.ts'
import type { Doubt } from '../platform/documents/blocks/paper.ts'
import { readPrinted } from '../platform/kernel/printed-value.ts'
import { angkaTerbaca, isKosong, keyakinanSel, NO_FIGURE, NOT_PRINTED, teksTerbaca, tempatOf } from './baca-nilai.ts'
import type { IndikatorTerbaca, KelompokTerbaca } from './bentuk-terbaca.ts'
import { type Kata, type Letak, letakKolom, namaKolom } from './kolom.ts'
import { type Masalah, masalah } from './masalah.ts'
import { blokPengukuran } from './pengukuran.ts'
import type { AngkaTerbaca, Terbaca } from './terbaca.ts'

const ISI = [
  'nomor',
  'sasaran',
  'nomorIndikator',
  'indikator',
  'sumberData',
  'pengukuran',
  'tw1',
  'tw2',
  'tw3',
  'tw4',
  'tahunan',
  'satuan',
] as const
export type Isi = (typeof ISI)[number]
const QUARTER = (roman: string, number: number) => new RegExp(`^(?:.*\\b(?:triwulan|tw|target)\\s*)?(?:${roman}|${number})$`)
const KATA: Kata<Isi> = [
  ['nomor', /^(?:no|nomor)(?: urut)?$/],
  ['sasaran', /^(?:no\.?\s+)?sasaran\b/],
  ['nomorIndikator', /^(?:no|nomor)$/],
  ['indikator', /indikator/],
  ['sumberData', /^sumber\b/],
  ['pengukuran', /pengukuran|formula|definisi|cara (?:ukur|hitung|penghitungan)/],
  ['tw1', QUARTER('i', 1)],
  ['tw2', QUARTER('ii', 2)],
  ['tw3', QUARTER('iii', 3)],
  ['tw4', QUARTER('iv', 4)],
  ['tahunan', /tahunan|^target\b/],
  ['satuan', /keterangan|satuan/],
]
const TRIWULAN = ['tw1', 'tw2', 'tw3', 'tw4'] as const

/** The columns of a table of targets; undefined for any other table. */
export function letakPk(tabel: Tabel): Letak<Isi> | undefined {
  const named = letakKolom(tabel, KATA)
  // Agreements of the first years name the aim of the plan above their sasaran.
  const tujuan = tabel.kolom.findIndex((k) => /^tujuan$/.test(namaKolom(k)))
  const letak = named.sasaran === undefined && tujuan >= 0 ? { ...named, sasaran: tujuan } : named
  const targets = letak.tahunan !== undefined || letak.tw1 !== undefined
  const results = tabel.kolom.some((k) => /realisasi|capaian|rencana aksi|output/i.test(k.judul.at(-1) ?? ''))
  return letak.sasaran !== undefined && letak.indikator !== undefined && targets && !results ? letak : undefined
}

/** The rows of the tables of targets one after the other, with what stands open: group, sasaran. */
export class PkRows {
  readonly kelompok: KelompokTerbaca[] = []
  readonly #masalah: Masalah[] = []
  readonly #bentuk: string
  readonly #doubts: readonly Doubt[]
  #before: Baris | undefined
  constructor(bentuk: string, doubts: readonly Doubt[]) {
    this.#bentuk = bentuk
    this.#doubts = doubts
  }

  read(baris: Baris, letak: Letak<Isi>): void {
    const group = groupIn(baris)
    if (group) this.#openGroup(group)
    else this.#row(baris, letak)
    this.#before = baris
  }

  #openGroup(sel: Sel): void {
    const nama = teksTerbaca(sel.teks, sel.di)
    const known = kelompokOf(nama.dibaca, this.#bentuk)
    if (!known)
      this.#note('BACA-KELOMPOK', sel, `Kelompok "${nama.dibaca}" tidak dikenal dalam bentuk Perjanjian Kinerja mana pun.`, {
        tercetak: sel.teks,
      })
    const kelompok =
      known ??
      nama.dibaca
        .toUpperCase()
        .replace(/^SASARAN\s+/, '')
        .replace(/\W+/g, '_')
    if (this.kelompok.at(-1)?.kelompok !== kelompok) this.kelompok.push({ kelompok, nama, sasaran: [] })
  }

  #row(baris: Baris, letak: Letak<Isi>): void {
    const at = (isi: Isi) => (letak[isi] === undefined ? undefined : baris.sel[letak[isi]])
    const fresh = (isi: Isi) => {
      const sel = at(isi)
      return sel && sel.teks.trim() !== '' && this.#before?.sel[letak[isi]!]?.asal !== sel.asal ? sel : undefined
    }
    const text = (isi: Isi, lines = false) => this.#text(at(isi), lines)
    const filled = baris.sel.filter((s, i) => s.asal.column === i && s.teks.trim() !== '')
    if (!filled.length) return
    const [nomor, uraian] = [fresh('nomor'), fresh('sasaran')]
    const open = this.kelompok.at(-1)?.sasaran.at(-1)
    const again = open && uraian && nomor && open.no.dibaca === clean(nomor.teks) && open.uraian.dibaca === clean(uraian.teks)
    if (again) open.uraian.tempatLain = [...(open.uraian.tempatLain ?? []), tempatOf(uraian.di)]
    else if (uraian || (nomor && (!open || (clean(nomor.teks) !== open.no.dibaca && letak.nomorIndikator !== undefined)))) {
      if (!this.kelompok.length) this.#withoutGroup(baris)
      this.kelompok.at(-1)!.sasaran.push({ no: this.#text(nomor), uraian: this.#text(uraian), indikator: [] })
      if (!nomor) this.#note('BACA-NOMOR', uraian!, 'Sasaran ini tercetak tanpa nomor.', { tercetak: uraian!.teks })
    }
    const sasaran = this.kelompok.at(-1)?.sasaran.at(-1)
    const name = fresh('indikator')
    if (!sasaran || !name) {
      this.#note('BACA-BARIS', filled[0]!, 'Baris ini tidak memuat nama indikator; isinya tidak dimasukkan.', {
        tercetak: filled
          .map((s) => s.teks)
          .join(' | ')
          .slice(0, 300),
        berat: 'tinggi',
      })
      return
    }
    const figures = TRIWULAN.map((t) => this.#figure(at(t)))
    const pengukuran = text('pengukuran', true)
    const extra = [...TRIWULAN, 'tahunan' as const].flatMap((isi) => doubled(at(isi)))
    const unnamed = baris.sel.filter((s, i) => s.asal.column === i && s.teks.trim() !== '' && !Object.values(letak).includes(i))
    const beyond = [...extra, ...unnamed.map((s) => this.#figure(s)).filter((f) => f.status !== 'KOSONG')]
    const where = `sasaran ${sasaran.no.dibaca}`
    if (beyond.length)
      this.#note(
        'BACA-LEBIH',
        name,
        `Baris ini mencetak ${beyond.length} angka lebih daripada lima sel target: yang pertama-tama dibaca sebagai triwulan dan tahunan, sisanya disimpan sebagai nilai lebih.`,
        {
          letak: where,
          tercetak: beyond.map((b) => b.tercetak).join(' | '),
          keyakinan: 0.8,
        },
      )
    for (const s of unnamed.filter((s) => this.#figure(s).status === 'KOSONG'))
      this.#note('BACA-KOLOM', s, 'Kolom ini tidak dikenal; isinya tidak dimasukkan.', {
        letak: where,
        tercetak: s.teks.slice(0, 300),
      })
    const indikator: IndikatorTerbaca = {
      no: letak.nomorIndikator === undefined ? { ...sasaran.no } : text('nomorIndikator'),
      nama: text('indikator'),
      sumberData: text('sumberData'),
      pengukuran: { ...pengukuran, blok: isKosong(pengukuran) ? [] : blokPengukuran(pengukuran.dibaca) },
      triwulan: figures,
      tahunan: this.#figure(at('tahunan')),
      nilaiLebih: beyond,
      satuan: text('satuan'),
    }
    for (const [i, f] of [...figures, indikator.tahunan].entries())
      if (f.keyakinan < 0.5)
        this.#note(
          'BACA-ANGKA',
          name,
          `${i < 4 ? `Triwulan ${['I', 'II', 'III', 'IV'][i]}` : 'Target tahunan'} tidak terbaca sebagai angka.`,
          { letak: where, tercetak: f.tercetak, keyakinan: f.keyakinan },
        )
    sasaran.indikator.push(indikator)
  }

  #withoutGroup(baris: Baris): void {
    const bentuk = BENTUK.find((b) => b.kode === this.#bentuk)!
    this.#masalah.push(
      masalah('BACA-KELOMPOK', baris.di, `Naskah tidak mencetak kelompok sasaran; dibaca sebagai ${bentuk.kelompok[0]!.nama}.`, {
        keyakinan: 0.5,
      }),
    )
    this.kelompok.push({ kelompok: bentuk.kelompok[0]!.kode, nama: NOT_PRINTED, sasaran: [] })
  }

  #text(sel: Sel | undefined, lines = false): Terbaca {
    if (!sel || sel.teks.trim() === '') return NOT_PRINTED
    return teksTerbaca(sel.teks, sel.asal.at, { ...keyakinanSel(sel.asal, this.#doubts), more: sel.asal.more }, lines)
  }
  #figure(sel: Sel | undefined): AngkaTerbaca {
    return sel ? angkaTerbaca(sel.nilai, sel.asal.at, keyakinanSel(sel.asal, this.#doubts)) : NO_FIGURE
  }
  #note(kode: Parameters<typeof masalah>[0], sel: Sel, sentence: string, said: Parameters<typeof masalah>[3]): void {
    this.#masalah.push(masalah(kode, sel.di, sentence, said))
  }

  /** What is said of the whole: numbers printed twice, sasaran that measure nothing. */
  finish(): Masalah[] {
    const all = this.kelompok.flatMap((k) => k.sasaran)
    const place = ({ baris, halaman, paragraf }: Terbaca) => ({
      line: baris ?? undefined,
      page: halaman,
      paragraph: paragraf,
    })
    const twice = all.filter((s) => {
      const group = this.kelompok.find((k) => k.sasaran.includes(s))!
      return !isKosong(s.no) && group.sasaran.some((o) => o !== s && o.no.dibaca === s.no.dibaca)
    })
    return [
      ...this.#masalah,
      ...twice.map((s) =>
        masalah(
          'BACA-NOMOR',
          place(s.no),
          `Nomor ${s.no.dibaca} tercetak pada lebih dari satu sasaran; dibiarkan seperti di naskah.`,
          { letak: `sasaran ${s.no.dibaca}`, tercetak: s.no.tercetak, berat: 'rendah' },
        ),
      ),
      ...all
        .filter((s) => !s.indikator.length)
        .map((s) =>
          masalah('BACA-BARIS', place(s.uraian), `Sasaran ${s.no.dibaca} tidak memuat indikator.`, { tercetak: s.uraian.tercetak }),
        ),
    ]
  }
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The name of a group: alone in its row. */
function groupIn(baris: Baris): Sel | undefined {
  const filled = baris.sel.filter((s, i) => s.asal.column === i && s.teks.trim() !== '')
  const [only, ...rest] = filled
  if (!only || rest.length) return undefined
  return baris.peran === 'group' || /^(?:[a-z\d]{1,3}[.)]\s*)?sasaran\s+\p{L}+/iu.test(only.teks) ? only : undefined
}

/** Of the form itself first; an older paper may use the names of another year. */
function kelompokOf(nama: string, bentuk: string): string | undefined {
  const same = (a: string) => a.toLowerCase() === nama.replace(/^[A-Z\d]{1,3}[.)]\s*/, '').toLowerCase()
  const forms = BENTUK.toSorted((a, b) => Number(b.kode === bentuk) - Number(a.kode === bentuk))
  return forms.flatMap((b) => b.kelompok).find((k) => same(k.nama))?.kode
}

/** A cell that was printed twice side by side is one value, and one more than the form has room for. */
function doubled(sel: Sel | undefined): AngkaTerbaca[] {
  const [, ...more] = sel?.asal.printed?.split('\t') ?? []
  return more.map((text) =>
    angkaTerbaca(readPrinted(text, { satuan: 'Nilai' }), sel!.di, {
      keyakinan: 0.8,
      alasan: 'tercetak di samping nilai yang sama',
    }),
  )
}
