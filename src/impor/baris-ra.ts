// The rows of an action plan's tables become RA, KK and outputs. Codes say what a text is where cells were merged, lost or
// moved to another column. Pure.
import type { Baris, Sel, Tabel } from '../periksa/naskah.ts'
import type { Doubt, Place } from '../platform/documents/blocks/paper.ts'
import { readPrinted } from '../platform/kernel/printed-value.ts'
import { angkaTerbaca, keyakinanSel, NO_FIGURE, NOT_PRINTED, teksTerbaca, tempatOf, UNFILLED } from './baca-nilai.ts'
import { CellSharer } from './bagi-sel.ts'
import type { AksiTerbaca, IndikatorRaTerbaca, KriteriaTerbaca, OutputTerbaca } from './bentuk-terbaca.ts'
import { CODE_LENGTH, type CodedItem, isDiBawah, type JenisKode, kodeOf, pisahButir } from './kode.ts'
import { type Kata, type Letak, letakKolom } from './kolom.ts'
import { type KodeMasalah, type Masalah, masalah } from './masalah.ts'
import type { Terbaca } from './terbaca.ts'

export type Isi = 'nomor' | 'sasaran' | 'indikator' | 'ra' | 'kk' | 'jumlah' | 'target' | 'to' | 'waktu' | 'pj' | 'mitigasi'
const KATA: Kata<Isi> = [
  ['nomor', /^(?:no|nomor)(?: urut)?$/],
  ['ra', /^rencana aksi|^(?:uraian )?renaksi$|^aksi\b/],
  ['kk', /kriteria/],
  ['jumlah', /^target (?:renaksi|output|keluaran)|^(?:jumlah|volume)\b/],
  ['to', /output|keluaran/],
  ['waktu', /^waktu|jadwal|^triwulan/],
  ['pj', /penanggung\s*jawab|pelaksana|^pic$/],
  ['mitigasi', /^(?:rencana )?mitigasi/],
  ['sasaran', /^sasaran/],
  ['indikator', /indikator/],
  ['target', /^target/],
]
/** The columns of an action plan; undefined for any other table. */
export function letakRa(tabel: Tabel): Letak<Isi> | undefined {
  const letak = letakKolom(tabel, KATA)
  // The head of the column of targets may name the indicators: `Target IKU`.
  return letak.ra !== undefined && letak.to !== undefined ? letak : undefined
}

type Rows = { indikator?: IndikatorRaTerbaca; ra?: AksiTerbaca; kk?: KriteriaTerbaca }
export class RaRows {
  readonly indikator: IndikatorRaTerbaca[] = []
  readonly masalah: Masalah[] = []
  readonly #doubts: readonly Doubt[]
  readonly #open: Rows = {}
  /** What was opened together in one row: `RA1. … RA2. …` in one cell; codes choose among them. */
  #aksi: AksiTerbaca[] = []
  #kriteria: KriteriaTerbaca[] = []
  #before: Baris | undefined
  readonly #bagi: CellSharer
  readonly #angka = new Map<AksiTerbaca | KriteriaTerbaca, readonly number[]>()
  constructor(doubts: readonly Doubt[]) {
    this.#doubts = doubts
    this.#bagi = new CellSharer(doubts)
  }

  /** What was not understood in the rows so far. */
  get catatan(): readonly Masalah[] {
    return [...this.masalah, ...this.#bagi.masalah]
  }

  read(baris: Baris, letak: Letak<Isi>): void {
    if (baris.peran !== 'group') this.#row(baris, letak)
    this.#before = baris
  }

  #row(baris: Baris, letak: Letak<Isi>): void {
    const fresh = (isi: Isi): Sel | undefined => {
      const i = letak[isi]
      const sel = i === undefined ? undefined : baris.sel[i]
      return sel && sel.teks.trim() !== '' && sel.asal !== this.#before?.sel[i!]?.asal ? sel : undefined
    }
    const at = (isi: Isi) => (letak[isi] === undefined ? undefined : baris.sel[letak[isi]])
    const ra = fresh('ra')
    const shifted = ra && !fresh('nomor') && /^\d{1,3}\.?$/.test(ra.teks.trim()) ? ra : undefined
    this.#readIndikator(baris, {
      nomor: fresh('nomor') ?? shifted,
      sasaran: fresh('sasaran'),
      nama: fresh('indikator'),
      target: fresh('target'),
      shifted,
    })
    const opened: OutputTerbaca[] = []
    const groups = new Set<KriteriaTerbaca>()
    let newAksi = false
    let newKriteria = false
    for (const isi of ['ra', 'kk', 'to'] as const) {
      const sel = fresh(isi)
      if (!sel || sel === shifted) continue
      if (UNFILLED.test(sel.teks.trim())) {
        // Outputs without a criterion stand under none, not under the one above.
        if (isi === 'kk') {
          this.#open.kk = undefined
          this.#kriteria = []
        }
        continue
      }
      for (const piece of this.#pieces(sel, isi)) {
        if (piece.jenis === 'RA') {
          if (!newAksi) this.#aksi = []
          newAksi = true
          this.#openAksi(piece, sel)
        } else if (piece.jenis === 'KK') {
          if (!newKriteria) this.#kriteria = []
          newKriteria = true
          this.#openKriteria(piece, sel)
        } else {
          const kk = this.#kriteriaFor(piece)
          groups.add(kk)
          opened.push(this.#openKeluaran(kk, piece, sel))
        }
      }
    }
    const cells = { jumlah: at('jumlah'), waktu: at('waktu'), pj: at('pj'), mitigasi: at('mitigasi') }
    if (opened.length) this.#bagi.share({ outputs: opened, groups: [...groups], cells, before: this.#before, ra: this.#open.ra })
    else
      for (const isi of ['jumlah', 'waktu', 'pj'] as const) {
        const sel = fresh(isi)
        if (sel) this.#note('BACA-BARIS', sel, 'Isi sel ini berdiri tanpa output; tidak dimasukkan.', sel.teks)
      }
  }

  #readIndikator(
    baris: Baris,
    { nomor, sasaran, nama, target, shifted }: Partial<Record<'nomor' | 'sasaran' | 'nama' | 'target' | 'shifted', Sel>>,
  ): void {
    const open = this.#open.indikator
    const no = nomor?.teks.trim().replace(/\.$/, '')
    if (no !== undefined && open?.no.dibaca === no && !nama) {
      open.no.tempatLain = [...(open.no.tempatLain ?? []), tempatOf(nomor!.di)]
      return
    }
    if (!nama && no === undefined && (open || !sasaran)) {
      if (!open) this.#beginIndikator({ no: NOT_PRINTED, sasaran: NOT_PRINTED, nama: NOT_PRINTED, target: NO_FIGURE, ra: [] })
      return
    }
    const number = this.#text(nomor)
    this.#beginIndikator({
      no: {
        ...number,
        dibaca: no ?? number.dibaca,
        ...(shifted ? { keyakinan: 0.6, alasan: 'tercetak di kolom rencana aksi' } : {}),
      },
      sasaran: this.#text(sasaran),
      nama: this.#text(nama),
      target: target ? angkaTerbaca(target.nilai, target.di, keyakinanSel(target.asal, this.#doubts)) : NO_FIGURE,
      ra: [],
    })
    if (shifted)
      this.#note('BACA-KOLOM', shifted, `Nomor ${no} tercetak di kolom rencana aksi; kolom baris ini bergeser.`, shifted.teks, 0.6)
    if (!nama)
      this.masalah.push(
        masalah('BACA-KOSONG', baris.di, `Indikator nomor ${no ?? '(kosong)'} tercetak tanpa nama; dibiarkan kosong.`, {
          letak: `indikator ${no ?? ''}`.trim(),
        }),
      )
  }

  #beginIndikator(indikator: IndikatorRaTerbaca): void {
    this.indikator.push(indikator)
    this.#open.indikator = indikator
    this.#open.ra = undefined
    this.#open.kk = undefined
    this.#aksi = []
    this.#kriteria = []
  }

  /** A cell by its codes; without any, one item of what its column holds. */
  #pieces(sel: Sel, isi: 'ra' | 'kk' | 'to'): (CodedItem & { readonly sendiri: boolean })[] {
    const own: JenisKode = isi === 'ra' ? 'RA' : isi === 'kk' ? 'KK' : 'T/O'
    const { awal, butir } = pisahButir(sel.teks)
    const plain = awal === '' ? [] : [{ jenis: own, angka: [], tercetak: '', uraian: awal, sendiri: true }]
    if (awal !== '' && butir.length)
      this.#note('BACA-KODE', sel, 'Teks sebelum kode pertama di sel ini dibaca sebagai butir tanpa kode.', awal, 0.6)
    for (const b of butir)
      if (b.jenis !== own)
        this.#note(
          'BACA-KOLOM',
          sel,
          `${b.tercetak} tercetak di kolom ${NAMA_KOLOM[isi]}; dibaca menurut kodenya.`,
          `${b.tercetak} ${b.uraian}`.slice(0, 120),
          0.8,
        )
    return [...plain, ...butir.map((b) => ({ ...b, sendiri: b.jenis === own }))]
  }

  #openAksi(piece: CodedItem & { sendiri: boolean }, sel: Sel): void {
    const indikator = this.#open.indikator!
    const [kode, uraian] = [this.#kode(piece, sel), this.#uraian(piece, sel)]
    const same = indikator.ra.find((a) => a.kode.dibaca === kode.dibaca && a.uraian.dibaca === uraian.dibaca && piece.angka.length)
    if (same) same.uraian.tempatLain = [...(same.uraian.tempatLain ?? []), tempatOf(sel.di)]
    const jenis = /^(?:rencana\s+)?mitigasi\b/i.test(uraian.dibaca) ? ('MITIGASI' as const) : ('AKSI' as const)
    const aksi = same ?? { kode, jenis, uraian, kk: [] }
    if (!same) indikator.ra.push(aksi)
    this.#angka.set(aksi, piece.angka)
    this.#aksi.push(aksi)
    this.#open.ra = aksi
    this.#open.kk = undefined
    this.#kriteria = []
  }

  #openKriteria(piece: CodedItem & { sendiri: boolean }, sel: Sel): void {
    const ra = this.#aksi.find((a) => piece.angka.length && isDiBawah(piece.angka, this.#angka.get(a) ?? [])) ?? this.#aksiAt(sel)
    const [kode, uraian] = [this.#kode(piece, sel), this.#uraian(piece, sel)]
    const same = ra.kk.find((k) => piece.angka.length && k.kode.dibaca === kode.dibaca && k.uraian.dibaca === uraian.dibaca)
    const kk = same ?? { kode, uraian, tempat: [], to: [] }
    if (!same) ra.kk.push(kk)
    // Printed side by side in two columns, it stands twice on its line.
    const prints = 1 + (sel.asal.printed?.match(/\t/g)?.length ?? 0)
    kk.tempat.push(...Array<number>(prints).fill(placeNumber(sel.di)))
    if (prints > 1)
      this.#note(
        'BACA-KOLOM',
        sel,
        `${piece.tercetak} tercetak ${prints} kali bersebelahan; dibaca satu.`,
        sel.asal.printed?.slice(0, 300) ?? '',
        0.9,
      )
    this.#angka.set(kk, piece.angka)
    this.#kriteria.push(kk)
    this.#open.ra = ra
    this.#open.kk = kk
  }

  /** The criterion that an output belongs to: by its code among those of the row, else the one that stands open. */
  #kriteriaFor(piece: CodedItem): KriteriaTerbaca {
    const match = this.#kriteria.find(
      (k) => piece.angka.length && this.#angka.get(k)?.length && isDiBawah(piece.angka, this.#angka.get(k)!),
    )
    const found = match ?? this.#open.kk
    if (found) return found
    const ra =
      this.#aksi.find((a) => piece.angka.length && this.#angka.get(a)?.length && isDiBawah(piece.angka, this.#angka.get(a)!)) ??
      this.#aksiAt()
    const none: KriteriaTerbaca = { kode: NOT_PRINTED, uraian: NOT_PRINTED, tempat: [], to: [] }
    ra.kk.push(none)
    this.#open.ra = ra
    this.#open.kk = none
    return none
  }

  #aksiAt(sel?: Sel): AksiTerbaca {
    if (this.#open.ra) return this.#open.ra
    const none: AksiTerbaca = { kode: NOT_PRINTED, jenis: 'AKSI', uraian: NOT_PRINTED, kk: [] }
    this.#open.indikator!.ra.push(none)
    this.#open.ra = none
    if (sel)
      this.#note('BACA-KOSONG', sel, 'Rencana aksi di atas baris ini tidak tercetak; dibiarkan kosong.', sel.teks.slice(0, 120))
    return none
  }

  #openKeluaran(kk: KriteriaTerbaca, piece: CodedItem & { sendiri: boolean }, sel: Sel): OutputTerbaca {
    const [words, mitigasi] = splitAt(piece.uraian, /\n?\s*Mitigasi\s*:\s*/i)
    const [uraian, within] = amountWithin(words)
    const kode = this.#kode(piece, sel, kk)
    const output: OutputTerbaca = {
      kode,
      uraian: this.#uraian({ ...piece, uraian }, sel),
      jumlah: within ? angkaTerbaca(readPrinted(within.jumlah, { satuan: within.satuan }), sel.di) : NO_FIGURE,
      satuan: within ? teksTerbaca(within.satuan, sel.di) : NOT_PRINTED,
      triwulan: NOT_PRINTED,
      penanggungJawab: { ...NOT_PRINTED, dibaca: [] },
      mitigasi: mitigasi ? teksTerbaca(mitigasi, sel.di, {}, true) : NOT_PRINTED,
    }
    kk.to.push(output)
    this.#open.kk = kk
    this.#open.ra = this.#open.indikator!.ra.find((a) => a.kk.includes(kk))
    return output
  }

  #kode(piece: CodedItem, sel: Sel, kk?: KriteriaTerbaca): Terbaca {
    if (!piece.angka.length) return NOT_PRINTED
    const wanted = CODE_LENGTH[piece.jenis]
    const printed = teksTerbaca(piece.tercetak, sel.di, this.#sure(sel))
    if (piece.angka.length === wanted) return { ...printed, dibaca: kodeOf(piece.jenis, piece.angka) }
    // `T/O1.1.` below KK1.1 is its next output.
    const parent = kk && this.#angka.get(kk)
    const lacksLast =
      piece.angka.length === wanted - 1 && parent && isDiBawah(piece.angka, parent) && piece.angka.length === parent.length
    const dibaca = lacksLast ? kodeOf(piece.jenis, [...piece.angka, kk.to.length + 1]) : kodeOf(piece.jenis, piece.angka)
    this.#note(
      'BACA-KODE',
      sel,
      `Kode ${piece.tercetak} tidak lengkap${lacksLast ? `; dibaca ${dibaca} menurut tempatnya` : ''}.`,
      piece.tercetak,
      0.7,
    )
    return { ...printed, dibaca, keyakinan: Math.min(printed.keyakinan, 0.7), alasan: 'kode tercetak tidak lengkap' }
  }

  #uraian(piece: CodedItem & { sendiri: boolean }, sel: Sel): Terbaca {
    const sure = this.#sure(sel)
    const read = teksTerbaca(piece.uraian, sel.di, { ...sure, more: sel.asal.more })
    return piece.sendiri ? read : { ...read, keyakinan: Math.min(read.keyakinan, 0.8), alasan: 'tercetak di kolom lain' }
  }
  #text(sel: Sel | undefined): Terbaca {
    return sel ? teksTerbaca(sel.teks, sel.di, { ...this.#sure(sel), more: sel.asal.more }) : NOT_PRINTED
  }
  #sure(sel: Sel) {
    return keyakinanSel(sel.asal, this.#doubts)
  }
  #note(kode: KodeMasalah, sel: Sel, sentence: string, tercetak: string, keyakinan = 1): void {
    this.masalah.push(masalah(kode, sel.di, sentence, { tercetak, keyakinan }))
  }
}

const NAMA_KOLOM = { ra: 'rencana aksi', kk: 'kriteria keberhasilan', to: 'output' } as const
const placeNumber = ({ line, page, paragraph }: Place) => line ?? page ?? paragraph ?? 0

function splitAt(text: string, mark: RegExp): [string, string | undefined] {
  const found = mark.exec(text)
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text, undefined]
}

/** `… yang tersusun (1 Laporan)`: the form of 2024 says the amount within the words. */
function amountWithin(text: string): [string, { jumlah: string; satuan: string } | undefined] {
  const [all, jumlah, satuan] = /\s*\(\s*(\d[\d.,]*)\s+([^()\d]{2,40})\)\s*$/.exec(text) ?? []
  return all === undefined ? [text, undefined] : [text.slice(0, -all.length), { jumlah: jumlah!, satuan: satuan!.trim() }]
}
