import type { Root } from 'hast'
import { highlightCode } from './highlight.ts'
import { htmlPath, linksFrom, type Exporter, type Look, type Publication } from './output.ts'
import type { Page } from './page.ts'
import { placed } from './placed.ts'
import { articleHtml, htmlDocument } from './template.ts'
import { theme } from './theme.ts'

/** A page's tree with its pictures in it, and links to the other pages of the run, each at its `pathOf`. */
export function selfContained(page: Page, publication: Publication, pathOf: (page: Page) => string): Root {
  const root = placed(page.root, {
    document: linksFrom(page, publication, pathOf),
    picture: (path) => {
      const found = publication.tools.picture(path)
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
export function standalonePage(page: Page, root: Root, { css, template }: Look): string {
  return htmlDocument(
    {
      language: page.language,
      direction: page.direction,
      title: page.title,
      description: page.excerpt,
      head: `<style>\n${theme}${css}</style>\n`,
      body: `<main>\n${articleHtml(page, root)}\n</main>`,
    },
    template,
  )
}

export const exporter: Exporter = {
  format: 'html',
  summary: 'one page a guide, complete in itself',
  *files(publication) {
    for (const page of publication.pages) {
      const root = selfContained(page, publication, htmlPath)
      yield { path: htmlPath(page), data: standalonePage(page, root, publication.look) }
    }
  },
}
