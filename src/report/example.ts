import type { Example, Rule } from '../lint/rule.ts'
import type { Range } from '../text/range.ts'
import { linesOf } from '../text/source.ts'
import { terminalSafe, visibleSpace } from './escape.ts'
import { widthOf } from '../text/width.ts'

/** One file of an example; `marked` has the signs `⟦` and `⟧` around what is found. */
export interface ExampleFile {
  /** Undefined where the example has one file, whose path is of no matter. */
  readonly path: string | undefined
  readonly marked: string
}

/** A file that is no text, such as a picture: it only is there, and may be what is found. */
export function isBare({ path, marked }: ExampleFile): boolean {
  return path !== undefined && unmarked(marked) === ''
}

/** The files of an example, in their order. */
export function filesOf({ files }: Example): ExampleFile[] {
  if (typeof files === 'string') return [{ path: undefined, marked: files }]
  return Object.entries(files).map(([path, marked]) => ({ path, marked }))
}

/** True where a fix of the rule is shown. */
export function hasFix({ examples }: Rule): boolean {
  return examples.some(({ fixed }) => fixed !== undefined)
}

/** Lines for the terminal; below a line with marked places, one with `^^^` under each. */
export function markedLines(marked: string): { readonly source: string; readonly marks?: string }[] {
  const { text: plain, ranges } = withoutMarks(marked.replace(/\r?\n$/, ''))
  const text = ranges.reduce(showSpace, plain)
  return linesOf(text).map((line) => {
    const source = terminalSafe(text.slice(line.start, line.end))
    const own = ranges.filter(({ start }) => line.start <= start && start <= line.end)
    return own.length === 0 ? { source } : { source, marks: marksBelow(text, line, own) }
  })
}

/** The text with white space visible in a range that holds nothing else; offsets stay. */
function showSpace(text: string, { start, end }: Range): string {
  const found = text.slice(start, end)
  return found.trim() === '' ? text.slice(0, start) + visibleSpace(found) + text.slice(end) : text
}

/** The lines of a text that differ from another's, from the first to the last of them, and one around them. */
export function changedPart(before: string, after: string): string {
  const [old, lines] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < lines.length && lines[start] === old[start]) start++
  let end = 0
  while (end < lines.length - start && lines.at(-1 - end) === old.at(-1 - end)) end++
  const from = start > 0 && lines[start - 1] !== '' ? start - 1 : start
  return lines.slice(from, lines.length - Math.max(end - 1, 0)).join('\n')
}

const frontMatter = /^⟦?---⟧?\r?\n[\s\S]*?\n⟧?---⟧?\r?\n(?:\r?\n)*/
const titleAlone = /^---\r?\ntitle: .*\r?\n---\r?\n(?:\r?\n)*/

/** A file without a front matter that says its title alone, where the rule's examples find nothing in it. */
export function bodyFor({ examples }: Rule, marked: string): string {
  const found = examples
    .flatMap(filesOf)
    .some((file) => (frontMatter.exec(file.marked)?.[0] ?? '').includes('⟦'))
  return found ? marked : marked.replace(titleAlone, '')
}

/** A text without the signs around places. */
export function unmarked(marked: string): string {
  return withoutMarks(marked).text
}

function withoutMarks(marked: string): { text: string; ranges: Range[] } {
  const open: number[] = []
  const ranges: Range[] = []
  let text = ''
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') open.push(text.length)
    else if (part === '⟧') ranges.push({ start: open.pop() ?? 0, end: text.length })
    else text += part
  }
  return { text, ranges }
}

function marksBelow(text: string, line: Range, ranges: readonly Range[]): string {
  const columns = ranges.map(({ start, end }) => {
    const from = widthOf(terminalSafe(text.slice(line.start, start)))
    const width = widthOf(terminalSafe(text.slice(start, Math.min(end, line.end))))
    return { from, to: from + Math.max(width, 1), goesOn: end > line.end }
  })
  const last = Math.max(...columns.map(({ to }) => to))
  const marks = Array.from({ length: last }, (_, column) =>
    columns.some(({ from, to }) => from <= column && column < to) ? '^' : ' ',
  )
  return marks.join('') + (columns.some(({ to, goesOn }) => goesOn && to === last) ? '…' : '')
}
