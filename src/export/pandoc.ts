import { linksFrom, outputPath, relativeAddress, type Exporter, type OutputFile } from './output.ts'
import type { Page } from './page.ts'
import { pandocTree } from './pandoc-tree.ts'
import { dataAddress, picturesOf } from './pictures.ts'
import { placed } from './placed.ts'
import { timeless } from './timeless-zip.ts'

/** What pandoc can write, asked of it: its formats, and the version of its tree. */
export interface Pandoc {
  readonly formats: readonly string[]
  readonly apiVersion: readonly number[]
  /** @throws Error with pandoc's words where it cannot. */
  readonly convert: (tree: string, format: string, title: string) => Promise<Uint8Array>
}

/** The formats that people ask pandoc for, with the ends of their files. */
const extensions: Readonly<Record<string, string>> = {
  asciidoc: 'adoc',
  commonmark: 'md',
  context: 'tex',
  docbook: 'xml',
  docbook5: 'xml',
  dokuwiki: 'txt',
  fb2: 'fb2',
  gfm: 'md',
  icml: 'icml',
  ipynb: 'ipynb',
  jats: 'xml',
  jira: 'txt',
  latex: 'tex',
  man: '1',
  mediawiki: 'wiki',
  odt: 'odt',
  opml: 'opml',
  org: 'org',
  plain: 'txt',
  pptx: 'pptx',
  rst: 'rst',
  rtf: 'rtf',
  tei: 'xml',
  texinfo: 'texi',
  textile: 'textile',
  typst: 'typ',
  zimwiki: 'txt',
}

/** What can be asked for before pandoc is installed. */
export const pandocFormats: readonly string[] = Object.keys(extensions)

/** These hold their pictures within; for the others pictures lie beside. */
const containers: ReadonlySet<string> = new Set(['odt', 'pptx', 'docx', 'epub', 'fb2', 'rtf', 'ipynb'])

/** An exporter to a format that pandoc writes; guides keep their one parser, since pandoc gets their tree. */
export function pandocExporter(format: string, pandoc: Pandoc): Exporter {
  const extension = extensions[format] ?? format
  return {
    format,
    summary: 'made by pandoc, where it is installed',
    async *files(publication): AsyncGenerator<OutputFile> {
      const pathOf = (page: Page): string => outputPath(page, extension)
      const beside = new Set<string>()
      for (const page of publication.pages) {
        const shown = await picturesOf(page, publication.tools)
        const pictures: OutputFile[] = []
        const root = placed(page.root, {
          document: linksFrom(page, publication, pathOf),
          picture: (path) => {
            const found = shown.get(path)
            if (!found) return undefined
            if (containers.has(format)) return { src: dataAddress(found) }
            const place = `pictures/${path}`
            if (!beside.has(path)) pictures.push({ path: place, data: found.bytes })
            beside.add(path)
            return { src: relativeAddress(pathOf(page), place) }
          },
          missingPicture: page.words.missingPicture,
        })
        const tree = JSON.stringify(pandocTree(page, root.children, pandoc.apiVersion))
        yield { path: pathOf(page), data: timeless(await pandoc.convert(tree, format, page.title)) }
        yield* pictures
      }
    },
  }
}
