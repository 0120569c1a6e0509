import { groupBy } from '../text/group-by.ts'
import { escapedHtml } from '../text/escaped-html.ts'
import { highlightCode } from './highlight.ts'
import {
  htmlPath,
  linksFrom,
  relativeAddress,
  type Exporter,
  type OutputFile,
  type Publication,
} from './output.ts'
import type { Page } from './page.ts'
import { placed } from './placed.ts'
import { siteScript } from './site-script.ts'
import { articleHtml, htmlDocument } from './template.ts'
import { siteTheme, theme } from './theme.ts'
import { wordsOf } from './elements.ts'
import { labelled } from './words.ts'

const policy =
  "default-src 'none'; img-src 'self' data: file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"

export const exporter: Exporter = {
  format: 'site',
  summary: 'a site that works from any folder, with search and a list of languages',
  *files(publication) {
    const shelves = publication.byLocale
    const pictures = new Set<string>()
    for (const page of publication.pages) yield pageFile(page, publication, pictures)
    for (const [locale, pages] of shelves) {
      yield contentsFile(locale, pages, shelves)
      yield searchFile(locale, pages)
    }
    yield languagesFile(shelves)
    yield { path: 'assets/theme.css', data: theme + siteTheme }
    yield { path: 'assets/site.js', data: `${publication.tools.searchLibrary()}\n${siteScript}` }
    for (const path of [...pictures].sort()) {
      const picture = publication.tools.picture(path)
      if (picture) yield { path: `assets/${path}`, data: picture.bytes }
    }
    if (publication.baseUrl !== '') yield sitemapFile(publication)
  },
}

type Shelves = Publication['byLocale']

/** The list of a locale's guides; beside the guide that is called `index`, where there is one. */
function contentsPath(locale: string, pages: readonly Page[]): string {
  const own = `${locale}/index.html`
  return pages.some((page) => htmlPath(page) === own) ? `${locale}/contents.html` : own
}

function pageFile(page: Page, publication: Publication, pictures: Set<string>): OutputFile {
  const path = htmlPath(page)
  const root = placed(page.root, {
    document: linksFrom(page, publication, htmlPath),
    picture: (file) => {
      const found = publication.tools.picture(file)
      if (!found) return undefined
      pictures.add(file)
      const { width, height } = found
      const src = relativeAddress(path, `assets/${file}`)
      return { src, ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
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
    data: sitePage(path, {
      like: page,
      title: page.title,
      description: page.excerpt,
      head,
      body,
      others,
      shelf,
    }),
  }
}

interface SitePage {
  /** A page of the same locale: its language, direction and words are the page's own. */
  readonly like: Page
  readonly title: string
  readonly description: string
  readonly head: string
  readonly body: string
  /** What the language list leads to. */
  readonly others: readonly Page[]
  readonly shelf: readonly Page[]
}

function sitePage(path: string, { like, title, description, head, body, others, shelf }: SitePage): string {
  const to = (target: string): string => relativeAddress(path, target)
  const { words, locale } = like
  const base = to(`${locale}/`).replace(/[^/]*$/, '')
  const languages = others.map((other) => {
    const anchors = other.outline.map(({ id }) => encodeURIComponent(id)).join(' ')
    const current = other.locale === locale ? ' aria-current="true"' : ''
    return `<li><a href="${to(htmlPath(other))}" hreflang="${other.language}" lang="${other.language}"${current} data-anchors="${anchors}">${escapedHtml(languageName(other.language))}</a></li>`
  })
  const bar = `<a class="skip" href="#main">${escapedHtml(title)}</a>
<header class="bar">
<a class="home" href="${to(contentsPath(locale, shelf))}">${words.guides}</a>
<form role="search"><input type="search" aria-label="${words.search}" placeholder="${words.search}" autocomplete="off" data-nothing="${words.nothingFound}"><ul class="hits" aria-live="polite"></ul></form>
${languages.length > 1 ? `<details><summary>${escapedHtml(labelled(words.languages, languageName(like.language), like.language))}</summary><ul>${languages.join('')}</ul></details>` : ''}
</header>`
  return htmlDocument({
    language: like.language,
    direction: like.direction,
    title,
    description,
    head: `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<link rel="stylesheet" href="${to('assets/theme.css')}">\n${head}`,
    body: `${bar}\n${body}\n<script src="${to('assets/site.js')}" data-base="${base}"></script>`,
  })
}

/** A language by its own name: `français (France)`. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

function alternates(page: Page, others: readonly Page[], baseUrl: string): string {
  const path = htmlPath(page)
  const address = (other: Page): string =>
    baseUrl === '' ? relativeAddress(path, htmlPath(other)) : `${baseUrl}/${encodedPath(htmlPath(other))}`
  const lines = others.map(
    (other) => `<link rel="alternate" hreflang="${other.language}" href="${escapedHtml(address(other))}">\n`,
  )
  const canonical = baseUrl === '' ? '' : `<link rel="canonical" href="${escapedHtml(address(page))}">\n`
  return canonical + lines.join('')
}

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function bySection(pages: readonly Page[]): Map<string, Page[]> {
  return groupBy(
    pages.filter(({ hidden }) => !hidden),
    ({ section }) => section,
  )
}

function guidesHtml(path: string, shelf: readonly Page[], current: Page): string {
  const sections = [...bySection(shelf)].map(([section, pages]) => {
    const items = pages.map((page) => {
      const mark = page === current ? ' aria-current="page"' : ''
      return `<li><a href="${relativeAddress(path, htmlPath(page))}"${mark}>${escapedHtml(page.title)}</a></li>`
    })
    return `${section === '' ? '' : `<h2>${escapedHtml(section)}</h2>\n`}<ul>\n${items.join('\n')}\n</ul>`
  })
  return `<nav class="guides" aria-label="${current.words.guides}">\n${sections.join('\n')}\n</nav>`
}

function contentsFile(locale: string, pages: readonly Page[], shelves: Shelves): OutputFile {
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
    data: sitePage(path, {
      like,
      title: words.guides,
      description: '',
      head: '',
      body,
      others: languages,
      shelf: pages,
    }),
  }
}

function searchFile(locale: string, pages: readonly Page[]): OutputFile {
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

function languagesFile(shelves: Shelves): OutputFile {
  const path = 'index.html'
  const cards = [...shelves].flatMap(([locale, pages]) => {
    const [first] = pages
    if (!first) return []
    const address = relativeAddress(path, contentsPath(locale, pages))
    return `<li><a href="${address}" lang="${first.language}" hreflang="${first.language}"><strong>${escapedHtml(languageName(first.language))}</strong><span>${first.words.guides}</span></a></li>`
  })
  const data = htmlDocument({
    language: 'en',
    direction: 'ltr',
    title: 'Languages',
    description: '',
    head: `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<link rel="stylesheet" href="assets/theme.css">\n`,
    body: `<main>\n<h1>Languages</h1>\n<ul class="cards">\n${cards.join('\n')}\n</ul>\n</main>`,
  })
  return { path, data }
}

function sitemapFile({ pages, byGuide, baseUrl }: Publication): OutputFile {
  const urls = pages
    .filter(({ hidden }) => !hidden)
    .map((page) => {
      const links = (byGuide.get(page.guide) ?? []).map(
        (other) =>
          `<xhtml:link rel="alternate" hreflang="${other.language}" href="${escapedHtml(`${baseUrl}/${encodedPath(htmlPath(other))}`)}"/>`,
      )
      const date = page.updated === '' ? '' : `<lastmod>${page.updated}</lastmod>`
      return `<url><loc>${escapedHtml(`${baseUrl}/${encodedPath(htmlPath(page))}`)}</loc>${date}${links.join('')}</url>`
    })
  const data = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
  return { path: 'sitemap.xml', data }
}
