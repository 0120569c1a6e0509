import type { InterfaceStrings } from '../corpus/config.ts'
import type { OpenDocument } from '../corpus/document.ts'
import { wordsOf } from '../l10n/check/check.ts'
import {
  merged,
  mergedIn,
  otherwise,
  said,
  usageOf,
  usualFor,
  type Saying,
  type Usage,
} from '../l10n/consistency.ts'
import { misnamed, misnamedIn } from '../l10n/label.ts'
import type { Put, Wording } from '../l10n/put-units.ts'
import type { ReturnedKit, ReturnedUnit, UnitNote } from './kit.ts'

/** Words that a kit has for a unit. */
export interface ReturnedWording extends Wording {
  readonly returned: ReturnedUnit
}

/** What returned words stand among. */
export interface Surroundings {
  /** The document that the words go into; a new one is its source, word by word. */
  readonly target: OpenDocument
  /** What the product's interface says, and where it is spoken of. */
  readonly labels?: { readonly strings: InterfaceStrings; readonly source: OpenDocument }
  /** How the kits that came back with this one translate the same words. */
  readonly usage?: Usage
}

/** How kits translate what they have words for. */
export function usageIn(kits: readonly ReturnedKit[]): Usage {
  return usageOf(
    kits.flatMap(({ units }) =>
      units.flatMap(({ source, target }) =>
        source === undefined || target === '' ? [] : [sayingOf(source, target)],
      ),
    ),
  )
}

/** What is to be said of words beside others that came back, and of what they became in the document. */
export function* notesAcross(
  wordings: readonly ReturnedWording[],
  { text, facts }: Put,
  { target, usage, labels }: Surroundings,
): Iterable<UnitNote> {
  const sayings = wordings.map(({ unit, words, returned }) => ({
    ...sayingOf(unit.source.text, words),
    unit,
    returned,
  }))
  for (const saying of usage ? sayings : []) {
    const usual = usage && usualFor(saying, usage)
    if (usual) yield noteOn(saying.returned, otherwise(saying, usual))
  }
  const headings = sayings.filter(({ unit }) => unit.kind === 'heading')
  for (const [saying, before] of mergedIn(headings)) yield noteOn(saying.returned, merged(saying, before))
  if (!labels) return
  const { source, strings } = labels
  const byPlace = new Map(wordings.map(({ unit, returned }) => [unit.targetPlace ?? -1, returned]))
  const pairs = wordings.map(({ unit: { place, targetPlace = -1 } }) => [place, targetPlace] as const)
  for (const wrong of misnamedIn(source, { ...target, text, facts }, strings, () => pairs)) {
    const returned = byPlace.get(wrong.targetPlace)
    if (returned) yield noteOn(returned, misnamed(wrong))
  }
}

function noteOn({ id, line }: ReturnedUnit, reason: string): UnitNote {
  return { id, line, severity: 'warning', reasons: [reason] }
}

function sayingOf(source: string, target: string): Saying {
  return { source: said(wordsOf({ text: source })), target: said(wordsOf({ text: target })) }
}
