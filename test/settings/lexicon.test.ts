import { describe, expect, test } from 'vitest'
import { lexicons } from '../../src/settings/lexicon/index.ts'
import { meanings } from '../../src/settings/lexicon/lexicon.ts'
import { vocabularyOf } from '../../src/settings/vocabulary.ts'

test('the languages of the guides and of their siblings have lexicons', () => {
  expect([...lexicons.keys()].sort()).toEqual([
    'cs',
    'de',
    'en',
    'es',
    'fi',
    'fr',
    'it',
    'lt',
    'nl',
    'pl',
    'pt',
  ])
})

describe.each([...lexicons])('%s', (language, lexicon) => {
  test('is filed under its language', () => {
    expect(lexicon.language).toBe(language)
  })

  test.each(meanings)('has a word for %s', (meaning) => {
    expect(lexicon.read[meaning].length).toBeGreaterThan(0)
  })

  test('says each word once, in a form that can be read', () => {
    for (const meaning of meanings) {
      const words = lexicon.read[meaning]
      expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([])
      for (const word of words) expect(word).toMatch(/^\*?[\p{Ll}\d]+(?: [\p{Ll}\d]+)*\*?$/u)
    }
  })

  test('has every phrase of a table, which its own words can read again', () => {
    const { meaningAt } = vocabularyOf(lexicon)
    const { write } = lexicon
    const reads = (phrase: string): string[] => {
      const words = phrase.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(/[ -]/)
      return words.flatMap((_, index) => [...(meaningAt(words, index)?.meanings ?? [])])
    }
    expect(reads(write.server)).toContain('server')
    expect(reads(write.port)).toContain('port')
    expect(reads(write.security)).toContain('encryption')
    expect(reads(write.incoming)).toContain('incoming')
    expect(reads(write.outgoing)).toContain('outgoing')
    expect(reads(write.none)).toContain('none')
    expect(reads(write.service)).toEqual([])
  })
})

describe('words are found', () => {
  test.each([
    ['fr', ['entrante'], 'incoming', 1],
    ['de', ['posteingangsserver'], 'incoming', 1],
    ['de', ['posteingangsserver'], 'server', 1],
    ['fr', ['nom', 'd', 'utilisateur'], 'identity', 3],
    ['pl', ['wyłączonego'], 'off', 1],
    ['pt', ['recepcao'], 'incoming', 1],
    ['xx', ['encryption'], 'encryption', 1],
    ['xx', ['entrant'], undefined, 0],
    ['en', ['important'], undefined, 0],
    ['de', ['transport'], undefined, 0],
  ] as const)('%s %j', (language, words, meaning, length) => {
    const folded = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
    const found = vocabularyOf(lexicons.get(language)).meaningAt(folded, 0)
    expect(found?.length ?? 0).toBe(length)
    expect(meaning === undefined || found?.meanings.has(meaning) === true).toBe(true)
  })
})
