import type { ElementContent, Root, RootContent } from 'hast'
import { strToU8, type Zippable } from 'fflate'
import { toHtml } from 'hast-util-to-html'
import { escapedHtml } from '../text/escaped-html.ts'
import { eachElement } from './elements.ts'
import { highlightCode } from './highlight.ts'
import {
  linksFrom,
  publicationOf,
  relativeAddress,
  type Exporter,
  type OutputFile,
  type Picture,
  type Publication,
  type Tools,
} from './output.ts'
import type { Page } from './page.ts'
import { picturesOf } from './pictures.ts'
import { placed } from './placed.ts'
import { updatedLine } from './template.ts'
import { timelessZip } from './timeless-zip.ts'

export const exporter: Exporter = {
  format: 'epub',
  summary: 'a book a locale, for e-book readers (EPUB 3)',
  async *files(publication) {
    for (const [locale, all] of publication.byLocale) {
      const pages = all.filter(({ hidden }) => !hidden)
      const [first] = pages
      if (first) yield await bookOf(locale, first, publicationOf({ ...publication, pages }))
    }
  },
}

const chapterPath = (page: Page): string => `${page.guide === '.' ? 'index' : page.guide}.xhtml`

/** A locale's guides as one book. @see https://www.w3.org/TR/epub-33/ */
async function bookOf(locale: string, first: Page, publication: Publication): Promise<OutputFile> {
  const { pages } = publication
  const pictures = new Map<string, Picture>()
  const files: Zippable = {
    // Readers tell the format by this file, which must come first and lie there as it is.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
  }
  for (const page of pages) {
    const path = chapterPath(page)
    const shown = await bookPictures(page, publication.tools)
    for (const picture of shown.values()) pictures.set(picture.path, picture)
    const root = placed(page.root, {
      document: linksFrom(page, publication, chapterPath),
      picture: (file) => {
        const found = shown.get(file)
        return found && { src: relativeAddress(path, `pictures/${found.path}`) }
      },
      missingPicture: page.words.missingPicture,
    })
    highlightCode(root)
    if (page.direction === 'rtl') readCodeFromLeft(root)
    files[`EPUB/${path}`] = strToU8(chapterOf(page, root, relativeAddress(path, 'book.css')))
  }
  const title = first.words.guides
  for (const [path, { bytes, mediaType }] of pictures)
    files[`EPUB/pictures/${path}`] = [bytes, { level: mediaType === 'image/svg+xml' ? 6 : 0 }]
  files['EPUB/book.css'] = strToU8(css)
  files['EPUB/contents.xhtml'] = strToU8(navigationOf(first, pages))
  files['EPUB/book.opf'] = strToU8(packageOf(title, first, pages, pictures))
  return { path: `${locale}/${locale}.epub`, data: timelessZip(files) }
}

/** The style sheet of a book may not say so. */
function readCodeFromLeft(root: Root): void {
  eachElement(root, (element) => {
    if (element.tagName === 'pre' || element.tagName === 'code') element.properties.dir = 'ltr'
  })
}

/** A page's pictures in kinds that a book may hold: AVIF is none of them. */
async function bookPictures(page: Page, tools: Tools): Promise<Map<string, Picture>> {
  const shown = new Map(await picturesOf(page, tools))
  for (const [path, picture] of shown) {
    if (picture.mediaType !== 'image/avif') continue
    const bytes = await tools.png(picture, picture.width ?? 0)
    if (bytes) shown.set(path, { ...picture, path: `${path}.png`, bytes, mediaType: 'image/png' })
    else shown.delete(path)
  }
  return shown
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

const css = `body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.25; }
code, pre { font-family: monospace; }
pre { text-align: left; }
pre { white-space: pre-wrap; }
figure { margin: 1em 0; text-align: center; }
img { max-width: 100%; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999999; padding: .3em .6em; text-align: start; vertical-align: top; }
.callout { border-inline-start: 4px solid #1a56c4; padding: .4em 1em; margin: 1em 0; }
.callout-warning { border-color: #9a4a00; }
.callout-title, dt { font-weight: bold; }
.label { font-weight: bold; }
`

/** A stable name for a book: the same guides of the same locale have it each time. */
function identifierOf(first: Page, pages: readonly Page[]): string {
  return `urn:hexapla:${first.locale}:${pages.map(({ guide }) => encodeURIComponent(guide)).join('+')}`
}

function latest(pages: readonly Page[]): string {
  return pages.reduce((date, { updated }) => (updated > date ? updated : date), '1970-01-01')
}

function packageOf(
  title: string,
  first: Page,
  pages: readonly Page[],
  shown: ReadonlyMap<string, Picture>,
): string {
  const { language, direction } = first
  const chapters = pages.map((page, index) => {
    const href = relativeAddress('', chapterPath(page))
    return `<item id="chapter-${index + 1}" href="${href}" media-type="application/xhtml+xml"/>`
  })
  const pictures = [...shown].map(
    ([path, { mediaType }], index) =>
      `<item id="picture-${index + 1}" href="${relativeAddress('', `pictures/${path}`)}" media-type="${mediaType}"/>`,
  )
  const spine = pages.map((_, index) => `<itemref idref="chapter-${index + 1}"/>`)
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${language}" dir="${direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book">${escapedHtml(identifierOf(first, pages))}</dc:identifier>
<dc:title>${escapedHtml(title)}</dc:title>
<dc:language>${language}</dc:language>
<meta property="dcterms:modified">${latest(pages)}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="book.css" media-type="text/css"/>
${[...chapters, ...pictures].join('\n')}
</manifest>
<spine page-progression-direction="${direction}">
<itemref idref="contents"/>
${spine.join('\n')}
</spine>
</package>
`
}

function xhtml({ language, direction }: Page, title: string, style: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${language}" lang="${language}" dir="${direction}">
<head>
<title>${escapedHtml(title)}</title>
<link rel="stylesheet" type="text/css" href="${style}"/>
</head>
<body>
${body}
</body>
</html>
`
}

function navigationOf(first: Page, pages: readonly Page[]): string {
  const items = pages.map((page) => {
    const href = relativeAddress('', chapterPath(page))
    const parts = page.outline
      .filter(({ depth }) => depth === 2)
      .map(({ id, text }) => `<li><a href="${href}#${encodeURIComponent(id)}">${escapedHtml(text)}</a></li>`)
    return `<li><a href="${href}">${escapedHtml(page.title)}</a>${parts.length > 0 ? `<ol>${parts.join('')}</ol>` : ''}</li>`
  })
  const { words } = first
  const body = `<nav epub:type="toc" id="toc"><h1>${escapedHtml(words.contents)}</h1>\n<ol>\n${items.join('\n')}\n</ol></nav>`
  return xhtml(first, words.contents, 'book.css', body)
}

function chapterOf(page: Page, root: Root, style: string): string {
  const updated = updatedLine(page)
  const head = [
    page.outline[0]?.depth === 1 ? '' : `<h1>${escapedHtml(page.title)}</h1>`,
    page.excerpt === '' ? '' : `<p>${escapedHtml(page.excerpt)}</p>`,
    updated === '' ? '' : `<p>${escapedHtml(updated)}</p>`,
    page.deprecated ? `<p class="callout-title">${page.words.deprecated}</p>` : '',
  ]
  const body = toHtml(
    { type: 'root', children: root.children.map(asXml) },
    {
      closeSelfClosing: true,
      characterReferences: { useNamedReferences: false },
      allowDangerousCharacters: false,
    },
  )
  return xhtml(page, page.title, style, [...head, body].filter((part) => part !== '').join('\n'))
}

/** XML has no attributes without a value, and books no boxes to tick. */
function asXml<Node extends RootContent | ElementContent>(node: Node): Node {
  if (node.type !== 'element') return node
  if (node.tagName === 'input')
    return { type: 'text', value: node.properties.checked ? '☑ ' : '☐ ' } as unknown as Node
  const given = Object.entries(node.properties).filter(
    ([name, value]) => name !== 'loading' && value !== undefined && value !== false && value !== true,
  )
  return {
    ...node,
    properties: Object.fromEntries(given),
    children: node.children.map(asXml),
  }
}
