// node bin/papan-reviu.ts: what the checker sees in the five papers, into docs/reviu.md. Where the sample of what was proven by hand
// lies beside them (SELARAS_GOLDEN), it is held against it; so are the findings that were judged by hand (ketepatan.ts). Without the
// papers it says so and changes nothing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HitunganReviu, type Reviu, reviu, type TemuanReviu } from '../src/periksa/reviu.ts'
import { JENIS_TEMUAN } from '../src/periksa/temuan.ts'
import { SEEDS, seed, seedsPath } from '../src/platform/documents/reading/seeds.testing.ts'
import { readText } from '../src/platform/documents/reading/text.ts'
import { ketepatan } from './ketepatan.ts'

const ROOT = join(import.meta.dirname, '..')
const GOLDEN = process.env.SELARAS_GOLDEN ?? (seedsPath ? join(seedsPath, '../golden') : '')
/** The kinds that a checker can find without the meaning of prose. */
const REACHABLE = new Set(['sum', 'ratio', 'average', 'cross-table', 'scale', 'count', 'missing-value', 'format'])

type Proven = { readonly seed: string; readonly lines: readonly number[]; readonly what: string; readonly printed: unknown }
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

const digits = (text: unknown) => String(text).replace(/\D/g, '').replace(/0+$/, '')

function main(): void {
  const seen = new Map<string, Reviu>(SEEDS.map((name) => [name, reviu(readText(seed(name)))]))
  const of = ({ seed: name }: Proven) => seen.get(name)!
  const holds = (p: Proven) =>
    of(p).hitungan.some(
      (h: HitunganReviu) => h.cocok && p.lines.includes(h.baris ?? -1) && digits(h.tercetak) === digits(p.printed),
    )
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
  const kinds = JENIS_TEMUAN.map(
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
${kinds.join('\n')}
${
  right.length
    ? `
## Terhadap contoh yang dibuktikan dengan tangan
- Hitungan yang berlaku: ${share(right.filter(holds).length, right.length)} dipastikan pada barisnya dengan angka tercetaknya; pada barisnya saja
  ${share(right.filter(onLine).length, right.length)}. Sisanya terutama isi kalimat, tanggal dan nomor pegawai yang benar, atau nilai yang
  dihitung dari tabel lain.
- Temuan yang pasti, dari jenis yang tidak memerlukan makna kalimat: ${share(wrong.length - lost.length, wrong.length)} disebut pada barisnya.
  Yang belum:
${lost.map((e) => `  - ${e.seed}, baris ${e.lines.slice(0, 4).join(', ')}: ${e.what}`).join('\n')}

Kecocokan baris bukan bukti bahwa alasannya sama.
`
    : ''
}${ketepatan(seen)}`
  writeFileSync(join(ROOT, 'docs/reviu.md'), text)
  console.log('docs/reviu.md')
}

if (seedsPath) main()
else console.error('Naskahnya tidak ada di sini (SELARAS_SEEDS): docs/reviu.md tidak diubah.')
