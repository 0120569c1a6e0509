import { matchesInProse } from '../words.ts'
import { documentRule, type Rule } from '../rule.ts'
import type { Finding } from '../finding.ts'

/** A word and the same word again, over a line end too; scripts that set no spaces between words are left out. */
const doubled =
  /(?<![\p{L}\p{M}\p{N}_'’.-])((?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}[\p{L}\p{M}]+)([ \t]+|[ \t]*\r?\n[ \t>]*)\1(?![\p{L}\p{M}\p{N}_'’-])/giu

/** Words that a sentence may rightly say twice, by language. */
const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(['das', 'der', 'die', 'sie', 'den', 'dem', 'was']),
  en: new Set(['that', 'had', 'her', 'so']),
  fr: new Set(['nous', 'vous', 'en']),
  it: new Set(['via', 'piano', 'man', 'mano']),
  nl: new Set(['dat', 'die', 'er', 'het', 'ze', 'haar']),
  pl: new Set(['co', 'to']),
  fi: new Set(['ja', 'siinä', 'niin']),
  es: new Set(['nos', 'poco']),
  pt: new Set(['nos']),
}

/** `Label: label again: value`, both before one value. */
const twoLabels =
  /(?<![\p{L}\p{N}])([\p{L}][^.:：!?|*_[\]\n]{2,70}?)[ \u00A0\u202F]*:[ \u00A0\u202F]+([\p{L}][^.:：!?|*_[\]\n]{2,70}?)[ \u00A0\u202F]*:(?=\s|$)/gu

/** The words of a label that carry its meaning, cut to their stems as far as any language lets us. */
function stemsOf(label: string): string[] {
  return label
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5))
}

function* repeatedLabels(text: string, facts: Parameters<typeof matchesInProse>[1]): Iterable<Finding> {
  for (const { range, match } of matchesInProse(text, facts, twoLabels)) {
    const [, first = '', second = ''] = match
    const known = new Set(stemsOf(first))
    if (!stemsOf(second).some((stem) => known.has(stem))) continue
    const start = range.start + match[0].indexOf(second, first.length)
    const end = range.end
    let next = end
    while (/[ \t]/.test(text.charAt(next))) next++
    yield {
      range: { start, end },
      reason: `Unexpected second label \`${second}\` after \`${first}\`, expected the value`,
      actual: second,
      fix: {
        title: `Remove \`${second}\``,
        applicability: 'unsafe',
        edits: [{ range: { start, end: next }, text: '' }],
        changes: ['prose', 'labelGroups', 'segments'],
      },
    }
  }
}

export const rule: Rule = documentRule<object>({
  id: 'repeated-words',
  summary: 'a word or a label said twice',
  why: 'A word that stands twice is a slip that every reader stumbles over; a label that stands twice hides the value.',
  severity: 'warning',
  defaults: {},
  examples: [
    {
      name: 'A word twice',
      files: '---\ntitle: Mail\n---\n\nOpen the settings of ⟦the the⟧ telephone.\n',
      reasons: ['Unexpected repetition of `the`, expected it once'],
      fixed: '---\ntitle: Mail\n---\n\nOpen the settings of the telephone.\n',
    },
    {
      name: 'A label twice',
      files: '---\ntitle: Mail\n---\n\nIncoming server port: ⟦Port of the incoming server:⟧ 993\n',
      reasons: [
        'Unexpected second label `Port of the incoming server` after `Incoming server port`, expected the value',
      ],
      fixed: '---\ntitle: Mail\n---\n\nIncoming server port: 993\n',
    },
    { name: 'Rightly twice', files: '---\ntitle: Mail\n---\n\nWe know that that server is slow.\n' },
  ],
  *check({ facts, text, locale }) {
    const language = locale?.split(/[-_]/)[0]?.toLowerCase() ?? ''
    for (const { range, match } of matchesInProse(text, facts.prose, doubled)) {
      const [, word = '', gap = ''] = match
      const again = match[0].slice(word.length + gap.length)
      const isName = /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(again)
      if (isName || allowed[language]?.has(word.toLowerCase())) continue
      const edits = [{ range: { start: range.start + word.length, end: range.end }, text: '' }]
      yield {
        range,
        reason: `Unexpected repetition of \`${word}\`, expected it once`,
        fix: {
          title: `Say \`${word}\` once`,
          applicability: 'unsafe',
          edits,
          changes: ['prose', 'segments', 'headings', 'labelGroups', 'tables', 'links'],
        },
      }
    }
    yield* repeatedLabels(text, facts.prose)
  },
})
