import { describe, expect, test } from 'vitest'
import { slugsOf, type SlugAlgorithm } from '../../src/markdown/slug.ts'

const heading = 'Część 7: Parametry konta e-mail'

describe('slugsOf', () => {
  test.each<[SlugAlgorithm, string, string]>([
    ['github', heading, 'część-7-parametry-konta-e-mail'],
    ['transliterated', heading, 'czesc-7-parametry-konta-e-mail'],
    ['kramdown', heading, 'cz-7-parametry-konta-e-mail'],
    ['python-markdown', heading, 'czesc-7-parametry-konta-e-mail'],
    ['transliterated', 'Łącze główne', 'lacze-glowne'],
    ['python-markdown', 'Łącze główne', 'acze-gowne'],
    ['kramdown', '7. Kroki', 'kroki'],
    ['kramdown', '日本', 'section'],
    ['github', '`<Image />`', 'image-'],
  ])('%s: %s', (algorithm, words, slug) => {
    expect(slugsOf([words], algorithm)).toEqual([slug])
  })

  test.each<[SlugAlgorithm, string[]]>([
    ['github', ['ports', 'ports-1', 'ports-1-1', 'ports-2']],
    ['transliterated', ['ports', 'ports_1', 'ports-1', 'ports_2']],
  ])('%s numbers repeats', (algorithm, slugs) => {
    expect(slugsOf(['Ports', 'Ports', 'Ports 1', 'Ports'], algorithm)).toEqual(slugs)
  })
})
