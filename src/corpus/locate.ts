import { aliasesOf, type Config } from './config.ts'
import { formatOf, type Document } from './document.ts'
import { compileLayouts, localeOfPath, placeOfPath, type CompiledLayout } from './layout.ts'

/** A document as far as its path tells. */
export interface Located extends Omit<Document, 'hash' | 'facts'> {
  /** True where no layout fits it: it is linted alone. */
  readonly isStray: boolean
}

/** Tells of paths what documents they would be, by a config. */
export function locateBy(config: Config): (path: string) => Located {
  const aliases = aliasesOf(config)
  const layouts = layoutsOf(config)
  return (path) => {
    const place = placeOfPath(path, layouts)
    const format = formatOf(path)
    if (place) {
      const { guide, locale, type } = place
      return { path, guide, locale, type, format, isStray: false }
    }
    const locale = localeOfPath(path, aliases)
    return { path, guide: path.replace(/\.mdx?$/, ''), locale, type: 'guide', format, isStray: true }
  }
}

/** The documents among files, each with what its path tells. */
export function documentsAmong<File extends { readonly path: string }>(
  files: readonly File[],
  config: Config,
): (File & Located)[] {
  const locate = locateBy(config)
  return files.filter(({ path }) => isDocumentPath(path)).map((file) => ({ ...file, ...locate(file.path) }))
}

/** The layouts of a config, read. */
export function layoutsOf(config: Config): readonly CompiledLayout[] {
  return compileLayouts(config.layouts, aliasesOf(config), Object.keys(config.frontMatter))
}

/** Whether a file is a document, by its name. */
export function isDocumentPath(path: string): boolean {
  return path.endsWith('.md') || path.endsWith('.mdx')
}
