import type { Range } from '../text/range.ts'

/** An address that stands bare in a text: `https://example.com`, `www.example.com`, `post@example.com`. */
export interface LiteralLink {
  readonly range: Range
  readonly url: string
}

/**
 * The bare addresses in a run of plain text, by the rules of GFM's extended autolinks, in linear time.
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export function literalLinksIn(text: string, range: Range): LiteralLink[] {
  const run = text.slice(range.start, range.end)
  const links: LiteralLink[] = []
  const finder = /https?:\/\/|www\.|@/gi
  for (let match = finder.exec(run); match !== null; match = finder.exec(run)) {
    const floor = links.at(-1)?.range.end ?? range.start
    const found = match[0] === '@' ? mailAt(run, match.index, floor - range.start) : webAt(run, match)
    finder.lastIndex = Math.max(finder.lastIndex, found.end)
    if (found.url === undefined) continue
    links.push({ range: { start: range.start + found.start, end: range.start + found.end }, url: found.url })
  }
  return links
}

/** A place where an address was looked for; without `url` there is none, and the search goes on at `end`. */
interface Found {
  readonly start: number
  readonly end: number
  readonly url?: string
}

const beforeWww = /[\s*_~([\]|]/
const domainPattern = /(?:[^\s\p{P}\p{S}]|[-._])*/uy
const pathPattern = /[^\s<]*/y
/** What `trimmedEnd` may set aside. */
const trailing = /(?:[?!.,:*_~'")\];]|&[a-z0-9]+;)*/iy

function webAt(run: string, match: RegExpExecArray): Found {
  const start = match.index
  const prefix = match[0].toLowerCase()
  const before = run.charAt(start - 1)
  const after = start + prefix.length
  const allowed = prefix === 'www.' ? before === '' || beforeWww.test(before) : !/[a-z]/i.test(before)
  if (!allowed) return { start, end: after }
  const domainStart = prefix === 'www.' ? start : after
  const domainEnd = endOf(domainPattern, run, domainStart)
  // Where the domain is none and something stands behind it, the rest need not be looked at.
  const behind = endOf(trailing, run, domainEnd)
  const isWhole = behind < run.length && !/[\s<]/.test(run.charAt(behind))
  if (isWhole && !isDomain(run.slice(domainStart, domainEnd))) return { start, end: domainEnd }
  const pathEnd = endOf(pathPattern, run, domainEnd)
  const end = trimmedEnd(run, start, pathEnd)
  const domain = run.slice(domainStart, Math.min(end, domainEnd))
  if (end <= after || !isDomain(domain)) return { start, end: domainEnd }
  const address = run.slice(start, end).replaceAll('&amp;', '&')
  return { start, end, url: prefix === 'www.' ? `http://${address}` : address }
}

function endOf(pattern: RegExp, run: string, from: number): number {
  pattern.lastIndex = from
  return from + (pattern.exec(run)?.[0].length ?? 0)
}

/** A name of letters, digits and hyphens in every part; no underscore in the last two. */
function isDomain(domain: string): boolean {
  if (domain === '' || /^[-._]/.test(domain)) return false
  return !domain.split('.').slice(-2).join('').includes('_')
}

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/** Sets trailing punctuation aside: `.` of `www.a.b.`, a closing bracket without its opening one, `&copy;`. */
function trimmedEnd(run: string, start: number, pathEnd: number): number {
  let end = pathEnd
  const surplus: Record<string, number> = {}
  for (const [close, open] of Object.entries(brackets)) {
    surplus[close] = count(run, close, start, end) - count(run, open, start, end)
  }
  for (; end > start; end--) {
    const last = run.charAt(end - 1)
    if (last in brackets) {
      if ((surplus[last] ?? 0) <= 0) return end
      surplus[last] = (surplus[last] ?? 0) - 1
    } else if (last === ';') {
      const reference = /&[a-z0-9]+;$/i.exec(run.slice(Math.max(start, end - 40), end))
      if (reference) end -= reference[0].length - 1
    } else if (!/[?!.,:*_~'"]/.test(last)) {
      return end
    }
  }
  return end
}

function count(run: string, character: string, from: number, to: number): number {
  return run.slice(from, to).split(character).length - 1
}

const mailDomain = /[\w.-]*/y

function mailAt(run: string, at: number, floor: number): Found {
  let start = at
  while (start > floor && /[\w.+-]/.test(run.charAt(start - 1))) start--
  let end = endOf(mailDomain, run, at + 1)
  while (end > at && run.charAt(end - 1) === '.') end--
  const domain = run.slice(at + 1, end)
  const real =
    start < at && run.charAt(start - 1) !== '/' && /^[^.].*\./.test(domain) && !/[-_\d]$/.test(domain)
  if (!real || domain.includes('..')) return { start, end: Math.max(end, at + 1) }
  const scheme = /(?:mailto|xmpp):$/.exec(run.slice(Math.max(floor, start - 7), start))?.[0]
  const address = run.slice(start, end)
  return scheme === undefined
    ? { start, end, url: `mailto:${address}` }
    : { start: start - scheme.length, end, url: scheme + address }
}
