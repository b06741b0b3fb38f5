// Files that must be refused, for the tests of whoever takes files.
import { zip } from '@cj-tech-master/excelts/archive'

const bytes = (text: string) => new TextEncoder().encode(text)

export const office = (parts: Record<string, string>) => {
  const archive = zip()
  for (const [name, text] of Object.entries(parts)) archive.add(name, bytes(text))
  return archive.bytes()
}

/** Small as it comes, a quarter of a gigabyte when it is unpacked. */
export function zipBomb(): Promise<Uint8Array> {
  const archive = zip()
  const zeros = new Uint8Array(64 * 2 ** 20)
  archive.add('[Content_Types].xml', bytes('<Types/>'))
  archive.add('word/document.xml', bytes('<w/>'))
  for (const n of [1, 2, 3, 4]) archive.add(`word/media/${n}.xml`, zeros)
  return archive.bytes()
}

const pdf = (objects: readonly string[], trailer: string): string => {
  let file = '%PDF-1.4\n'
  const places = objects.map((o, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${o}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF`
}
const PAGE = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
]
/** One page with nothing on it that can be read. */
export const EMPTY_PDF = pdf(PAGE, '')
const LOCK = `<</Filter/Standard/V 1/R 2/Length 40/P -44/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`
/** It opens only with a password. */
export const LOCKED_PDF = pdf(
  [...PAGE, LOCK],
  '/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]',
)
