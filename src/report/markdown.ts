import type { Message } from '../lint/message.ts'
import type { Severity } from '../lint/rule.ts'
import { terminalSafe } from './escape.ts'
import { byFile } from './repeats.ts'
import type { Report, ReportContext } from './report.ts'
import { countOf, countsOf } from './sentences.ts'
import { staleRows } from './stale-table.ts'

const marks: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', info: 'ℹ️' }

/** A comment of GitHub holds 65,536 characters. */
const mostCharacters = 60_000

/** A summary in Markdown, for a comment on a pull request or a job's page. */
export function markdown({ summary, messages }: Report, { notes = [] }: ReportContext): string {
  const title = `### Hexapla: ${countsOf(summary)} in ${countOf(summary.documents, 'document')}`
  const close = [
    ...(summary.fixable > 0
      ? [`\`hexapla lint --fix\` repairs ${countOf(summary.fixable, 'finding')} of these.`]
      : []),
    ...notes.map((note) => `Note: ${sentence(note)}.`),
  ]
  const blocks = [...byFile(messages)].flatMap(([path, own]) => [
    { text: `\n#### ${code(path)}\n`, count: 0 },
    ...own.map((message) => ({ text: item(message), count: 1 })),
  ])
  const shown: string[] = []
  let length = 0
  let left = messages.length
  for (const { text, count } of blocks) {
    length += text.length + 1
    if (length > mostCharacters) break
    shown.push(text)
    left -= count
  }
  const more = left > 0 ? [`\n… and ${countOf(left, 'finding')} more.`] : []
  return `${[title, ...staleTable(messages), ...shown, ...more, ...close.flatMap((line) => ['', line])].join('\n')}\n`
}

/** How much each locale is behind by what was found: with `--changed`, by what the change brings. */
function staleTable(messages: readonly Message[]): string[] {
  const rows = staleRows(messages)
  if (rows.length === 0) return []
  return [
    '\n#### To be translated\n',
    '| Locale | Words of the source | Of these missing | Passages | Guides |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ locale, words, missing, passages, guides }) =>
        `| ${code(locale).replaceAll('|', '\\|')} | ${words} | ${missing} | ${passages} | ${guides} |`,
    ),
  ]
}

function item({ severity, place: { start }, reason, note, fix, ruleId, url }: Message): string {
  const address = url.replace(/[<>\\\s\p{C}]/gu, encodeURIComponent)
  return [
    `- ${marks[severity]} **${start.line}:${start.column}** ${sentence(reason)} ([${code(ruleId)}](<${address}>))`,
    ...(note === undefined ? [] : [`Note: ${sentence(note)}`]),
    ...(fix ? [`Fix: ${sentence(fix.title)} (${fix.applicability})`] : []),
  ].join('\\\n  ')
}

/** A sentence with its values as code, and without any other markup, link, mention or formula in it. */
function sentence(words: string): string {
  return terminalSafe(words)
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : plain(part)))
    .join('')
}

function plain(words: string): string {
  return words.replace(/[\\`*_[\]<>&~|!$^]/g, '\\$&').replace(/[@#]|:(?=\/\/)|www(?=\.)/gi, '$&<!-- -->')
}

/** A code span with any content, which no sign in it can end. */
function code(content: string): string {
  const safe = terminalSafe(content)
  const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(safe) ? ' ' : ''
  return safe === '' ? '(empty)' : `${fence}${pad}${safe}${pad}${fence}`
}
