import { expect, test } from 'vitest'
import { answersChange } from '../../src/l10n/answer.ts'

const source = {
  before: 'Open the panel and save your work today.',
  after: 'Open the panel and save your work by tomorrow.',
}

test.each([
  [
    'the same place',
    'Otwórz panel i zapisz swoją pracę dzisiaj.',
    'Otwórz panel i zapisz swoją pracę do jutra.',
    true,
  ],
  [
    'a typo',
    'Otwórz panel i zapisz swoją pracę dzisiaj.',
    'Otwórz panel i zapisz swoją pracę dzisiej.',
    false,
  ],
  [
    'another place',
    'Otwórz panel i zapisz swoją pracę dzisiaj.',
    'Uruchom pulpit i zapisz swoją pracę dzisiaj.',
    false,
  ],
  ['nothing', 'Otwórz panel.', 'Otwórz panel.', false],
])('an edit at %s', (_, before, after, answers) => {
  expect(answersChange(source, { before, after })).toBe(answers)
})

test('a small edit does not answer a large change', () => {
  const large = {
    before: 'Open the panel.',
    after: 'Choose the mailbox that you want to move, then open its panel and confirm.',
  }
  expect(answersChange(large, { before: 'Otwórz panel.', after: 'Otwórz nowy panel.' })).toBe(false)
})
