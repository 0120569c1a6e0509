import { expect, test } from 'vitest'
import { localeOnlyRangesOf, type LocaleOnly } from '../../src/corpus/locale-only.ts'
import { readFacts } from '../support/corpus.ts'
import { unmarked } from '../support/marks.ts'

const declared: readonly LocaleOnly[] = [
  { from: 'CP-NAV-START*', to: 'CP-NAV-END*' },
  { callout: '*translated by a machine*' },
]

test.each([
  ['between comments', 'a\n\n⟦<!-- CP-NAV-START:web -->\n\n> b\n\n<!-- CP-NAV-END:web -->⟧\n\nc\n'],
  ['in one paragraph', 'a ⟦<!-- CP-NAV-START --> b <!-- CP-NAV-END -->⟧ c\n'],
  ['a callout by its words', '⟦> [!primary]\n>\n> This page was **translated** by\n> a machine.⟧\n\nb\n'],
  ['another callout', '> [!primary]\n>\n> This page was translated by a person.\n'],
  ['never closed', '<!-- CP-NAV-START -->\n\na\n'],
  ['never opened', 'a\n\n<!-- CP-NAV-END -->\n'],
  [
    'a callout between comments',
    '⟦<!-- CP-NAV-START -->\n\n> [!info]\n>\n> Translated by a machine, as translated by a machine is.\n\n<!-- CP-NAV-END -->⟧\n',
  ],
  [
    'two of them',
    '⟦<!-- CP-NAV-START -->\n<!-- CP-NAV-END -->⟧\n\nb\n\n⟦<!-- CP-NAV-START -->\n\nc\n\n<!-- CP-NAV-END -->⟧\n',
  ],
])('%s', (_, marked) => {
  const { text, ranges } = unmarked(marked)
  expect(localeOnlyRangesOf(readFacts(text), text, declared)).toEqual(ranges)
})

test('of MDX, whose comments are others', () => {
  const { text, ranges } = unmarked('a\n\n⟦{/* CP-NAV-START */}\n\nb\n\n{/* CP-NAV-END */}⟧\n')
  expect(localeOnlyRangesOf(readFacts(text, 'a.en.mdx'), text, declared)).toEqual(ranges)
})
