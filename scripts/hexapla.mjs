// Runs the command line of this working copy: `node scripts/hexapla.mjs lint guides`.
import { build } from './setup.mjs'

build()
process.argv.splice(1, 1, 'hexapla')
await import('../dist/cli/main.js')
