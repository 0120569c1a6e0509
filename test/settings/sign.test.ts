import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contradictionsOf } from '../../src/settings/contradictions-of.ts'
import { registeredYardstick } from '../../src/settings/endpoints.ts'
import { knowledgeOf } from '../../src/settings/knowledge.ts'
import { lexicons } from '../../src/settings/lexicon/index.ts'
import { strayMentions } from '../../src/settings/compare-sections.ts'
import { statementsOf } from '../../src/settings/statements-of.ts'
import { vocabularyOf } from '../../src/settings/vocabulary.ts'
import { readFacts } from '../support/corpus.ts'

describe('hasSign', () => {
  test.each<[passage: string, language: string, hasSign: boolean]>([
    ['Open the panel and choose your domain.', 'en', false],
    ['It supports imports and exports.', 'en', false],
    ['Choose the port.', 'en', true],
    ['“secure” or not', 'en', true],
    ['foo–port', 'en', true],
    ['not in the [clear](x)', 'en', true],
    ['Use <https://example.com>.', 'en', false],
    ['Use https.', 'en', true],
    ['SSLwłączony', 'pl', true],
    ['popularny', 'pl', false],
    ['Le chiffrement est activé.', 'fr', true],
    ['Der Posteingangsserver', 'de', true],
    ['Käytä palvelua.', 'fi', false],
    ['Sähköposti lähetetään.', 'fi', true],
    ['이메일을 엽니다.', 'ko', false],
    ['IMAP을 엽니다. IMAP.', 'ko', true],
  ])('%s (%s): %s', (passage, language, expected) => {
    expect(vocabularyOf(lexicons.get(language)).hasSign(passage)).toBe(expected)
  })
})

const mailWords = ['993', '143', '587', '465', '995', 'IMAP', 'POP3', 'SMTP']
const otherWords = [
  ...['the', 'panel', 'opens', 'Windows 10', '8080', '20', 'incoming', 'outgoing', 'server', 'port', 'ports'],
  ...[
    'HTTP',
    'user name',
    'send',
    'SSL',
    'STARTTLS',
    'encrypted',
    'plain',
    'encryption',
    'enabled',
    'disabled',
  ],
  ...['none', 'or', 'and', 'for example', 'in.example.com', 'out.example.net', 'package.json'],
  ...['in.example.com:8080', ':', ':', ',', '.', '.', '/', '(', ')'],
]

/** Blocks of such words, in lines, headings and tables. */
function blocksOf(words: readonly string[]): fc.Arbitrary<string[]> {
  const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((all) => all.join(' '))
  const rows = fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 })
  const block = fc.oneof(
    line,
    fc.array(line, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('  \n')),
    line.map((each) => `## ${each}`),
    rows.map((all) => ['| a | b |', '|---|---|', ...all.map(([a, b]) => `| ${a} | ${b} |`)].join('\n')),
  )
  return fc.array(block, { maxLength: 6 })
}

test('what is read in brief contradicts itself as the whole does', () => {
  const knowledge = knowledgeOf(registeredYardstick)
  const vocabulary = vocabularyOf(lexicons.get('en'))
  fc.assert(
    fc.property(fc.oneof(blocksOf(otherWords), blocksOf([...mailWords, ...otherWords])), (blocks) => {
      const text = `${blocks.join('\n\n')}\n`
      const facts = readFacts(text)
      const found = [true, false].map((isBrief) => {
        const aid = isBrief ? { vocabulary, isBrief } : { vocabulary: { ...vocabulary, hasSign: () => true } }
        const statements = statementsOf({ text, facts }, { ...aid, knowledge })
        return [contradictionsOf(statements, registeredYardstick), strayMentions(statements, facts)]
      })
      expect(found[0]).toEqual(found[1])
    }),
    { numRuns: 300 },
  )
})
