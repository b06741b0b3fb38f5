// Arimo, named file by file: a document must not depend on what fonts a machine happens to have.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FILES = [
  '400Regular/Arimo_400Regular',
  '400Regular_Italic/Arimo_400Regular_Italic',
  '700Bold/Arimo_700Bold',
  '700Bold_Italic/Arimo_700Bold_Italic',
]

export function fontFiles(): string[] {
  return FILES.map((name) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/arimo/${name}.ttf`)))
}

/** Whether the font has a sign for a code point, read from its character map (OpenType cmap, format 4). */
export function coverageOf(file: string): (codePoint: number) => boolean {
  const font = readFileSync(file)
  const count = font.readUInt16BE(4)
  const record = Array.from({ length: count }, (_, i) => 12 + 16 * i).find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (record === undefined) throw new Error(`no character map in ${file}`)
  const cmap = font.readUInt32BE(record + 8)
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i))
  const map = maps.find((at) => font.readUInt16BE(at) === 4)
  if (map === undefined) throw new Error(`no character map of format 4 in ${file}`)
  const twice = font.readUInt16BE(map + 6)
  const covered = new Set<number>()
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [font.readUInt16BE(map + 14 + i), font.readUInt16BE(map + 16 + twice + i)]
    const delta = font.readUInt16BE(map + 16 + 2 * twice + i)
    const offsetAt = map + 16 + 3 * twice + i
    const offset = font.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (code - start))
      if (glyph !== 0) covered.add(code)
    }
  }
  return (code) => covered.has(code)
}

/**
 * A sign that the font lacks is printed as its number, `[U+1F600]`: the paper says that something stands there, and what.
 * (A tagged PDF may hold no sign without a glyph.)
 */
export function withCodes(text: string, covers: (codePoint: number) => boolean): string {
  let shown = ''
  for (const sign of text) {
    const code = sign.codePointAt(0)!
    shown +=
      code === 10 || code === 0xad || code === 0x200b || covers(code)
        ? sign
        : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }
  return shown
}
