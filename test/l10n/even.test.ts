import { describe, expect, test } from 'vitest'
import { evenSteps } from '../../src/l10n/even.ts'
import { profileOf } from '../../src/l10n/profile.ts'
import { readFacts } from '../support/corpus.ts'

const english =
  '## Ports\n\nIt is 993 today.\n\n[Here](https://example.com/a)\n\n## Hosts\n\nWords `a`\n\nMore\n'

describe('texts that go side by side', () => {
  test.each([
    ['a translation', english.replace('It is', 'Es ist').replace('today', 'heute'), true],
    ['headings one deeper', english.replaceAll('## ', '### '), true],
    ['a heading alone one deeper', english.replace('## Hosts', '### Hosts'), false],
    ['a block less', english.replace('\n\nMore', ''), false],
    ['another kind', english.replace('More', '- More'), false],
    [
      'other numbers, addresses and code',
      english.replace('993', '25').replace('/a', '/b').replace('`a`', '`b`'),
      false,
    ],
    ['a paragraph much longer', english.replace('More', 'More '.repeat(40)), false],
  ])('%s', (_, target, isEven) => {
    const [a, b] = [english, target].map((text) => profileOf(readFacts(text).blocks))
    expect(a && b && evenSteps(a, b) !== undefined).toBe(isEven)
  })
})
