import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import type { Canon } from '../settings/canon.ts'
import { placesIn } from '../text/source.ts'
import type { Finding } from './finding.ts'
import { compareMessages, ruleUrl, type Message, type RelatedPlace } from './message.ts'
import type { Severity } from './rule.ts'
import { rulesAt, type SelectedRule } from './selection.ts'
import { isSuppressed, suppressionsOf } from './suppress.ts'

/** What a run needs besides the corpus. */
export interface RunInput {
  readonly corpus: Corpus
  readonly rules: readonly SelectedRule[]
  /** The text of a document of the corpus. */
  readonly textOf: (path: string) => string
  /** The documents to look at; all where it is left out. */
  readonly paths?: ReadonlySet<string>
  /** The canonical settings, where there are any. */
  readonly canon?: Canon
}

interface Raw {
  readonly finding: Finding
  readonly selected: SelectedRule
}

/** Lints: document rules, then those that look further, stamped, suppressed and sorted. */
export function lint(input: RunInput): Message[] {
  const messages: Message[] = []
  for (const document of input.corpus.documents.values()) {
    if (input.paths && !input.paths.has(document.path)) continue
    messages.push(...lintDocument(document, input))
  }
  return messages.sort(compareMessages)
}

/** The messages of one document, in no order. */
export function lintDocument(document: Document, input: RunInput): Message[] {
  const raw = [...findingsOf(document, input)]
  if (raw.length === 0) return []
  const text = input.textOf(document.path)
  const suppressions = suppressionsOf(document.facts.comments, text)
  const places = placesIn(text)
  return raw
    .filter(({ finding, selected }) => !isSuppressed(suppressions, selected.rule.id, finding.range))
    .map(({ finding, selected }) => {
      const { related, lesser, ...rest } = finding
      return {
        ...rest,
        path: document.path,
        guide: document.guide,
        locale: document.locale,
        ruleId: selected.rule.id,
        severity: lesser ? lesserThan[selected.severity] : selected.severity,
        place: places.placeOf(finding.range),
        ...(related && { related: relatedPlaces(related, input) }),
        url: ruleUrl(selected.rule.id),
      }
    })
}

const lesserThan: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'info', info: 'info' }

function relatedPlaces(related: NonNullable<Finding['related']>, input: RunInput): RelatedPlace[] {
  const { canon, textOf } = input
  const textAt = (path: string): string => (path === canon?.path ? canon.text : textOf(path))
  return related.map((each) => ({ ...each, place: placesIn(textAt(each.path)).placeOf(each.range) }))
}

function* findingsOf(document: Document, input: RunInput): Iterable<Raw> {
  const { corpus, rules, canon } = input
  const view = { config: corpus.config, ...(canon && { canon }) }
  const guide = corpus.guideOf(document)
  let text: string | undefined
  for (const selected of rulesAt(rules, document.path)) {
    const { rule, options } = selected
    if (document.facts.refused && !rule.seesRefused) continue
    if (rule.scope === 'document') {
      text ??= input.textOf(document.path)
      for (const finding of rule.check({ ...document, text }, { options, ...view }))
        yield { finding, selected }
    } else {
      for (const finding of rule.check(document, { options, guide, corpus, ...view }))
        yield { finding, selected }
    }
  }
}
