import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { globbySync } from 'globby'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const locales = ['fr-fr', 'en-gb', 'de-de', 'es-es', 'it-it', 'nl-nl', 'pl-pl', 'pt-pt'] as const

const words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const glossary = z
  .strictObject({
    keep: z.array(z.string()),
    terms: z.record(
      z.string(),
      z.strictObject({
        note: z.string(),
        words: z.record(z.enum(locales), words),
        avoid: z.partialRecord(z.enum(locales), words).optional(),
      }),
    ),
  })
  .parse(parse(readFileSync(resolve(root, 'guides/glossary.yaml'), 'utf8')))

/** What the guides of a locale say in one text, names of buttons and addresses left out. */
function proseOf(locale: string): string {
  return globbySync(`guides/**/*.${locale}.md`, { cwd: root })
    .sort()
    .map((path) => readFileSync(resolve(root, path), 'utf8'))
    .join('\n')
    .replace(/`[^`\n]*`|\]\([^)]*\)/g, ' ')
    .replaceAll('\u00A0', ' ')
}

/** A phrase as a pattern: `nazw* użytkownika` stands for every ending of its first word. */
function pattern(phrase: string): RegExp {
  const literal = phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('\\*', '\\p{L}*')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu')
}

const texts = locales.map((locale) => ({ locale, prose: proseOf(locale) }))

describe.each(texts)('the glossary in $locale', ({ locale, prose }) => {
  const list = (value: z.infer<typeof words> | undefined): string[] => [value ?? []].flat()

  test('has words that the guides use', () => {
    const unused = Object.entries(glossary.terms)
      .filter(([, term]) => !list(term.words[locale]).some((phrase) => pattern(phrase).test(prose)))
      .map(([id]) => id)
    expect(unused).toEqual([])
  })

  test('avoids words that the guides do without', () => {
    const used = Object.values(glossary.terms)
      .flatMap(({ avoid }) => list(avoid?.[locale]))
      .filter((phrase) => pattern(phrase).test(prose))
    expect(used).toEqual([])
  })

  test('keeps names that the guides leave alone', () => {
    expect(glossary.keep.filter((name) => !prose.includes(name))).toEqual([])
  })
})

test('a phrase stands for whole words, and its star for endings', () => {
  expect(pattern('nazw* użytkownika').test('bez Nazwy użytkownika.')).toBe(true)
  expect(pattern('port').test('important')).toBe(false)
})
