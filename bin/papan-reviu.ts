// node bin/papan-reviu.ts: what the checker sees in the five papers, into docs/reviu.md. Where the sample of what was proven by hand
// lies beside them (SELARAS_GOLDEN), it is held against it; so are the findings that were judged by hand (docs/ketepatan-temuan.jsonl).
// With `--undi 100 --benih 6` it draws findings to be judged and shows them; `--belum` draws from those not judged yet.
// Without the papers it says so and changes nothing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { angkaSaja, Ketepatan, papanOf, SIKAP, sidikOf, undi } from '../src/periksa/ketepatan.ts'
import { type HitunganReviu, type Reviu, reviu, type TemuanReviu } from '../src/periksa/reviu.ts'
import { JENIS_TEMUAN } from '../src/periksa/temuan.ts'
import { SEEDS, seed, seedsPath } from '../src/platform/documents/reading/seeds.testing.ts'
import { readText } from '../src/platform/documents/reading/text.ts'

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

const JUDGED = join(ROOT, 'docs/ketepatan-temuan.jsonl')
type Found = TemuanReviu & { readonly naskah: string }
const judged = () =>
  readFileSync(JUDGED, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Ketepatan.parse(JSON.parse(line)))
const foundIn = (seen: ReadonlyMap<string, Reviu>): Found[] =>
  [...seen].flatMap(([naskah, r]) => r.temuan.map((t) => ({ naskah, ...t })))

/** Findings to be judged against their paper, each with the line that a judgement becomes. */
function draw(found: readonly Found[], banyak: number, benih: number, belum: boolean): void {
  for (const t of undi(belum ? papanOf(found, judged()).belum : found, banyak, benih)) {
    const { naskah, baris, aturan } = t
    const [angka, seharusnya] = [angkaSaja(t.tercetak), angkaSaja(t.seharusnya)]
    console.log(
      `${naskah}, baris ${baris}, ${aturan} (${t.keyakinan}): ${t.letak}\n  ${t.penjelasan} Lihat juga ${t.terkait.join(', ')}.`,
    )
    console.log(
      `  ${JSON.stringify({ naskah, baris, aturan, sidik: sidikOf(t), angka, seharusnya, sikap: SIKAP.join('|'), sebab: '' })}`,
    )
  }
}

/** How often the checker is right, of what was judged by hand. */
function precision(found: readonly Found[]): string {
  const { dinilai, belum, hilang } = papanOf(found, judged())
  const count = (sikap: string) => dinilai.filter(([, k]) => k.sikap === sikap).length
  const where = (list: readonly { naskah: string; baris: number | null; aturan: string }[]) =>
    list.map((t) => `  - ${t.naskah}, baris ${t.baris}, ${t.aturan}`).join('\n')
  const doubtful = dinilai.filter(([, k]) => k.sikap !== 'benar')
  const lost = hilang.filter((k) => k.sikap === 'benar')
  return `
## Ketepatan
Setiap temuan dibaca terhadap naskahnya; putusan dan sebabnya ada di \`docs/ketepatan-temuan.jsonl\`, tanpa isi naskah.

| temuan sekarang | dinilai | ${SIKAP.join(' | ')} | benar dari yang dinilai |
|---|---|${'---|'.repeat(SIKAP.length)}---|
| ${found.length} | ${dinilai.length} | ${SIKAP.map(count).join(' | ')} | ${((count('benar') / dinilai.length) * 100).toFixed(1).replace('.', ',')} % |

${doubtful.length ? `Yang tidak dinilai benar:\n${doubtful.map(([t, k]) => `  - ${t.naskah}, baris ${t.baris}, ${t.aturan} (${k.sikap}): ${k.sebab}`).join('\n')}\n` : ''}
Pernah dinilai dan tidak muncul lagi: ${hilang.length}, ${hilang.length - lost.length} di antaranya salah, ganda, atau diperdebatkan.
${lost.length ? `Yang dinilai benar dan hilang:\n${where(lost)}\n` : ''}${belum.length ? `Belum dinilai: ${belum.length}.\n${where(belum)}\n` : 'Tidak ada temuan yang belum dinilai.\n'}`
}

function main(): void {
  const { values } = parseArgs({ options: { undi: { type: 'string' }, benih: { type: 'string', default: '6' }, belum: { type: 'boolean', default: false } } }) // biome-ignore format: options
  const seen = new Map<string, Reviu>(SEEDS.map((name) => [name, reviu(readText(seed(name)))]))
  if (values.undi) {
    draw(foundIn(seen), Number(values.undi), Number(values.benih), values.belum)
    return
  }
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
}${precision(foundIn(seen))}`
  writeFileSync(join(ROOT, 'docs/reviu.md'), text)
  console.log('docs/reviu.md')
}

if (seedsPath) main()
else console.error('Naskahnya tidak ada di sini (SELARAS_SEEDS): docs/reviu.md tidak diubah.')
