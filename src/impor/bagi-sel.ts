// Amount, quarter and who, for the outputs of one row of an action plan: each its own, or all those of one cell. Pure.
import type { Baris, Sel } from '../periksa/naskah.ts'
import type { Doubt, ReadCell } from '../platform/documents/blocks/paper.ts'
import { readPrinted } from '../platform/kernel/printed-value.ts'
import { angkaTerbaca, keyakinanSel, NOT_PRINTED, teksTerbaca, UNFILLED } from './baca-nilai.ts'
import type { AksiTerbaca, KriteriaTerbaca, OutputTerbaca } from './bentuk-terbaca.ts'
import { type Masalah, masalah } from './masalah.ts'
import { pisahJumlah, pisahNama, pisahTriwulan, ulangan } from './sel-keluaran.ts'
import type { Terbaca } from './terbaca.ts'

export type OutputCells = Readonly<Record<'jumlah' | 'waktu' | 'pj' | 'mitigasi', Sel | undefined>>
type Row = {
  readonly outputs: readonly OutputTerbaca[]
  readonly groups: readonly KriteriaTerbaca[]
  readonly cells: OutputCells
  readonly before: Baris | undefined
  readonly ra: AksiTerbaca | undefined
}

const filled = (sel: Sel | undefined) => (sel && sel.teks.trim() !== '' && !UNFILLED.test(sel.teks.trim()) ? sel : undefined)

export class CellSharer {
  readonly masalah: Masalah[] = []
  readonly #doubts: readonly Doubt[]
  /** The output that a cell belongs to, which later rows may share. */
  readonly #holder = new Map<ReadCell, OutputTerbaca>()
  constructor(doubts: readonly Doubt[]) {
    this.#doubts = doubts
  }

  share(row: Row): void {
    const { outputs, cells } = row
    const [jumlah, waktu, pj, mitigasi] = [cells.jumlah, cells.waktu, cells.pj, cells.mitigasi].map(filled)
    if (jumlah) this.#amounts(outputs, jumlah)
    if (waktu) this.#quarters(outputs, waktu)
    if (pj) this.#names(row, pj)
    else if (cells.pj?.teks.trim() === '') copyNames(row, cells.pj)
    if (mitigasi) for (const o of outputs) o.mitigasi = teksTerbaca(mitigasi.teks, mitigasi.di, {}, true)
  }

  #amounts(outputs: readonly OutputTerbaca[], sel: Sel): void {
    const amounts = pisahJumlah(sel.teks)
    const sure = this.#sure(sel)
    if (!amounts.length) for (const o of outputs) o.jumlah = angkaTerbaca(sel.nilai, sel.asal.at, sure)
    else
      this.#give(outputs, amounts, sel, 'target', (o, { jumlah, satuan }, more) => {
        o.jumlah = { ...angkaTerbaca(readPrinted(jumlah, { satuan: satuan || 'Dokumen' }), sel.asal.at, sure), ...more }
        o.satuan = { ...(satuan ? teksTerbaca(satuan, sel.asal.at, sure) : NOT_PRINTED), ...more }
      })
  }

  #quarters(outputs: readonly OutputTerbaca[], sel: Sel): void {
    const quarters = pisahTriwulan(sel.teks)
    if (!quarters.length) this.#note(sel, 'Waktu tidak terbaca sebagai triwulan; dibiarkan kosong.', 0.5)
    else
      this.#give(outputs, quarters, sel, 'waktu', (o, q, more) => {
        const printed = quarters.length === 1 ? sel.teks : q
        o.triwulan = { ...teksTerbaca(printed, sel.asal.at, this.#sure(sel)), dibaca: q, ...more }
      })
  }

  #give<T>(
    outputs: readonly OutputTerbaca[],
    values: readonly T[],
    sel: Sel,
    what: string,
    put: (o: OutputTerbaca, value: T, more: Partial<Terbaca>) => void,
  ): void {
    const holder = this.#holder.get(sel.asal)
    if (values.length === 1 || holder) {
      const owner = holder ?? outputs[0]!
      this.#holder.set(sel.asal, owner)
      for (const o of outputs) put(o, values[0]!, o === owner ? {} : { disalinDari: owner.kode.dibaca })
      return
    }
    const even = values.length === outputs.length
    if (!even)
      this.#note(
        sel,
        `Sel ini memuat ${values.length} isi untuk ${outputs.length} output (${what}); dibagikan menurut urutan, sisanya kosong.`,
        0.5,
      )
    for (const [i, o] of outputs.entries()) if (i < values.length) put(o, values[i]!, even ? {} : { keyakinan: 0.5 })
  }

  /** The cells of several criteria that became one say the same words as often as there are criteria. */
  #names({ outputs, groups, before }: Row, sel: Sel): void {
    const each = ulangan(sel.teks, groups.length)
    const merged = before?.sel[sel.kolom.nomor]?.asal === sel.asal ? this.#holder.get(sel.asal) : undefined
    const parts = each === undefined ? [outputs] : groups.map((kk) => outputs.filter((o) => kk.to.includes(o)))
    const { dibaca: _, ...read } = teksTerbaca(sel.teks, sel.asal.at, { ...this.#sure(sel), more: sel.asal.more })
    for (const part of parts) {
      const owner = merged ?? part[0]!
      if (!merged) this.#holder.set(sel.asal, owner)
      for (const o of part)
        o.penanggungJawab = {
          ...read,
          dibaca: pisahNama(each ?? sel.teks),
          ...(o === owner ? {} : { disalinDari: owner.kode.dibaca }),
        }
    }
  }

  #sure(sel: Sel) {
    return keyakinanSel(sel.asal, this.#doubts)
  }
  #note(sel: Sel, sentence: string, keyakinan: number): void {
    this.masalah.push(masalah('BACA-SEL', sel.di, sentence, { tercetak: sel.teks, keyakinan }))
  }
}

const BELOW = 0.85

/** An empty cell below a filled one of the same action goes on with it, as papers merge these cells. */
function copyNames({ outputs, ra }: Row, sel: Sel): void {
  const before = ra?.kk.flatMap((k) => k.to).filter((o) => !outputs.includes(o)) ?? []
  const from = before.findLast((o) => o.penanggungJawab.dibaca.length)
  if (!from) return
  const { penanggungJawab: names } = from
  const alasan = `sel kosong (${sel.kolom.judul.at(-1) ?? 'penanggung jawab'}) dibaca sebagai lanjutan sel di atasnya`
  for (const o of outputs)
    o.penanggungJawab = {
      ...names,
      keyakinan: Math.min(names.keyakinan, BELOW),
      alasan,
      disalinDari: names.disalinDari ?? from.kode.dibaca,
    }
}
