import { terminalSafe, withoutCommands } from './escape.ts'
import type { Report } from './report.ts'
import { countsOf, positionOf } from './sentences.ts'

/** A line a finding, for editors and `grep`: `guide.pl-pl.md:117:49: error: Unexpected …, expected … [link-fragment]`. */
export function compact({ messages, summary }: Report): string {
  const lines = messages.map((message) => {
    const { severity, reason, ruleId } = message
    return terminalSafe(`${positionOf(message)}: ${severity}: ${reason} [${ruleId}]`)
  })
  return withoutCommands([...lines, countsOf(summary), ''].join('\n'))
}
