import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blobIdOf, blobTexts } from './git-history.ts'

/** Where sources are kept that no commit holds yet: what was synced from them could not be told else. */
const folder = '.hexapla/cache/sources'

/** A text that was kept; undefined where it was not, or is damaged. */
export function keptText(root: string, id: string): string | undefined {
  if (!/^[0-9a-f]+$/.test(id)) return undefined
  try {
    const text = readFileSync(join(root, folder, id), 'utf8')
    return blobIdOf(text) === id ? text : undefined
  } catch {
    return undefined
  }
}

/** Keeps those texts that git does not hold. */
export async function keepTexts(root: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const held = await blobTexts(root, texts.keys())
  const others = [...texts].filter(([id]) => !held.has(id))
  if (others.length === 0) return
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, folder, '..', '.gitignore'), '*\n')
  for (const [id, text] of others) writeFileSync(join(root, folder, id), text)
}
