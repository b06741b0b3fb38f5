// A letter is cited by its number: where the same number stands again, it is the same letter. Confirmed only; a letter may have
// been answered on another day under its own number.
import type { Place } from '../../platform/documents/blocks/paper.ts'
import type { Aturan, Hitungan } from '../aturan.ts'
import { tempat as baris } from '../sama.ts'
import { petikan, tempat } from '../teks.ts'

export const nomorSurat: Aturan = {
  kode: 'NOMOR-SURAT',
  jenis: 'cross-table',
  memeriksa: 'Surat, nota dinas dan keputusan yang dikutip lebih dari sekali, dengan nomor yang sama di setiap tempat.',
  contoh: { benar: 'Nomor e-0087/DL.01.00 di tabel dan di lampiran', salah: '(hanya memastikan yang cocok)' },
  periksa: (naskah) => {
    const first = new Map<string, Place>()
    const hitungan: Hitungan[] = []
    for (const p of petikan(naskah).filter((one) => one.teks.includes('/')))
      for (const m of p.teks.matchAll(NUMBER)) {
        const di = tempat(p, m.index)
        const nomor = m[1]!.replace(/\s/g, '').toUpperCase()
        const known = first.get(nomor)
        if (!known) first.set(nomor, di)
        else if (baris(known) !== baris(di)) hitungan.push(again(m[1]!, nomor, di, known, p.letak))
      }
    return { hitungan, temuan: [] }
  },
}

/** `5029/PA.02.02`, `e-0087/DL.01.00`: a running number, then the code of the file. */
const NUMBER = /(?<![\p{L}\d/]|\d\.)((?:[eE]\s?-\s?)?\d{1,5}\/[A-Z]{1,6}(?:[./-][A-Z\d]{1,6})+)(?![\p{L}\d/])/gu

const again = (tercetak: string, nomor: string, di: Place, known: Place, letak: string): Hitungan => {
  const rumus = `${baris(di)} = ${baris(known)}`
  return { di, letak: `${letak}, nomor surat`, rumus, tercetak, dihitung: nomor, pembulatan: 'tepat', cocok: true }
}
