import type { FactsReader } from '../../io/facts-reader.ts'
import { readDocument, type CorpusOnDisk } from '../../io/read.ts'
import { fix, type FixOutcome } from '../../lint/fix.ts'
import type { RunInput } from '../../lint/run.ts'
import { countOf } from '../../report/sentences.ts'
import type { LintOptions } from './options.ts'
import type { Outcome } from '../outcome.ts'

/** Makes the fixes that were asked for, in memory. */
export async function fixAll(
  input: RunInput,
  reader: FactsReader,
  { unsafe }: Pick<LintOptions, 'unsafe'>,
): Promise<FixOutcome> {
  const read = (path: string, text: string): ReturnType<typeof readDocument> =>
    readDocument(path, text, input.corpus, reader)
  return fix({ ...input, unsafe: unsafe ?? false, read })
}

interface DiffView {
  /** From the working folder to the root. */
  readonly base: string
  /** Whether a person reads it at a terminal; else it is a patch for other programs. */
  readonly isTerminal: boolean
  readonly color: boolean
}

/** The fixes as a patch that git takes; on a terminal, as a person reads it. */
export async function diffOutcome(
  { texts, dropped, count }: FixOutcome,
  { textOf }: CorpusOnDisk,
  { base, isTerminal, color }: DiffView,
): Promise<Outcome> {
  const { unifiedDiff } = await import('../../text/diff.ts')
  const { showDiff } = await import('../../report/show-diff.ts')
  // git refuses paths that climb.
  const shown = (path: string): string => (base === '' || base.startsWith('..') ? path : `${base}/${path}`)
  const paths = [...texts.keys()].sort()
  const diff = paths.map((path) => unifiedDiff(shown(path), textOf(path), texts.get(path) ?? '')).join('')
  const left = dropped.map(
    ({ message, why }) => `${shown(message.path)}: the fix of ${message.ruleId} was left out: ${why}\n`,
  )
  const made =
    count === 0
      ? 'Nothing to repair\n'
      : `${countOf(count, 'repair')} in ${countOf(paths.length, 'file')}; \`--fix\` makes ${count === 1 ? 'it' : 'them'}\n`
  return {
    stdout: isTerminal ? `${showDiff(diff, color)}\n${made}` : diff,
    stderr: left.join(''),
    exitCode: paths.length > 0 ? 1 : 0,
  }
}
