// The codes of an action plan: RA1 → KK1.1 → T/O1.1.1. They say which output proves which action, so each stands once under
// its own parent, in order. What an office has entered itself is checked by the rules of rencana-aksi; this reads papers.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { letakSel, type Tabel } from '../naskah.ts'

export const kodeAksi: Aturan = {
  kode: 'KODE-AKSI',
  jenis: 'numbering',
  memeriksa: 'Kode rencana aksi (RA), kriteria keberhasilan (KK), dan keluaran (T/O) berurutan, tunggal, dan di bawah induknya.',
  contoh: {
    benar: 'RA1, KK1.1, T/O1.1.1, T/O1.1.2, RA2',
    salah: 'RA1, RA4, RA7; T/O2.1.1 di bawah KK2.4; T/01.1.1 dengan angka nol',
  },
  dasar: 'Instruksi Sekretaris Daerah 4 Tahun 2024',
  periksa: ({ tabel }) => ({ hitungan: [], temuan: tabel.flatMap(checkTable) }),
}

const CODE = /(?<![\p{L}\d])(RA|KK|T\s?\/\s?[O0]|KM)\s?\.?\s?(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?=[\s.:,]|$)/gu

type Kode = {
  readonly jenis: 'RA' | 'KK' | 'T/O'
  readonly teks: string
  readonly angka: readonly number[]
  readonly di: Place
  /** The cell it stands in: a page has one place for many. */
  readonly sel: object
  readonly letak: string
  readonly baris: number
  /** What is said after it, to know a repeated cell. */
  readonly isi: string
  readonly nol: boolean
}

function checkTable(tabel: Tabel): TemuanNaskah[] {
  const all = codesOf(tabel)
  if (all.filter((k) => k.jenis === 'RA').length < 2 || !all.some((k) => k.jenis !== 'RA')) return []
  return [...zeros(all), ...actions(all), ...outputs(all)]
}

/** `T/01.1.3` with the figure nought among codes with the letter O; once for each cell. */
function zeros(all: readonly Kode[]): TemuanNaskah[] {
  const zero = all.filter((k) => k.nol)
  if (zero.length * 2 > all.filter((k) => k.jenis === 'T/O').length) return []
  return zero.flatMap((k, i) => {
    if (zero.findIndex((o) => o.sel === k.sel) !== i) return []
    const codes = zero.filter((o) => o.sel === k.sel).map((o) => o.teks)
    const penjelasan = `Kode ${codes.join(', ')} memakai angka nol; kode keluaran lainnya memakai huruf O.`
    return [say(k, 0.9, `T/O${k.angka.join('.')}`, penjelasan, 'format')]
  })
}

function codesOf(tabel: Tabel): Kode[] {
  const seen = new Set<object>()
  return tabel.baris.flatMap((b, baris) =>
    b.sel.flatMap((s, k): Kode[] => {
      if (s.asal.column !== k || seen.has(s.asal)) return []
      seen.add(s.asal)
      return [...s.teks.matchAll(CODE)].flatMap((m, i, every): Kode[] => {
        if (m[1] === 'KM' || (m.index > 0 && /\p{L}\s*$/u.test(s.teks.slice(0, m.index)) && i === 0)) return []
        const jenis = m[1]!.startsWith('T') ? 'T/O' : (m[1] as 'RA' | 'KK')
        const isi = s.teks
          .slice(m.index + m[0].length, every[i + 1]?.index)
          .replace(/\s+/g, ' ')
          .trim()
        const angka = m[2]!.split('.').map(Number)
        return [
          {
            jenis,
            teks: m[0].replace(/[.:\s]+$/, ''),
            angka,
            di: s.di,
            sel: s.asal,
            letak: letakSel(tabel, b, k),
            baris,
            isi,
            nol: /0/.test(m[1]!),
          },
        ]
      })
    }),
  )
}

/** RA1, RA2, RA3 and from RA1 again under the next indicator. */
function actions(all: readonly Kode[]): TemuanNaskah[] {
  const runs: Kode[][] = []
  for (const k of all) {
    if (k.jenis !== 'RA' || k.angka.length !== 1) continue
    if (k.angka[0] === 1 || !runs.length) runs.push([])
    runs.at(-1)!.push(k)
  }
  return runs.flatMap((run) => {
    const n = (i: number) => run[i]!.angka[0]!
    const twice = run.findIndex((k, i) => i > 0 && n(i) === n(i - 1) && k.isi !== '' && k.isi !== run[i - 1]!.isi)
    const gap = run.findIndex((_, i) => i > 0 && n(i) > n(i - 1) + 1)
    const codes = run.map((k) => k.teks).join(', ')
    return [
      ...(gap > 0
        ? [
            say(
              run[gap]!,
              0.75,
              `RA${n(gap - 1) + 1}`,
              `Kode rencana aksi meloncat: ${codes}. Rencana aksi di antaranya tidak ada, atau nomornya perlu diurutkan.`,
              'numbering',
              [run[gap - 1]!],
            ),
          ]
        : []),
      ...(twice > 0
        ? [
            say(
              run[twice]!,
              0.7,
              `RA${n(twice) + 1}`,
              `Kode ${run[twice]!.teks} dipakai dua kali berturut-turut untuk rencana aksi yang berbeda.`,
              'numbering',
              [run[twice - 1]!],
            ),
          ]
        : []),
    ]
  })
}

/** T/O i.j.k stands beside or below KK i.j, which stands beside or below RA i. */
function outputs(all: readonly Kode[]): TemuanNaskah[] {
  const temuan: TemuanNaskah[] = []
  let criterion: Kode | undefined
  let action: Kode | undefined
  let group: Kode[] | undefined
  const groups: { readonly kk: Kode; readonly list: Kode[] }[] = []
  for (const now of all) {
    if (now.jenis === 'RA') {
      action = now
      criterion = undefined
    } else if (now.jenis === 'KK' && now.angka.length >= 2) {
      const several = all.filter((o) => o.jenis === 'RA' && o.baris === action?.baris && o.sel === action?.sel)
      if (
        action &&
        now.angka[0] !== action.angka[0] &&
        !several.some((o) => o.angka[0] === now.angka[0]) &&
        now.baris === action.baris
      )
        temuan.push(
          say(
            now,
            0.75,
            null,
            `Kriteria ${now.teks} berada di bawah ${action.teks}: angka pertamanya seharusnya ${action.angka[0]}.`,
            'numbering',
            [action],
          ),
        )
      criterion = now
      group = undefined
    } else if (now.jenis === 'T/O' && criterion && now.angka.length === 3) {
      if (!group) {
        group = []
        groups.push({ kk: criterion, list: group })
      }
      group.push(now)
    }
  }
  for (const { kk, list } of groups) {
    const astray = list.filter((o) => o.angka.slice(0, 2).join('.') !== kk.angka.slice(0, 2).join('.'))
    const [first] = astray
    if (!first) continue
    // Under several criteria in one cell, any of them is the parent.
    if (
      all.some((o) => o.jenis === 'KK' && o.sel === kk.sel && o.angka.slice(0, 2).join('.') === first.angka.slice(0, 2).join('.'))
    )
      continue
    const right = `T/O${kk.angka.slice(0, 2).join('.')}.${first.angka[2]}`
    const which = astray.length > 1 ? `${first.teks} sampai ${astray.at(-1)!.teks}` : first.teks
    temuan.push(
      say(
        first,
        0.85,
        right,
        `Keluaran ${which} berada di bawah ${kk.teks}; kodenya seharusnya dimulai dengan T/O${kk.angka.slice(0, 2).join('.')}.`,
        'numbering',
        [kk, ...astray.slice(1)],
      ),
    )
  }
  return temuan
}

function say(
  k: Kode,
  keyakinan: number,
  seharusnya: string | null,
  penjelasan: string,
  jenis: 'numbering' | 'format',
  terkait: readonly Kode[] = [],
): TemuanNaskah {
  return {
    di: k.di,
    jenis,
    berat: 'rendah',
    keyakinan,
    letak: k.letak,
    tercetak: k.teks,
    seharusnya,
    penjelasan,
    terkait: terkait.map((t) => t.di),
  }
}
