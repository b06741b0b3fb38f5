// One paper read in a process of its own, so that its memory is its own: prints the most that the process held, in MiB.
import { readFileSync } from 'node:fs'
import { readHere } from '../src/platform/documents/reading/read-here.ts'

await readHere(readFileSync(process.argv[2]!))
process.stdout.write(String(process.resourceUsage().maxRSS / 1024))
