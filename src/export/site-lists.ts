import { escapedHtml } from '../text/escaped-html.ts'
import { groupBy } from '../text/group-by.ts'
import { wordsOf } from './elements.ts'
import { htmlPath, relativeAddress, type OutputFile, type Publication } from './output.ts'
import type { Page } from './page.ts'
import { contentsPath, headHtml, languageName, sitePage } from './site-frame.ts'
import { htmlDocument } from './template.ts'

function bySection(pages: readonly Page[]): Map<string, Page[]> {
  return groupBy(
    pages.filter(({ hidden }) => !hidden),
    ({ section }) => section,
  )
}

/** The guides of a locale beside one of them. */
export function guidesHtml(path: string, shelf: readonly Page[], current: Page): string {
  const sections = [...bySection(shelf)].map(([section, pages]) => {
    const items = pages.map((page) => {
      const mark = page === current ? ' aria-current="page"' : ''
      return `<li><a href="${relativeAddress(path, htmlPath(page))}"${mark}>${escapedHtml(page.title)}</a></li>`
    })
    return `${section === '' ? '' : `<h2>${escapedHtml(section)}</h2>\n`}<ul>\n${items.join('\n')}\n</ul>`
  })
  return `<nav class="guides" aria-label="${current.words.guides}">\n${sections.join('\n')}\n</nav>`
}

/** The list of a locale's guides, by section. */
export function contentsFile(
  locale: string,
  pages: readonly Page[],
  { byLocale: shelves, look }: Publication,
): OutputFile {
  const path = contentsPath(locale, pages)
  const like = pages[0]
  if (!like) return { path, data: '' }
  const { words } = like
  const sections = [...bySection(pages)].map(([section, own]) => {
    const cards = own.map((page) => {
      const excerpt = page.excerpt === '' ? '' : `<span>${escapedHtml(page.excerpt)}</span>`
      return `<li><a href="${relativeAddress(path, htmlPath(page))}"><strong>${escapedHtml(page.title)}</strong>${excerpt}</a></li>`
    })
    return `${section === '' ? '' : `<h2>${escapedHtml(section)}</h2>\n`}<ul class="cards">\n${cards.join('\n')}\n</ul>`
  })
  const others = [...shelves].flatMap(([, shelf]) => shelf[0] ?? [])
  const languages = others.map((other) => ({
    ...other,
    guide: contentsPath(other.locale, shelves.get(other.locale) ?? []).slice(
      other.locale.length + 1,
      -'.html'.length,
    ),
    outline: [],
  }))
  const body = `<main id="main">\n<h1>${words.guides}</h1>\n${sections.join('\n')}\n</main>`
  return {
    path,
    data: sitePage(
      path,
      { like, title: words.guides, description: '', head: '', body, others: languages, shelf: pages },
      look,
    ),
  }
}

/** What the search of a locale looks through, as a script: pages from a folder may load no data. */
export function searchFile(locale: string, pages: readonly Page[]): OutputFile {
  const entries = pages
    .filter(({ hidden }) => !hidden)
    .map((page) => ({
      path: htmlPath(page).slice(locale.length + 1),
      title: page.title,
      excerpt: page.excerpt,
      headings: page.outline.map(({ text }) => text).join('\n'),
      text: wordsOf(page.root).replace(/\s+/g, ' '),
    }))
  const json = JSON.stringify(entries)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return { path: `${locale}/search-data.js`, data: `window.hexaplaPages = ${json}\n` }
}

/** The first page of the site: its languages. */
export function languagesFile({ byLocale, look }: Publication): OutputFile {
  const path = 'index.html'
  const cards = [...byLocale].flatMap(([locale, pages]) => {
    const [first] = pages
    if (!first) return []
    const address = relativeAddress(path, contentsPath(locale, pages))
    return `<li><a href="${address}" lang="${first.language}" hreflang="${first.language}"><strong>${escapedHtml(languageName(first.language))}</strong><span>${first.words.guides}</span></a></li>`
  })
  const shell = {
    language: 'en',
    direction: 'ltr',
    title: 'Languages',
    description: '',
    head: headHtml('assets/theme.css'),
    body: `<main>\n<h1>Languages</h1>\n<ul class="cards">\n${cards.join('\n')}\n</ul>\n</main>`,
  } as const
  return { path, data: htmlDocument(shell, look.template) }
}
