// A certificate authority of one's own, for trying signatures out: nobody outside this instance has reason to trust it, and
// its name says so. Its key lies in the data folder; that of a signer is made for one signature and never kept.
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { certify, fromPem, type Identity, newKeys, toPem } from './certificate.ts'
import { signPdf } from './pades.ts'
import type { Signer } from './signer.ts'
import type { TimeStamp } from './time-stamp.ts'

export const NAMA_OTORITAS = 'Selaras (untuk uji coba)'
const YEAR = 365 * 86_400_000
/** A clock that is a little behind must not find a certificate that is not valid yet. */
const EARLIER = 10 * 60_000

/** The authority of a folder, made there where it is missing. */
export async function openAuthority(folder: string, now: Date): Promise<Identity> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'otoritas.pem')
  const kept = await readFile(path, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return kept === undefined ? makeAuthority(path, now) : readAuthority(kept)
}

async function makeAuthority(path: string, now: Date): Promise<Identity> {
  const keys = await newKeys()
  const subject = { CN: `Otoritas ${NAMA_OTORITAS}`, O: NAMA_OTORITAS, C: 'ID' }
  const from = new Date(now.getTime() - EARLIER)
  const certificate = await certify({ subject, keys, from, until: new Date(now.getTime() + 20 * YEAR), use: 'AUTHORITY' })
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const text = `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n${toPem(certificate)}`
  const unfinished = `${path}.baru`
  const file = await open(unfinished, 'w', 0o600)
  await file.writeFile(text)
  await file.sync()
  await file.close()
  await rename(unfinished, path)
  return { certificate, key: keys.privateKey }
}

async function readAuthority(text: string): Promise<Identity> {
  const body = /-----BEGIN PRIVATE KEY-----([\s\S]*?)-----END PRIVATE KEY-----/.exec(text)?.[1]
  const [certificate] = fromPem(text)
  if (!body || !certificate) throw new Error('otoritas.pem tidak dapat dibaca; pindahkan berkas itu agar dibuatkan yang baru')
  const key = await crypto.subtle.importKey('pkcs8', Buffer.from(body, 'base64'), { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ])
  return { certificate, key }
}

export function localSigner(authority: Identity, stamp?: TimeStamp): Signer {
  return {
    jenis: 'LOKAL',
    perluFrasa: false,
    authorities: [toPem(authority.certificate)],
    async sign(pdf, { nama, jabatan }, { at, alasan }) {
      const keys = await newKeys()
      const certificate = await certify({
        subject: { CN: nama, title: jabatan, O: NAMA_OTORITAS, C: 'ID' },
        keys,
        issuer: authority,
        from: new Date(at.getTime() - EARLIER),
        until: new Date(Math.min(at.getTime() + 5 * YEAR, authority.certificate.notAfter.value.getTime())),
        use: 'SIGNATURE',
      })
      return signPdf(pdf, { certificate, key: keys.privateKey }, [authority.certificate], { nama, alasan, at }, stamp)
    },
  }
}
