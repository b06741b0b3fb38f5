// One paper read and checked in a process of its own, so that its memory is its own: prints what it took in ms and the most that it
// held in MiB. `--baca`: reads only.
import { existsSync, readFileSync } from 'node:fs'
import { readPaper } from '../src/platform/documents/reading/read-paper.ts'
import { accepted } from '../src/platform/kernel/refusal.ts'
import { checkPaper } from '../src/reviu/commands-periksa.ts'

const file = readFileSync(process.argv[2]!)
const start = performance.now()
accepted<unknown>(process.argv[3] === '--baca' ? await readPaper(file) : await checkPaper(file, {}, { timeout: 300_000 }))
const ms = performance.now() - start
const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
const kib = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
process.stdout.write(JSON.stringify({ ms, mib: kib / 1024 }))
