// An action plan on paper → what it says: per indicator its RA, their KK, their outputs with amount, quarter and who. Pure.
import { bacaNaskah, type Tabel } from '../periksa/naskah.ts'
import type { Place, ReadPaper } from '../platform/documents/blocks/paper.ts'
import { isKosong, NOT_PRINTED, teksTerbaca } from './baca-nilai.ts'
import { bagianNaskah, linesIn } from './bagian.ts'
import { type Isi, letakRa, RaRows } from './baris-ra.ts'
import type { RaTerbaca } from './bentuk-terbaca.ts'
import type { Letak } from './kolom.ts'
import { masalahPembaca } from './masalah.ts'
import { bacaPihak } from './pihak.ts'
import { doubtsIn, tahunOf, unitFrom } from './pk.ts'
import type { Terbaca } from './terbaca.ts'

/** Undefined where the paper has no table of actions. */
export function bacaRa(whole: ReadPaper): RaTerbaca | undefined {
  const paper = bagianNaskah(whole, 'RENCANA_AKSI')
  const tables: { tabel: Tabel; letak: Letak<Isi> }[] = []
  for (const tabel of bacaNaskah(paper).tabel) {
    const before = tables.at(-1)
    const goesOn = before && tabel.kolom.every((k) => !k.judul.length) && tabel.kolom.length === before.tabel.kolom.length
    const letak = letakRa(tabel) ?? (goesOn ? before.letak : undefined)
    if (letak) tables.push({ tabel, letak })
  }
  if (!tables.length) return undefined
  const lines = linesIn(paper)
  const para = bacaPihak(lines)
  const reading = new RaRows(paper.doubts)
  for (const { tabel, letak } of tables) for (const baris of tabel.baris) reading.read(baris, letak)
  const inTables = doubtsIn(
    paper.doubts,
    tables.map((t) => t.tabel.asal),
  )
  return {
    skema: 'selaras/rencana-aksi/1',
    tahun: tahunOf(lines),
    unit: unitOf(lines, para.unitKerja),
    pemilik: para.pertama,
    rencanaAksi: reading.indikator,
    masalah: [...para.masalah, ...masalahPembaca(inTables), ...reading.catatan].sort((a, b) => (a.baris ?? 0) - (b.baris ?? 0)),
  }
}

/** The line below the title names the office of the plan's owner. */
function unitOf(lines: readonly { text: string; at: Place }[], unitKerja: Terbaca): Terbaca {
  if (!isKosong(unitKerja)) return unitKerja
  const title = lines.findIndex((l) => /^rencana\s+aksi\b/i.test(l.text))
  const office = lines
    .slice(title, title + 3)
    .find((l) => /^(?:kepala|walikota|bupati|camat|lurah|sekretaris|inspektur|direktur)\b/i.test(l.text))
  return office ? unitFrom(teksTerbaca(office.text, office.at)) : NOT_PRINTED
}
