import { selfContained, standalonePage } from './html.ts'
import { outputPath, type Exporter } from './output.ts'
import type { Page } from './page.ts'

const pdfPath = (page: Page): string => outputPath(page, 'pdf')

export const exporter: Exporter = {
  format: 'pdf',
  summary: 'a document to print, with bookmarks and page numbers (needs an installed Chromium)',
  async *files(publication) {
    for (const page of publication.pages) {
      const root = await selfContained(page, publication, pdfPath)
      const html = standalonePage(page, root, publication.look)
      const data = timeless(await publication.tools.print(html, page), page.updated)
      yield { path: pdfPath(page), data }
    }
  },
}

/** The same bytes at any hour: dates are the page's own, at the same length, so that no offset in the file moves. */
function timeless(pdf: Uint8Array, updated: string): Uint8Array {
  const day = (updated === '' ? '1970-01-01' : updated).replaceAll('-', '')
  const text = Buffer.from(pdf).toString('latin1')
  const dated = text.replace(/\/(CreationDate|ModDate) ?\(D:[^)]*\)/g, (found) =>
    found.replace(/D:\d{14}[^)]*/, (date) =>
      `D:${day}000000Z`.padEnd(date.length, ' ').slice(0, date.length),
    ),
  )
  return Buffer.from(dated, 'latin1')
}
