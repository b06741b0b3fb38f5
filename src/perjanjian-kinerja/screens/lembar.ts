// The agreement as rows and columns: the official form, its shared cells, and each finding at the cell that it is about. Pure.

import { isRefusal } from '../../platform/kernel/refusal.ts'
import type { Baris, Kolom, Sel, Tanda } from '../../web/ui/grid/grid.ts'
import type { Tempat as Cetak } from '../../web/ui/pemeriksa.tsx'
import type { PeriodeTarget, TemuanPk } from '../perjanjian-kinerja.ts'
import { type Indikator, type Kamus, type Lengkap, PERIODE, type Sasaran, type Usulan } from './data.ts'
import { ofIndikator, ofSasaran, ofTarget } from './simpan.ts'
import { readTarget, targetShown, targetText } from './target-teks.ts'
import { t } from './teks.ts'

/** The field that a finding is about: an entity of the grid and its field. */
export type Tempat = { readonly entitas: string; readonly bidang: string }

export function placeOf({ aturan, letak, indikator }: TemuanPk, sasaran: readonly Sasaran[]): Tempat | null {
  if (indikator === null) {
    const nomor = /^sasaran (\S+?),?(?:$| )/.exec(letak)?.[1]
    const found = nomor && sasaran.find((s) => s.nomor === nomor)
    return found ? { entitas: ofSasaran(found.id), bidang: 'uraian' } : null
  }
  const line = sasaran.flatMap((s) => s.indikator).find((i) => i.id === indikator)
  if (!line) return null
  if (aturan === 'PK-08') return { entitas: ofIndikator(indikator), bidang: 'alasanTarget' }
  // A reason is there and only its legal basis is missing: that is what mends it.
  if (aturan === 'PK-07' && line.alasanTarget && !line.dasarTarget)
    return { entitas: ofIndikator(indikator), bidang: 'dasarTarget' }
  const period = periodOf(letak) ?? emptyQuarter(aturan, line)
  if (period) return { entitas: ofTarget(indikator, period), bidang: 'nilai' }
  return {
    entitas: ofIndikator(indikator),
    bidang: aturan === 'PK-11' || !line.nama ? 'nama' : aturan === 'PK-10' ? 'kode' : 'nama',
  }
}

/** The field that a cell of the printed paper shows. */
export function fieldOf({ baris, bidang }: Cetak, sasaran: readonly Sasaran[]): Tempat | null {
  if (sasaran.some((s) => s.id === baris)) return { entitas: ofSasaran(baris), bidang }
  if (!sasaran.some((s) => s.indikator.some((i) => i.id === baris))) return null
  const periode = PERIODE.find((p) => p === bidang)
  if (periode) return { entitas: ofTarget(baris, periode), bidang: 'nilai' }
  return { entitas: ofIndikator(baris), bidang: bidang === 'nomor' ? 'nama' : bidang }
}

function periodOf(letak: string): PeriodeTarget | undefined {
  const word = /, (triwulan (?:IV|III|II|I)|tahunan)$/.exec(letak)?.[1]
  const names: Readonly<Record<string, PeriodeTarget>> = {
    'triwulan I': 'TW1',
    'triwulan II': 'TW2',
    'triwulan III': 'TW3',
    'triwulan IV': 'TW4',
    tahunan: 'TAHUNAN',
  }
  return word ? names[word] : undefined
}

/** PK-03 and PK-05 speak of the quarters together: the first empty one, else the last. */
function emptyQuarter(aturan: string, line: Indikator): PeriodeTarget | undefined {
  if (aturan !== 'PK-03' && aturan !== 'PK-05') return undefined
  return PERIODE.slice(0, 4).find((p) => (line.target[p]?.status ?? 'KOSONG') === 'KOSONG') ?? 'TW4'
}

export function columnsOf(kamus: readonly Kamus[]): Kolom[] {
  const target = (kunci: PeriodeTarget): Kolom => ({
    kunci,
    judul: t(`kolom.${kunci}`),
    lebar: kunci === 'TAHUNAN' ? 92 : 82,
    rupa: 'angka',
    kelompok: t('kolom.target'),
    maks: 300,
    periksa: (text, sel) => {
      const read = readTarget(text, sel.catatan ?? '')
      return isRefusal(read) ? read.detail : null
    },
  })
  return [
    { kunci: 'nomor', judul: t('kolom.nomor'), lebar: 64, rupa: 'teks', lekat: true },
    { kunci: 'uraian', judul: t('kolom.sasaran'), lebar: 150, rupa: 'panjang', lekat: true, maks: 2000 },
    { kunci: 'nama', judul: t('kolom.indikator'), lebar: 190, rupa: 'panjang', lekat: true, maks: 2000 },
    {
      kunci: 'kode',
      judul: t('kolom.kode'),
      lebar: 120,
      rupa: 'pilihan',
      pilihan: kamus.map((k) => ({ nilai: k.kode, label: `${k.kode}: ${k.nama}` })),
    },
    { kunci: 'sumberData', judul: t('kolom.sumber'), lebar: 104, rupa: 'teks', maks: 300 },
    { kunci: 'pengukuran', judul: t('kolom.pengukuran'), lebar: 240, rupa: 'panjang', maks: 20_000 },
    ...PERIODE.map(target),
    { kunci: 'satuan', judul: t('kolom.satuan'), lebar: 110, rupa: 'teks', kelompok: t('kolom.target'), maks: 100 },
    { kunci: 'alasanTarget', judul: t('kolom.alasan'), kelompok: t('kolom.lebih-rendah'), lebar: 180, rupa: 'panjang', maks: 2000 },
    { kunci: 'dasarTarget', judul: t('kolom.dasar'), kelompok: t('kolom.lebih-rendah'), lebar: 150, rupa: 'panjang', maks: 300 },
  ]
}

/** What a forum has said of a line and nobody has answered. */
type Said = { readonly baris: string | null; readonly kalimat: string }

export function rowsOf(
  pk: Lengkap,
  temuan: readonly TemuanPk[],
  saran: readonly Said[] = [],
  usulan: readonly Usulan[] = [],
): Baris[] {
  const proposed = new Map(usulan.map((u) => [`${ofTarget(u.indikator, u.periode)} nilai`, u]))
  const marks = new Map<string, Tanda[]>()
  for (const { baris, kalimat } of saran) {
    if (baris === null) continue
    const key = pk.sasaran.some((s) => s.id === baris) ? `${ofSasaran(baris)} uraian` : `${ofIndikator(baris)} nama`
    marks.set(key, [...(marks.get(key) ?? []), { berat: 'rendah', kalimat }])
  }
  for (const one of temuan) {
    const at = placeOf(one, pk.sasaran)
    if (!at) continue
    const key = `${at.entitas} ${at.bidang}`
    marks.set(key, [...(marks.get(key) ?? []), { berat: one.berat, kalimat: `${one.aturan}. ${one.penjelasan}` }])
  }
  // What its issuer has withdrawn is the office's own again: a finding of PK-14 that no item mends.
  const withdrawn = new Set(temuan.filter((one) => one.aturan === 'PK-14' && !one.butir).map((one) => one.indikator))
  const isIssued = (i: Indikator) => i.bersama !== null && !withdrawn.has(i.id)
  const sel = (entitas: string, bidang: string, teks: string | null, more: Partial<Sel> = {}): Sel => ({
    entitas,
    bidang,
    teks: teks ?? '',
    tanda: marks.get(`${entitas} ${bidang}`),
    ...(proposed.has(`${entitas} ${bidang}`) && { usulan: said(proposed.get(`${entitas} ${bidang}`)!) }),
    ...more,
  })
  const groups = pk.formulir?.kelompok ?? [...new Set(pk.sasaran.map((s) => s.kelompok))].map((kode) => ({ kode, nama: kode }))
  return groups.flatMap(({ kode, nama }) => [
    { kunci: `kelompok/${kode}`, judul: nama, sel: {} },
    ...pk.sasaran.filter((s) => s.kelompok === kode).flatMap((s) => rowsOfSasaran(s, sel, isIssued)),
  ])
}

const said = ({ target, alasan, sumber }: Usulan): Sel['usulan'] => ({
  teks: targetText(target),
  kalimat: sumber ? `${alasan} (${sumber})` : alasan,
})

function rowsOfSasaran(
  s: Sasaran,
  sel: (entitas: string, bidang: string, teks: string | null, more?: Partial<Sel>) => Sel,
  isIssued: (i: Indikator) => boolean,
): Baris[] {
  const tinggi = Math.max(1, s.indikator.length)
  const shared = {
    nomor: sel(ofSasaran(s.id), 'nomor', s.nomor, { tinggi, terkunci: t('nomor.terkunci'), seret: ofSasaran(s.id) }),
    uraian: sel(ofSasaran(s.id), 'uraian', s.uraian, { tinggi, ...locked(s.indikator.some(isIssued)) }),
  }
  if (!s.indikator.length) return [{ kunci: ofSasaran(s.id), sel: shared }]
  return s.indikator.map((i, at) => {
    const own = ofIndikator(i.id)
    const terbit = locked(isIssued(i))
    return {
      kunci: own,
      sel: {
        ...(at === 0 && shared),
        nama: sel(own, 'nama', i.nama, { ...terbit, seret: own }),
        kode: sel(own, 'kode', i.kode, { tampil: i.kode ?? '' }),
        sumberData: sel(own, 'sumberData', i.sumberData, terbit),
        pengukuran: sel(own, 'pengukuran', i.pengukuran, terbit),
        ...Object.fromEntries(
          PERIODE.map((p) => [
            p,
            sel(ofTarget(i.id, p), 'nilai', targetText(i.target[p]), {
              tampil: targetShown(i.target[p]),
              catatan: i.satuan ?? '',
              ...terbit,
            }),
          ]),
        ),
        satuan: sel(own, 'satuan', i.satuan, terbit),
        alasanTarget: sel(own, 'alasanTarget', i.alasanTarget),
        dasarTarget: sel(own, 'dasarTarget', i.dasarTarget),
      },
    }
  })
}

const locked = (received: boolean): Partial<Sel> => (received ? { terkunci: t('bersama.terkunci') } : {})
