import type { Root } from 'hast'
import { outputPath, relativeAddress } from './output.ts'
import type { Page } from './page.ts'
import { placed } from './placed.ts'

/** A page's tree whose links lead to the other pages of the run in the same format, and pictures to the corpus. */
export function linkedTo(extension: string, page: Page, pages: readonly Page[]): Root {
  const path = outputPath(page, extension)
  const byPath = new Map(pages.map((each) => [each.path, each]))
  return placed(page.root, {
    document: (target) => {
      const found = byPath.get(target)
      return found && relativeAddress(path, outputPath(found, extension))
    },
    picture: (src) => ({ src }),
    missingPicture: page.words.missingPicture,
  })
}
