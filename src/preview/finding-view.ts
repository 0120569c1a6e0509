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
  readonly actual?: string
  readonly expected?: string
  readonly url: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly start: number
  readonly end: number
  readonly related: readonly RelatedView[]
  readonly fix?: FixView
}

/** The findings of a document, in the order of its text. */
export function findingViewsOf(messages: readonly Message[], text: string): FindingView[] {
  const names = new Map<string, number>()
  return messages.map((message) => {
    const { ruleId, severity, reason, note, actual, expected, url, place, range, related, fix } = message
    const name = nameOf(message)
    const count = names.get(name) ?? 0
    names.set(name, count + 1)
    return {
      key: `${name} ${count}`,
      ruleId,
      severity,
      reason,
      ...(note !== undefined && { note }),
      ...(actual !== undefined && { actual }),
      ...(expected !== undefined && { expected }),
      url,
      line: place.start.line,
      column: place.start.column,
      endLine: place.end.line,
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

function nameOf({ ruleId, range }: Message): string {
  return `${ruleId} ${range.start} ${range.end}`
}

/** The message that a view's key names. */
export function messageOfKey(messages: readonly Message[], key: string): Message | undefined {
  const names = new Map<string, number>()
  return messages.find((message) => {
    const name = nameOf(message)
    const count = names.get(name) ?? 0
    names.set(name, count + 1)
    return `${name} ${count}` === key
  })
}
