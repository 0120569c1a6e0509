import { appendText } from '../../io/output-file.ts'
import { markdown } from '../../report/markdown.ts'
import type { Report, ReportContext } from '../../report/report.ts'
import { countsOf } from '../../report/sentences.ts'
import type { LintOptions } from './options.ts'
import { orUsageError, writeResult } from '../result-file.ts'

/** Puts a printed report where it was asked for; what is left is for stdout and stderr. */
export async function deliver(
  printed: string,
  { summary }: Report,
  { outputFile, cwd }: Pick<LintOptions, 'outputFile' | 'cwd'>,
): Promise<{ stdout: string; stderr: string }> {
  if (outputFile === undefined) return { stdout: printed, stderr: '' }
  await writeResult(outputFile, cwd, printed)
  return { stdout: '', stderr: `${countsOf(summary)}: see \`${outputFile}\`\n` }
}

/** Adds the summary to the page of a GitHub Actions job, where there is one. */
export async function addJobSummary(
  report: Report,
  context: ReportContext,
  file: string | undefined,
): Promise<void> {
  if (file === undefined || file === '') return
  await orUsageError(file, appendText(file, markdown(report, context)))
}
