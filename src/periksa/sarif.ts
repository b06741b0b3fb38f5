// The result of a check as SARIF 2.1.0 (OASIS), which editors and code-review tools read.
import type { Aturan } from './aturan.ts'
import { berkunci } from './kunci.ts'
import type { Reviu, TemuanReviu } from './reviu.ts'
import { SEBUTAN_JENIS, tempatOf } from './sebutan.ts'

const LEVEL: Readonly<Record<TemuanReviu['berat'], string>> = { tinggi: 'error', sedang: 'warning', rendah: 'note' }

/** A finding that was known before brings the key it was known by. */
type MaybeKeyed = TemuanReviu & { readonly kunci?: string }
export type Diperiksa = {
  readonly file: string
  readonly hasil: Omit<Reviu, 'temuan'> & { readonly temuan: readonly MaybeKeyed[] }
}
export type TidakTerbaca = { readonly file: string; readonly detail: string }

export function sarif(
  papers: readonly Diperiksa[],
  aturan: readonly Aturan[],
  version: string,
  unread: readonly TidakTerbaca[] = [],
) {
  const index = new Map(aturan.map((a, n) => [a.kode, n]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Selaras', version, language: 'id', rules: aturan.map(ruleOf) } },
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({ file, detail }) => ({
              level: 'error',
              message: { text: `${file}: ${detail}` },
            })),
          },
        ],
        artifacts: papers.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: papers.flatMap(({ file, hasil }, n) =>
          keyed(hasil.temuan).map((t) => resultOf(t, { uri: uriOf(file), index: n }, index.get(t.aturan))),
        ),
      },
    ],
  }
}

const keyed = (temuan: readonly MaybeKeyed[]) => berkunci(temuan).map((t, n) => ({ ...t, kunci: temuan[n]!.kunci ?? t.kunci }))

function ruleOf({ kode, jenis, memeriksa, contoh, dasar }: Aturan) {
  const help = [`Benar: ${contoh.benar}.`, `Ditemukan: ${contoh.salah}.`, ...(dasar ? [`Dasar: ${dasar}.`] : [])].join(' ')
  return {
    id: kode,
    shortDescription: { text: SEBUTAN_JENIS[jenis] },
    fullDescription: { text: memeriksa },
    help: { text: `${memeriksa} ${help}` },
    properties: { jenis, ...(dasar ? { dasar } : {}) },
  }
}

type Artifact = { readonly uri: string; readonly index: number }

function resultOf(t: TemuanReviu & { readonly kunci: string }, artifact: Artifact, ruleIndex: number | undefined) {
  const { baris, halaman, paragraf, lembar, terkait, tercetak, seharusnya, jenis, keyakinan } = t
  // A region of SARIF is a line of a text; pages, paragraphs and sheets have names.
  const inText = halaman === null && paragraf === null && lembar === null
  const physicalLocation = (line: number | null) => ({
    artifactLocation: artifact,
    ...(inText && line !== null ? { region: { startLine: line } } : {}),
  })
  const words = [inText ? '' : tempatOf(t), t.letak].filter(Boolean).join(', ')
  return {
    ruleId: t.aturan,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVEL[t.berat],
    rank: Math.round(keyakinan * 100),
    message: { text: t.penjelasan },
    locations: [{ physicalLocation: physicalLocation(baris), logicalLocations: [{ fullyQualifiedName: words }] }],
    ...(inText && terkait.length
      ? { relatedLocations: terkait.map((line, id) => ({ id, physicalLocation: physicalLocation(line) })) }
      : {}),
    partialFingerprints: { 'temuan/v1': t.kunci },
    properties: { jenis, keyakinan, tercetak, seharusnya, halaman, paragraf, lembar },
  }
}

/** A file's name as an address; from the root it says which kind. */
const uriOf = (file: string) => `${file.startsWith('/') ? 'file://' : ''}${file.split(/[\\/]/).map(encodeURIComponent).join('/')}`
