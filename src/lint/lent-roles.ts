import type { OpenDocument } from '../corpus/document.ts'
import { alignCells } from '../l10n/cells.ts'
import type { Block } from '../markdown/block.ts'
import type { Facts } from '../markdown/facts.ts'
import type { Lend } from '../settings/knowledge.ts'
import type { Role } from '../settings/role.ts'
import { isBound, type Statement } from '../settings/statement.ts'
import { sliceOf, type Range } from '../text/range.ts'
import { linesOf } from '../text/source.ts'
import { factsWithin, sure, type Beside } from './beside-source.ts'

interface Pair {
  readonly source: OpenDocument
  readonly target: OpenDocument
}

/**
 * What a source's values mean, for the places that stand for them in a target whose words nobody has written down: cell
 * for cell, line for line, and within these value for value. Undefined where the source lends nothing.
 *
 * @param align the two documents side by side, asked for where there is something to lend
 */
export function lendingOf(
  values: readonly Statement[],
  source: OpenDocument,
  target: OpenDocument,
  align: () => Pick<Beside, 'alignment'> | undefined,
): Lend | undefined {
  const bound = values.filter((each) => isBound(each) && each.basis !== 'number')
  const roles = new Map<number, Role>()
  for (const group of (bound.length > 0 ? align()?.alignment.groups : undefined) ?? []) {
    const [from, to] = [group.source[0], group.target[0]]
    const isPair = group.source.length === 1 && group.target.length === 1
    if (!from || !to || !isPair || group.confidence < sure) continue
    const own = bound.filter(({ range }) => from.range.start <= range.start && range.end <= from.range.end)
    if (own.length === 0) continue
    for (const places of placesOf(from, to, { source, target }))
      lendWithin(places, own, { source, target }, roles)
  }
  return roles.size === 0 ? undefined : ({ start }) => roles.get(start)
}

/** The cells or lines of two blocks that stand for each other; the whole of them where their lines are not as many. */
function placesOf(from: Block, to: Block, { source, target }: Pair): (readonly [Range, Range])[] {
  if (from.kind === 'table' || to.kind === 'table') {
    const [own, other] = [tableAt(source.facts, from), tableAt(target.facts, to)]
    if (!own || !other) return []
    return alignCells(own, other)
      .filter(({ confidence }) => confidence >= sure)
      .map((pair) => [pair.source.range, pair.target.range] as const)
  }
  const [lines, others] = [linesOf(source.text, from.range), linesOf(target.text, to.range)]
  if (lines.length !== others.length) return [[from.range, to.range]]
  return lines.map((line, at) => [line, others[at] ?? line] as const)
}

function tableAt({ tables }: Facts, { range }: Block): Facts['tables'][number] | undefined {
  return factsWithin(tables, range).find((table) => table.range.start === range.start)
}

interface Value {
  readonly start: number
  readonly text: string
  readonly kind: 'number' | 'host'
}

/** Values that both places have say the same in them; where one of each is left, it stands for the other. */
function lendWithin(
  [place, other]: readonly [Range, Range],
  bound: readonly Statement[],
  { source, target }: Pair,
  roles: Map<number, Role>,
): void {
  const byStart = new Map(bound.map((statement) => [statement.range.start, statement]))
  const [own, theirs] = [valuesIn(source.text, place), valuesIn(target.text, other)]
  for (const kind of ['number', 'host'] as const) {
    const [from, to] = [own, theirs].map((all) => all.filter((value) => value.kind === kind))
    const left = new Set(to)
    const open: Value[] = []
    for (const value of from ?? []) {
      const twin = [...left].find(({ text }) => text === value.text)
      if (!twin) open.push(value)
      else {
        left.delete(twin)
        lend(value, twin)
      }
    }
    const [last] = left
    if (open.length === 1 && left.size === 1 && open[0] && last) lend(open[0], last)
  }

  function lend({ start }: Value, twin: Value): void {
    const statement = byStart.get(start)
    if (!statement) return
    const { protocol, direction } = statement
    roles.set(twin.start, {
      ...(protocol !== undefined && { protocol }),
      ...(direction !== undefined && { direction }),
    })
  }
}

const value = /(?<host>[\p{L}\d](?:[\p{L}\d-]{0,62}\.)+\p{L}[\p{L}\d-]{0,62})|(?<number>\d+)/gu

function valuesIn(text: string, range: Range): Value[] {
  return [...sliceOf(text, range).matchAll(value)].map((match) => ({
    start: range.start + match.index,
    text: match[0].toLowerCase(),
    kind: match.groups?.host === undefined ? 'number' : 'host',
  }))
}
