import type { Message } from '../lint/message.ts'
import type { Place, Point } from '../text/source.ts'
import { inertJson } from './escape.ts'
import type { JsonMessage, JsonReport } from './json-schema.ts'
import type { Report } from './report.ts'

/** The report as JSON, by the published schema: a message a line, so that it can be searched and compared. */
export function json(report: Report): string {
  const { version, summary, messages } = jsonReportOf(report)
  const lines = messages.map((message) => JSON.stringify(message)).join(',\n')
  const body = lines === '' ? '' : `\n${lines}\n`
  return inertJson(`{"version":${version},"summary":${JSON.stringify(summary)},\n"messages":[${body}]}\n`)
}

/** The report as plain data, keys in the documented order, absent ones left out. */
function jsonReportOf({ version, summary, messages }: Report): JsonReport {
  const { guides, documents, errors, warnings, infos, fixable, durationMs } = summary
  return {
    version,
    summary: { guides, documents, errors, warnings, infos, fixable, durationMs },
    messages: messages.map(jsonMessageOf),
  }
}

function jsonMessageOf(message: Message): JsonMessage {
  const { path, guide, locale, ruleId, severity, reason, note, actual, expected, related, fix } = message
  return {
    path,
    guide,
    ...(locale !== undefined && { locale }),
    ruleId,
    severity,
    reason,
    ...(note !== undefined && { note }),
    ...(actual !== undefined && { actual }),
    ...(expected !== undefined && { expected }),
    place: jsonPlaceOf(message.place),
    ...(related && {
      related: related.map((each) => ({
        path: each.path,
        place: jsonPlaceOf(each.place),
        reason: each.reason,
      })),
    }),
    ...(fix && {
      fix: {
        title: fix.title,
        applicability: fix.applicability,
        edits: fix.edits.map(({ range: { start, end }, text }) => ({ start, end, text })),
      },
    }),
    url: message.url,
  }
}

function jsonPlaceOf({ start, end }: Place): Place {
  return { start: jsonPointOf(start), end: jsonPointOf(end) }
}

function jsonPointOf({ line, column, offset }: Point): Point {
  return { line, column, offset }
}
