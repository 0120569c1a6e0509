/** What stands before a line's words. */
export interface Containers {
  /** Quotes, list items and footnotes that the line may be in. */
  readonly depth: number
  /** Where the words begin. */
  readonly content: number
  readonly blank: boolean
  /** True where the line begins a block of its own: an item, a heading, a table row. */
  readonly begins: boolean
  /** True for a line of `-`, `*` or `_` alone. */
  readonly rule: boolean
  /** True where the words stand as far in as indented code would. */
  readonly indented: boolean
}

/**
 * Reads the quote marks, list markers and footnote names at the start of a line.
 * @param lists the columns at which the contents of the open list items begin; brought up to date
 * @param deepest where counting may stop
 */
export function containersOf(
  text: string,
  start: number,
  end: number,
  lists: number[],
  afterBlank: boolean,
  deepest: number,
): Containers {
  let i = start
  let column = 0
  let marks = 0
  let items = 0
  let indent = 0
  let rule = false
  for (; i < end;) {
    const from = column
    for (; i < end; i++) {
      const code = text.charCodeAt(i)
      if (code === 32) column++
      else if (code === 9) column += 4 - (column % 4)
      else break
    }
    indent = column - from
    const code = text.charCodeAt(i)
    if (code === 62) {
      marks++
      i++
      column++
    } else if (isBullet(code) || (code >= 48 && code <= 57)) {
      if (isRule(text, i, end)) {
        rule = true
        break
      }
      const width = markerWidth(text, i, end)
      if (width === 0) break
      while ((lists.at(-1) ?? -1) > column) lists.pop()
      i += width
      column += width
      lists.push(column + 1)
      items++
    } else if (code === 95 && isRule(text, i, end)) {
      rule = true
      break
    } else if (code === 91 && text.charCodeAt(i + 1) === 94) {
      const width = footnoteWidth(text, i, end)
      if (width === 0) break
      marks++
      i += width
      column += width
    } else {
      break
    }
    if (marks + lists.length > deepest) break
  }
  const blank = i >= end || text.charCodeAt(i) === 13
  if (!blank && items === 0 && afterBlank) while ((lists.at(-1) ?? -1) > column) lists.pop()
  const code = text.charCodeAt(i)
  const begins = items > 0 || code === 35 || code === 124
  return {
    depth: marks + lists.length,
    content: i,
    blank,
    begins,
    rule,
    indented: indent >= 4 && items === 0,
  }
}

function isBullet(code: number): boolean {
  return code === 45 || code === 42 || code === 43
}

/** A marker's width without the space that must follow: 1 of `- a`, 3 of `10. a`; 0 where there is none. */
function markerWidth(text: string, start: number, end: number): number {
  let i = start
  if (isBullet(text.charCodeAt(i))) {
    i++
  } else {
    while (i < end && i - start < 9 && isDigit(text.charCodeAt(i))) i++
    const code = text.charCodeAt(i)
    if (code !== 46 && code !== 41) return 0
    i++
  }
  const next = text.charCodeAt(i)
  return i >= end || next === 32 || next === 9 || next === 13 ? i - start : 0
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function footnoteWidth(text: string, start: number, end: number): number {
  const close = text.slice(start, Math.min(end, start + 1002)).indexOf(']:')
  return close < 0 ? 0 : close + 2
}

function isRule(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start)
  if (mark !== 45 && mark !== 42 && mark !== 95) return false
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== mark && code !== 32 && code !== 9 && code !== 13) return false
  }
  return true
}
