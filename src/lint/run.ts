import type { Corpus } from '../corpus/corpus.ts'
import { openDocument, type Document } from '../corpus/document.ts'
import type { Guide } from '../corpus/guide.ts'
import { findFar, findNear, findOnGuide, type Means } from './found.ts'
import { compareMessages, type Message } from './message.ts'
import type { GuideView } from './rule.ts'
import { shownOf, heardIn, type Hearing } from './hear.ts'
import { fileOf, fileOn, stamp } from './stamp.ts'

/** What a run needs besides the corpus. */
export interface RunInput extends Omit<Means, 'config'> {
  readonly corpus: Corpus
  /** The ids of all rules: a comment that names no such rule is told. */
  readonly known?: readonly string[]
  /** The text of a document of the corpus; empty for any other file. */
  readonly textOf: (path: string) => string
  /** What was recorded of a document; nothing of any where it is left out. */
  readonly ledgerOf?: GuideView<never>['ledgerOf']
  /** The documents to look at; all where it is left out. */
  readonly paths?: ReadonlySet<string>
}

/** Lints a corpus in memory: document rules, then those that look further, stamped, silenced and sorted. */
export function lint(input: RunInput): Message[] {
  const { corpus, paths } = input
  const isWanted = ({ path }: Document): boolean => paths === undefined || paths.has(path)
  const onGuides = new Map<string, readonly Message[]>()
  for (const guide of corpus.guides.values()) {
    if (![...guide.documents.values()].some(isWanted)) continue
    for (const [path, messages] of messagesOnGuide(guide, input)) onGuides.set(path, messages)
  }
  const ofDocuments = [...corpus.documents.values()]
    .filter(isWanted)
    .flatMap((document) => lintDocument(document, input, onGuides.get(document.path)))
  const ofOtherFiles = [...onGuides].flatMap(([path, messages]) =>
    corpus.documents.has(path) ? [] : shownOf(messages, input),
  )
  return [...ofDocuments, ...ofOtherFiles].sort(compareMessages)
}

/** The messages of one document, in no order; `onGuide` are those that its guide has for it. */
export function lintDocument(
  document: Document,
  input: RunInput,
  onGuide: readonly Message[] = [],
): Message[] {
  const { corpus } = input
  const hearing = hearingOf(input)
  const text = hearing.textOf(document.path)
  const found = [
    ...findNear(
      openDocument(document, text),
      { guide: corpus.guideOf(document), ...nearView(input) },
      hearing,
    ),
    ...findFar(document, corpus, hearing),
  ]
  return heardIn(document, [...stamp(found, fileOf(document), hearing.textOf), ...onGuide], hearing)
}

function messagesOnGuide(guide: Guide, input: RunInput): ReadonlyMap<string, readonly Message[]> {
  const { corpus } = input
  const hearing = hearingOf(input)
  const byPath = new Map<string, readonly Message[]>()
  for (const view of [nearView(input), { corpus }]) {
    for (const [path, found] of findOnGuide(guide, view, hearing)) {
      const file = fileOn(guide, path, corpus.documents.get(path))
      byPath.set(path, [...(byPath.get(path) ?? []), ...stamp(found, file, hearing.textOf)])
    }
  }
  return byPath
}

function nearView(input: RunInput): Pick<GuideView<never>, 'textOf' | 'ledgerOf'> {
  const { textOf } = hearingOf(input)
  return { textOf: ({ path }) => textOf(path), ledgerOf: input.ledgerOf ?? (() => []) }
}

function hearingOf(input: RunInput): Hearing {
  const { corpus, canon, textOf } = input
  return {
    ...input,
    config: corpus.config,
    textOf: (path) => (path === canon?.path ? canon.text : textOf(path)),
  }
}
