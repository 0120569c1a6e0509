import { escapedHtml } from '../text/escaped-html.ts'
import { htmlPath, relativeAddress, type Look } from './output.ts'
import type { Page } from './page.ts'
import { htmlDocument } from './template.ts'
import { labelled } from './words.ts'

const policy =
  "default-src 'none'; img-src 'self' data: file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"

/** What every page of the site has in its head: nothing may run or load that is not the site's own. */
export function headHtml(css: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<link rel="stylesheet" href="${css}">\n`
}

/** The list of a locale's guides; beside the guide that is called `index`, where there is one. */
export function contentsPath(locale: string, pages: readonly Page[]): string {
  const own = `${locale}/index.html`
  return pages.some((page) => htmlPath(page) === own) ? `${locale}/contents.html` : own
}

/** What a page of the site holds besides the bar above it. */
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

/** A page with the bar above it: home, search, languages. */
export function sitePage(
  path: string,
  { like, title, description, head, body, others, shelf }: SitePage,
  { template }: Look,
): string {
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
  const shell = {
    language: like.language,
    direction: like.direction,
    title,
    description,
    head: headHtml(to('assets/theme.css')) + head,
    body: `${bar}\n${body}\n<script src="${to('assets/site.js')}" data-base="${base}"></script>`,
  }
  return htmlDocument(shell, template)
}

/** A language by its own name: `français (France)`. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
