import type { Canon } from '../settings/canon.ts'
import { groupBy } from '../text/group-by.ts'
import type { Page } from './page.ts'

/** A picture of the corpus, read. */
export interface Picture {
  readonly path: string
  readonly bytes: Uint8Array
  /** `image/svg+xml`. */
  readonly mediaType: string
  /** In CSS pixels; undefined where the file does not tell. */
  readonly width?: number
  readonly height?: number
}

/** One file that an export makes, by its path below the output folder. */
export interface OutputFile {
  readonly path: string
  readonly data: string | Uint8Array
}

/** What exporters use of the world outside: a face hands it in. */
export interface Tools {
  /** Notes what could not be made, by the path of the file that is the reason. */
  readonly tell: (path: string, reason: string) => void
  /** The picture at a path of the corpus, no larger than a page shows it; undefined where it cannot be shown. */
  readonly picture: (path: string) => Promise<Picture | undefined>
  /** A picture as PNG, no wider than so many pixels; undefined where nothing can draw it. */
  readonly png: (picture: Picture, width: number) => Promise<Uint8Array | undefined>
  /** Prints a page of HTML as PDF. */
  readonly print: (html: string, page: Page) => Promise<Uint8Array>
  /** The search library as a script for browsers, which defines `MiniSearch`. */
  readonly searchLibrary: () => string
}

/** How pages of HTML look. */
export interface Look {
  /** CSS that comes after the default's, whose variables it may set anew; may be empty. */
  readonly css: string
  /** The frame of a page, with `{{title}}`, `{{head}}`, `{{body}}` and so on in it; undefined for the default. */
  readonly template: string | undefined
}

/** Everything that one export makes files of. */
export interface Publication {
  /** All pages of the run, sorted by locale and place in the table of contents. */
  readonly pages: readonly Page[]
  /** The page of a document, by the document's path. */
  readonly pageAt: (path: string) => Page | undefined
  /** One guide in all its locales. */
  readonly byGuide: ReadonlyMap<string, readonly Page[]>
  readonly byLocale: ReadonlyMap<string, readonly Page[]>
  readonly tools: Tools
  readonly look: Look
  /** The settings that are true, for profiles; undefined where nobody asked for some. */
  readonly canon?: Canon
  /** The address that the site will have: `https://help.example.com`; empty where it is not known. */
  readonly baseUrl: string
}

/** Puts pages together, so that each finds the others. */
export function publicationOf(
  given: Pick<Publication, 'pages' | 'tools' | 'look' | 'baseUrl' | 'canon'>,
): Publication {
  const byPath = new Map(given.pages.map((page) => [page.path, page]))
  return {
    ...given,
    pageAt: (path) => byPath.get(path),
    byGuide: groupBy(given.pages, ({ guide }) => guide),
    byLocale: groupBy(given.pages, ({ locale }) => locale),
  }
}

/** Makes the files of one format, one after another. */
export interface Exporter {
  readonly format: string
  /** What it makes, as a phrase. */
  readonly summary: string
  files(publication: Publication): AsyncIterable<OutputFile> | Iterable<OutputFile>
}

/** Where a page of HTML lies: `fr-fr/mail/outlook.html`. */
export function htmlPath({ locale, guide }: Pick<Page, 'locale' | 'guide'>): string {
  return outputPath({ locale, guide }, 'html')
}

/** Where a page lies in another format: `fr-fr/mail/outlook.docx`. */
export function outputPath({ locale, guide }: Pick<Page, 'locale' | 'guide'>, extension: string): string {
  return `${locale}/${guide === '.' ? 'index' : guide}.${extension}`
}

/** A path as the address of a link from another one: `../outlook.html`. */
export function relativeAddress(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  const up = here.slice(shared).map(() => '..')
  return [...up, ...there.slice(shared)].map(encodeURIComponent).join('/').replaceAll('%2E%2E', '..')
}

/** How a page links to the others of a publication, each of which lies at its `pathOf`. */
export function linksFrom(
  page: Page,
  { pageAt }: Publication,
  pathOf: (page: Page) => string,
): (path: string) => string | undefined {
  const from = pathOf(page)
  return (path) => {
    const target = pageAt(path)
    return target && relativeAddress(from, pathOf(target))
  }
}
