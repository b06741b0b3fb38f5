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

/**
 * What a page needs: its chunk, the program's own, what both import, and their styles. The largest first: a browser asks for six at
 * a time, and where the small ones go first a slow line stands idle between them, while the large ones wait.
 */
function filesOf(module: string, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const entry = chunks.find((c) => c.isEntry)!
  const page = chunks.find((c) => c.facadeModuleId === module)
  if (!page) throw new Error(`${module} has no chunk of its own: see modulesOfPages() in vite.config.ts`)
  const all = new Set<Rolldown.OutputChunk>()
  const add = (chunk: Rolldown.OutputChunk) => {
    if (all.has(chunk)) return
    all.add(chunk)
    for (const name of chunk.imports) for (const next of chunks) if (next.fileName === name) add(next)
  }
  add(entry)
  add(page)
  const scripts = [...all].sort((a, b) => b.code.length - a.code.length)
  return [...scripts.map((c) => c.fileName), ...new Set(scripts.flatMap((c) => [...(c.viteMetadata?.importedCss ?? [])]))]
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
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 4 },
            {
              name: 'pustaka',
              test: /node_modules\/(?!@base-ui|@floating-ui|echarts|zrender|tslib)/,
              priority: 3,
              minShareCount: 4,
            },
            {
              name: 'perkakas',
              test: /src\/(?:web\/ui\/(?!grid|chart|over|unduh|act-dialog|chooser|list|langkah|riwayat|perbandingan|naskah-terbaca)|platform\/kernel\/(?!figure|word-diff|printed))/,
              priority: 2,
            },
            // Not of the first page: `ui/later.tsx`. Last, because a group takes with it what it needs.
            { name: 'over', test: /node_modules\/@(?:base-ui|floating-ui)\/|src\/web\/ui\/over/, priority: 1 },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 700, // the charts, loaded when a chart is looked at
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
