import { expect, test } from 'vitest'
import { syncWords, type SyncedFile } from '../../src/report/sync.ts'

const file: SyncedFile = {
  path: 'mail/guide.pl-pl.md',
  guide: 'mail',
  locale: 'pl-pl',
  isNew: false,
  isChanged: true,
  changes: new Map(),
  left: [],
  words: { translated: 90, fuzzy: 10, untranslated: 0 },
  notes: [],
  told: [],
}

function guideLine(changes: Readonly<Record<string, number>>): string | undefined {
  const files = [{ ...file, changes: new Map(Object.entries(changes)) }]
  return syncWords(files, [], { color: false }).split('\n')[0]
}

test.each([
  [{ carried: 1 }, 'mail  1 passage carried over in 1 locale'],
  [
    { carried: 2, new: 3, words: 1 },
    'mail  2 passages carried over, 3 put in, 1 with changed words in 1 locale',
  ],
  [{}, 'mail  nothing to carry over in 1 locale'],
  [{ accepted: 2 }, 'mail  2 passages taken for up to date in 1 locale'],
])('what is counted is said once: %j', (changes, words) => {
  expect(guideLine(changes)).toBe(words)
})

const long =
  'Before you begin, look for the letter that came with your contract and keep it at hand while you read on'

test.each([
  ['a [-short-]{+long+} one', 'a short one', 'a long one'],
  [
    '… with your contract and keep it at hand while you read on [-then-]{+now+}',
    `${long} then`,
    `${long} now`,
  ],
  [
    '[-Then-]{+Now+} Before you begin, look for the letter that came with your …',
    `Then ${long}`,
    `Now ${long}`,
  ],
])('unchanged words are shown beside the changes alone: %s', (shown, before, source) => {
  const left = [{ state: 'fuzzy' as const, line: 4, words: 3, before, source }]
  expect(syncWords([{ ...file, left }], [], { color: false }).split('\n')[4]).toBe(`    ${shown}`)
})

test('a check says that nothing was written, where something would be', () => {
  const check = (isChanged: boolean): string =>
    syncWords([{ ...file, isChanged }], [], { color: false, check: true })
  expect(check(true)).toMatch(/\n\nNothing was written: `hexapla sync` does what is told above\.\n$/)
  expect(check(false)).not.toContain('Nothing was written')
})
