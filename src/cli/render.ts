// Official documents from data.
import { writeFile } from 'node:fs/promises'
import * as forum from '../forum/queries.ts'
import { kamusPaper } from '../indikator/queries.ts'
import { capaianPaper } from '../pengukuran/queries.ts'
import * as perencanaan from '../perencanaan/queries.ts'
import * as perjanjian from '../perjanjian-kinerja/queries.ts'
import { type Db, inSnapshot } from '../platform/db/database.ts'
import type { Document } from '../platform/documents/blocks.ts'
import { FORMATS } from '../platform/documents/press.ts'
import { print } from '../platform/documents/print.ts'
import { sha256 } from '../platform/kernel/canonical.ts'
import { type Context, contextAt, SISTEM } from '../platform/kernel/context.ts'
import { accepted, type Refusal } from '../platform/kernel/refusal.ts'
import * as rencana from '../rencana-aksi/queries.ts'
import { type Command, isFormat, said, Usage, withInstance } from './command.ts'

export const render: Command = {
  usage: 'render pk|rencana-aksi|notulen|capaian|pohon|kamus --unit U --tahun Y [--format pdf|docx|xlsx|html] -o BERKAS',
  about: 'dokumen resmi dari data',
  words: 1,
  options: {
    unit: { type: 'string' },
    tahun: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  run: ([jenis], { unit, tahun, format = 'pdf', output }, world) =>
    withInstance(world, async ({ db }) => {
      if (!unit || !/^\d{4}$/.test(String(tahun)) || !output)
        throw new Usage('Sebutkan --unit, --tahun (empat angka) dan -o BERKAS.')
      if (!isFormat(format)) throw new Usage(`Format "${format}" tidak dikenal. Yang ada: ${FORMATS.join(', ')}.`)
      const make = PAPERS[jenis!]
      if (!make) throw new Usage(`Dokumen "${jenis}" tidak dikenal. Yang ada: ${Object.keys(PAPERS).join(', ')}.`)
      const ctx = contextAt(world.clock(), { ...SISTEM, peran: [{ peran: 'BIRO_ORB', unit: 'sistem' }] })
      const document = accepted(await inSnapshot(db, (tx) => make(tx, ctx, String(unit), Number(tahun))))
      const { content } = await print(document, format)
      await writeFile(String(output), content)
      return said(
        { berkas: output, ukuran: content.length, sha256: sha256(content) },
        `${document.title} → ${output} (${content.length} byte)`,
      )
    }),
}

/** What `render` can make. */
const PAPERS: Readonly<Record<string, (on: Db, ctx: Context, unit: string, tahun: number) => Promise<Document | Refusal>>> = {
  pk: (on, _ctx, unit, tahun) => perjanjian.paperOfYear(on, unit, tahun),
  'rencana-aksi': rencana.paperOfYear,
  notulen: forum.paperOfYear,
  capaian: capaianPaper,
  pohon: perencanaan.paperOfYear,
  kamus: kamusPaper,
}
