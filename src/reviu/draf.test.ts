import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bentukOf } from '../peraturan/dki-jakarta/bentuk.ts'
import { acak } from '../periksa/contoh-laporan.testing.ts'
import { type PkPaper, perjanjianKinerja } from '../perjanjian-kinerja/perjanjian-kinerja.document.ts'
import { BKD, JAKPUS, pkSnapshot, raSnapshot } from '../platform/documents/contoh.testing.ts'
import type { FigureOut } from '../platform/kernel/figure.ts'
import { type RencanaAksiPaper, rencanaAksi } from '../rencana-aksi/rencana-aksi.document.ts'
import { periksaDraf } from './draf.ts'

const pk = (paper: PkPaper) => periksaDraf('pk', perjanjianKinerja(paper))
const ra = (paper: RencanaAksiPaper) => periksaDraf('rencana-aksi', rencanaAksi(paper))

describe('the example as drafts', () => {
  test('the agreements of BKD, BPSDM and Jakarta Pusat are left in peace', () => {
    for (const [file, unit] of [
      ['bkd-2025/pk.json', BKD],
      ['bpsdm-2023/pk-2023.json', 'BPSDM Provinsi DKI Jakarta'],
      ['jakpus/pk-2023.json', JAKPUS],
      ['jakpus/pk-2024.json', JAKPUS],
    ] as const)
      assert.deepEqual(pk({ ...pkSnapshot(file, unit), konsep: true }).temuan, [], file)
  })
  test('of the plan of BKD it says what its paper has copied and misspelt, and nothing else', () => {
    const { temuan } = ra({ ...raSnapshot(), konsep: true })
    assert.deepEqual(
      temuan.map((t) => [t.aturan, t.tercetak?.slice(0, 6).trim()]),
      [['SALINAN', 'RA4. M'], ['SALINAN', 'KK3.3.'], ['SALINAN', 'KK3.4.'], ['SALINAN', 'KK4.1.'], ['KATA-TERPOTONG', 'arget'], ['EJAAN-NAMA', 'Sitem']], // biome-ignore format: a list
    )
    assert.ok(temuan.every((t) => t.berat !== 'tinggi' && !/paragraf|tabel ke-/.test(`${t.letak} ${t.penjelasan}`)))
  })
})

const KATA = ['pelayanan', 'pegawai', 'kinerja', 'anggaran', 'lingkungan', 'pengaduan', 'koordinasi', 'arsip', 'aset', 'pelatihan', 'pengawasan', 'data'] // biome-ignore format: words
const BUAT = ['Meningkatkan', 'Menyusun', 'Melaksanakan', 'Mengevaluasi', 'Menetapkan', 'Menyampaikan']
const SATUAN = ['%', 'Nilai', 'Indeks', 'Dokumen', 'Laporan', 'Kegiatan']
const PERIODE = ['TW1', 'TW2', 'TW3', 'TW4'] as const
const figure = (nilai: string | null): FigureOut => ({
  status: nilai === null ? 'TIDAK_DITARGETKAN' : 'NILAI',
  ...{ nilai, kategori: null, min: null, maks: null },
  tercetak: nilai === null ? 'N/A' : nilai.replace('.', ','),
})
const pihak = (nama: string, jabatan: string) => ({ nama, jabatan, nip: null })
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

/** Drafts as people write them: each line of its own words, targets that rise, stay, or are not set. */
function contoh(seed: number): { readonly pk: PkPaper; readonly ra: RencanaAksiPaper } {
  const a = acak(seed)
  const bentuk = bentukOf(2025)!
  // Two different words, so that none stands twice.
  const hal = (n: number) => `${KATA[(n + a.between(1, 11)) % 12]} ${KATA[n % 12]} ${a.pick(['internal', 'wilayah', 'kota', 'dinas'])} bidang ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}`
  const targets = () => {
    const last = a.desimal(2, 100, a.between(0, 2))
    const shape = a.between(0, 3)
    const cell = (q: number) => (shape === 0 ? (q < 4 ? null : last) : shape === 1 ? last : last.times(q + 1).div(4).toDecimalPlaces(2))
    return [...times(4, (q) => cell(q)), last].map((v) => figure(v === null ? null : v.toFixed()))
  }
  let no = 0
  const sasaran = bentuk.kelompok.flatMap((k) =>
    times(a.between(1, 4), (s) => {
      const nomor = String(++no)
      return {
        id: `s${no}`,
        nomor,
        kelompok: k.kode,
        uraian: `Meningkatnya ${hal(no * 3 + s)}`,
        indikator: times(a.between(1, 3), (i) => {
          const [TW1, TW2, TW3, TW4, TAHUNAN] = targets()
          const isi = hal(no * 7 + i)
          return {
            id: `s${no}i${i}`,
            nomor: `${nomor}.${i + 1}`,
            nama: `${a.pick(['Persentase', 'Indeks', 'Jumlah'])} ${isi} ${i + 1}`,
            sumberData: 'Laporan bidang',
            pengukuran: `Rata-rata capaian ${isi} menurut ${a.between(2, 9)} unsur yang dinilai setiap triwulan.`,
            satuan: a.pick(SATUAN),
            target: { TW1, TW2, TW3, TW4, TAHUNAN } as PkPaper['sasaran'][number]['indikator'][number]['target'],
          }
        }),
      }
    }),
  )
  const whole = { tahun: 2025, versi: 1, konsep: true, unitKerja: 'Dinas Contoh', tanggal: null, diambil: '2025-01-02T00:00:00.000Z' }
  const rencana = sasaran.flatMap((s) =>
    s.indikator.map((i) => ({
      ...{ id: i.id, nomor: i.nomor, kelompok: null, sasaran: s.uraian, nama: i.nama, target: i.target.TAHUNAN! },
      ra: times(a.between(1, 3), (r) => ({
        ...{ id: `${i.id}r${r}`, kode: `RA${r + 1}`, jenis: 'AKSI' as const, fase: null },
        uraian: `${BUAT[r]} ${hal(no++)} untuk ${i.nama}`,
        kk: times(a.between(1, 2), (k) => ({
          ...{ id: `${i.id}r${r}k${k}`, kode: `KK${r + 1}.${k + 1}` },
          uraian: `Tersedianya ${hal(no++)} bagi ${i.nama}, tahap ${k + 1}`,
          output: PERIODE.map((triwulan, o) => ({
            ...{ id: `${i.id}r${r}k${k}o${o}`, kode: `T/O${r + 1}.${k + 1}.${o + 1}`, triwulan, mitigasi: null },
            uraian: `${a.pick(['Dokumen', 'Laporan', 'Data'])} ${hal(no++)} triwulan ${o + 1}`,
            jumlah: figure(String(a.between(1, 12))),
            satuan: a.pick(['Dokumen', 'Laporan']),
            penanggungJawab: [`Bidang ${a.pick(KATA)}`],
          })),
        })),
      })),
    })),
  )
  return {
    pk: { ...whole, bentuk, pemerintah: 'Pemerintah Provinsi', pihakPertama: pihak('Ani', 'Kepala Dinas Contoh'), pihakKedua: pihak('Budi', 'Gubernur'), sasaran },
    ra: { ...whole, pemilik: pihak('Ani', 'Kepala Dinas Contoh'), penilai: pihak('Budi', 'Gubernur'), indikator: rencana },
  }
} // biome-ignore format: a generator

describe('drafts made by a seed', () => {
  test('twenty agreements and plans that are right: nothing is said', () => {
    const said = times(20, (n) => contoh(n + 1)).flatMap((d) => [...pk(d.pk).temuan, ...ra(d.ra).temuan])
    assert.deepEqual(said, [])
  })
})
