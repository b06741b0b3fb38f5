// A summary by unit, and a table of its own for each unit, named in its caption: the budget and the realisation of the one are those
// of the other. Where they stand in the unit's table is learnt from the units that agree.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { type FaktaSel, faktaOf } from '../fakta.ts'
import { kataOf, singkat } from '../kata.ts'
import { namaTabel, type Tabel } from '../naskah.ts'
import { tempat } from '../sama.ts'

export const rekapUnit: Aturan = {
  kode: 'REKAP-UNIT',
  jenis: 'cross-table',
  memeriksa: 'Anggaran dan realisasi setiap unit di tabel rekap sama dengan yang tercetak di tabel unit itu sendiri.',
  contoh: { benar: 'Rekap: Sekretariat 62.585; tabel Sekretariat: 62.585', salah: 'Rekap: Sekretariat 62.585; tabel Sekretariat: 51.354' }, // biome-ignore format: one line
  periksa: (naskah) => {
    const { sel } = faktaOf(naskah)
    const byTable = [...Map.groupBy(sel.filter((s) => s.angka.nilai.gte(LARGE)), (s) => s.tabel)] // biome-ignore format: one line
    return { hitungan: [], temuan: byTable.flatMap(([rekap, facts]) => columns(rekap, facts, byTable)) }
  },
}

const LARGE = 1_000_000
/** So many units that agree show where their tables print it. */
const LEAST = 3

type Unit = { readonly fakta: FaktaSel; readonly tabel: Tabel; readonly isi: readonly FaktaSel[] }

function columns(rekap: Tabel, facts: readonly FaktaSel[], all: readonly (readonly [Tabel, FaktaSel[]])[]): TemuanNaskah[] {
  const own = facts.filter((s) => !s.baris.jumlah && /target|anggaran|realisasi/.test(s.ukuran))
  return [...Map.groupBy(own, (s) => s.kolom.nomor).values()].flatMap((column) => {
    const units = column.length < LEAST ? [] : column.flatMap((fakta) => unitOf(fakta, rekap, all))
    const at = positions(units)
    if (at === undefined) return []
    const holds = units.filter((u) => u.isi[at]?.angka.nilai.eq(u.fakta.angka.nilai))
    return units.flatMap((u): TemuanNaskah[] => {
      const printed = u.isi[at]
      // Another kind of amount stands there: a rest, a ceiling of a programme.
      const size = printed && u.fakta.angka.nilai.div(printed.angka.nilai).toNumber()
      if (!printed || holds.includes(u) || !size || size > 3 || size < 1 / 3) return []
      const { di, tercetak } = printed.angka
      const unit = singkat(u.fakta.baris.label, 60)
      const penjelasan = `${namaTabel(u.tabel)} mencetak ${tercetak} untuk ${unit}, sedangkan ${namaTabel(rekap)} (${tempat(u.fakta.angka.di)}) ${u.fakta.angka.tercetak}; pada ${holds.length} unit lain keduanya sama. Samakan keduanya.`
      return [{ di, jenis: 'cross-table', berat: 'tinggi', keyakinan: 0.85, letak: `${printed.letak}, terhadap ${namaTabel(rekap)}`, tercetak, seharusnya: u.fakta.angka.tercetak, penjelasan, terkait: [u.fakta.angka.di] }] // biome-ignore format: a case
    })
  })
}

/** The one table whose caption names the row, with its amounts in the order of reading. */
function unitOf(fakta: FaktaSel, rekap: Tabel, all: readonly (readonly [Tabel, FaktaSel[]])[]): Unit[] {
  const name = kataOf(fakta.sebutan).filter((w) => w !== 'kepala').join(' ') // biome-ignore format: one line
  if (name.length < 6) return []
  const named = all.filter(([t]) => t !== rekap && t.judul && ` ${kataOf(t.judul.text).join(' ')} `.includes(` ${name} `))
  const [own] = named
  return own && named.length === 1 ? [{ fakta, tabel: own[0], isi: own[1] }] : []
}

function positions(units: readonly Unit[]): number | undefined {
  const found = units.flatMap((u) => {
    const at = u.isi.findIndex((s) => s.angka.nilai.eq(u.fakta.angka.nilai))
    return at < 0 ? [] : [at]
  })
  return [...Map.groupBy(found, (at) => at)].find(([, same]) => same.length >= LEAST)?.[0]
}
