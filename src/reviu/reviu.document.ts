// The result of a check on paper: what was checked and confirmed, the findings by kind with their arithmetic and what was decided.
import { SEBUTAN_JENIS, tempatOf } from '../periksa/sebutan.ts'
import { JENIS_TEMUAN } from '../periksa/temuan.ts'
import { type Block, type Cell, type Document, listTable, type Row, type Table } from '../platform/documents/blocks.ts'
import { dayInJakarta, longDay } from '../platform/kernel/time.ts'
import { type Reviu, SEBUTAN_DOKUMEN, SEBUTAN_PUTUSAN, type TemuanBerkunci, type TemuanDiputus } from './reviu.ts'
import { sebabHilang } from './rules.ts'

export type ReviuPaper = Reviu & {
  readonly namaUnit: string
  readonly temuan: readonly TemuanDiputus[]
  readonly hilang: readonly TemuanBerkunci[]
  readonly sebelum: { readonly urutan: number; readonly aturanSama: boolean; readonly naskahSama: boolean } | null
}

export function hasilReviu(r: ReviuPaper, diambil: string): Document {
  const judul = `Hasil Reviu ${SEBUTAN_DOKUMEN[r.jenis]} ${r.tahun}`
  const blocks: Block[] = [
    {
      kind: 'title',
      letterhead: [r.namaUnit.toUpperCase()],
      lines: ['HASIL REVIU', `${SEBUTAN_DOKUMEN[r.jenis].toUpperCase()} TAHUN ${r.tahun}`],
    },
    {
      kind: 'facts',
      items: [
        { label: 'Berkas', value: `${r.nama} (sha-256 ${r.sha256.slice(0, 16)}…)` },
        { label: 'Diperiksa', value: `${longDay(dayInJakarta(new Date(r.pada)))}, reviu ke-${r.urutan}, oleh ${r.namaOleh}` },
        { label: 'Hitungan', value: `${r.hitungan} hitungan dalam ${r.tabel} tabel; ${r.cocok} cocok` },
        {
          label: 'Temuan',
          value: r.temuan.length
            ? `${r.temuan.length}, ${r.temuan.filter((t) => !t.putusan?.putusan).length} belum diputuskan`
            : 'tidak ada',
        },
      ],
    },
    {
      kind: 'paragraph',
      small: true,
      text: 'Temuan dibuat oleh pemeriksa dari angka yang tercetak. Yang berkeyakinan di bawah 100% dapat dibaca lain; putuskan setelah melihat naskahnya.',
    },
    ...(r.temuan.length ? [summary(r.temuan)] : []),
    ...JENIS_TEMUAN.flatMap((jenis): Block[] => {
      const found = r.temuan.filter((t) => t.jenis === jenis)
      return found.length ? [{ kind: 'heading', level: 2, text: SEBUTAN_JENIS[jenis] }, list(SEBUTAN_JENIS[jenis], found)] : []
    }),
    ...mended(r),
  ]
  return {
    title: `${judul}: ${r.namaUnit}`,
    language: 'id',
    author: r.namaUnit,
    timestamp: diambil,
    footer: `${judul} · ${r.namaUnit}`,
    sections: [{ name: 'Hasil reviu', orientation: 'landscape', blocks }],
  }
}

const count = (n: number): Cell => ({ text: String(n), angka: { nilai: String(n), desimal: 0 }, align: 'right' })

function summary(temuan: readonly TemuanDiputus[]): Table {
  const kinds = JENIS_TEMUAN.map((jenis) => temuan.filter((t) => t.jenis === jenis)).filter((found) => found.length)
  const row = (name: string, found: readonly TemuanDiputus[]): Row => [
    { text: name },
    ...(['tinggi', 'sedang', 'rendah'] as const).map((berat) => count(found.filter((t) => t.berat === berat).length)),
    count(found.length),
    count(found.filter((t) => !t.putusan?.putusan).length),
  ]
  return listTable(
    'Temuan menurut jenis',
    [40, 12, 12, 12, 12, 12],
    ['Jenis', 'Tinggi', 'Sedang', 'Rendah', 'Jumlah', 'Belum diputuskan'],
    [...kinds.map((found) => row(SEBUTAN_JENIS[found[0]!.jenis], found)), row('Jumlah', temuan)],
  )
}

function list(name: string, temuan: readonly TemuanDiputus[]): Table {
  const none: Cell = { text: '–', align: 'center' }
  const row = (t: TemuanDiputus, at: number): Row => [
    { text: String(at + 1), align: 'center' },
    { text: [tempatOf(t), t.letak].filter(Boolean).join('\n') },
    t.tercetak === null ? none : { text: t.tercetak, align: 'right' },
    t.seharusnya === null ? none : { text: t.seharusnya, align: 'right' },
    { text: `${t.penjelasan}\n${t.aturan}` },
    { text: `${t.berat}\n${Math.round(t.keyakinan * 100)}%`, align: 'center' },
    t.putusan?.putusan
      ? { text: [SEBUTAN_PUTUSAN[t.putusan.putusan], t.putusan.alasan, t.putusan.namaOleh].filter(Boolean).join('\n') }
      : { text: 'belum diputuskan', kosong: true },
  ]
  return listTable(
    name,
    [4, 19, 10, 10, 34, 8, 15],
    ['No', 'Letak', 'Tercetak', 'Seharusnya', 'Penjelasan', 'Berat dan keyakinan', 'Putusan'],
    temuan.map(row),
  )
}

const SEBAB_HILANG: Readonly<Record<ReturnType<typeof sebabHilang>, string>> = {
  naskah: ' pada naskah ini',
  aturan: ': aturan pemeriksa sudah diperbarui, naskahnya sama',
  'salah-satu': ': karena naskahnya diperbaiki, atau karena aturan pemeriksa sudah diperbarui',
}

function mended({ hilang, sebelum }: ReviuPaper): Block[] {
  if (!sebelum || !hilang.length) return []
  const sebab = sebabHilang(sebelum)
  const judul = sebab === 'naskah' ? 'Sudah diperbaiki' : 'Tidak ditemukan lagi'
  const why = `${hilang.length} temuan reviu ke-${sebelum.urutan} tidak ditemukan lagi${SEBAB_HILANG[sebab]}.`
  const row = (t: TemuanBerkunci): Row => [{ text: t.letak }, { text: t.tercetak ?? '–' }, { text: t.penjelasan }]
  return [
    { kind: 'heading', level: 2, text: judul },
    { kind: 'paragraph', text: why, keepWithNext: true },
    listTable(judul, [28, 14, 58], ['Letak', 'Tercetak semula', 'Temuan semula'], hilang.map(row)),
  ]
}
