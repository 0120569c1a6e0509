import picocolors from 'picocolors'
import { terminalSafe } from './escape.ts'
import type { Report, ReportContext } from './report.ts'

/** What a writer reads in a terminal. */
export function stylish({ summary, messages }: Report, context: ReportContext): string {
  const paint = picocolors.createColors(context.color)
  const lines: string[] = []
  let file = ''
  for (const { path, place, severity, reason, ruleId } of messages) {
    if (path !== file) lines.push('', paint.underline(terminalSafe(path)))
    file = path
    lines.push(
      `  ${place.start.line}:${place.start.column}  ${severity}  ${terminalSafe(reason)}  ${paint.dim(ruleId)}`,
    )
  }
  const { guides, documents, errors, warnings, infos } = summary
  lines.push(
    '',
    `${guides} guides, ${documents} documents: ${errors} errors, ${warnings} warnings, ${infos} infos`,
  )
  return `${lines.join('\n')}\n`
}
