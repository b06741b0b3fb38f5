// The words of the checker beside a draft.
import { defineTeks } from './teks.ts'

export const t = defineTeks(
  {
    judul: 'Bila dicetak sekarang',
    memeriksa: 'Memeriksa naskahnya …',
    bersih: 'Tidak ada yang janggal; {cocok} dari {n} hitungan cocok.',
    'bersih.tanpa': 'Tidak ada yang janggal.',
    pengantar: 'Dugaan pemeriksa naskah; tidak menghalangi langkah apa pun.',
    'berat.sedang': 'Perlu diperiksa',
    'berat.rendah': 'Saran',
    tercetak: 'tertulis {tercetak}',
    seharusnya: 'seharusnya {seharusnya}',
    keyakinan: 'keyakinan {n}%',
    ke: 'Tunjukkan di tabel',
  },
  {
    judul: 'If it were printed now',
    memeriksa: 'Checking the paper …',
    bersih: 'Nothing looks wrong; {cocok} of {n} reckonings hold.',
    'bersih.tanpa': 'Nothing looks wrong.',
    pengantar: 'What the checker of papers suspects; it blocks no step.',
    'berat.sedang': 'To be checked',
    'berat.rendah': 'Advice',
    tercetak: 'written {tercetak}',
    seharusnya: 'expected {seharusnya}',
    keyakinan: '{n}% sure',
    ke: 'Show in the table',
  },
)
