import type { Corpus } from '../corpus/corpus.ts'
import type { OpenDocument } from '../corpus/document.ts'
import type { FactKind } from '../markdown/facts.ts'
import { applyEdits, type Edit } from '../text/edit.ts'
import type { Message } from './message.ts'
import { lintDocument, type RunInput } from './run.ts'
import { newMessage, unexpectedChange } from './verify.ts'

/** Edits of one document that are to be tried. */
export interface Attempt {
  readonly path: string
  readonly edits: readonly Edit[]
  /** The facts that they may alter. */
  readonly changes: ReadonlySet<FactKind>
  /** What the document has to say before. */
  readonly messages: readonly Message[]
}

/** What came of a trial. */
export interface Trial {
  readonly text: string
  /** The corpus as it would be. */
  readonly corpus: Corpus
  /** Why the edits should not be made; undefined where they hold. */
  readonly fault?: string
}

/** Tries edits on a text: what they leave is read again, and must say what they are to make it say and nothing else. */
export async function tryEdits(
  { path, edits, changes, messages }: Attempt,
  run: RunInput,
  read: (path: string, text: string) => Promise<OpenDocument>,
): Promise<Trial | undefined> {
  const before = run.corpus.documents.get(path)
  if (before === undefined) return undefined
  const text = applyEdits(run.textOf(path), edits)
  const after = await read(path, text)
  const corpus = run.corpus.with([after])
  const moved = unexpectedChange(before.facts, after.facts, edits, changes)
  if (moved !== undefined) return { text, corpus, fault: `it would also change ${moved}` }
  const later = { ...run, corpus, textOf: (other: string) => (other === path ? text : run.textOf(other)) }
  const document = corpus.documents.get(path)
  const found = newMessage(messages, document ? lintDocument(document, later) : [])
  return found ? { text, corpus, fault: `it would bring ${found.ruleId}: ${found.reason}` } : { text, corpus }
}
