// The dictionary on paper: the form "kamus indikator", one table an indicator, and in front of many a list of them all.
import type { Block, Cell, Document, Row, RowGroup, Table } from '../platform/documents/blocks.ts'
import { formatDecimal, parseDecimal } from '../platform/kernel/decimal.ts'
import { longDay, ROMAWI } from '../platform/kernel/time.ts'
import type { EntriKamus, SkalaKamus } from './kamus.ts'
import { KATA_AGREGASI, KATA_POLARITAS } from './kata.ts'

export type KamusPaper = {
  readonly unitKerja: string
  readonly tahun: number
  /** One for the sheet of a single indicator. */
  readonly indikator: readonly (EntriKamus & { readonly namaPemilik: string | null; readonly namaPendefinisi?: string | null })[]
  readonly diambil: string
}
type Entri = KamusPaper['indikator'][number]

export function kamusIndikator({ unitKerja, tahun, indikator, diambil }: KamusPaper): Document {
  const [first, ...others] = indikator
  const single = first && others.length === 0 ? first : undefined
  const title = single
    ? `Kamus Indikator ${single.kode} Tahun ${tahun}: ${unitKerja}`
    : `Kamus Indikator Tahun ${tahun}: ${unitKerja}`
  const blocks: Block[] = [
    { kind: 'title', letterhead: [unitKerja.toUpperCase()], lines: ['KAMUS INDIKATOR KINERJA', `TAHUN ${tahun}`] },
    ...(single ? [] : [list(indikator)]),
    ...indikator.flatMap((v, at): Block[] => [
      ...(single ? [] : [{ kind: 'pageBreak' } as const]),
      { kind: 'heading', level: 2, text: single ? `${v.kode}: ${v.nama}` : `${at + 1}. ${v.kode}: ${v.nama}` },
      form(v),
      ...(v.variabel.length ? [variables(v)] : []),
    ]),
  ]
  return {
    title,
    language: 'id',
    author: unitKerja,
    timestamp: diambil,
    footer: `Kamus Indikator Tahun ${tahun} · ${unitKerja}`,
    sections: [{ name: 'Kamus indikator', orientation: 'portrait', blocks }],
  }
}

function list(indikator: readonly Entri[]): Block {
  if (!indikator.length) return { kind: 'paragraph', text: 'Belum ada indikator di kamus untuk tahun ini.' }
  const row = (v: Entri, at: number): Row => [
    { text: String(at + 1), align: 'center' },
    { text: v.kode },
    { text: v.nama },
    { text: v.satuan, align: 'center' },
    { text: KATA_POLARITAS[v.polaritas] },
    { text: v.namaPemilik ?? v.sumberData ?? KOSONG, ...(v.namaPemilik || v.sumberData ? {} : { kosong: true }) },
  ]
  return {
    kind: 'table',
    name: 'Daftar indikator',
    columns: [{ share: 5 }, { share: 19 }, { share: 33 }, { share: 10 }, { share: 15 }, { share: 18 }],
    header: [['No', 'Kode', 'Indikator', 'Satuan', 'Polaritas', 'Pemilik atau sumber data'].map((text) => ({ text }))],
    groups: [{ rows: indikator.map(row) }],
    size: 9,
  }
}

const KOSONG = 'belum diisi'
const told = (text: string | null | undefined): Cell => (text ? { text } : { text: KOSONG, kosong: true })

/** Where in which paper a rule was found is for the pack's readers, not for this page. */
const legal = (text: string) => text.replace(/\s*\((?:seed|naskah)[^)]*\)/g, '')

function form(v: Entri): Table {
  const line = (label: string, cell: Cell): Row => [{ text: label }, cell]
  const groups: RowGroup[] = [
    {
      name: 'Pengertian',
      rows: [
        line('Indikator', { text: v.nama }),
        line('Definisi', told(v.definisi)),
        line('Satuan', { text: v.satuan }),
        line('Dasar hukum', told(v.dasarHukum.map((one, at) => (v.dasarHukum.length > 1 ? `${at + 1}. ${one}` : one)).join('\n'))),
        line('Indikator Kinerja Utama', { text: v.iku ? 'Ya' : 'Tidak' }),
      ],
    },
    {
      name: 'Cara mengukur',
      rows: [
        line('Cara ukur', told(v.caraUkur)),
        ...(v.metodeResmi
          ? [line('Metode resmi', { text: `${v.metodeResmi.nama} (${v.metodeResmi.kode}, bacaan ${v.metodeResmi.bacaan})` })]
          : []),
        ...(v.metodeResmi ? [line('Dasar metode', { text: legal(v.metodeResmi.dasar) })] : []),
        ...(v.rumusBerlaku
          ? [line('Rumus dalam kata', { text: sentence(v.rumusBerlaku.kata) }), line('Rumus', { text: v.rumusBerlaku.teks })]
          : [line('Rumus', { text: 'Nilainya dicatat dari sumber datanya, tidak dihitung dengan rumus' })]),
        ...v.triwulan.map((q) => line(`Khusus Triwulan ${ROMAWI[q.triwulan]}`, { text: quarter(q) })),
        line('Polaritas', { text: KATA_POLARITAS[v.polaritas] }),
        line('Dari triwulan ke tahun', { text: KATA_AGREGASI[v.agregasi] }),
        line('Skala nilai', told(range(v))),
        ...policies(v).map((text) => line('Kebijakan hitung', { text })),
        line('Pembulatan', {
          text: `Dicetak ${v.desimal} desimal, setengah ke atas; hitungan memakai nilai yang belum dibulatkan`,
        }),
        ...(v.skalaNilai ? [line('Sebutan nilai', { text: levels(v.skalaNilai) })] : []),
        line('Sebutan capaian', { text: levels(v.skalaCapaian) }),
      ],
    },
    {
      name: 'Data',
      rows: [
        line('Sumber data', told(v.sumberData)),
        ...(v.namaPendefinisi ? [line('Didefinisikan oleh', { text: v.namaPendefinisi })] : []),
        line('Pemilik data', v.namaPemilik ? { text: v.namaPemilik } : { text: 'Kantor ini' }),
        line('Masa berlaku', { text: `Versi ${v.versi}, ${window(v)}` }),
        ...(v.keterangan ? [line('Keterangan', { text: v.keterangan })] : []),
      ],
    },
  ]
  return {
    kind: 'table',
    name: `Kamus ${v.kode}`,
    columns: [{ share: 24 }, { share: 76 }],
    header: [[{ text: 'Bagian' }, { text: 'Isi' }]],
    groups,
    size: 10,
  }
}

function variables(v: Entri): Table {
  return {
    kind: 'table',
    name: `Variabel ${v.kode}`,
    columns: [{ share: 24 }, { share: 46 }, { share: 13 }, { share: 17 }],
    header: [['Variabel', 'Arti', 'Satuan', 'Diperoleh dari'].map((text) => ({ text }))],
    groups: [
      {
        rows: v.variabel.map((one) => [
          { text: one.kolom.length ? `${one.nama} (${one.kolom.join(', ')})` : one.nama },
          told([one.arti, one.batas].filter(Boolean).join('; ')),
          one.satuan ? { text: one.satuan, align: 'center' } : { text: '–', align: 'center' },
          { text: SUMBER[one.dari] },
        ]),
      },
    ],
    size: 9,
  }
}

const SUMBER = { SURVEI: 'Survei', MASUKAN: 'Diisi saat pengukuran', INDIKATOR: 'Indikator lain' } as const
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const comma = (text: string) => formatDecimal(parseDecimal(text), parseDecimal(text).decimalPlaces())

function quarter({ polaritas, agregasi, rumus }: Entri['triwulan'][number]): string {
  return [
    polaritas && KATA_POLARITAS[polaritas as keyof typeof KATA_POLARITAS],
    agregasi && KATA_AGREGASI[agregasi as keyof typeof KATA_AGREGASI],
    rumus && `rumus ${rumus.teks}`,
  ]
    .filter(Boolean)
    .join('; ')
}

function policies({ kebijakan }: Entri): string[] {
  return [
    ...(kebijakan?.tidakAdaObjek ? ['Bila tidak ada yang diukur (0 dari 0), nilainya 100'] : []),
    ...(kebijakan?.kosong === 'HITUNG_YANG_ADA' ? ['Bila sebagian belum ada, yang sudah ada tetap dihitung'] : []),
    ...(kebijakan?.setiap === 'TERENDAH' ? ['Capaian setahun adalah capaian triwulan terendah'] : []),
    ...(kebijakan?.batas ? [`Capaian paling tinggi ${comma(kebijakan.batas)}`] : []),
  ]
}

function range({ skalaMin, skalaMaks }: Entri): string | null {
  if (skalaMin && skalaMaks) return `${comma(skalaMin)} sampai ${comma(skalaMaks)}`
  return skalaMin ? `Paling rendah ${comma(skalaMin)}` : skalaMaks ? `Paling tinggi ${comma(skalaMaks)}` : null
}

function levels({ tingkat }: SkalaKamus): string {
  return tingkat
    .map(({ dari, termasuk, kode, sebutan }) => {
      const name = kode ? `${kode} (${sebutan})` : sebutan
      return dari === null ? `${name}: selebihnya` : `${name}: ${termasuk ? 'mulai' : 'lebih dari'} ${comma(dari)}`
    })
    .join('; ')
}

function window({ berlakuDari, berlakuSampai }: Entri): string {
  return `berlaku sejak ${longDay(berlakuDari)}${berlakuSampai ? ` sampai ${longDay(berlakuSampai)}` : ''}`
}
