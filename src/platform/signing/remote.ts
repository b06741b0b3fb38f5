// A signing service of the BSrE kind: it keeps the certificates, we send the PDF with the person's NIK and secret, and get
// the signed PDF. Neither NIK nor secret is written to a log, a ledger or a refusal.
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Signer } from './signer.ts'

export type RemoteService = {
  /** Up to where `/api/sign/pdf` begins. */
  readonly address: string
  readonly user: string
  readonly password: string
  /** Roots, as PEM, under which its certificates are. */
  readonly authorities: readonly string[]
  readonly nikOf: (akun: string) => Promise<string | undefined>
  /** Milliseconds until an answer is no longer waited for. */
  readonly wait?: number
}

const WAIT = 30_000
const MOST_BYTES = 50 * 2 ** 20
const NOTHING = 'Tidak ada yang ditandatangani; coba lagi, atau hubungi administrator.'
const no = (why: string) =>
  refuse('LAYANAN_GAGAL', `Layanan tanda tangan elektronik ${why}. ${NOTHING}`, { rule: 'layanan-tanda-tangan' })

export function remoteSigner({ address, user, password, authorities, nikOf, wait = WAIT }: RemoteService): Signer {
  const url = `${address.replace(/\/$/, '')}/api/sign/pdf`
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return {
    jenis: 'JARAK_JAUH',
    perluFrasa: true,
    authorities,
    async sign(pdf, who, { frasa }) {
      if (!frasa) return refuse('TIDAK_VALID', 'Isi frasa sandi sertifikat elektronik Anda.', { field: 'bukti.frasa' })
      const nik = await nikOf(who.akun)
      if (!nik)
        return refuse(
          'DITOLAK_ATURAN',
          `NIK ${who.nama} belum dicatat untuk layanan tanda tangan elektronik. Minta administrator mencatatnya.`,
          {
            rule: 'layanan-tanda-tangan',
          },
        )
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'naskah.pdf')
      // Invisible: what is seen of it the document prints itself.
      for (const [name, value] of Object.entries({
        nik,
        passphrase: frasa,
        tampilan: 'invisible',
        halaman: 'PERTAMA',
        xAxis: '0',
        yAxis: '0',
        width: '0',
        height: '0',
      }))
        form.set(name, value)
      return answered(url, authorization, form, wait)
    },
  }
}

async function answered(url: string, authorization: string, body: FormData, wait: number): Promise<Uint8Array | Refusal> {
  try {
    const signal = AbortSignal.timeout(wait)
    const res = await fetch(url, { method: 'POST', headers: { authorization }, body, signal, redirect: 'error' })
    const content = new Uint8Array(await res.arrayBuffer())
    if (res.status === 401) return no('menolak akun program ini')
    if (!res.ok) return refusedBy(res.status, content)
    if (content.length > MOST_BYTES) return no('memberi jawaban yang terlalu besar')
    return content
  } catch (error) {
    return no((error as Error).name === 'TimeoutError' ? `tidak menjawab dalam ${wait / 1000} detik` : 'tidak dapat dihubungi')
  }
}

/** What the service says is for its operator: only the wrong secret is the signer's to mend. */
function refusedBy(status: number, content: Uint8Array): Refusal {
  const said = Buffer.from(content.subarray(0, 4000)).toString('utf8')
  if (/passphrase/i.test(said)) return refuse('TIDAK_VALID', 'Frasa sandi sertifikat elektronik salah.', { field: 'bukti.frasa' })
  const code = /"status_code"\s*:\s*"?(\d{1,6})/.exec(said)?.[1]
  return no(`menolak (${status}${code ? `, kode ${code}` : ''})`)
}
