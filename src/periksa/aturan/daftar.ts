// Every rule, in the order in which a paper is read. A new rule is a file and a line here.
import type { Aturan } from '../aturan.ts'
import { angkaHuruf } from './angka-huruf.ts'
import { banyaknya } from './banyaknya.ts'
import { bobot } from './bobot-seratus.ts'
import { daftarIsi } from './daftar-isi.ts'
import { judulKolom } from './judul-kolom.ts'
import { kalimatBerulang } from './kalimat-berulang.ts'
import { kelompokBerbeda } from './kelompok-berbeda.ts'
import { namaBerbeda } from './nama-berbeda.ts'
import { nilaiBerbeda } from './nilai-berbeda.ts'
import { peringkat } from './peringkat.ts'
import { rekapRincian } from './rekap-rincian.ts'
import { rupiahBerulang } from './rupiah-berulang.ts'
import { salinan } from './salinan.ts'
import { TABEL } from './tabel.ts'
import { tahunTertinggal } from './tahun-tertinggal.ts'
import { teksHitungan } from './teks-hitungan.ts'
import { teksTabel } from './teks-tabel.ts'

export const ATURAN: readonly Aturan[] = [
  ...TABEL,
  bobot,
  peringkat,
  nilaiBerbeda,
  kelompokBerbeda,
  rupiahBerulang,
  rekapRincian,
  angkaHuruf,
  teksHitungan,
  banyaknya,
  daftarIsi,
  tahunTertinggal,
  judulKolom,
  salinan,
  namaBerbeda,
  teksTabel,
  kalimatBerulang,
]
