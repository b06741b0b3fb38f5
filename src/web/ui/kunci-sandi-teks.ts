import { defineTeks } from './teks.ts'

export const t = defineTeks(
  {
    judul: 'Kunci sandi tidak jadi dipakai',
    NotAllowedError: 'Anda membatalkannya, waktunya habis, atau perangkat ini tidak punya kunci sandi untuk Selaras. Coba lagi.',
    InvalidStateError: 'Perangkat ini sudah menyimpan kunci sandi untuk akun Anda.',
    SecurityError: 'Kunci sandi hanya berlaku di alamat resmi program ini. Buka program ini di alamat itu, lalu coba lagi.',
    lain: 'Perangkat ini tidak dapat memakai kunci sandi. Pakai kata sandi.',
  },
  {
    judul: 'The passkey was not used',
    NotAllowedError: 'You cancelled it, the time ran out, or this device has no passkey for Selaras. Try again.',
    InvalidStateError: 'This device already holds a passkey for your account.',
    SecurityError: 'Passkeys hold only at the official address of this program. Open the program there, then try again.',
    lain: 'This device cannot use a passkey. Use your password.',
  },
)
