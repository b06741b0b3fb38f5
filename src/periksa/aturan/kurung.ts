// Parentheses that are opened and closed: in a formula they decide what is multiplied.
import type { Aturan, TemuanNaskah } from '../aturan.ts'
import { cuplik } from '../naskah.ts'
import { petikan, tempat } from '../teks.ts'

export const kurung: Aturan = {
  kode: 'KURUNG',
  jenis: 'format',
  memeriksa: 'Setiap kurung dalam rumus dibuka dan ditutup.',
  contoh: { benar: '(realisasi / target) x 100%', salah: 'realisasi / target) x 100%' },
  periksa: (naskah) => ({
    hitungan: [],
    temuan: petikan(naskah).flatMap((p): TemuanNaskah[] => {
      // The marker of an item, `a)` or `1)`, closes nothing.
      if (p.jenis === 'daftar') return []
      const teks = p.teks.replace(/(^|[\s;,:(/])(?:\d{1,2}|[a-zA-Z]|[ivx]+)\)/g, (m) => m.replace(')', ' '))
      const formula = FORMULA.exec(teks)
      if (!formula) return []
      let open = 0
      for (let i = 0; i < teks.length; i++) {
        if (teks[i] === '(') open++
        else if (teks[i] === ')' && --open < 0) {
          // Only where the formula itself hangs on it.
          if (!/^\)\s*[x×*/:]\s*\(?\d/.test(teks.slice(i, i + 12))) return []
          const from = Math.max(0, teks.lastIndexOf('.', i), teks.lastIndexOf('\n', i), teks.lastIndexOf(':', i))
          const tercetak = teks.slice(Math.max(from, i - 30), i + 10).trim()
          const penjelasan = `Kurung tutup pada "${tercetak}" tidak punya kurung buka, sehingga tidak jelas apa saja yang dikalikan. Lengkapi kurungnya.`
          return [
            {
              di: tempat(p, i),
              jenis: 'format',
              berat: 'rendah',
              keyakinan: 0.9,
              letak: p.letak,
              tercetak: cuplik(tercetak),
              seharusnya: null,
              penjelasan,
            },
          ]
        }
      }
      return []
    }),
  }),
}

const FORMULA = /\)\s*[x×*]\s*100\s*%?|\bdibagi\b|\/\s*\p{L}/u
