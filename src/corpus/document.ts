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

/** `.mdx` is MDX, all else Markdown. */
export function formatOf(path: string): Format {
  return path.endsWith('.mdx') ? 'mdx' : 'markdown'
}
