import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Installs the pinned packages of a folder with a lockfile of its own, unless they are there. */
export function installPeers(folder: string): void {
  const stamp = join(folder, 'node_modules/.hexapla-install')
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stderr.write('Installing the programs to compare with …\n')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  // npm is a shell script on Windows; the words are our own and hold nothing to quote.
  const result = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    const words = result.error?.message ?? result.stderr.trimEnd()
    throw new Error(`\`npm ${args.join(' ')}\` failed in ${basename(folder)}:\n${words}`)
  }
  writeFileSync(stamp, lock)
}
