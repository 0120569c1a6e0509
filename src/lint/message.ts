import type { Locale } from '../corpus/locale.ts'
import type { Place } from '../text/source.ts'
import type { Finding, Fix, Related } from './finding.ts'
import type { Severity } from './rule.ts'

/** The place of something else that a message speaks of, as a person reads it. */
export interface RelatedPlace extends Related {
  readonly place: Place
}

/** A finding, stamped with where it is, which rule it is of and what it is worth. */
export interface Message extends Pick<Finding, 'range' | 'reason'> {
  readonly note?: string | undefined
  readonly actual?: string | undefined
  readonly expected?: string | undefined
  readonly words?: number | undefined
  readonly fix?: Fix | undefined
  readonly path: string
  readonly guide: string
  readonly locale: Locale | undefined
  readonly ruleId: string
  readonly severity: Severity
  readonly place: Place
  readonly related?: readonly RelatedPlace[] | undefined
  /** The rule's page. */
  readonly url: string
}

/** Where the rules' pages are published. */
export function ruleUrl(ruleId: string): string {
  return `https://github.com/hexapla/hexapla/blob/main/docs/rules/${ruleId}.md`
}

/** By path, offset and rule; what is equal in these, by its words. */
export function compareMessages(a: Message, b: Message): number {
  return (
    compare(a.path, b.path) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.reason, b.reason)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
