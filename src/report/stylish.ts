import type { Message } from '../lint/message.ts'
import { lineStartsOf } from '../text/source.ts'
import { terminalSafe } from './escape.ts'
import { frameOf } from './frame.ts'
import { paletteOf, type Palette } from './palette.ts'
import { blocksOf, byFile, listLines, type Block, type Repeat } from './repeats.ts'
import type { Report, ReportContext } from './report.ts'
import { totalsOf } from './totals.ts'
import { widthOf } from './width.ts'
import { spansOf, wrap, type Span } from './wrap.ts'

/** What a writer reads in a terminal: the findings beside their lines, file by file, and the totals. */
export function stylish(report: Report, context: ReportContext): string {
  const palette = paletteOf(context.color)
  // Longer lines than a page's are hard to follow, however wide the window is.
  const width = Math.min(Math.max(context.width, 40), 140)
  const sections = [...byFile(report.messages)].map(([path, messages]) =>
    fileSection(path, messages, { palette, width, source: sourceWith(context.sourceOf(path)) }),
  )
  return `${[...sections, ...totalsOf(report, context, palette, width)].join('\n\n')}\n`
}

interface Source {
  readonly text: string
  readonly lineStarts: readonly number[]
}

function sourceWith(text: string | undefined): Source | undefined {
  return text === undefined ? undefined : { text, lineStarts: lineStartsOf(text) }
}

/** What the parts of one file's section share. */
interface Sheet {
  readonly palette: Palette
  readonly width: number
  readonly source: Source | undefined
}

function fileSection(path: string, messages: readonly Message[], sheet: Sheet): string {
  const { faint, strong } = sheet.palette
  const about = [messages[0]?.guide, messages[0]?.locale].filter((word) => word !== undefined)
  const header = `${strong(terminalSafe(path))}  ${faint(terminalSafe(about.join(' · ')))}`
  const positions = Math.max(...messages.map((message) => positionOf(message).length))
  return [header, ...blocksOf(messages).map((block) => drawBlock(block, positions, sheet))].join('\n\n')
}

function drawBlock(block: Block, positions: number, sheet: Sheet): string {
  const lines =
    block.kind === 'full'
      ? [
          ...headline(block.repeat.first, '', positions, sheet),
          ...indented(bodyOf(block.repeat, positions, sheet), positions),
        ]
      : briefLines(block.repeats, positions, sheet)
  return lines.join('\n')
}

function positionOf({ place }: Message): string {
  return `${place.start.line}:${place.start.column}`
}

/** `  14:1  warning  Unexpected …, expected …  block-spacing`, over several lines where it is long. */
function headline(message: Message, also: string, positions: number, { palette, width }: Sheet): string[] {
  const { severity, reason, ruleId } = message
  const indent = 2 + positions + 2 + longestSeverity + 2
  const words = terminalSafe(reason) + also
  const lines = wrap(spansOf(words, palette.plain, palette.value), width - indent)
  const used = widthOf(wrap(spansOf(words, palette.plain, palette.plain), width - indent).at(-1) ?? '')
  const rule = palette.faint(terminalSafe(ruleId))
  if (used + 2 + ruleId.length <= width - indent) lines.push(`${lines.pop() ?? ''}  ${rule}`)
  else lines.push(rule)
  const position = palette.faint(positionOf(message).padStart(positions))
  const word = palette.severity[severity](severity) + ' '.repeat(longestSeverity - severity.length)
  return lines.map((line, index) => (index === 0 ? `  ${position}  ${word}  ` : ' '.repeat(indent)) + line)
}

const longestSeverity = 'warning'.length

/** What stands below a headline: the source line, the note, the other places, the fix, the repeats. */
function bodyOf({ first, others }: Repeat, positions: number, sheet: Sheet): string[] {
  const { palette } = sheet
  const columns = sheet.width - (2 + positions + 2)
  const told = (label: string, paint: Palette['label'], sentence: string): string[] =>
    hanging(paint(label), label.length, spansOf(sentence, palette.plain, palette.value), columns)
  const { note, related = [], fix } = first
  return [
    ...sourceLines(first, sheet, columns),
    ...(note === undefined ? [] : told('note:', palette.label, terminalSafe(note))),
    ...related.flatMap(({ path, place, reason }) =>
      told(
        'see:',
        palette.label,
        terminalSafe(`${path}:${place.start.line}:${place.start.column} ${reason}`),
      ),
    ),
    ...(fix ? told('fix:', palette.label, terminalSafe(fix.title) + ` (${fix.applicability})`) : []),
    ...(others.length > 0 ? told('also:', palette.label, `${others.length} more on ${linesOf(others)}`) : []),
  ]
}

function sourceLines({ range, severity }: Message, { palette, source }: Sheet, columns: number): string[] {
  if (source === undefined || range.start > source.text.length) return []
  const { source: line, mark } = frameOf(source.text, source.lineStarts, range, columns - 2)
  const bar = palette.faint('│')
  return [`${bar} ${line}`, `${bar} ${palette.severity[severity](mark)}`]
}

/** The rest of what one rule says, without the source lines; of very much, the beginning. */
function briefLines(repeats: readonly Repeat[], positions: number, sheet: Sheet): string[] {
  const told = repeats.length > mostBrief + 1 ? repeats.slice(0, mostBrief) : repeats
  const rest = repeats.slice(told.length)
  const lines = told.flatMap(({ first, others }) => {
    const also = others.length > 0 ? ` (also on ${linesOf(others)})` : ''
    return headline(first, also, positions, sheet)
  })
  const [next] = rest
  if (next) {
    const count = rest.reduce((sum, { others }) => sum + 1 + others.length, 0)
    const words = `… and ${count} more of ${terminalSafe(next.first.ruleId)} from line ${next.first.place.start.line} on`
    lines.push(...indented([sheet.palette.faint(words)], positions))
  }
  return lines
}

const mostBrief = 10

/** `line 31`, `lines 31, 44, 50–53`. */
function linesOf(messages: readonly Message[]): string {
  const lines = new Set(messages.map(({ place }) => place.start.line))
  return `${lines.size === 1 ? 'line' : 'lines'} ${listLines([...lines])}`
}

function hanging(label: string, labelWidth: number, spans: readonly Span[], columns: number): string[] {
  const [start = '', ...rest] = wrap(spans, columns - labelWidth - 1)
  return [`${label} ${start}`, ...rest.map((line) => ' '.repeat(labelWidth + 1) + line)]
}

function indented(lines: readonly string[], positions: number): string[] {
  return lines.map((line) => ' '.repeat(2 + positions + 2) + line)
}
