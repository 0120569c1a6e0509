import type { Document } from '../../corpus/document.ts'
import { answersChange } from '../../l10n/answer.ts'
import type { Ledger, LedgerLine } from '../../l10n/ledger.ts'
import type { Part } from '../../l10n/part.ts'
import { statesOf } from '../../l10n/state.ts'
import { beadsBetween, type Sheet } from '../../sync/sheet.ts'
import type { Sources } from './sources.ts'

/** A target and its source, with what is recorded of them. */
interface Answering {
  readonly source: { readonly document: Document }
  readonly target: { readonly document: Document }
  readonly head: Sheet
  readonly sheet: Sheet
  readonly ledger: Pick<Ledger, 'lines'>
}

/** Lines whose target was edited in answer to what its source changed. */
export async function answeredLines(
  { source: { document }, target, head, sheet, ledger }: Answering,
  sources: Sources,
): Promise<ReadonlySet<LedgerLine>> {
  const answered = new Set<LedgerLine>()
  const states = statesOf(head.parts, sheet.parts, ledger.lines, beadsBetween(head, sheet))
  const asked = states.filter(({ state, isEdited }) => state === 'fuzzy' && isEdited)
  if (asked.length === 0) return answered
  const revisions = (await sources.revisionsOf(target.document.path)).slice(0, mostRevisions)
  await sources.load(revisions.map(({ blob }) => blob))
  for (const { source, target: own, lines } of asked) {
    const after = source.map((index) => wordsOf(head, head.parts[index])).join('\n')
    for (const [at, line] of lines.entries()) {
      const part = sheet.parts[own[at] ?? -1]
      if (!line || !part) continue
      const before = wordsAt(await sources.sheetAt(line.blob, document.path), line.source)
      const former = await formerWords(line.target, revisions, target.document.path, sources)
      if (before === undefined || former === undefined) continue
      if (answersChange({ before, after }, { before: former, after: wordsOf(sheet, part) }))
        answered.add(line)
    }
  }
  return answered
}

/** A target's words are looked for in so many of its states. */
const mostRevisions = 20

async function formerWords(
  hash: string,
  revisions: readonly { readonly blob: string }[],
  path: string,
  sources: Sources,
): Promise<string | undefined> {
  for (const { blob } of revisions) {
    const sheet = await sources.sheetAt(blob, path)
    const part = sheet?.parts.find((each) => each.hash === hash)
    if (sheet && part) return wordsOf(sheet, part)
  }
  return undefined
}

function wordsOf({ text }: Sheet, part: Part | undefined): string {
  return part ? text.slice(part.range.start, part.range.end) : ''
}

/** The words that parts had, by their hashes; undefined where they cannot be found any more. */
export function wordsAt(sheet: Sheet | undefined, hashes: string): string | undefined {
  if (!sheet) return undefined
  const words = hashes.split('+').map((hash) => {
    const part = sheet.parts.find((each) => each.hash === hash)
    return part && sheet.text.slice(part.range.start, part.range.end)
  })
  return words.some((each) => each === undefined) ? undefined : words.join('\n')
}
