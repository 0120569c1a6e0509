import { expect, test } from 'vitest'
import { candidatesFor } from '../../src/lint/fragment-candidates.ts'
import { corpusOf } from '../support/corpus.ts'

const few = ['Set up the account', 'Ports of the server', 'Server for incoming mail', 'The account']
const many = Array.from({ length: 2000 }, (_, at) => `Account ${String(at)}`)

function candidates(headings: readonly string[], fragment: string): string[] {
  const path = 'mail/guide.en-gb.md'
  const corpus = corpusOf({ [path]: headings.map((heading) => `## ${heading}\n\nText.\n`).join('\n') })
  const page = corpus.documents.get(path)
  return page ? candidatesFor(fragment, page, corpus).map(({ id }) => id) : []
}

test.each<[name: string, headings: readonly string[], fragment: string, expected: string[]]>([
  ['spelt most like it', few, 'the-acount', ['the-account', 'set-up-the-account', 'ports-of-the-server']],
  ['the word that fewest have', few, 'incoming-server', ['server-for-incoming-mail']],
  [
    'as many as share it alike, in their order',
    few,
    'server',
    ['ports-of-the-server', 'server-for-incoming-mail'],
  ],
  ['nothing in common', few, 'zimbra', []],
  ['a slip among many', many, 'acount-1234', ['account-1234']],
  ['a rare word among many', [...many, 'Account of a domain'], 'domain-account', ['account-of-a-domain']],
])('%s', (_, headings, fragment, expected) => {
  expect(candidates(headings, fragment)).toEqual(expected)
})

test('many dead fragments on a page of many headings take no time', { timeout: 10_000 }, () => {
  const path = 'mail/guide.en-gb.md'
  const headings = Array.from({ length: 4000 }, (_, at) => `## Account ${String(at)}\n`).join('\n')
  const corpus = corpusOf({ [path]: headings })
  const page = corpus.documents.get(path)
  const before = process.cpuUsage()
  for (let at = 0; at < 4000 && page; at++) candidatesFor(`acount-${String(at)}`, page, corpus)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(3)
})
