// npm start: install, build the pages, prepare the database, load the example province once, serve.
import { join } from 'node:path'
import { buildClient } from './build.js'
import { install, root, run } from './prepare.js'

install()
buildClient()
run([join(root, 'src/main.ts'), 'serve', ...process.argv.slice(2)])
