// DOCX and XLSX are zips; the libraries write the clock into them. Packed again with the document's own time, the same
// document gives the same bytes.
import { unzip, zip } from '@cj-tech-master/excelts/archive'

/** Noon in Jakarta of no particular day: a zip has no time zone, and its entries' times mean nothing. */
const ENTRY_TIME = new Date(2000, 0, 1, 12)

export async function packAgain(file: Uint8Array, timestamp: string): Promise<Uint8Array> {
  const parts: { name: string; data: Uint8Array }[] = []
  for await (const part of unzip(file).entries())
    if (!part.path.endsWith('/')) parts.push({ name: part.path, data: await part.bytes() })
  // [Content_Types].xml first: some readers tell the kind of a file by its first entry.
  const first = (name: string) => Number(name !== '[Content_Types].xml')
  parts.sort((a, b) => first(a.name) - first(b.name) || (a.name < b.name ? -1 : 1))
  const steady = steadyIds()
  const archive = zip({ reproducible: true, modTime: ENTRY_TIME, timestamps: 'dos', noSort: true })
  for (const { name, data } of parts)
    if (name.endsWith('.xlsx')) archive.add(name, await packAgain(data, timestamp))
    else if (name === 'docProps/core.xml') archive.add(name, withTime(data, timestamp))
    else archive.add(name, /\.(?:xml|rels)$/.test(name) ? steady(data) : data)
  return archive.bytes()
}

/** The library draws lots for the names of relationships; here they are counted. */
function steadyIds(): (xml: Uint8Array) => Uint8Array {
  const names = new Map<string, string>()
  const count = (id: string) => {
    if (!names.has(id)) names.set(id, `rIdB${names.size + 1}`)
    return names.get(id)
  }
  return (data) => {
    const xml = new TextDecoder().decode(data)
    const steady = xml.replace(
      /(\b(?:r:\w+|Id)=")(rId[a-z0-9_-]{21})"/g,
      (_, before: string, id: string) => `${before}${count(id)}"`,
    )
    return steady === xml ? data : new TextEncoder().encode(steady)
  }
}

function withTime(core: Uint8Array, timestamp: string): Uint8Array {
  const time = new Date(timestamp).toISOString().replace(/\.\d+Z$/, 'Z')
  const xml = new TextDecoder().decode(core)
  return new TextEncoder().encode(xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`))
}
