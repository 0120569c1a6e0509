import type { Document } from '../corpus/document.ts'
import type { Alignment, Group } from '../l10n/alignment.ts'
import type { Block, BlockKind } from '../markdown/block.ts'
import { sliceOf } from '../text/range.ts'
import { placesIn, type Place } from '../text/source.ts'
import { widthOf } from '../text/width.ts'
import { terminalSafe } from './escape.ts'
import { paletteOf, type Palette } from './palette.ts'
import { wrap } from './wrap.ts'

/** An alignment with the texts that it is of. */
export interface Opened {
  readonly alignment: Alignment
  readonly sourceText: string
  readonly targetText: string
}

/** A block as a person finds it. */
export interface PlacedBlock {
  readonly kind: BlockKind
  readonly place: Place
  readonly text: string
}

/** What `hexapla align --json` prints. */
export interface AlignReport {
  readonly version: 1
  readonly guide: string
  readonly source: { readonly path: string; readonly locale: string }
  readonly target: { readonly path: string; readonly locale: string }
  readonly beads: readonly {
    /** `1-1`, `1-2`, `1-0` … */
    readonly form: string
    readonly confidence: number
    readonly moved: boolean
    readonly source: readonly PlacedBlock[]
    readonly target: readonly PlacedBlock[]
  }[]
}

/** An alignment as data. */
export function alignReport({ alignment, sourceText, targetText }: Opened): AlignReport {
  const { source, target, groups } = alignment
  const own = placedIn(sourceText)
  const others = placedIn(targetText)
  return {
    version: 1,
    guide: source.guide,
    source: { path: source.path, locale: source.locale ?? '' },
    target: { path: target.path, locale: target.locale ?? '' },
    beads: groups.map((group) => ({
      form: formOf(group),
      confidence: group.confidence,
      moved: group.isMoved === true,
      source: group.source.map(own),
      target: group.target.map(others),
    })),
  }
}

function placedIn(text: string): (block: Block) => PlacedBlock {
  const places = placesIn(text)
  return ({ kind, range }) => ({ kind, place: places.placeOf(range), text: sliceOf(text, range) })
}

function formOf({ source, target }: Group): string {
  return `${String(source.length)}-${String(target.length)}`
}

/** A block of more lines than this, such as code, is cut. */
const mostLines = 12
/** Between the columns: ` 100 % ` or ` 1-0 `, and what is moved with a `~`. */
const gutter = 11

/** Two texts side by side, bead by bead, in so many columns of a terminal. */
export function sideBySide(
  { alignment, sourceText, targetText }: Opened,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const { source, target, groups } = alignment
  const column = Math.max(16, Math.floor((width - gutter) / 2))
  const palette = paletteOf(color)
  const title = ({ path, locale }: Document): string => terminalSafe(`${locale ?? ''}  ${path}`)
  const sheet = { palette, column }
  const head = rowsOf(lines(title(source), column), lines(title(target), column), '', {
    ...sheet,
    paint: palette.strong,
  })
  const body = groups.flatMap((group) => [
    '',
    ...rowsOf(
      group.source.flatMap((block) => linesOf(block, sourceText, column)),
      group.target.flatMap((block) => linesOf(block, targetText, column)),
      markOf(group),
      { ...sheet, paint: isEven(group) ? palette.plain : palette.careful },
    ),
  ])
  return `${[...head, ...body].join('\n')}\n`
}

function isEven({ source, target, isMoved }: Group): boolean {
  return source.length === 1 && target.length === 1 && isMoved !== true
}

function markOf(group: Group): string {
  const share = `${String(Math.round(group.confidence * 100))} %`
  if (group.isMoved) return `~ ${share}`
  return isEven(group) ? share : `${formOf(group)} ${share}`
}

function lines(text: string, column: number): string[] {
  return wrap([{ text, paint: (words) => words }], column)
}

function linesOf({ kind, level, range }: Block, text: string, column: number): string[] {
  const sign = kind === 'heading' ? `${'#'.repeat(level)} ` : ''
  const all = (sign + sliceOf(text, range))
    .split(/\r\n|\r|\n/)
    .flatMap((line) => lines(terminalSafe(line.replaceAll('\t', '  ')), column))
  return all.length > mostLines ? [...all.slice(0, mostLines - 1), '…'] : all
}

function rowsOf(
  left: readonly string[],
  right: readonly string[],
  mark: string,
  { palette, column, paint }: { palette: Palette; column: number; paint: (text: string) => string },
): string[] {
  return Array.from({ length: Math.max(left.length, right.length, 1) }, (_, at) => {
    const [own = '', other = ''] = [left[at], right[at]]
    const middle = centred(at === 0 ? mark : '', gutter)
    const row = paint(padded(own, column)) + palette.faint(middle) + paint(other)
    return row.trimEnd()
  })
}

function padded(text: string, column: number): string {
  return text + ' '.repeat(Math.max(0, column - widthOf(text)))
}

function centred(text: string, width: number): string {
  const left = Math.floor((width - text.length) / 2)
  return ' '.repeat(Math.max(0, left)) + text + ' '.repeat(Math.max(0, width - text.length - left))
}
