import type { OpenDocument } from '../corpus/document.ts'
import type { SegmentKind } from '../markdown/segment.ts'
import { hashOf } from '../text/edit.ts'
import { placesIn } from '../text/source.ts'
import { keyAt } from './field.ts'
import { pairSegments } from './pair-segments.ts'
import { phrasesOf, type Phrase } from './phrase.ts'
import { renumbered } from './renumber.ts'

/** How far a translation is, as in gettext. */
export type UnitState = 'untranslated' | 'fuzzy' | 'translated'

/** One segment of a source and what stands for it in a target. */
export interface Unit {
  /** Made of the source's words, so that it names them alone; equal ones are counted: `u3f9c0a1b2c4d`, `u3f9c0a1b2c4d-2`. */
  readonly id: string
  readonly kind: SegmentKind
  readonly source: Phrase
  /** Numbered as the source is; none where the target has no place for it. */
  readonly target?: Phrase | undefined
  readonly state: UnitState
  /** Where a person finds it: the headings above it, and its line. */
  readonly headings: readonly string[]
  /** Of the field of the front matter that it is the value of: `slug` is an address, `title` a headline. */
  readonly key?: string | undefined
  readonly line: number
  /** Its place among the segments of the source, and of the target. */
  readonly place: number
  readonly targetPlace?: number | undefined
}

/** What is known of segments better than their words tell it, by their places. */
export interface Known {
  readonly pairs?: ReadonlyMap<number, number>
  readonly stateOf: (place: number, targetPlace: number) => UnitState | undefined
}

/** The units of a source, in reading order, each with what stands for it in the target; segments without words are none. */
export function unitsOf(source: OpenDocument, target?: OpenDocument, known?: Known): Unit[] {
  const phrases = phrasesOf(source.facts, source.text)
  const targets = target ? phrasesOf(target.facts, target.text) : []
  const pairs = known?.pairs ?? (target ? pairSegments(source, target) : new Map<number, number>())
  const places = placesIn(source.text)
  const headingsAt = headingsBefore(source)
  const counts = new Map<string, number>()
  return source.facts.segments.flatMap(({ kind, range }, place): Unit[] => {
    const phrase = phrases[place]
    if (!phrase || !hasWords(phrase)) return []
    const name = unitName(kind, phrase.text)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const targetPlace = pairs.get(place)
    const found = targetPlace === undefined ? undefined : targets[targetPlace]
    const translation = found && renumbered(found, phrase)
    const key = kind === 'field' ? keyAt(source.facts, range) : undefined
    const told = targetPlace === undefined ? undefined : known?.stateOf(place, targetPlace)
    return [
      {
        id: count === 1 ? name : `${name}-${count}`,
        kind,
        source: phrase,
        target: translation,
        state: told ?? stateByWords(phrase, translation),
        headings: headingsAt(range.start),
        key,
        line: places.pointAt(range.start).line,
        place,
        targetPlace,
      },
    ]
  })
}

/** The name of a unit by its words: addresses may change without it. */
function unitName(kind: SegmentKind, words: string): string {
  return `u${hashOf(`${kind}\n${words}`).slice(0, 12)}`
}

/** Whether an id is that of a unit of a kind with these words in its source. */
export function namesUnit(id: string, kind: SegmentKind, words: string): boolean {
  return id.replace(/-\d+$/, '') === unitName(kind, words)
}

function hasWords({ text }: Phrase): boolean {
  return /\p{L}/u.test(text.replace(/<\/?\d+>|\{\d+\}/g, ''))
}

/** Of words alone: the source's are no translation, any others are. */
function stateByWords(source: Phrase, target: Phrase | undefined): UnitState {
  return target === undefined || target.text === '' || target.text === source.text
    ? 'untranslated'
    : 'translated'
}

/** The headings that an offset lies under, the highest first. */
function headingsBefore({ facts: { headings } }: OpenDocument): (offset: number) => readonly string[] {
  const open: { readonly depth: number; readonly text: string }[] = []
  let next = 0
  return (offset) => {
    for (; (headings[next]?.range.end ?? Infinity) <= offset; next++) {
      const { depth, text } = headings[next] ?? { depth: 1, text: '' }
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
      open.push({ depth, text })
    }
    return open.map(({ text }) => text)
  }
}
