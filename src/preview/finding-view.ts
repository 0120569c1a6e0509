import type { Message } from '../lint/message.ts'
import { fixViewOf, type FixView } from './fix-view.ts'

/** Another place that a finding speaks of. */
export interface RelatedView {
  readonly path: string
  readonly line: number
  readonly start: number
  readonly reason: string
}

/** A finding as it stands beside its lines. */
export interface FindingView {
  /** Tells it from the others of its document. */
  readonly key: string
  readonly ruleId: string
  readonly severity: Message['severity']
  readonly reason: string
  readonly note?: string
  readonly url: string
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
  readonly related: readonly RelatedView[]
  readonly fix?: FixView
}

/** The findings of a document, in the order of its text. */
export function findingViewsOf(messages: readonly Message[], text: string): FindingView[] {
  const keys = keysOf(messages)
  return messages.map((message, index) => {
    const { ruleId, severity, reason, note, url, place, range, related, fix } = message
    return {
      key: keys[index] ?? '',
      ruleId,
      severity,
      reason,
      ...(note !== undefined && { note }),
      url,
      line: place.start.line,
      column: place.start.column,
      start: range.start,
      end: range.end,
      related: (related ?? []).map((each) => ({
        path: each.path,
        line: each.place.start.line,
        start: each.range.start,
        reason: each.reason,
      })),
      ...(fix && { fix: fixViewOf(fix, text) }),
    }
  })
}

/** The message that a view's key names. */
export function messageOfKey(messages: readonly Message[], key: string): Message | undefined {
  return messages[keysOf(messages).indexOf(key)]
}

/** A key for each message, by its rule and place; those of one rule in one place are counted. */
function keysOf(messages: readonly Message[]): string[] {
  const counts = new Map<string, number>()
  return messages.map(({ ruleId, range }) => {
    const name = `${ruleId} ${range.start} ${range.end}`
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return `${name} ${count}`
  })
}
