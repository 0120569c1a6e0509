import type { Facts } from '../markdown/facts.ts'
import type { Format } from '../markdown/parse.ts'
import type { Locale } from './locale.ts'

/** One file: one guide in one locale. Its text is not kept: facts say what rules need. */
export interface Document {
  /** Relative to the corpus's root, with `/`. */
  readonly path: string
  /** The guide's id; the path without its extension where no layout fits. */
  readonly guide: string
  /** Undefined where neither layout nor name tells it. */
  readonly locale: Locale | undefined
  /** The content type: `guide`, `product`, `universe`, `home`. */
  readonly type: string
  readonly format: Format
  /** SHA-256 of the text. */
  readonly hash: string
  readonly facts: Facts
}

/** A document with its text at hand, for rules that read the words themselves. */
export interface OpenDocument extends Document {
  readonly text: string
}

/** A document and its text. */
export function openDocument(
  { path, guide, locale, type, format, hash, facts }: Document,
  text: string,
): OpenDocument {
  return { path, guide, locale, type, format, hash, facts, text }
}

/**
 * A document that gets its facts whenever it is asked for them. A class: the engine takes an object with a getter of
 * its own for the only one of its kind.
 */
export class LazyDocument implements Document {
  readonly path: string
  readonly guide: string
  readonly locale: Locale | undefined
  readonly type: string
  readonly format: Format
  readonly hash: string
  readonly #factsNow: () => Facts

  constructor({ path, guide, locale, type, format, hash }: Omit<Document, 'facts'>, factsNow: () => Facts) {
    this.path = path
    this.guide = guide
    this.locale = locale
    this.type = type
    this.format = format
    this.hash = hash
    this.#factsNow = factsNow
  }

  get facts(): Facts {
    return this.#factsNow()
  }
}

/** `.mdx` is MDX, all else Markdown. */
export function formatOf(path: string): Format {
  return path.endsWith('.mdx') ? 'mdx' : 'markdown'
}
