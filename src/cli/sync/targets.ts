import { aliasesOf } from '../../corpus/config.ts'
import type { Document } from '../../corpus/document.ts'
import type { Guide } from '../../corpus/guide.ts'
import { compileLayouts, pathOf, placeOfPath } from '../../corpus/layout.ts'
import type { Locale } from '../../corpus/locale.ts'
import type { FactsReader } from '../../io/facts-reader.ts'
import { kindBelow } from '../../io/kind-below.ts'
import { readDocument, type CorpusOnDisk } from '../../io/read.ts'
import type { LeftOut } from '../../report/left-out.ts'
import { checkLocale } from '../locale-asked.ts'
import { leftOut } from './left-out.ts'
import { unknownName, UsageError } from '../usage.ts'
import { isTarget, type Workspace } from '../workspace.ts'

/** A document that a sync is to bring up to date. */
export interface Target {
  readonly locale: Locale
  readonly document: Document
  readonly text: string
  /** It is yet to be made: its text is the source's. */
  readonly isMade: boolean
}

/** The documents of a run, as paths and locales ask for them. */
export class Targets {
  readonly #workspace: Workspace
  readonly #disk: CorpusOnDisk
  readonly #reader: FactsReader
  readonly #locales: ReadonlySet<Locale> | undefined
  /** Places where a document was to be made and something lies that is none. */
  readonly #taken: LeftOut[] = []
  /** The locale that the others are made from. */
  readonly source: Locale

  constructor(
    workspace: Workspace,
    disk: CorpusOnDisk,
    reader: FactsReader,
    asked: readonly Locale[] | undefined,
  ) {
    this.#workspace = workspace
    this.#disk = disk
    this.#reader = reader
    const { source } = workspace.config
    if (source === undefined)
      throw new UsageError(
        'Unexpected config without `source`, expected the locale that the others are made from',
      )
    this.source = source
    this.#locales = this.#checked(asked)
  }

  /** What of these guides could not be synced: a source costs all that is made from it. Known when all targets were asked for. */
  leftOut(guides: readonly Guide[]): LeftOut[] {
    const asked = guides.flatMap((guide) => {
      const locales = this.#locales ?? new Set([...guide.documents.keys(), ...this.#wanted()])
      return [...locales].flatMap((locale) => {
        const own = guide.documents.get(locale)
        if (locale === this.source || !this.#isAsked(guide, own)) return []
        const source = this.sourceOf(guide, locale)
        return [...(source ? [source] : []), ...(own ? [own] : [])]
      })
    })
    const unread = [...new Set(asked)].flatMap(({ path, facts: { refused } }) =>
      refused ? [leftOut(path, this.#disk.textOf(path), refused)] : [],
    )
    return [...unread, ...this.#taken].sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** The guides that paths ask for. */
  guides(): Guide[] {
    return [...this.#disk.corpus.guides.values()].filter(
      ({ source, documents }) => source && [...documents.values()].some(({ path }) => this.#isNamed(path)),
    )
  }

  /** Documents that a run is to make, by `locale guide`. */
  madeIn(guides: readonly Guide[]): ReadonlySet<string> {
    return new Set(
      this.#wanted().flatMap((locale) =>
        guides.filter(({ documents }) => !documents.has(locale)).map(({ id }) => `${locale} ${id}`),
      ),
    )
  }

  /** The document that one of a locale is made from: the guide's source, or that of the locale that it is derived from. */
  sourceOf(guide: Guide, locale: Locale): Document | undefined {
    const derivation = this.#workspace.config.derived[locale]
    return derivation ? guide.documents.get(derivation.from) : guide.source
  }

  /** True where a run is about all of a guide, its source included. */
  isWhole({ source }: Guide): boolean {
    return this.#locales === undefined && source !== undefined && this.#isNamed(source.path)
  }

  /** The targets of a guide, derived ones last; of locales that were asked for and that it lacks, a document that is yet to be made. */
  async of(guide: Guide): Promise<Target[]> {
    const isRead = (locale: Locale): boolean => this.sourceOf(guide, locale)?.facts.refused === undefined
    const targets = [...guide.documents].flatMap(([locale, document]): Target[] =>
      locale !== this.source &&
      (this.#locales?.has(locale) ?? true) &&
      this.#isAsked(guide, document) &&
      isRead(locale) &&
      !document.facts.refused
        ? [{ locale, document, text: this.#disk.textOf(document.path), isMade: false }]
        : [],
    )
    for (const locale of this.#wanted()) {
      const source = this.sourceOf(guide, locale)
      if (guide.documents.has(locale) || !source || !isRead(locale) || !this.#isAsked(guide)) continue
      const text = this.#disk.textOf(source.path)
      const path = this.#pathFor(source, locale)
      if (path === undefined) continue
      const found = kindBelow(this.#workspace.root, path)
      if (found !== undefined) {
        // Nobody asked for more than the page that a link gives its readers.
        const isMeant = found === 'link' && this.#locales === undefined
        if (!isMeant) this.#taken.push({ path, line: 1, ...takenWords[found] })
        continue
      }
      const document = await readDocument(path, text, this.#disk.corpus, this.#reader)
      targets.push({ locale, document, text, isMade: true })
    }
    const isDerived = ({ locale }: Target): number => (locale in this.#workspace.config.derived ? 1 : 0)
    return targets.sort((a, b) => isDerived(a) - isDerived(b))
  }

  /** The locales whose documents are made where they are missing. */
  #wanted(): Locale[] {
    return [...(this.#locales ?? Object.keys(this.#workspace.config.derived))]
  }

  /** True where paths ask for a document, or for the source of its guide. */
  #isAsked({ source }: Guide, document?: Document): boolean {
    return [source, document].some((each) => each !== undefined && this.#isNamed(each.path))
  }

  #isNamed(path: string): boolean {
    return isTarget(path, this.#workspace.targets)
  }

  /** The locales that were asked for; all where none is. */
  #checked(asked: readonly Locale[] | undefined): ReadonlySet<Locale> | undefined {
    if (!asked) return undefined
    const { config } = this.#workspace
    const { locales } = this.#disk.corpus
    for (const locale of asked) {
      if (locale === this.source)
        throw unknownName(
          'locale',
          locale,
          [...locales].filter((each) => each !== this.source),
        )
      checkLocale(locale, locales, config)
    }
    return new Set(asked)
  }

  /** Where the document of a locale would lie, by the layout of its source. */
  #pathFor(source: Document, locale: Locale): string | undefined {
    const { config } = this.#workspace
    const layouts = compileLayouts(
      config.layouts,
      { ...aliasesOf(config), [locale]: locale },
      Object.keys(config.frontMatter),
    )
    const place = placeOfPath(source.path, layouts)
    if (!place) return undefined
    const own = layouts.find(({ layout }) => layout.files.includes('{locale}'))
    const layout = place.layout.layout.files.includes('{locale}') ? place.layout : own
    return layout && pathOf(layout, place.guide, locale, place.type, place.extension)
  }
}

/** Why a document is not made where something lies already. */
const takenWords: Readonly<
  Record<NonNullable<ReturnType<typeof kindBelow>>, Pick<LeftOut, 'reason' | 'note'>>
> = {
  link: {
    reason: 'Unexpected symbolic link, expected no file yet',
    note: 'Its readers get the page that it leads to; remove the link to have a document made',
  },
  other: {
    reason: 'Unexpected file that is left out of the corpus, expected no file yet',
    note: 'Look at `exclude`, `.gitignore` and `.hexaplaignore`, or remove it',
  },
}
