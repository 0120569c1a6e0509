import { describe, expect, test } from 'vitest'
import { unexpectedChange } from '../../src/lint/verify.ts'
import { applyEdits, type Edit } from '../../src/text/edit.ts'
import type { FactKind } from '../../src/markdown/facts.ts'
import { readFacts } from '../support/corpus.ts'

function verify(text: string, edits: readonly Edit[], changes: readonly FactKind[]): FactKind | undefined {
  return unexpectedChange(readFacts(text), readFacts(applyEdits(text, edits)), edits, new Set(changes))
}

const text = '## One\nText [a](b).\n\n## Two\n\n- x\n'
const insert = (at: number, words: string): Edit => ({ range: { start: at, end: at }, text: words })

describe('unexpectedChange', () => {
  test.each<[string, Edit[], FactKind[], FactKind | undefined]>([
    ['a blank line, with leave', [insert(7, '\n')], ['touches'], undefined],
    ['a blank line, without leave', [insert(7, '\n')], [], 'touches'],
    [
      'a heading that is none any more',
      [{ range: { start: 21, end: 22 }, text: 'x' }],
      ['prose', 'segments'],
      'headings',
    ],
    ['another address', [{ range: { start: 16, end: 17 }, text: 'c' }], ['links'], undefined],
    ['another address, without leave', [{ range: { start: 16, end: 17 }, text: 'c' }], ['images'], 'links'],
    [
      'leave for links does not let another one go',
      [{ range: { start: 0, end: 2 }, text: '`' }, insert(19, '`')],
      ['links', 'headings', 'prose', 'segments', 'code', 'touches'],
      'links',
    ],
  ])('%s', (_, edits, changes, expected) => {
    expect(verify(text, edits, changes)).toBe(expected)
  })
})
