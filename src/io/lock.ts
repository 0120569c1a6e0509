import { mkdirSync, rmSync } from 'node:fs'
import { lstat, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The locks that this process holds. */
const held = new Set<string>()

/** Locks a folder: the path of a lock that this run holds; undefined where another run that lives holds it. */
export async function lockIn(folder: string): Promise<string | undefined> {
  const path = join(folder, 'lock')
  if (held.has(path)) return undefined
  held.add(path)
  mkdirSync(folder, { recursive: true })
  for (let tries = 0; tries < 2; tries++) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' })
      return path
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const owner = Number(await readFile(path, 'utf8').catch(() => ''))
    const found = await lstat(path).catch(() => undefined)
    const isYoung = found !== undefined && Date.now() - found.mtimeMs < 2000
    if (owner !== process.pid && (owner > 0 ? isAlive(owner) : isYoung)) break
    rmSync(path, { force: true })
  }
  held.delete(path)
  return undefined
}

/** Lets other runs in. */
export async function unlock(lock: string): Promise<void> {
  held.delete(lock)
  // One that stays names a run that is over, and keeps nobody out.
  await rm(lock, { force: true }).catch(() => undefined)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
