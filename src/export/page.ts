import type { Element, Root } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import { aliasesOf, type Config } from '../corpus/config.ts'
import { directionOf, languageOf, languageTagOf, type Locale } from '../corpus/locale.ts'
import { splitUrl } from '../corpus/resolve.ts'
import { serviceNameOf } from '../settings/service.ts'
import { resolveDialect } from './dialect.ts'
import { eachElement, wordsOf } from './elements.ts'
import { hastOf } from './to-hast.ts'
import { pageWordsOf, type PageWords } from './words.ts'

/** One heading of a page, for its table of contents. */
export interface OutlineEntry {
  readonly depth: number
  readonly id: string
  readonly text: string
}

/** Something that could not be shown as it should be. */
export interface PageProblem {
  readonly path: string
  readonly reason: string
}

/**
 * A document as every exporter reads it: clean HTML with the dialect resolved. A link to another document has
 * `dataDocument` (its path) and `dataFragment`, one to a file `dataFile`; a picture has `dataFile` and no address yet.
 */
export interface Page {
  readonly path: string
  readonly hash: string
  readonly guide: string
  readonly locale: Locale
  /** `guide`, `product`, `universe`, `home`. */
  readonly type: string
  /** BCP 47. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: PageWords
  readonly title: string
  readonly excerpt: string
  readonly section: string
  readonly order: number
  /** `2026-11-24`; empty where the front matter has no date. */
  readonly updated: string
  /** The service that the front matter names; undefined where it names none. */
  readonly serviceName: string | undefined
  readonly hidden: boolean
  readonly deprecated: boolean
  readonly root: Root
  readonly outline: readonly OutlineEntry[]
  readonly problems: readonly PageProblem[]
}

/** A document's tree as clean HTML with the dialect resolved, before its links and pictures are looked for; takes the tree over. */
export function contentOf(tree: MdastRoot, { locale }: Pick<Document, 'locale'>, config: Config): Root {
  resolveDialect(tree, pageWordsOf(languageOf(locale ?? 'und', aliasesOf(config))))
  return hastOf(tree)
}

/** Makes a page of a document's content, which it takes over. */
export function pageOf(document: Document, root: Root, corpus: Corpus): Page {
  const aliases = aliasesOf(corpus.config)
  const locale = document.locale ?? 'und'
  const words = pageWordsOf(languageOf(locale, aliases))
  const problems: PageProblem[] = []
  const outline = nameHeadings(root, document, corpus)
  eachElement(root, (element) => {
    if (element.tagName === 'a') aimLink(element, document, corpus)
    else if (element.tagName === 'img') aimPicture(element, { document, corpus, words, problems })
  })
  const field = (key: string): string =>
    document.facts.frontMatter?.fields.find((each) => each.key === key)?.value ?? ''
  const top = outline.find(({ depth }) => depth === 1)
  return {
    path: document.path,
    hash: document.hash,
    guide: document.guide,
    locale,
    type: document.type,
    language: languageTagOf(locale, aliases),
    direction: directionOf(locale, aliases),
    words,
    title: firstOf(field('title'), top?.text, outline[0]?.text, document.guide),
    excerpt: firstOf(field('excerpt'), field('description')),
    section: field('section'),
    order: Number(firstOf(field('order'), 'Infinity')),
    updated: /^\d{4}-\d{2}-\d{2}/.exec(field('updated'))?.[0] ?? '',
    serviceName: serviceNameOf(document.facts),
    hidden: field('hidden') === 'true',
    deprecated: field('deprecated') === 'true',
    root,
    outline,
    problems,
  }
}

/** The first words that are any. */
function firstOf(...words: readonly (string | undefined)[]): string {
  return words.find((each) => each !== undefined && each !== '') ?? ''
}

const headingTag = /^h([1-6])$/

/** Gives the headings the site's slugs, in the order of the text, so that every fragment works. */
function nameHeadings(root: Root, document: Document, corpus: Corpus): OutlineEntry[] {
  const ids = new Map<unknown, string>()
  for (const [id, { heading }] of corpus.anchorsOf(document)) if (heading) ids.set(heading, id)
  const facts = document.facts.headings
  const outline: OutlineEntry[] = []
  let next = 0
  eachElement(root, (element) => {
    const depth = Number(headingTag.exec(element.tagName)?.[1] ?? 0)
    if (depth === 0) {
      const { name } = element.properties
      if (element.tagName === 'a' && typeof name === 'string') {
        element.properties = { ...element.properties, id: name, name: undefined }
      }
      return
    }
    const text = wordsOf(element).trim()
    // Headings of raw HTML are no headings to Markdown: those are passed over.
    const found = facts.findIndex(
      (heading, index) => index >= next && heading.depth === depth && alike(heading.text, text),
    )
    const id = found < 0 ? undefined : ids.get(facts[found])
    if (found >= 0) next = found + 1
    if (id === undefined) return
    element.properties.id = id
    outline.push({ depth, id, text })
  })
  return outline
}

function alike(a: string, b: string): boolean {
  const bare = (words: string): string => words.replace(/[\s*]+/g, '')
  return bare(a) === bare(b)
}

function aimLink(element: Element, document: Document, corpus: Corpus): void {
  const { href } = element.properties
  if (typeof href !== 'string') return
  if (href.startsWith('#')) return
  const target = corpus.resolve(href, document)
  const { fragment } = splitUrl(href)
  if (target.kind === 'document') {
    element.properties = {
      ...element.properties,
      href: undefined,
      dataDocument: target.document.path,
      ...(fragment !== undefined && { dataFragment: fragment }),
    }
  } else if (target.kind === 'file') {
    element.properties = { ...element.properties, href: undefined, dataFile: target.path }
  } else if (target.kind === 'external') element.properties.rel = ['noopener', 'noreferrer']
}

interface PictureAim {
  readonly document: Document
  readonly corpus: Corpus
  readonly words: PageWords
  readonly problems: PageProblem[]
}

/** Pictures come from the corpus alone: for one of another site, or one that is not there, words stand in its place. */
function aimPicture(element: Element, { document, corpus, words, problems }: PictureAim): void {
  const { src, alt, className } = element.properties
  const url = typeof src === 'string' ? src : ''
  const target = url === '' ? undefined : corpus.resolve(url, document)
  if (target?.kind === 'file') {
    element.properties = { alt: alt ?? '', ...(className && { className }), dataFile: target.path }
    return
  }
  const isRemote = target?.kind === 'external'
  problems.push({
    path: document.path,
    reason: isRemote
      ? `Unexpected picture \`${url}\` of another site, expected one of this repository`
      : `Unexpected picture \`${url}\`, expected a file that exists`,
  })
  const said = `${isRemote ? words.remotePicture : words.missingPicture}: ${typeof alt === 'string' && alt !== '' ? alt : url}`
  Object.assign(element, {
    tagName: 'span',
    properties: { className: ['missing-picture'] },
    children: [{ type: 'text', value: said }],
  })
}
