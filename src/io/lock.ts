import { randomUUID } from 'node:crypto'
import { lstat, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './error-code.ts'
import { makeFolder } from './make-folder.ts'

/** The locks that this process holds. */
const held = new Set<string>()

/** Locks a folder: the path of a lock that this run holds; undefined where another run that lives holds it. */
export async function lockIn(folder: string): Promise<string | undefined> {
  const path = join(folder, 'lock')
  if (held.has(path)) return undefined
  held.add(path)
  try {
    await makeFolder(folder)
    if (await take(path)) {
      await clearAway(folder)
      return path
    }
  } catch (error) {
    held.delete(path)
    throw error
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

/**
 * Takes a lock. One whose run is over has a lock of its own, under its own name, for whoever puts another in its place:
 * of several runs that find it one alone does, and none can put away a lock that came after it.
 */
async function take(path: string): Promise<boolean> {
  const own = `${process.pid} ${randomUUID()}`
  if (await made(path, own)) return true
  const found = await readFile(path, 'utf8').catch(() => undefined)
  // Whoever held it has just let others in.
  if (found === undefined) return made(path, own)
  if (await isHeld(path, found)) return false
  const right = `${path}.${found.replace(/\W/g, '-')}`
  if (!(await take(right))) return false
  try {
    if ((await readFile(path, 'utf8').catch(() => undefined)) !== found) return false
    await writeFile(`${right}.next`, own)
    await rename(`${right}.next`, path)
    return true
  } catch (error) {
    // Another run holds the lock, and has cleared away what was left of this one.
    if (errorCode(error) === 'ENOENT') return false
    throw error
  } finally {
    await rm(right, { force: true })
  }
}

/** Makes a lock where there is none. */
async function made(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

async function isHeld(path: string, content: string): Promise<boolean> {
  const owner = Number(content.split(' ')[0])
  // One with this process's own number is of another that is over: what this one holds it does not ask for.
  if (owner > 0) return owner !== process.pid && isAlive(owner)
  // It may be that it is being written.
  const found = await lstat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs < 2000
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Removes what runs left that were killed while they took a lock. */
async function clearAway(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith('lock.')) await rm(join(folder, name), { force: true })
}
