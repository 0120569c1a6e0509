import type { ElementContent, RootContent } from 'hast'
import { outputPath, type Exporter } from './output.ts'
import type { Page } from './page.ts'
import type { PageData } from './page-schema.ts'

export const exporter: Exporter = {
  format: 'json',
  summary: 'the page as data: its tree of HTML (hast) with the dialect resolved',
  *files({ pages }) {
    for (const page of pages) {
      yield { path: outputPath(page, 'json'), data: `${JSON.stringify(dataOf(page), null, 2)}\n` }
    }
  },
}

/** A page as plain data, as `docs/schema/page.schema.json` describes it. */
function dataOf(page: Page): PageData {
  const { path, guide, locale, type, language, direction, title, excerpt, section, order, updated } = page
  return {
    version: 1,
    ...{ path, guide, locale, type, language, direction, title, excerpt, section },
    ...(Number.isFinite(order) && { order }),
    updated,
    hidden: page.hidden,
    deprecated: page.deprecated,
    outline: page.outline,
    children: page.root.children.map(withoutPlaces),
  }
}

/** Offsets are of no use to readers of the page, and some have none. */
function withoutPlaces(node: RootContent | ElementContent): unknown {
  const bare = { ...node }
  delete bare.position
  return bare.type === 'element' ? { ...bare, children: bare.children.map(withoutPlaces) } : bare
}
