import type { LimitProblem } from './limit.ts'
import { containersOf, type Containers } from './line-containers.ts'

/** What is believed to be code may hold this much more: a wrong belief then costs little, and never a crash. */
const codeFactor = 20

const bracketOpen = 1
const bracketClose = 2
const run = 3
const escape = 4
const tick = 5

/** What a character begins, ends or hides, by its code. */
const kinds = new Uint8Array(128)
kinds[91] = bracketOpen
kinds[93] = bracketClose
for (const character of '*_~') kinds[character.charCodeAt(0)] = run
kinds[92] = escape
kinds[96] = tick

/** What stands open in a block: brackets, and runs of `*`, `_` and `~` that may begin emphasis. */
interface Counter {
  brackets: number
  stars: number
  underscores: number
  tildes: number
}

type Mark = 'stars' | 'underscores' | 'tildes'

function markOf(code: number): Mark {
  return code === 42 ? 'stars' : code === 95 ? 'underscores' : 'tildes'
}

function deepestOf({ brackets, stars, underscores, tildes }: Counter): number {
  return Math.max(brackets, stars + underscores + tildes)
}

/**
 * The first place where quotes, lists, brackets or emphasis stand deeper within one another than allowed.
 * An upper bound in one pass, not a parser: what could nest is counted as if it did.
 * @param text with `\n` or `\r\n` at the ends of its lines
 */
export function nestingProblemIn(text: string, allowed: number, from = 0): LimitProblem | undefined {
  const words: Counter = { brackets: 0, stars: 0, underscores: 0, tildes: 0 }
  const all: Counter = { brackets: 0, stars: 0, underscores: 0, tildes: 0 }
  const lists: number[] = []
  let fence: { readonly mark: number; readonly length: number } | undefined
  let afterBlank = true
  for (let start = from; start < text.length;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const line = containersOf(text, start, end, lists, afterBlank, allowed)
    if (line.depth > allowed) return problem(line.depth, allowed, line.content - 1)
    start = end + 1
    afterBlank = line.blank
    if (line.blank) {
      reset(words)
      reset(all)
      continue
    }
    const mark = fenceAt(text, line.content, end)
    if (fence) {
      if (mark?.mark === fence.mark && mark.length >= fence.length && mark.bare) fence = undefined
    } else if (mark) {
      fence = mark
      continue
    }
    if (line.begins) reset(words)
    if (line.rule) continue
    const found = scan(text, line, end, { words, all, code: fence !== undefined || line.indented }, allowed)
    if (found) return found
  }
  return undefined
}

function problem(actual: number, allowed: number, at: number): LimitProblem {
  return { limit: 'nesting', actual, allowed, range: { start: Math.max(0, at), end: Math.max(0, at) + 1 } }
}

function reset(counter: Counter): void {
  counter.brackets = 0
  counter.stars = 0
  counter.underscores = 0
  counter.tildes = 0
}

interface FenceMark {
  readonly mark: number
  readonly length: number
  readonly bare: boolean
}

/** The fence that a line's content begins with. */
function fenceAt(text: string, content: number, end: number): FenceMark | undefined {
  const mark = text.charCodeAt(content)
  if (mark !== 96 && mark !== 126) return undefined
  let i = content
  while (i < end && text.charCodeAt(i) === mark) i++
  if (i - content < 3) return undefined
  const info = text.slice(i, end).trim()
  return mark === 96 && info.includes('`') ? undefined : { mark, length: i - content, bare: info === '' }
}

interface Counters {
  readonly words: Counter
  readonly all: Counter
  readonly code: boolean
}

/** Counts what a line opens and closes. */
function scan(
  text: string,
  line: Containers,
  end: number,
  { words, all, code }: Counters,
  allowed: number,
): LimitProblem | undefined {
  let spanEnd = code ? end : line.content
  let failed = 0
  for (let i = line.content; i < end; i++) {
    const character = text.charCodeAt(i)
    const kind = character < 128 ? kinds[character] : 0
    if (kind === 0) continue
    if (kind === escape) {
      i++
    } else if (kind === tick) {
      const runEnd = endOfRun(text, i, end)
      const length = runEnd - i
      if (i >= spanEnd && failed < 8) {
        const close = closingRun(text, runEnd, end, length)
        if (close < 0) failed++
        else spanEnd = close
      }
      i = runEnd - 1
    } else {
      let length = 1
      let step = 0
      if (kind === run) {
        const runEnd = endOfRun(text, i, end)
        length = runEnd - i
        step = flanking(text, i, runEnd, all[markOf(character)] > 0)
      }
      count(all, kind, markOf(character), length * step)
      if (i >= spanEnd) count(words, kind, markOf(character), length * step)
      i += length - 1
      const strict = deepestOf(words)
      const loose = deepestOf(all)
      if (strict > allowed) return problem(strict, allowed, i)
      if (loose > allowed * codeFactor) return problem(loose, allowed, i)
    }
  }
  return undefined
}

function count(counter: Counter, kind: number | undefined, mark: Mark, step: number): void {
  if (kind === bracketOpen) counter.brackets++
  else if (kind === bracketClose) counter.brackets = Math.max(0, counter.brackets - 1)
  else counter[mark] = Math.max(0, counter[mark] + step)
}

/** 1 for a run that may only open, -1 for one that closes, 0 for one that is neither. */
function flanking(text: string, start: number, end: number, anyOpen: boolean): -1 | 0 | 1 {
  const opens = !isBlankAt(text, end)
  const closes = !isBlankAt(text, start - 1)
  if (opens && closes) return anyOpen ? -1 : text.charCodeAt(start) === 95 ? 0 : 1
  return opens ? 1 : closes ? -1 : 0
}

function isBlankAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  // NaN beyond either end.
  return !(code > 32) || code === 0xa0 || code === 0x3000
}

function endOfRun(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start)
  let i = start + 1
  while (i < end && text.charCodeAt(i) === mark) i++
  return i
}

/** The end of the next run of exactly so many backquotes on the line, or -1. */
function closingRun(text: string, from: number, end: number, length: number): number {
  for (let i = text.indexOf('`', from); i >= 0 && i < end;) {
    const runEnd = endOfRun(text, i, end)
    if (runEnd - i === length) return runEnd
    i = text.indexOf('`', runEnd)
  }
  return -1
}
