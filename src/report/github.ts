import type { Message } from '../lint/message.ts'
import type { Severity } from '../lint/rule.ts'
import { terminalSafe } from './escape.ts'
import type { Report, ReportContext } from './report.ts'
import { countsOf, positionOf, sentencesOf } from './sentences.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Workflow commands of GitHub Actions: each finding becomes a note beside its line in the pull request. */
export function github({ messages, summary }: Report, { notes = [] }: ReportContext): string {
  const lines = [
    ...messages.map(annotation),
    ...notes.map((note) => command('notice', { title: 'hexapla' }, [note])),
    `hexapla: ${countsOf(summary)}`,
  ]
  return `${lines.join('\n')}\n`
}

/** The log shows the words alone, so they begin with the place. */
function annotation(message: Message): string {
  const { path, place, ruleId, severity } = message
  const { start, end } = place
  const lines = { file: path, line: start.line, endLine: end.line }
  // Columns of a place over several lines are taken for columns of its first.
  const columns =
    start.line === end.line ? { col: start.column, endColumn: Math.max(end.column, start.column) } : {}
  const [reason = '', ...rest] = sentencesOf(message)
  return command(levels[severity], { ...lines, ...columns, title: ruleId }, [
    `${positionOf(message)} ${reason}`,
    ...rest,
  ])
}

/** `::error file=a.md,line=1::words`, in which nothing but this program's own signs is a sign. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const settings = Object.entries(properties).map(
    ([key, value]) => `${key}=${dataOf(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  )
  return `::${name} ${settings.join(',')}::${lines.map(dataOf).join('%0A')}`
}

function dataOf(text: string): string {
  return terminalSafe(text).replaceAll('%', '%25')
}
