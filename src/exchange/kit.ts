import type { Locale } from '../corpus/locale.ts'
import { nameOf, termsIn, type Glossary } from '../l10n/glossary.ts'
import type { Phrase } from '../l10n/phrase.ts'
import type { Unit } from '../l10n/unit.ts'
import { markedDifference } from '../text/word-difference.ts'

/** What a translation memory has for a unit. */
export interface KitMatch {
  /** Of 100, how alike the sources are; 101 where the neighbours are the same, too. */
  readonly score: number
  readonly source: string
  readonly target: string
}

/** A unit as a translator gets it. */
export interface KitUnit extends Unit {
  readonly notes: readonly string[]
  readonly matches: readonly KitMatch[]
  /** The source that the target was made from, where it is another by now. */
  readonly previous?: string | undefined
}

/** A unit with what a translator gets beside it: every field, so that all have one form in memory. */
export function kitUnit(
  { id, kind, source, target, state, headings, key, line, place, targetPlace }: Unit,
  { notes, matches, previous }: Pick<KitUnit, 'notes' | 'matches' | 'previous'>,
): KitUnit {
  return {
    id,
    kind,
    source,
    target,
    state,
    headings,
    key,
    line,
    place,
    targetPlace,
    notes,
    matches,
    previous,
  }
}

/** Units of one guide, given out to be translated. */
export interface Kit {
  readonly guide: string
  /** Of the source document. */
  readonly path: string
  /** As files name them, and as BCP 47 does. */
  readonly locales: { readonly source: Locale; readonly target: Locale }
  readonly languages: { readonly source: string; readonly target: string }
  readonly units: readonly KitUnit[]
}

/** A unit as it came back. */
export interface ReturnedUnit {
  readonly id: string
  /** The source's words with numbered tags, as the file has them; undefined where the format does not say. */
  readonly source?: string
  /** The translation with numbered tags; `''` where there is none. */
  readonly target: string
  /** False where the translation is fuzzy: nobody has looked at it yet. */
  readonly isDone: boolean
  /** Why it cannot be taken, whatever it holds. */
  readonly fault?: string
  /** In the file, from 1; a row of a spreadsheet. */
  readonly line: number
}

/** A unit that did not go in, or that someone should look at. */
export interface UnitNote {
  readonly id: string
  readonly line: number
  readonly severity: 'error' | 'warning'
  readonly reasons: readonly string[]
}

/** Units of one guide, as a file has them. */
export interface ReturnedKit {
  /** The path of the source document. */
  readonly path: string
  readonly languages: { readonly source: string; readonly target: string }
  readonly units: readonly ReturnedUnit[]
}

/** A file that is no kit, or one that is damaged: none of it is taken. */
export class KitFault extends Error {
  override readonly name = 'KitFault'
  readonly line: number
  readonly reason: string

  constructor(line: number, reason: string) {
    super(reason)
    this.line = line
    this.reason = reason
  }
}

/** What a translator should know of a unit: where it stands, what has changed in its source since it was translated, and what the glossary calls the things in it. */
export function notesOf(
  { headings, key, line, source }: Unit,
  { path, locales }: Pick<Kit, 'path' | 'locales'>,
  glossary: Glossary | undefined,
  previous?: string,
): string[] {
  const within = key === undefined ? headings.join(' > ') : `front matter: ${key}`
  const place = [...(within === '' ? [] : [within]), `${path}:${line}`]
  const words = source.text.replace(/<\/?\d+>|\{\d+\}/g, ' ')
  const terms = glossary ? termsIn(words, locales.source, glossary) : []
  const called = terms.flatMap((term) => {
    const [from, to] = [nameOf(term, locales.source), nameOf(term, locales.target)]
    return from === undefined || to === undefined
      ? []
      : [`${from}: ${to}${term.note === undefined ? '' : ` (${term.note})`}`]
  })
  const change = previous === undefined ? [] : [`changed: ${markedDifference(previous, source.text)}`]
  return [...place, ...change, ...called]
}

/** One piece of a phrase's words: text, or one end of a numbered tag. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'lone'; readonly number: number }

/** The pieces of words with numbered tags, in their order. */
export function piecesOf(words: Phrase['text']): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of words.matchAll(/<(\/?)(\d+)>|\{(\d+)\}/g)) {
    const [whole, slash, pair, lone] = match
    if (match.index > at) pieces.push({ kind: 'text', text: words.slice(at, match.index) })
    at = match.index + whole.length
    const kind = pair === undefined ? 'lone' : slash === '/' ? 'close' : 'open'
    pieces.push({ kind, number: Number(pair ?? lone) })
  }
  if (at < words.length) pieces.push({ kind: 'text', text: words.slice(at) })
  return pieces
}
