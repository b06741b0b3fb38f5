// Every rule, in the order in which a paper is read. A new rule is a file and a line here.
import type { Aturan } from '../aturan.ts'
import { anggaranNka } from './anggaran-nka.ts'
import { bobot } from './bobot.ts'
import { ipAsn } from './ip-asn.ts'
import { jumlahTarget } from './jumlah-target.ts'
import { kataGanda } from './kata-ganda.ts'
import { kataTerpotong } from './kata-terpotong.ts'
import { kelas } from './kelas.ts'
import { kodeAksi } from './kode-aksi.ts'
import { komponenAkip } from './komponen-akip.ts'
import { kosongNol } from './kosong-nol.ts'
import { kualitasAnggaran } from './kualitas-anggaran.ts'
import { kurung } from './kurung.ts'
import { lambangRumus } from './lambang-rumus.ts'
import { nilaiTertimbang } from './nilai-tertimbang.ts'
import { nip } from './nip.ts'
import { nomorBaris } from './nomor-baris.ts'
import { nomorButir } from './nomor-butir.ts'
import { nomorJudul } from './nomor-judul.ts'
import { rujukan } from './rujukan.ts'
import { satuan } from './satuan.ts'
import { selKosong } from './sel-kosong.ts'
import { sistemMerit } from './sistem-merit.ts'
import { skala } from './skala.ts'
import { statusCapaian } from './status-capaian.ts'
import { surveiUnsur } from './survei-unsur.ts'
import { tabelJumlah } from './tabel-jumlah.ts'
import { tandaDesimal } from './tanda-desimal.ts'
import { tanggal } from './tanggal.ts'

export const ATURAN: readonly Aturan[] = [
  tabelJumlah,
  anggaranNka,
  kualitasAnggaran,
  sistemMerit,
  ipAsn,
  surveiUnsur,
  komponenAkip,
  kosongNol,
  nilaiTertimbang,
  bobot,
  skala,
  kelas,
  satuan,
  tandaDesimal,
  selKosong,
  jumlahTarget,
  nomorBaris,
  nomorButir,
  nomorJudul,
  rujukan,
  kodeAksi,
  tanggal,
  nip,
  kataGanda,
  kataTerpotong,
  kurung,
  lambangRumus,
  statusCapaian,
]
