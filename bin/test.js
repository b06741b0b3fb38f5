// npm test: install, then the whole suite that needs no server of its own, in one process.
import { join } from 'node:path'
import { install, root, run } from './prepare.js'

install()
process.chdir(root)
const wanted = process.argv.slice(2)
const files = wanted.length ? wanted : ['src/**/*.test.ts', 'journeys/**/*.test.ts'].map((glob) => join(root, glob))
run(['--test', '--test-isolation=none', '--test-force-exit', ...files])
