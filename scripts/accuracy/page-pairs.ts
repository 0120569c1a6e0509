import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { globbySync } from 'globby'
import { defaultConfig } from '../../src/corpus/config.ts'
import { FactsReader } from '../../src/io/facts-reader.ts'
import type { Block } from '../../src/markdown/block.ts'

/** The blocks of a page in the source's language and in another. */
export interface PagePair {
  readonly locale: string
  readonly path: string
  readonly source: readonly Block[]
  readonly target: readonly Block[]
}

/** The pages below `FOLDER/<locale>/` that the source has too, in the order of their paths. */
export async function readPairs(folder: string, source: string): Promise<PagePair[]> {
  const root = resolve(process.env.INIT_CWD ?? '.', folder)
  const reader = await FactsReader.open(defaultConfig)
  const known = new Map<string, readonly Block[]>()
  const blocksOf = async (path: string): Promise<readonly Block[]> => {
    const blocks = known.get(path) ?? (await reader.read(readFileSync(path, 'utf8'), path)).blocks
    known.set(path, blocks)
    return blocks
  }
  const pairs: PagePair[] = []
  for (const path of globbySync('*/**/*.{md,mdx}', { cwd: root }).sort()) {
    const [locale = '', ...rest] = path.split('/')
    const other = join(root, source, ...rest)
    if (locale === source || !existsSync(other)) continue
    pairs.push({
      locale,
      path: rest.join('/'),
      source: await blocksOf(other),
      target: await blocksOf(join(root, path)),
    })
  }
  await reader.close()
  return pairs
}
