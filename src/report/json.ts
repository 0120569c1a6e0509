import type { Message } from '../lint/message.ts'
import type { Place, Point } from '../text/source.ts'
import type { JsonMessage, JsonReport } from './json-schema.ts'
import type { Report } from './report.ts'

/** The report as JSON, by the published schema: a message a line, so that it can be searched and compared. */
export function json(report: Report): string {
  const { version, summary, messages } = jsonReportOf(report)
  const lines = messages.map((message) => JSON.stringify(message)).join(',\n')
  const body = lines === '' ? '' : `\n${lines}\n`
  return inert(`{"version":${version},"summary":${JSON.stringify(summary)},\n"messages":[${body}]}\n`)
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

/** The same JSON without characters that a terminal would obey; JSON's own escapes stand for them. */
function inert(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
