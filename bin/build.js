// The web client, built when dist/ is missing or older than its sources; a few milliseconds when nothing changed.
// Plain JavaScript for Node 20: `buildClient()` for bin/start.js, or by itself: node bin/build.js
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { node, root } from './prepare.js'

const dist = join(root, 'dist')
const mark = join(dist, '.built')

/** What the client is made of: the kit and the shell, the rooms' pages with the pure files they import, and the packages. */
function sources() {
  const inSrc = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|css|html|svg|woff2)$/.test(name) && !/\.test(?:ing)?\.tsx?$/.test(name))
    .filter(
      (name) =>
        !/(?:^|\/)(?:store|commands|queries|cli|main|app|docs)\.ts$|^(?:house|cli)\/|^platform\/(?!kernel\/|documents\/blocks\/)|\/store\//.test(
          name,
        ),
    )
    .map((name) => join('src', name))
  return ['package-lock.json', 'vite.config.ts', 'bin/build.js', ...inSrc.sort()]
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const name of sources())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0')
  return hash.digest('hex')
}

/** Beside every larger file its compressed forms, so that nothing is compressed while somebody waits. */
function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|css|html|svg|json)$/.test(name)) continue
    const path = join(folder, name)
    const content = readFileSync(path)
    if (content.length < 1024) continue
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
  }
}

export function buildClient() {
  const print = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === print) return
  console.error('Selaras: membangun halaman …')
  const made = `${dist}.${process.pid}`
  const vite = spawnSync(node(), [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production', SELARAS_DIST: made },
  })
  if (vite.status !== 0) {
    rmSync(made, { recursive: true, force: true })
    console.error('Selaras: halaman tidak dapat dibangun; sebabnya tertulis di atas.')
    process.exit(3)
  }
  compress(made)
  writeFileSync(join(made, '.built'), print)
  rmSync(dist, { recursive: true, force: true })
  renameSync(made, dist)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildClient()
