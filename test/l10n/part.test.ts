import { expect, test } from 'vitest'
import { partsOf } from '../../src/l10n/part.ts'
import { readFacts } from '../support/corpus.ts'

function words(text: string): number[] {
  return partsOf(readFacts(text), text).map((part) => part.words)
}

test.each([
  ['a number', '993', 0],
  ['numbers with signs', '993 / 143', 0],
  ['a host with its port', 'mail.example.com:993', 0],
  ['a name', 'DNS', 1],
  ['a number of something', '5 minutes', 2],
  ['a sentence with a host', 'Ask mail.example.com first', 5],
  ['Japanese', '設定を開く', 3],
])('words that need a translator: %s', (_, cell, count) => {
  expect(words(`${cell}\n`)).toEqual([count])
})
