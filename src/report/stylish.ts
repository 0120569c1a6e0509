import type { Message } from '../lint/message.ts'
import { terminalSafe, withoutCommands } from './escape.ts'
import { frameOf } from './frame.ts'
import { paletteOf, type Paint, type Palette } from './palette.ts'
import { blocksOf, byFile, listLines, type Block, type Repeat } from './repeats.ts'
import type { Report, ReportContext } from './report.ts'
import { totalsOf } from './totals.ts'
import { layOut, spansOf, wrap } from './wrap.ts'

/** Narrower than this nothing fits; longer lines than this are hard to follow, however wide the window is. */
const columns = { least: 40, most: 140 }

/** What a writer reads in a terminal: the findings beside their lines, file by file, and the totals. */
export function stylish(report: Report, context: ReportContext): string {
  const palette = paletteOf(context.color)
  const width = Math.min(Math.max(context.width, columns.least), columns.most)
  const sections = [...byFile(report.messages)].map(([path, messages]) => {
    const source = context.sourceOf(path)
    const positions = Math.max(...messages.map((message) => positionOf(message).length))
    return fileSection(path, messages, { palette, width, positions, source })
  })
  return withoutCommands(`${[...sections, ...totalsOf(report, context, palette, width)].join('\n\n')}\n`)
}

/** What the parts of one file's section share. */
interface Sheet {
  readonly palette: Palette
  readonly width: number
  /** Columns of the widest `line:column`. */
  readonly positions: number
  readonly source: string | undefined
}

const longestSeverity = 'warning'.length

/** The columns before a severity and the lines below it. */
const indentOf = ({ positions }: Sheet): number => 2 + positions + 2

function fileSection(path: string, messages: readonly Message[], sheet: Sheet): string {
  const { faint, strong } = sheet.palette
  const about = [messages[0]?.guide, messages[0]?.locale].filter((word) => word !== undefined)
  const header = `${strong(terminalSafe(path))}  ${faint(terminalSafe(about.join(' · ')))}`
  const blocks = blocksOf(messages).map((block) => blockLines(block, sheet).join('\n'))
  return [header, ...blocks].join('\n\n')
}

function blockLines(block: Block, sheet: Sheet): string[] {
  if (block.kind === 'brief') return briefLines(block.repeats, sheet)
  return [...headline(block.repeat.first, '', sheet), ...indented(bodyOf(block.repeat, sheet), sheet)]
}

function positionOf({ place: { start } }: Message): string {
  return `${start.line}:${start.column}`
}

/** `  14:1  warning  Unexpected …, expected …  block-spacing`, over several lines where it is long. */
function headline(message: Message, also: string, sheet: Sheet): string[] {
  const { palette, width, positions } = sheet
  const { severity, reason, ruleId } = message
  const indent = indentOf(sheet) + longestSeverity + 2
  const laid = layOut(spansOf(terminalSafe(reason) + also, palette.plain, palette.value), width - indent)
  const lines = laid.map(({ text }) => text)
  const used = laid.at(-1)?.width ?? 0
  const rule = palette.faint(terminalSafe(ruleId))
  if (used + 2 + ruleId.length <= width - indent) lines.push(`${lines.pop() ?? ''}  ${rule}`)
  else lines.push(rule)
  const position = palette.faint(positionOf(message).padStart(positions))
  const word = palette.severity[severity](severity) + ' '.repeat(longestSeverity - severity.length)
  return lines.map((line, index) => (index === 0 ? `  ${position}  ${word}  ` : ' '.repeat(indent)) + line)
}

/** What stands below a headline: the source line, the note, the other places, the fix, the repeats. */
function bodyOf({ first, others }: Repeat, sheet: Sheet): string[] {
  const { plain, faint, strong, value, good, careful } = sheet.palette
  const told = (label: string, paint: Paint, sentence: string, words: Paint = plain): string[] => {
    const room = sheet.width - indentOf(sheet) - label.length - 1
    const lines = wrap(spansOf(sentence, words, value), room)
    return lines.map((line, index) => `${index === 0 ? paint(label) : ' '.repeat(label.length)} ${line}`)
  }
  const { note, related = [], fix } = first
  const fixPaint = fix?.applicability === 'safe' ? good : careful
  return [
    ...sourceLines(first, sheet),
    ...(note === undefined ? [] : told('note:', strong, terminalSafe(note))),
    ...related.flatMap(({ path, place: { start }, reason }) =>
      told('see:', strong, terminalSafe(`${path}:${start.line}:${start.column} ${reason}`)),
    ),
    ...(fix ? told('fix:', fixPaint, `${terminalSafe(fix.title)} (${fix.applicability})`) : []),
    ...(others.length > 0
      ? told('also:', faint, `${others.length} more on ${listPlaces(others)}`, faint)
      : []),
  ]
}

function sourceLines({ range, severity }: Message, sheet: Sheet): string[] {
  const { palette, source, width } = sheet
  if (source === undefined || range.start > source.length) return []
  const frame = frameOf(source, range, width - indentOf(sheet) - '│ '.length - 1)
  if (frame.source === '') return []
  const bar = palette.faint('│')
  return [`${bar} ${frame.source}`.trimEnd(), `${bar} ${palette.severity[severity](frame.mark)}`]
}

/** The rest of what one rule says, without the source lines; of very much, the beginning. */
function briefLines(repeats: readonly Repeat[], sheet: Sheet): string[] {
  const told = repeats.length > mostBrief + 1 ? repeats.slice(0, mostBrief) : repeats
  const rest = repeats.slice(told.length)
  const lines = told.flatMap(({ first, others }) =>
    headline(first, others.length > 0 ? ` (also on ${listPlaces(others)})` : '', sheet),
  )
  const [next] = rest
  if (!next) return lines
  const count = rest.reduce((sum, { others }) => sum + 1 + others.length, 0)
  const words = `… and ${count} more of ${terminalSafe(next.first.ruleId)}, from line ${next.first.place.start.line} on`
  return [...lines, ...indented([sheet.palette.faint(words)], sheet)]
}

const mostBrief = 10

/** `line 31`, `lines 31, 44, 50–53`. */
function listPlaces(messages: readonly Message[]): string {
  const lines = new Set(messages.map(({ place }) => place.start.line))
  return `${lines.size === 1 ? 'line' : 'lines'} ${listLines([...lines])}`
}

function indented(lines: readonly string[], sheet: Sheet): string[] {
  return lines.map((line) => ' '.repeat(indentOf(sheet)) + line)
}
