// Papers and data files come in; nothing is stored without --save.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importData } from '../impor/commands.ts'
import { keepNaskah, readNaskah, recognise } from '../impor/commands-naskah.ts'
import { type JenisNaskah, NAMA_JENIS } from '../impor/impor.ts'
import { keraguan, naskahInWords, SEBUTAN_CARA, SEBUTAN_DILEWATI } from '../impor/queries.ts'
import type { Db } from '../platform/db/database.ts'
import { type Context, contextAt } from '../platform/kernel/context.ts'
import { isRefusal } from '../platform/kernel/refusal.ts'
import { type Command, said, trial, Usage, withInstance } from './command.ts'

export const importDataFile: Command = {
  usage: 'import data BERKAS.json [--save]',
  about: 'membaca berkas data; tidak menyimpan apa pun tanpa --save',
  words: 1,
  options: { save: { type: 'boolean' } },
  run: ([file], { save }, world) =>
    withInstance(world, async ({ db }) => {
      const content = await readFile(file!, 'utf8')
      const done = await trial(db, save === true, (tx) => importData(tx, contextAt(world.clock()), basename(file!), content))
      const text = `${basename(file!)}: ${done.dimuat} baris dipahami${save ? ' dan disimpan' : '; tidak disimpan (pakai --save)'}, ${done.temuan.length} temuan.`
      return said(
        done,
        [text, ...done.temuan.map((t) => `  ${t.aturan} ${t.letak}: ${t.penjelasan}`)].join('\n'),
        done.temuan.length ? 1 : 0,
      )
    }),
}

/** Reads papers, says what it understood, what not and where; with --save it keeps them. */
export function importPaper(jenis: JenisNaskah): Command {
  return {
    usage: `import ${jenis} BERKAS… [--save${jenis === 'lkip' ? '' : ' [--draf]'} [--unit U --tahun Y]]`,
    about: `membaca ${NAMA_JENIS[jenis]} dari kertas (teks, DOCX, XLSX, HTML, PDF); tidak menyimpan apa pun tanpa --save`,
    words: 'many',
    options: { save: { type: 'boolean' }, draf: { type: 'boolean' }, unit: { type: 'string' }, tahun: { type: 'string' } },
    run: (files, { save, draf, unit, tahun }, world) =>
      withInstance(world, async ({ db }) => {
        if (draf && jenis === 'lkip') throw new Usage('Hasil dari LKIP disimpan seperti tercetak; --draf bukan untuknya.')
        if (tahun !== undefined && !/^\d{4}$/.test(String(tahun))) throw new Usage('Tulis --tahun dengan empat angka.')
        const wanted = {
          save: save === true,
          draf: draf === true,
          unit: unit ? String(unit) : undefined,
          tahun: Number(tahun ?? 0),
        }
        const read = []
        for (const file of files) {
          world.progress(`Selaras: membaca ${basename(file)}\n`)
          const content = await readFile(file)
          read.push(await importedPaper(db, contextAt(world.clock()), basename(file), content, jenis, wanted))
        }
        const text = read.map((r) => r.text).join('\n\n')
        return said(read.length === 1 ? read[0]!.json : read.map((r) => r.json), text, read.some((r) => r.doubts) ? 1 : 0)
      }),
  }
}

type ImportWanted = { readonly save: boolean; readonly draf: boolean; readonly unit: string | undefined; readonly tahun: number }

async function importedPaper(db: Db, ctx: Context, nama: string, content: Uint8Array, jenis: JenisNaskah, wanted: ImportWanted) {
  const read = await readNaskah(content, jenis)
  if (isRefusal(read)) return { json: { berkas: nama, ...read }, text: `${nama}: ${read.detail}`, doubts: true }
  const known = await recognise(db, ctx, read, jenis)
  const json = { ...read.isi, berkas: nama, sha256: read.sha256, bentukBerkas: read.bentuk, dikenali: known }
  const summary = { doubts: keraguan(read.isi) > 0, text: naskahInWords(nama, read.isi, known) }
  if (!wanted.save) return { ...summary, json }
  const unit = wanted.unit ?? (known.unit[0]?.keyakinan === 1 ? known.unit[0].kode : undefined)
  const tahun = wanted.tahun || Number(read.isi.tahun.dibaca)
  if (!unit || !tahun) throw new Usage(`${nama}: satuan kerja atau tahunnya tidak pasti; sebutkan --unit dan --tahun.`)
  // Whoever runs the program acts for the office.
  const peran = ['PENYUSUN', 'BIRO_ORB'].map((p) => ({ peran: p, unit }))
  const kept = await trial(db, true, (tx) =>
    keepNaskah(
      tx,
      { ...ctx, actor: { ...ctx.actor, peran } },
      {
        sha256: read.sha256,
        jenis,
        nama,
        unit,
        tahun,
        cara: jenis === 'lkip' ? 'TERCETAK' : wanted.draf ? 'DRAF' : 'DITETAPKAN',
        isi: read.isi,
      },
    ),
  )
  const skipped = Map.groupBy(kept.dilewati, (d) => `${d.indikator.slice(0, 100)}: ${SEBUTAN_DILEWATI[d.sebab]}`)
  const left = [
    ...(skipped.size ? [`  ${kept.dilewati.length} hasil tidak disimpan:`] : []),
    ...[...skipped].map(([why, all]) => `    ${why} (${all.length}${linesOf(all)})`),
  ]
  const text = kept.sudahAda
    ? [
        `  sudah pernah disimpan ${SEBUTAN_CARA[kept.cara]} untuk ${kept.unit} tahun ${kept.tahun}${kept.dokumen ? ` (dokumen ${kept.dokumen})` : ''}; tidak ada yang diubah.`,
        ...left,
      ].join('\n')
    : [
        `  disimpan untuk ${unit} tahun ${tahun}: ${kept.dimuat} ${jenis === 'lkip' ? 'angka seperti tercetak' : 'baris'}, ${kept.temuan.length} temuan aturan.`,
        ...left,
      ].join('\n')
  return { doubts: summary.doubts || kept.temuan.length > 0, json: { ...json, tersimpan: kept }, text: `${summary.text}\n${text}` }
}

function linesOf(all: readonly { readonly baris: number | null }[]): string {
  const lines = [...new Set(all.flatMap((d) => d.baris ?? []))]
  return lines.length ? `; baris ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', …' : ''}` : ''
}
