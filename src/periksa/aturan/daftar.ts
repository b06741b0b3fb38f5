// Every rule, in the order in which a paper is read. A new rule is a file and a line here.
import type { Aturan } from '../aturan.ts'
import { anggaranNka } from './anggaran-nka.ts'
import { angkaHuruf } from './angka-huruf.ts'
import { bandingKolom } from './banding-kolom.ts'
import { banyaknya } from './banyaknya.ts'
import { banyaknyaRincian } from './banyaknya-rincian.ts'
import { banyaknyaSasaran } from './banyaknya-sasaran.ts'
import { bobot as bobotTeks } from './bobot.ts'
import { bobot } from './bobot-seratus.ts'
import { daftarIsi } from './daftar-isi.ts'
import { deret } from './deret.ts'
import { ejaanNama } from './ejaan-nama.ts'
import { ipAsn } from './ip-asn.ts'
import { isianKosong } from './isian-kosong.ts'
import { judulKolom } from './judul-kolom.ts'
import { jumlahTarget } from './jumlah-target.ts'
import { kalimatBerulang } from './kalimat-berulang.ts'
import { kataGanda } from './kata-ganda.ts'
import { kataTerpotong } from './kata-terpotong.ts'
import { kelas } from './kelas.ts'
import { kelompokBerbeda } from './kelompok-berbeda.ts'
import { klaimCapaian } from './klaim-capaian.ts'
import { kodeAksi } from './kode-aksi.ts'
import { komponenAkip } from './komponen-akip.ts'
import { konversi } from './konversi.ts'
import { kosongNol } from './kosong-nol.ts'
import { kualitasAnggaran } from './kualitas-anggaran.ts'
import { kurung } from './kurung.ts'
import { lambangRumus } from './lambang-rumus.ts'
import { namaBerbeda } from './nama-berbeda.ts'
import { nilaiBerbeda } from './nilai-berbeda.ts'
import { nilaiTertimbang } from './nilai-tertimbang.ts'
import { nip } from './nip.ts'
import { nomorBaris } from './nomor-baris.ts'
import { nomorButir } from './nomor-butir.ts'
import { nomorJudul } from './nomor-judul.ts'
import { nomorKolom } from './nomor-kolom.ts'
import { nomorSurat } from './nomor-surat.ts'
import { peraturanBerbeda } from './peraturan-berbeda.ts'
import { peringkat } from './peringkat.ts'
import { rekapRincian } from './rekap-rincian.ts'
import { rekapUnit } from './rekap-unit.ts'
import { rerataCapaian } from './rerata-capaian.ts'
import { rujukan } from './rujukan.ts'
import { rupiahBerulang } from './rupiah-berulang.ts'
import { salinan } from './salinan.ts'
import { salinanKetentuan } from './salinan-ketentuan.ts'
import { satuan } from './satuan.ts'
import { selKosong } from './sel-kosong.ts'
import { sistemMerit } from './sistem-merit.ts'
import { skala } from './skala.ts'
import { skalaRibuan } from './skala-ribuan.ts'
import { statusCapaian } from './status-capaian.ts'
import { surveiUnsur } from './survei-unsur.ts'
import { TABEL } from './tabel.ts'
import { tahunTertinggal } from './tahun-tertinggal.ts'
import { tandaDesimal } from './tanda-desimal.ts'
import { tanggal } from './tanggal.ts'
import { teksBerbagi } from './teks-berbagi.ts'
import { teksHitungan } from './teks-hitungan.ts'
import { teksPeriode } from './teks-periode.ts'
import { teksRerata } from './teks-rerata.ts'
import { teksRincian } from './teks-rincian.ts'
import { teksTabel } from './teks-tabel.ts'
import { tren } from './tren.ts'

export const ATURAN: readonly Aturan[] = [
  ...TABEL,
  bobot,
  peringkat,
  nilaiBerbeda,
  kelompokBerbeda,
  rupiahBerulang,
  rekapRincian,
  rekapUnit,
  angkaHuruf,
  teksHitungan,
  teksRincian,
  teksBerbagi,
  teksRerata,
  rerataCapaian,
  teksPeriode,
  bandingKolom,
  tren,
  klaimCapaian,
  banyaknya,
  banyaknyaRincian,
  banyaknyaSasaran,
  daftarIsi,
  tahunTertinggal,
  judulKolom,
  salinan,
  salinanKetentuan,
  namaBerbeda,
  ejaanNama,
  deret,
  teksTabel,
  kalimatBerulang,
  anggaranNka,
  kualitasAnggaran,
  sistemMerit,
  ipAsn,
  surveiUnsur,
  komponenAkip,
  kosongNol,
  nilaiTertimbang,
  bobotTeks,
  skala,
  skalaRibuan,
  konversi,
  kelas,
  satuan,
  tandaDesimal,
  selKosong,
  isianKosong,
  jumlahTarget,
  nomorBaris,
  nomorKolom,
  nomorButir,
  nomorJudul,
  nomorSurat,
  rujukan,
  peraturanBerbeda,
  kodeAksi,
  tanggal,
  nip,
  kataGanda,
  kataTerpotong,
  kurung,
  lambangRumus,
  statusCapaian,
]
