// Makes a fresh clone ready: installs the locked packages and builds `dist/` where they are missing or old.
// Runs before anything is installed, so it is plain JavaScript on Node's own modules.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string[]} paths files whose content decides, relative to the root */
function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/** @param {string} stamp @param {string} value @param {() => void} make */
function once(stamp, value, make) {
  const path = join(root, stamp)
  if (existsSync(path) && readFileSync(path, 'utf8') === value) return
  make()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, value)
}

/** @param {string} title @param {string} command @param {string[]} args */
function run(title, command, args) {
  process.stderr.write(`${title} …\n`)
  // npm is a shell script on Windows; the words are our own and hold nothing to quote.
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (result.status === 0) return
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  process.stderr.write(
    `The set-up stopped: \`${command} ${args.join(' ')}\` failed${result.error ? `: ${result.error.message}` : ''}.\n`,
  )
  process.exit(2)
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** Installs the packages of the lockfile, unless they are there already. */
export function install() {
  once('node_modules/.hexapla-install', fingerprint(['package-lock.json']), () => {
    run('Installing the packages', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  })
}

/** Builds `dist/` from `src/`, unless it is current. */
export function build() {
  install()
  const sources = [...filesBelow('src'), 'scripts/bundle.mjs', 'package.json', 'package-lock.json']
  const name = fingerprint(sources)
  once('dist/.hexapla-build', name, () => {
    run('Building', process.execPath, ['scripts/bundle.mjs', name])
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'build') build()
  else install()
}
