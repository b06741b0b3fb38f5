// npm start: install, prepare the database, load the example province once, serve.
import { join } from 'node:path'
import { install, root, run } from './prepare.js'

install()
run([join(root, 'src/main.ts'), 'serve', ...process.argv.slice(2)])
