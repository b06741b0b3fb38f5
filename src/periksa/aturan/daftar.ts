// Every rule, in the order in which a paper is read. A new rule is a file and a line here.
import type { Aturan } from '../aturan.ts'
import { kodeAksi } from './kode-aksi.ts'
import { nip } from './nip.ts'
import { nomorBaris } from './nomor-baris.ts'
import { nomorButir } from './nomor-butir.ts'
import { nomorJudul } from './nomor-judul.ts'
import { rujukan } from './rujukan.ts'
import { tabelJumlah } from './tabel-jumlah.ts'
import { tanggal } from './tanggal.ts'

export const ATURAN: readonly Aturan[] = [tabelJumlah, nomorBaris, nomorButir, nomorJudul, rujukan, kodeAksi, tanggal, nip]
