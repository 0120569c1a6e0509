import { highlightCode } from '../export/highlight.ts'
import type { Page } from '../export/page.ts'
import { placed } from '../export/placed.ts'
import { articleHtml } from '../export/template.ts'

/** Where what a page names is found in the preview. */
export interface PreviewPlaces {
  readonly document: (path: string) => string | undefined
  readonly picture: (path: string) => string | undefined
}

/** A page as readers see it. */
export function pageHtml(page: Page, places: PreviewPlaces): string {
  const root = placed(page.root, {
    document: places.document,
    picture: (path) => {
      const src = places.picture(path)
      return src === undefined ? undefined : { src }
    },
    missingPicture: page.words.missingPicture,
  })
  highlightCode(root)
  return articleHtml(page, root)
}
