// DOCX and XLSX are zips. What they would inflate to is known before anything is inflated, and held to while it is: a file
// of a megabyte can unpack to gigabytes.
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Refused, refuse } from '../../kernel/refusal.ts'

const MOST_PARTS = 10_000
export const MOST_INFLATED = 192 * 2 ** 20

const open = promisify(fromBuffer as (buffer: Buffer, options: object, done: (e: Error | null, zip: ZipFile) => void) => void)

export const broken = () =>
  new Refused(refuse('TIDAK_VALID', 'Berkas ini rusak atau terpotong: isinya tidak dapat dibuka. Unggah ulang berkas yang utuh.'))
const tooBig = () =>
  new Refused(
    refuse(
      'TERLALU_BESAR',
      `Isi berkas ini setelah dibuka lebih dari ${MOST_INFLATED / 2 ** 20} MB. Bagi menjadi beberapa berkas.`,
    ),
  )

/** The names of all parts, and the texts of those that are wanted. */
export async function partsOf(
  file: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<{ names: string[]; parts: Map<string, string> }> {
  const zip = await open(Buffer.from(file.buffer, file.byteOffset, file.byteLength), { lazyEntries: true, autoClose: false }).catch(
    () => {
      throw broken()
    },
  )
  const entries = await listEntries(zip)
  if (entries.length > MOST_PARTS || entries.reduce((sum, e) => sum + e.uncompressedSize, 0) > MOST_INFLATED) throw tooBig()
  const parts = new Map<string, string>()
  for (const entry of entries) if (wanted(entry.fileName)) parts.set(entry.fileName, await inflate(zip, entry))
  return { names: entries.map((e) => e.fileName), parts }
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MOST_PARTS) reject(tooBig())
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(broken()))
    zip.readEntry()
  })
}

function inflate(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (fault, stream) => {
      if (fault || !stream) return reject(broken())
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST_INFLATED) stream.destroy(tooBig())
        else chunks.push(chunk)
      })
      stream.on('error', (e) => reject(e instanceof Refused ? e : broken()))
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    })
  })
}
