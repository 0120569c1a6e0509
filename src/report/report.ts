import type { Locale } from '../corpus/locale.ts'
import type { DroppedFix } from '../lint/fix.ts'
import type { Message } from '../lint/message.ts'
import type { Severity } from '../lint/rule.ts'

/** What a run looked at and what came of it, in numbers. */
export interface Summary {
  readonly guides: number
  readonly documents: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** The findings that `--fix` would repair: those with a safe fix. */
  readonly fixable: number
  readonly durationMs: number
}

/** The result of a run. */
export interface Report {
  readonly version: 1
  readonly summary: Summary
  /** By path, offset and rule. */
  readonly messages: readonly Message[]
}

/** What `--fix` did before the report. */
export interface Fixed {
  readonly count: number
  readonly files: number
  /** Whether unsafe fixes were asked for, too. */
  readonly unsafe: boolean
  readonly dropped: readonly DroppedFix[]
}

/** What a reporter may need besides the report. */
export interface ReportContext {
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** The text of a document; undefined where there is none, as for a picture. */
  readonly sourceOf: (path: string) => string | undefined
  /** The locales of the documents, sorted. */
  readonly locales: readonly Locale[]
  /** What else the reader should know, a sentence each. */
  readonly notes?: readonly string[]
  readonly fixed?: Fixed
  /** Of this program. */
  readonly version?: string
}

/** Makes a report into the text that is written out; ends in a line feed. */
export type Reporter = (report: Report, context: ReportContext) => string

/** The numbers of a run. */
export function summaryOf(
  run: Pick<Summary, 'guides' | 'documents' | 'durationMs'>,
  messages: readonly Message[],
): Summary {
  const count = (severity: Severity): number =>
    messages.filter((message) => message.severity === severity).length
  return {
    guides: run.guides,
    documents: run.documents,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: messages.filter(({ fix }) => fix?.applicability === 'safe').length,
    durationMs: run.durationMs,
  }
}
