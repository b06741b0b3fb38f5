// The instance as a whole: is it unharmed, a copy of it, how fast it is.
import { join } from 'node:path'
import { checkSample } from '../pengukuran/commands-hitung-ulang.ts'
import { differenceInWords } from '../pengukuran/queries.ts'
import { verifyLedger } from '../platform/audit/verify.ts'
import * as copies from '../platform/backup/backup.ts'
import { verifyFiles } from '../platform/files/verify.ts'
import { accepted } from '../platform/kernel/refusal.ts'
import { type Command, said, Usage, withInstance } from './command.ts'

export const verify: Command = {
  usage: 'audit verify [--sampel N] [--benih TEKS]',
  about: 'memeriksa rantai catatan perbuatan, semua berkas bukti, dan contoh acak hasil (1000) terhadap data asalnya',
  options: { sampel: { type: 'string' }, benih: { type: 'string' } },
  run: (_words, { sampel = '1000', benih = 'selaras' }, world) =>
    withInstance(world, async ({ db, files }) => {
      if (!/^\d{1,7}$/.test(String(sampel))) throw new Usage('Tulis --sampel dengan bilangan bulat, misalnya 1000.')
      const ledger = await verifyLedger(db)
      const stored = await verifyFiles(db, files)
      const hasil = await checkSample(db, Number(sampel), String(benih))
      const wrong = hasil.perbedaan.map((p) => ({ office: p.unit, seq: 'hasil', detail: differenceInWords(p) }))
      const kerusakan = [...ledger.damage, ...stored.damage, ...wrong]
      const until = ledger.provenUpTo
        ? `ekor terbukti sampai jangkar ${ledger.provenUpTo.anchor} (${ledger.provenUpTo.at})`
        : 'belum ada jangkar'
      const sum = `${ledger.lines} baris catatan di ${ledger.offices} rantai, ${stored.files} berkas bukti, ${hasil.diperiksa} hasil dihitung ulang; ${until}.`
      const json = {
        baris: ledger.lines,
        rantai: ledger.offices,
        berkas: stored.files,
        hasil: hasil.diperiksa,
        terbuktiSampai: ledger.provenUpTo,
        kerusakan,
      }
      const lines = kerusakan.map((d) => `  ${d.office} ${d.seq}: ${d.detail}`)
      return said(
        json,
        [kerusakan.length ? `${kerusakan.length} kerusakan.` : 'Utuh.', sum, ...lines].join('\n'),
        kerusakan.length ? 1 : 0,
      )
    }),
}

export const backup: Command = {
  usage: 'backup BERKAS',
  about: 'seluruh instansi ke satu berkas, bukti termasuk',
  words: 1,
  run: ([file], _options, world) =>
    withInstance(world, async ({ connection, files }) => {
      const made = accepted(await copies.backup(connection, files, file!, world.clock()))
      const lost = made.missing.map((b) => `\n  bukti yang isinya hilang dan tidak ikut: ${b}`).join('')
      return said(
        made,
        `Cadangan ${file} dibuat: ${made.rows} baris dalam ${made.tables} tabel, ${made.files} berkas bukti.${lost}`,
        made.missing.length ? 1 : 0,
      )
    }),
}

export const restore: Command = {
  usage: 'restore BERKAS',
  about: 'mengembalikan cadangan ke instansi yang kosong',
  words: 1,
  run: ([file], _options, world) =>
    withInstance(world, async ({ connection, files }) => {
      const made = accepted(await copies.restore(connection, files, file!))
      return said(
        made,
        `Instansi dikembalikan dari ${file}: ${made.rows} baris dalam ${made.tables} tabel, ${made.files} berkas bukti.`,
      )
    }),
}

export const bench: Command = {
  usage: 'bench [NAMA]',
  about: 'beban kerja docs/performance.md, masing-masing di samping pembandingnya',
  words: 'any',
  run: async (words, _options, world) => {
    const { names, runBench } = (await import(join(world.root, 'bench/main.ts'))) as {
      names: readonly string[]
      runBench: (names: string[], tell: (text: string) => void) => Promise<unknown>
    }
    const unknown = words.find((word) => !names.includes(word))
    if (unknown) throw new Usage(`Beban kerja "${unknown}" tidak dikenal. Yang ada: ${names.join(', ')}.`)
    const result = await runBench(words, world.progress)
    return said(result, JSON.stringify(result, null, 2))
  },
}
