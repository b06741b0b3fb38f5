// Everything that is sought in the grid of a table.
import { berjalan, kelompok, pangsa, perTotal, tertimbang } from './bagian.ts'
import type { Hubungan } from './hubungan.ts'
import { rataDiAtas } from './induk.ts'
import { jumlahBaris } from './jumlah-baris.ts'
import type { Kisi } from './kisi.ts'
import { antarBaris, antarLajur } from './kolom.ts'
import { langkah, tahunan } from './periode.ts'
import { selGanda } from './sel-ganda.ts'

export const bagianKisi: readonly ((kisi: Kisi) => Hubungan[])[] = [
  jumlahBaris,
  ({ kolom, baris }) => antarLajur(kolom, 'kolom', (across, down) => baris[down]?.isi[across]),
  antarBaris,
  pangsa,
  berjalan,
  kelompok,
  tertimbang,
  perTotal,
  tahunan,
  langkah,
  rataDiAtas,
  selGanda,
]
