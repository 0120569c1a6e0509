import { describe, expect, test } from 'vitest'
import {
  directionOf,
  isLanguageTag,
  isLocaleTag,
  languageOf,
  languageTagOf,
  localeOf,
} from '../../src/corpus/locale.ts'

const aliases = { 'en-asia': 'en-001', klingon: 'tlh' }

describe('a file tag and its BCP 47 tag', () => {
  test.each([
    ['en', 'en', 'en', 'ltr'],
    ['pl-pl', 'pl-PL', 'pl', 'ltr'],
    ['zh-cn', 'zh-CN', 'zh', 'ltr'],
    ['pt-br', 'pt-BR', 'pt', 'ltr'],
    ['zh-hant-tw', 'zh-Hant-TW', 'zh', 'ltr'],
    ['es-419', 'es-419', 'es', 'ltr'],
    ['en-asia', 'en-001', 'en', 'ltr'],
    ['klingon', 'tlh', 'tlh', 'ltr'],
    ['ar', 'ar', 'ar', 'rtl'],
    ['he-il', 'he-IL', 'he', 'rtl'],
    ['fa-ir', 'fa-IR', 'fa', 'rtl'],
    ['ur', 'ur', 'ur', 'rtl'],
    ['az-arab', 'az-Arab', 'az', 'rtl'],
  ])('%s', (locale, tag, language, direction) => {
    expect(languageTagOf(locale, aliases)).toBe(tag)
    expect(localeOf(tag, aliases)).toBe(locale)
    expect(languageOf(locale, aliases)).toBe(language)
    expect(directionOf(locale, aliases)).toBe(direction)
  })

  test('other spellings in file names', () => {
    expect(languageTagOf('pt_BR')).toBe('pt-BR')
    expect(languageTagOf('zh-TW')).toBe('zh-TW')
    expect(languageTagOf('no tag')).toBe('und')
    expect(directionOf('no tag')).toBe('ltr')
  })
})

describe('what is a locale in a file name', () => {
  test.each(['pl-pl', 'en', 'zh-Hans', 'zh-TW', 'pt_BR', 'fil-ph', 'es-419', 'en-asia', 'klingon', 'en-uk'])(
    '%s',
    (tag) => {
      expect(isLocaleTag(tag, aliases)).toBe(true)
    },
  )

  test.each([
    ...[
      '',
      'min',
      'js',
      'guide',
      'en-latin',
      'en-xx',
      'xx-en',
      'en-',
      '-en',
      'e',
      'en-gb-oed',
      'fil',
      'constructor',
    ],
    ...[
      'en.gb',
      'en/gb',
      'EN GB',
      `en${'-gb'.repeat(100)}`,
      'en-asia ',
      'fr-asia',
      '__proto__',
      '1en',
      'en-1',
    ],
  ])('not %s', (tag) => {
    expect(isLocaleTag(tag, aliases)).toBe(false)
  })
})

test.each<[tag: string, expected: boolean]>([
  ['fil', true],
  ['ca-valencia', true],
  ['de-1996', true],
  ['en-asia', false],
  ['english', false],
  ['fr-ff', false],
  ['qq', false],
])('isLanguageTag %s', (tag, expected) => {
  expect(isLanguageTag(tag)).toBe(expected)
})
