import { defineTeks } from './teks.ts'

export const t = defineTeks(
  {
    judul: 'Tanda tangan elektronik',
    unduh: 'Unduh naskah bertanda tangan',
    periksa: 'Periksa keasliannya',
    sandi: 'Kata sandi Anda',
    'sandi.bantuan': 'Diminta lagi agar pasti Anda sendiri yang menandatangani.',
    frasa: 'Frasa sandi sertifikat elektronik',
    'frasa.bantuan': 'Milik Anda pada layanan tanda tangan elektronik. Tidak disimpan di sini.',
  },
  {
    judul: 'Electronic signatures',
    unduh: 'Download the signed paper',
    periksa: 'Check whether it is genuine',
    sandi: 'Your password',
    'sandi.bantuan': 'Asked for again, so that it is certain that you yourself sign.',
    frasa: 'Passphrase of your electronic certificate',
    'frasa.bantuan': 'Yours at the signing service. It is not stored here.',
  },
)
