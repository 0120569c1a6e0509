import type { FactsReader } from '../io/facts-reader.ts'
import { readDocument, type CorpusOnDisk } from '../io/read.ts'
import { fix, type FixOutcome } from '../lint/fix.ts'
import type { RunInput } from '../lint/run.ts'
import type { Fixed } from '../report/report.ts'
import type { LintOptions } from './lint-options.ts'
import type { Outcome } from './outcome.ts'

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

/** The fixes as a patch that git takes. */
export async function diffOutcome(
  { texts, dropped }: FixOutcome,
  { textOf }: CorpusOnDisk,
): Promise<Outcome> {
  const { unifiedDiff } = await import('../text/diff.ts')
  const paths = [...texts.keys()].sort()
  const stdout = paths.map((path) => unifiedDiff(path, textOf(path), texts.get(path) ?? '')).join('')
  const stderr = dropped.map(
    ({ message, why }) => `${message.path}: the fix of ${message.ruleId} was left out: ${why}\n`,
  )
  return { stdout, stderr: stderr.join(''), exitCode: paths.length > 0 ? 1 : 0 }
}

/** What the report says of the fixes. */
export function fixedOf({ count, dropped }: FixOutcome, files: number, { unsafe }: LintOptions): Fixed {
  return { count, files, unsafe: unsafe ?? false, dropped }
}
