// node bin/ketepatan.ts --undi 100 --benih 6: draws findings in the five papers to be judged by hand, each with the line that its
// judgement becomes in docs/ketepatan-temuan.jsonl; `--belum` draws from those not judged yet. bin/papan-reviu.ts shows the outcome.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { angkaSaja, Ketepatan, papanOf, SIKAP, sidikOf, undi } from '../src/periksa/ketepatan.ts'
import { type Reviu, reviu, type TemuanReviu } from '../src/periksa/reviu.ts'
import { SEEDS, seed, seedsPath } from '../src/platform/documents/reading/seeds.testing.ts'
import { readText } from '../src/platform/documents/reading/text.ts'

const JUDGED = join(import.meta.dirname, '../docs/ketepatan-temuan.jsonl')
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
      `${naskah}, baris ${baris}, ${aturan} (${t.keyakinan}): ${t.letak}\n  ${t.penjelasan}${t.terkait.length ? ` Lihat juga ${t.terkait.join(', ')}.` : ''}`,
    )
    console.log(
      `  ${JSON.stringify({ naskah, baris, aturan, sidik: sidikOf(t), angka, seharusnya, sikap: SIKAP.join('|'), sebab: '' })}`,
    )
  }
}

/** How often the checker is right, of what was judged by hand: a part of docs/reviu.md. */
export function ketepatan(seen: ReadonlyMap<string, Reviu>): string {
  const found = foundIn(seen)
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

if (import.meta.main) {
  const {
    undi: banyak,
    benih,
    belum,
  } = parseArgs({
    options: {
      undi: { type: 'string', default: '100' },
      benih: { type: 'string', default: '6' },
      belum: { type: 'boolean', default: false },
    },
  }).values
  if (seedsPath)
    draw(foundIn(new Map(SEEDS.map((name) => [name, reviu(readText(seed(name)))]))), Number(banyak), Number(benih), belum)
  else console.error('Naskahnya tidak ada di sini (SELARAS_SEEDS).')
}
