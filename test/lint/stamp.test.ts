import { expect, test } from 'vitest'
import type { Found } from '../../src/lint/found.ts'
import { stamp } from '../../src/lint/stamp.ts'

const file = { path: 'a.pl.md', guide: 'a', locale: 'pl', isMisread: false }
const selected = {
  rule: { id: 'link-parity' },
  severity: 'warning',
  options: {},
} as unknown as Found['selected']

test('findings that speak of one file have its lines counted once', () => {
  const texts = new Map([
    ['a.pl.md', 'raz\ndwa\n'],
    ['a.en.md', 'one\ntwo\n'],
  ])
  const asked: string[] = []
  const finding = {
    range: { start: 4, end: 7 },
    reason: 'Unexpected words',
    related: [{ path: 'a.en.md', range: { start: 4, end: 7 }, reason: 'The source says this here' }],
  }
  const messages = stamp(
    [1, 2, 3].map(() => ({ finding, selected })),
    file,
    (path) => {
      asked.push(path)
      return texts.get(path) ?? ''
    },
  )
  expect(asked).toEqual(['a.pl.md', 'a.en.md'])
  expect(messages.map(({ place, related }) => [place.start.line, related?.[0]?.place.start.line])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ])
})
