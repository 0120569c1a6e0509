import type { Root } from 'hast'
import { linksFrom, outputPath, type Publication } from './output.ts'
import type { Page } from './page.ts'
import { placed } from './placed.ts'

/** A page's tree whose links lead to the other pages of the run in the same format, and pictures to the corpus. */
export function linkedTo(extension: string, page: Page, publication: Publication): Root {
  return placed(page.root, {
    document: linksFrom(page, publication, (each) => outputPath(each, extension)),
    picture: (src) => ({ src }),
    missingPicture: page.words.missingPicture,
  })
}
