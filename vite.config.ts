// The web client: from src/web/main/index.html to dist/, every file named by its content, nothing inline, nothing from elsewhere.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { ALAMAT, DATA } from './src/web/main/alamat.ts'

const PAGES = join(import.meta.dirname, 'src/web/main/pages.tsx')

/** The module of each lazily loaded page, as pages.tsx says it. */
function modulesOfPages(): Map<string, string> {
  const lines = readFileSync(PAGES, 'utf8').matchAll(/alamat: '([^']+)',\s+layar: screen\(\(\) => import\('([^']+)'\)/g)
  return new Map([...lines].map(([, alamat, module]) => [alamat!, join(dirname(PAGES), module!)]))
}

/** What a page needs beside what every page has: its chunk, what that imports, and their styles. */
function filesOf(module: string, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const all = (name: string, known = new Set<string>()): Set<string> => {
    const chunk = chunks.find((c) => c.fileName === name)
    if (chunk && !known.has(name)) for (const next of [...chunk.imports]) all(next, known.add(name))
    return known
  }
  const entry = chunks.find((c) => c.isEntry)!
  const page = chunks.find((c) => c.facadeModuleId === module)
  if (!page) throw new Error(`${module} has no chunk of its own: see modulesOfPages() in vite.config.ts`)
  const shared = all(entry.fileName)
  const own = [...all(page.fileName)].filter((name) => !shared.has(name))
  const styles = own.flatMap((name) => [...(chunks.find((c) => c.fileName === name)?.viteMetadata?.importedCss ?? [])])
  return [...own, ...new Set(styles)]
}

/** The server learns from the build which addresses are pages, and what each of them needs (`platform/http/static.ts`). */
const addresses: Plugin = {
  name: 'selaras-alamat',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const modules = modulesOfPages()
    const pages = ALAMAT.map((alamat) => {
      const module = modules.get(alamat)
      return { alamat, berkas: module ? filesOf(module, chunks) : [], data: DATA[alamat] ?? [] }
    })
    this.emitFile({ type: 'asset', fileName: 'alamat.json', source: JSON.stringify(pages) })
  },
}

export default defineConfig({
  root: join(import.meta.dirname, 'src/web/main'),
  base: '/',
  cacheDir: join(import.meta.dirname, 'node_modules/.vite'),
  plugins: [react(), addresses],
  build: {
    outDir: process.env.SELARAS_DIST ?? join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    assetsDir: 'aset',
    assetsInlineLimit: 0, // the content policy allows no data: fonts
    sourcemap: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files that every page shares, instead of many small ones: each costs a slow line one more wait.
          groups: [
            { name: 'pustaka', test: /node_modules\/(?!echarts|zrender|tslib)/, priority: 2, minShareCount: 4 },
            {
              name: 'perkakas',
              test: /src\/(?:web\/ui\/(?!grid|chart|unduh|act-dialog|chooser|list|langkah|riwayat|perbandingan|naskah-terbaca)|platform\/kernel\/(?!figure|word-diff|printed))/,
              priority: 1,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 700, // the charts, loaded when a chart is looked at
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
