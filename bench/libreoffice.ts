// LibreOffice without a window, given the workbook of the province: it opens it, computes every cell and saves what it computed.
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { openPromise } from 'yauzl'
import { timed } from './measure.ts'
import { newFolder } from './province.ts'

const run = promisify(execFile)

type Saved = {
  /** Without what soffice needs to start and to end, which is measured with an empty workbook. */
  readonly seconds: number
  /** The saved content as far as the end of the first sheet. */
  readonly content: string
}

/** Undefined where there is no soffice. */
export async function recalculated(empty: Iterable<string>, workbook: Iterable<string>): Promise<Saved | undefined> {
  const folder = newFolder()
  const convert = async (name: string) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profil')}`
    const args = ['--headless', profile, '--convert-to', 'ods', '--outdir', folder, join(folder, `${name}.fods`)]
    return (await timed(() => run('soffice', args))).ms / 1000
  }
  const write = (name: string, content: Iterable<string>) =>
    pipeline(Readable.from(content), createWriteStream(join(folder, `${name}.fods`)))
  try {
    await write('kosong', empty)
    await write('provinsi', workbook)
    // The first start makes the profile.
    await convert('kosong')
    const start = await convert('kosong')
    const seconds = (await convert('provinsi')) - start
    return { seconds, content: await firstSheet(join(folder, 'provinsi.ods')) }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function firstSheet(path: string): Promise<string> {
  const archive = await openPromise(path, { autoClose: false })
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName !== 'content.xml') continue
      let content = ''
      for await (const chunk of await archive.openReadStreamPromise(entry)) {
        content += chunk
        if (content.includes('</table:table>')) return content
      }
    }
    throw new Error(`${path} holds no sheet`)
  } finally {
    archive.close()
  }
}
