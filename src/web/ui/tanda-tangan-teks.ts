import { defineTeks } from './teks.ts'

export const t = defineTeks(
  {
    judul: 'Tanda tangan elektronik',
    unduh: 'Unduh naskah bertanda tangan',
    periksa: 'Periksa keasliannya',
    sandi: 'Kata sandi Anda',
    'sandi.bantuan': 'Diminta lagi agar pasti Anda sendiri yang menandatangani.',
    cara: 'Buktikan bahwa ini Anda dengan',
    kunciSandi: 'Kunci sandi',
    'kunciSandi.bantuan': 'Perangkat Anda memeriksa sidik jari, wajah atau PIN. Bukti itu berlaku untuk naskah ini saja, sekali.',
    'sandi.pilih': 'Kata sandi',
    frasa: 'Frasa sandi sertifikat elektronik',
    'frasa.bantuan': 'Milik Anda pada layanan tanda tangan elektronik. Tidak disimpan di sini.',
  },
  {
    judul: 'Electronic signatures',
    unduh: 'Download the signed paper',
    periksa: 'Check whether it is genuine',
    sandi: 'Your password',
    'sandi.bantuan': 'Asked for again, so that it is certain that you yourself sign.',
    cara: 'Prove that it is you with',
    kunciSandi: 'Passkey',
    'kunciSandi.bantuan': 'Your device checks fingerprint, face or PIN. The proof holds for this paper only, once.',
    'sandi.pilih': 'Password',
    frasa: 'Passphrase of your electronic certificate',
    'frasa.bantuan': 'Yours at the signing service. It is not stored here.',
  },
)
