// What signs a PDF, whoever it is: the local authority for trying it out, or a service elsewhere.
import type { Refusal } from '../kernel/refusal.ts'

/** The person behind a signature, as the certificate and the public page name them: no NIP, which holds a birth date. */
export type Penandatangan = {
  readonly akun: string
  readonly pegawai: string
  readonly nama: string
  readonly jabatan: string
}
export type Wish = {
  readonly at: Date
  /** `Menandatangani Perjanjian Kinerja 2026`: shown by whoever reads the PDF. */
  readonly alasan: string
  /** The secret of a certificate that is kept elsewhere. */
  readonly frasa?: string
}
export type Signer = {
  readonly jenis: 'LOKAL' | 'JARAK_JAUH'
  /** Whether it asks for the secret of the person's own certificate too. */
  readonly perluFrasa: boolean
  /** Roots, as PEM, to which its signatures lead. */
  readonly authorities: readonly string[]
  /** The PDF with one more signature, its earlier bytes untouched; a refusal where that cannot be had now. */
  readonly sign: (pdf: Uint8Array, who: Penandatangan, wish: Wish) => Promise<Uint8Array | Refusal>
}
