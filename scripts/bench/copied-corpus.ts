import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { isLocaleTag } from '../../src/corpus/locale.ts'
import { BenchError } from './options.ts'

/** The layout is told from the folders, the same for the corpus and its copies; rules are the recommended ones. */
const configName = 'hexapla.config.yaml'

/** Documents in a temporary folder, every one of them `.md`, where nothing else was asked for. */
export interface BenchCorpus {
  readonly folder: string
  /** True where the documents lie in folders named after their locales. */
  readonly byLocale: boolean
  readonly documents: number
  readonly bytes: number
}

export interface CopyOptions {
  readonly to: string
  /** A folder that every document is put in, below its locale's: copies then are guides of their own. */
  readonly within?: string
  /** Only every so many-th document. */
  readonly every?: number
  /** MDX keeps its name, for what no other linter has to read. */
  readonly keepsMdx?: boolean
}

/**
 * Copies a folder's Markdown and MDX as `.md`. Other files stand there empty, so that what links to them finds them;
 * hidden ones and packages are left out.
 * @throws BenchError where it holds no document.
 */
export function copyCorpus(
  from: string,
  { to, within = '', every = 1, keepsMdx = false }: CopyOptions,
): BenchCorpus {
  const paths = filesBelow(from)
  const documents = paths.filter(isDocument).filter((_, index) => index % every === 0)
  if (documents.length === 0) {
    throw new BenchError(
      `Unexpected folder \`${from}\` without Markdown, expected \`.md\` or \`.mdx\` files in it`,
    )
  }
  const heads = new Set(documents.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
  const byLocale = [...heads].every((head) => isLocaleTag(head, {}))
  const target = (path: string): string => {
    const head = byLocale ? path.slice(0, path.indexOf('/') + 1) : ''
    const name = path.slice(head.length)
    const file = join(to, head, within, keepsMdx ? name : name.replace(/\.mdx$/, '.md'))
    mkdirSync(dirname(file), { recursive: true })
    return file
  }
  let bytes = 0
  for (const path of documents) {
    // A folder that may only be read gives copies that may be written.
    writeFileSync(target(path), readFileSync(join(from, path)))
    bytes += statSync(join(from, path)).size
  }
  for (const path of paths) if (!isDocument(path)) writeFileSync(target(path), '')
  if (byLocale) writeFileSync(join(to, configName), "layouts: [{ files: '{locale}/{guide}.md' }]\n")
  return { folder: to, byLocale, documents: documents.length, bytes }
}

/** A corpus of every tenth document of another. */
export function tenthOf({ folder }: BenchCorpus, to: string): BenchCorpus {
  return copyCorpus(folder, { to, every: 10 })
}

function isDocument(path: string): boolean {
  return /\.mdx?$/.test(path)
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path) && path !== configName)
    .sort()
}
