import { frontMatterRangeIn } from './front-matter-fence.ts'
import type { LimitProblem, Limits } from './limit.ts'

/** The first limit that a front matter block goes over, told from its indentation, brackets and marks alone. */
export function frontMatterProblemIn(text: string, limits: Limits): LimitProblem | undefined {
  const range = frontMatterRangeIn(text)
  if (!range) return undefined
  const size = range.end - range.start
  if (size * 3 > limits.frontMatterSize) {
    const actual = Buffer.byteLength(text.slice(range.start, range.end))
    const allowed = limits.frontMatterSize
    if (actual > allowed) return { limit: 'frontMatterSize', actual, allowed, range }
  }
  const counts = { frontMatterDepth: 0, frontMatterKeys: 0, frontMatterAliases: 0 }
  const columns: number[] = []
  let flow = 0
  let quote = ''
  let scalarColumn = -1
  for (let start = text.indexOf('\n', range.start) + 1; start < range.end;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? range.end : Math.min(feed, range.end)
    const line = text.slice(start, end)
    const column = line.search(/\S/)
    const inScalar = scalarColumn >= 0 && (column < 0 || column > scalarColumn)
    if (!inScalar && column >= 0) {
      scalarColumn = -1
      if (flow === 0 && quote === '') {
        for (const entry of entryColumns(line)) {
          while ((columns.at(-1) ?? -1) >= entry) columns.pop()
          columns.push(entry)
        }
      }
      const state = flowOf(line, flow, quote)
      flow = state.flow
      quote = state.quote
      counts.frontMatterDepth = Math.max(counts.frontMatterDepth, columns.length + state.deepest)
      counts.frontMatterKeys += state.keys
      counts.frontMatterAliases += state.aliases
      if (
        flow === 0 &&
        quote === '' &&
        /(?:^|[:\-?]\s+)(?:[&!]\S*\s+)*[|>][-+\d]*\s*(?:\s#.*)?$/.test(line)
      ) {
        scalarColumn = columns.at(-1) ?? column
      }
      for (const limit of ['frontMatterDepth', 'frontMatterKeys', 'frontMatterAliases'] as const) {
        if (counts[limit] > limits[limit]) {
          return {
            limit,
            actual: counts[limit],
            allowed: limits[limit],
            range: { start: start + column, end },
          }
        }
      }
    }
    start = end + 1
  }
  return undefined
}

/** Where the entries of a block line begin: 0 and 2 for `- a: b`. */
function entryColumns(line: string): number[] {
  const columns: number[] = []
  let column = line.search(/\S/)
  for (;;) {
    columns.push(column)
    const marker = /^[-?]\s+(?=\S)/.exec(line.slice(column))
    if (!marker || columns.length > 1000) return columns
    column += marker[0].length
  }
}

interface Flow {
  readonly flow: number
  readonly deepest: number
  readonly quote: string
  readonly keys: number
  readonly aliases: number
}

/** Brackets, keys and aliases of a line outside quotation marks and comments. */
function flowOf(line: string, flowBefore: number, quoteBefore: string): Flow {
  let flow = flowBefore
  let deepest = flow
  let quote = quoteBefore
  let keys = 0
  let aliases = 0
  // A value may begin here: brackets and quotation marks inside of plain words mean nothing.
  let fresh = true
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i)
    if (quote !== '') {
      if (character === '\\' && quote === '"') i++
      else if (character === quote) quote = ''
      continue
    }
    const next = line.charAt(i + 1)
    if (character === '#' && (i === 0 || /\s/.test(line.charAt(i - 1)))) break
    if ((character === ':' || character === '=') && (next === '' || /\s/.test(next) || flow > 0)) {
      keys++
      fresh = true
    } else if (fresh && (character === '"' || character === "'")) {
      quote = character
      fresh = false
    } else if ((fresh || flow > 0) && (character === '[' || character === '{')) {
      flow++
      deepest = Math.max(deepest, flow)
      fresh = true
    } else if (flow > 0 && (character === ']' || character === '}')) {
      flow--
    } else if (flow > 0 && character === ',') {
      fresh = true
    } else if (fresh && character === '*' && /\S/.test(next)) {
      aliases++
      fresh = false
    } else if (fresh && (character === '&' || character === '!')) {
      while (i + 1 < line.length && /\S/.test(line.charAt(i + 1))) i++
    } else if (fresh && !/[\s?-]/.test(character)) {
      fresh = false
    }
  }
  return { flow, deepest, quote, keys, aliases }
}
