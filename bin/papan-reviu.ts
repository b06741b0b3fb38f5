// node bin/papan-reviu.ts: what the checker sees in the five papers, into docs/reviu.md. Where the sample of what was proven by hand
// lies beside them (SELARAS_GOLDEN), it is held against it; so are the findings that were judged by hand (ketepatan.ts). Without the
// papers it says so and changes nothing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { samaTemuan } from '../src/periksa/bentuk-naskah.testing.ts'
import { type HitunganReviu, type Reviu, reviu, type TemuanReviu } from '../src/periksa/reviu.ts'
import { JENIS_TEMUAN } from '../src/periksa/temuan.ts'
import { BENTUK, CETAK } from '../src/platform/documents/printing.testing.ts'
import { readHere } from '../src/platform/documents/reading/read-here.ts'
import { SEEDS, type Seed, seed, seedsPath } from '../src/platform/documents/reading/seeds.testing.ts'
import { readText } from '../src/platform/documents/reading/text.ts'
import { reprinted } from '../src/platform/documents/reprint.testing.ts'
import { ketepatan } from './ketepatan.ts'

const ROOT = join(import.meta.dirname, '..')
const GOLDEN = process.env.SELARAS_GOLDEN ?? (seedsPath ? join(seedsPath, '../golden') : '')
/** The kinds that a checker can find without the meaning of prose. */
const REACHABLE = new Set(['sum', 'ratio', 'average', 'cross-table', 'scale', 'count', 'missing-value', 'format'])

type Proven = {
  readonly seed: string
  readonly lines: readonly number[]
  readonly what: string
  readonly formula: string
  readonly printed: unknown
}
type Wrong = Proven & { readonly kind: string; readonly confidence: string }

const proven = <T>(end: string): T[] =>
  GOLDEN && existsSync(GOLDEN)
    ? readdirSync(GOLDEN)
        .filter((f) => f.endsWith(end))
        .flatMap((f) =>
          readFileSync(join(GOLDEN, f), 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as T),
        )
    : []

/** The same papers printed in every form and read again: how many of their findings are found there too. */
async function bentuk(seen: ReadonlyMap<string, Reviu>): Promise<string> {
  const rows: string[] = []
  for (const [name, { temuan }] of seen) {
    const document = reprinted(readText(seed(name as Seed)))
    const cells: string[] = []
    for (const b of BENTUK) {
      const { sama, baru } = samaTemuan(temuan, reviu(await readHere(await CETAK[b](document))).temuan)
      cells.push(`${sama} dari ${temuan.length}${baru ? `, ${baru} lain` : ''}`)
    }
    rows.push(`| ${name} | ${cells.join(' | ')} |`)
  }
  return `\n## Naskah yang sama dalam bentuk lain
Temuan yang juga ditemukan bila naskahnya dicetak dan dibaca lagi.

| naskah | ${BENTUK.join(' | ')} |
|---|${'---|'.repeat(BENTUK.length)}
${rows.join('\n')}
`
}

const digits = (text: unknown) => String(text).replace(/\D/g, '').replace(/0+$/, '')

/** A right NIP is printed by its last figures only. */
const sama = (tercetak: string, printed: unknown) =>
  tercetak.includes('…') ? String(printed).endsWith(digits(tercetak)) : digits(tercetak) === digits(printed)

/** Why a computation that holds is out of reach; the first that fits is said. */
const ALASAN: readonly (readonly [(p: Proven) => boolean, string])[] = [
  [({ formula }) => /<|>=/.test(formula), 'batas yang tidak dilampaui, bukan angka yang dihitung'],
  [({ formula }) => /^equal/.test(formula), 'nama, tahun atau target yang sama di tempat lain, dengan sebutan lain'],
  [({ formula }) => /tahun|hari/.test(formula), 'jarak dua tanggal yang maknanya ada dalam kalimat'],
  [({ formula }) => /count|TW I\.\.IV|dok\/total/.test(formula), 'banyaknya benda yang disebut dengan kata lain'],
  [({ lines, formula }) => lines.length > 4 && /sum|mean/.test(formula), 'bagian-bagiannya tersebar di beberapa tabel'],
  [() => true, 'hubungannya hanya dikatakan oleh kalimat'],
]
const kinds = (missed: readonly Proven[]) =>
  [...Map.groupBy(missed, (p) => ALASAN.find(([fits]) => fits(p))![1])].toSorted((a, b) => b[1].length - a[1].length)

async function main(): Promise<void> {
  const seen = new Map<string, Reviu>(SEEDS.map((name) => [name, reviu(readText(seed(name)))]))
  const of = ({ seed: name }: Proven) => seen.get(name)!
  const holds = (p: Proven) =>
    of(p).hitungan.some((h: HitunganReviu) => h.cocok && p.lines.includes(h.baris ?? -1) && sama(h.tercetak, p.printed))
  const onLine = (p: Proven) => of(p).hitungan.some((h) => h.cocok && p.lines.includes(h.baris ?? -1))
  const said = (p: Wrong) =>
    of(p).temuan.some((t: TemuanReviu) => p.lines.includes(t.baris ?? -1) || t.terkait.some((line) => p.lines[0] === line))
  const right = proven<Proven>('matches.sample.jsonl')
  const wrong = proven<Wrong>('errors.sample.jsonl').filter((e) => e.confidence === 'certain' && REACHABLE.has(e.kind))
  const lost = wrong.filter((e) => !said(e))
  const share = (n: number, all: number) => `${n} dari ${all} (${Math.round((n / all) * 100)} %)`
  const rows = [...seen].map(([name, r]) => {
    const berat = (b: string) => r.temuan.filter((t) => t.berat === b).length
    const { tabel, hitungan, cocok } = r.diperiksa
    return `| ${name} | ${tabel} | ${hitungan} | ${cocok} | ${r.temuan.length} | ${berat('tinggi')} | ${berat('sedang')} | ${berat('rendah')} |`
  })
  const byKind = JENIS_TEMUAN.map(
    (k) => `| ${k} | ${[...seen.values()].map((r) => r.temuan.filter((t) => t.jenis === k).length).join(' | ')} |`,
  )
  const text = `<!-- Dibuat oleh node bin/papan-reviu.ts; jangan diubah dengan tangan. -->

# Papan pemeriksa

Keadaan ${new Date().toISOString().slice(0, 10)}, atas kelima naskah (tidak ada di repositori ini).

| naskah | tabel | hitungan | cocok | temuan | tinggi | sedang | rendah |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

| jenis | ${[...seen.keys()].join(' | ')} |
|---|${'---|'.repeat(seen.size)}
${byKind.join('\n')}
${
  right.length
    ? `
## Terhadap contoh yang dibuktikan dengan tangan
- Hitungan yang berlaku: ${share(right.filter(holds).length, right.length)} dipastikan pada barisnya dengan angka tercetaknya; pada barisnya saja
  ${share(right.filter(onLine).length, right.length)}. Di luar jangkauan:
${kinds(right.filter((p) => !holds(p)))
  .map(([why, all]) => `  - ${why}: ${all.map((p) => `${p.seed} baris ${p.lines[0]} (${p.what})`).join('; ')}`)
  .join('\n')}
- Temuan yang pasti, dari jenis yang tidak memerlukan makna kalimat: ${share(wrong.length - lost.length, wrong.length)} disebut pada barisnya.
  Yang belum:
${lost.map((e) => `  - ${e.seed}, baris ${e.lines.slice(0, 4).join(', ')}: ${e.what}`).join('\n')}

Kecocokan baris bukan bukti bahwa alasannya sama.
`
    : ''
}${ketepatan(seen)}`
  writeFileSync(join(ROOT, 'docs/reviu.md'), text + (await bentuk(seen)))
  console.log('docs/reviu.md')
}

if (seedsPath) await main()
else console.error('Naskahnya tidak ada di sini (SELARAS_SEEDS): docs/reviu.md tidak diubah.')
