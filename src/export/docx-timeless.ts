import { strFromU8, strToU8, unzipSync } from 'fflate'
import { timelessZip } from './timeless-zip.ts'

/** The same bytes each time: the archive's clock and the document's dates are the page's, its links are counted. */
export function timelessDocx(bytes: Uint8Array, updated: string): Uint8Array {
  const files = unzipSync(bytes)
  const rewrite = (path: string, change: (xml: string) => string): void => {
    const file = files[path]
    if (file) files[path] = strToU8(change(strFromU8(file)))
  }
  const date = `${updated === '' ? '1980-01-01' : updated}T00:00:00Z`
  rewrite('docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`),
  )
  // Links are named at random: they get the numbers of their order.
  const names = new Map<string, string>()
  const named = (xml: string): string =>
    xml.replace(/"rId([\w-]{12,})"/g, (_, name: string) => {
      names.set(name, names.get(name) ?? `rIdLink${names.size + 1}`)
      return `"${names.get(name) ?? name}"`
    })
  rewrite('word/document.xml', named)
  rewrite('word/_rels/document.xml.rels', named)
  return timelessZip(files)
}
