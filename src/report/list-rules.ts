import type { Rule, Severity } from '../lint/rule.ts'
import { paletteOf } from './palette.ts'
import { hasFix } from './example.ts'
import { sentenceOf } from './rule-words.ts'
import { spansOf, wrap } from './wrap.ts'

const longestSeverity = 'warning'.length
const severities: readonly Severity[] = ['error', 'warning', 'info']

/** What `hexapla explain` prints without a rule: what each finds, the gravest first. */
export function listRules(
  rules: readonly Rule[],
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const { plain, value, strong, faint, severity: paint } = paletteOf(color)
  const longest = Math.max(...rules.map(({ id }) => id.length))
  const indent = longest + 2 + longestSeverity + 2
  const sorted = [...rules].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  const lines = sorted.flatMap((rule) => {
    const { id, summary, severity, recommended } = rule
    const marks = [...(hasFix(rule) ? ['has a fix'] : []), ...(recommended === false ? ['off'] : [])]
    const words = [
      ...spansOf(sentenceOf(summary), plain, value),
      ...(marks.length > 0 ? [{ text: ` (${marks.join(', ')})`, paint: faint }] : []),
    ]
    const head = `${strong(id)}${' '.repeat(longest - id.length + 2)}${paint[severity](severity)}${' '.repeat(longestSeverity - severity.length + 2)}`
    return wrap(words, Math.min(Math.max(width, 60), 120) - indent).map((line, index) =>
      index === 0 ? head + line : ' '.repeat(indent) + line,
    )
  })
  return `${lines.join('\n')}\n\n\`hexapla explain RULE\` tells more of one.\n`
}
