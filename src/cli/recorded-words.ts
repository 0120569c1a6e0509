import type { OpenDocument } from '../corpus/document.ts'
import type { Former } from '../exchange/former.ts'
import { keptIds } from '../io/kept-texts.ts'
import type { LedgerLine } from '../l10n/ledger.ts'
import { partWordsOf } from '../l10n/part-words.ts'
import { phrasesOf, type Phrase } from '../l10n/phrase.ts'
import type { Sheet } from '../sync/sheet.ts'
import { rememberingOf } from '../text/remembering.ts'
import type { Sources } from './sync/sources.ts'

/** So many states of a source are looked at. */
const mostStates = 50

/** What a source said when something was recorded of it; undefined where nobody has it any more. */
export async function wordsRecorded(
  { source, blob }: LedgerLine,
  path: string,
  sources: Sources,
): Promise<Phrase | undefined> {
  const sheet = await sources.sheetAt(blob, path)
  return sheet && wordsIn(sheet).get(source)?.phrase
}

const wordsIn = rememberingOf(({ facts, text }: Sheet) => partWordsOf(facts, text))

/** Finds words in the states that a source was in, the newest first: in commits, and in what kits were made from before it was committed. */
export function formerFinder(
  root: string,
  { path }: Pick<OpenDocument, 'path'>,
  sources: Sources,
): (words: string) => Promise<Former | undefined> {
  let states: Promise<readonly string[]> | undefined
  return async (words) => {
    states ??= statesOf(root, path, sources)
    const [longest = ''] = words.split(/<\/?\d+>|\{\d+\}|\n/).sort((a, b) => b.length - a.length)
    for (const blob of await states) {
      // Reading a text into segments costs more than looking for some of its words.
      if (!sources.textOf(blob)?.includes(longest)) continue
      const sheet = await sources.sheetAt(blob, path)
      const phrase = sheet && phrasesOf(sheet.facts, sheet.text).find(({ text }) => text === words)
      if (phrase) return { phrase, blob }
    }
    return undefined
  }
}

async function statesOf(root: string, path: string, sources: Sources): Promise<readonly string[]> {
  const committed = (await sources.revisionsOf(path)).slice(0, mostStates).map(({ blob }) => blob)
  const ids = [...keptIds(root), ...committed]
  await sources.load(ids)
  return ids
}
