// npm run bench: the workloads, with the program as its users start it.
import { join } from 'node:path'
import { root, run } from './prepare.js'

run([join(root, 'bench/main.ts'), ...process.argv.slice(2)])
