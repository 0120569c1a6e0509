import { escapedHtml } from '../text/escaped-html.ts'
import { htmlPath, relativeAddress, type OutputFile, type Publication } from './output.ts'
import type { Page } from './page.ts'

/** Where a page stands in the other languages, and where it really lives, for search engines. */
export function alternates(page: Page, others: readonly Page[], baseUrl: string): string {
  const path = htmlPath(page)
  const address = (other: Page): string =>
    baseUrl === '' ? relativeAddress(path, htmlPath(other)) : `${baseUrl}/${encodedPath(htmlPath(other))}`
  const lines = others.map(
    (other) => `<link rel="alternate" hreflang="${other.language}" href="${escapedHtml(address(other))}">\n`,
  )
  const canonical = baseUrl === '' ? '' : `<link rel="canonical" href="${escapedHtml(address(page))}">\n`
  return canonical + lines.join('')
}

/** The list of all pages for search engines. */
export function sitemapFile({ pages, byGuide, baseUrl }: Publication): OutputFile {
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
function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
