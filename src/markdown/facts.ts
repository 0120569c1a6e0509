import type { LimitProblem } from './limits.ts'
import type { Range } from '../text/range.ts'
import type { Block } from './block.ts'
import type { Callout } from './callout.ts'
import type { FrontMatter } from './front-matter.ts'
import type { LabelGroup } from './label-lines.ts'
import type { Definition, Image, Link } from './link.ts'
import type { Segment } from './segment.ts'
import type { Table } from './table.ts'

/** Why a file was not read: over a limit, not UTF-8, a symbolic link to a place outside the root, or not to be opened. */
export type Refusal =
  | ({ readonly kind: 'limit' } & LimitProblem)
  | {
      readonly kind: 'encoding'
      readonly range: Range
      /** Of the first byte that is not UTF-8, from 0. */ readonly byte: number
    }
  | { readonly kind: 'link'; readonly range: Range; readonly target: string }
  | { readonly kind: 'unreadable'; readonly range: Range; readonly why: string }

/** A heading. */
export interface Heading {
  /** All of it, `## ` and attribute list included. */
  readonly range: Range
  readonly depth: number
  /** What a reader reads: the words that a slug is made from. */
  readonly text: string
  /** Its words in the text, without `## ` and without the attribute list. */
  readonly contentRange: Range
  /** The id of its attribute list, which takes the place of a slug. */
  readonly id?: string
}

/** An id that a link can name: `<a name="parts">`, `id="parts"`, `{#parts}`. */
export interface Anchor {
  readonly id: string
  /** The id alone. */
  readonly range: Range
}

/** A stretch of code. */
export interface Code {
  readonly form: 'inline' | 'fenced' | 'indented'
  readonly range: Range
  readonly language?: string
}

/** Words that stand out: `*so*`, `**so**`, `~~so~~`; the range covers the signs. */
export interface Emphasis {
  readonly form: 'emphasis' | 'strong' | 'delete'
  readonly range: Range
}

/** A comment of HTML or MDX. */
export interface Comment {
  readonly range: Range
  /** Between the signs, without white space: `hexapla-disable-file`. */
  readonly value: string
}

/** A picture by its name alone: `cover.png` of `cover: images/cover.png`. */
export interface Mention {
  readonly name: string
  /** With its path: `images/cover.png`. */
  readonly range: Range
}

/** Two blocks with no blank line between them, outside lists. */
export interface Touch {
  readonly before: string
  readonly after: string
  /** The block before. */
  readonly range: Range
  /** Where the block after begins. */
  readonly next: number
}

/** What a document says, as plain data. Every range is in UTF-16 code units of the stored text. */
export interface Facts {
  /** Why the text was not read: then all else is empty. */
  readonly refused?: Refusal
  /** Where MDX does not parse; the document was then read as Markdown. */
  readonly syntaxError?: { readonly reason: string; readonly offset: number }
  readonly frontMatter?: FrontMatter
  readonly headings: readonly Heading[]
  readonly anchors: readonly Anchor[]
  readonly links: readonly Link[]
  readonly images: readonly Image[]
  readonly definitions: readonly Definition[]
  readonly tables: readonly Table[]
  readonly labelGroups: readonly LabelGroup[]
  readonly callouts: readonly Callout[]
  readonly code: readonly Code[]
  readonly comments: readonly Comment[]
  readonly touches: readonly Touch[]
  readonly emphases: readonly Emphasis[]
  /** Hard breaks: the two spaces or the backslash with the line end. */
  readonly breaks: readonly Range[]
  /** Attribute lists: `{.thumbnail}`. */
  readonly attributes: readonly Range[]
  /** Raw HTML, JSX, expressions, imports: kept byte for byte, read for tags and comments alone. */
  readonly opaque: readonly Range[]
  /** Pictures by name in raw HTML, JSX, imports, shortcodes and front matter, links and images apart. */
  readonly mentions: readonly Mention[]
  /** The words of readers, stretch by stretch, without markup, code, attribute lists and shortcodes. */
  readonly prose: readonly Range[]
  readonly segments: readonly Segment[]
  /** All that readers see, in reading order, as an alignment needs it: it repeats what the other facts say. */
  readonly blocks: readonly Block[]
}

/** The name of one kind of fact. */
export type FactKind = keyof Facts

/** The facts of a text that was refused. */
export function refusedFacts(refused: Refusal): Facts {
  return { ...emptyFacts(), refused }
}

/** Facts while they are gathered; blocks are made of all others. */
export type Draft = Writable<Omit<Facts, 'blocks'>>

type Writable<All> = {
  -readonly [Kind in keyof All]: All[Kind] extends readonly (infer Item)[] ? Item[] : All[Kind]
}

/** Facts of an empty text. */
export function emptyFacts(): Facts {
  return { ...emptyDraft(), blocks: [] }
}

/** Facts of which none was gathered yet. */
export function emptyDraft(): Draft {
  return {
    headings: [],
    anchors: [],
    links: [],
    images: [],
    definitions: [],
    tables: [],
    labelGroups: [],
    callouts: [],
    code: [],
    comments: [],
    touches: [],
    emphases: [],
    breaks: [],
    attributes: [],
    opaque: [],
    mentions: [],
    prose: [],
    segments: [],
  }
}
