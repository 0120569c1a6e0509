import type { Finding } from '../../src/lint/finding.ts'
import type { Message } from '../../src/lint/message.ts'
import { ruleUrl } from '../../src/lint/message.ts'
import { summaryOf, type Report, type ReportContext } from '../../src/report/report.ts'
import { placesIn } from '../../src/text/source.ts'
import { unmarked } from '../support/marks.ts'

/** What a sample message may say otherwise than the sample does. */
export type Sample = Partial<Pick<Message, 'path' | 'guide' | 'locale' | 'ruleId' | 'severity'>> &
  Partial<Omit<Finding, 'range'>>

/** A message for each place between `⟦` and `⟧`; the first sample for the first, the last for all that are left. */
export function messagesIn(
  marked: string,
  ...samples: readonly Sample[]
): { text: string; messages: Message[] } {
  const { text, ranges } = unmarked(marked)
  const places = placesIn(text)
  const messages = ranges.map((range, index): Message => {
    const { related, ...sample } = samples[index] ?? samples.at(-1) ?? {}
    const ruleId = sample.ruleId ?? 'some-rule'
    return {
      path: 'mail/guide.pl-pl.md',
      guide: 'mail',
      locale: 'pl-pl',
      ruleId,
      severity: 'warning',
      reason: 'Unexpected `this`, expected `that`',
      range,
      place: places.placeOf(range),
      url: ruleUrl(ruleId),
      ...sample,
      ...(related && { related: related.map((each) => ({ ...each, place: places.placeOf(each.range) })) }),
    }
  })
  return { text, messages }
}

export function reportOf(messages: readonly Message[]): Report {
  const summary = summaryOf({ guides: 1, documents: 3, durationMs: 40 }, messages)
  return { version: 1, summary, messages }
}

export function contextOf(text: string, rest: Partial<ReportContext> = {}): ReportContext {
  return { color: false, width: 80, sourceOf: () => text, locales: ['en-gb', 'fr-fr', 'pl-pl'], ...rest }
}
