import { contentOf, pageOf, type Page } from '../../src/export/page.ts'
import { publicationOf, type Publication } from '../../src/export/output.ts'
import { loadParse } from '../../src/markdown/parse.ts'
import { corpusOf, configOf } from '../support/corpus.ts'

const parse = await loadParse(process.env.HEXAPLA_TEST_PARSER === 'remark' ? 'remark' : 'auto')

/** The smallest drawing there is. */
export const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'

/** Pages of files in memory, with the tools that an export of them would have. */
export function publicationFrom(files: Readonly<Record<string, string>>, yaml = ''): Publication {
  const corpus = corpusOf(files, configOf(yaml))
  const pages = [...corpus.documents.values()].map((document) =>
    pageOf(
      document,
      contentOf(parse(files[document.path] ?? '', document.format).tree, document, corpus.config),
      corpus,
    ),
  )
  return publicationOf({
    pages,
    baseUrl: '',
    look: { css: '', template: undefined },
    tools: {
      tell: () => undefined,
      picture: (path) => {
        const text = files[path]
        return Promise.resolve(
          text?.startsWith('<svg') === true
            ? { path, bytes: Buffer.from(text), mediaType: 'image/svg+xml', width: 40, height: 20 }
            : undefined,
        )
      },
      png: () => Promise.resolve(undefined),
      print: (html) => Promise.resolve(Buffer.from(html)),
      searchLibrary: () => 'class MiniSearch {}',
    },
  })
}

/** The page of one English guide. */
export function pageOfText(body: string, files: Readonly<Record<string, string>> = {}): Page {
  const [page] = publicationFrom({ 'mail/guide.en-gb.md': body, ...files }).pages
  if (!page) throw new Error('Unexpected absence of a page')
  return page
}
