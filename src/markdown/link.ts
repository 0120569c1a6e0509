import { indexIn, type Range } from '../text/range.ts'

/** How a link is written: `[a](b)`, `[a][b]`, `<https://b>`, a bare `https://b`, an `href` in HTML or JSX. */
export type LinkForm = 'inline' | 'reference' | 'autolink' | 'literal' | 'html'

/** A link, wherever it stands. */
export interface Link {
  readonly form: LinkForm
  /** All of it: `[panel](https://b)`. */
  readonly range: Range
  readonly url: string
  /** The address alone: `https://b`; of a reference, the address in its definition. */
  readonly urlRange: Range
  /** What a reader reads, pictures' alternative texts included. */
  readonly text: string
  /** Between the brackets: `panel`. Empty for forms that have none. */
  readonly textRange: Range
  /** Of a reference, the identifier of its definition: `panel` of `[a][Panel]`. */
  readonly identifier?: string
}

/** A picture. */
export interface Image {
  readonly form: 'inline' | 'reference' | 'html'
  readonly range: Range
  readonly url: string
  readonly urlRange: Range
  readonly alt: string
  /** Between the brackets: `emails` of `![emails](images/1501.png)`; undefined where HTML says nothing. */
  readonly altRange?: Range
  /** Of a reference, the identifier of its definition. */
  readonly identifier?: string
}

/** A link reference definition: `[panel]: https://b`. */
export interface Definition {
  readonly identifier: string
  readonly range: Range
  readonly url: string
  readonly urlRange: Range
}

/** The address between the parentheses, for an offset just behind `](`, without `<` and `>`. */
export function destinationAt(text: string, offset: number, limit: number): Range {
  let start = offset
  while (start < limit && /\s/.test(text.charAt(start))) start++
  if (text.charAt(start) === '<') {
    let end = start + 1
    while (end < limit && text.charAt(end) !== '>') end += text.charAt(end) === '\\' ? 2 : 1
    return { start: start + 1, end: Math.min(end, limit) }
  }
  let depth = 0
  let end = start
  for (; end < limit; end++) {
    const character = text.charAt(end)
    if (character === '\\') end++
    else if (character === '(') depth++
    else if (character === ')' && depth-- === 0) break
    else if (/\s/.test(character)) break
  }
  return { start, end: Math.min(end, limit) }
}

/** The offset of the `]` that closes a label whose content begins at an offset; escapes and code are passed over. */
export function labelEnd(text: string, start: number, limit: number): number {
  let depth = 0
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 96) at = codeEnd(text, at, limit)
    else if (code === 91) depth++
    else if (code === 93 && depth-- === 0) return at
  }
  return limit
}

/** The last character of a code span that opens at an offset, or of its opening run where nothing closes it. */
function codeEnd(text: string, start: number, limit: number): number {
  let run = start
  while (text.charCodeAt(run) === 96) run++
  const fence = text.slice(start, run)
  const within = { start: run, end: limit }
  for (let at = indexIn(text, fence, within); at >= 0; at = indexIn(text, fence, within, at)) {
    let end = at
    while (text.charCodeAt(end) === 96) end++
    if (end - at === fence.length) return end - 1
    at = end
  }
  return run - 1
}
