import { fingerprintsOf } from '../lint/fingerprint.ts'
import type { Severity } from '../lint/rule.ts'
import { inertJson, terminalSafe } from './escape.ts'
import type { Report, ReportContext } from './report.ts'
import { sentencesOf } from './sentences.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** A finding as GitLab's code quality reads it. */
interface GitlabIssue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: {
    readonly path: string
    readonly lines: { readonly begin: number; readonly end: number }
  }
}

/** GitLab's code quality report, a subset of Code Climate's: findings by fingerprints, so that known ones are told from new. */
export function gitlab({ messages }: Report, { sourceOf }: ReportContext): string {
  const fingerprints = fingerprintsOf(messages, sourceOf)
  const issues = messages.map((message, index): GitlabIssue => {
    const { path, ruleId, severity, place } = message
    return {
      description: sentencesOf(message).map(terminalSafe).join('. '),
      check_name: ruleId,
      fingerprint: fingerprints[index] ?? '',
      severity: severities[severity],
      location: { path, lines: { begin: place.start.line, end: place.end.line } },
    }
  })
  return inertJson(`${JSON.stringify(issues, undefined, 2)}\n`)
}
