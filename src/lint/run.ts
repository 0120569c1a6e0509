import type { Corpus } from '../corpus/corpus.ts'
import type { Document } from '../corpus/document.ts'
import type { Guide } from '../corpus/guide.ts'
import type { Canon } from '../settings/canon.ts'
import { placesIn } from '../text/source.ts'
import type { Finding } from './finding.ts'
import { compareMessages, ruleUrl, type Message, type RelatedPlace } from './message.ts'
import type { DocumentView, Severity } from './rule.ts'
import { rulesAt, type SelectedRule } from './selection.ts'
import { suppressionsIn, type Suppression, type Suppressions } from './suppress.ts'

/** What a run needs besides the corpus. */
export interface RunInput {
  readonly corpus: Corpus
  readonly rules: readonly SelectedRule[]
  /** The ids of all rules: a comment that names no such rule is told. */
  readonly known?: readonly string[]
  /** The text of a document of the corpus; empty for any other file. */
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
  const { corpus, paths } = input
  const messages: Message[] = []
  const isWanted = ({ path }: Document): boolean => paths === undefined || paths.has(path)
  for (const document of corpus.documents.values()) {
    if (isWanted(document)) messages.push(...lintDocument(document, input))
  }
  for (const guide of corpus.guides.values()) {
    if ([...guide.documents.values()].some(isWanted)) messages.push(...lintGuide(guide, input))
  }
  return messages.sort(compareMessages)
}

/** The messages of one document, in no order. */
export function lintDocument(document: Document, input: RunInput): Message[] {
  const { path, facts } = document
  const raw = [...findingsOf(document, input)]
  if (raw.length === 0 && facts.comments.length === 0) return []
  const suppressions = suppressionsIn(facts.comments, () => input.textOf(path))
  const working = new Set<Suppression>(suppressions.ending)
  const heard = raw.filter((each) => !isSilenced(each, suppressions, working))
  const unheard = [...suppressionFindings(suppressions, working, document, input)]
  return stamped(path, [...heard, ...unheard], input)
}

/** The messages on a guide's files that are of no one document, in no order. */
function lintGuide(guide: Guide, input: RunInput): Message[] {
  const { corpus } = input
  const view = { ...viewOf(input), guide, corpus }
  const byPath = new Map<string, Raw[]>()
  for (const selected of input.rules) {
    const { rule, options } = selected
    if (!('checkGuide' in rule)) continue
    for (const { path, ...finding } of rule.checkGuide(guide, { ...view, options })) {
      const [there] = rulesAt([selected], path)
      if (there) byPath.set(path, [...(byPath.get(path) ?? []), { finding, selected: there }])
    }
  }
  return [...byPath].flatMap(([path, raw]) => {
    const comments = corpus.documents.get(path)?.facts.comments ?? []
    const suppressions = suppressionsIn(comments, () => input.textOf(path))
    const heard = raw.filter((each) => !isSilenced(each, suppressions, new Set()))
    return stamped(path, heard, input, guide)
  })
}

function isSilenced({ finding, selected }: Raw, found: Suppressions, working: Set<Suppression>): boolean {
  const suppression = found.find(selected.rule.id, finding.range.start)
  if (suppression) working.add(suppression)
  return suppression !== undefined
}

/** Findings on one file as messages. */
function stamped(path: string, raw: readonly Raw[], input: RunInput, guide?: Guide): Message[] {
  const shown = raw.filter(({ selected }) => !selected.hidden)
  if (shown.length === 0) return []
  const document = input.corpus.documents.get(path)
  const places = placesIn(input.textOf(path))
  return shown.map(({ finding, selected }) => {
    const { related, lesser, fix, ...rest } = finding
    return {
      ...rest,
      path,
      guide: document?.guide ?? guide?.id ?? path,
      locale: document?.locale,
      ruleId: selected.rule.id,
      severity: lesser ? lesserThan[selected.severity] : selected.severity,
      place: places.placeOf(finding.range),
      ...(related && { related: relatedPlaces(related, input) }),
      // What was read as something that it is not is left to its writer.
      ...(fix && !document?.facts.syntaxError && { fix }),
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

/** What every rule may look at. */
function viewOf({ corpus: { config }, canon }: RunInput): Omit<DocumentView<never>, 'options'> {
  return { config, ...(canon && { canon }) }
}

function* findingsOf(document: Document, input: RunInput): Iterable<Raw> {
  const { corpus, rules } = input
  const view = viewOf(input)
  const guide = corpus.guideOf(document)
  let text: string | undefined
  for (const selected of rulesAt(rules, document.path)) {
    const { rule, options } = selected
    if (!('check' in rule) || (document.facts.refused && !rule.seesRefused)) continue
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

function* suppressionFindings(
  { all, find }: Suppressions,
  working: ReadonlySet<Suppression>,
  { facts, path }: Document,
  input: RunInput,
): Iterable<Raw> {
  const { known = [] } = input
  if (all.length === 0 || facts.refused) return
  const rules = rulesAt(input.rules, path)
  const asked = new Set(rules.flatMap(({ rule }) => ('check' in rule ? [rule.id] : [])))
  const heard = all.map((each) => ({ ...each, works: working.has(each) }))
  for (const selected of rules) {
    const { rule, options } = selected
    if (!('checkSuppressions' in rule)) continue
    for (const finding of rule.checkSuppressions(heard, { ...viewOf(input), options, asked, known })) {
      // A comment that silences all rules would silence what is said of it.
      if (find(rule.id, finding.range.start)?.rule === undefined) yield { finding, selected }
    }
  }
}
