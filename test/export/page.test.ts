import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { eachElement } from '../../src/export/elements.ts'
import { pageWordsOf, wordLanguages } from '../../src/export/words.ts'
import { hostileSnippets } from '../support/hostile-snippets.ts'
import { drawing, pageOfText } from './pages.ts'

const shapes: readonly [name: string, markdown: string, html: string][] = [
  [
    'a callout with its word',
    '> [!warning]\n>\n> Save first.',
    '<aside class="callout callout-warning"><p class="callout-title">Warning</p><p>Save first.</p></aside>',
  ],
  [
    'a callout without the blank line',
    '> [!primary]\n> Save first.',
    '<aside class="callout callout-primary"><p class="callout-title">Note</p><p>Save first.</p></aside>',
  ],
  [
    'a callout with a title of its own',
    '> [!warning] Mind\n>\n> Save first.',
    '<aside class="callout callout-warning"><p class="callout-title">Mind</p><p>Save first.</p></aside>',
  ],
  [
    'questions and answers',
    '> [!faq]\n>\n> Why?\n>\n>> Because.',
    '<aside class="callout callout-faq"><p class="callout-title">Questions and answers</p><dl class="faq"><dt>Why?</dt><dd>Because.</dd></dl></aside>',
  ],
  [
    'a label of a user interface',
    'Click `**Next**`{.action} now.',
    '<p>Click <b class="label">Next</b> now.</p>',
  ],
  [
    'a figure',
    '![A lock](images/1.svg){.thumbnail}',
    '<figure><img alt="A lock" class="thumbnail"></figure>',
  ],
  ['an anchor', '## Ports {#ports}', '<h2 id="ports">Ports</h2>'],
  [
    'a bare address',
    'See https://example.com.',
    '<p>See <a href="https://example.com" rel="noopener noreferrer">https://example.com</a>.</p>',
  ],
  ['an old anchor', '<a name="old"></a>Here', '<p><a id="old"></a>Here</p>'],
]

test.each(shapes)('the dialect: %s', (_, markdown, html) => {
  const { root } = pageOfText(`---\ntitle: Mail\n---\n\n${markdown}\n`, { 'mail/images/1.svg': drawing })
  const made = toHtml(root)
    .replace(/ data-(?:file|document|fragment)="[^"]*"/g, '')
    .replaceAll('\n', '')
  expect(made).toBe(html)
})

/** Nothing of these may run, fetch or hide; the words around them stay. */
const forbiddenTags =
  'script iframe object embed style link meta base form svg math video audio template img picture source body title'.split(
    ' ',
  )

test.each(hostileSnippets)('nothing runs or is fetched: %s', (snippet) => {
  const { root } = pageOfText(`---\ntitle: Mail\n---\n\nBefore\n\n${snippet}\n\nAfter\n`)
  eachElement(root, ({ tagName, properties }) => {
    expect(forbiddenTags).not.toContain(tagName)
    for (const [name, value] of Object.entries(properties)) {
      expect(name).not.toMatch(/^(?:on|style$|srcSet$|srcDoc$|ping$|background$)/i)
      if (name === 'href' || name === 'src')
        expect(String(value)).not.toMatch(/^\s*(?:javascript|data|vbscript):/i)
    }
  })
  const html = toHtml(root)
  expect(html).toContain('Before')
  expect(html).toContain('After')
})

describe('words', () => {
  test.each(wordLanguages)('%s has every word', (language) => {
    expect(Object.values<string>({ ...pageWordsOf(language) }).filter((word) => word.trim() === '')).toEqual(
      [],
    )
  })
})
