import type { OpenDocument } from '../corpus/document.ts'
import type { Facts, Refusal } from '../markdown/facts.ts'
import type { Segment } from '../markdown/segment.ts'
import { applyEdits, composeEdits, type Edit } from '../text/edit.ts'
import { contentEdits } from './content.ts'
import { fieldEdits } from './field.ts'
import { contentOfPhrase, phrasesOf, type Phrase } from './phrase.ts'
import { altEdits, pictureOf } from './picture-label.ts'
import { outermost } from './pair-segments.ts'
import { renumbered, translatedContent } from './renumber.ts'
import type { Unit } from './unit.ts'

/** The words that are to stand for a unit in its target. */
export interface Wording {
  readonly unit: Unit
  readonly words: string
}

/** What came of putting words into a document. */
export interface Put {
  readonly edits: readonly Edit[]
  readonly text: string
  /** Of that text. */
  readonly facts: Facts
  /** What would be read as something else where it stands: a list, a heading, another link. */
  readonly refused: readonly Wording[]
}

/** Reads a text into facts, as the document that it belongs to is read. */
export type ReadFacts = (text: string) => Promise<Facts>

/** A document that is read when it is asked for, or was. */
export type Asked = () => Promise<OpenDocument>

/**
 * Puts words in the places of units, whose `targetPlace` counts along the document's segments. What comes out is read
 * again: it must say these words and, in every other segment, what it said before. What breaks that is left out, and
 * the rest goes in. The source is asked for only where its markup tells what its phrases do not.
 */
export async function putUnits(
  document: OpenDocument,
  source: Asked,
  wordings: readonly Wording[],
  read: ReadFacts,
): Promise<Put> {
  const bench: Bench = {
    document,
    source: wordings.some((each) => asksForSource(each, document)) ? await source() : undefined,
    before: phrasesOf(document.facts, document.text),
    read,
  }
  let best: Omit<Put, 'refused'> = { edits: [], text: document.text, facts: document.facts }
  const good: Wording[] = []
  const refused: Wording[] = []
  const add = async (list: readonly Wording[]): Promise<void> => {
    if (list.length === 0) return
    const result = await attempt(bench, [...good, ...list])
    if (result) {
      best = result
      good.push(...list)
    } else if (list.length === 1) refused.push(...list)
    else {
      const middle = list.length >> 1
      await add(list.slice(0, middle))
      await add(list.slice(middle))
    }
  }
  await add(wordings)
  return { ...best, refused }
}

/** Quotation marks of the source stand around its own words alone, and labels behind pictures that have some. */
function asksForSource({ unit, words }: Wording, { facts }: OpenDocument): boolean {
  const segment = facts.segments[unit.targetPlace ?? -1]
  if (segment?.kind === 'field')
    return flat(translatedContent(words, unit.source)) === flat(contentOfPhrase(unit.source))
  return segment?.kind === 'alt' && pictureOf(segment, { facts })?.form === 'reference'
}

interface Bench {
  readonly document: OpenDocument
  /** Undefined where nothing asks for it. */
  readonly source: OpenDocument | undefined
  /** The phrases that stand in the document. */
  readonly before: readonly Phrase[]
  readonly read: ReadFacts
}

/** One go: segments within others first, since the others hold them as markup; undefined where what comes out is not as it should be. */
async function attempt(
  { document, source, before, read }: Bench,
  wordings: readonly Wording[],
): Promise<Omit<Put, 'refused'> | undefined> {
  const { facts, text } = document
  const outer = new Set(outermost(facts.segments))
  const isOuter = ({ unit }: Wording): boolean => outer.has(unit.targetPlace ?? -1)
  const first = wordings
    .filter((each) => !isOuter(each))
    .flatMap((each) => nestedEdits(each, document, source))
  const between = applyEdits(text, first)
  const known = first.length === 0 ? facts : await read(between)
  if (isRefused(known.refused) || known.segments.length !== facts.segments.length) return undefined
  const phrases = first.length === 0 ? before : phrasesOf(known, between)
  const second = wordings.filter(isOuter).flatMap(({ unit, words }) => {
    const place = unit.targetPlace ?? -1
    const [segment, phrase] = [known.segments[place], phrases[place]]
    if (!segment || !phrase) return []
    const content = translatedContent(words, unit.source, renumbered(phrase, unit.source))
    if (segment.kind === 'field') return fieldEdits(segment, content, between, fieldIn(source, unit))
    const label = labelEdits(segment, content, { facts: known, text: between }, source, unit)
    return [...contentEdits(segment, content, between), ...label]
  })
  const result = applyEdits(between, second)
  const after = await read(result)
  if (isRefused(after.refused) || !isAsMeant(wordings, document, before, after, result)) return undefined
  return { edits: composeEdits(first, second), text: result, facts: after }
}

function isRefused(refused: Refusal | undefined): boolean {
  return refused !== undefined
}

function nestedEdits(
  { unit, words }: Wording,
  target: OpenDocument,
  source: OpenDocument | undefined,
): Edit[] {
  const segment = target.facts.segments[unit.targetPlace ?? -1]
  if (!segment) return []
  const content = translatedContent(words, unit.source)
  return [
    ...contentEdits(segment, content, target.text),
    ...labelEdits(segment, content, target, source, unit),
  ]
}

function labelEdits(
  segment: Segment,
  content: string,
  target: Pick<OpenDocument, 'facts' | 'text'>,
  source: OpenDocument | undefined,
  { place }: Unit,
): Edit[] {
  return segment.kind === 'alt' && source ? altEdits(segment, content, target, source, place) : []
}

function fieldIn(
  source: OpenDocument | undefined,
  { place }: Unit,
): { readonly segment: Segment; readonly text: string } | undefined {
  const segment = source?.facts.segments[place]
  return source && segment && { segment, text: source.text }
}

/** Whether a document says the words that were put into it, and else what it said before. */
function isAsMeant(
  wordings: readonly Wording[],
  { facts: { segments } }: OpenDocument,
  before: readonly Phrase[],
  after: Facts,
  text: string,
): boolean {
  if (after.segments.length !== segments.length) return false
  const byPlace = new Map(wordings.map((each) => [each.unit.targetPlace, each]))
  const phrases = phrasesOf(after, text)
  const [outer, outerAfter] = [outermost(segments), outermost(after.segments)]
  if (outer.length !== outerAfter.length) return false
  for (const [index, place] of outer.entries()) {
    const placeAfter = outerAfter[index] ?? -1
    const [segment, phrase] = [after.segments[placeAfter], phrases[placeAfter]]
    if (!segment || !phrase || segment.kind !== segments[place]?.kind) return false
    const wording = byPlace.get(place)
    const expected = wording?.words ?? before[place]?.text ?? ''
    const found = wording ? renumbered(phrase, wording.unit.source).text : phrase.text
    if (flat(found) !== flat(expected)) return false
  }
  // Words may have changed the order of the pictures among them.
  const nestedIn = (places: ReadonlySet<number>, texts: readonly string[]): string =>
    texts
      .filter((_, place) => !places.has(place))
      .sort()
      .join('\n')
  const expected = before.map(({ text: words }, place) => flat(byPlace.get(place)?.words ?? words))
  const found = phrases.map(({ text: words }) => flat(words))
  return nestedIn(new Set(outer), expected) === nestedIn(new Set(outerAfter), found)
}

/** Lines may be wrapped elsewhere. */
function flat(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
