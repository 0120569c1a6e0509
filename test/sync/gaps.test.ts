import { expect, test } from 'vitest'
import { Gaps } from '../../src/sync/gaps.ts'
import { pageOf, type Page } from '../../src/sync/passage.ts'
import { readFacts } from '../support/corpus.ts'

function page(text: string): Page {
  return pageOf(readFacts(text), text)
}

test('a new section stays behind what it follows where the heading over it stands for another section', () => {
  const head = page('## Headers\n\n### Traces\n\nWords.\n\n### Profiles\n\nNew words.\n\n## End\n')
  const target = page('## Nagłówki\n\n### Ślady\n\nSłowa.\n\n## Inne\n\n## Koniec\n')
  const pairs = [
    [0, 3],
    [1, 1],
    [2, 2],
    [5, 4],
  ] as const
  const items = pairs.map(([from, to]) => ({ head: [from], target: [to], changes: new Set<string>() }))
  const gaps = new Gaps(items, [3, 4], head, target)
  expect([gaps.afterOf(3), gaps.afterOf(4)]).toEqual([2, 2])
})
