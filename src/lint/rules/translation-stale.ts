import { z } from 'zod'
import { alignmentOf, asidesOf } from '../../l10n/alignment.ts'
import { pairParts, type Side } from '../../l10n/pair-parts.ts'
import { partsOf, type Part } from '../../l10n/part.ts'
import { recordedStates } from '../../l10n/recorded-states.ts'
import { statesOf, type PartState } from '../../l10n/state.ts'
import type { Document } from '../../corpus/document.ts'
import type { Finding } from '../finding.ts'
import { siblingRule, type GuideView, type Rule } from '../rule.ts'

interface Options {
  readonly budget: number
}

/** A source beside one of its targets: their parts, and how these stand to each other. */
interface Standing {
  readonly from: readonly Part[]
  readonly to: readonly Part[]
  readonly states: readonly PartState[]
}

/** The documents are aligned only where what was recorded does not say all. */
function standingOf(source: Document, target: Document, view: GuideView<Options>): Standing | undefined {
  const lines = view.ledgerOf(target)
  if (lines.length === 0) return undefined
  const [own, other] = [sideOf(source, view), sideOf(target, view)]
  const [from, to] = [own.parts, other.parts]
  const recorded = recordedStates(from, to, lines)
  if (recorded) return { from, to, states: recorded }
  const { beads } = alignmentOf(
    source,
    target,
    asidesOf(source, target, view.config, view.textOf),
    view.beads,
  )
  return { from, to, states: statesOf(from, to, lines, pairParts(own, other, beads)) }
}

function sideOf(document: Document, { textOf }: GuideView<Options>): Side {
  const { facts } = document
  return { facts, parts: partsOf(facts, textOf(document)) }
}

function* staleIn({ from, to, states }: Standing, source: Document): Iterable<Finding> {
  for (const { state, isEdited = false, source: origin, target } of states) {
    const own = target.flatMap((index) => to[index] ?? [])
    const theirs = origin.flatMap((index) => from[index] ?? [])
    const [first, now] = [own[0], theirs[0]]
    // What code should be, `code-parity` tells.
    if (state !== 'fuzzy' || !first || !now || first.kind === 'code') continue
    const words = theirs.reduce((sum, part) => sum + part.words, 0)
    const many = words === 1 ? 'the word that stands' : `the ${words} words that stand`
    yield {
      range: { start: first.range.start, end: Math.max(...own.map(({ range }) => range.end)) },
      reason: `Unexpected translation of an older text, expected one of ${many} in the source now`,
      note: isEdited
        ? 'It was edited since; `hexapla sync` tells from the history whether that answers the change'
        : '`hexapla sync` shows what has changed',
      related: [{ path: source.path, range: now.range, reason: 'the source has changed here' }],
      ...(isEdited ? { lesser: true } : { words }),
    }
  }
}

/** What was recorded of the Polish documents below: of "Open the panel." and of "Choose a password.". */
const ledger = [
  { source: 'b67ad9acab6b5b23', target: 'd153b36709d150b9', blob: '' },
  { source: '28fe8f56dd6e758a', context: 'b67ad9ac', target: 'c7ae3bd5f0b947f0', blob: '' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('')

export const rule: Rule = siblingRule<Options>({
  id: 'translation-stale',
  summary: 'a passage whose source has moved on since it was translated',
  why: 'Readers of one language follow steps that are no longer right, while the page in another language has been mended. What each passage was made from is told by the ledger that `hexapla sync` keeps; a document without one is left alone.',
  severity: 'warning',
  readsLedger: true,
  options: z.object({
    budget: z
      .int()
      .min(0)
      .describe(
        'By how many words of the source a locale may be behind before its findings count; until then they are information',
      ),
  }),
  defaults: { budget: 0 },
  inputs: ['source', 'localeOnly'],
  examples: [
    {
      name: 'A sentence that says more than when it was translated',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': 'Open the panel.\n\nChoose a password of twelve letters.\n',
        'mail/guide.pl-pl.md': 'Otwórz panel.\n\n⟦Wybierz hasło.⟧\n',
        '.hexapla/ledger/pl-pl/mail.jsonl': ledger,
      },
      reasons: [
        'Unexpected translation of an older text, expected one of the 6 words that stand in the source now',
      ],
    },
    {
      name: 'A typo that was mended since does not make it new',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': 'Open the panel.\n\nChoose a password of twelve letters.\n',
        'mail/guide.pl-pl.md': 'Otwórz panel.\n\n⟦Wybierz swoje hasło.⟧\n',
        '.hexapla/ledger/pl-pl/mail.jsonl': ledger,
      },
      reasons: [
        'Unexpected translation of an older text, expected one of the 6 words that stand in the source now',
      ],
    },
    {
      name: 'What is no language has moved on, and so has what stands around',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': 'Read this first.\n\nChoose a password.\n\nOpen the   panel.\n',
        'mail/guide.pl-pl.md': 'Wybierz hasło.\n\nOtwórz\npanel.\n',
        '.hexapla/ledger/pl-pl/mail.jsonl': ledger,
      },
    },
    {
      name: 'Nothing was recorded',
      config: 'source: en-gb',
      files: {
        'mail/guide.en-gb.md': 'Choose a password of twelve letters.\n',
        'mail/guide.pl-pl.md': 'Wybierz hasło.\n',
      },
    },
  ],
  *check(document, view) {
    const { source } = view.guide
    if (!source || source.path === document.path || source.facts.refused) return
    const standing = standingOf(source, document, view)
    if (standing) yield* staleIn(standing, source)
  },
})
