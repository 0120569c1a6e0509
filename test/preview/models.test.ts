import { describe, expect, test } from 'vitest'
import { filteredRows, type RowFilter } from '../../src/preview/filter-rows.ts'
import { findingViewsOf, messageOfKey } from '../../src/preview/finding-view.ts'
import { fixViewOf } from '../../src/preview/fix-view.ts'
import { markedLines } from '../../src/preview/marked-lines.ts'
import { countsOf, stateOf, type Cell, type CellState, type GuideRow } from '../../src/preview/overview.ts'
import { applyEdits, invertedEdits, type Edit } from '../../src/text/edit.ts'
import { lintFiles } from '../support/corpus.ts'

const fixOf = (edits: readonly Edit[]): Parameters<typeof fixViewOf>[0] => ({
  title: 'Mend',
  applicability: 'safe',
  edits,
  changes: [],
})

describe('fixes as differences', () => {
  test.each([
    [
      'a word',
      'One\nport 994 here\nThree\n',
      [{ range: { start: 9, end: 12 }, text: '993' }],
      [
        {
          line: 2,
          before: [
            ['same', 'port '],
            ['removed', '994'],
            ['same', ' here'],
          ],
          after: [
            ['same', 'port '],
            ['added', '993'],
            ['same', ' here'],
          ],
        },
      ],
    ],
    [
      'a blank line put in',
      '## A\nText\n',
      [{ range: { start: 5, end: 5 }, text: '\n' }],
      [
        {
          line: 2,
          before: [['same', 'Text']],
          after: [
            ['added', '\n'],
            ['same', 'Text'],
          ],
        },
      ],
    ],
    [
      'two edits in one line, one hunk',
      'a b c\r\nd\r\n',
      [
        { range: { start: 4, end: 5 }, text: 'C' },
        { range: { start: 0, end: 1 }, text: 'A' },
      ],
      [
        {
          line: 1,
          before: [
            ['removed', 'a'],
            ['same', ' b '],
            ['removed', 'c'],
          ],
          after: [
            ['added', 'A'],
            ['same', ' b '],
            ['added', 'C'],
          ],
        },
      ],
    ],
    [
      'the end of a text',
      'a \n',
      [{ range: { start: 1, end: 2 }, text: '' }],
      [
        {
          line: 1,
          before: [
            ['same', 'a'],
            ['removed', ' '],
          ],
          after: [['same', 'a']],
        },
      ],
    ],
  ])('%s', (_, text, edits, hunks) => {
    expect(fixViewOf(fixOf(edits), text)).toMatchObject({ hunks, more: 0 })
  })

  test('of very many places the first are shown, and how many more there are', () => {
    const text = 'a \n'.repeat(30)
    const edits = Array.from({ length: 30 }, (_, line) => ({
      range: { start: line * 3 + 1, end: line * 3 + 2 },
      text: '',
    }))
    expect(fixViewOf(fixOf(edits), text)).toMatchObject({ more: 18 })
  })

  test('inverted edits give the text back', () => {
    const text = 'One two three four'
    const edits = [
      { range: { start: 8, end: 13 }, text: '3' },
      { range: { start: 0, end: 0 }, text: '> ' },
      { range: { start: 18, end: 18 }, text: '.' },
      { range: { start: 3, end: 8 }, text: '' },
    ]
    const after = applyEdits(text, edits)
    expect(applyEdits(after, invertedEdits(text, edits))).toBe(text)
  })
})

describe('findings', () => {
  const text = '---\ntitle: Mail\n---\n\n## Ports\nText. \n\n![](images/1.png) ![](images/1.png)\n'
  const messages = lintFiles({ 'mail/guide.en-gb.md': text })
  const found = findingViewsOf(messages, text)

  test('each has a name of its own, by which it is found again', () => {
    expect(new Set(found.map(({ key }) => key)).size).toBe(messages.length)
    for (const [index, { key }] of found.entries()) expect(messageOfKey(messages, key)).toBe(messages[index])
    expect(messageOfKey(messages, 'nothing')).toBeUndefined()
  })

  test('marks give the text back, and stand where the findings are', () => {
    const lines = markedLines(text, found)
    expect(lines.map(({ stretches }) => stretches.map((each) => each.text).join('')).join('\n')).toBe(text)
    for (const { number, findings } of lines) for (const { line } of findings) expect(line).toBe(number)
    expect(lines.flatMap(({ findings }) => findings)).toHaveLength(found.length)
  })
})

describe('how a document stands', () => {
  const en = 'mail/guide.en-gb.md'
  const pl = 'mail/guide.pl-pl.md'
  const config = 'source: en-gb\nlocales: [en-gb, pl-pl, de-de]'
  const rules = ['translation-missing', 'translation-stale', 'translation-untranslated']
  const copied = 'Take good care of the password that we sent you when you ordered this mailbox.'
  const ledger = '{"source":"28fe8f56dd6e758a","target":"c7ae3bd5f0b947f0","blob":""}\n'
  test.each([
    ['clean', 'Choose a password.\n', 'Wybierz hasło.\n', '', 'complete', 0],
    ['of a source that has moved on', 'Choose a long password.\n', 'Wybierz hasło.\n', ledger, 'stale', 4],
    ['in another language', `${copied}\n`, `${copied}\n`, '', 'untranslated', 15],
  ])('%s', (_, source, target, recorded, state, words) => {
    const messages = lintFiles(
      { [en]: source, [pl]: target, ...(recorded && { '.hexapla/ledger/pl-pl/mail.jsonl': recorded }) },
      rules,
      config,
    ).filter(({ path }) => path === pl)
    expect(stateOf(messages, countsOf(messages))).toBe(state)
    expect(countsOf(messages).words).toBe(words)
  })

  test('a page that is missing leaves all its words to do, and its source none', () => {
    const messages = lintFiles({ [en]: 'Choose a password.\n' }, rules, config)
    expect(countsOf(messages).words).toBe(0)
    expect(messages.find(({ ruleId }) => ruleId === 'translation-missing')?.words).toBe(3)
  })
})

describe('rows', () => {
  const cell = (state: CellState, errors = 0, words = 0): Cell => ({
    state,
    errors,
    warnings: 0,
    infos: 0,
    words,
  })
  const guides: GuideRow[] = [
    { id: 'mail/outlook', type: 'guide', cells: [cell('complete'), cell('missing')] },
    { id: 'mail/Thunderbird', type: 'guide', cells: [cell('error', 2), cell('complete')] },
    { id: 'web', type: 'product', cells: [cell('complete'), cell('error', 1, 20)] },
  ]
  const all: RowFilter = { words: '', order: 'name' }
  test.each([
    [all, ['mail/outlook', 'mail/Thunderbird', 'web']],
    [{ ...all, words: 'thunder MAIL' }, ['mail/Thunderbird']],
    [{ ...all, words: 'nothing' }, []],
    [{ ...all, state: 'error' }, ['mail/Thunderbird', 'web']],
    [{ ...all, state: 'error', locale: 'pl-pl' }, ['web']],
    [{ ...all, order: 'errors' }, ['mail/Thunderbird', 'web', 'mail/outlook']],
    [{ ...all, order: 'errors', locale: 'pl-pl' }, ['web', 'mail/Thunderbird', 'mail/outlook']],
    [{ ...all, order: 'work' }, ['web', 'mail/outlook', 'mail/Thunderbird']],
  ] satisfies [RowFilter, string[]][])('%o', (filter, ids) => {
    const rows = filteredRows({ guides, locales: ['en-gb', 'pl-pl'] }, filter)
    expect(rows.map(({ id }) => id)).toEqual(ids)
  })
})
