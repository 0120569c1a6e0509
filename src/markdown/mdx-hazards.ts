/** Braces within braces: the native parser tries each way to read an unfinished tag, twice as many with each. */
const deepestBraces = 8
const deepestTags = 100
const deepestParentheses = 100
/** Its parser of JavaScript runs out of stack on expressions of some ten thousand characters. */
const longestExpression = 8192
/** It looks at a paragraph's expressions again for each of them. */
const mostExpressions = 1000

const backquote = 96

/**
 * Why an MDX text could crash the native parser or hold it for long; undefined for an ordinary text.
 * Code is set aside only where no tag, expression or export stands open, so that nothing hides in it.
 */
export function mdxHazardIn(text: string): string | undefined {
  // Behind an import it looks for what is escaped, beyond the end.
  if (text.endsWith('\\')) return 'a backslash at the end'
  let braces = 0
  let parentheses = 0
  let expressionStart = 0
  let expressions = 0
  let tags = 0
  let tagOpen = false
  let fence = ''
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const first = firstWord(text, start, end)
    const code = text.charCodeAt(first)
    if (first >= end || code === 13) expressions = 0
    if (code === backquote || code === 126) {
      const mark = /^(?:`{3,}|~{3,})/.exec(text.slice(first, Math.min(end, first + 200)))?.[0]
      if (mark !== undefined) {
        if (braces > 0 || tagOpen) return 'a fence within a tag or an expression'
        if (fence === '') fence = mark
        else if (mark.startsWith(fence) && text.slice(first + mark.length, end).trim() === '') fence = ''
        start = end + 1
        continue
      }
    }
    if (fence !== '') {
      start = end + 1
      continue
    }
    if (first === start && (code === 101 || code === 105) && isUnusualEsm(text, start, end)) {
      return 'imports or exports out of the ordinary'
    }
    for (let i = first; i < end; i++) {
      const character = text.charCodeAt(i)
      if (character === 123) {
        if (braces++ === 0) expressionStart = i
        if (++expressions > mostExpressions) return 'a paragraph full of expressions'
        if (braces > deepestBraces) return 'braces within braces'
      } else if (character === 125) {
        if (braces > 0 && i - expressionStart > longestExpression) return 'a long expression'
        if (braces > 0) braces--
        if (braces === 0) parentheses = 0
      } else if (braces > 0) {
        if (character === 40 || character === 91) parentheses++
        else if ((character === 41 || character === 93) && parentheses > 0) parentheses--
        if (parentheses > deepestParentheses) return 'parentheses within parentheses'
      } else if (character === backquote && !tagOpen) {
        i = spanEnd(text, i, end) - 1
      }
      if (character === 60) {
        const next = text.charCodeAt(i + 1)
        if (next === 47) tags = Math.max(0, tags - 2)
        if (next === 47 || next === 62 || isLetter(next)) {
          tagOpen = true
          if (++tags > deepestTags) return 'tags within tags'
        }
      } else if (character === 62 && tagOpen && braces === 0) {
        tagOpen = false
        if (text.charCodeAt(i - 1) === 47) tags = Math.max(0, tags - 1)
      }
    }
    if (braces > 0 && end - expressionStart > longestExpression) return 'a long expression'
    start = end + 1
  }
  return undefined
}

function firstWord(text: string, start: number, end: number): number {
  let i = start
  while (i < end && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 62)) i++
  return i
}

/** An export, or an import that goes on in the next line: the native parser tries such blocks line by line. */
function isUnusualEsm(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + 2000))
  if (/^export[\s{*]/.test(line)) return true
  return /^import[\s{*]/.test(line) && !/^import\s[^{]*$|^import\s.*\}.*$|^import\s*\{[^(`]*$/.test(line)
}

/** The end of a code span that closes on its line, else of the run that would have begun it. */
function spanEnd(text: string, start: number, end: number): number {
  let runEnd = start
  while (runEnd < end && text.charCodeAt(runEnd) === backquote) runEnd++
  const run = text.slice(start, runEnd)
  for (let close = text.indexOf(run, runEnd); close >= 0 && close < end; close = text.indexOf(run, close)) {
    let after = close
    while (after < end && text.charCodeAt(after) === backquote) after++
    if (after - close === run.length) return after
    close = after
  }
  return runEnd
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}
