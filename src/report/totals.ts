import type { Message } from '../lint/message.ts'
import type { Severity } from '../lint/rule.ts'
import { terminalSafe } from './escape.ts'
import type { Paint, Palette } from './palette.ts'
import type { Fixed, Report, ReportContext, Summary } from './report.ts'
import { countOf } from './sentences.ts'
import { spansOf, wrap } from './wrap.ts'

/** What stands below the findings: notes, what was fixed, how much there is, and what a fix would do. */
export function totalsOf(report: Report, context: ReportContext, palette: Palette, width: number): string[] {
  const { notes = [], fixed } = context
  const sentence = (text: string, mark: string, paint: Paint): string =>
    wrap(spansOf(text, palette.plain, palette.value), width - 2)
      .map((line, index) => (index === 0 ? `${paint(mark)} ${line}` : `  ${line}`))
      .join('\n')
  const parts = [
    notes.map((note) => sentence(terminalSafe(note), '·', palette.faint)).join('\n'),
    fixed ? fixedLines(fixed, sentence, palette) : '',
    [
      verdict(report, context, sentence, palette),
      ...fixLines(report, fixed).map((line) => sentence(line, ' ', palette.plain)),
      ...ruleLines(report.messages).map((line) => sentence(line, ' ', palette.plain)),
    ].join('\n'),
  ]
  return parts.filter((part) => part !== '')
}

type Sentence = (text: string, mark: string, paint: Paint) => string

function verdict(
  { summary, messages }: Report,
  context: ReportContext,
  sentence: Sentence,
  palette: Palette,
): string {
  const looked = lookedAt(summary, context.locales)
  const found = marks.filter(([severity]) => summary[severityCounts[severity]] > 0)
  const [worst] = found
  if (!worst) {
    return summary.documents === 0
      ? sentence('No documents to look at', '·', palette.faint)
      : sentence(`No findings in ${looked}`, '✔', palette.good)
  }
  const counts = found.map(([severity]) => countOf(summary[severityCounts[severity]], severity))
  const hidden = summary.errors + summary.warnings + summary.infos - messages.length
  const quiet = hidden > 0 ? ` (${hidden} not shown)` : ''
  return sentence(`${counts.join(', ')}${quiet} in ${looked}`, worst[1], palette.severity[worst[0]])
}

const severityCounts = { error: 'errors', warning: 'warnings', info: 'infos' } as const
const marks: readonly (readonly [Severity, string])[] = [
  ['error', '✖'],
  ['warning', '▲'],
  ['info', '•'],
]

/** `3 guides, 9 documents, 3 locales (en-gb, fr-fr, pl-pl), in 0.4 s`. */
function lookedAt({ guides, documents, durationMs }: Summary, locales: readonly string[]): string {
  const names = locales.length > 0 && locales.length <= 8 ? ` (${terminalSafe(locales.join(', '))})` : ''
  const time =
    durationMs < 1000 ? `${Math.round(durationMs)}\u00a0ms` : `${(durationMs / 1000).toFixed(1)}\u00a0s`
  return `${countOf(guides, 'guide')}, ${countOf(documents, 'document')}, ${countOf(locales.length, 'locale')}${names}, ${time}`
}

function fixLines({ summary, messages }: Report, fixed: Fixed | undefined): string[] {
  const safe = fixed ? 0 : summary.fixable
  const unsafe = fixed?.unsafe ? 0 : messages.filter(({ fix }) => fix?.applicability === 'unsafe').length
  if (safe === 0) {
    return unsafe === 0
      ? []
      : [`\`hexapla lint --fix --unsafe\` repairs ${shareOf(unsafe, messages.length)}; look at what it did`]
  }
  const more = unsafe === 0 ? '' : `, with \`--unsafe\` ${unsafe} more; look at what that did`
  return [`\`hexapla lint --fix\` repairs ${shareOf(safe, messages.length)}${more}`]
}

/** `it`, `all of them`, `22 of them`. */
function shareOf(count: number, all: number): string {
  if (count === all) return all === 1 ? 'it' : 'all of them'
  return `${count} of them`
}

/** Which rules have most to say, where there is too much to count by eye. */
function ruleLines(messages: readonly Message[]): string[] {
  const counts = new Map<string, number>()
  for (const { ruleId } of messages) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  if (messages.length <= 12 || counts.size < 2) return []
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return [`By rule: ${sorted.map(([rule, count]) => `${rule} ${count}`).join(', ')}`]
}

function fixedLines({ count, files, dropped }: Fixed, sentence: Sentence, palette: Palette): string {
  const made =
    count === 0 ? 'Nothing was fixed' : `Fixed ${countOf(count, 'finding')} in ${countOf(files, 'file')}`
  const left = dropped.map(({ message: { path, place, ruleId }, why }) =>
    sentence(
      terminalSafe(`Not fixed: ${path}:${place.start.line}:${place.start.column} ${ruleId}, since ${why}`),
      '·',
      palette.careful,
    ),
  )
  return [sentence(made, '✔', palette.good), ...left].join('\n')
}
