import { highlightCode } from './highlight.ts'
import {
  htmlPath,
  linksFrom,
  relativeAddress,
  type Exporter,
  type OutputFile,
  type Picture,
  type Publication,
} from './output.ts'
import type { Page } from './page.ts'
import { picturesOf, sizeOf } from './pictures.ts'
import { placed } from './placed.ts'
import { alternates, sitemapFile } from './site-addresses.ts'
import { sitePage } from './site-frame.ts'
import { contentsFile, guidesHtml, languagesFile, searchFile } from './site-lists.ts'
import { siteScript } from './site-script.ts'
import { articleHtml } from './template.ts'
import { siteTheme, theme } from './theme.ts'

export const exporter: Exporter = {
  format: 'site',
  summary: 'a site that works from any folder, with search and a list of languages',
  async *files(publication) {
    const shown = new Map<string, Picture>()
    for (const page of publication.pages) {
      const pictures = await picturesOf(page, publication.tools)
      for (const [path, picture] of pictures) shown.set(path, picture)
      yield pageFile(page, publication, pictures)
    }
    for (const [locale, pages] of publication.byLocale) {
      yield contentsFile(locale, pages, publication)
      yield searchFile(locale, pages)
    }
    yield languagesFile(publication)
    yield { path: 'assets/theme.css', data: theme + siteTheme + publication.look.css }
    yield { path: 'assets/site.js', data: `${publication.tools.searchLibrary()}\n${siteScript}` }
    for (const path of [...shown.keys()].sort())
      yield { path: `assets/${path}`, data: shown.get(path)?.bytes ?? '' }
    if (publication.baseUrl !== '') yield sitemapFile(publication)
  },
}

function pageFile(page: Page, publication: Publication, pictures: ReadonlyMap<string, Picture>): OutputFile {
  const path = htmlPath(page)
  const root = placed(page.root, {
    document: linksFrom(page, publication, htmlPath),
    picture: (file) => {
      const found = pictures.get(file)
      return found && { src: relativeAddress(path, `assets/${file}`), ...sizeOf(found) }
    },
    missingPicture: page.words.missingPicture,
  })
  highlightCode(root)
  const others = publication.byGuide.get(page.guide) ?? []
  const shelf = publication.byLocale.get(page.locale) ?? []
  const head = alternates(page, others, publication.baseUrl)
  const main = `<main id="main">\n${articleHtml(page, root)}\n</main>`
  const body = `<div class="frame with-guides">\n${guidesHtml(path, shelf, page)}\n${main}\n</div>`
  return {
    path,
    data: sitePage(
      path,
      { like: page, title: page.title, description: page.excerpt, head, body, others, shelf },
      publication.look,
    ),
  }
}
