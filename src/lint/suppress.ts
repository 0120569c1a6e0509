import type { Facts } from '../markdown/facts.ts'
import type { Range } from '../text/range.ts'
import { countUpTo } from '../text/search.ts'
import { lineIndexAt, lineStartsOf } from '../text/source.ts'

/** What such a comment can say: `<!-- hexapla-disable-next-line link-fragment -->`. */
export const suppressionVerbs = ['disable-next-line', 'disable-file', 'disable', 'enable'] as const

/** One rule that a comment silences, or all of them. */
export interface Suppression {
  /** The comment that says so. */
  readonly comment: Range
  /** One of the verbs, or a word that is none: that silences nothing. */
  readonly verb: string
  /** Undefined: all rules. */
  readonly rule?: string
  /** The rule's id where it is named, else the comment. */
  readonly range: Range
}

/** A suppression of which is known whether it silenced a finding, or ended another one. */
export interface HeardSuppression extends Suppression {
  readonly works: boolean
}

/** The suppressions of one document. */
export interface Suppressions {
  readonly all: readonly Suppression[]
  /** The one that silences a rule at an offset. */
  readonly find: (ruleId: string, offset: number) => Suppression | undefined
  /** Those that end one before them. */
  readonly ending: ReadonlySet<Suppression>
}

const directive = /^hexapla-([a-z-]+)(?![\w-])/
/** True where one of a document's comments means to silence rules. */
export function hasDirective(comments: Facts['comments']): boolean {
  return comments.some(({ value }) => directive.test(value))
}

const none: Suppressions = { all: [], find: () => undefined, ending: new Set() }

/** What the comments of a document silence. A finding is silenced where it begins. */
export function suppressionsIn(comments: Facts['comments'], textOf: () => string): Suppressions {
  const directives = comments.filter(({ value }) => directive.test(value))
  if (directives.length === 0) return none
  const text = textOf()
  const all = directives.flatMap((comment) => namedIn(comment, text))
  const starts = lineStartsOf(text)
  const files = new Map<string, Suppression>()
  const lines = new Map<string, Suppression>()
  const switches = new Map<string, Suppression[]>()
  for (const each of all) {
    const { verb, rule = '' } = each
    if (verb === 'disable-file') files.set(rule, each)
    else if (verb === 'disable-next-line')
      lines.set(keyOf(rule, lineIndexAt(starts, each.comment.end) + 1), each)
    else if (verb === 'disable' || verb === 'enable') {
      const own = switches.get(rule)
      if (own) own.push(each)
      else switches.set(rule, [each])
    }
  }
  const find = (ruleId: string, offset: number): Suppression | undefined => {
    const line = lineIndexAt(starts, offset)
    const last = laterOf(lastBefore(switches.get(ruleId), offset), lastBefore(switches.get(''), offset))
    return (
      lines.get(keyOf(ruleId, line)) ??
      lines.get(keyOf('', line)) ??
      (last?.verb === 'disable' ? last : undefined) ??
      files.get(ruleId) ??
      files.get('')
    )
  }
  return { all, find, ending: endingIn(all) }
}

function keyOf(rule: string, line: number): string {
  return `${line} ${rule}`
}

/** A suppression for each rule that a comment names; what stands behind `--` is its reason. */
function namedIn(comment: Facts['comments'][number], text: string): Suppression[] {
  const { range, value } = comment
  const [words = '', verb = ''] = directive.exec(value) ?? []
  const start = text.indexOf(words, range.start) + words.length
  const names = (value.slice(words.length).split('--')[0] ?? '').matchAll(/[^\s,]+/g)
  const named = Array.from(names, ({ 0: rule, index }) => {
    return { comment: range, verb, rule, range: { start: start + index, end: start + index + rule.length } }
  })
  return named.length > 0 ? named : [{ comment: range, verb, range }]
}

function lastBefore(switches: readonly Suppression[] = [], offset: number): Suppression | undefined {
  return switches[countUpTo(switches, offset, ({ comment }) => comment.end) - 1]
}

function laterOf(a: Suppression | undefined, b: Suppression | undefined): Suppression | undefined {
  return a && b ? (a.comment.start < b.comment.start ? b : a) : (a ?? b)
}

function endingIn(all: readonly Suppression[]): ReadonlySet<Suppression> {
  const open = new Set<string>()
  const ending = new Set<Suppression>()
  for (const each of all) {
    const { verb, rule = '' } = each
    if (verb === 'disable') open.add(rule)
    if (verb !== 'enable') continue
    if (rule === '' ? open.size > 0 : open.has(rule) || open.has('')) ending.add(each)
    if (rule === '') open.clear()
    else open.delete(rule)
  }
  return ending
}
