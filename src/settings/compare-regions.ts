import { linePrefixAt } from '../markdown/lines.ts'
import { overlaps, sliceOf, type Range } from '../text/range.ts'
import { lineEndOf } from '../text/source.ts'
import type { Elsewhere } from './contradiction.ts'
import type { Wording } from './lexicon/lexicon.ts'
import type { Region } from './region.ts'
import type { Source } from './statements-of.ts'
import { linesFor, regionMarkdown, tableFor, type Entry } from './write-region.ts'

/** Where a region is not what the canon says, and what it should hold there. */
export interface Difference {
  readonly kind: Entry['kind'] | 'whole'
  readonly range: Range
  readonly actual: string
  readonly expected: string
  /** What to write in the place of `range`. */
  readonly text: string
  /** Where the settings file says so. */
  readonly places: readonly Elsewhere[]
}

/** The differences of a region: cell by cell where it has the cells that it should have, else as a whole. */
export function regionDifferences(source: Source, region: Region, wording: Wording): Difference[] {
  const fields =
    region.form === 'table' ? tableFields(source, region, wording) : lineFields(source, region, wording)
  if (fields) return fields.flatMap((field) => difference(region, field) ?? [])
  const { text } = source
  const lineEnd = lineEndOf(text)
  const prefix = linePrefixAt(text, region.open.start)
  const lead = prefix === '' ? '' : `${prefix} `
  const lines = regionMarkdown(region, wording)
    .split('\n')
    .map((line) => (line === '' ? prefix : `${lead}${line}`))
  const content = ['', prefix, ...lines, prefix, lead].join(lineEnd)
  return [
    {
      kind: 'whole',
      range: region.content,
      actual:
        sliceOf(text, region.content).trim() === ''
          ? 'empty region of settings'
          : 'content of a region of settings',
      expected: `the ${region.form} that the settings file makes`,
      text: content,
      places: [{ range: region.service.range, reason: `What \`${region.service.id}\` is` }],
    },
  ]
}

interface Field {
  readonly range: Range
  /** What a reader reads there. */
  readonly shown: string
  readonly entry: Entry
}

function difference(region: Region, { range, shown, entry }: Field): Difference | undefined {
  const { kind, text } = entry
  if (shown.trim() === text) return undefined
  const written = kind === 'host' ? `\`${text}\`` : text
  return {
    kind,
    range,
    actual: shown.trim(),
    expected: text,
    text: written,
    places: placesFor(region, entry),
  }
}

/** Where the settings file has the value that belongs in a field. */
function placesFor({ endpoints }: Region, { kind, text }: Entry): Elsewhere[] {
  return endpoints.flatMap(({ name, host, hostRange, ports }) => {
    if (kind === 'host' && host === text) return [{ range: hostRange, reason: `\`${name}\` is at ${host}` }]
    const port = kind === 'port' ? ports.find(({ number }) => String(number) === text) : undefined
    return port ? [{ range: port.range, reason: `\`${name}\` has ${text}` }] : []
  })
}

/** The cells of the region's only table beside what they should hold; undefined where their number differs. */
function tableFields({ text, facts }: Source, region: Region, wording: Wording): Field[] | undefined {
  const [table, ...more] = facts.tables.filter(({ range }) => overlaps(range, region.content))
  const expected = tableFor(region, wording)
  if (!table?.delimited || more.length > 0 || hasMore(text, region, [table.range])) return undefined
  if (table.rows.length !== expected.length) return undefined
  const fields: Field[] = []
  for (const [row, entries] of expected.entries()) {
    const cells = table.rows[row]?.cells ?? []
    if (cells.length !== entries.length) return undefined
    for (const [column, entry] of entries.entries()) {
      const cell = cells[column]
      if (!cell || cell.range.end <= cell.range.start) return undefined
      fields.push({ range: cell.range, shown: cell.text, entry })
    }
  }
  return fields
}

/** The label lines of the region beside what they should say; undefined where there are others, or other labels. */
function lineFields({ text, facts }: Source, region: Region, wording: Wording): Field[] | undefined {
  const groups = facts.labelGroups.filter(({ range }) => overlaps(range, region.content))
  const expected = linesFor(region, wording)
  if (
    groups.length !== expected.length ||
    hasMore(
      text,
      region,
      groups.map(({ range }) => range),
    )
  )
    return undefined
  const fields: Field[] = []
  for (const [index, entries] of expected.entries()) {
    const lines = groups[index]?.lines ?? []
    if (lines.length !== entries.length) return undefined
    for (const [place, { label, value }] of entries.entries()) {
      const line = lines[place]
      if (line?.label !== label) return undefined
      const range = withoutBreak(text, line.valueRange)
      fields.push({ range, shown: sliceOf(text, range).replaceAll('`', ''), entry: value })
    }
  }
  return fields
}

/** A value without the backslash that breaks its line. */
function withoutBreak(text: string, { start, end }: Range): Range {
  return { start, end: text.charAt(end - 1) === '\\' ? end - 1 : end }
}

/** Whether a region holds words besides those in some ranges. */
function hasMore(text: string, { content }: Region, ranges: readonly Range[]): boolean {
  let at = content.start
  let rest = ''
  for (const { start, end } of ranges) {
    rest += text.slice(at, start)
    at = Math.max(at, end)
  }
  return /[^\s>\\]/.test(rest + text.slice(at, content.end))
}
