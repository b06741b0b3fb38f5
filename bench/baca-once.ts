// One paper read in a process of its own, so that its memory is its own: prints the most that the process held, in MiB.
import { existsSync, readFileSync } from 'node:fs'
import { readHere } from '../src/platform/documents/reading/read-here.ts'

await readHere(readFileSync(process.argv[2]!))
// What getrusage says counts the parent in, from before the program was loaded; Linux knows better.
const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
const kib = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
process.stdout.write(String(kib / 1024))
