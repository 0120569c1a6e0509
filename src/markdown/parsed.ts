import type { Literal, Root } from 'mdast'

/** Front matter between `+++`. */
interface Toml extends Literal {
  type: 'toml'
}

declare module 'mdast' {
  interface RootContentMap {
    toml: Toml
  }
}

/** Plain Markdown, or Markdown with JSX, expressions, imports and exports. */
export type Format = 'markdown' | 'mdx'

/** A text as a tree whose positions hold true offsets; lines and columns in them mean nothing. */
export interface Parsed {
  readonly tree: Root
  /** Why the text is no MDX, and where; the tree then is the one of plain Markdown. */
  readonly syntaxError?: { readonly reason: string; readonly offset: number }
}

/**
 * Reads a text. Both parsers give one and the same tree, without links for bare addresses.
 * @throws ParseRefusal of kind `reference` from the native parser where remark must read the document
 * instead, of kind `depth` where a parser ran out of stack.
 */
export type Parse = (text: string, format: Format) => Parsed
