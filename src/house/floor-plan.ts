// Which file of src is what: the floor plan of the house, read from a path.

/** The rooms in the order in which they may look back. */
export const ROOMS: readonly string[] = [
  'unit-kerja',
  'pengguna',
  'indikator',
  'perencanaan',
  'anggaran',
  'perjanjian-kinerja',
  'risiko',
  'rencana-aksi',
  'forum',
  'ksd',
  'survei',
  'tindak-lanjut',
  'pengukuran',
  'evaluasi',
  'laporan-kinerja',
  'reviu',
  'impor',
  'tenggat',
  'kabar',
  'beranda',
  'portal',
]

type InRoom = {
  readonly kind: 'noun' | 'pure' | 'store' | 'commands' | 'queries' | 'routes' | 'screens'
  readonly room: string
  readonly file: string
  readonly test: boolean
}
export type Place =
  | InRoom
  | { readonly kind: 'platform'; readonly part: string; readonly test: boolean }
  | { readonly kind: 'rumus' | 'peraturan' | 'periksa' | 'web-ui' | 'web-main' | 'house' | 'column'; readonly test: boolean }
  /** main.ts, docs.ts and the tests beside them may import everything; `unknown` is a folder that the floor plan does not have. */
  | { readonly kind: 'root' | 'glosarium' | 'unknown' }

/** A part that grows is divided by subject: `store/`, `commands-pengisian.ts`, as `rules-kode.ts` divides the rules. */
const CAST: readonly (readonly [RegExp, InRoom['kind']])[] = [
  [/^store(?:\.ts|\/)/, 'store'],
  [/^commands(?:-[a-z-]+)?\.ts$/, 'commands'],
  [/^queries(?:-[a-z-]+)?\.ts$/, 'queries'],
  [/^routes(?:-[a-z-]+)?\.ts$/, 'routes'],
  [/^screens\//, 'screens'],
]

/** The place of `src/…`; helpers of tests (`testing.ts`, `x.testing.ts`) are tests. Whatever else a room holds beside its fixed cast is held to the law of its rules. */
export function placeOf(path: string): Place {
  const [, top = '', ...rest] = path.split('/')
  const file = rest.join('/')
  const test = /\.test(?:ing)?\.tsx?$|\/testing[^/]*\.ts$/.test(path)
  // The command line: its column, and a file for each family of commands.
  if (top === 'cli') return { kind: 'column', test }
  if (!file) return { kind: rootKind(top), test } as Place
  if (top === 'platform')
    return {
      kind: 'platform',
      part: /^documents\/blocks[./]/.test(file) ? 'documents/blocks' : rest[0]!,
      test,
    }
  if (top === 'web') return rest[0] === 'ui' || rest[0] === 'main' ? { kind: `web-${rest[0]}`, test } : { kind: 'unknown' }
  if (top === 'rumus' || top === 'peraturan' || top === 'periksa' || top === 'house') return { kind: top, test }
  if (!ROOMS.includes(top)) return { kind: 'unknown' }
  const kind = CAST.find(([pattern]) => pattern.test(file))?.[1] ?? (file === `${top}.ts` ? 'noun' : 'pure')
  return { kind, room: top, file, test }
}

function rootKind(name: string): 'root' | 'column' | 'glosarium' | 'unknown' {
  if (name === 'main.ts' || name === 'docs.ts' || name.endsWith('.test.ts')) return 'root'
  if (name === 'app.ts' || name === 'cli.ts') return 'column'
  return name === 'glosarium.ts' ? 'glosarium' : 'unknown'
}
