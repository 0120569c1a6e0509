import type { Root } from 'hast'
import { highlightCode } from './highlight.ts'
import { htmlPath, linksFrom, type Exporter, type Look, type Publication } from './output.ts'
import type { Page } from './page.ts'
import { dataAddress, picturesOf, sizeOf } from './pictures.ts'
import { placed } from './placed.ts'
import { articleHtml, htmlDocument } from './template.ts'
import { theme } from './theme.ts'

/** A page's tree with its pictures in it, and links to the other pages of the run, each at its `pathOf`. */
export async function selfContained(
  page: Page,
  publication: Publication,
  pathOf: (page: Page) => string,
): Promise<Root> {
  const pictures = await picturesOf(page, publication.tools)
  const root = placed(page.root, {
    document: linksFrom(page, publication, pathOf),
    picture: (path) => {
      const found = pictures.get(path)
      return found && { src: dataAddress(found), ...sizeOf(found) }
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
  async *files(publication) {
    for (const page of publication.pages) {
      const root = await selfContained(page, publication, htmlPath)
      yield { path: htmlPath(page), data: standalonePage(page, root, publication.look) }
    }
  },
}
