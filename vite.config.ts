// The web client: from src/web/main/index.html to dist/, every file named by its content, nothing inline, nothing from elsewhere.
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { ALAMAT } from './src/web/main/alamat.ts'

/** The server learns from the build which addresses are pages (`platform/http/static.ts`). */
const addresses: Plugin = {
  name: 'selaras-alamat',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'alamat.json', source: JSON.stringify(ALAMAT) })
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
    chunkSizeWarningLimit: 700, // the charts, loaded when a chart is looked at
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
