// The text files of a folder, each with its name below it, in a fixed order.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export async function readFolder(folder: string): Promise<{ nama: string; content: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort()
  return Promise.all(paths.map(async (path) => ({ nama: path.slice(folder.length + 1), content: await readFile(path, 'utf8') })))
}
