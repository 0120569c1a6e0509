import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolderOf, makeCacheFolder } from './cache-files.ts'
import { blobIdOf, blobTexts } from './git-history.ts'

/** Where sources are kept that no commit holds yet: what was synced from them could not be told else. */
function folderOf(root: string): string {
  return join(cacheFolderOf(root), 'sources')
}

/** A text that was kept; undefined where it was not, or is damaged. */
function keptText(root: string, id: string): string | undefined {
  if (!/^[0-9a-f]+$/.test(id)) return undefined
  try {
    const text = readFileSync(join(folderOf(root), id), 'utf8')
    return blobIdOf(text) === id ? text : undefined
  } catch {
    return undefined
  }
}

/** What documents were, by git's ids of their contents: from git, or from what was kept; those that nobody has are left out. */
export async function formerTexts(root: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map(await blobTexts(root, ids))
  for (const id of ids) {
    const text = found.get(id) ?? keptText(root, id)
    if (text !== undefined) found.set(id, text)
  }
  return found
}

/** The ids of all texts that were kept. */
export function keptIds(root: string): string[] {
  try {
    return readdirSync(folderOf(root)).sort()
  } catch {
    return []
  }
}

/** Keeps those texts that git does not hold. */
export async function keepTexts(root: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const held = await blobTexts(root, texts.keys())
  const others = [...texts].filter(([id]) => !held.has(id))
  if (others.length === 0) return
  const folder = folderOf(root)
  makeCacheFolder(cacheFolderOf(root))
  mkdirSync(folder, { recursive: true })
  for (const [id, text] of others) writeFileSync(join(folder, id), text)
}
