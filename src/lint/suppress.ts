import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import { lineIndexAt, lineStartsOf } from '../text/source.ts'

/** A stretch of a document in which some rules are silent. */
export interface Suppression {
  /** The comment that says so. */
  readonly comment: Range
  /** Empty: all rules. */
  readonly rules: ReadonlySet<string>
  readonly range: Range
}

const directive = /^hexapla-(disable-next-line|disable-file|disable|enable)(?![\w-])([\s\S]*)$/

/** What the comments of a document silence: `<!-- hexapla-disable-next-line link-fragment -->`. */
export function suppressionsOf(comments: Facts['comments'], text: string): Suppression[] {
  const found = comments.flatMap((comment) => {
    const match = directive.exec(comment.value)
    if (!match) return []
    const words = (match[2] ?? '').split('--')[0] ?? ''
    return [
      { comment: comment.range, verb: match[1] ?? '', rules: new Set(words.split(/[\s,]+/).filter(Boolean)) },
    ]
  })
  if (found.length === 0) return []
  const starts = lineStartsOf(text)
  const lineStart = (index: number): number => starts[index] ?? text.length
  return found.flatMap(({ comment, verb, rules }, index) => {
    switch (verb) {
      case 'disable-file':
        return [{ comment, rules, range: { start: 0, end: text.length + 1 } }]
      case 'disable-next-line': {
        const line = lineIndexAt(starts, comment.end) + 1
        return [
          {
            comment,
            rules,
            range: { start: lineStart(line), end: Math.max(lineStart(line + 1), lineStart(line) + 1) },
          },
        ]
      }
      case 'disable': {
        const close = found
          .slice(index + 1)
          .find((other) => other.verb === 'enable' && enables(other.rules, rules))
        return [
          {
            comment,
            rules,
            range: { start: comment.end, end: close ? close.comment.start : text.length + 1 },
          },
        ]
      }
      default:
        return []
    }
  })
}

function enables(enabled: ReadonlySet<string>, disabled: ReadonlySet<string>): boolean {
  return enabled.size === 0 || (disabled.size > 0 && [...disabled].every((rule) => enabled.has(rule)))
}

/** True where one of the suppressions covers a rule's finding, by where the finding begins. */
export function isSuppressed(suppressions: readonly Suppression[], ruleId: string, range: Range): boolean {
  return suppressions.some(
    (each) =>
      (each.rules.size === 0 || each.rules.has(ruleId)) &&
      each.range.start <= range.start &&
      range.start < each.range.end,
  )
}
