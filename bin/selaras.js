#!/usr/bin/env node
// npx selaras <command>
import { join } from 'node:path'
import { root, run } from './prepare.js'

run([join(root, 'src/main.ts'), ...process.argv.slice(2)])
