// The minutes of a forum on paper: when and where, who was there, advice line by line with its answers, decisions, who led it.
import { type Block, type Cell, type Document, listTable, type Row, type Signature } from '../platform/documents/blocks.ts'
import { type Day, longDay, periodName } from '../platform/kernel/time.ts'
import { bentukRencanaAksiOf } from '../rencana-aksi/rencana-aksi.ts'
import type { Hadir, Jadwal, Jawaban, JenisForum, Keputusan, StatusForum } from './forum.ts'
import { isKepala } from './rules.ts'
import { NAMA_FORUM, PIMPINAN } from './workflow.ts'

type ForumNamed = { readonly jenis: JenisForum; readonly periode: string; readonly urutan: number }
type SaranPaper = {
  readonly peran: string
  readonly oleh: string
  readonly naskah: string | null
  readonly letak: string | null
  readonly isi: string | null
  readonly jawaban: Jawaban | null
  readonly alasanJawaban: string | null
}
export type NotulenPaper = ForumNamed & {
  readonly status: StatusForum
  readonly pemerintah: string
  readonly namaUnit: string
  readonly jadwal: Jadwal
  readonly kesimpulan: string | null
  readonly hadir: readonly Hadir[]
  readonly naskah: readonly {
    readonly naskah: string
    readonly judul: string
    readonly uraian: string | null
    readonly keputusan: Keputusan | null
    readonly alasan: string | null
  }[]
  readonly saran: readonly SaranPaper[]
  readonly diambil: string
}

const HARI = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']
const weekday = (day: Day) => HARI[new Date(`${day}T00:00:00Z`).getUTCDay()]!
const KATA: Readonly<Record<Keputusan | Hadir['kehadiran'] | Jawaban, string>> = {
  DISETUJUI: 'Disetujui',
  DIKEMBALIKAN: 'Dikembalikan untuk diperbaiki',
  DITOLAK: 'Ditolak',
  SENDIRI: 'Hadir',
  DIWAKILI: 'Diwakili',
  TIDAK_HADIR: 'Tidak hadir',
  DILAKSANAKAN: 'Dilaksanakan',
  TIDAK_DILAKSANAKAN: 'Tidak dilaksanakan',
}
const PERAN: Readonly<Record<string, string>> = {
  INSPEKTUR: 'Inspektorat',
  BAPPEDA: 'Bappeda',
  BKD: 'BKD',
  BIRO_ORB: 'Biro ORB',
}
const belum = (text: string): Cell => ({ text, kosong: true })

/** `Forum penyusunan … 2026: Badan …`, a second one of the same year with its number. */
export function judulOf({ jenis, periode, urutan }: ForumNamed, namaUnit: string): string {
  if (jenis === 'TRIWULANAN') return `Forum Kinerja ${periodName(periode)}`
  return `${NAMA_FORUM[jenis]} ${periode}${urutan > 1 ? ` ke-${urutan}` : ''}: ${namaUnit}`
}

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
const none = (text: string): Block => ({ kind: 'paragraph', text: [{ text, italic: true }] })

function presentRow(h: Hadir, at: number): Row {
  const how = h.kehadiran === 'DIWAKILI' ? `Diwakili ${h.wakil}` : KATA[h.kehadiran]
  return [
    { text: String(at + 1), align: 'center' },
    h.nama ? { text: h.nama } : belum('belum ada pemegang'),
    { text: h.namaJabatan },
    { text: isKepala(h) && h.kehadiran === 'SENDIRI' ? `${how}, tanpa diwakilkan` : how },
  ]
}

function adviceRow(s: SaranPaper): Row {
  const answer = s.jawaban
    ? { text: [KATA[s.jawaban], s.alasanJawaban].filter(Boolean).join(': ') }
    : s.isi === null
      ? { text: '–', align: 'center' as const }
      : belum('belum dijawab')
  return [
    { text: s.letak ?? 'Seluruh naskah' },
    { text: `${PERAN[s.peran] ?? s.peran}\n${s.oleh}` },
    s.isi === null ? belum('tidak ada saran') : { text: s.isi },
    answer,
  ]
}

/** Who wrote the minutes and who led; the quarterly forum is led and written by one team, named at the top. */
function signed(p: NotulenPaper, leader: Hadir | undefined): Block {
  const by = (party: string, h: Hadir | undefined): Signature => ({
    party,
    office: `${h?.namaJabatan ?? 'belum dicatat'},`,
    name: h?.nama ?? 'belum dicatat',
  })
  return {
    kind: 'signatures',
    place: `${bentukRencanaAksiOf(Number(p.periode.slice(0, 4))).tempat}, ${longDay(p.jadwal.tanggal)}`,
    left: by(
      'NOTULIS,',
      p.hadir.find((h) => h.peran.includes('SUBKOORDINATOR')),
    ),
    right: by('PIMPINAN FORUM,', leader),
  }
}

export function notulen(p: NotulenPaper): Document {
  const judul = judulOf(p, p.namaUnit)
  const { jadwal } = p
  const leader = p.hadir.find((h) => h.peran.includes(PIMPINAN[p.jenis]))
  const said = (n: string | null) => p.saran.filter((s) => s.naskah === n)
  const SHARES = [17, 17, 40, 26]
  const HEAD = ['Baris', 'Pemberi saran', 'Saran', 'Jawaban perangkat daerah']
  const advice: Block[] = p.naskah
    .filter((n) => said(n.naskah).length)
    .flatMap((n) => [
      { kind: 'heading', level: 3, text: n.judul },
      listTable(`Saran atas ${n.judul}`, SHARES, HEAD, said(n.naskah).map(adviceRow)),
    ])
  const silent = said(null).map((s) => `${PERAN[s.peran] ?? s.peran} (${s.oleh})`)
  const decided = p.naskah.map(
    (n, at): Row => [
      { text: String(at + 1), align: 'center' },
      { text: [n.judul, n.uraian].filter(Boolean).join('\n') },
      n.keputusan ? { text: KATA[n.keputusan] } : belum('belum diputuskan'),
      { text: n.alasan ?? '–' },
    ],
  )
  const blocks: Block[] = [
    { kind: 'title', letterhead: [p.pemerintah.toUpperCase()], lines: ['NOTULEN', ...judul.toUpperCase().split(': ')] },
    {
      kind: 'facts',
      items: [
        { label: 'Hari, tanggal', value: `${weekday(jadwal.tanggal)}, ${longDay(jadwal.tanggal)}` },
        { label: 'Waktu', value: `pukul ${jadwal.mulai.replace(':', '.')} sampai ${jadwal.selesai.replace(':', '.')} WIB` },
        { label: 'Tempat', value: jadwal.tempat },
        { label: 'Agenda', value: jadwal.agenda },
        { label: 'Pimpinan', value: leader ? [leader.nama, leader.namaJabatan].filter(Boolean).join(', ') : 'belum dicatat' },
      ],
    },
    heading('Daftar hadir'),
    p.hadir.length
      ? listTable('Daftar hadir', [6, 30, 40, 24], ['No', 'Nama', 'Jabatan', 'Kehadiran'], p.hadir.map(presentRow))
      : none('Belum dicatat.'),
    ...(p.jenis === 'PENYUSUNAN'
      ? [
          heading('Saran dan masukan'),
          ...(advice.length ? advice : [none('Tidak ada saran yang dicatat.')]),
          ...(silent.length ? [{ kind: 'paragraph' as const, text: `Menyatakan tidak ada saran: ${silent.join('; ')}.` }] : []),
        ]
      : []),
    heading('Keputusan'),
    p.naskah.length
      ? listTable('Keputusan', [6, 40, 22, 32], ['No', 'Naskah', 'Keputusan', 'Alasan'], decided)
      : none('Tidak ada naskah yang dibahas.'),
    ...(p.kesimpulan ? [heading('Kesimpulan'), { kind: 'paragraph' as const, text: p.kesimpulan }] : []),
    ...(p.jenis === 'PENYUSUNAN' ? [signed(p, leader)] : []),
  ]
  return {
    title: `Notulen ${judul}`,
    language: 'id',
    author: p.namaUnit,
    timestamp: p.diambil,
    footer: `Notulen ${judul}`,
    header: p.status === 'DITETAPKAN' ? undefined : 'KONSEP, belum ditetapkan',
    sections: [{ name: 'Notulen', orientation: 'portrait', blocks }],
  }
}
