import type { Root } from 'hast'
import { highlightCode } from './highlight.ts'
import { htmlPath, relativeAddress, type Exporter, type Publication } from './output.ts'
import type { Page } from './page.ts'
import { placed } from './placed.ts'
import { articleHtml, htmlDocument } from './template.ts'
import { theme } from './theme.ts'

/** A page's tree with its pictures in it, and links to the other pages of the run by `addressOf`. */
export function selfContained(
  page: Page,
  { tools, pages }: Publication,
  addressOf: (target: Page) => string,
): Root {
  const byPath = new Map(pages.map((each) => [each.path, each]))
  const root = placed(page.root, {
    document: (path) => {
      const target = byPath.get(path)
      return target && addressOf(target)
    },
    picture: (path) => {
      const found = tools.picture(path)
      if (!found) return undefined
      const { mediaType, bytes, width, height } = found
      const src = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
      return { src, ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
    },
    missingPicture: page.words.missingPicture,
  })
  highlightCode(root)
  return root
}

/** A page that needs no other file. */
export function standalonePage(page: Page, root: Root, css: string = theme): string {
  return htmlDocument({
    language: page.language,
    direction: page.direction,
    title: page.title,
    description: page.excerpt,
    head: `<style>\n${css}</style>\n`,
    body: `<main>\n${articleHtml(page, root)}\n</main>`,
  })
}

export const exporter: Exporter = {
  format: 'html',
  summary: 'one page a guide, complete in itself',
  *files(publication) {
    for (const page of publication.pages) {
      const path = htmlPath(page)
      const root = selfContained(page, publication, (target) => relativeAddress(path, htmlPath(target)))
      yield { path, data: standalonePage(page, root) }
    }
  },
}
