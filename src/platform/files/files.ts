// Evidence is kept by content: a file's name is its SHA-256. The folder is one way to keep it; a test can inject another.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Refusal, refuse } from '../kernel/refusal.ts'

export type Stored = { readonly sha256: string; readonly ukuran: number }
export type Files = {
  /** Keeps the content and returns its hash once it is safely on disk; a refusal where it is too large or the store fails. */
  readonly put: (content: Readable, limit: number) => Promise<Stored | Refusal>
  readonly read: (sha256: string) => Promise<Readable | undefined>
  readonly size: (sha256: string) => Promise<number | undefined>
  readonly remove: (sha256: string) => Promise<void>
  readonly list: () => AsyncIterable<string>
}

class TooLarge extends Error {}

/** Files in a folder, two levels of folders by the first digits of the hash. */
export function folderFiles(folder: string): Files {
  const at = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const isHash = (name: string) => /^[0-9a-f]{64}$/.test(name)
  return {
    async put(content, limit) {
      const incoming = join(folder, 'masuk')
      const temporary = join(incoming, randomBytes(12).toString('hex'))
      const hash = createHash('sha256')
      let ukuran = 0
      const count = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          ukuran += chunk.length
          hash.update(chunk)
          next(ukuran > limit ? new TooLarge() : null, chunk)
        },
      })
      try {
        await mkdir(incoming, { recursive: true })
        await pipeline(content, count, createWriteStream(temporary, { flush: true }))
        const sha256 = hash.digest('hex')
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
        await rename(temporary, at(sha256))
        await syncFolder(join(folder, sha256.slice(0, 2)))
        return { sha256, ukuran }
      } catch (error) {
        content.destroy() // where the folder failed first, nobody has read it: an upload would wait for ever
        await rm(temporary, { force: true }).catch(() => {})
        if (error instanceof TooLarge)
          return refuse(
            'TERLALU_BESAR',
            `Berkas melebihi batas ${Math.floor(limit / 1024 / 1024)} MiB. Perkecil atau pecah berkasnya.`,
          )
        return refuse(
          'PENYIMPANAN_GAGAL',
          `Berkas tidak dapat disimpan (${(error as { code?: string }).code ?? 'galat'}). Tidak ada yang tercatat; coba lagi atau hubungi administrator.`,
        )
      }
    },
    async read(sha256) {
      return isHash(sha256) && (await stat(at(sha256)).catch(() => undefined)) ? createReadStream(at(sha256)) : undefined
    },
    async size(sha256) {
      return isHash(sha256) ? (await stat(at(sha256)).catch(() => undefined))?.size : undefined
    },
    async remove(sha256) {
      if (isHash(sha256)) await rm(at(sha256), { force: true })
    },
    async *list() {
      for (const part of (await readdir(folder).catch(() => [])).filter((n) => n.length === 2).sort())
        for (const name of (await readdir(join(folder, part))).filter(isHash).sort()) yield name
    },
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** The SHA-256 of what is stored under a name, or undefined where it is gone. */
export async function hashOf(files: Files, sha256: string): Promise<string | undefined> {
  const content = await files.read(sha256)
  if (!content) return undefined
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
